"""How the days that have a name are found in a year."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateutil.easter import easter

from taskchat.domain.days import month_end, weekday_from
from taskchat.domain.rules import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Rule:
    """The day in a year, and the parts of the rule (RFC 5545) that says it for every year, if one does."""

    find: Callable[[int], date]
    yearly: dict[str, str] = field(default_factory=dict[str, str])


def on(day: int, month: int) -> Rule:
    return Rule(lambda year: date(year, month, day), {"BYMONTH": str(month), "BYMONTHDAY": str(day)})


def nth(place: int, weekday: int, month: int, *, later: int = 0) -> Rule:
    """ "The fourth thursday of november"; -1 is the last; `later` days after it."""

    def find(year: int) -> date:
        first = date(year, month, 1)
        if place < 0:
            return weekday_from(month_end(first) - timedelta(days=6), weekday) + timedelta(days=later)
        return weekday_from(first, weekday) + timedelta(weeks=place - 1, days=later)

    yearly = {} if later else {"BYMONTH": str(month), "BYDAY": f"{place}{WEEKDAYS[weekday]}"}
    return Rule(find, yearly)


def from_easter(days: int) -> Rule:
    return Rule(lambda year: easter(year) + timedelta(days=days))
