"""What is left of a sentence as a title a person would write: no "to" before it, no preposition behind it."""

import re

from taskchat.assistant.english.titles import KEPT, LEADS
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.phrases_slots import unquoted
from taskchat.assistant.rows import tokens_of

ARTICLES = re.compile(r"^(?:a|an|the|some)\s+(?=[\w\"“])")
LOOSE = " ,;:-–"
BETWEEN = re.compile(r",? and |,\s*(?:and\s+)?| & |\bplus\b", re.IGNORECASE)
SHORT = 2
"""Words an item of "milk, eggs and bread" has at most to count as one of several things."""
AMOUNTS = re.compile(
    r"^(?:a|an|the|some|more|one|two|three|four|five|six|ten|twelve|\d+\w*|half|dozen|couple|few|bag|bags|box|boxes|bottle|bottles"
    r"|cup|cups|loaf|loaves|pack|packs|packet|can|cans|jar|bunch|pound|pounds|kilo|kilos|kg|g|ml|litres?|liters?|gallon|pint"
    r"|of|new|fresh|organic)$",
    re.IGNORECASE,
)
"""How much of something: these words do not make an item long."""


def titled(text: str, *, whole: bool) -> str:
    """`whole`: a sentence ("the car needs oil") keeps its article."""
    title = unquoted(text.strip(LOOSE))
    if title != text.strip(LOOSE):
        return title
    tokens = tokens_of(title)
    for _ in range(3):
        after = max((row.begins(tokens) for row in LEADS), default=0) if tokens else 0
        if not 0 < after < len(tokens):
            break
        title = title[tokens[after].start :]
        tokens = tokens_of(title)
    bare = ARTICLES.sub("", title)
    kept = whole or not bare or bare.split()[0].lower() in KEPT
    return unquoted((title if kept else bare).strip(LOOSE))


def items(title: str, *, several: bool | str) -> list[str]:
    """ "milk, eggs and bread" is three things, "call mom and dad" one; `several` True: the person said it is a list."""
    parts = [part.strip() for part in BETWEEN.split(title) if part.strip()]
    if not several or len(parts) < 2:
        return [title]
    plain = [titled(part, whole=False) for part in parts]
    return plain if several is True or all(_is_thing(part) for part in parts) else [title]


def _is_thing(part: str) -> bool:
    words = [word for word in part.split() if not AMOUNTS.match(word)]
    return len(words) <= SHORT and part.split(maxsplit=1)[0].lower() not in TASK_VERBS
