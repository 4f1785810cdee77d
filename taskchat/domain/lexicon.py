"""How the words of a language become sets, tables and patterns: the engines build them once, from its data."""

import re
from collections.abc import Iterable


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


def _part(part: str, gap: str, slots: dict[str, str]) -> tuple[str, bool]:
    optional = len(part) > 1 and part.endswith("?")
    ways = part.removesuffix("?").split("|") if optional else part.split("|")
    spelled = [slots[way[1:-1]] if way[:1] == "{" else gap.join(map(re.escape, way.split("_"))) for way in ways]
    return (spelled[0] if len(spelled) == 1 else f"(?:{'|'.join(spelled)})", optional)
