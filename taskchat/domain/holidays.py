"""Days that have a name, read from tokens."""

import re

from taskchat.domain.english.holidays import BESIDE, EVES, HOLIDAYS, POSSESSIVE
from taskchat.domain.holiday_rules import Rule
from taskchat.domain.patterns import Tokens


def _plain(word: str) -> str:
    """ "Valentine's" and "valentines" alike, "St." and "St"."""
    return re.sub(r"['’.]", "", word)


RULES = {tuple(_plain(name).split()): rule for names, rule in HOLIDAYS for name in names.split("|")}
LONGEST = max(len(name) for name in RULES)
FIRST_WORDS = frozenset(name[0] for name in RULES)
HEADS = frozenset(
    spelled
    for word in FIRST_WORDS
    for spelled in (word, *(word[:-1] + ending for ending in POSSESSIVE if word.endswith("s")))
)
"""With the apostrophes people write: "valentine's"."""


def holiday(tokens: Tokens, place: int) -> tuple[int, Rule] | None:
    """A slot: the longest name that stands at a place."""
    if _plain(tokens[place].text) not in FIRST_WORDS:
        return None
    words = tuple(_plain(token.text) for token in tokens[place : place + 2 * LONGEST])
    words = tuple(word for word in words if word)
    for length in range(min(LONGEST, len(words)), 0, -1):
        if rule := RULES.get(words[:length]):
            return _after(tokens, place, length), rule
    return None


def _after(tokens: Tokens, place: int, length: int) -> int:
    """ "Mothers' day" is three tokens and two words."""
    while length:
        length -= bool(_plain(tokens[place].text))
        place += 1
    return place


def holiday_eve(tokens: Tokens, place: int) -> tuple[int, Rule] | None:
    """Those that are hardly anything but a date: "christmas eve", "new year's day"."""
    found = holiday(tokens, place)
    words = {_plain(token.text) for token in tokens[place : found[0]]} if found else set[str]()
    return found if BESIDE & words and EVES & words else None
