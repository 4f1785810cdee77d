"""What is left of a sentence as a title a person would write: no "to" before it, no preposition behind it."""

import re

from taskchat.assistant.english import titles as words
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.phrases_slots import unquoted
from taskchat.assistant.rows import tokens_of
from taskchat.domain.lexicon import either

ARTICLES = re.compile(rf"^{either(words.ARTICLES)}\s+(?=[\w\"“])")
LOOSE = " ,;:-–"
BETWEEN = re.compile(rf",? {words.AND} |,\s*(?:{words.AND}\s+)?| & |\b{words.PLUS}\b", re.IGNORECASE)
NO_BREAK = "\xa0"
HELD_TOGETHER = re.compile(rf"\b{either(words.PAIRS)}\b", re.IGNORECASE)
"""What is one thing in two words: "mac and cheese"."""
SHORT = 2
"""Words an item of "milk, eggs and bread" has at most to count as one of several things."""
AMOUNTS = re.compile(rf"(?:{either(words.AMOUNTS)}|\d+\w*)$", re.IGNORECASE)


def titled(text: str, *, whole: bool) -> str:
    """`whole`: a sentence ("the car needs oil") keeps its article."""
    title = unquoted(text.strip(LOOSE))
    if title != text.strip(LOOSE):
        return title
    tokens = tokens_of(title)
    for _ in range(3):
        after = max((row.begins(tokens) for row in words.LEADS), default=0) if tokens else 0
        if not 0 < after < len(tokens):
            break
        title = title[tokens[after].start :]
        tokens = tokens_of(title)
    bare = ARTICLES.sub("", title)
    kept = whole or not bare or bare.split()[0].lower() in words.KEPT
    return unquoted((title if kept else bare).strip(LOOSE))


def items(title: str, *, several: bool | str) -> list[str]:
    """ "milk, eggs and bread" is three things, "call mom and dad" one; `several` True: the person said it is a list."""
    held = HELD_TOGETHER.sub(lambda found: found[0].replace(" ", NO_BREAK), title)
    parts = [part.strip().replace(NO_BREAK, " ") for part in BETWEEN.split(held) if part.strip()]
    parts = [each for part in parts for each in _goods(part, least=2 if len(parts) > 1 else 3)]
    if not several or len(parts) < 2:
        return [title]
    plain = [titled(part, whole=False) for part in parts]
    return plain if several is True or all(_is_thing(part) for part in parts) else [title]


def _is_thing(part: str) -> bool:
    if HELD_TOGETHER.fullmatch(part):
        return True
    said = part.split()
    named = [word for word in said if not AMOUNTS.match(word)]
    return len(named) <= SHORT and (len(said) == 1 or said[0].lower() not in TASK_VERBS)


def _goods(part: str, *, least: int) -> list[str]:
    """ "Milk eggs bread", as it is spoken: one thing a word, where each is one by itself, and no two are one."""
    said = part.split()
    first = next((place for place, word in enumerate(said) if word.lower() in words.GOODS), 0)
    goods = [word.lower() for word in said[first:]]
    plural = all(word.endswith(words.PLURAL) for word in goods)
    if not words.GOODS.issuperset(goods) or len(goods) < (2 if plural else least) or not _is_amount(said[:first]):
        return [part]
    return [" ".join(said[: first + 1]), *said[first + 1 :]]


def _is_amount(said: list[str]) -> bool:
    return all(AMOUNTS.match(word) for word in said)
