"""What the slots of the rows mean: a date, an hour, a priority, tags, a list, a repeat, a title."""

import re
from collections.abc import Mapping
from typing import Any

from taskchat.assistant.dated import split_due
from taskchat.assistant.english import values as words
from taskchat.assistant.english.amounts import AMOUNTS, BY, DAYS, HALF, MINUTES, MONTHS, PLURAL, TWO
from taskchat.assistant.english.nouns import LOOSE
from taskchat.assistant.english.occasions import PLACES
from taskchat.assistant.english.references import ALL, ONE
from taskchat.assistant.mending import mended_word
from taskchat.assistant.once import find_when
from taskchat.assistant.phrases_filters import is_span, read_filters
from taskchat.assistant.phrases_nouns import KIND_WORDS, left_over
from taskchat.assistant.phrases_which import Ref, but_of, read_ref, without_date
from taskchat.assistant.rows import Reader
from taskchat.assistant.scene import Scene
from taskchat.assistant.which import without_articles
from taskchat.domain.dates import read_when
from taskchat.domain.hours import find_hours
from taskchat.domain.lexicon import either, either_apostrophe, expression
from taskchat.domain.recurrence import read_rule
from taskchat.errors import Invalid

PRIORITIES = {
    **dict.fromkeys(words.HIGH, "high"),
    **dict.fromkeys(words.LOW, "low"),
    **dict.fromkeys(words.MEDIUM, "medium"),
}
_UNITS = MINUTES | {unit: size * 1440 for unit, size in DAYS.items()}
_NAMES = "|".join(sorted(_UNITS | MONTHS, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?:{BY} )?(\d{{1,4}}|{HALF}|{'|'.join(AMOUNTS)}|{TWO}) ?({_NAMES}){PLURAL}?",
    re.IGNORECASE,
)
NOBODY = re.compile(rf"\d+$|{either_apostrophe(either(words.NOBODY))}\b(?! \w+{words.DOING}\b)", re.IGNORECASE)
"""Words that a question's own subject does not begin with."""
LONGEST_EVENT = 6
LONGEST_DATE = 12
"""Words."""
_AT = re.compile(rf"^{expression(words.AT)}(?=\w)")
_AROUND_PRIORITY = re.compile(rf"^{either(words.AROUND_PRIORITY)}\s+|\s*-?\s*{words.PRIORITY}$")
_BETWEEN_TAGS = re.compile(rf"\s+(?=#)|,? {words.AND} |, ?| & ")
_TAG = re.compile(rf"^{expression(words.TAGS)}#?")
_OWNERS = re.compile(rf"^{either(words.OWNERS)}\s+", re.IGNORECASE)
_ANYBODY = re.compile(rf" {either(words.ANYBODY)}$")
_OR = re.compile(rf"\b{words.OR} (?!{words.AT_CLOCK})")


def unquoted(text: str) -> str:
    found = re.fullmatch(r"[\"“]([^\"“”]+)[\"”]|['‘](.+)['’]", text.strip())
    return (found[1] or found[2] if found else text).strip()


def _one(text: str, scene: Scene) -> Ref | None:
    """Tasks that are named, not a set of them."""
    ref = read_ref(text, scene, dated=True)
    return ref if ref and ref.filters is None and ref.tasks != (ALL,) else None


def _many(text: str, scene: Scene) -> Ref | None:
    """A set of tasks."""
    ref = read_ref(text, scene)
    return ref if ref and ref.filters is not None else None


def _loose(text: str, scene: Scene) -> Ref | None:
    """Tasks named by what stands in a calendar: a meeting, an appointment, a reminder."""
    return _one(text, scene) if LOOSE & set(text.lower().split()) else None


def _when(text: str, scene: Scene) -> str | None:
    """A date; one that does not exist is a date too, so that its problem is told."""
    if len(text.split()) > LONGEST_DATE:
        return None
    spans = find_when(text, now=scene.now, ways=scene.ways)
    if len(spans) == 1 and spans[0].problem and len(text[: spans[0].start] + text[spans[0].end :]) < 4:
        return text
    try:
        read_when(text, now=scene.now, ways=scene.ways)
    except Invalid:
        return None
    return None if text.isdecimal() or _AMOUNT.fullmatch(text) else text


def _subject(text: str, scene: Scene) -> Ref | None:
    """What a statement is about ("the report is done"): a command or a question is not a statement, nor two of them."""
    said = text.lower().split()
    asks = said[0] not in words.ASKING and any(sorted(said[0]) == sorted(word) for word in words.ASKING)
    ends = len(said) > 1 and said[-1] in words.THESE
    return None if asks or ends or said[0] in words.NO_SUBJECTS else read_ref(text, scene)


def _hour(text: str, scene: Scene) -> str | None:
    """ "6", "eight thirty", "3 30": an hour, and no more. Which half of the day it is in the task's own time tells."""
    said = f"{words.AT_CLOCK} {_AT.sub('', text)}"
    spans = find_when(said, now=scene.now, ways=scene.ways)
    whole = len(spans) == 1 and (spans[0].start, spans[0].end) == (0, len(said))
    return said if whole and spans[0].said.clock is not None and not spans[0].said.names_day else None


def _shift(sign: str) -> Reader:
    def read(text: str, scene: Scene) -> str | None:
        found = _AMOUNT.fullmatch(text)
        if not found:
            return None
        amount, unit = found[1].lower(), found[2].lower()
        if amount == HALF:
            return f"{sign}30 minutes"
        number = int(amount) if amount.isdecimal() else AMOUNTS.get(amount, 2)
        return f"{sign}{number} {unit}{PLURAL if number > 1 else ''}"

    return read


