"""Slips of the pen in the words that rows need; what a person calls their own is never touched."""

from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from taskchat.assistant.english.slips import ENDINGS, NEEDED, REAL, SLIPS
from taskchat.assistant.rows import Tokens, tokens_of

SHORTEST, LONG = 5, 8


@lru_cache(maxsize=512)
def mended_tokens(clause: str) -> Tokens:
    """The tokens as they would be without slips; their places are those in the clause."""
    return tuple(
        token if (text := mended_word(token.text)) == token.text else replace(token, text=text)
        for token in tokens_of(clause)
    )


@lru_cache(maxsize=4096)
def mended_word(word: str) -> str:
    """The needed word that is one slip away (two in a long one), the word itself where none is."""
    if word in SLIPS:
        return SLIPS[word]
    if len(word) < SHORTEST or word in NEEDED or word in REAL or not word.isalpha() or _is_form(word):
        return word
    near = (
        (distance, wanted)
        for wanted in NEEDED
        if wanted[0] == word[0]
        and (distance := OSA.distance(word, wanted)) <= (2 if min(len(wanted), len(word)) >= LONG - 1 else 1)
    )
    return min(near, key=lambda each: each[0], default=(0, word))[1]


def _is_form(word: str) -> bool:
    """ "scheduled", "birthdays": another form is no slip."""
    return any(word.startswith(wanted) and word[len(wanted) :] in ENDINGS for wanted in NEEDED)
