"""A repeating task and what comes after it: by its completion, or because this time is left out (R-03 to R-07)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from taskchat.domain.recurrence import next_due, next_rule
from taskchat.domain.task import Due, Status, Task
from taskchat.errors import Conflict

NEVER = "“{}” does not repeat: there is only this one."
DONE = "“{}” is done already. What comes next is on your list."


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When a task comes back; `rrule` counts down, `days` is how far it lies behind the time before."""

    due: Due
    start: date | None
    rrule: str
    days: int


def next_after(task: Task, *, done: datetime, zone: str) -> Occurrence | None:
    """What completing it at `done` plans: one time, however many were missed; None after the last.

    `zone` is the person's, for a task without a date. The start keeps its distance from the due date (T-01).
    """
    if task.rrule is None:
        return None
    due = next_due(task.due, task.rrule, task.after_completion, done, zone=zone)
    if due is None:
        return None
    days = (due.on - (task.due.on if task.due else done.astimezone(ZoneInfo(zone)).date())).days
    rule = next_rule(task.rrule, None if task.after_completion else task.due or due)
    return Occurrence(due, task.start and task.start + timedelta(days), rule, days)


def check_repeats(task: Task) -> None:
    """Raises Conflict for what has no next time, or is done and has its next one beside it."""
    if task.rrule is None:
        raise Conflict(NEVER.format(task.title), "not_repeating")
    if task.status is Status.DONE:
        raise Conflict(DONE.format(task.title), "already_done")


def next_instead(task: Task, *, now: datetime, zone: str) -> Occurrence | None:
    """What skipping it moves it to: the first time behind the one left out that has not passed; today's counts."""
    if task.due is None:
        return next_after(task, done=now, zone=zone)
    is_scheduled_day = task.due.at is None and not task.after_completion
    done = _before_today(now, task.due.zone) if is_scheduled_day else now
    return next_after(task, done=max(done, _moment(task.due)), zone=zone)


def coming(task: Task, *, now: datetime, zone: str) -> Iterator[Occurrence]:
    """What completing it now plans, and what follows if each is done on its day."""
    found = next_after(task, done=now, zone=zone)
    while found is not None:
        yield found
        task = replace(task, due=found.due, start=found.start, rrule=found.rrule)
        found = next_after(task, done=_moment(found.due), zone=zone)


def shifted(due: Due | None, days: int) -> Due | None:
    """So many days later at the same wall-clock time."""
    if due is None:
        return None
    on = due.on + timedelta(days)
    return Due(on=on, zone=due.zone) if due.wall is None else Due.moment(on, due.wall, due.zone)


def _moment(due: Due) -> datetime:
    return due.at or datetime.combine(due.on, time(), ZoneInfo(due.zone)).astimezone(UTC)


def _before_today(now: datetime, zone: str) -> datetime:
    there = ZoneInfo(zone)
    return datetime.combine(now.astimezone(there).date(), time(), there).astimezone(UTC) - timedelta(microseconds=1)
