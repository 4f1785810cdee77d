"""What a phrase names beside the words that say nothing of it."""

import re

from taskchat.assistant.english.nouns import ENDINGS, KINDS, LINKS, LOOSE, PLACES, SMALL, TASKS, TO_DO, TODO
from taskchat.domain.lexicon import either, either_apostrophe

KIND_WORDS = frozenset({"", *KINDS.values()})
_SAYS_NOTHING = either_apostrophe(either(sorted(TASKS | PLACES | SMALL)))
FILLER = re.compile(rf"(?<![\w'’-]){_SAYS_NOTHING}(?:['’]{either(ENDINGS)})?(?![\w’'-])", re.IGNORECASE)
TO_DOS = re.compile(rf"\b{either(TO_DO)}\b", re.IGNORECASE)
POSSESSIVE = re.compile(rf"(?:^|(?<=\s))['’]{ENDINGS[0]}\b")


def core(text: str) -> str:
    """ "Meeting with Bob" → "Meeting Bob", "dentist appointment" → "dentist": what a title has to have at least."""
    words = [word for word in text.split() if word.lower() not in LINKS]
    while len(words) > 1 and words[-1].lower() in LOOSE:
        words.pop()
    return " ".join(words) or text


def left_over(text: str) -> str:
    """What a phrase names beside filters: kinds of tasks by their stem, any task by nothing."""
    bare = POSSESSIVE.sub(" ", FILLER.sub(" ", TO_DOS.sub(TODO, text)))
    words = re.sub(r"[\s,.!?:;]+", " ", bare).strip(" '’-").split()
    return " ".join(filter(None, (KINDS.get(word.lower(), word) for word in words)))
