"""The values that dates, durations and repeats are written with, read from tokens."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from taskchat.domain.patterns import Pattern, Slot, Tokens, any_slot, pattern, token_slot, word_slot
from taskchat.domain.patterns import matches as matches_of
from taskchat.domain.tokens import Kind
from taskchat.domain.vocabulary import (
    DAYS_IN,
    MINUTES_IN,
    MONTHS,
    MONTHS_IN,
    NUMBERS,
    ORDINALS,
    PERIODS,
    WEEKDAYS,
    WEEKDAYS_ALL,
)

CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s?([ap])?\.?m?\.?")
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Duration:
    """Months and days move over the calendar; minutes move over the clock."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    @property
    def in_minutes(self) -> int | None:
        """None where it has months, whose length nobody knows."""
        return None if self.months else self.days * 1440 + self.minutes


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day as it was said."""

    clock: time
    unsure: bool = False
    """Said without "am", "pm" or minutes: "at 5" can be either."""
    next_day: bool = False
    """Midnight: it ends the day that is named."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date in figures whose order depends on the person: "3/4"."""

    first: int
    second: int
    year: int | None
    day_first: bool | None
    """None = as the person does."""


def whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,5}", text) else None


def year(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[12][0-9]{3}", text) else None


def clock(text: str) -> Hour | None:
    """ "17:00", "5pm", "5.30 p.m.", "17h30"."""
    found = CLOCK.fullmatch(text)
    if not found or (text.endswith(("m", "min")) and not found[4]):
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4] == "p" else 0) if 1 <= hour <= 12 else 99
    if (hour, minute, second) == (24, 0, 0):
        return Hour(time(0), next_day=True)
    return Hour(time(hour, minute, second)) if hour < 24 and minute < 60 and second < 60 else None


def bare_hour(text: str) -> Hour | None:
    """ "5", "17", "17.30": only where a word says that it is a time."""
    if not re.fullmatch(r"[0-9]{1,2}(\.[0-5][0-9])?", text) or text == "0":
        return None
    found = clock(text)
    return found and Hour(found.clock, 1 <= found.clock.hour <= 12 and text[0] != "0", found.next_day)


def written_together(text: str) -> Hour | None:
    """ "1730": four figures, only where a word says that they are a time."""
    return clock(f"{text[:2]}:{text[2:]}") if re.fullmatch(r"[0-9]{4}", text) else None


def slashed(text: str) -> Written | None:
    if re.match(r"[0-9]{4}", text):
        found, month, day = (int(part) for part in re.split("[/-]", text))
        return Written(day, month, found, True)
    first, second, *rest = (int(part) for part in re.split("[/-]", text))
    return Written(first, second, _full_year(rest), None if "/" in text else True)


def dotted(text: str) -> Written:
    first, second, *rest = (int(part) for part in text.split(".") if part)
    return Written(first, second, _full_year(rest), True)


def _full_year(rest: list[int]) -> int | None:
    return rest[0] + (2000 if rest[0] < 100 else 0) if rest else None


def _duration(tokens: Tokens, place: int) -> tuple[int, Duration] | None:
    """ "2 hours", "1h 30m", "1h30", "2 hours and 15 minutes"."""
    found = HOURS_AND_MINUTES(tokens, place) or _quantity(tokens, place)
    if found is None:
        return None
    after, total = found
    joined = after + 1 if after < len(tokens) and tokens[after].text == "and" else after
    more = _quantity(tokens, joined) if joined < len(tokens) and total.minutes else None
    if more is None:
        return found
    return more[0], Duration(total.months, total.days + more[1].days, total.minutes + more[1].minutes)


def _hours_and_minutes(text: str) -> Duration | None:
    hours, _, minutes = text.partition("h")
    minutes = minutes.removesuffix("min").removesuffix("m")
    return Duration(minutes=int(hours) * 60 + int(minutes)) if minutes.isdecimal() else None


