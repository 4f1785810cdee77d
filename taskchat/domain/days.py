"""Arithmetic on the calendar, in the person's own zone and week."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from taskchat.domain.english.vocabulary import MONTH_NAMES
from taskchat.domain.person import Ways
from taskchat.domain.task import Due
from taskchat.errors import Invalid


@dataclass(frozen=True, slots=True)
class Asked:
    """When and by whom something was said."""

    now: datetime
    ways: Ways

    @property
    def local(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.ways.zone))

    @property
    def day(self) -> date:
        """The day it is for this person, which after midnight UTC may be another one."""
        return self.local.date()

    @property
    def week(self) -> date:
        return week_of(self.day, self.ways)


def day_of(due: Due, zone: str) -> date:
    """The day something is due in `zone`: a moment lies on the day that it is there, a day is a day everywhere."""
    return due.on if due.at is None else due.at.astimezone(ZoneInfo(zone)).date()


def week_of(on: date, ways: Ways) -> date:
    """The first day of the week that `on` lies in."""
    return on - timedelta(days=(on.weekday() - ways.first_weekday) % 7)


def weekday_from(first: date, weekday: int) -> date:
    """The first such weekday on or after `first`."""
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def month_end(on: date) -> date:
    return on.replace(day=monthrange(on.year, on.month)[1])


def month_start(on: date, months: int = 0) -> date:
    """The first day of the month `months` after the one of `on`."""
    place = on.year * 12 + on.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def written_day(day: int, month: int, year: int | None, asked: Asked) -> date:
    """The date that is written; without a year the next one. Raises Invalid with the nearest days that exist."""
    if year is not None:
        year = full_year(year, asked)
        return _real_day(day, month, year, str(year))
    coming = asked.day.year + ((month, day) < (asked.day.month, asked.day.day))
    if (day, month) == (29, 2):
        coming = next(year for year in range(coming, coming + 9) if monthrange(year, 2)[1] == 29)
    return _real_day(day, month, coming, "")


def full_year(year: int, asked: Asked) -> int:
    """Of a year as it was said: 2027, or 1 for "next year"."""
    return year if year > 1000 else asked.day.year + year


def next_dayno(day: int, asked: Asked) -> date | None:
    """ "The 31st": the next month, this one included, that has such a day still to come."""
    months = (month_start(asked.day, ahead) for ahead in range(12))
    days = (first.replace(day=day) for first in months if 1 <= day <= month_end(first).day)
    return next((found for found in days if found >= asked.day), None)


def _real_day(day: int, month: int, year: int, named: str) -> date:
    last = month_end(date(year, month, 1))
    if 1 <= day <= last.day:
        return date(year, month, day)
    name, following = MONTH_NAMES[month - 1], MONTH_NAMES[month % 12]
    wrong = f"{day} {name} {named}".rstrip()
    raise Invalid(f"There is no {wrong}. {last.day} {name}, or 1 {following}?", field="due")
