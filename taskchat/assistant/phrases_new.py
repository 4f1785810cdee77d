"""What the rows of something new ask of their slots: events, lists by their usual names, conditions, statements."""

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

from taskchat.assistant.english import occasions as words
from taskchat.assistant.english.values import NO_SUBJECTS
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.mending import mended_word
from taskchat.assistant.phrases_slots import READERS, unquoted, usual
from taskchat.assistant.rows import Reader, tokens_of
from taskchat.assistant.scene import Scene
from taskchat.domain.lexicon import either, expression

HAS = re.compile(rf"\s+({'|'.join(words.HAS)})\s+(?:{either(words.AN)} )?", re.IGNORECASE)
IS_COMING = re.compile(rf"^\w+(?: \w+)? {expression(words.COMING)}\b", re.IGNORECASE)
NEEDS = re.compile("|".join(rf"\b{expression(way)}\b" for way in words.NEEDS), re.IGNORECASE)
NAMES = re.compile(rf"^{either(words.NAMES)}\s+(?=\w)", re.IGNORECASE)
LONGEST_CONDITION, LONGEST_NAME = 12, 5


def _event(text: str, scene: Scene) -> str | None:
    """ "dentist appointment with Dr. Wu": something that takes place."""
    said = text.lower().split()
    if said[0] in words.NOT_NEW or said[-1] in words.MOVING or not words.REPEATED.isdisjoint(said):
        return None
    for word in text.lower().split()[:5]:
        plain = word.strip(',.!?"“”')
        if plain in words.EVENT_NOUNS or mended_word(plain) in words.EVENT_NOUNS:
            return text
        if plain in words.NO_EVENT:
            return None
    return None


def _list(text: str, scene: Scene) -> str | None:
    name = READERS["list"](text, scene)
    if name and name.lower() in words.GENERIC:
        return ""
    if not name or not words.IN_NO_NAME.isdisjoint(name.lower().split()):
        return None
    return usual(mended_word(name)) or name


def _name(text: str, scene: Scene) -> str | None:
    """What a new list is called: in quotes it may be anything."""
    name = NAMES.sub("", unquoted(text))
    said = name != text and unquoted(text) == name and text[:1] in "\"“'‘"
    return name if said or (name and len(name.split()) <= LONGEST_NAME and not name.endswith(":")) else None


def _noun(text: str, scene: Scene) -> str | None:
    said = [word for word in text.lower().split() if word not in words.ARTICLES]
    return None if not said or said[0] in words.NOT_HAD else text


def _doing(text: str, scene: Scene) -> str | None:
    first = text.split(maxsplit=1)[0].lower()
    return text if first.endswith(words.DOING) and first not in words.NOT_DONE and len(text.split()) > 1 else None


def _fresh(text: str, scene: Scene) -> str | None:
    return text if words.OLD.isdisjoint(text.lower().split()) else None


def _yearly(text: str, scene: Scene) -> str | None:
    said = text.lower().split()
    whose = len(said) <= LONGEST_NAME - 1 and said[0] not in TASK_VERBS | NO_SUBJECTS | words.NO_YEARLY
    return text if whose and said[-1] in words.YEARLY else None


def _mine(text: str, scene: Scene) -> str | None:
    """ "my appointment with the bank"; of what is not one's own an event alone."""
    first = text.split(maxsplit=1)[0].lower()
    own = first in words.OWN or (first == words.THE and _event(text.partition(" ")[2] or text, scene))
    return text if own and len(text.split()) > 1 else None


def _happens(text: str, scene: Scene) -> str | None:
    """ "my flight leaves", with its date taken out."""
    said = text.lower().split()
    ours = len(said) > 2 and (said[0] in words.OURS or (said[0] not in words.NOBODY and IS_COMING.search(text)))
    return text if ours and (said[-1] in words.HAPPENS or NEEDS.search(text)) else None


def _cond(text: str, scene: Scene) -> str | None:
    said = text.lower().split()
    whole = len(said) <= LONGEST_CONDITION and said[-1] not in words.UNFINISHED
    return text if whole and len(said) > 2 and words.CONDITION.begins(tokens_of(text)) else None


def _deed(text: str, scene: Scene) -> str | None:
    """What is to be done under a condition, not what is to be found out: "check if the parcel is there"."""
    return text if words.ASKING.isdisjoint(text.lower().split()[-2:]) else None


def _told(text: str, scene: Scene) -> str | None:
    """ "Remind me what is on today" asks, and so does "remind me of my appointments"."""
    said = text.lower().replace("’", "'").split()
    asked = said[0] in words.QUESTIONS or said[-1] in words.IS or said[-1] in words.MANY
    return None if asked and words.THAT not in said else text


def _other(text: str, scene: Scene) -> str | None:
    return None if text.lower().split()[0] in words.US else text


def _ours(text: str, scene: Scene) -> str | None:
    """What is due: no deed ("pay rent is due" speaks of a task by its title), nobody."""
    said = text.lower().split()
    taken = said[0] in TASK_VERBS | words.NOT_HAD | words.QUESTIONS | NO_SUBJECTS or not words.SEVERAL.isdisjoint(said)
    asked = any(OSA.distance(said[0], word) == 1 for word in words.QUESTIONS if len(word) > 3)
    return None if taken or asked or len(said) > LONGEST_NAME else text


def _made(text: str, scene: Scene) -> str | None:
    """An appointment is made; so is dinner, but not by noting it down."""
    return None if text.lower().split()[0] in words.MEALS and len(text.split()) < 2 else _event(text, scene)


def _booked(text: str, scene: Scene) -> str | None:
    """A meeting is booked by noting it down, a flight is not."""
    return _event(text, scene) if words.BOUGHT.isdisjoint(text.lower().split()) else None


def _theirs(text: str, scene: Scene) -> str | None:
    """ "The kids have soccer practice": somebody else's event."""
    who, has, what = HAS.split(text, maxsplit=1) if len(HAS.split(text, maxsplit=1)) == 3 else ("", "", "")
    somebody = 0 < len(who.split()) <= 3 and who.split()[0].lower() not in words.NOBODY
    return text if has and somebody and _event(what, scene) else None


def _somebody(text: str, scene: Scene) -> str | None:
    """Who asked for something: "my wife", "the vet"."""
    said = text.lower().split()
    return text if len(said) <= LONGEST_NAME - 2 and said[0] not in words.NOBODY | words.QUESTIONS else None


def _kept(text: str, scene: Scene) -> str | None:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in words.OURS and rest and len(rest.split()) <= LONGEST_NAME - 2 else None


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
    "act": lambda text, scene: text if text.lower().split()[0] in words.ACTS else None,
    "told": _told,
    "theirs": _theirs,
    "somebody": _somebody,
    "made": _made,
    "booked": _booked,
    "named_day": lambda text, scene: text if text.lower().endswith(words.DAY) else None,
    "verbal": lambda text, scene: text if text.lower().split()[0] in TASK_VERBS else None,
    "other": _other,
    "ours": _ours,
    "kept": _kept,
    "quote": lambda text, scene: unquoted(text) if unquoted(text) != text else None,
    "urgently": lambda text, scene: None if text.lower().split()[-1] in words.NO_ADVERB else text,
}
