"""Lengths of time: "2 hours", "a week and a day", "three quarters of an hour"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from taskchat.domain.english.durations import AMOUNTS, AND, ENDINGS, FRACTIONS, HOUR, MINUTE, QUANTITIES
from taskchat.domain.english.vocabulary import DAYS_IN, MINUTES_IN, MONTHS_IN
from taskchat.domain.numbers import NUMBER_WORDS
from taskchat.domain.patterns import Index, Pattern, Tokens, any_slot, headed, matches, pattern, token_slot, word_slot
from taskchat.domain.tokens import Kind

MOST = 100_000


@dataclass(frozen=True, slots=True)
class Duration:
    """Months and days move over the calendar; minutes move over the clock."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    @property
    def size(self) -> int:
        """To compare by: minutes, in months of 30 days."""
        return (self.months * 30 + self.days) * 1440 + self.minutes

    @property
    def in_minutes(self) -> int | None:
        """None where it has months, whose length nobody knows."""
        return None if self.months else self.days * 1440 + self.minutes


def duration(tokens: Tokens, place: int) -> tuple[int, Duration] | None:
    """ "2 hours", "1h 30m", "1h30", "2 hours and 15 minutes", "1 month, 2 weeks and a day"."""
    found = HOURS_AND_MINUTES(tokens, place) or _quantity(tokens, place)
    last = found and found[1]
    while found is not None and last is not None:
        after, total = found
        joined = next((after + n for n in (2, 1) if tuple(t.text for t in tokens[after : after + n]) in AND), after)
        more = _quantity(tokens, joined) if joined < len(tokens) else None
        if more is None or more[1].size >= last.size:
            break
        last = more[1]
        found = more[0], Duration(total.months + last.months, total.days + last.days, total.minutes + last.minutes)
    return found


def _hours_and_minutes(text: str) -> Duration | None:
    hours, _, minutes = text.partition(HOUR)
    minutes = minutes.removesuffix(MINUTE[0]).removesuffix(MINUTE[1])
    return Duration(minutes=int(hours) * 60 + int(minutes)) if minutes.isdecimal() else None


def _quantity(tokens: Tokens, place: int) -> tuple[int, Duration] | None:
    for wanted, size in QUANTITIES_INDEX.at(tokens, place):
        for after, (*amount, unit) in matches(wanted, tokens, place):
            if (found := _times(size(*amount), unit)) is not None:
                return after, found
    return None


def _times(amount: float, unit: str) -> Duration | None:
    if unit in MINUTES_IN:
        return Duration(minutes=round(amount * MINUTES_IN[unit]))
    if unit in MONTHS_IN:
        months = amount * MONTHS_IN[unit]
        return Duration(months=int(months), days=round(months % 1 * 30))
    if amount != int(amount):
        return Duration(minutes=round(amount * DAYS_IN[unit] * 1440)) if unit in DAYS_IN else None
    return Duration(days=int(amount) * DAYS_IN[unit])


def _decimal(text: str) -> float | None:
    amount = float(text.replace(",", ".")) if re.fullmatch(r"[0-9]{1,6}([.,][0-9]{1,2})?", text) else MOST + 1
    return amount if amount <= MOST else None


HOURS_AND_MINUTES = token_slot(Kind.CLOCK, _hours_and_minutes)
AMOUNT = any_slot(
    token_slot(Kind.NUMBER, _decimal),
    NUMBER_WORDS,
    word_slot(AMOUNTS),
)
FRACTION = any_slot(word_slot(FRACTIONS), token_slot(Kind.SLASHED, FRACTIONS.get))
_UNITS = (*MINUTES_IN, *DAYS_IN, *MONTHS_IN)
UNIT = word_slot({f"{word}{ending}": word for word in _UNITS for ending in ENDINGS})
SIZES: dict[str, Callable[..., float]] = {
    "a quarter": lambda: 0.25,
    "quarters": lambda amount: amount / 4,
    "three quarters": lambda: 0.75,
    "and a half": lambda amount: amount + 0.5,
    "and a fraction": lambda amount, fraction: amount + fraction,
    "as it is": lambda amount: amount,
    "one and a half": lambda: 1.5,
    "two": lambda: 2,
    "the longer": max,
}
PATTERNS: tuple[tuple[Pattern, Callable[..., float]], ...] = tuple(
    (pattern(text, {"amount": AMOUNT, "fraction": FRACTION, "unit": UNIT}), SIZES[name]) for text, name in QUANTITIES
)
QUANTITIES_INDEX = Index(PATTERNS, lambda row: row[0])
DURATION = headed(duration, QUANTITIES_INDEX.heads.words, *QUANTITIES_INDEX.heads.kinds, Kind.CLOCK)
