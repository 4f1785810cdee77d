"""Positions in a list as people say them: "the second", "#2", "the first two", "1 and 3"."""

import re

from taskchat.assistant.english import positions as words
from taskchat.domain.lexicon import either, expression

LAST = -1

_AROUND = re.compile(
    rf"^(?:{either(words.BEFORE)}\s+)*#?|[\s.!]*(?:\b{either(words.AFTER)}\b[\s.!]*)*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{expression(words.COUNTED, counter=either(words.COUNTERS))} ", re.IGNORECASE)
_SPAN = re.compile(rf"^({words.FIRST}|{words.LAST}) (\w+)$")
_RANGE = re.compile(rf"^(\d{{1,3}}) ?(?:-|–|{either(words.TO)}) ?(\d{{1,3}})$")
_AND, _PLUS = (expression(way) for way in words.BETWEEN)
_BETWEEN = re.compile(rf",? {_AND} |, ?(?:{words.THE} )?|\s?&\s?| {_PLUS} ")
_ORDINAL = re.compile(rf"(-?\d{{1,3}}){either(words.ORDINAL_ENDINGS)}?")


def read_positions(said: str) -> tuple[int, ...] | None:
    """What `said` means as positions from 1, LAST for the last one, None if it is none."""
    place = _AROUND.sub("", said.strip().lower()).strip()
    if not place:
        return None
    if place in words.NUMBERS and _COUNTED.match(said.strip()):
        return (words.NUMBERS.index(place) + 1,)
    return _span(place) or _each(place)


def _span(place: str) -> tuple[int, ...] | None:
    if found := _RANGE.match(place):
        first, last = int(found[1]), int(found[2])
        return tuple(range(first, last + 1)) if 0 < first < last <= first + 99 else None
    found = _SPAN.match(place)
    size = _cardinal(found[2]) if found else None
    if not found or not size:
        return None
    return tuple(range(1, size + 1)) if found[1] == words.FIRST else tuple(range(-size, 0))


def _each(place: str) -> tuple[int, ...] | None:
    found = [_position(_AROUND.sub("", part).strip()) for part in _BETWEEN.split(place)]
    return tuple(dict.fromkeys(p for p in found if p)) if all(found) else None


def _position(word: str) -> int | None:
    if word in words.LASTS:
        return LAST
    if word in words.FIRSTS:
        return 1
    if word in words.SECONDS_TO_LAST:
        return -2
    return _ordinal(word)


def _ordinal(word: str) -> int | None:
    if word in words.ORDINALS:
        return words.ORDINALS.index(word) + 1
    found = _ORDINAL.fullmatch(word)
    return int(found[1]) or None if found else None


def _cardinal(word: str) -> int | None:
    if word in words.NUMBERS:
        return words.NUMBERS.index(word) + 1
    return int(word) if re.fullmatch(r"[1-9]\d?", word) else None
