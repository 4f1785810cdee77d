"""Patterns over tokens: `in {duration}` is a row of a table, and this is what matches a row."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from taskchat.domain.tokens import Kind, Line, Token

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


@dataclass(frozen=True, slots=True)
class Heads:
    """What the first token of something can be: one of some words, or of a kind."""

    words: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()


ANYTHING = Heads(kinds=frozenset(Kind))


@dataclass(frozen=True, eq=False, slots=True)
class Headed:
    """A slot that says what it reads nothing without, so that it need not be tried at most places."""

    slot: Slot
    heads: Heads

    def __call__(self, tokens: Tokens, place: int) -> tuple[int, Any] | None:
        return self.slot(tokens, place)


def headed(slot: Slot, words: Iterable[str] = (), *kinds: Kind) -> Headed:
    """The slot, which reads nothing where the first token is neither one of the words nor of a kind."""
    return Headed(slot, Heads(frozenset(words), frozenset(kinds)))


def _heads(slot: Slot) -> Heads:
    return slot.heads if isinstance(slot, Headed) else ANYTHING


class Index(Generic[Row]):
    """The rows of a table that can match at a place: most of them are not tried at most places."""

    def __init__(self, rows: Sequence[Row], pattern_of: Callable[[Row], Pattern]) -> None:
        self._rows = tuple(rows)
        self._at_word = defaultdict[str, list[int]](list)
        at_slot = defaultdict[Slot, list[int]](list)
        for number, row in enumerate(self._rows):
            opening = _opening(pattern_of(row))
            for word in opening.words:
                self._at_word[word].append(number)
            if opening.slot:
                at_slot[opening.slot].append(number)
        self._slots_at_word = defaultdict[str, list[tuple[Slot, list[int]]]](list)
        self._slots_at_kind = defaultdict[Kind, list[tuple[Slot, list[int]]]](list)
        for slot, begun in at_slot.items():
            heads = _heads(slot)
            for word in heads.words:
                self._slots_at_word[word].append((slot, begun))
            for kind in heads.kinds:
                self._slots_at_kind[kind].append((slot, begun))
        self.heads = Heads(frozenset({*self._at_word, *self._slots_at_word}), frozenset(self._slots_at_kind))

    def at(self, tokens: Tokens, place: int) -> Iterator[Row]:
        """In the order of the table; each slot that rows begin with is read once."""
        if place >= len(tokens):
            return
        token = tokens[place]
        numbers = set(self._at_word.get(token.text, ()))
        for slots in (self._slots_at_word.get(token.text, ()), self._slots_at_kind.get(token.kind, ())):
            for slot, begun in slots:
                if read(slot, tokens, place) is not None:
                    numbers.update(begun)
        yield from (self._rows[number] for number in sorted(numbers))


def read(slot: Slot, tokens: Tokens, place: int) -> tuple[int, Any] | None:
    """What a slot reads at a place; of a line it is looked up once."""
    if not isinstance(tokens, Line):
        return slot(tokens, place)
    known = tokens.read
    if (slot, place) not in known:
        known[slot, place] = slot(tokens, place)
    return known[slot, place]


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
    found = read(element.slot, tokens, place)
    return None if found is None else (found[0], (found[1],))


def word_slot(table: dict[str, Any]) -> Slot:
    """A slot that reads one word of a table."""

    def slot(tokens: Tokens, place: int) -> tuple[int, Any] | None:
        token = tokens[place]
        return (place + 1, table[token.text]) if token.kind is Kind.WORD and token.text in table else None

    return headed(slot, table)


def token_slot(kind: Kind, value: Callable[[str], Any]) -> Slot:
    """A slot that reads one token of a kind; `value` may answer None to refuse it."""

    def slot(tokens: Tokens, place: int) -> tuple[int, Any] | None:
        token = tokens[place]
        found = value(token.text) if token.kind is kind else None
        return None if found is None else (place + 1, found)

    return headed(slot, (), kind)


def any_slot(*slots: Slot) -> Slot:
    """A slot that is the first of several that fits."""

    def slot(tokens: Tokens, place: int) -> tuple[int, Any] | None:
        return next((found for each in slots if (found := read(each, tokens, place)) is not None), None)

    heads = [_heads(each) for each in slots]
    return headed(slot, {word for each in heads for word in each.words}, *{k for each in heads for k in each.kinds})
