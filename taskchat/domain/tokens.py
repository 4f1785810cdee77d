"""A line of everyday English taken apart into words, numbers, clock times and written dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from taskchat.domain.english.durations import HOUR, MINUTE
from taskchat.domain.english.figures import ORDINAL_ENDINGS
from taskchat.domain.english.vocabulary import SLIPS
from taskchat.domain.lexicon import either

HOLE = "\ufffc"
"""Stands where something else was already understood: phrases neither cross nor include it."""


class Kind(StrEnum):
    OTHER = "other"
    ISO = "iso"
    SLASHED = "slashed"
    DOTTED = "dotted"
    CLOCK = "clock"
    ORDINAL = "ordinal"
    NUMBER = "number"
    WORD = "word"
    HOLE = "hole"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is lower-case, a common slip of the key put right; `start` and `end` are offsets in the line."""

    kind: Kind
    text: str
    start: int
    end: int
    capital: bool = False


BEFORE = r"(?<![\w./-])"
AFTER = r"(?![\w/])(?![.:-][0-9])"
HALF = r"[ap](?:\.\s?m\.?|\s?m)(?!\w)"
""" "Pm", "p.m.", and "p m", as machines write down what they hear."""
LEXEMES = {
    Kind.OTHER: r"\w{2,20}://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|24/7(?!/)"
    r"|[a-z][\w-]*\.(?:com|org|net|io|app|dev|ai|eu|de|uk)(?!\w)",
    Kind.ISO: BEFORE + r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w/-])(?![.:][0-9])",
    Kind.SLASHED: BEFORE
    + r"(?:[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4}|/[0-9]{2})?"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{2}-[0-9]{2}-[0-9]{2})" + AFTER,
    Kind.DOTTED: BEFORE + r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})?" + AFTER,
    Kind.CLOCK: r"(?<![\w./])(?:(?:[0-9]{1,2}(?:[:.][0-9]{2}){0,2}|[0-9]{3,4})\s?"
    + HALF
    + r"|[0-9]{1,2}(?::[0-9]{2})?p(?!\w)|[0-9]{1,2}:[0-9]{2}a(?!\w)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?!\w)(?![.:][0-9])|[0-9]{1,2}" + rf"{HOUR}[0-9]{{2}}{either(MINUTE)}?(?!\w))",
    Kind.ORDINAL: BEFORE + rf"[0-9]{{1,2}}{either(ORDINAL_ENDINGS)}(?!\w)",
    Kind.NUMBER: r"[0-9]+(?:[.,][0-9]+)*",
    Kind.WORD: HALF + r"|[^\W\d_](?:[\w'’]|-(?=[^\W\d_]))*",
    Kind.HOLE: HOLE + "+",
    Kind.SIGN: r"\S",
}
"""Tried in this order at each place; a number inside a path, a version or a word is no date."""
HALF_ALONE = re.compile(HALF)
LEXER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in LEXEMES.items()), re.IGNORECASE)


class Line(tuple[Token, ...]):
    """The tokens of a line, with what was read from them so far: by whom, and where."""

    read: dict[tuple[Any, int], tuple[int, Any] | None]

    def __new__(cls, tokens: Iterable[Token]) -> Self:
        line = super().__new__(cls, tokens)
        line.read = {}
        return line


def tokens_of(line: str) -> Line:
    return Line(
        Token(Kind(m.lastgroup or ""), _text(m[0].lower()), m.start(), m.end(), m[0][:1].isupper())
        for m in LEXER.finditer(line)
    )


def _text(written: str) -> str:
    return f"{written[0]}m" if HALF_ALONE.fullmatch(written) else SLIPS.get(written, written)