def _quantity(tokens: Tokens, place: int) -> tuple[int, Duration] | None:
    for wanted, size in QUANTITIES:
        for after, (*amount, unit) in matches_of(wanted, tokens, place):
            if (found := _times(size(*amount), unit)) is not None:
                return after, found
    return None


def _times(amount: float, unit: str) -> Duration | None:
    if unit in MINUTES_IN:
        return Duration(minutes=round(amount * MINUTES_IN[unit]))
    months = amount * MONTHS_IN.get(unit, 0)
    if months and months == int(months):
        return Duration(months=int(months))
    if amount != int(amount):
        return Duration(minutes=round(amount * DAYS_IN[unit] * 1440)) if unit in DAYS_IN else None
    return Duration(days=int(amount) * DAYS_IN[unit])


def _decimal(text: str) -> float | None:
    amount = float(text.replace(",", ".")) if re.fullmatch(r"[0-9]{1,6}([.,][0-9]{1,2})?", text) else MOST + 1
    return amount if amount <= MOST else None


def _small(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A day's number, which a decimal or a long number is not."""
    token = tokens[place]
    number = whole(token.text) if token.kind is Kind.NUMBER and len(token.text) <= 2 else None
    return (place + 1, number) if number else None


HOURS_AND_MINUTES = token_slot(Kind.CLOCK, _hours_and_minutes)
AMOUNT = any_slot(
    token_slot(Kind.NUMBER, _decimal), word_slot(NUMBERS | {"a": 1, "an": 1, "half": 0.5, "couple": 2, "few": 3})
)
UNIT = word_slot({word: word for word in (*MINUTES_IN, *DAYS_IN, *MONTHS_IN)})
QUANTITIES: tuple[tuple[Pattern, Callable[..., float]], ...] = tuple(
    (pattern(text, {"amount": AMOUNT, "unit": UNIT}), size)
    for text, size in (
        ("a? quarter of an|a {unit}", lambda: 0.25),
        ("{amount} quarters of an|a {unit}", lambda amount: amount / 4),
        ("{amount} and a half {unit}", lambda amount: amount + 0.5),
        ("a|an|one {unit} and a half", lambda: 1.5),
        ("a {amount} of? {unit}", lambda amount: amount),
        ("{amount} of? {unit}", lambda amount: amount),
        ("{amount} an|a {unit}", lambda amount: amount),
    )
)
SLOTS: dict[str, Slot] = {
    "weekday": word_slot(WEEKDAYS_ALL),
    "fullday": word_slot(WEEKDAYS),
    "month": word_slot(MONTHS),
    "period": word_slot({name: name for name in PERIODS}),
    "n": any_slot(token_slot(Kind.NUMBER, whole), word_slot(NUMBERS)),
    "dayno": _small,
    "ord": token_slot(Kind.ORDINAL, lambda text: int(text[:-2])),
    "nth": any_slot(token_slot(Kind.ORDINAL, lambda text: int(text[:-2])), word_slot(ORDINALS)),
    "place": any_slot(token_slot(Kind.ORDINAL, lambda text: int(text[:-2])), word_slot(ORDINALS | {"last": -1})),
    "mid": word_slot({f"mid-{name}": month for name, month in MONTHS.items()}),
    "year": token_slot(Kind.NUMBER, year),
    "clock": token_slot(Kind.CLOCK, lambda text: None if text.endswith("p") else clock(text)),
    "short": token_slot(Kind.CLOCK, lambda text: clock(text) if text.endswith("p") else None),
    "hour": token_slot(Kind.NUMBER, bare_hour),
    "spoken": word_slot({name: Hour(time(hour), unsure=True) for name, hour in NUMBERS.items() if 1 <= hour <= 12}),
    "together": token_slot(Kind.NUMBER, written_together),
    "slashed": token_slot(Kind.SLASHED, slashed),
    "dotted": token_slot(Kind.DOTTED, lambda text: dotted(text) if len(text) > 5 else None),
    "dots": token_slot(Kind.DOTTED, dotted),
    "iso": token_slot(Kind.ISO, lambda text: text),
    "duration": _duration,
}
