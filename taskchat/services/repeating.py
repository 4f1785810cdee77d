"""Leaving out one time of a repeating task."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.series import check_repeats, next_instead
from taskchat.domain.task import By, Task
from taskchat.errors import Conflict
from taskchat.services import series
from taskchat.services.changes import tell
from taskchat.storage import tasks
from taskchat.storage.database import writing

LAST = "This is the last time “{}” comes. Complete it, or delete it."


def skip(user: Person, task_id: str, *, by: By, now: datetime) -> Task:
    """The task moves to its next date, and what was ticked under it is open again; undo brings this time back.

    Raises NotFound; Conflict for what does not repeat, is done, or comes for the last time.
    """
    with writing() as session:
        task = tasks.load(user, session, task_id, lock=True)
        check_repeats(task)
        comes = next_instead(task, now=now, zone=user.ways.zone)
        if comes is None:
            raise Conflict(LAST.format(task.title), "last_time")
        moved = series.move_on(user, session, task, comes, by=by, now=now)
    tell(user, *moved)
    return moved[0]
