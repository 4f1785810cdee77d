"""Patterns over tokens: `in {duration}` is a row of a table, and this is what matches a row."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from taskchat.domain.tokens import Kind, Token

Tokens = Sequence[Token]
Row = TypeVar("Row")
Slot = Callable[[Tokens, int], tuple[int, Any] | None]
"""Reads a value at a place: (the place after it, the value), or None."""


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern: one of some words, or a slot."""

    words: frozenset[str]
    slot: Slot | None
    optional: bool


Pattern = tuple[Element, ...]


def pattern(text: str, slots: dict[str, Slot]) -> Pattern:
    """`the? {ord} of|in {month}?`: words with alternatives, slots in braces, "?" for what may be missing."""
    return tuple(_element(part, slots) for part in text.split())


def _element(part: str, slots: dict[str, Slot]) -> Element:
    optional = len(part) > 1 and part.endswith("?")
    part = part[:-1] if optional else part
    named = re.fullmatch(r"\{(\w+)\}", part)
    return Element(frozenset() if named else frozenset(part.split("|")), slots[named[1]] if named else None, optional)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a pattern can begin with: one of some words, or what a slot reads."""

    words: frozenset[str]
    slot: Slot | None


def _opening(wanted: Pattern) -> Opening:
    """Words that may be missing, up to what may not. No row begins with a slot that may be missing."""
    words = frozenset[str]()
    for element in wanted:
        words |= element.words
        if element.slot is not None or not element.optional:
            return Opening(words, element.slot)
    return Opening(words, None)


class Index(Generic[Row]):
    """The rows of a table that can match at a place: most of them are not tried at most places."""

    def __init__(self, rows: Sequence[Row], pattern_of: Callable[[Row], Pattern]) -> None:
        opened = [(row, _opening(pattern_of(row))) for row in rows]
        self._at_word = {
            word: tuple((row, None if word in o.words else o.slot) for row, o in opened if o.slot or word in o.words)
            for word in {word for _, opening in opened for word in opening.words}
        }
        self._elsewhere = tuple((row, opening.slot) for row, opening in opened if opening.slot)

    def at(self, tokens: Tokens, place: int) -> Iterator[Row]:
        """In the order of the table; each slot that rows begin with is read once."""
        if place >= len(tokens):
            return
        known: dict[Slot | None, bool] = {None: True}
        for row, slot in self._at_word.get(tokens[place].text, self._elsewhere):
            if slot not in known:
                known[slot] = slot is not None and slot(tokens, place) is not None
            if known[slot]:
                yield row


def matches(wanted: Pattern, tokens: Tokens, place: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Every way to match at `place`, the fullest first: (the place after it, the slots' values in order)."""
    if not wanted:
        yield place, ()
        return
    element, rest = wanted[0], wanted[1:]
    step = _step(element, tokens, place)
    if step is not None:
        after, values = step
        yield from ((end, (*values, *more)) for end, more in matches(rest, tokens, after))
    if element.optional:
        missing = (None,) if element.slot else ()
        yield from ((end, (*missing, *more)) for end, more in matches(rest, tokens, place))


def _step(element: Element, tokens: Tokens, place: int) -> tuple[int, tuple[Any, ...]] | None:
    if place >= len(tokens):
        return None
    if element.slot is None:
        return (place + 1, ()) if tokens[place].text in element.words else None
    found = element.slot(tokens, place)
    return None if found is None else (found[0], (found[1],))


def word_slot(table: dict[str, Any]) -> Slot:
    """A slot that reads one word of a table."""

    def read(tokens: Tokens, place: int) -> tuple[int, Any] | None:
        token = tokens[place]
        return (place + 1, table[token.text]) if token.kind is Kind.WORD and token.text in table else None

    return read


def token_slot(kind: Kind, value: Callable[[str], Any]) -> Slot:
    """A slot that reads one token of a kind; `value` may answer None to refuse it."""

    def read(tokens: Tokens, place: int) -> tuple[int, Any] | None:
        token = tokens[place]
        found = value(token.text) if token.kind is kind else None
        return None if found is None else (place + 1, found)

    return read


def any_slot(*slots: Slot) -> Slot:
    """A slot that is the first of several that fits."""

    def read(tokens: Tokens, place: int) -> tuple[int, Any] | None:
        return next((found for slot in slots if (found := slot(tokens, place)) is not None), None)

    return read
