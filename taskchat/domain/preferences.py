"""What a person wants remembered of their ways, and what follows from it for a new task."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

from taskchat.domain.bounds import LIST, TAGS, checked_tag, read_priority
from taskchat.domain.english.titles import ENDINGS, SINGULAR
from taskchat.domain.english.vocabulary import END_OF_DAY
from taskchat.domain.task import Draft, Due, Priority
from taskchat.domain.text import clean, cut, folded, is_blank
from taskchat.errors import Invalid

LONGEST = 200
"""Characters of one preference."""
MOST = 50
"""Preferences a person has."""
WORDS = 60
"""Characters of what a rule is about, and of a name."""
FURTHEST_AHEAD = 40_320
"""Minutes a reminder may come before its task: four weeks."""
REMINDERS = "reminders"
"""Beside the parts of the day: when something to be reminded of is due that has a day and no hour."""
NOTHING_SAID = "Say what to remember, for example: mornings mean 8."


class Kind(StrEnum):
    """`about` and `value` of a preference are, by its kind:

    HOUR: a part of the day, or REMINDERS → "08:00". REMINDER: "" → minutes before. LIST, TAG, PRIORITY: a tag or words
    of a title → what a task with them gets. NAME: "" → what the person is called. NOTE: its words → "", for a model.
    """

    HOUR = "hour"
    REMINDER = "reminder"
    LIST = "list"
    TAG = "tag"
    PRIORITY = "priority"
    NAME = "name"
    NOTE = "note"


RULES = (Kind.LIST, Kind.TAG, Kind.PRIORITY)
BETWEEN = {
    "morning": (time(3), time(12, 59)),
    "afternoon": (time(12), time(18, 59)),
    "evening": (time(16), time(23, 59)),
    "night": (time(18), time(23, 59)),
    END_OF_DAY: (time(10), time(23, 59)),
    REMINDERS: (time(0), time(23, 59)),
}
"""From when to when a part of the day can lie: what is outside was said by mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """One of them; `name` says it in a sentence without its full stop, as the person is asked and shown it."""

    id: str
    name: str
    kind: Kind
    about: str
    value: str
    created: datetime

    @property
    def slot(self) -> tuple[str, str]:
        """What there is one of: a new one takes the place of the one that has it."""
        return self.kind, folded(self.about)


def preference(kind: Kind, about: str = "", value: str = "", *, ident: str = "", now: datetime) -> Preference:
    """Within its bounds, in its one sentence. Raises Invalid (field text)."""
    about, value = CHECKED[kind](_within(about, LONGEST), _within(value, LONGEST))
    name = cut(sentence(kind, about, value), LONGEST)
    return Preference(id=ident, name=name, kind=kind, about=about, value=value, created=now)


def sentence(kind: Kind, about: str, value: str) -> str:
    return SENTENCES[kind].format(about=about, value=value, part=PARTS.get(about, ""), lead=_lead(value))


def _lead(value: str) -> str:
    """ "30 minutes before", "2 hours before", "when they are due"."""
    minutes = int(value) if value.isdecimal() else 0
    size, unit = next(((size, unit) for size, unit in UNITS if minutes % size == 0), (1, "minute"))
    return f"{minutes // size} {unit}{'s' if minutes != size else ''} before" if minutes else "when they are due"


UNITS = ((1440, "day"), (60, "hour"))


PARTS = {
    "morning": "Mornings mean",
    "afternoon": "Afternoons mean",
    "evening": "Evenings mean",
    "night": "Nights mean",
    END_OF_DAY: "The working day ends at",
    REMINDERS: "Reminders without a time are at",
}
SENTENCES = {
    Kind.HOUR: "{part} {value}",
    Kind.REMINDER: "Tasks with a time get a reminder {lead}",
    Kind.LIST: "Tasks about “{about}” go to “{value}”",
    Kind.TAG: "Tasks about “{about}” are tagged #{value}",
    Kind.PRIORITY: "Tasks about “{about}” have {value} priority",
    Kind.NAME: "You are called {value}",
    Kind.NOTE: "{about}",
}


def checked_text(text: str) -> str:
    """Somebody's sentence, without a full stop. Raises Invalid (field text)."""
    said = _within(text, LONGEST).rstrip(" .!")
    if is_blank(said):
        raise Invalid(NOTHING_SAID, "text")
    return said


def _within(text: str, longest: int) -> str:
    text = clean(text)
    if len(text) > longest:
        raise Invalid(f"What is to be remembered has {longest} characters at most; this has {len(text):,}.", "text")
    return text


def _hour(about: str, value: str) -> tuple[str, str]:
    """Raises Invalid where that part of the day does not lie then."""
    if about not in BETWEEN or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII):
        raise Invalid("Say a part of the day and a time, for example: mornings mean 8.", "text")
    first, last = BETWEEN[about]
    if not first <= time.fromisoformat(value) <= last:
        raise Invalid(f"{PARTS[about]} a time between {first:%H:%M} and {last:%H:%M}.", "text")
    return about, value


