"""What a person has got done: by day, by week, by list and tag, and how much was overdue; pure counting."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import accumulate
from zoneinfo import ZoneInfo

from taskchat.domain.days import week_of
from taskchat.domain.person import Ways

INBOX = "Inbox"
MOST_NAMED = 12
"""Lists and tags that are shown one by one, most done first."""


class Period(StrEnum):
    FOUR_WEEKS = "4w"
    TWELVE_WEEKS = "12w"
    YEAR = "year"

    @property
    def days(self) -> int:
        return {"4w": 28, "12w": 84, "year": 364}[self]


@dataclass(frozen=True, slots=True)
class Life:
    """What of a task is counted: when it came, was due, and was done."""

    created: datetime
    completed: datetime | None
    """None while it is open."""
    due_on: date | None
    due_at: datetime | None
    list: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One list or tag: what was done of it in the period, what is open and overdue now."""

    name: str
    done: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Insights:
    """Each day and week of the period, the oldest first; `overdue` is how many were at the end of each day."""

    days: tuple[tuple[date, int], ...]
    weeks: tuple[tuple[date, int], ...]
    overdue: tuple[tuple[date, int], ...]
    lists: tuple[Share, ...]
    tags: tuple[Share, ...]
    done: int
    open: int

    @property
    def is_empty(self) -> bool:
        return not (self.done or self.open)


def first_day(period: Period, ways: Ways, now: datetime) -> date:
    """Weeks are whole: the period begins with one."""
    today = now.astimezone(ZoneInfo(ways.zone)).date()
    return week_of(today, ways) - timedelta(days=period.days - 7)


def counted(lives: Iterable[Life], period: Period, *, ways: Ways, now: datetime) -> Insights:
    """Days are the person's own; a task that is due on another day than before counts by the day it has now."""
    known, zone = tuple(lives), ZoneInfo(ways.zone)
    first, today = first_day(period, ways, now), now.astimezone(zone).date()
    days = [first + timedelta(days=step) for step in range((today - first).days + 1)]
    done = [life for life in known if (at := life.completed) and first <= at.astimezone(zone).date() <= today]
    still = [life for life in known if life.completed is None]
    late = {id(life) for life in still if _late_from(life, zone, now) <= today}
    by_day = Counter(life.completed.astimezone(zone).date() for life in done if life.completed)
    weeks = Counter({week_of(day, ways): 0 for day in days})
    for day, number in by_day.items():
        weeks[week_of(day, ways)] += number

    def shares(names: Callable[[Life], Iterable[str]]) -> tuple[Share, ...]:
        return _shares(done, still, late, names)

    return Insights(
        days=tuple((day, by_day[day]) for day in days),
        weeks=tuple(sorted(weeks.items())),
        overdue=_overdue(known, days, zone, now),
        lists=shares(lambda life: (life.list or INBOX,)),
        tags=shares(lambda life: life.tags),
        done=len(done),
        open=len(still),
    )


def _late_from(life: Life, zone: ZoneInfo, now: datetime) -> date:
    """The first day at whose end it was overdue (T-07), or is now."""
    if life.due_at is not None:
        day = life.due_at.astimezone(zone).date()
        is_ahead = life.due_at >= now and day == now.astimezone(zone).date()
        return day + timedelta(days=is_ahead)
    return life.due_on + timedelta(days=1) if life.due_on else date.max


def _overdue(lives: Iterable[Life], days: list[date], zone: ZoneInfo, now: datetime) -> tuple[tuple[date, int], ...]:
    """Each task comes in on one day and goes out on another: one walk over both, however many there are."""
    change = Counter[date]()
    for life in lives:
        start = max(_late_from(life, zone, now), life.created.astimezone(zone).date(), days[0])
        end = life.completed.astimezone(zone).date() if life.completed else date.max
        if start < end:
            change[start] += 1
            change[end] -= 1
    return tuple(zip(days, accumulate(change[day] for day in days), strict=True))


def _shares(
    done: Iterable[Life], still: Iterable[Life], late: set[int], names: Callable[[Life], Iterable[str]]
) -> tuple[Share, ...]:
    of_done = Counter(name for life in done for name in names(life))
    of_open, of_late = Counter[str](), Counter[str]()
    for life in still:
        of_open.update(names(life))
        of_late.update(names(life) if id(life) in late else ())
    order = sorted({*of_done, *of_open}, key=lambda name: (-of_done[name], -of_open[name], name))
    return tuple(Share(name, of_done[name], of_open[name], of_late[name]) for name in order[:MOST_NAMED])
