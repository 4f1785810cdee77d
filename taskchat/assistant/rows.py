"""The form of the grammar: a row says how people put something, and what they mean by it.

    Row("move|shift the? {task} to|until {when}", "update_task", due="{when}")

Words stand apart; `a|b` are alternatives, `word?` may be missing, `two_words` belong together, `note:` wants its colon,
`{slot}` is any text that its reader understands. What matches is tried in every way until the readers agree, so a
slot ends where its neighbour makes sense. Adding a verb is adding a row.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from taskchat.assistant.scene import Scene

Reader = Callable[[str, Scene], Any]
"""A slot's text → its value, None when it is not of that kind: then the row does not fit."""
Words = tuple[str, ...]
NAMING = frozenset({"task", "thing", "one", "subject"})
"""Slots that read almost anything: last, when what stands around them makes sense."""

TOKEN = re.compile(r"[\"“][^\"“”]+[\"”][,.:!?]*|\S+")
END = ".!?,"
MANY_WORDS = 40
"""Beyond it a clause is laid over rows with one slot only: ways to lay two grow with the square of the words."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a quotation as a whole; `text` is lower-case and without the comma or full stop behind it."""

    text: str
    start: int
    end: int


Tokens = tuple[Token, ...]


@lru_cache(maxsize=512)
def tokens_of(clause: str) -> Tokens:
    return tuple(
        Token(found[0].lower().replace("’", "'").rstrip(END) or found[0], found.start(), found.end())
        for found in TOKEN.finditer(clause)
    )


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a row: one of some phrases, or a slot."""

    words: frozenset[str]
    phrases: tuple[Words, ...]
    """Alternatives of several words."""
    slot: str = ""
    colon: bool = False
    optional: bool = False

    @property
    def openings(self) -> frozenset[str]:
        """The words it may begin with."""
        return self.words | {phrase[0] for phrase in self.phrases}


def _openings(elements: tuple[Element, ...]) -> frozenset[str]:
    """The words a sentence of these begins with; none where it may begin with anything."""
    found: frozenset[str] = frozenset()
    for element in elements:
        if element.slot:
            return frozenset()
        found |= element.openings
        if not element.optional:
            return found
    return frozenset()


Slots = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Fit:
    """A row that fits, and what its slots mean."""

    tool: str
    arguments: dict[str, Any]


class Row:
    """One way to say something. Arguments are constants, or `"{slot}"` for what stands in that slot."""

    __slots__ = ("arguments", "elements", "needed", "openings", "tool")

    def __init__(self, said: str, tool: str, **arguments: Any) -> None:
        self.tool = tool
        self.arguments = arguments
        self.elements = tuple(_element(part) for part in said.split())
        self.needed = tuple(element.openings for element in self.elements if not element.slot and not element.optional)
        self.openings = _openings(self.elements)

    def fit(self, clause: str, scene: Scene, readers: Mapping[str, Reader]) -> Fit | None:
        return self.fit_tokens(clause, tokens_of(clause), scene, readers)

    def fit_tokens(self, clause: str, tokens: Tokens, scene: Scene, readers: Mapping[str, Reader]) -> Fit | None:
        for spans in _matches(self.elements, tokens, 0):
            slots = _read(clause, tokens, spans, scene, readers)
            if slots is not None:
                return Fit(self.tool, {name: _filled(value, slots) for name, value in self.arguments.items()})
        return None

    def may_fit(self, words: frozenset[str], first: str | None = None) -> bool:
        """Whether every part that may not be missing has a word among these: most rows end here."""
        opens = first is None or not self.openings or first in self.openings
        return opens and all(words & each for each in self.needed)

    def begins(self, tokens: Tokens) -> int:
        """The furthest place that a row of words alone reaches from the beginning, 0 where it does not fit."""
        return max(_laid(self.elements, tokens, 0), default=0)

    def ends(self, tokens: Tokens) -> int:
        """The first place from where a row of words alone reaches the end, as many as there are where none does."""
        places = range(1, len(tokens))
        return next((at for at in places if len(tokens) in _laid(self.elements, tokens, at)), len(tokens))

    @property
    def slots(self) -> int:
        return sum(bool(element.slot) for element in self.elements)

    @property
    def first_words(self) -> frozenset[str]:
        """The words this row begins with; none where it may begin with anything."""
        head = self.elements[0]
        return frozenset() if head.slot or head.optional else head.openings


def first_fit(
    rows: Iterable[Row],
    clause: str,
    scene: Scene,
    readers: Mapping[str, Reader],
    tokens: Tokens | None = None,
) -> Fit | None:
    """The first row that fits: more special rows stand above more general ones. `tokens`: with slips mended."""
    return next(fits(rows, clause, scene, readers, tokens), None)


def fits(
    rows: Iterable[Row],
    clause: str,
    scene: Scene,
    readers: Mapping[str, Reader],
    tokens: Tokens | None = None,
) -> Iterator[Fit]:
    """Every row that fits, in the order of the table."""
    tokens = tokens_of(clause) if tokens is None else tokens
    if not tokens:
        return
    words, few = frozenset(token.text for token in tokens), len(tokens) <= MANY_WORDS
    near = (row for row in rows if row.may_fit(words, tokens[0].text) and (few or row.slots < 2))
    yield from (fit for row in near if (fit := row.fit_tokens(clause, tokens, scene, readers)))


def first_words(rows: Iterable[Row]) -> frozenset[str]:
    return frozenset().union(*(row.first_words for row in rows))


def _matches(elements: tuple[Element, ...], tokens: Tokens, place: int) -> Iterator[Slots]:
    """Every way to lay the elements over the tokens from `place` on, short slots first."""
    if not elements:
        if place == len(tokens):
            yield {}
        return
    element, rest = elements[0], elements[1:]
    for after in _ends(element, tokens, place, last=not rest):
        for slots in _matches(rest, tokens, after):
            yield slots | {element.slot: (place, after)} if element.slot else slots
    if element.optional:
        yield from _matches(rest, tokens, place)


def _laid(elements: tuple[Element, ...], tokens: Tokens, place: int) -> Iterator[int]:
    """Every place that the elements can end at, laid from `place` on."""
    if not elements:
        yield place
        return
    for after in _ends(elements[0], tokens, place, last=False):
        yield from _laid(elements[1:], tokens, after)
    if elements[0].optional:
        yield from _laid(elements[1:], tokens, place)


def _ends(element: Element, tokens: Tokens, place: int, *, last: bool) -> Iterator[int]:
    if element.slot:
        ends = range(len(tokens) if last else place + 1, len(tokens) + 1) if place < len(tokens) else ()
        yield from (end for end in ends if not element.colon or tokens[end - 1].text.endswith(":"))
        return
    for phrase in element.phrases:
        after = place + len(phrase)
        if after <= len(tokens) and all(t.text == w for t, w in zip(tokens[place:after], phrase, strict=True)):
            yield after
    if place < len(tokens) and tokens[place].text in element.words:
        yield place + 1


def _read(
    clause: str, tokens: Tokens, spans: Slots, scene: Scene, readers: Mapping[str, Reader]
) -> dict[str, Any] | None:
    values: dict[str, Any] = {}
    for name, (first, after) in sorted(spans.items(), key=lambda each: each[0] in NAMING):
        value = _value(name, clause[tokens[first].start : tokens[after - 1].end].strip(f" {END}:"), scene, readers)
        if value is None:
            return None
        values[name] = value
    return values


def _value(slot: str, text: str, scene: Scene, readers: Mapping[str, Reader]) -> Any:
    """Each text is read once for a slot: rows ask for the same ones again and again. Signs alone are nothing."""
    if not text:
        return None
    if (slot, text) not in scene.read:
        scene.read[slot, text] = readers[slot](text, scene)
    return scene.read[slot, text]


def _filled(value: Any, slots: dict[str, Any]) -> Any:
    named = re.fullmatch(r"\{(\w+)\}", value) if isinstance(value, str) else None
    return slots.get(named[1], "") if named else value


def _element(part: str) -> Element:
    optional = len(part) > 1 and part.endswith("?")
    part = part.removesuffix("?") if optional else part
    colon = part.endswith(":")
    part = part.removesuffix(":")
    if slot := re.fullmatch(r"\{(\w+)\}", part):
        return Element(frozenset(), (), slot[1], colon, optional)
    said = [f"{phrase.lower()}{':' * colon}".split("_") for phrase in part.split("|")]
    words = frozenset(each[0] for each in said if len(each) == 1)
    return Element(words, tuple(tuple(each) for each in said if len(each) > 1), "", colon, optional)
