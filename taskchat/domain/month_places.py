"""Days that are counted within their month or from another day: "first monday of april", "in 5 workdays"."""

from collections.abc import Callable
from datetime import date, timedelta

from taskchat.domain.days import Asked, month_end, month_start, weekday_from
from taskchat.domain.slots import Duration
from taskchat.domain.when import Said

Place = Callable[[date], date | None]
"""The day within the month that begins on a date; None where it has no such day."""
MOST_WORKDAYS = 10_000


def nth_weekday(place: int, weekday: int) -> Place:
    """ "Third thursday"; -1 is the last."""

    def find(first: date) -> date | None:
        if place < 0:
            return weekday_from(month_end(first) - timedelta(days=6), weekday)
        found = weekday_from(first, weekday) + timedelta(weeks=place - 1)
        return found if found.month == first.month else None

    return find


def nth_workday(place: int) -> Place:
    def find(first: date) -> date | None:
        days = (first + timedelta(days=ahead) for ahead in range(month_end(first).day))
        work = [day for day in days if day.weekday() < 5]
        return work[place - (place > 0)] if abs(place) <= len(work) else None

    return find


def of_month(asked: Asked, find: Place, month: int, year: int | None) -> Said | None:
    """In that month; without a year in the next one whose day is still ahead."""
    years = (year,) if year else (asked.day.year, asked.day.year + 1)
    days = (find(date(each, month, 1)) for each in years)
    found = next((day for day in days if day and (year or day >= asked.day)), None)
    return Said(day=found) if found else None


def of_this_month(asked: Asked, find: Place) -> Said | None:
    """In this month, or in the next where the day has passed."""
    days = (find(month_start(asked.day, ahead)) for ahead in range(12))
    found = next((day for day in days if day and day >= asked.day), None)
    return Said(day=found) if found else None


def of_next_month(asked: Asked, find: Place) -> Said | None:
    found = find(month_start(asked.day, 1))
    return Said(day=found) if found else None


def weekday_of_month(asked: Asked, place: int, weekday: int, month: int, year: int | None = None) -> Said | None:
    return of_month(asked, nth_weekday(place, weekday), month, year)


def weekday_of_this_month(asked: Asked, place: int, weekday: int) -> Said | None:
    return of_this_month(asked, nth_weekday(place, weekday))


def weekday_of_next_month(asked: Asked, place: int, weekday: int) -> Said | None:
    return of_next_month(asked, nth_weekday(place, weekday))


def workday_of_this_month(asked: Asked, place: int) -> Said | None:
    return of_this_month(asked, nth_workday(place))


def workday_of_next_month(asked: Asked, place: int) -> Said | None:
    return of_next_month(asked, nth_workday(place))


def last_of_month(asked: Asked, month: int, year: int | None = None) -> Said | None:
    return of_month(asked, month_end, month, year)


def middle_of_month(asked: Asked, month: int, year: int | None = None) -> Said | None:
    return of_month(asked, lambda first: first.replace(day=15), month, year)


def quarter_end(quarters: int) -> Callable[[Asked], Said]:
    """The last day of this quarter, or of one after it."""

    def build(asked: Asked) -> Said:
        return Said(day=month_end(month_start(asked.day, (3 - asked.day.month) % 3 + 3 * quarters)))

    return build


def next_quarter(asked: Asked) -> Said:
    return Said(day=month_start(asked.day, (3 - asked.day.month) % 3 + 1))


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


def from_weekday(asked: Asked, by: Duration, weekday: int) -> Said | None:
    """ "A week from friday": counted from the coming one."""
    return _moved(weekday_from(asked.day + timedelta(days=1), weekday), by)


def from_tomorrow(asked: Asked, by: Duration) -> Said | None:
    return _moved(asked.day + timedelta(days=1), by)


def week_after_weekday(asked: Asked, weekday: int) -> Said | None:
    """ "Friday week"."""
    return from_weekday(asked, Duration(days=7), weekday)


def in_weeks_from_today(weeks: int, days: int = 0) -> Callable[[Asked], Said]:
    """ "A week today", "a fortnight tomorrow"."""
    return lambda asked: Said(day=asked.day + timedelta(weeks=weeks, days=days))


def _moved(day: date, by: Duration) -> Said | None:
    try:
        return None if by.months or by.minutes else Said(day=day + timedelta(days=by.days))
    except OverflowError:
        return None
