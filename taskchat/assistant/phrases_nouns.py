"""What the rows of something new ask of their slots: events, lists by their usual names, conditions, statements."""

import re
from collections.abc import Mapping

from taskchat.assistant.phrases_slots import READERS, unquoted
from taskchat.assistant.phrases_verbs import word_set
from taskchat.assistant.rows import Reader
from taskchat.assistant.scene import Scene
from taskchat.assistant.slips import mended_word

EVENT_NOUNS = word_set(
    """
    anniversary appointment appt audition barbecue bbq birthday breakfast brunch call catch-up ceremony checkup check-up class
    cleaning concert conference consultation date deadline demo dinner exam festival flight funeral gathering gig
    graduation haircut hangout hearing holiday interview lecture lesson lunch massage meet-up meeting meetup
    outing party performance picnic practice presentation recital rehearsal reservation retreat reunion review
    seminar service session shift sleepover stand-up standup supper surgery sync training trip tour
    vacation viewing visit walk-through webinar wedding weekend workout workshop yoga meetings appointments conference_call
    """
)
NO_EVENT = word_set("with for at about on to in and that it list called named of task reminder alarm list:")
"""The noun stands before these."""
PLACES = word_set(
    """
    groceries grocery shopping errands chores housework work home office household garden packing camping wishlist reading
    watchlist gifts school family personal private health fitness finances ideas someday inbox backlog hobbies travel
    holiday hardware pharmacy kitchen
    """
)
"""What people call their lists."""
IN_NO_NAME = word_set("to my the on into onto our in add put list called named with and me us a an some item task")
NOT_HAD = word_set(
    "no not nothing never any been had to already done finished completed all it them that this you he she they i we just"
)
"""What people have is no appointment where it begins so."""
NOT_DONE = word_set(
    """
    feeling thinking wondering hoping trying kidding asking saying looking being bring nothing something anything having
    thing telling joking struggling dying talking going waiting wanting needing
    """
)
NEEDS = re.compile(r"\b(?:needs?|ha(?:s|ve)|must|ought)(?: to)? be\b", re.IGNORECASE)
HAPPENS = word_set(
    "starts begins leaves arrives departs opens closes ends expires comes happens lands boards returns finishes renews"
)
OURS = word_set("my our the")
CONDITIONS = re.compile(
    r"(?:when|once|whenever|if|as soon as|every time|each time|(?:the )?next time(?: that)?|after|before|until|unless|while)"
    r"\s+(?:(?:i|we|it|he|she|they|you|there|someone|anyone|somebody|nobody)(?:['’]\w+)?\s+\w|"
    r"(?:my|our|the|his|her)\s+[\w'’]+\s+(?:is|are|gets?|comes?|calls?|goes|texts?|arrives?|leaves?|rings?|starts?|ends?|opens?)\b)",
    re.IGNORECASE,
)
NO_ADVERB = word_set("something anything nothing more most less not and or is are an the what how too as")
"""Before "urgent" these make something else of it."""
UNFINISHED = word_set("get arrive am go come be i'm reach the a my is are at leave")
LONGEST_CONDITION, LONGEST_NAME = 12, 5


def _event(text: str, scene: Scene) -> str | None:
    """ "dentist appointment with Dr. Wu": something that takes place."""
    for word in text.lower().split()[:5]:
        plain = word.strip(",.!?\"“”")
        if plain in EVENT_NOUNS or mended_word(plain) in EVENT_NOUNS:
            return text
        if plain in NO_EVENT:
            return None
    return None


def _list(text: str, scene: Scene) -> str | None:
    name = READERS["list"](text, scene)
    if not name or not IN_NO_NAME.isdisjoint(name.lower().split()):
        return None
    return mended_word(name) if mended_word(name) in PLACES else name


def _name(text: str, scene: Scene) -> str | None:
    """What a new list is called: in quotes it may be anything."""
    name = re.sub(r"^(?:my|the|our|a|an)\s+(?=\w)", "", unquoted(text), flags=re.IGNORECASE)
    said = name != text and unquoted(text) == name and text[:1] in "\"“'‘"
    return name if said or (name and len(name.split()) <= LONGEST_NAME and not name.endswith(":")) else None


def _noun(text: str, scene: Scene) -> str | None:
    return None if text.split()[0].lower() in NOT_HAD else text


def _doing(text: str, scene: Scene) -> str | None:
    first = text.split()[0].lower()
    return text if first.endswith("ing") and first not in NOT_DONE and len(text.split()) > 1 else None


def _fresh(text: str, scene: Scene) -> str | None:
    words = set(text.lower().split())
    return text if words.isdisjoint({"done", "complete", "completed", "finished", "everything", "all", "tasks"}) else None


def _yearly(text: str, scene: Scene) -> str | None:
    return text if re.search(r"\b(?:birthday|anniversary|bday|b-day|name day)$", text, re.IGNORECASE) else None


def _mine(text: str, scene: Scene) -> str | None:
    """ "my appointment with the bank"; of what is not one's own an event alone."""
    first = text.split()[0].lower()
    return text if len(text.split()) > 1 and (first in {"my", "our"} or (first == "the" and _event(text, scene))) else None


def _happens(text: str, scene: Scene) -> str | None:
    """ "my flight leaves", with its date taken out."""
    words = text.lower().split()
    ours = len(words) > 2 and words[0] in OURS
    return text if ours and (words[-1] in HAPPENS or NEEDS.search(text)) else None


def _cond(text: str, scene: Scene) -> str | None:
    words = text.lower().split()
    whole = len(words) <= LONGEST_CONDITION and words[-1] not in UNFINISHED
    return text if whole and CONDITIONS.match(text) else None


def _kept(text: str, scene: Scene) -> str | None:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in OURS and rest and len(rest.split()) <= LONGEST_NAME - 2 else None


def _place(text: str, scene: Scene) -> str | None:
    return text if text.lower() in PLACES else mended_word(text.lower()) if mended_word(text.lower()) in PLACES else None


NOUNS: Mapping[str, Reader] = {
    **READERS,
    "event": _event,
    "list": _list,
    "name": _name,
    "noun": _noun,
    "doing": _doing,
    "fresh": _fresh,
    "yearly": _yearly,
    "mine": _mine,
    "happens": _happens,
    "cond": _cond,
    "kept": _kept,
    "place": _place,
    "quote": lambda text, scene: unquoted(text) if unquoted(text) != text else None,
    "urgently": lambda text, scene: None if text.lower().split()[-1] in NO_ADVERB else text,
}