def _reminder(about: str, value: str) -> tuple[str, str]:
    if not (value.isascii() and value.isdecimal() and len(value) <= 5 and int(value) <= FURTHEST_AHEAD):
        raise Invalid("A reminder comes at most four weeks before.", "text")
    return "", str(int(value))


def _rule(about: str, value: str) -> tuple[str, str]:
    if is_blank(about) or is_blank(value):
        raise Invalid("Say which tasks, and what they get, for example: work tasks go to Office.", "text")
    return _within(about.removeprefix("#"), WORDS), _within(value, LIST)


def _listed(about: str, value: str) -> tuple[str, str]:
    about, value = _rule(about, value)
    if value.casefold() == "inbox":
        raise Invalid("The inbox is where tasks go by themselves. Name a list.", "text")
    return about, value


def _tagged(about: str, value: str) -> tuple[str, str]:
    about, value = _rule(about, value)
    return about, checked_tag(value)


def _prioritised(about: str, value: str) -> tuple[str, str]:
    about, value = _rule(about, value)
    return about, read_priority(value).value


def _called(about: str, value: str) -> tuple[str, str]:
    if is_blank(value):
        raise Invalid("Say what you are called, for example: call me Sam.", "text")
    return "", _within(value, WORDS)


def _noted(about: str, value: str) -> tuple[str, str]:
    if is_blank(about):
        raise Invalid(NOTHING_SAID, "text")
    return about[:1].upper() + about[1:], ""


CHECKED = {
    Kind.HOUR: _hour,
    Kind.REMINDER: _reminder,
    Kind.LIST: _listed,
    Kind.TAG: _tagged,
    Kind.PRIORITY: _prioritised,
    Kind.NAME: _called,
    Kind.NOTE: _noted,
}


def said_hour(part: str, kept: Iterable[Preference]) -> time | None:
    """When a part of the day is for this person, None where they have not said."""
    said = next((one.value for one in kept if one.kind is Kind.HOUR and one.about == part), None)
    return time.fromisoformat(said) if said else None


def name_of(kept: Iterable[Preference]) -> str:
    """What the person is called, "" where they have not said."""
    return next((one.value for one in kept if one.kind is Kind.NAME), "")


def at_usual_hour(draft: Draft, kept: Iterable[Preference]) -> Draft:
    """What somebody wants to be reminded of on a day, without saying when."""
    clock = said_hour(REMINDERS, kept)
    if clock is None or draft.due is None or draft.due.at is not None:
        return draft
    return replace(draft, due=Due.moment(draft.due.on, clock, draft.due.zone))


def suited(draft: Draft, kept: Iterable[Preference], *, said: Collection[str] = ()) -> Draft:
    """The draft with what the person is used to; what it says itself stays, and so do the fields in `said`.

    A subtask stands where its parent does.
    """
    for one in kept:
        if one.kind in RULES and _is_about(draft, one.about):
            draft = _ruled(draft, one, said)
        elif one.kind is Kind.REMINDER and draft.reminder_minutes is None and "reminder_minutes" not in said:
            draft = replace(draft, reminder_minutes=int(one.value)) if draft.due and draft.due.at else draft
    return draft


def _ruled(draft: Draft, one: Preference, said: Collection[str]) -> Draft:
    match one.kind:
        case Kind.LIST if draft.list is None and draft.parent_id is None and "list" not in said:
            return replace(draft, list=one.value)
        case Kind.TAG if one.value not in draft.tags and len(draft.tags) < TAGS:
            return replace(draft, tags=(*draft.tags, one.value))
        case Kind.PRIORITY if draft.priority is Priority.MEDIUM and "priority" not in said:
            return replace(draft, priority=Priority(one.value))
    return draft


def _is_about(draft: Draft, about: str) -> bool:
    """Whether those words stand in its title, one after the other, or are one of its tags; one or many is the same."""
    wanted = _words(about)
    return any(_stand_in(wanted, _words(text)) for text in (draft.title, *draft.tags))


def _stand_in(wanted: list[str], words: list[str]) -> bool:
    return any(words[place : place + len(wanted)] == wanted for place in range(len(words) - len(wanted) + 1))


def _words(text: str) -> list[str]:
    return [_single(word) for word in re.findall(r"[\w+]+", folded(text))]


def _single(word: str) -> str:
    """ "Taxes" and "tax", "kids" and "kid", "families" and "family"."""
    if len(word) <= 3 or word.endswith(SINGULAR):
        return word
    return next((word.removesuffix(end) + one for end, one in ENDINGS if word.endswith(end)), word)
