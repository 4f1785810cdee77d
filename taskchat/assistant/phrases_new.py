"""What the rows of something new ask of their slots: events, lists by their usual names, conditions, statements."""

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

from taskchat.assistant.english.occasions import (
    ACTS,
    ASKING,
    BOUGHT,
    CONDITION,
    EVENT_NOUNS,
    GENERIC,
    HAPPENS,
    IN_NO_NAME,
    MANY,
    MEALS,
    MOVING,
    NO_ADVERB,
    NO_EVENT,
    NOBODY,
    NOT_DONE,
    NOT_HAD,
    NOT_NEW,
    OLD,
    OURS,
    PLACES,
    QUESTIONS,
    REPEATED,
    SEVERAL,
    UNFINISHED,
)
from taskchat.assistant.english.values import NO_SUBJECTS
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.mending import mended_word
from taskchat.assistant.phrases_slots import READERS, unquoted
from taskchat.assistant.rows import Reader, tokens_of
from taskchat.assistant.scene import Scene

HAS = re.compile(r"\s+(has|have|has got|have got)\s+(?:an? )?", re.IGNORECASE)
IS_COMING = re.compile(r"^\w+(?: \w+)? (?:is|are) (?:com|arriv|visit|leav|return|fly|mov)ing\b", re.IGNORECASE)
NEEDS = re.compile(
    r"\b(?:needs?|ha(?:s|ve)|must|ought)(?: to)? be\b|\bneeds? (?:to|an?|new)\b"
    r"|\b(?:is|are) (?:com|arriv|visit|leav|start|clos|open|mov|return|fly|tak|happen|play)ing\b"
    r"|\b(?:is|are) (?:closed|open|due)\b",
    re.IGNORECASE,
)
LONGEST_CONDITION, LONGEST_NAME = 12, 5


def _event(text: str, scene: Scene) -> str | None:
    """ "dentist appointment with Dr. Wu": something that takes place."""
    words = text.lower().split()
    if words[0] in NOT_NEW or words[-1] in MOVING or not REPEATED.isdisjoint(words):
        return None
    for word in text.lower().split()[:5]:
        plain = word.strip(',.!?"“”')
        if plain in EVENT_NOUNS or mended_word(plain) in EVENT_NOUNS:
            return text
        if plain in NO_EVENT:
            return None
    return None


def _list(text: str, scene: Scene) -> str | None:
    name = READERS["list"](text, scene)
    if name and name.lower() in GENERIC:
        return ""
    if not name or not IN_NO_NAME.isdisjoint(name.lower().split()):
        return None
    return _usual(mended_word(name)) or name


def _name(text: str, scene: Scene) -> str | None:
    """What a new list is called: in quotes it may be anything."""
    name = re.sub(r"^(?:my|the|our|a|an)\s+(?=\w)", "", unquoted(text), flags=re.IGNORECASE)
    said = name != text and unquoted(text) == name and text[:1] in "\"“'‘"
    return name if said or (name and len(name.split()) <= LONGEST_NAME and not name.endswith(":")) else None


def _noun(text: str, scene: Scene) -> str | None:
    words = [word for word in text.lower().split() if word not in {"a", "an", "the", "my", "some"}]
    return None if not words or words[0] in NOT_HAD else text


def _doing(text: str, scene: Scene) -> str | None:
    first = text.split(maxsplit=1)[0].lower()
    return text if first.endswith("ing") and first not in NOT_DONE and len(text.split()) > 1 else None


def _fresh(text: str, scene: Scene) -> str | None:
    return text if OLD.isdisjoint(text.lower().split()) else None


def _yearly(text: str, scene: Scene) -> str | None:
    words = text.lower().split()
    whose = len(words) <= LONGEST_NAME - 1 and words[0] not in TASK_VERBS | NO_SUBJECTS | {"remember", "don't", "never"}
    return text if whose and words[-1] in {"birthday", "anniversary", "bday", "b-day"} else None


def _mine(text: str, scene: Scene) -> str | None:
    """ "my appointment with the bank"; of what is not one's own an event alone."""
    first = text.split(maxsplit=1)[0].lower()
    own = first in {"my", "our"} or (first == "the" and _event(text.partition(" ")[2] or text, scene))
    return text if own and len(text.split()) > 1 else None


