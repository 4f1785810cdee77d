"""Which task a clause speaks of: "it", "the second", "1 and 3", "everything overdue", or words of its title."""

import re
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.dated import find_when
from taskchat.assistant.phrases_filters import EXCEPT, read_filters
from taskchat.assistant.positions import LAST, read_positions
from taskchat.assistant.scene import Scene
from taskchat.assistant.which import ONE, SEVERAL

POSITION = {"first": "1", "next": "1", "top": "1", "last": "last", "second": "2", "third": "3"}

LONGEST_NAME = 45
"""Words a task is named by."""
_ALL = re.compile(
    r"^(?:all|every|everything|each|any)\b(?!\s+of\s+(?:them|those|these)\b)"
    r"|^(?:the )?(?:completed|done|finished|overdue)(?: tasks?| ones?)?$"
    r"|^(?:my|the|our) (?:whole |entire )?(?:to-?do )?list$"
    r"|^(?:my |the |today's |tomorrow's )?(?:[\w#-]+ ){0,4}(?:tasks|to-?dos|ones|todos)\b",
    re.IGNORECASE,
)
_SORTED = re.compile(
    rf"^(?:the |my )?(?P<place>{'|'.join(POSITION)})\s+(?P<rest>.*\b(?:task|one|to-?do|thing)\b.*)$", re.IGNORECASE
)
_BEFORE = re.compile(
    r"^(?:(?:the|my|our|a|an|that|this)\s+)*(?:(?:tasks?|to-?dos?|reminders?|items?|entry|ones?)\s+)?", re.IGNORECASE
)
_ABOUT = re.compile(r"^(?:(?:called|named|titled|about|for|to|saying)\s+)", re.IGNORECASE)
_KIND = re.compile(r"\b(?:tasks?|to-?dos?|reminders?|ones?)\b", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s+(?:one|task|to-?do|item|reminder|entry|thing))+$", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"“'‘](.+)[\"”'’]$")


@dataclass(frozen=True, slots=True)
class Ref:
    """Tasks by name, or (with `filters`) everything that matches, or one of that at a place."""

    tasks: tuple[str, ...] = ()
    filters: dict[str, Any] | None = None
    place: str = ""


def read_ref(text: str, scene: Scene) -> Ref | None:
    """None when nothing is named."""
    plain = text.strip().rstrip("?!.,").strip()
    if quoted := _QUOTED.match(plain):
        return Ref((quoted[1].strip(),))
    if EXCEPT.search(plain) or len(plain.split()) > LONGEST_NAME:
        return None
    low = plain.lower()
    if low in ONE | SEVERAL:
        return Ref((low,))
    if positions := read_positions(plain):
        return Ref(tuple("last" if p == LAST else str(p) for p in positions))
    return _set(plain, scene) or _named(plain, scene)


def _set(text: str, scene: Scene) -> Ref | None:
    if found := _SORTED.match(text):
        filters = read_filters(found["rest"], scene)
        if filters and "search" not in filters:
            return Ref(filters=filters, place=POSITION[found["place"].lower()])
    if not _ALL.match(text):
        return None
    filters = read_filters(text, scene)
    return None if filters is None else Ref(filters=filters)


def _named(text: str, scene: Scene) -> Ref | None:
    words = _AFTER.sub("", _BEFORE.sub("", text)).strip()
    if _KIND.search(text[: len(text) - len(words)]):
        words = _BEFORE.sub("", _ABOUT.sub("", words)) or words
    words = without_date(words, scene).strip(' ,"“”')
    return Ref((words,)) if words else None


def without_date(words: str, scene: Scene) -> str:
    """ "call mom tomorrow at 5pm" names "call mom"; a name that is only a date stays."""
    for span in reversed(find_when(words, now=scene.now, ways=scene.ways)):
        left = f"{words[: span.start]} {words[span.end :]}"
        words = re.sub(r"\s+", " ", left).strip() or words
    return words
