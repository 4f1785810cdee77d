"""The table of what may follow a repeat: days, an end, exceptions, "after completion"."""

from collections.abc import Callable
from dataclasses import dataclass

from taskchat.domain.date_row import workdays
from taskchat.domain.patterns import Index, Pattern, pattern
from taskchat.domain.repeat_rows import day_of_year, nth_weekday, nth_workday, weekday_of_year
from taskchat.domain.repeat_slots import REPEAT_SLOTS
from taskchat.domain.rules import WEEKDAYS, RuleParts

Extend = Callable[..., RuleParts | None]
UNIT_OF = {"HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
UNITS = ("day", "week", "month", "year")
CONTAINED = {("day", "week"): 7, ("month", "year"): 12}
"""How often a unit lies in a longer one, where that is certain."""


@dataclass(frozen=True, slots=True)
class Tail:
    pattern: Pattern
    extend: Extend


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
        days = n * CONTAINED.get((own, unit), own == unit)
        number, rest = divmod(days * each, int(parts.get("INTERVAL", "1")))
        return times(parts, number) if number and not rest and not (own == "day" and "BYDAY" in parts) else None

    return extend


def for_one(unit: str) -> Extend:
    return lambda parts: for_as_long(unit)(parts, 1)


def on_weekday_of_year(parts: RuleParts, place: int, weekday: int, month: int) -> RuleParts | None:
    found = weekday_of_year(place, weekday, month)
    return {**parts, **found} if found and parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts else None


def on_two_weekdays(parts: RuleParts, first: int, one: int, second: int, other: int) -> RuleParts | None:
    """ "On the second tuesday and fourth tuesday"."""
    days = [day["BYDAY"] for day in (nth_weekday(first, one), nth_weekday(second, other)) if day]
    fits = parts["FREQ"] == "MONTHLY" and not parts.keys() & {"BYDAY", "BYMONTHDAY"} and len(days) == 2
    return {**parts, "BYDAY": ",".join(days)} if fits else None


def in_months(parts: RuleParts, months: str, days: str = "1") -> RuleParts | None:
    """ "Every year in june"."""
    fits = parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts
    return {**parts, "BYMONTH": months, "BYMONTHDAY": days} if fits else None


def in_months_on_weekday(parts: RuleParts, months: str, place: int, weekday: int) -> RuleParts | None:
    day, fits = nth_weekday(place, weekday), parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts
    return {**parts, "BYMONTH": months, "BYDAY": day["BYDAY"]} if fits and day else None


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


EXCEPT = ("except", "but", "excluding", "excepting", "minus")
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
        ("on the? {place} {weekday} and {place} {weekday}", on_two_weekdays),
        ("on the? {place} {weekday} of|in {month}", on_weekday_of_year),
        ("in {months}", in_months),
        ("in {months} on the {month_days}", in_months),
        ("in {months} on the last day", lambda parts, months: in_months(parts, months, "-1")),
        ("in {months} on the? {place} {weekday}", in_months_on_weekday),
        (f",? {'|'.join(EXCEPT)} on? {{but_days}}", all_but),
        (",? apart|aside from {but_days}", all_but),
        (",? other than {but_days}", all_but),
        (",? for? {n} times|x", times),
        ("{by}", times),
        ("x {n}", times),
        *((f"for {{count}} {unit}|{unit}s", for_as_long(unit)) for unit in UNITS),
        *((f"for the next {{count}} {unit}|{unit}s", for_as_long(unit)) for unit in UNITS),
        *((f"for the next {unit}", for_one(unit)) for unit in UNITS),
        *((text, on_workday) for text in workdays("on the? {place} WORKDAY")),
    )
)
TAILS_INDEX = Index(TAILS, lambda tail: tail.pattern)
PERIOD_TAILS = tuple(pattern(text, REPEAT_SLOTS) for text in ("{period}", "in the {period}"))
ENDS = frozenset({"until", "till", "ending", "through"})
_DONE = "finish|finished|finishing|complete|completed|completing|do|did|done|doing|finish|close|closed"
AFTER_COMPLETION = tuple(
    pattern(text, REPEAT_SLOTS)
    for text in (
        "after|from the|each|every|its|last? completion",
        f"after {_DONE} it?",
        f"after i|it|it's|it’s|i've|i’ve {_DONE} it?",
        f"after i|it have|has|is been? {_DONE} it?",
        f"after the last one|time is|was|it's? {_DONE}",
        f"when|once it's|it’s|i've|i’ve? {_DONE}",
        f"when|once it|i is|am|have {_DONE}",
    )
)
