"""Looking back and ahead: what was done, what slipped, what comes, and what nobody has touched for long."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from taskchat.domain.arrange import day_order
from taskchat.domain.days import Asked, day_of
from taskchat.domain.filters import DueRange
from taskchat.domain.person import Ways
from taskchat.domain.task import Status, Task

WEEK = timedelta(days=7)
UNTOUCHED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Review:
    """`done` within `days`, the latest first; `ahead`: what comes, in order, and `next` the first of all that does.

    `forgotten`: open, without a date, and untouched for 30 days, the oldest first.
    """

    days: DueRange
    done: tuple[Task, ...]
    open: int
    overdue: tuple[Task, ...]
    ahead: tuple[Task, ...]
    next: Task | None
    forgotten: tuple[Task, ...]
    by_day: tuple[tuple[date, int], ...]
    """How many are due on each day ahead; days without any are missing."""


def this_week(*, now: datetime, ways: Ways) -> tuple[DueRange, DueRange]:
    """The week the person is in, for what is done and for what comes."""
    first = Asked(now, ways).week
    days = DueRange(first, first + WEEK - timedelta(days=1))
    return days, days


def around_today(*, now: datetime, ways: Ways) -> tuple[DueRange, DueRange]:
    """The seven days up to today, and the seven after it."""
    today = Asked(now, ways).day
    return DueRange(today - WEEK + timedelta(days=1), today), DueRange(today + timedelta(days=1), today + WEEK)


def reviewed(tasks: Iterable[Task], back: DueRange, ahead: DueRange, *, now: datetime, ways: Ways) -> Review:
    """Of all of a person's tasks, or those of a list; samples count nowhere."""
    known = [task for task in tasks if not task.sample]
    still = [task for task in known if task.status is Status.OPEN]
    late = [task for task in still if task.is_overdue(now, ways.zone)]
    dated = day_order((task for task in still if task.due and not task.is_overdue(now, ways.zone)), ways=ways)
    coming = tuple(task for task in dated if task.due and _within(day_of(task.due, ways.zone), ahead))
    done = [task for task in known if task.completed and _within(Asked(task.completed, ways).day, back)]
    return Review(
        days=back,
        done=tuple(sorted(done, key=lambda task: task.completed or now, reverse=True)),
        open=len(still),
        overdue=day_order(late, ways=ways),
        ahead=coming,
        next=dated[0] if dated else None,
        forgotten=forgotten(still, now=now),
        by_day=tuple(sorted(Counter(day_of(task.due, ways.zone) for task in coming if task.due).items())),
    )


def forgotten(tasks: Iterable[Task], *, now: datetime) -> tuple[Task, ...]:
    """Open ones without a date that nobody has touched for 30 days, the oldest first."""
    found = (task for task in tasks if task.status is Status.OPEN and task.due is None and not task.sample)
    return tuple(sorted((task for task in found if now - task.updated >= UNTOUCHED), key=lambda task: task.updated))


def _within(day: date, days: DueRange) -> bool:
    return (days.first is None or days.first <= day) and (days.last is None or day <= days.last)
