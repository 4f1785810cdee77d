"""What the tails of repeats are built with: how each extends the rule (RFC 5545) before it."""

from collections.abc import Callable
from dataclasses import dataclass

from taskchat.domain.patterns import Pattern, pattern
from taskchat.domain.repeat_builds import day_of_year, nth_weekday, nth_workday, weekday_of_year
from taskchat.domain.repeat_slots import REPEAT_SLOTS
from taskchat.domain.rules import WEEKDAYS, RuleParts

Extend = Callable[..., RuleParts | None]
UNIT_OF = {"HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
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


def last_day() -> str:
    return "-1"


def nth_of(place: int, weekday: int) -> str:
    return f"{place}{WEEKDAYS[weekday]}"


def at_end_of_months(parts: RuleParts, months: str) -> RuleParts | None:
    """ "Every year in june on the last day"."""
    return in_months(parts, months, "-1")


def tails(*rows: tuple[str, Extend]) -> tuple[Tail, ...]:
    return tuple(Tail(pattern(text, REPEAT_SLOTS), extend) for text, extend in rows)


def month_day(day: int) -> str | None:
    return str(day) if 1 <= day <= 31 else None
