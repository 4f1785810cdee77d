"""Numbers in words: "twenty-five", "twenty first"."""

from taskchat.domain.english.figures import BEFORE_ORDINALS
from taskchat.domain.english.vocabulary import NUMBERS, ORDINALS, TENS
from taskchat.domain.patterns import Tokens, headed


def number_words(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """ "Twelve", "twenty-five", "twenty five", "two hundred"."""
    first = NUMBERS.get(tokens[place].text)
    if first is None:
        return None
    follows = NUMBERS.get(tokens[place + 1].text, 0) if place + 1 < len(tokens) else 0
    if tokens[place].text in TENS and 1 <= follows <= 9:
        return place + 2, first + follows
    return (place + 2, first * 100) if follows == 100 else (place + 1, first)


def ordinal_words(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """ "Third", "twenty-first", "twenty first"."""
    first = tokens[place].text
    if first in ORDINALS:
        return place + 1, ORDINALS[first]
    follows = ORDINALS.get(tokens[place + 1].text, 99) if place + 1 < len(tokens) else 99
    return (place + 2, TENS[first] + follows) if first in BEFORE_ORDINALS and follows <= 9 else None


NUMBER_WORDS = headed(number_words, NUMBERS)
ORDINAL_WORDS = headed(ordinal_words, {*ORDINALS, *BEFORE_ORDINALS})