def _happens(text: str, scene: Scene) -> str | None:
    """ "my flight leaves", with its date taken out."""
    words = text.lower().split()
    ours = len(words) > 2 and (words[0] in OURS or (words[0] not in NOBODY and IS_COMING.search(text)))
    return text if ours and (words[-1] in HAPPENS or NEEDS.search(text)) else None


def _cond(text: str, scene: Scene) -> str | None:
    words = text.lower().split()
    whole = len(words) <= LONGEST_CONDITION and words[-1] not in UNFINISHED
    return text if whole and len(words) > 2 and CONDITION.begins(tokens_of(text)) else None


def _deed(text: str, scene: Scene) -> str | None:
    """What is to be done under a condition, not what is to be found out: "check if the parcel is there"."""
    return text if ASKING.isdisjoint(text.lower().split()[-2:]) else None


def _told(text: str, scene: Scene) -> str | None:
    """ "Remind me what is on today" asks, and so does "remind me of my appointments"."""
    words = text.lower().replace("’", "'").split()
    asked = words[0] in QUESTIONS or words[-1] in {"is", "are"} or words[-1] in MANY
    return None if asked and "that" not in words else text


def _other(text: str, scene: Scene) -> str | None:
    return None if text.lower().split()[0] in {"me", "us", "myself"} else text


def _ours(text: str, scene: Scene) -> str | None:
    """What is due: no deed ("pay rent is due" speaks of a task by its title), nobody."""
    words = text.lower().split()
    taken = words[0] in TASK_VERBS | NOT_HAD | QUESTIONS | NO_SUBJECTS or not SEVERAL.isdisjoint(words)
    asked = any(OSA.distance(words[0], word) == 1 for word in QUESTIONS if len(word) > 3)
    return None if taken or asked or len(words) > LONGEST_NAME else text


def _made(text: str, scene: Scene) -> str | None:
    """An appointment is made; so is dinner, but not by noting it down."""
    return None if text.lower().split()[0] in MEALS and len(text.split()) < 2 else _event(text, scene)


def _booked(text: str, scene: Scene) -> str | None:
    """A meeting is booked by noting it down, a flight is not."""
    return _event(text, scene) if BOUGHT.isdisjoint(text.lower().split()) else None


def _theirs(text: str, scene: Scene) -> str | None:
    """ "The kids have soccer practice": somebody else's event."""
    who, has, what = HAS.split(text, maxsplit=1) if len(HAS.split(text, maxsplit=1)) == 3 else ("", "", "")
    somebody = 0 < len(who.split()) <= 3 and who.split()[0].lower() not in NOBODY
    return text if has and somebody and _event(what, scene) else None


def _kept(text: str, scene: Scene) -> str | None:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in OURS and rest and len(rest.split()) <= LONGEST_NAME - 2 else None


def _place(text: str, scene: Scene) -> str | None:
    return text if text.lower() in PLACES else _usual(mended_word(text.lower()))


def _usual(name: str) -> str | None:
    return name if name in PLACES else None


NEW_READERS: Mapping[str, Reader] = {
    **READERS,
    "occasion": _event,
    "named": _list,
    "name": _name,
    "noun": _noun,
    "doing": _doing,
    "fresh": _fresh,
    "yearly": _yearly,
    "mine": _mine,
    "happens": _happens,
    "cond": _cond,
    "deed": _deed,
    "act": lambda text, scene: text if text.lower().split()[0] in ACTS else None,
    "told": _told,
    "theirs": _theirs,
    "made": _made,
    "booked": _booked,
    "named_day": lambda text, scene: text if text.lower().endswith(" day") else None,
    "verbal": lambda text, scene: text if text.lower().split()[0] in TASK_VERBS else None,
    "other": _other,
    "ours": _ours,
    "kept": _kept,
    "place": _place,
    "quote": lambda text, scene: unquoted(text) if unquoted(text) != text else None,
    "urgently": lambda text, scene: None if text.lower().split()[-1] in NO_ADVERB else text,
}
