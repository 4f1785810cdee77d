"""Days that are looked for within a span: "the end of june", "first monday of next month", "early next week"."""

from collections.abc import Callable
from datetime import date, timedelta

from taskchat.domain.days import Asked, weekday_from
from taskchat.domain.stretches import Found, Stretch, named_month
from taskchat.domain.when import Said

Build = Callable[..., Said | None]
Pick = Callable[[Stretch], date | None]
"""The day within the span; None where it has no such day."""
FRIDAY = 4


def picked(asked: Asked, found: Found, pick: Pick) -> Said | None:
    """In the first span whose day is still ahead; one that was named outright may have passed."""
    days = [day for stretch in found(asked) if (day := pick(stretch))]
    day = next((day for day in days if day >= asked.day), days[-1] if days else None)
    return Said(day=day) if day else None


def end_of(asked: Asked, found: Found) -> Said | None:
    """ "Before the end of june" is not the day before."""
    said = picked(asked, found, lambda stretch: stretch.last)
    return said and Said(day=said.day, before=False)


def start_of(asked: Asked, found: Found) -> Said | None:
    return picked(asked, found, lambda stretch: stretch.first)


def middle_of(asked: Asked, found: Found) -> Said | None:
    return picked(asked, found, middle)


def late_in(asked: Asked, found: Found) -> Said | None:
    """ "Late next week" is its friday, "late june" its last day."""
    return picked(asked, found, lambda each: weekday_from(each.first, FRIDAY) if _days(each) == 7 else each.last)


def end_of_this(found: Found) -> Callable[[Asked], Said | None]:
    return lambda asked: end_of(asked, found)


def start_of_next(found: Found) -> Callable[[Asked], Said | None]:
    return lambda asked: start_of(asked, found)


def middle_of_month(asked: Asked, month: int, year: int | None = None) -> Said | None:
    return middle_of(asked, lambda asked: named_month(asked, month, year))


def middle(stretch: Stretch) -> date:
    """The 15th of a month, the wednesday of a week."""
    days = _days(stretch)
    return stretch.first + timedelta(days=14 if 28 <= days <= 31 else (days - 2) // 2)


def nth_weekday(asked: Asked, place: int, weekday: int, found: Found) -> Said | None:
    return picked(asked, found, lambda stretch: _nth([day for day in _all(stretch) if day.weekday() == weekday], place))


def nth_workday(asked: Asked, place: int, found: Found) -> Said | None:
    return picked(asked, found, lambda stretch: _nth([day for day in _all(stretch) if day.weekday() < 5], place))


def nth_day(asked: Asked, place: int, found: Found) -> Said | None:
    return picked(asked, found, lambda stretch: _nth(_all(stretch), place))


def nth_week(asked: Asked, place: int, found: Found) -> Said | None:
    """The first seven days are the first week; it stands for the day it begins on."""
    return picked(asked, found, lambda stretch: _nth(_all(stretch), place * 7 - 6 if place > 0 else place * 7))


def the_weekday(asked: Asked, weekday: int, found: Found) -> Said | None:
    """ "Friday of next week"."""
    return nth_weekday(asked, 1, weekday, found)


def _days(stretch: Stretch) -> int:
    return (stretch.last - stretch.first).days + 1


def _all(stretch: Stretch) -> list[date]:
    return [stretch.first + timedelta(days=ahead) for ahead in range(_days(stretch))]


def _nth(days: list[date], place: int) -> date | None:
    """Counted from 1, or from the end with -1."""
    at = place - (place > 0)
    return days[at] if -len(days) <= at < len(days) and place else None


def middle_of_a(found: Found) -> Build:
    """ "Mid-month"."""
    return lambda asked: middle_of(asked, found)


def weekday_of(found: Found) -> Build:
    """ "Friday this week"."""
    return lambda asked, number: the_weekday(asked, number, found)
