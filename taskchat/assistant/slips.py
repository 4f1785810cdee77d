"""Slips of the pen: a clause with the words the grammar needs spelled as it knows them."""

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from taskchat.assistant.english import slips as words
from taskchat.assistant.english.changes import CHANGES
from taskchat.assistant.english.new_tasks import CREATES, PLAINLY
from taskchat.assistant.english.nouns import ABOUT_TASKS, SMALL, WORLD
from taskchat.assistant.english.questions import FINDS
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.rows import Row, first_words
from taskchat.domain.english.vocabulary import MONTHS, PERIODS, WEEKDAYS
from taskchat.domain.lexicon import either

DAYS = frozenset({*WEEKDAYS, *MONTHS, *PERIODS, *words.DAYS})
ASKING = (
    frozenset(
        {
            word
            for row in FINDS
            for element in row.elements
            for word in element.words | {w for p in element.phrases for w in p}
        }
        - TASK_VERBS
    )
    | words.ASKING
)
"""Words of questions."""
SMALL_WORDS = SMALL - words.RARE
KNOWN = tuple(sorted(word for word in ASKING | SMALL_WORDS | ABOUT_TASKS | DAYS if len(word) > 3 and word.isalpha()))
VALUES = tuple(sorted({*words.VALUES, *DAYS}))
"""Words of what is set."""
RIGHT = frozenset(KNOWN) | TASK_VERBS | WORLD
RUN_TOGETHER = re.compile(rf"^({'|'.join(words.RUN_TOGETHER)}){words.S}\b(?= )", re.IGNORECASE)
IS_DONE = re.compile(rf"(?<=\w)['’]{words.S} (?={either(words.DONE)}\b)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
"""Letters below which any word is near another."""
LONG = 6
"""Letters from which two of them may be wrong."""


def _begins(rows: tuple[Row, ...]) -> frozenset[str]:
    return frozenset(word for word in first_words(rows) if len(word) >= SHORTEST and word.isalpha())


ORDERS = first_words((*CHANGES, *CREATES)) - first_words(FINDS)
VERBS = tuple(sorted(_begins((*CHANGES, *PLAINLY, *CREATES, *FINDS))))


def spelled_out(text: str) -> str:
    """ "Whens the dentist" is "when's", "the rent's paid" is "the rent is paid"."""
    return IS_DONE.sub(f" {words.IS} ", RUN_TOGETHER.sub(rf"\1'{words.S}", text))


def mended(clause: str) -> str:
    """The clause with its first word spelled as a command, "" if it is none by far."""
    first, _, rest = clause.partition(" ")
    wrong = rest and first.isalpha() and first.lower() not in TASK_VERBS
    found = nearest(first.lower(), VERBS) if wrong else ""
    return f"{found} {rest}" if found and found != first.lower() else ""


def mended_question(clause: str) -> str:
    """The clause with every word of a question and of a date spelled right; "" where nothing was wrong, or an order."""
    if clause.partition(" ")[0].lower() in ORDERS | (TASK_VERBS - words.LOOKING):
        return ""
    spelled = WORD.sub(
        lambda word: word[0] if word[0].lower() in RIGHT else nearest(word[0].lower(), KNOWN) or word[0], clause
    )
    return spelled if spelled != clause else ""


def mended_value(clause: str) -> str:
    """The clause with what is to be set spelled right: "make the bill urgnt"; "" where nothing was wrong."""
    spelled = WORD.sub(lambda word: nearest(word[0].lower(), VALUES) or word[0], clause)
    return spelled if spelled.lower() != clause.lower() else ""


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that is one letter off, or two in a long one; letters that changed places are one.

    Among equals the one of the same letters: "waht" is "what", not "want".
    """
    if len(word) < SHORTEST:
        return ""
    most = 1 if len(word) < LONG else 2
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=5)
    near = [
        (distance, sorted(word) != sorted(other), other)
        for other, distance, _ in found
        if distance == 1 or other[0] == word[0]
    ]
    return min(near)[2] if near else ""
