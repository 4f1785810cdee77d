"""What the rows of repeats are built with: the parts of the rule (RFC 5545) that each says."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

from taskchat.domain.english.repeat_words import EVERY
from taskchat.domain.holiday_rules import Rule
from taskchat.domain.patterns import Pattern, pattern
from taskchat.domain.repeat_slots import REPEAT_SLOTS
from taskchat.domain.rules import WEEKDAYS, RuleParts

Build = Callable[..., RuleParts | None]
LEAP_YEAR = 2028
WORKDAYS = "MO,TU,WE,TH,FR"
MOST_WORKDAYS = 23
"""In one month."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`exposed` words count inside a text only where no other word follows or counts them: "daily", not "daily news".

    `completes`: only with "after completion" behind it. `period`: the last value is the part of the day.
    """

    pattern: Pattern
    build: Build
    exposed: bool = False
    period: bool = False
    completes: bool = False


def every(frequency: str, interval: int = 1, **more: str) -> Build:
    return lambda: {"FREQ": frequency, "INTERVAL": str(interval), **more}


def every_n(frequency: str) -> Build:
    return lambda n: {"FREQ": frequency, "INTERVAL": str(n)}


def every_nth(frequency: str) -> Build:
    """ "Every third day"; nobody says "every first day" for each of them."""
    return lambda nth: {"FREQ": frequency, "INTERVAL": str(nth)} if nth > 1 else None


def on_weekdays(interval: int) -> Build:
    return lambda days: {"FREQ": "WEEKLY", "INTERVAL": str(interval), "BYDAY": days}


def nth_weekday(place: int, weekday: int) -> RuleParts | None:
    day = f"{place}{WEEKDAYS[weekday]}"
    return {"FREQ": "MONTHLY", "BYDAY": day} if place <= 5 else None


def two_weekdays(first: int, second: int, weekday: int) -> RuleParts | None:
    """ "Every 2nd and 4th tuesday" of the month."""
    days = (nth_weekday(place, weekday) for place in (first, second))
    found = ",".join(day["BYDAY"] for day in days if day)
    return {"FREQ": "MONTHLY", "BYDAY": found} if first < second and found.count(",") else None


def every_nth_weekday(place: int, weekday: int) -> RuleParts | None:
    """ "Every second friday" is every other one; "every third friday" is the month's third."""
    return on_weekdays(2)(WEEKDAYS[weekday]) if place == 2 else nth_weekday(place, weekday)


def day_of_month(day: int) -> RuleParts | None:
    return {"FREQ": "MONTHLY", "BYMONTHDAY": str(day)} if 1 <= day <= 31 else None


def days_of_month(days: str) -> RuleParts:
    return {"FREQ": "MONTHLY", "BYMONTHDAY": days}


def nth_workday(place: int) -> RuleParts | None:
    """The last, the 15th day of the month that is worked on."""
    return {"FREQ": "MONTHLY", "BYDAY": WORKDAYS, "BYSETPOS": str(place)} if place <= MOST_WORKDAYS else None


def day_of_year(day: int, month: int) -> RuleParts | None:
    """A day that exists in some year, 29 February among them."""
    parts = {"FREQ": "YEARLY", "BYMONTH": str(month), "BYMONTHDAY": str(day)}
    return parts if 1 <= day <= monthrange(LEAP_YEAR, month)[1] else None


def day_of_year_american(month: int, day: int) -> RuleParts | None:
    return day_of_year(day, month)


def weekday_of_year(place: int, weekday: int, month: int) -> RuleParts | None:
    """ "Every first monday of april"."""
    found = nth_weekday(place, weekday)
    return found and {"FREQ": "YEARLY", "BYMONTH": str(month), "BYDAY": found["BYDAY"]}


def months_of_year(months: str) -> RuleParts:
    """ "Every april and october": on the first of each."""
    return {"FREQ": "YEARLY", "BYMONTH": months, "BYMONTHDAY": "1"}


def holiday_of_year(rule: Rule) -> RuleParts | None:
    """ "Every christmas"; no rule says when easter is."""
    return {"FREQ": "YEARLY", **rule.yearly} if rule.yearly else None


def every_n_quarters(n: int) -> RuleParts:
    return {"FREQ": "MONTHLY", "INTERVAL": str(3 * n)}


def daily_in(period: str) -> RuleParts:
    return {"FREQ": "DAILY"}


def days_in(days: str, period: str) -> RuleParts:
    """ "Sunday evenings"."""
    return {"FREQ": "WEEKLY", "BYDAY": days}


def workdays_in(period: str) -> RuleParts:
    return {"FREQ": "WEEKLY", "BYDAY": WORKDAYS}


def _spoken(text: str) -> str:
    return next((f"{spoken} {text[len(said) + 1 :]}" for said, spoken in EVERY if text.startswith(f"{said} ")), text)


def openings(build: Build, *texts: str, **how: bool) -> tuple[Opening, ...]:
    """ "Every" can be short, and "every!" counts from the completion."""
    return tuple(Opening(pattern(text, REPEAT_SLOTS), build, **how) for text in map(_spoken, texts))
