"""What the phrases of the table of dates mean: each builds a part of a date from what stood in its row."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from taskchat.domain.days import (
    Asked,
    full_year,
    month_end,
    month_start,
    next_dayno,
    week_of,
    weekday_from,
    written_day,
)
from taskchat.domain.durations import Duration
from taskchat.domain.english.vocabulary import PERIODS
from taskchat.domain.holiday_rules import Rule
from taskchat.domain.slots import Hour, Written
from taskchat.domain.when import Said, joined
from taskchat.errors import Invalid

WEDNESDAY = 2
Build = Callable[..., Said | None]
MINYEAR, MAXYEAR = 1970, 4000


def in_days(days: int) -> Build:
    return lambda asked: Said(day=asked.day + timedelta(days=days))


def in_weeks(weeks: int) -> Build:
    return lambda asked: Said(week=asked.week + timedelta(weeks=weeks))


def in_months(months: int) -> Build:
    return lambda asked: Said(day=month_start(asked.day, months))


def saturday(weeks: int) -> Build:
    """A weekend stands for its Saturday, and holds a Sunday; on a Sunday this weekend is today."""

    def build(asked: Asked) -> Said:
        this = asked.day if asked.day.weekday() == 6 else weekday_from(asked.day, 5)
        return Said(week=this if weeks == 0 else weekday_from(asked.week + timedelta(weeks=weeks), 5))

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


def named_day(asked: Asked, rule: Rule, year: int | None = None) -> Said | None:
    """ "Easter": without a year the next one."""
    years = (asked.day.year, asked.day.year + 1) if year is None else (full_year(year, asked),)
    if not MINYEAR <= years[0] < MAXYEAR:
        return None
    day = next((day for day in map(rule.find, years) if year is not None or day >= asked.day), None)
    return Said(day=day) if day else None


def weekday_dayno(asked: Asked, weekday: int, number: int) -> Said | None:
    """ "Friday the 17th": in the next month where it is one."""
    months = (month_start(asked.day, ahead) for ahead in range(48))
    days = (first.replace(day=number) for first in months if 1 <= number <= month_end(first).day)
    day = next((day for day in days if day >= asked.day and day.weekday() == weekday), None)
    return Said(day=day) if day else None


def weekday_day_month(asked: Asked, weekday: int, day: int, month: int, year: int | None = None) -> Said | None:
    """Both parts at once: whether they agree is for `joined` to tell."""
    written = day_month(asked, day, month, year)
    return written and joined(Said(weekday=weekday), written, asked)


def weekday_month_day(asked: Asked, weekday: int, month: int, day: int, year: int | None = None) -> Said | None:
    return weekday_day_month(asked, weekday, day, month, year)


def ides(asked: Asked, month: int) -> Said | None:
    return day_month(asked, 15, month)


def year_day_month(asked: Asked, day: int, month: int) -> Said | None:
    """ "Next year on 5 may"."""
    return day_month(asked, day, month, 1)


def year_month_day(asked: Asked, month: int, day: int) -> Said | None:
    return day_month(asked, day, month, 1)


def month_day(asked: Asked, month: int, day: int, year: int | None = None) -> Said | None:
    return day_month(asked, day, month, year)


def first_of_month(asked: Asked, month: int, year: int | None = None) -> Said | None:
    """No weekday goes with it: "email April on monday" names a person and a day."""
    return Said(day=written_day(1, month, year, asked))


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
    except ValueError:
        return None
    if not MINYEAR <= found.year <= MAXYEAR:  # at the ends of all days another zone's clock shows none
        return None
    return Said(at=found if found.tzinfo else found.replace(tzinfo=ZoneInfo(asked.ways.zone)))


def at(asked: Asked, hour: Hour) -> Said:
    return Said(clock=hour)


def between(asked: Asked, first: Hour, last: Hour) -> Said | None:
    """ "9am to 5pm", "5-6pm", "from 9 to 5": the start, and how long it lasts."""
    if first.next_day:
        return None
    start = _at_night(first, last) if first.unsure and not last.unsure else _by_day(first)
    end = last.clock
    if last.unsure and end <= start:
        end = end.replace(hour=end.hour % 12 + 12)
    minutes = (datetime.combine(asked.day, end) - datetime.combine(asked.day, start)) // timedelta(minutes=1) % 1440
    fits = minutes and not (last.unsure and end <= start)
    return Said(clock=Hour(start), length=minutes) if fits else None


def _at_night(first: Hour, last: Hour) -> time:
    """ "5-6pm": the first is the latest such hour before the last."""
    early, late = (first.clock.replace(hour=first.clock.hour % 12 + half) for half in (0, 12))
    return late if late < last.clock or last.clock <= early else early


def _by_day(hour: Hour) -> time:
    """ "From 2 to 4" is in the afternoon."""
    return hour.clock.replace(hour=hour.clock.hour + 12) if hour.unsure and hour.clock.hour < 7 else hour.clock


def minutes_past(asked: Asked, minutes: int, hour: Hour) -> Said | None:
    return past(minutes)(asked, hour) if 1 <= minutes <= 29 else None


def minutes_to(asked: Asked, minutes: int, hour: Hour) -> Said | None:
    return past(-minutes)(asked, hour) if 1 <= minutes <= 29 else None


def half_of_day(evening: bool) -> Build:
    """ "Five pm"."""
    return lambda asked, hour: Said(clock=Hour(hour.clock.replace(hour=hour.clock.hour % 12 + 12 * evening)))


def whole_hours(asked: Asked, number: int) -> Said | None:
    """ "Sixteen hundred hours"."""
    return Said(clock=Hour(time(number // 100))) if 100 <= number < 2400 and number % 100 == 0 else None


def at_clock(clock: Hour) -> Build:
    return lambda asked: Said(clock=clock)


def past(minutes: int) -> Build:
    """ "Half past 5", "quarter to 6"."""

    def build(asked: Asked, hour: Hour) -> Said:
        then = datetime.combine(asked.day, hour.clock) + timedelta(minutes=minutes)
        return Said(clock=Hour(then.time(), hour.unsure))

    return build


def at_in_zone(asked: Asked, hour: Hour, zone: str) -> Said:
    return Said(clock=hour, zone=zone)


def hour_in_period(asked: Asked, hour: Hour, name: str) -> Said:
    return Said(clock=hour, period=name)


def hour_before(sign: int) -> Build:
    """ "Half an hour before noon"."""

    def build(asked: Asked, by: Duration, hour: Hour) -> Said | None:
        if by.days or by.months or not by.minutes:
            return None
        then = datetime.combine(asked.day, hour.clock) + sign * timedelta(minutes=by.minutes)
        return Said(clock=Hour(then.time(), hour.unsure)) if then.date() == asked.day else None

    return build


def period(asked: Asked, name: str) -> Said:
    return Said(period=name)


def edge_of(edge: str) -> Build:
    """ "Early in the morning"."""
    return lambda asked, name: period(asked, f"{edge} {name}") if f"{edge} {name}" in PERIODS else None


def today_period(asked: Asked, name: str) -> Said:
    return Said(day=asked.day, period=name)


def moment(asked: Asked) -> Said:
    return Said(at=asked.now.replace(second=0, microsecond=0))


def midweek(asked: Asked) -> Said:
    """The wednesday of this week."""
    return this_weekday(asked, WEDNESDAY)


def first_of_next_year(asked: Asked, month: int) -> Said | None:
    """ "Next year in may"."""
    return first_of_month(asked, month, 1)


def of_today(part: str) -> Build:
    """ "Tonight"."""
    return lambda asked: Said(day=asked.day, period=part)


def of_a_day(part: str) -> Build:
    """ "At night", whatever the day."""
    return lambda asked: Said(period=part)


def hour_of(part: str) -> Build:
    """ "10 at night"."""
    return lambda asked, hour: hour_in_period(asked, hour, part)
