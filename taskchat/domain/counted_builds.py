"""Days that are counted from another day: "10 days after christmas", "a week on tuesday", "in 5 workdays"."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from taskchat.domain.date_builds import Build, after
from taskchat.domain.days import Asked, week_of, weekday_from
from taskchat.domain.durations import Duration
from taskchat.domain.english.vocabulary import PERIODS
from taskchat.domain.slots import Hour
from taskchat.domain.when import Said, day_meant

Anchor = Callable[[Asked], Said | None]
"""What the words for a day mean: "christmas", "next tuesday"."""
MOST_WORKDAYS, MOST_WEEKS = 10_000, 520


def from_day(sign: int) -> Build:
    """ "3 days before the 15th" (-1), "a week from friday" (1): counted from the coming one."""

    def build(asked: Asked, by: Duration, anchor: Anchor) -> Said | None:
        day = _day(anchor, asked)
        return moved_day(day, by, sign) if day else None

    return build


def beside_day(days: int) -> Build:
    """ "The day after christmas"."""

    def build(asked: Asked, anchor: Anchor) -> Said | None:
        day = _day(anchor, asked)
        return Said(day=day + timedelta(days=days)) if day else None

    return build


def weekday_beside(sign: int) -> Build:
    """ "The friday after christmas", "the monday before easter"."""

    def build(asked: Asked, place: int | None, weekday: int, anchor: Anchor) -> Said | None:
        day = _day(anchor, asked)
        if day is None or (place or 1) < 1:
            return None
        nearest = weekday_from(day + timedelta(days=1 if sign > 0 else -7), weekday)
        return Said(day=nearest + sign * timedelta(weeks=(place or 1) - 1))

    return build


def week_with(weeks: int) -> Build:
    """ "The week of march 16", "the week after easter": the first day of it."""

    def build(asked: Asked, anchor: Anchor) -> Said | None:
        day = _day(anchor, asked)
        return Said(week=week_of(day, asked.ways) + timedelta(weeks=weeks)) if day else None

    return build


def nth_weekday_from_now(asked: Asked, number: int, weekday: int) -> Said | None:
    """ "Two fridays from now"."""
    if not 1 <= number <= MOST_WEEKS:
        return None
    return Said(day=weekday_from(asked.day + timedelta(days=1), weekday) + timedelta(weeks=number - 1))


def weekday_after_next(asked: Asked, weekday: int) -> Said:
    """The one after "next friday"."""
    return Said(day=weekday_from(asked.week + timedelta(days=14), weekday))


def week_after_weekday(asked: Asked, weekday: int) -> Said:
    """ "Friday week"."""
    return Said(day=weekday_from(asked.day + timedelta(days=1), weekday) + timedelta(days=7))


def in_weeks_from_today(weeks: int, days: int = 0) -> Build:
    """ "A week today", "a fortnight tomorrow"."""
    return lambda asked: Said(day=asked.day + timedelta(weeks=weeks, days=days))


def same_time(asked: Asked, anchor: Anchor) -> Said | None:
    """ "This time tomorrow"."""
    day = _day(anchor, asked)
    return Said(day=day, clock=Hour(asked.local.time().replace(second=0, microsecond=0))) if day else None


def same_time_later(days: int) -> Build:
    return lambda asked: same_time(asked, lambda asked: Said(day=asked.day + timedelta(days=days)))


def in_workdays(asked: Asked, number: int) -> Said | None:
    """Saturdays and sundays do not count."""
    if number > MOST_WORKDAYS:
        return None
    day = asked.day - timedelta(days=max(asked.day.weekday() - 4, 0))
    weeks, rest = divmod(number, 5)
    over = day.weekday() + rest > 4
    return Said(day=day + timedelta(weeks=weeks, days=rest + 2 * over))


def next_workday(asked: Asked) -> Said | None:
    return in_workdays(asked, 1)


def part_of_day(asked: Asked, period: str, anchor: Anchor) -> Said | None:
    """ "The morning of the 6th"."""
    day = _day(anchor, asked)
    return Said(day=day, period=period) if day else None


def early_on(asked: Asked, anchor: Anchor) -> Said | None:
    return part_of_day(asked, "early morning", anchor)


def edge_of_part(edge: str) -> Build:
    """ "Early tomorrow morning"."""

    def build(asked: Asked, anchor: Anchor, period: str) -> Said | None:
        return part_of_day(asked, f"{edge} {period}", anchor) if f"{edge} {period}" in PERIODS else None

    return build


def moved_day(day: date, by: Duration, sign: int) -> Said | None:
    try:
        moved = day + sign * relativedelta(months=by.months, days=by.days)
    except (OverflowError, ValueError):
        return None
    return None if by.minutes else Said(day=moved)


def _day(anchor: Anchor, asked: Asked) -> date | None:
    said = anchor(asked)
    return day_meant(said, asked) if said and not said.problem else None


def within(duration: Duration) -> Build:
    """ "In the next hour": a duration that a name says."""
    return lambda asked: after(asked, duration)
