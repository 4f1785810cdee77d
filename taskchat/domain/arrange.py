"""How a list of tasks stands on the page: in which order, under which headings (F-07)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from taskchat.domain.days import Asked, day_of
from taskchat.domain.filters import Sort
from taskchat.domain.person import Ways
from taskchat.domain.task import Priority, Status, Task
from taskchat.domain.text import folded

Tone = Literal["overdue", "plain"]
RANK = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}
NAMES = ("Overdue", "Today", "Tomorrow", "Next 7 days", "Later", "No date", "Done today", "Done")
LAST_DAY = date.max
LAST_MOMENT = float("inf")


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    tasks: tuple[Task, ...]
    tone: Tone = "plain"


def sections(tasks: Iterable[Task], *, now: datetime, ways: Ways) -> tuple[Section, ...]:
    """Tasks under Overdue · Today · Tomorrow · Next 7 days · Later · No date · Done; empty ones are left out."""
    groups: dict[str, list[Task]] = {name: [] for name in NAMES}
    for task in tasks:
        groups[section_of(task, now=now, ways=ways)].append(task)
    return tuple(
        Section(name, day_order(group, ways=ways), "overdue" if name == "Overdue" else "plain")
        for name, group in groups.items()
        if group
    )


def section_of(task: Task, *, now: datetime, ways: Ways) -> str:
    """The heading a task stands under. A moment that passed today is overdue, not due today."""
    asked = Asked(now, ways)
    if task.status is Status.DONE:
        is_fresh = task.completed is not None and Asked(task.completed, ways).day == asked.day
        return "Done today" if is_fresh else "Done"
    if task.due is None:
        return "No date"
    if task.is_overdue(now, ways.zone):
        return "Overdue"
    ahead = (day_of(task.due, ways.zone) - asked.day).days
    near = {0: "Today", 1: "Tomorrow"}.get(ahead)
    return near or ("Next 7 days" if ahead <= 7 else "Later")


def day_order(tasks: Iterable[Task], *, ways: Ways) -> tuple[Task, ...]:
    """By day; all-day tasks first on their day, then by time, priority and manual order."""

    def key(task: Task) -> tuple[date, float, int, str, str]:
        day = day_of(task.due, ways.zone) if task.due else LAST_DAY
        moment = task.due.at.timestamp() if task.due and task.due.at else -LAST_MOMENT
        return day, moment, RANK[task.priority], task.position, task.id

    return tuple(sorted(tasks, key=key))


def day_plan(tasks: Iterable[Task], *, ways: Ways) -> tuple[Task, ...]:
    """Dated tasks as one would do them: what is late first, then by time, and what has no time by priority."""

    def key(task: Task) -> tuple[date, float, int, str, str]:
        day = day_of(task.due, ways.zone) if task.due else LAST_DAY
        moment = task.due.at.timestamp() if task.due and task.due.at else LAST_MOMENT
        return day, moment, RANK[task.priority], task.position, task.id

    return tuple(sorted(tasks, key=key))


def is_today(task: Task, *, now: datetime, ways: Ways) -> bool:
    """F-07: Today holds what is overdue or due today, and nothing before its start."""
    asked = Asked(now, ways)
    if task.status is Status.DONE or task.due is None or (task.start is not None and task.start > asked.day):
        return False
    return day_of(task.due, ways.zone) <= asked.day


def is_upcoming(task: Task, *, now: datetime, ways: Ways) -> bool:
    """Open and due after today."""
    return task.status is Status.OPEN and task.due is not None and day_of(task.due, ways.zone) > Asked(now, ways).day


def days_done(tasks: Iterable[Task], *, now: datetime, ways: Ways) -> tuple[tuple[date, tuple[Task, ...]], ...]:
    """Finished work by the day it was finished, latest first."""
    days: dict[date, list[Task]] = {}
    for task in tasks:
        if task.completed is not None:
            days.setdefault(Asked(task.completed, ways).day, []).append(task)
    return tuple((day, tuple(sorted(days[day], key=_completed, reverse=True))) for day in sorted(days, reverse=True))


def month_of(on: date, *, ways: Ways) -> tuple[tuple[date, ...], ...]:
    """The weeks of the month that `on` lies in, each of seven days from the person's first weekday."""
    first = on.replace(day=1)
    start = first - timedelta(days=(first.weekday() - ways.first_weekday) % 7)
    weeks = (tuple(start + timedelta(days=7 * week + day) for day in range(7)) for week in range(6))
    return tuple(week for week in weeks if any((day.year, day.month) == (on.year, on.month) for day in week))


def ordered(tasks: Iterable[Task], sort: Sort, *, ways: Ways) -> tuple[Task, ...]:
    """F-04: tasks without a date come last both ways; ties by manual order."""
    name, is_reversed = sort.value.removeprefix("-"), sort.value.startswith("-")
    by_position = sorted(tasks, key=lambda task: (task.position, task.id))
    if name == "due":
        dated = day_order([task for task in by_position if task.due], ways=ways)
        undated = tuple(task for task in by_position if not task.due)
        return (tuple(reversed(dated)) if is_reversed else dated) + undated
    return tuple(sorted(by_position, key=KEYS[name], reverse=is_reversed))


def _completed(task: Task) -> datetime:
    return task.completed or task.updated


KEYS: dict[str, Callable[[Task], str | int | datetime]] = {
    "priority": lambda task: RANK[task.priority],
    "created": lambda task: task.created,
    "updated": lambda task: task.updated,
    "title": lambda task: folded(task.title),
    "manual": lambda task: task.position,
}
