"""Tasks under tasks: what stands right under one, how far it has come, and one broken down into more of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.quickadd import read_line
from taskchat.domain.task import By, Draft, Task
from taskchat.domain.text import folded
from taskchat.errors import Invalid
from taskchat.services.tasks import create_many
from taskchat.storage import subtasks, tasks
from taskchat.storage.database import reading
from taskchat.storage.subtasks import Progress

__all__ = ["Progress", "add", "find", "progress"]

MOST = 30
"""Parts of one task that are made at once."""


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


def add(user: Person, task_id: str, parts: Iterable[str], *, by: By, now: datetime) -> tuple[Task, ...]:
    """The parts under a task, each read as quick add would read it; what stands there already is left out.

    All of them or none. Raises NotFound, Invalid.
    """
    there = {folded(task.title) for task in find(user, task_id)}
    new: list[Draft] = []
    for draft in (_draft(user, part, now) for part in parts):
        if (title := folded(draft.title)) not in there:
            there.add(title)
            new.append(replace(draft, parent_id=task_id))
    if len(new) > MOST:
        raise Invalid(f"A task is broken down into {MOST} parts at most at once; these are {len(new)}.", "parts")
    return create_many(user, new, by=by, now=now) if new else ()


def _draft(user: Person, part: str, now: datetime) -> Draft:
    quick = read_line(part, now=now, ways=user.ways)
    if quick.problem:
        raise Invalid(quick.problem, "parts")
    return quick.draft
