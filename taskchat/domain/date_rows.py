"""The table of what people say for dates and times: a new phrase is a new row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from taskchat.domain.days import Asked, month_end, month_start, next_dayno, week_of, weekday_from, written_day
from taskchat.domain.patterns import Pattern, pattern
from taskchat.domain.slots import SLOTS, Duration, Hour, Written
from taskchat.domain.vocabulary import END_OF_DAY
from taskchat.domain.when import Said
from taskchat.errors import Invalid

Build = Callable[..., Said | None]
SURE, HALF, NONE = 2, 1, 0
MIDNIGHT = Hour(time(0), next_day=True)


@dataclass(frozen=True, slots=True)
class Row:
    """`weight` is how sure a phrase is by itself: inside a longer text two are needed, alone it may be anything.

    `exposed` phrases count inside a text only where no other word follows ("at 5", but not "at 5 places");
    `follows` phrases only after another part of a date ("tomorrow 5").
    """

    pattern: Pattern
    build: Build
    weight: int = SURE
    exposed: bool = False
    follows: bool = False


def row(text: str, build: Build, weight: int = SURE, *, exposed: bool = False, follows: bool = False) -> Row:
    return Row(pattern(text, SLOTS), build, weight, exposed, follows)


def in_days(days: int) -> Build:
    return lambda asked: Said(day=asked.day + timedelta(days=days))


def in_weeks(weeks: int) -> Build:
    return lambda asked: Said(week=asked.week + timedelta(weeks=weeks))


def in_months(months: int) -> Build:
    return lambda asked: Said(day=month_start(asked.day, months))


def week_end(weeks: int) -> Build:
    return lambda asked: Said(day=asked.week + timedelta(weeks=weeks, days=6))


def end_of_month(months: int) -> Build:
    return lambda asked: Said(day=month_end(month_start(asked.day, months)))


def new_year(years: int) -> Build:
    return lambda asked: Said(day=date(asked.day.year + years, 1, 1))


def year_end(asked: Asked) -> Said:
    return Said(day=date(asked.day.year, 12, 31))


def saturday(weeks: int) -> Build:
    """A weekend stands for its Saturday; on a Sunday this weekend is today."""

    def build(asked: Asked) -> Said:
        this = asked.day if asked.day.weekday() == 6 else weekday_from(asked.day, 5)
        return Said(day=this if weeks == 0 else weekday_from(week_of(asked.day, asked.ways) + timedelta(days=7), 5))

    return build


def weekday(asked: Asked, number: int) -> Said:
    return Said(weekday=number)


def this_weekday(asked: Asked, number: int) -> Said:
    return Said(day=weekday_from(asked.day, number))


def next_weekday(asked: Asked, number: int) -> Said:
    """That day of the coming week, as the person's weeks begin."""
    return Said(day=weekday_from(asked.week + timedelta(days=7), number))


def last_weekday(asked: Asked, number: int) -> Said:
    return Said(day=weekday_from(asked.day - timedelta(days=7), number))


def after(asked: Asked, duration: Duration) -> Said | None:
    return moved(asked, duration, 1)


def before(asked: Asked, duration: Duration) -> Said | None:
    return moved(asked, duration, -1)


def moved(asked: Asked, by: Duration, sign: int) -> Said | None:
    """Minutes move the moment; days and months the day, at no time of day."""
    try:
        if by.minutes:
            now = asked.now.replace(second=0, microsecond=0)
            return Said(at=now + sign * timedelta(days=by.days, minutes=by.minutes))
        day = asked.day + relativedelta(months=sign * by.months) + sign * timedelta(days=by.days)
    except (OverflowError, ValueError):
        return None
    whole_weeks = sign > 0 and by.days and by.days % 7 == 0 and not by.months
    return Said(day=day, week=week_of(day, asked.ways) if whole_weeks else None)


def day_month(asked: Asked, day: int, month: int, year: int | None = None) -> Said | None:
    """A day that its month does not have is told to the person, not guessed."""
    if day > 31:
        return None
    try:
        found = written_day(day, month, year, asked)
        return Said(day=found, written="with year" if year else "without year")
    except Invalid as problem:
        return Said(problem=problem.message)


def month_day(asked: Asked, month: int, day: int, year: int | None = None) -> Said | None:
    return day_month(asked, day, month, year)


def first_of_month(asked: Asked, month: int, year: int | None = None) -> Said | None:
    return day_month(asked, 1, month, year)


def figures(asked: Asked, written: Written) -> Said | None:
    """ "3/4" as the person writes dates; where only one order is a date, that one."""
    day_first = asked.ways.day_first if written.day_first is None else written.day_first
    day, month = (written.first, written.second) if day_first else (written.second, written.first)
    if month > 12 >= day and written.day_first is None:
        day, month = month, day
    return day_month(asked, day, month, written.year) if 1 <= month <= 12 and day else None


def dayno(asked: Asked, number: int) -> Said | None:
    found = next_dayno(number, asked)
    return Said(day=found) if found else None


def dayno_next_month(asked: Asked, number: int) -> Said | None:
    first = month_start(asked.day, 1)
    return day_month(asked, number, first.month, first.year)


def iso(asked: Asked, text: str) -> Said | None:
    """RFC 3339; a time without an offset is on the person's clock."""
    try:
        found = datetime.fromisoformat(text.upper())
        if "t" not in text:
            return Said(day=found.date(), written="with year")
        return Said(at=found if found.tzinfo else found.replace(tzinfo=ZoneInfo(asked.ways.zone)))
    except ValueError:
        return None


def at(asked: Asked, hour: Hour) -> Said:
    return Said(clock=hour)


