"""One message taken apart into clauses: "add milk, then complete the report" is two."""

import re
from collections.abc import Callable

POLITE = re.compile(
    r"^(?:(?:please|pls|plz|kindly|hey|hi|hello|oh|ok|okay|so|well|now|then|also|and|just|btw|by the way|go ahead and"
    r"|i(?:'ve)? (?:just |also )*remembered(?: that)?(?=,? i\b))"
    r"(?:\s*[,:!]\s*|\s+)"
    r"|(?:first|finally|next|no|nope|yes|yeah|thanks|thank you)\s*[,!.]\s+(?=\w+\s)"
    r"|(?:taskchat|assistant)\s*[,:!]?\s+)+",
    re.IGNORECASE,
)
REQUEST = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|u|we)(?: please| kindly| just| also| maybe| perhaps| possibly)*\s+"
    r"|i(?:'d| would) like you to\s+|i(?: want| need) you to\s+|let's\s+"
    r"|i(?:'d like| would like| want| need| wish) to "
    r"(?=(?:add|create|delete|remove|mark|see|show|rename|reschedule|list|undo)\b))",
    re.IGNORECASE,
)
MIND = re.compile(r"^(?:would|do) you mind (?P<verb>\w+)ing\b", re.IGNORECASE)
DROPPED_E = {"delet": "delete", "remov": "remove", "complet": "complete", "mov": "move", "creat": "create"}
DROPPED_E |= {"chang": "change", "renam": "rename", "putt": "put", "not": "note", "rescheduling": "reschedule"}
BULLET = re.compile(r"^\s*(?:[-*•–+]|\d{1,3}[.)])\s+(?:\[[ xX]?\]\s+)?")
THANKS = re.compile(
    r"(?:[\s,]+(?:please|pls|plz|thanks|thank you|thx|for me|will you|would you|ok|"
    r"add (?:it|that|this)|note (?:it|that|this) down))+[\s.!?]*$",
    re.IGNORECASE,
)
HARD = re.compile(r"\s*[;\n]+\s*|\s*[,.]?\s+(?:and\s+)?then\s+|\s*[,.]\s+also\s+")
"""Always between two clauses."""
SOFT = re.compile(r"\s*,?\s+and\s+(?:also\s+|please\s+)?|\s*[,.!?]\s+(?:and\s+)?|\s+also\s+", re.IGNORECASE)
"""Between two clauses only where the second begins like one."""
QUOTED = re.compile(r"[\"“«].*?[\"”»]|'(?<=\s')[^']+'(?=[\s,.!?]|$)")


def polite(text: str) -> str:
    """Without "please", "could you" and "thanks" around it; a request is no question, whatever its mark."""
    bare = POLITE.sub("", BULLET.sub("", text.strip()))
    asked = REQUEST.sub("", MIND.sub(_plainly, bare))
    if asked != bare:
        bare = POLITE.sub("", asked).rstrip(" ?")
    return THANKS.sub("", bare).strip() or text.strip()


def _plainly(found: re.Match[str]) -> str:
    """ "would you mind adding" → "add" """
    stem = found["verb"].lower()
    return f"could you {DROPPED_E.get(stem, stem)}"


def clauses(text: str, begins: Callable[[str, str], bool]) -> list[str]:
    """The clauses of a message, in order; `begins(rest, before)` says whether `rest` can stand by itself."""
    hidden = _hide(text)
    parts: list[str] = []
    for start, end in _pieces(hidden, HARD):
        parts += _split(text[start:end], hidden[start:end], begins)
    return [clause for part in parts if (clause := part.strip(" ,"))]


def _hide(text: str) -> str:
    """The text with what stands in quotes made opaque: nothing is split inside."""
    return QUOTED.sub(lambda found: "\ufffc" * len(found[0]), text)


def _pieces(hidden: str, between: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for found in between.finditer(hidden):
        pieces.append((start, found.start()))
        start = found.end()
    return [*pieces, (start, len(hidden))]


def _split(text: str, hidden: str, begins: Callable[[str, str], bool]) -> list[str]:
    for found in SOFT.finditer(hidden):
        before, rest = text[: found.start()], text[found.end() :]
        if before.strip() and rest.strip() and begins(rest, before):
            return [before, *_split(rest, hidden[found.end() :], begins)]
    return [text]
