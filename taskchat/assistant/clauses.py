"""One message taken apart into clauses: "add milk, then complete the report" is two."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from taskchat.assistant.english import clauses as words
from taskchat.assistant.english.courtesies import (
    AFTER_A_STOP,
    ASKED_FOR,
    CLOSERS,
    COUNTED,
    DOING,
    FILLERS,
    HEDGES,
    JOINED,
    LONGING,
    MIND,
    OPENERS,
    REQUESTS,
)
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.mending import mended_tokens
from taskchat.assistant.rows import Row, Tokens, tokens_of
from taskchat.domain.lexicon import expression

BULLET = re.compile(r"^\s*(?:[-*•–+]|\d{1,3}[.)])\s+(?:\[[ xX]?\]\s+)?")
HEDGED = re.compile(rf",? (?:{'|'.join(HEDGES)}), ", re.IGNORECASE)
MOST_OPENERS = 8
"""Wrappings around one clause."""
HARD = re.compile(
    rf"\s*[;\n]+\s*|\s*[,.]?\s+(?:{words.AND}\s+)?{words.THEN}\s+|\s*[,.]\s+{words.ALSO}\s+", re.IGNORECASE
)
"""Always between two clauses."""
SOFT = re.compile(
    rf"\s*,?\s+{words.AND}\s+(?:{expression(words.BEHIND_AND)}\s+)?|\s*[,.!?]\s+(?:{words.AND}\s+)?|\s+{words.ALSO}\s+"
    rf"|(?<=\w){words.NO_RUN_ON}\s+(?:{words.SO}\s+)?(?={expression(words.RUN_ON)}\b)",
    re.IGNORECASE,
)
"""Between two clauses only where the second begins like one."""
QUOTED = re.compile(r"[\"“«].*?[\"”»]|'(?<=\s')[^']+'(?=[\s,.!?]|$)")


@lru_cache(maxsize=512)
def polite(text: str) -> str:
    """Without "please", "could you" and "thanks" around it; a request is no question, whatever its mark."""
    plain = without_fillers(BULLET.sub("", text.strip()))
    bare, asked = _opened(plain)
    return _closed(bare.rstrip(" ?") if asked else bare) or text.strip()


def without_fillers(text: str) -> str:
    said = text.split(" ")
    kept = [JOINED.get(word.lower(), word) for word in said if word.strip(",.…-").lower() not in FILLERS]
    return HEDGED.sub(" ", " ".join(kept)) if len(kept) > 1 or kept == said else text


def _opened(text: str) -> tuple[str, bool]:
    """The text without what stands before its verb, and whether somebody was asked to do it."""
    asked = False
    for _ in range(MOST_OPENERS):
        tokens = mended_tokens(text)
        after = _furthest(REQUESTS, tokens)
        mind = _furthest(MIND, tokens)
        if mind and mind < len(tokens) and (verb := DOING.get(tokens[mind].text)):
            text, asked = f"{verb} {text[tokens[mind].end :].lstrip()}", True
            continue
        asked = asked or 0 < after < len(tokens)
        wished = _before_command(tokens)
        asked = asked or wished > 0
        after = after or wished or _furthest(OPENERS, tokens) or _before_stop(text, tokens)
        if not 0 < after < len(tokens):
            break
        text = text[tokens[after].start :]
    return text, asked


def _furthest(rows: Iterable[Row], tokens: Tokens) -> int:
    return max((row.begins(tokens) for row in rows if tokens), default=0)


def _before_command(tokens: Tokens) -> int:
    """ "I want to add …": what the assistant is to do."""
    after = _furthest(LONGING, tokens)
    said = [token.text for token in tokens[after : after + 2]]
    return after if after and ((said[:1] and said[0] in ASKED_FOR) or "_".join(said) in ASKED_FOR) else 0


def without_longing(text: str) -> str:
    """The text without "I'd like to" before it, "" where nothing of the kind stands there."""
    tokens = mended_tokens(text)
    after = _furthest(LONGING, tokens)
    return text[tokens[after].start :] if 0 < after < len(tokens) else ""


def _before_stop(text: str, tokens: Tokens) -> int:
    """ "No, …", "thank you. …", and "first" before a deed."""
    if len(tokens) > 2 and tokens[0].text in AFTER_A_STOP and tokens[1].text in TASK_VERBS:
        return tokens[0].text in COUNTED
    for after in (1, 2):
        stops = len(tokens) > after + 1 and text[tokens[after - 1].end - 1] in ",.!"
        if stops and " ".join(token.text for token in tokens[:after]) in AFTER_A_STOP:
            return after
    return 0


def _closed(text: str) -> str:
    for _ in range(MOST_OPENERS):
        tokens = tokens_of(text)
        at = min((row.ends(tokens) for row in CLOSERS), default=len(tokens))
        if at >= len(tokens):
            break
        text = text[: tokens[at - 1].end].rstrip(" ,")
    return text


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
