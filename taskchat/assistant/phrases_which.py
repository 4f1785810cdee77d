"""Which task a clause speaks of: "it", "the second", "1 and 3", "everything overdue", or words of its title."""

import re
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.english.references import JUST, ONE, OTHER, POSITION, REST, SEVERAL
from taskchat.assistant.once import find_when
from taskchat.assistant.phrases_filters import read_filters
from taskchat.assistant.phrases_nouns import KIND_WORDS
from taskchat.assistant.positions import LAST, read_positions
from taskchat.assistant.scene import Scene

LONGEST_NAME = 45
"""Words a task is named by."""
KIND = r"(?:tasks?|to-?dos?|ones?|things?|items?|events?|appointments?|meetings?|reminders?|alarms?|entry|entries)"
PLURAL = r"(?:tasks|stuff|to-?dos|ones|things|items|events|appointments|meetings|reminders|alarms|entries|plans|calls)"
DAY = r"(?:day|week|weekend|month|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_ALL = re.compile(
    r"^(?:all|every|everything|each|any)\b(?!\s+of\s+(?:them|those|these)\b)"
    r"|^(?:the )?(?:completed|done|finished|overdue)(?: tasks?| ones?)?$"
    r"|^(?:my|the|our) (?:whole |entire )?(?:to-?do |to do )?(?:list|calend[ae]r|schedule|agenda|diary|planner)\b"
    rf"|^(?:my|our) (?:whole |entire )?{DAY}$"
    rf"|^(?:my |the |our )?(?:[\w#-]+(?:['’]s)? ){{0,4}}{PLURAL}\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"^(?:the |my |our )?(?:whole |entire )?(?!to-?do\b)[\w-]+(?: [\w-]+)? list$", re.IGNORECASE)
_SORTED = re.compile(rf"^(?:the |my )?(?P<place>{'|'.join(POSITION)})\s+(?P<rest>.*\b{KIND}\b.*)$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:(?:the|my|our|a|an|that|this(?! (?:morning|afternoon|evening|week|month)))\s+)*"
    r"(?:(?:tasks?|to-?dos?|reminders?|items?|entry|ones?|events?|alarms?|calendar (?:event|entry)"
    r"|appointment(?= (?:called|named|titled|about|for|to)\b))\s+)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:(?:called|named|titled|about|for|to|saying|(?:that |which )?says?|of|regarding|on(?! the \d)|with|containing"
    r"|mentioning)\s+)",
    re.IGNORECASE,
)
_KIND = re.compile(r"\b(?:tasks?|to-?dos?|reminders?|ones?|events?|alarms?|items?|entry|appointment)\b", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s+(?:one|task|to-?do|item|reminder|entry|thing|event|alarm))+$", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"“'‘](.+)[\"”'’]$")
_RELATIVE = re.compile(
    r" (?:(?:that|which) )?(?:i|we)(?:['’]ve|['’]m)? "
    r"(?:(?:have|had|got|set|made|planned|scheduled|added|put|am|having)(?: |$))+",
    re.IGNORECASE,
)
""" "The meeting *I have* with John" """
_DANGLING = re.compile(
    r"\b(?:is|are|was|were|to|my|the|an?|of|from|for|with|at|and|or|by|into|gets?|got)$", re.IGNORECASE
)
"""No name ends so: the row that left it there was the wrong one."""
_HANGING = re.compile(r"(?:out|off|up|back|of|about|from|to|with|i|got) (?!of\b)", re.IGNORECASE)
"""Nor does one begin so."""
_BUT = re.compile(
    r"[,\s]+(?:except|excluding|besides|apart from|other than|but not|but|save for|without)(?: for)?\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Ref:
    """Tasks by name, or a set of them, or one place in that set ("1", "last"), or the set but for some."""

    tasks: tuple[str, ...] = ()
    filters: dict[str, Any] | None = None
    place: str = ""

    def without(self, but: str) -> "Ref":
        """All of it except what `but` names."""
        return Ref((f"those except {but}",)) if self.filters is None else Ref((), self.filters, f"those except {but}")

    def due_on(self, day: str) -> "Ref":
        """ "Everything *from today*": the day narrows a set, a name needs no more."""
        is_open = self.filters is not None and "due" not in self.filters
        return Ref((), {"due": day} | (self.filters or {}), self.place) if is_open else self


def but_of(text: str) -> str | None:
    """ "Except the last one" → "the last one"."""
    found = _BUT.match(f" {text}")
    return f" {text}"[found.end() :].strip() or None if found else None


def read_ref(text: str, scene: Scene, *, dated: bool = False) -> Ref | None:
    """None when nothing is named. `dated`: a day or an hour in the name says which one is meant, and stays."""
    plain = text.strip().rstrip("?!.,").strip()
    if quoted := _QUOTED.match(plain):
        return Ref((quoted[1].strip(),))
    if len(plain.split()) > LONGEST_NAME or _DANGLING.search(plain) or _HANGING.match(plain):
        return None
    return _but(plain, scene) if _BUT.search(plain) else _whole(plain, scene, dated=dated)


def _whole(plain: str, scene: Scene, *, dated: bool) -> Ref | None:
    low = plain.lower()
    if low in ONE | OTHER | SEVERAL | REST | JUST:
        return Ref((low,))
    if positions := read_positions(plain):
        return Ref(tuple("last" if p == LAST else str(p) for p in positions))
    return _set(plain, scene) or _named(plain, scene, dated=dated)


def _but(text: str, scene: Scene) -> Ref | None:
    """ "Everything due today except the report" """
    whole, but = _BUT.split(text, maxsplit=1)
    ref = _whole(whole, scene, dated=False)
    is_several = ref is not None and (ref.filters is not None or set(ref.tasks) <= SEVERAL | REST)
    return ref.without(but) if ref and is_several and not ref.place else None


def _set(text: str, scene: Scene) -> Ref | None:
    if found := _SORTED.match(text):
        filters = read_filters(found["rest"], scene)
        place = found["place"].lower()
        if filters is not None and filters.get("search", "") in KIND_WORDS:
            ahead = {"due": "from today"} if place == "next" else {}
            return Ref(filters=ahead | filters, place=POSITION[place])
    if not _ALL.match(text) and not _LIST.match(text):
        return None
    filters = read_filters(text, scene)
    return None if filters is None else Ref(filters=filters)


def _named(text: str, scene: Scene, *, dated: bool) -> Ref | None:
    text = re.sub(r"\s+", " ", _RELATIVE.sub(" ", text)).strip() or text
    words = _AFTER.sub("", _BEFORE.sub("", text)).strip()
    if _KIND.search(text[: len(text) - len(words)]):
        words = _BEFORE.sub("", _ABOUT.sub("", words)) or words
    words = (words if dated else without_date(words, scene)).strip(' ,"“”')
    return Ref((words,)) if words else None


def without_date(words: str, scene: Scene) -> str:
    """ "call mom tomorrow at 5pm" names "call mom"; a name that is only a date stays."""
    for span in reversed(find_when(words, now=scene.now, ways=scene.ways)):
        left = f"{words[: span.start]} {words[span.end :]}"
        words = re.sub(r"\s+", " ", left).strip() or words
    return words
