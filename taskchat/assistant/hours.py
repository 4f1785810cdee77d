"""Times that only a reminder or an alarm makes sense of: "for 7", "wake me at 6", "an hour before it"."""

import re

from taskchat.assistant.english.reminding import CALLING

ENDS = r"(?=[,.!]|$| (?:today|tomorrow|tonight|on|every|each|in the|to|please)\b)"
FOR_HOUR = re.compile(rf"\bfor(?= \d{{1,2}}(?:[:.]\d\d)?{ENDS})", re.IGNORECASE)
WAKING = re.compile(r"\b(?:wake|get|be) (?:me |us )?up\b|\bi'm up\b|\b(?:wake|awake)\b", re.IGNORECASE)
LATE = re.compile(r"\b(?:evening|night|tonight|afternoon|noon|from now|in an?|nap)\b|\b[ap]\.?m\b", re.IGNORECASE)
EARLY = re.compile(rf"\b(?:at|for|by) ((?:[4-9]|1[01])(?:[:.]\d\d)?){ENDS}", re.IGNORECASE)
OWNED = re.compile(
    r"\b(today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)['’]s ([\w :,'-]+)$", re.IGNORECASE
)
"""Tomorrow's meeting is a meeting tomorrow."""
BEFORE_IT = re.compile(r"\bbefore (?:it|that|then|hand)\b(?=[\s.,!]*$)", re.IGNORECASE)
FROM_NOW = re.compile(r"\bfor (?=(?:\w+ ){1,4}from now\b)", re.IGNORECASE)


def with_hours(text: str) -> str:
    """The text with such times as quick add reads them; a person who wants to be woken means the morning."""
    text = FROM_NOW.sub("", BEFORE_IT.sub("before", text))
    if WAKING.search(text) and not LATE.search(text):
        text = EARLY.sub(lambda found: f"at {found[1]} am", text)
    if CALLING.isdisjoint(text.lower().split()):
        return text
    return OWNED.sub(r"\2 \1", FOR_HOUR.sub("at", text))
