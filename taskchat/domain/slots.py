"""The values that dates, durations and repeats are written with, read from tokens."""

import re
from dataclasses import dataclass
from datetime import time

from taskchat.domain.durations import DURATION
from taskchat.domain.english.durations import MINUTE
from taskchat.domain.english.figures import (
    HALVES,
    LASTS,
    MID,
    MIDNIGHT,
    NO_HOURS,
    NOON,
    OF,
    OH,
    TIME,
    WHOLE_MONTHS,
    YEAR_HEADS,
    YEARS,
)
from taskchat.domain.english.vocabulary import MONTHS, NUMBERS, PERIODS, WEEKDAYS, WEEKDAYS_ALL, ZONES
from taskchat.domain.numbers import NUMBER_WORDS, ORDINAL_WORDS, number_words
from taskchat.domain.patterns import Slot, Tokens, any_slot, headed, token_slot, word_slot
from taskchat.domain.tokens import Kind

CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s?([ap])?\.?\s?m?\.?")
TWO_BY_TWO = r"\d\d-\d\d-\d\d"


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day as it was said."""

    clock: time
    unsure: bool = False
    """Said without "am" or "pm": "at 5" and "5:30" can be either, "05:30" cannot."""
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


def short_year(text: str) -> int | None:
    return 2000 + int(text) if re.fullmatch(r"[0-9]{2}", text) else None


def _year(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """ "2027", "of 2027", "'27"; "next year" is 1 and "this year" 0: so many from now (see days.full_year)."""
    texts = [token.text for token in tokens[place : place + 3]]
    of = texts[0] == OF
    for words, years in YEARS:
        if tuple(texts[of : of + 2]) == words:
            return place + of + 2, years
    if texts[0] in APOSTROPHES and len(texts) > 1 and (found := short_year(texts[1])):
        return place + 2, found
    found = year(texts[of]) if len(texts) > of and tokens[place + of].kind is Kind.NUMBER else None
    return (place + of + 1, found) if found else None


def clock(text: str) -> Hour | None:
    """ "17:00", "5pm", "5.30 p.m.", "530pm", "17h30"."""
    text = re.sub(r"^(\d{1,2})(\d\d)(?=\s?[ap])", r"\1:\2", text)
    found = CLOCK.fullmatch(text)
    if not found or (text.endswith(MINUTE) and not found[4]):
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    unsure = re.fullmatch(r"[1-9]:\d\d|1[0-2]:\d\d", text) is not None
    if found[4]:
        hour = hour % 12 + (12 if found[4] == "p" else 0) if 1 <= hour <= 12 else 99
    if (hour, minute, second) == (24, 0, 0):
        return Hour(time(0), next_day=True)
    return Hour(time(hour, minute, second), unsure) if hour < 24 and minute < 60 and second < 60 else None


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


def dotted_word(table: dict[str, int]) -> Slot:
    """A name, or its abbreviation with a dot behind it: "sept." """

    def read(tokens: Tokens, place: int) -> tuple[int, int] | None:
        token = tokens[place]
        if token.kind is not Kind.WORD or token.text not in table:
            return None
        dot = place + 1 < len(tokens) and tokens[place + 1].text == "." and tokens[place + 1].start == token.end
        return place + 1 + (dot and 3 <= len(token.text) <= 5 and token.text not in WHOLE_MONTHS), table[token.text]

    return headed(read, table)


def _long_period(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "Late afternoon", "mid-morning"."""
    one, two = tokens[place].text, " ".join(token.text for token in tokens[place : place + 2])
    if two in PERIODS and two != one:
        return place + 2, two
    return (place + 1, one) if one in PERIODS and one.startswith(MID) else None


def _spoken_clock(tokens: Tokens, place: int) -> tuple[int, Hour] | None:
    """ "Five thirty", "seven forty-five", "ten oh five"."""
    hour = DAY_HOURS.get(tokens[place].text)
    if hour is None or place + 1 >= len(tokens):
        return None
    oh = tokens[place + 1].text in OH
    minutes = number_words(tokens, place + 1 + oh) if place + 1 + oh < len(tokens) else None
    if minutes is None or not (1 <= minutes[1] <= 9 if oh else 10 <= minutes[1] <= 59):
        return None
    return minutes[0], Hour(time(hour, minutes[1]), unsure=hour <= 12)


def _parted(minutes: str) -> Slot:
    """ "9 15 am", "7 30": as a machine writes down what it hears."""

    def slot(tokens: Tokens, place: int) -> tuple[int, Hour] | None:
        if place + 1 >= len(tokens) or not re.fullmatch(minutes, tokens[place + 1].text):
            return None
        said = clock(f"{tokens[place].text}:{tokens[place + 1].text}")
        return None if said is None else (place + 2, said)

    return headed(slot, (), Kind.NUMBER)


