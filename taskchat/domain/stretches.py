"""Spans of days that have a name: "next week", "june 2027", "q3", of which one says the end or the last friday."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from taskchat.domain.days import Asked, full_year, month_end, month_start
from taskchat.domain.english.vocabulary import SEASONS
from taskchat.domain.patterns import (
    Index,
    Pattern,
    Slot,
    Tokens,
    any_slot,
    headed,
    matches,
    pattern,
    token_slot,
    word_slot,
)
from taskchat.domain.slots import SLOTS
from taskchat.domain.tokens import Kind


@dataclass(frozen=True, slots=True)
class Stretch:
    """Both days belong to it."""

    first: date
    last: date


Found = Callable[[Asked], tuple[Stretch, ...]]
"""The spans that can be meant, the nearest first: "june" is this year's or the next."""
Build = Callable[..., tuple[Stretch, ...]]
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


def _rows(build: Build, *texts: str) -> tuple[tuple[Pattern, Build], ...]:
    return tuple((pattern(text, NAMES), build) for text in texts)


def _figure(letter: str, most: int) -> Slot:
    """ "q3", "h1"."""
    return word_slot({f"{letter}{number}": number for number in range(1, most + 1)})


NAMES = SLOTS | {
    "quarter": _figure("q", 4),
    "half": _figure("h", 2),
    "season": word_slot(SEASONS),
    "full_year": token_slot(Kind.NUMBER, lambda text: int(text) if len(text) == 4 and text.isdecimal() else None),
}
MONTH_ROWS = (
    *_rows(named_month, "{month} {year}?"),
    *_rows(next_named_month, "next|this|coming {month}"),
)
SEASONS_NAMED = _rows(season, "the? {season} {year}?")
WEEK_ROWS = (
    *_rows(week(0), "the|this|current? week"),
    *_rows(week(1), "the? next|following|coming week"),
    *_rows(week(2), "the? week after next"),
)
FIGURES = (*_rows(named_quarter, "{quarter} {year}?"), *_rows(named_half, "{half} {year}?"))
SEASON_ROWS = (
    *SEASONS_NAMED,
    *FIGURES,
    *_rows(named_quarter, "the? {nth} quarter|qtr {year}?"),
    *_rows(named_half, "the? {nth} half {year}?"),
)
QUARTERS = (
    *_rows(quarter(0), "the|this|current? quarter|qtr"),
    *_rows(quarter(1), "the? next|following|coming quarter|qtr"),
)
STRETCHES: tuple[tuple[Pattern, Build], ...] = (
    *MONTH_ROWS,
    *SEASON_ROWS,
    *WEEK_ROWS,
    *_rows(this_month, "the|current? month"),
    *_rows(month(0), "this month"),
    *_rows(month(1), "the? next|following|coming month"),
    *_rows(month(2), "the? month after next"),
    *QUARTERS,
    *_rows(year(0), "the|this|current? year|yr"),
    *_rows(year(1), "the? next|following|coming year|yr"),
    *_rows(named_year, "{full_year}"),
    *_rows(weekend(0), "the|this? weekend"),
)


def _slot(rows: tuple[tuple[Pattern, Build], ...]) -> Slot:
    index = Index(rows, lambda row: row[0])

    def read(tokens: Tokens, place: int) -> tuple[int, Found] | None:
        longest: tuple[int, Found] | None = None
        for wanted, build in index.at(tokens, place):
            for after, values in matches(wanted, tokens, place):
                if longest is None or after > longest[0]:
                    longest = after, _bound(build, values)
        return longest

    return headed(read, index.heads.words, *index.heads.kinds)


def _bound(build: Build, values: tuple[object, ...]) -> Found:
    return lambda asked: build(asked, *values)


STRETCH_SLOTS: dict[str, Slot] = {
    "stretch": _slot(STRETCHES),
    "month_said": _slot(MONTH_ROWS),
    "season_said": _slot(SEASONS_NAMED),
    "quarter_said": _slot(QUARTERS),
    "week_said": _slot(WEEK_ROWS),
    "figure_said": _slot(FIGURES),
    "long_stretch": any_slot(_slot(MONTH_ROWS), _slot(SEASONS_NAMED), _slot(FIGURES)),
}
