"""A line of everyday English taken apart into words, numbers, clock times and written dates."""

import re
from dataclasses import dataclass
from enum import StrEnum

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
    """`text` is lower-case; `start` and `end` are offsets in the line."""

    kind: Kind
    text: str
    start: int
    end: int
    capital: bool = False


BEFORE = r"(?<![\w./-])"
AFTER = r"(?![\w/])(?![.:-][0-9])"
LEXEMES = {
    Kind.OTHER: r"\w{2,20}://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|24/7(?!/)"
    r"|[a-z][\w-]*\.(?:com|org|net|io|app|dev|ai|eu|de|uk)(?!\w)",
    Kind.ISO: BEFORE + r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w/-])(?![.:][0-9])",
    Kind.SLASHED: BEFORE
    + r"(?:[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4}|/[0-9]{2})?"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})" + AFTER,
    Kind.DOTTED: BEFORE + r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})?" + AFTER,
    Kind.CLOCK: r"(?<![\w./])(?:[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.m\.|[ap]m)(?!\w)|[0-9]{1,2}(?::[0-9]{2})?p(?!\w)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?!\w)(?![.:][0-9])|[0-9]{1,2}h[0-9]{2}(?:m|min)?(?!\w))",
    Kind.ORDINAL: BEFORE + r"[0-9]{1,2}(?:st|nd|rd|th)(?!\w)",
    Kind.NUMBER: r"[0-9]+(?:[.,][0-9]+)*",
    Kind.WORD: r"[^\W\d_](?:[\w'’]|-(?=[^\W\d_]))*",
    Kind.HOLE: HOLE + "+",
    Kind.SIGN: r"\S",
}
"""Tried in this order at each place; a number inside a path, a version or a word is no date."""
LEXER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in LEXEMES.items()), re.IGNORECASE)


def tokens_of(line: str) -> tuple[Token, ...]:
    return tuple(
        Token(Kind(m.lastgroup or ""), m[0].lower(), m.start(), m.end(), m[0][:1].isupper())
        for m in LEXER.finditer(line)
    )
