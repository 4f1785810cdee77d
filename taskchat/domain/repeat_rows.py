"""The table of what people say for repeats: a new phrase is a new row."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

from taskchat.domain.date_row import workdays
from taskchat.domain.patterns import Index, Pattern, pattern
from taskchat.domain.repeat_slots import REPEAT_SLOTS
from taskchat.domain.rules import WEEKDAYS, RuleParts

Build = Callable[..., RuleParts | None]
Extend = Callable[..., RuleParts | None]
LEAP_YEAR = 2028
WORKDAYS = "MO,TU,WE,TH,FR"
MOST_WORKDAYS = 23
"""In one month."""
UNIT_OF = {"HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}


@dataclass(frozen=True, slots=True)
class Opening:
    """`exposed` words count inside a text only where no other word follows or counts them: "daily", not "daily news".

    `completes`: only with "after completion" behind it.
    """

    pattern: Pattern
    build: Build
    exposed: bool = False
    period: bool = False
    completes: bool = False


@dataclass(frozen=True, slots=True)
class Tail:
    pattern: Pattern
    extend: Extend


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


def daily_in(period: str) -> RuleParts:
    return {"FREQ": "DAILY"}


def openings(build: Build, *texts: str, **how: bool) -> tuple[Opening, ...]:
    """ "Every" can be short, and "every!" counts from the completion."""
    spoken = (re.sub(r"^every(\|each)? ", r"every|ev\1 !? ", text) for text in texts)
    return tuple(Opening(pattern(text, REPEAT_SLOTS), build, **how) for text in spoken)


OPENINGS: tuple[Opening, ...] = (
    # understood so that the refusal can say why
    *openings(every("HOURLY"), "every|each hour|minute", "hourly"),
    *openings(every_n("HOURLY"), "every {n} h|hours|min|minutes"),
    *openings(every("DAILY"), "every|each single? day"),
    *openings(every("DAILY"), "daily|everyday", exposed=True),
    *openings(every("DAILY", 2), "every other|second|2nd day"),
    *openings(every_n("DAILY"), "every {n} d|day|days"),
    *openings(every_nth("DAILY"), "every {nth} day"),
    *openings(every_n("DAILY"), "{count} d|day|days", completes=True),
    *openings(every("DAILY"), "once a|per|every day", exposed=True),
    *openings(daily_in, "every|each {period}", period=True),
    *openings(every("WEEKLY"), "every|each week"),
    *openings(every("WEEKLY"), "weekly", exposed=True),
    *openings(every("WEEKLY", 2), "every other|second|2nd week"),
    *openings(every("WEEKLY", 2), "biweekly|bi-weekly|fortnightly", exposed=True),
    *openings(every_n("WEEKLY"), "every {n} w|week|weeks"),
    *openings(every_nth("WEEKLY"), "every {nth} week"),
    *openings(every_n("WEEKLY"), "{count} w|week|weeks", completes=True),
    *openings(every("WEEKLY"), "once a|per|every week", exposed=True),
    *openings(every("WEEKLY", BYDAY=WORKDAYS), *workdays("every|each WORKDAY"), "on weekdays|workdays"),
    *openings(every("WEEKLY", BYDAY=WORKDAYS), "weekdays|workdays", exposed=True),
    *openings(every("WEEKLY", BYDAY="SA,SU"), "every|each weekend", "on weekends"),
    *openings(on_weekdays(1), "every|each {weekdays}"),
    *openings(on_weekdays(2), "every other {weekdays}"),
    *openings(on_weekdays(1), "{most_days}", "{slashed_days}", "on {plural_days}"),
    *openings(on_weekdays(1), "{plural_days}", exposed=True),
    *openings(every_nth_weekday, "every|each {place} {weekday}"),
    *openings(
        nth_weekday,
        "every|each {place} {weekday} of|in the|each|every? month",
        "on? the? {place} {weekday} of|in every|each month",
    ),
    *openings(
        two_weekdays,
        "every|each {place} and|& {place} {weekday}",
        "every|each {place} and|& {place} {weekday} of|in the|each|every? month",
        "on? the? {place} and|& {place} {weekday} of|in every|each month",
    ),
    *openings(
        nth_workday,
        *workdays(
            "every|each {place} WORKDAY",
            "every|each {place} WORKDAY of|in the|each|every? month",
            "on? the? {place} WORKDAY of|in every|each month",
        ),
    ),
    *openings(every("MONTHLY"), "every|each month"),
    *openings(every("MONTHLY"), "monthly", exposed=True),
    *openings(every("MONTHLY", 2), "every other|second|2nd month"),
    *openings(every_n("MONTHLY"), "every {n} mo|month|months"),
    *openings(every_nth("MONTHLY"), "every {nth} month"),
    *openings(every_n("MONTHLY"), "{count} mo|month|months", completes=True),
    *openings(every("MONTHLY"), "once a|per|every month", exposed=True),
    *openings(every("MONTHLY", 6), "every half year", "every half a year"),
    *openings(every("MONTHLY", 3), "every|each quarter"),
    *openings(every("MONTHLY", 3), "quarterly", exposed=True),
    *openings(day_of_month, "every|each {nth} of the|each|every? month", "on? the? {ord} of every|each month"),
    *openings(days_of_month, "every|each {month_days}", "on? the {month_days} of every|each month"),
    *openings(
        every("MONTHLY", BYMONTHDAY="-1"),
        "every last day of the? month",
        "on? the? last day of every|each month",
        "at? the? end of every|each month",
        "every month end",
    ),
    *openings(every("MONTHLY", BYMONTHDAY="-1"), "every last day", exposed=True),
    *openings(every("YEARLY"), "every|each year"),
    *openings(every_nth("YEARLY"), "every {nth} year"),
    *openings(every_n("YEARLY"), "{count} y|year|years", completes=True),
    *openings(every("YEARLY"), "once a|per|every year", exposed=True),
    *openings(every("YEARLY"), "yearly|annually", exposed=True),
    *openings(every("YEARLY", 2), "every other|second|2nd year"),
    *openings(every_n("YEARLY"), "every {n} y|year|years"),
    *openings(day_of_year, "every|each {dayno} of? {month}", "every|each {ord} of? {month}"),
    *openings(day_of_year_american, "every|each {month} {dayno}", "every|each {month} {ord}"),
)


OPENINGS_INDEX = Index(OPENINGS, lambda opening: opening.pattern)


def within(frequency: str, key: str, value: Callable[..., str | None]) -> Extend:
    """A tail that only this frequency can have, once."""

    def extend(parts: RuleParts, *values: int | str) -> RuleParts | None:
        found = value(*values)
        fits = parts["FREQ"] == frequency and not parts.keys() & {"BYDAY", "BYMONTHDAY"}
        return {**parts, key: found} if fits and found else None

    return extend


def all_but(parts: RuleParts, days: str) -> RuleParts | None:
    """ "Every day except sunday" is every week on the others."""
    own = WEEKDAYS if parts["FREQ"] == "DAILY" else parts.get("BYDAY", "").split(",")
    left = ",".join(day for day in own if day not in days.split(","))
    plain = parts.get("INTERVAL", "1") == "1" and parts["FREQ"] in {"DAILY", "WEEKLY"}
    return {**parts, "FREQ": "WEEKLY", "BYDAY": left} if plain and left else None


def times(parts: RuleParts, n: int) -> RuleParts | None:
    return {**parts, "COUNT": str(n)} if not parts.keys() & {"COUNT", "UNTIL"} else None


def for_as_long(unit: str) -> Extend:
    """ "For 2 weeks" as a number of times, so that it is as long whenever it begins."""

    def extend(parts: RuleParts, n: int) -> RuleParts | None:
        own = UNIT_OF[parts["FREQ"]]
        each = len(parts.get("BYDAY", "MO").split(",")) if own == "week" else 1
        days = n * 7 if (own, unit) == ("day", "week") else n if own == unit else 0
        number, rest = divmod(days * each, int(parts.get("INTERVAL", "1")))
        return times(parts, number) if number and not rest and not (own == "day" and "BYDAY" in parts) else None

    return extend


def on_day_of_year(parts: RuleParts, day: int, month: int) -> RuleParts | None:
    found = day_of_year(day, month)
    return {**parts, **found} if found and parts["FREQ"] == "YEARLY" else None


def on_american_day(parts: RuleParts, month: int, day: int) -> RuleParts | None:
    return on_day_of_year(parts, day, month)


def on_workday(parts: RuleParts, place: int) -> RuleParts | None:
    found = nth_workday(place)
    fits = parts["FREQ"] == "MONTHLY" and not parts.keys() & {"BYDAY", "BYMONTHDAY"}
    return {**parts, **found} if found and fits else None


def _month_day(day: int) -> str | None:
    return str(day) if 1 <= day <= 31 else None


TAILS: tuple[Tail, ...] = tuple(
    Tail(pattern(text, REPEAT_SLOTS), extend)
    for text, extend in (
        ("on {weekdays}", within("WEEKLY", "BYDAY", str)),
        ("on? the {month_days}", within("MONTHLY", "BYMONTHDAY", str)),
        ("on the {nth}", within("MONTHLY", "BYMONTHDAY", _month_day)),
        ("on day {n}", within("MONTHLY", "BYMONTHDAY", _month_day)),
        ("on the? last day", within("MONTHLY", "BYMONTHDAY", lambda: "-1")),
        ("on the? {place} {weekday}", within("MONTHLY", "BYDAY", lambda nth, day: f"{nth}{WEEKDAYS[day]}")),
        ("on the? {dayno} of? {month}", on_day_of_year),
        ("on the? {ord} of? {month}", on_day_of_year),
        ("on {month} {dayno}", on_american_day),
        ("on {month} {ord}", on_american_day),
        ("except|but on? {weekdays}", all_but),
        (",? for? {n} times", times),
        ("{by}", times),
        ("x {n}", times),
        *((f"for {{n}} {unit}|{unit}s", for_as_long(unit)) for unit in ("day", "week", "month", "year")),
        *((text, on_workday) for text in workdays("on the? {place} WORKDAY")),
    )
)
PERIOD_TAILS = tuple(pattern(text, REPEAT_SLOTS) for text in ("{period}", "in the {period}"))
ENDS = frozenset({"until", "till", "ending", "through"})
AFTER_COMPLETION = tuple(
    pattern(text, REPEAT_SLOTS)
    for text in (
        "after completion|completing|finishing",
        "after i|it|it's finish|complete|done",
        "when done|finished|completed",
    )
)
