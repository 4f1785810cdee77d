"""Times that only a reminder or an alarm makes sense of: "for 7", "wake me at 6", "an hour before it"."""

import re

from taskchat.assistant.english import reminding as words
from taskchat.domain.english.vocabulary import ONES, TENS, WEEKDAYS
from taskchat.domain.lexicon import either, expression
from taskchat.domain.slots import HOUR_WORDS

ENDS = rf"(?=[,.!]|$| {expression(words.FOLLOWS)}\b)"
MINUTES_IN_WORDS = (
    rf"(?: (?:{either(TENS)}(?:[ -]{either(ONES)})?|{either(name for name, n in ONES.items() if n > 9)}))?"
)
SPOKEN = f"{either(HOUR_WORDS)}{MINUTES_IN_WORDS}"
EARLY_SPOKEN = f"{either(name for name, hour in HOUR_WORDS.items() if 4 <= hour <= 11)}{MINUTES_IN_WORDS}"
FOR_HOUR = re.compile(rf"\b{words.FOR}(?= (?:\d{{1,2}}(?:[:.]\d\d)?|{SPOKEN}){ENDS})", re.IGNORECASE)
WAKING = re.compile("|".join(rf"\b{expression(way)}\b" for way in words.WAKING), re.IGNORECASE)
LATE = re.compile(rf"\b{expression(words.LATE)}\b", re.IGNORECASE)
EARLY = re.compile(rf"\b{either(words.HOURS)} ((?:[4-9]|1[01])(?:[:.]\d\d)?|{EARLY_SPOKEN}){ENDS}", re.IGNORECASE)
OWNED = re.compile(rf"\b({expression(words.OWNERS, weekday=either(WEEKDAYS))})['’]s ([\w :,'-]+)$", re.IGNORECASE)
BEFORE_IT = re.compile(rf"\b{expression(words.BEFORE_IT)}\b(?=[\s.,!]*$)", re.IGNORECASE)
IN_MINUTES = re.compile(rf"\b{words.IN_MINUTES}", re.IGNORECASE)
FROM_NOW = re.compile(
    rf"\b{words.FOR} (?=(?:{expression(words.AMOUNT)}) (?:\w+ ){{1,3}}{expression(words.FROM_NOW)}\b)", re.IGNORECASE
)


def with_hours(text: str) -> str:
    """The text with such times as quick add reads them; a person who wants to be woken means the morning."""
    text = FROM_NOW.sub("", BEFORE_IT.sub(words.BEFORE, text))
    if WAKING.search(text) and not LATE.search(text):
        text = EARLY.sub(lambda found: f"{words.AT} {found[1]} {words.MORNING}", text)
    if words.CALLING.isdisjoint(text.lower().split()):
        return text
    text = IN_MINUTES.sub(rf"\g<0> {words.MINUTES}", text)
    return OWNED.sub(r"\2 \1", FOR_HOUR.sub(words.AT, text))
