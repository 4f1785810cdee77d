"""How the words of a language become sets, tables and patterns: the engines build them once, from its data."""

import re
from collections.abc import Iterable

GAP = r"\s+"
"""Between words as a person leaves blanks."""


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def places_of(*rows: str) -> dict[str, int]:
    """Each row holds the spellings of one thing; its value is the row's place."""
    return {word: place for place, row in enumerate(rows) for word in row.split()}


def either(words: Iterable[str]) -> str:
    """Any of these words, the first that fits, as a regular expression; blanks in them are blanks."""
    return f"(?:{'|'.join(map(re.escape, words))})".replace("\\ ", " ")


def expression(said: str, gap: str = " ", **slots: str) -> str:
    """A row of words as a regular expression: "the|my? whole? {kind} list".

    Words stand apart by `gap`, `a|b` are alternatives (the first that fits), `word?` may be missing together with its
    gap, `two_words` belong together, `{slot}` is an expression of its own. Where all may be missing the gap behind
    each is its own: what such a row finds stands before other words.
    """
    parts = [_part(part, gap, slots) for part in said.split()]
    first = next((place for place, (_, optional) in enumerate(parts) if not optional), len(parts))
    before = "".join(f"(?:{text}{gap})?" for text, _ in parts[:first])
    after = "".join(f"(?:{gap}{text})?" if optional else f"{gap}{text}" for text, optional in parts[first + 1 :])
    return before + "".join(text for text, _ in parts[first : first + 1]) + after


def either_apostrophe(written: str) -> str:
    """The expression with each apostrophe as it is typed or as it is printed."""
    return written.replace("'", "['’]")


def _part(part: str, gap: str, slots: dict[str, str]) -> tuple[str, bool]:
    optional = len(part) > 1 and part.endswith("?")
    ways = [_way(way, gap, slots) for way in (part[:-1] if optional else part).split("|")]
    return (ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})", optional)


def _way(way: str, gap: str, slots: dict[str, str]) -> str:
    """Every other piece is the name of a slot."""
    pieces = re.split(r"\{(\w+)\}", way)
    return "".join(
        slots[piece] if place % 2 else gap.join(map(re.escape, piece.split("_"))) for place, piece in enumerate(pieces)
    )
