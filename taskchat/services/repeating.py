"""Leaving out one time of a repeating task."""

from dataclasses import replace
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.series import next_instead
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
        change = series.Change(user, session, by, now)
        task = tasks.load(user, session, task_id, lock=True)
        series.check_open(task)
        comes = next_instead(task, now=now, zone=user.ways.zone)
        if comes is None:
            raise Conflict(LAST.format(task.title), "last_time")
        moved = change.put(task, replace(task, due=comes.due, start=comes.start, rrule=comes.rrule), "skipped")
        along = series.open_family(change, task, comes.days)
    tell(user, moved, *along)
    return moved
