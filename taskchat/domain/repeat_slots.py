"""What repeats are written with: lists and spans of weekdays, days of the month."""

from collections.abc import Iterable

from taskchat.domain.english.figures import ORDINAL_ENDINGS
from taskchat.domain.english.repeat_words import (
    AN,
    BETWEEN,
    LETTERS,
    MANY,
    NIGHTLY,
    OF,
    PLURAL,
    THROUGH,
    TIMED,
    TIMES,
    WEEKENDS,
)
from taskchat.domain.english.vocabulary import MONTHS, PERIODS, WEEKDAYS_ALL
from taskchat.domain.english.vocabulary import WEEKDAYS as WEEKDAYS_FULL
from taskchat.domain.holidays import HEADS, holiday
from taskchat.domain.patterns import Tokens, any_slot, headed, word_slot
from taskchat.domain.rules import WEEKDAYS
from taskchat.domain.slots import SLOTS
from taskchat.domain.tokens import Kind


def _weekdays(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "Monday, wed and friday", "mon-fri" → "MO,WE,FR"."""
    found: list[int] = []
    after = place
    while after < len(tokens) and (span := _weekday_span(tokens, after)):
        found += span[1]
        place = after = span[0]
        after = _past(tokens, after, BETWEEN)
    return (place, _days(found)) if found else None


def _past(tokens: Tokens, place: int, words: frozenset[str]) -> int:
    while place < len(tokens) and tokens[place].text in words:
        place += 1
    return place


def _days(numbers: Iterable[int]) -> str:
    return ",".join(WEEKDAYS[day] for day in sorted(set(numbers)))


def _weekday_span(tokens: Tokens, place: int) -> tuple[int, list[int]] | None:
    """ "Friday", "mon-fri", "mon – fri", "monday through friday": (the place after it, its days)."""
    if tokens[place].kind is not Kind.WORD:
        return None
    first, _, last = tokens[place].text.partition("-")
    dotted = WEEKDAY(tokens, place)
    after = dotted[0] if dotted else place + 1
    if (
        not last
        and after + 1 < len(tokens)
        and tokens[after].text in THROUGH
        and tokens[after + 1].text in WEEKDAYS_ALL
    ):
        last, after = tokens[after + 1].text, after + 2
    if first not in WEEKDAYS_ALL or (last and last not in WEEKDAYS_ALL):
        return None
    start = WEEKDAYS_ALL[first]
    length = (WEEKDAYS_ALL[last] - start) % 7 if last else 0
    return after, [(start + step) % 7 for step in range(length + 1)]


def _most_days(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """Without "every": "mon–fri" repeats, "fri–sun" may be one weekend."""
    span = _weekday_span(tokens, place)
    return (span[0], _days(span[1])) if span and len(span[1]) >= 5 else None


def _three_days(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "Mon, wed and fri": nobody names three days for one task that is done once."""
    found = _weekdays(tokens, place)
    spans = any(token.text in THROUGH or "-" in token.text for token in tokens[place : found[0]]) if found else True
    return found if found and not spans and found[1].count(",") >= 2 else None


def _slashed_days(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "Mon/wed/fri"."""
    found = _weekdays(tokens, place)
    signs = {token.text for token in tokens[place + 1 : found[0] : 2]} if found else set[str]()
    return found if signs == {"/"} else None


def _plural_days(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "Tuesdays and fridays", where a time or nothing follows: "tuesdays with Morrie" is a book."""
    found = _weekdays(tokens, place)
    if found is None or not all(token.text in PLURALS | BETWEEN for token in tokens[place : found[0]]):
        return None
    follows = tokens[found[0]] if found[0] < len(tokens) else None
    timed = follows is None or follows.text in TIMED or follows.kind in {Kind.CLOCK, Kind.HOLE}
    return found if timed else None


def _months(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "April and october" → "4,10"."""
    found: list[int] = []
    after = place
    while after < len(tokens) and (month := SLOTS["month"](tokens, after)):
        place, number = month
        found.append(number)
        after = _past(tokens, place, BETWEEN)
    return (place, ",".join(str(number) for number in sorted(set(found)))) if found else None


def _many(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """ "3", "few", "couple of"."""
    number = MANY.get(tokens[place].text)
    if number is None:
        return None
    return place + 1 + (place + 1 < len(tokens) and tokens[place + 1].text == OF), number


def _month_days(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "1st", "1st and 15th", "2, 15, 27": plain numbers only where there are several."""
    found: list[int] = []
    after, kind = place, tokens[place].kind
    while after < len(tokens) and tokens[after].kind is kind and kind in {Kind.ORDINAL, Kind.NUMBER}:
        number = tokens[after].text.rstrip("".join(ORDINAL_ENDINGS))
        if not number.isdecimal() or not 1 <= int(number) <= 31:
            break
        found, place = [*found, int(number)], after + 1
        after = _past(tokens, place, BETWEEN)
    if not found or (kind is Kind.NUMBER and len(found) == 1):
        return None
    return place, ",".join(str(day) for day in sorted(set(found)))


WEEKDAY = SLOTS["weekday"]
PLURALS = frozenset(f"{name}{PLURAL}" for name in WEEKDAYS_FULL)
DAY_WORDS = {*WEEKDAYS_ALL, *(f"{first}-{last}" for first in WEEKDAYS_ALL for last in WEEKDAYS_ALL)}
REPEAT_SLOTS = SLOTS | {
    "weekdays": headed(_weekdays, DAY_WORDS),
    "most_days": headed(_most_days, DAY_WORDS),
    "slashed_days": headed(_slashed_days, DAY_WORDS),
    "plural_days": headed(_plural_days, DAY_WORDS),
    "month_days": headed(_month_days, (), Kind.ORDINAL, Kind.NUMBER),
    "three_days": headed(_three_days, DAY_WORDS),
    "but_days": any_slot(headed(_weekdays, DAY_WORDS), word_slot(dict.fromkeys(WEEKENDS, "SA,SU"))),
    "letters": word_slot(LETTERS),
    "months": headed(_months, MONTHS),
    "many": any_slot(SLOTS["n"], headed(_many, MANY)),
    "holiday": headed(holiday, HEADS),
    "periods": word_slot({f"{name}{PLURAL}": name for name in PERIODS if " " not in name}),
    "nightly": word_slot(NIGHTLY),
    "count": any_slot(SLOTS["n"], word_slot(AN)),
    "by": word_slot({f"{TIMES}{number}": number for number in range(2, 100)}),
}
