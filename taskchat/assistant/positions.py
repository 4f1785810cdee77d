"""Positions in a list as people say them: "the second", "#2", "the first two", "1 and 3"."""

import re

from taskchat.assistant.english.positions import NUMBERS, ORDINALS

LAST = -1

_NOUN = r"tasks?|items?|reminders?|events?|alarms?|appointments?"
_AROUND = re.compile(
    rf"^(?:(?:the|my|number|numbers|no\.|nr\.?|position|{_NOUN})\s+)*#?"
    rf"|[\s.!]*(?:\b(?:ones?|things?|in the list|on the list|of (?:them|those|these)|{_NOUN})\b[\s.!]*)*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?:the )?(?:number|position|no\.?|{_NOUN}) ", re.IGNORECASE)
""" "Number two" is a place, "two" may be anything."""
_SPAN = re.compile(r"^(first|last) (\w+)$")
_RANGE = re.compile(r"^(\d{1,3}) ?(?:-|–|to|through) ?(\d{1,3})$")
_BETWEEN = re.compile(r",? and (?:the )?|, ?(?:the )?|\s?&\s?| plus (?:the )?")


def read_positions(said: str) -> tuple[int, ...] | None:
    """What `said` means as positions from 1, LAST for the last one, None if it is none."""
    words = _AROUND.sub("", said.strip().lower()).strip()
    if not words:
        return None
    if words in NUMBERS and _COUNTED.match(said.strip()):
        return (NUMBERS.index(words) + 1,)
    return _span(words) or _each(words)


def _span(words: str) -> tuple[int, ...] | None:
    if found := _RANGE.match(words):
        first, last = int(found[1]), int(found[2])
        return tuple(range(first, last + 1)) if 0 < first < last <= first + 99 else None
    found = _SPAN.match(words)
    size = _cardinal(found[2]) if found else None
    if not found or not size:
        return None
    return tuple(range(1, size + 1)) if found[1] == "first" else tuple(range(-size, 0))


def _each(words: str) -> tuple[int, ...] | None:
    found = [_position(_AROUND.sub("", part).strip()) for part in _BETWEEN.split(words)]
    return tuple(dict.fromkeys(p for p in found if p)) if all(found) else None


def _position(word: str) -> int | None:
    if word in {"last", "bottom", "final", "latter", "later", "latest", "newest"}:
        return LAST
    if word in {"top", "former", "earlier", "earliest"}:
        return 1
    if word in {"second last", "second to last", "last but one", "second-last"}:
        return -2
    return _ordinal(word)


def _ordinal(word: str) -> int | None:
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    found = re.fullmatch(r"(-?\d{1,3})(?:st|nd|rd|th)?", word)
    return int(found[1]) or None if found else None


def _cardinal(word: str) -> int | None:
    if word in NUMBERS:
        return NUMBERS.index(word) + 1
    return int(word) if re.fullmatch(r"[1-9]\d?", word) else None
