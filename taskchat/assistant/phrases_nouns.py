"""The words that say what a question is about: a second language has its own of these tables."""

import re

from taskchat.assistant.english.nouns import KINDS, LINKS, LOOSE, PLACES, SMALL, TASKS

KIND_WORDS = frozenset({"", *KINDS.values()})
SAYS_NOTHING = "|".join((*TASKS.split(), *PLACES.split(), *SMALL.split()))
FILLER = re.compile(
    rf"(?<![\w'’-])(?:{SAYS_NOTHING})"
    r"(?:['’](?:s|re))?(?![\w’'-])",
    re.IGNORECASE,
)
TODO = re.compile(r"\bto[ -]do\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:^|(?<=\s))['’]s\b")


def core(text: str) -> str:
    """ "Meeting with Bob" → "Meeting Bob", "dentist appointment" → "dentist": what a title has to have at least."""
    words = [word for word in text.split() if word.lower() not in LINKS]
    while len(words) > 1 and words[-1].lower() in LOOSE:
        words.pop()
    return " ".join(words) or text


def left_over(text: str) -> str:
    """What a phrase names beside filters: kinds of tasks by their stem, any task by nothing."""
    bare = POSSESSIVE.sub(" ", FILLER.sub(" ", TODO.sub("todo", text)))
    words = re.sub(r"[\s,.!?:;]+", " ", bare).strip(" '’-").split()
    return " ".join(filter(None, (KINDS.get(word.lower(), word) for word in words)))
