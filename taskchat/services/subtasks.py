"""Tasks under tasks: what stands right under one, and how far it has come."""

from collections.abc import Iterable

from taskchat.domain.person import Person
from taskchat.domain.task import Task
from taskchat.storage import subtasks, tasks
from taskchat.storage.database import reading
from taskchat.storage.subtasks import Progress

__all__ = ["Progress", "find", "progress"]


def progress(user: Person, task_ids: Iterable[str]) -> dict[str, Progress]:
    """How many of each task's own subtasks are done; tasks without any are missing."""
    with reading() as session:
        return subtasks.progress_of(user, session, task_ids)


def find(user: Person, task_id: str) -> tuple[Task, ...]:
    """What stands right under a task, in manual order. Raises NotFound."""
    with reading() as session:
        tasks.load(user, session, task_id)
        below = tasks.family(user, session, task_id, lock=False)
    own = (task for task in below if task.parent_id == task_id)
    return tuple(sorted(own, key=lambda task: (task.position, task.id)))
