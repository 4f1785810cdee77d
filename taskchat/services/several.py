"""One thing done to several tasks: one transaction, one thing to undo, and told how far it went."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.several import MOST, Changes, Refused, Several
from taskchat.domain.task import By, Task
from taskchat.errors import Invalid, NotFound
from taskchat.services import tasks
from taskchat.storage.tasks import GONE

VERBS: dict[str, Callable[..., tuple[Task, ...]]] = {
    "complete": tasks.complete_many,
    "reopen": tasks.reopen_many,
    "delete": tasks.delete_many,
    "restore": tasks.restore_many,
}


@dataclass(frozen=True, slots=True)
class Act:
    """`verb` is one of VERBS, or edit, with the changes."""

    verb: str
    changes: Changes | None = None


def act(user: Person, task_ids: tuple[str, ...], what: Act, *, by: By, now: datetime, whole: bool = False) -> Several:
    """`whole`: all or nothing, NotAll where one cannot be. Raises Invalid for no tasks, or too many."""
    _check_number(task_ids)
    if what.changes is not None:
        return tasks.edit_many(user, task_ids, what.changes, by=by, now=now, whole=whole)
    wanted = TaskFilter(status=None, ids=task_ids, trashed=what.verb == "restore")
    there = {task.id for task in tasks.find_all(user, wanted, now=now)}
    changed = VERBS[what.verb](user, task_ids, by=by, now=now, whole=whole)
    return Several(changed, tuple(Refused(one, NotFound(GONE)) for one in task_ids if one not in there))


def _check_number(task_ids: tuple[str, ...]) -> None:
    if not task_ids:
        raise Invalid("Name at least one task.", "ids")
    if len(task_ids) > MOST:
        raise Invalid(f"At most {MOST:,} tasks are changed at once; these are {len(task_ids):,}.", "ids")