def _spoken_half(tokens: Tokens, place: int) -> tuple[int, Hour] | None:
    """ "Five pm"."""
    hour = HOUR_WORDS.get(tokens[place].text)
    half = HALVES.get(tokens[place + 1].text) if place + 1 < len(tokens) else None
    return None if hour is None or half is None else (place + 2, Hour(time(hour % 12 + half)))


def _zone(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "EST", "UTC", "GMT+2", "eastern time" → the zone's name."""
    name = ZONES.get(tokens[place].text)
    if name is None:
        return None
    sign, hours = (token.text for token in tokens[place + 1 : place + 3]) if place + 2 < len(tokens) else ("", "")
    if name == "UTC" and sign in SIGNS and re.fullmatch(r"[0-9]|1[0-2]", hours):
        return place + 3, f"Etc/GMT{SIGNS[sign]}{int(hours)}"
    timed = place + 1 < len(tokens) and tokens[place + 1].text == TIME
    return place + 1 + timed, name


def _full_year(rest: list[int]) -> int | None:
    return rest[0] + (2000 if rest[0] < 100 else 0) if rest else None


def _small(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A day's number, which a decimal or a long number is not."""
    token = tokens[place]
    number = whole(token.text) if token.kind is Kind.NUMBER and len(token.text) <= 2 else None
    return (place + 1, number) if number else None


APOSTROPHES = frozenset("'’")
SIGNS = {"+": "-", "-": "+", "−": "+"}
"""The names of zones that are so many hours ahead have a minus."""
HOUR_WORDS = {name: hour for name, hour in NUMBERS.items() if 1 <= hour <= 12 and name not in NO_HOURS}
DAY_HOURS = HOUR_WORDS | {name: hour for name, hour in NUMBERS.items() if 13 <= hour <= 19}
""" "Nineteen thirty" too."""
LONG_PERIOD = headed(_long_period, {name.split()[0] for name in PERIODS})
NTH = token_slot(Kind.ORDINAL, lambda text: int(text[:-2]))
SPOKEN = word_slot({name: Hour(time(hour), unsure=True) for name, hour in HOUR_WORDS.items()})
NOONS = word_slot(dict.fromkeys(NOON, Hour(time(12))) | {MIDNIGHT: Hour(time(0), next_day=True)})
SLOTS: dict[str, Slot] = {
    "weekday": dotted_word(WEEKDAYS_ALL),
    "fullday": word_slot(WEEKDAYS),
    "month": dotted_word(MONTHS),
    "period": any_slot(LONG_PERIOD, word_slot({name: name for name in PERIODS})),
    "long_period": LONG_PERIOD,
    "n": any_slot(token_slot(Kind.NUMBER, whole), NUMBER_WORDS),
    "dayno": headed(_small, (), Kind.NUMBER),
    "ord": NTH,
    "nth": any_slot(NTH, ORDINAL_WORDS),
    "spoken_nth": ORDINAL_WORDS,
    "place": any_slot(NTH, ORDINAL_WORDS, word_slot(dict.fromkeys(LASTS, -1))),
    "mid": word_slot({f"{MID}-{name}": month for name, month in MONTHS.items()}),
    "year": headed(_year, {OF, *YEAR_HEADS, *APOSTROPHES}, Kind.NUMBER),
    "yy": token_slot(Kind.NUMBER, short_year),
    "clock": token_slot(Kind.CLOCK, lambda text: None if text.endswith("p") else clock(text)),
    "short": token_slot(Kind.CLOCK, lambda text: clock(text) if text.endswith("p") else None),
    "hour": token_slot(Kind.NUMBER, bare_hour),
    "spoken": SPOKEN,
    "any_hour": any_slot(
        token_slot(Kind.CLOCK, clock),
        token_slot(Kind.NUMBER, bare_hour),
        headed(_spoken_half, HOUR_WORDS),
        SPOKEN,
        NOONS,
    ),
    "half_hour": headed(_spoken_half, HOUR_WORDS),
    "noon": NOONS,
    "spoken_clock": headed(_spoken_clock, DAY_HOURS),
    "parted": _parted(r"[0-5]\d\D+"),
    "surely_parted": _parted(r"(?:1[3-9]|[2-5]\d)\D+"),
    "parted_bare": _parted(r"[0-5]\d"),
    "zone": headed(_zone, ZONES),
    "together": token_slot(Kind.NUMBER, written_together),
    "slashed": token_slot(Kind.SLASHED, lambda text: None if re.fullmatch(TWO_BY_TWO, text) else slashed(text)),
    "whole_slashed": token_slot(Kind.SLASHED, lambda text: slashed(text) if re.search(r"\d{4}", text) else None),
    "dashes": token_slot(Kind.SLASHED, lambda text: slashed(text) if re.fullmatch(TWO_BY_TWO, text) else None),
    "dotted": token_slot(Kind.DOTTED, lambda text: dotted(text) if len(text) > 5 else None),
    "dots": token_slot(Kind.DOTTED, dotted),
    "iso": token_slot(Kind.ISO, lambda text: text),
    "duration": DURATION,
}