def _minutes(text: str, scene: Scene) -> int | None:
    found = _AMOUNT.fullmatch(text)
    if not found or found[2].lower() in MONTHS:
        return None
    amount, unit = found[1].lower(), _UNITS[found[2].lower()]
    return unit // 2 if amount == HALF else unit * (int(amount) if amount.isdecimal() else AMOUNTS.get(amount, 2))


def _priority(text: str, scene: Scene) -> str | None:
    return PRIORITIES.get(_AROUND_PRIORITY.sub("", text.lower().strip()).strip())


def _tags(text: str, scene: Scene) -> list[str] | None:
    said = _BETWEEN_TAGS.split(unquoted(text))
    tags = [_TAG.sub("", tag.strip()).strip(' "“”') for tag in said]
    return tags if tags and all(0 < len(tag) <= 50 and len(tag.split()) <= 3 for tag in tags) else None


def _hashed(text: str, scene: Scene) -> list[str] | None:
    return _tags(text, scene) if text.startswith("#") else None


def _list(text: str, scene: Scene) -> str | None:
    name = _OWNERS.sub("", unquoted(text))
    return name if name and len(name.split()) <= 4 else None


def _title(text: str, scene: Scene) -> str | None:
    return unquoted(text) or None


def _rule(text: str, scene: Scene) -> str | None:
    try:
        return text if read_rule(text) else None
    except Invalid:
        return text


def _set(text: str, scene: Scene) -> dict[str, Any] | None:
    return read_filters(text, scene)


def _word(text: str, scene: Scene) -> str | None:
    """One word that is no filter by itself: "work", not "completed"."""
    return text if text.isalpha() and "search" in (read_filters(text, scene) or {}) else None


def _search(text: str, scene: Scene) -> str | None:
    """What a question is about; "anything" and "tomorrow" are not about one task."""
    text = text.removeprefix(words.TO)
    ref = read_ref(text, scene)
    if ref and ref.filters and ref.filters.keys() == {"search"} and not ref.place:
        return str(ref.filters["search"])
    if not ref or len(ref.tasks) != 1 or len(text.split()) > 10 or NOBODY.match(text) or not _names(text, scene):
        return None
    said = _ANYBODY.sub("", without_date(ref.tasks[0], scene))
    return without_articles(split_due(said, now=scene.now, ways=scene.ways).rest.strip() or said)


def _named(text: str, scene: Scene) -> str | None:
    """Something on the list, and no time of day: "after the gym", not "after lunch"."""
    return None if split_due(f"{words.AFTER} {text}", now=scene.now, ways=scene.ways).due else _search(text, scene)


def _trashed(text: str, scene: Scene) -> str | None:
    ref = read_ref(text, scene)
    return without_articles(ref.tasks[0]) if ref and len(ref.tasks) == 1 and len(text.split()) <= 10 else None


def _names(text: str, scene: Scene) -> bool:
    """Whether it has words of its own, beside a date and words for any task."""
    try:
        return not is_span(text, scene) and bool(left_over(split_due(text, now=scene.now, ways=scene.ways).rest))
    except Invalid:
        return True


def _event(text: str, scene: Scene) -> dict[str, Any] | None:
    """ "Appointments" are any tasks, "meetings" those with the word."""
    said = left_over(text)
    return ({"search": said} if said else {}) if said in KIND_WORDS and len(text.split()) <= LONGEST_EVENT else None


def _past(text: str, scene: Scene) -> str | None:
    filters = read_filters(text, scene)
    return filters["due"] if filters and set(filters) == {"due"} else None


def _clocks(text: str, scene: Scene) -> str | None:
    """ "3 or at 4" """
    left = f"{words.AT_CLOCK} {text}"
    while span := find_hours(_OR.sub(f"{words.OR} {words.AT_CLOCK} ", left)):
        left = _OR.sub(f"{words.OR} {words.AT_CLOCK} ", left)
        left = f"{left[: span.start]} {left[span.end :]}"
    return None if left.replace(words.OR, "").strip() or not text else text


def _place(text: str, scene: Scene) -> str | None:
    return text if text.lower() in PLACES else usual(mended_word(text.lower()))


def usual(name: str) -> str | None:
    """The name, where people call lists so."""
    return name if name in PLACES else None


READERS: Mapping[str, Reader] = {
    "task": read_ref,
    "thing": lambda text, scene: read_ref(text, scene, dated=True),
    "one": _one,
    "many": _many,
    "loose": _loose,
    "but": lambda text, scene: but_of(text),
    "then_list": _list,
    "subject": _subject,
    "when": _when,
    "hour": _hour,
    "later": _shift("+"),
    "sooner": _shift("-"),
    "minutes": _minutes,
    "plain": lambda text, scene: None if any(sign in text for sign in (":", *words.SAID_MORE)) else text,
    "it": lambda text, scene: scene.last_id if text.lower() in ONE else None,
    "moved": lambda text, scene: words.MOVED.get(text.lower()),
    "prio": _priority,
    "tags": _tags,
    "hashed": _hashed,
    "list": _list,
    "place": _place,
    "proper": lambda text, scene: text if re.fullmatch(r"[A-Z][\w&-]*(?: [\w&-]+)?", text) else None,
    "title": _title,
    "text": _title,
    "rule": _rule,
    "set": _set,
    "search": _search,
    "named": _named,
    "trashed": _trashed,
    "event": _event,
    "past": _past,
    "clocks": _clocks,
    "then": lambda text, scene: _when(text, scene) or _hour(text, scene),
    "word": _word,
    "line": lambda text, scene: text,
}