def from_to(asked: Asked, first: Hour, last: Hour) -> Said | None:
    start, end = (datetime.combine(asked.day, hour.clock) for hour in (first, last))
    minutes = (end - start) // timedelta(minutes=1) % 1440
    return Said(clock=first, length=minutes) if minutes and not first.next_day else None


def at_clock(clock: Hour) -> Build:
    return lambda asked: Said(clock=clock)


def past(minutes: int) -> Build:
    """ "Half past 5", "quarter to 6"."""

    def build(asked: Asked, hour: Hour) -> Said:
        then = datetime.combine(asked.day, hour.clock) + timedelta(minutes=minutes)
        return Said(clock=Hour(then.time(), hour.unsure))

    return build


def period(asked: Asked, name: str) -> Said:
    return Said(period=name)


def today_period(asked: Asked, name: str) -> Said:
    return Said(day=asked.day, period=name)


def moment(asked: Asked) -> Said:
    return Said(at=asked.now.replace(second=0, microsecond=0))


def rows(texts: tuple[str, ...], build: Callable[..., Any], weight: int = SURE) -> tuple[Row, ...]:
    return tuple(row(text, build, weight) for text in texts)


ROWS: tuple[Row, ...] = (
    row("today", in_days(0)),
    row("later today", in_days(0)),
    row("tomorrow|tmrw|tmr|tmw|tomorow|tommorow|tommorrow", in_days(1)),
    row("the? day after tomorrow", in_days(2)),
    row("overmorrow", in_days(2)),
    row("yesterday", in_days(-1), HALF),
    row("the? day before yesterday", in_days(-2), HALF),
    row("tonight|tonite", lambda asked: Said(day=asked.day, period="night")),
    row("this {period}", today_period),
    row("first thing", at_clock(Hour(time(9))), follows=True),
    row("now|asap", moment, NONE),
    row("right now", moment, NONE),
    # weekdays
    row("{fullday}", weekday),
    row("{weekday}", weekday, HALF),
    row("this|coming {weekday}", this_weekday),
    row("the|this coming {weekday}", this_weekday),
    row("next {weekday}", next_weekday),
    row("last {weekday}", last_weekday, NONE),
    # weeks, months, years
    row("this week", week_end(0), HALF),
    row("next week", in_weeks(1)),
    row("the week after next", in_weeks(2)),
    row("last week", in_weeks(-1), NONE),
    row("start|beginning of next week", in_weeks(1)),
    *rows(("the? end of the|this? week", "eow"), week_end(0)),
    row("the? end of next week", week_end(1)),
    row("the|this? weekend", saturday(0)),
    row("at|on|over the weekend", saturday(0)),
    row("next weekend", saturday(1)),
    row("this month", end_of_month(0), HALF),
    row("next month", in_months(1)),
    row("last month", in_months(-1), NONE),
    row("the? start|beginning of next month", in_months(1)),
    *rows(("the? end of the|this? month", "eom"), end_of_month(0)),
    row("the? end of next month", end_of_month(1)),
    row("next year", new_year(1)),
    *rows(("the? end of the|this? year", "eoy"), year_end),
    row("in {duration}", after),
    row("in {duration} time", after),
    row("within {duration}", after),
    row("{duration} from now|today", after),
    row("{duration}", after, NONE),
    row("{duration} later", after, NONE),
    row("{duration} ago", before, NONE),
    # written dates
    row("{iso}", iso),
    row("{slashed}", figures, exposed=True),
    row("{dotted}", figures),
    row("{dots}", figures, HALF),
    row("the? {dayno} of? {month} ,? {year}", day_month),
    row("the? {dayno} {month}", day_month),
    row("the {dayno} of {month}", day_month),
    row("the? {ord} of? {month} ,? {year}?", day_month),
    row("{month} the? {ord} ,? {year}?", month_day),
    row("{month} {dayno} ,? {year}", month_day),
    row("{month} {dayno}", month_day, exposed=True),
    row("in {month} {year}?", first_of_month),
    row("{month} {year}", first_of_month, HALF),
    row("next|this {month}", first_of_month, HALF),
    row("{month}", first_of_month, NONE),
    *rows(("christmas eve", "xmas eve"), lambda asked: day_month(asked, 24, 12), HALF),
    row("christmas|xmas day?", lambda asked: day_month(asked, 25, 12), HALF),
    row("new year's|year’s|years eve", lambda asked: day_month(asked, 31, 12), HALF),
    row("the {ord}", dayno, exposed=True),
    row("{ord}", dayno, HALF, exposed=True),
    row("the {ord} of this month", dayno),
    row("the? {ord} of next month", dayno_next_month),
    # times of day
    row("at? {clock}", at),
    row("at? {clock} sharp|hours", at),
    row("from|at? {clock} to|until|till|-|– {clock}", from_to),
    row("at {hour}", at, exposed=True),
    row("at? {hour} o'clock|oclock|o’clock", at),
    row("{hour}", at, NONE, exposed=True, follows=True),
    row("at? half past {hour}", past(30)),
    row("at? quarter past {hour}", past(15)),
    row("at? quarter to {hour}", past(-15)),
    *rows(("at noon|midday|lunchtime", "noon|midday"), at_clock(Hour(time(12)))),
    *rows(("at midnight", "midnight"), at_clock(MIDNIGHT)),
    row("in the {period}", period),
    row("at night", lambda asked: Said(period="night"), HALF),
    row("{period}", period, HALF, follows=True),
    row("first thing in the {period}", period),
    *rows(("eod|cob", "the? end of the? day", "close of business"), lambda asked: Said(period=END_OF_DAY)),
)
