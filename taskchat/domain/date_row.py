"""A row of the tables of dates and times: its pattern, what it means, and how sure it is of itself."""

from dataclasses import dataclass

from taskchat.domain.date_builds import Build
from taskchat.domain.english.vocabulary import WORKDAY
from taskchat.domain.holidays import HEADS, holiday, holiday_eve
from taskchat.domain.patterns import Pattern, Slot, headed, pattern
from taskchat.domain.slots import SLOTS
from taskchat.domain.stretch_slots import STRETCH_SLOTS

SURE, HALF, NONE = 2, 1, 0
DATE_SLOTS: dict[str, Slot] = (
    SLOTS
    | STRETCH_SLOTS
    | {
        "holiday": headed(holiday, HEADS),
        "holiday_eve": headed(holiday_eve, HEADS),
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """`weight` is how sure a phrase is by itself: inside a longer text two are needed, alone it may be anything.

    `exposed` phrases count inside a text only where no other word follows ("at 5", but not "at 5 places");
    `follows` phrases only after another part of a date ("tomorrow 5"); `last` ones are sure at the end of a text
    ("call mom fri"); `person` ones may be somebody's name ("tom").
    """

    pattern: Pattern
    build: Build
    weight: int = SURE
    exposed: bool = False
    follows: bool = False
    last: bool = False
    person: bool = False


def row(text: str, build: Build, weight: int = SURE, slots: dict[str, Slot] = DATE_SLOTS, **how: bool) -> Row:
    return Row(pattern(text, slots), build, weight, **how)


def rows(
    texts: tuple[str, ...], build: Build, weight: int = SURE, slots: dict[str, Slot] = DATE_SLOTS, **how: bool
) -> tuple[Row, ...]:
    return tuple(row(text, build, weight, slots, **how) for text in texts)


def workdays(*texts: str) -> tuple[str, ...]:
    """Each text with the ways to call a day that is worked on."""
    return tuple(text.replace("WORKDAY", word) for text in texts for word in WORKDAY)
