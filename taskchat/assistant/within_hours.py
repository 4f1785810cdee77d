"""Only what is due at some hours of the day: "tomorrow morning" is not all of tomorrow."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from taskchat.assistant.context import Turn
from taskchat.assistant.dated import split_due
from taskchat.domain.days import Asked
from taskchat.domain.filters import DueRange, DueWindow, TaskFilter
from taskchat.domain.hours import Hours
from taskchat.domain.task import Task
from taskchat.services import tasks

NONE = ("none",)
"""An id that no task has."""


def within_hours(turn: Turn, wanted: TaskFilter, hours: Hours) -> TaskFilter:
    """Exactly those of `wanted` that are due at these hours, from today on where no day is named."""
    if wanted.due in {None, DueWindow.NONE}:
        wanted = replace(wanted, due=DueRange(Asked(turn.now, turn.person.ways).day, None))
    found = tasks.find_all(turn.person, wanted, now=turn.now)
    ids = tuple(task.id for task in found if _is_at(task, hours, turn))
    return TaskFilter(status=wanted.status, ids=ids or NONE)


def all_day(turn: Turn, due: str | None) -> dict[str, int]:
    """How many are due at no hour on a day of which some hours are asked for: {"all_day": 2}; nothing otherwise."""
    dated = split_due(due, now=turn.now, ways=turn.person.ways) if due else None
    if dated is None or dated.hours is None or dated.window is None:
        return {}
    that_day = tasks.find_all(turn.person, TaskFilter(due=dated.window), now=turn.now)
    number = sum(task.due is not None and task.due.at is None for task in that_day)
    return {"all_day": number} if number else {}


def _is_at(task: Task, hours: Hours, turn: Turn) -> bool:
    """On the clock of the person; what is due all day is due at no hour."""
    at = task.due.at if task.due else None
    return at is not None and hours.holds(at.astimezone(ZoneInfo(turn.person.ways.zone)).time())
