"""Which days a span with a name is: this week, june, the third quarter; the rows of its words are built with these."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from taskchat.domain.days import Asked, full_year, month_end, month_start


@dataclass(frozen=True, slots=True)
class Stretch:
    """Both days belong to it."""

    first: date
    last: date


Found = Callable[[Asked], tuple[Stretch, ...]]
"""The spans that can be meant, the nearest first: "june" is this year's or the next."""
Build = Callable[..., tuple[Stretch, ...]]
Rows = tuple[tuple[str, Build], ...]
"""How a span is said, and which it is."""
MONTHS_IN_QUARTER, MONTHS_IN_HALF = 3, 6
YEARS = range(1970, 2200)


def week(ahead: int) -> Build:
    def build(asked: Asked) -> tuple[Stretch, ...]:
        first = asked.week + timedelta(weeks=ahead)
        return (Stretch(first, first + timedelta(days=6)),)

    return build


def month(ahead: int) -> Build:
    return lambda asked: (_months(month_start(asked.day, ahead), 1),)


def this_month(asked: Asked) -> tuple[Stretch, ...]:
    """ "The first of the month" is next month's once it has passed."""
    return tuple(_months(month_start(asked.day, ahead), 1) for ahead in range(13))


def named_month(asked: Asked, number: int, year: int | None = None) -> tuple[Stretch, ...]:
    return tuple(_months(date(each, number, 1), 1) for each in _years(asked, year))


def next_named_month(asked: Asked, number: int) -> tuple[Stretch, ...]:
    coming = named_month(asked, number)
    return tuple(each for each in coming if each.first > asked.day)


def quarter(ahead: int) -> Build:
    def build(asked: Asked) -> tuple[Stretch, ...]:
        first = month_start(asked.day, -((asked.day.month - 1) % MONTHS_IN_QUARTER) + MONTHS_IN_QUARTER * ahead)
        return (_months(first, MONTHS_IN_QUARTER),)

    return build


def named_quarter(asked: Asked, number: int, year: int | None = None) -> tuple[Stretch, ...]:
    first = MONTHS_IN_QUARTER * (number - 1) + 1
    return tuple(_months(date(each, first, 1), MONTHS_IN_QUARTER) for each in _years(asked, year) if number <= 4)


def named_half(asked: Asked, number: int, year: int | None = None) -> tuple[Stretch, ...]:
    first = MONTHS_IN_HALF * (number - 1) + 1
    return tuple(_months(date(each, first, 1), MONTHS_IN_HALF) for each in _years(asked, year) if number <= 2)


def year(ahead: int) -> Build:
    return lambda asked: (_months(date(asked.day.year + ahead, 1, 1), 12),)


def named_year(asked: Asked, number: int) -> tuple[Stretch, ...]:
    number = full_year(number, asked)
    return (_months(date(number, 1, 1), 12),) if number in YEARS else ()


def season(asked: Asked, dates: tuple[int, int, int, int], year: int | None = None) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(date(each, dates[0], dates[1]), date(each + (dates[2] < dates[0]), dates[2], dates[3]))
        for each in _years(asked, year)
    )


def weekend(ahead: int) -> Build:
    def build(asked: Asked) -> tuple[Stretch, ...]:
        saturday = asked.day + timedelta(days=(5 - asked.day.weekday()) % 7 + 7 * ahead)
        return (Stretch(saturday, saturday + timedelta(days=1)),)

    return build


def _months(first: date, count: int) -> Stretch:
    return Stretch(first, month_end(month_start(first, count - 1)))


def _years(asked: Asked, year: int | None) -> tuple[int, ...]:
    found = (asked.day.year, asked.day.year + 1) if year is None else (full_year(year, asked),)
    return tuple(each for each in found if each in YEARS)


def rows(build: Build, *texts: str) -> Rows:
    return tuple((text, build) for text in texts)
