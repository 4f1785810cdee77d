"""What is to be remembered of somebody's ways, read from a sentence: "mornings mean 8", "call me Sam"."""

import re
from collections.abc import Iterable, Mapping
from datetime import time

from taskchat.assistant.english import preferences as words
from taskchat.assistant.phrases_slots import READERS, unquoted
from taskchat.assistant.rows import Reader, Row, first_fit
from taskchat.assistant.scene import Scene
from taskchat.domain.dates import find_when
from taskchat.domain.english.vocabulary import END_OF_DAY, NUMBERS
from taskchat.domain.lexicon import either, either_apostrophe, expression
from taskchat.domain.preferences import REMINDERS, Kind, Preference, preference
from taskchat.domain.quickadd import read_line
from taskchat.domain.slots import bare_hour, clock

LEADING = re.compile(f"^{expression(words.PART_LEADS)}", re.IGNORECASE)
CLOCK = re.compile(
    rf"{expression(words.CLOCK_LEADS)}(?P<said>\S+(?: ?{words.HALF_OF_THE_DAY})?)"
    rf"(?: {either_apostrophe(either(words.O_CLOCK))})?(?P<sharp> {words.SHARP})?",
    re.IGNORECASE,
)
ABOUT_LEADS = re.compile(rf"^{either(words.ABOUT_LEADS)}\s+", re.IGNORECASE)
FROM_TEN = 10
""" "Afternoon is 1" is 13:00, "the day ends at 11" is 11:00 or nobody's: from ten on an hour is taken as it stands."""


def _part(text: str, scene: Scene) -> str | None:
    return words.PART_OF.get(LEADING.sub("", unquoted(text).lower()))


def _clock(text: str, scene: Scene) -> str | None:
    """ "8", "8:30", "7pm", "seven", "noon" as "08:00"; an hour that can be either has a "?" behind it."""
    found = CLOCK.fullmatch(text)
    said = found["said"].lower() if found else ""
    if said in words.NOON:
        return "12:00"
    hour = bare_hour(str(NUMBERS.get(said, said))) or clock(said)
    if hour is None or hour.next_day:
        return None
    is_either = hour.unsure or (hour.clock.hour <= 12 and re.fullmatch(r"[1-9]\d?:\d\d", said) is not None)
    return f"{hour.clock:%H:%M}{'?' * is_either}"


def _about(text: str, scene: Scene) -> str | None:
    """What a rule is about: a few words that name no day and no task in particular."""
    text = ABOUT_LEADS.sub("", unquoted(text))
    is_plain = 0 < len(text.split()) <= 4 and text.lower() not in words.NOTHING_IN_PARTICULAR
    return text if is_plain and not find_when(text, now=scene.now, ways=scene.ways) else None


def _name(text: str, scene: Scene) -> str | None:
    """ "Sam", "sam", "Dr. Jekyll": not "back", not "at 5"."""
    said = unquoted(text).split()
    fits = 0 < len(said) <= 3 and all(
        re.fullmatch(r"[^\W\d_][^\W\d_.'’-]*[.]?|[^\W\d_]+[-'’][^\W\d_]+", w) for w in said
    )
    if not fits or said[0].lower() in words.NO_NAMES or find_when(text, now=scene.now, ways=scene.ways):
        return None
    return " ".join(word if word != word.lower() else word.capitalize() for word in said)


def _tag(text: str, scene: Scene) -> str | None:
    """ "#health", "health": one word."""
    return text.removeprefix("#") if re.fullmatch(r"#?[\w+-]+", text) else None


DAYS = re.compile(
    rf"(?:{words.ON} )?{words.WEEKDAYS}(?:(?:, | {words.AND} |, {words.AND} | & ){words.WEEKDAYS})*", re.IGNORECASE
)
HALVES = re.compile(rf",? {words.AND} (?!{words.DAY_FOLLOWS})")
MEMORY_READERS: Mapping[str, Reader] = {
    **READERS,
    "part": _part,
    "clock": _clock,
    "about": _about,
    "name": _name,
    "tag": _tag,
    "days": lambda text, scene: text if DAYS.fullmatch(text) else None,
}


TO_DO = re.compile("|".join(rf"{expression(way)}\b" for way in words.TO_DO), re.IGNORECASE)
IS_SO = re.compile(rf"{expression(words.IS_SO)}\b", re.IGNORECASE)


def read_preferences(text: str, scene: Scene, *, standing: bool = False) -> tuple[Preference, ...]:
    """What a sentence wants remembered, several where "and" or ";" joins them; none where it says nothing of the kind.

    `standing`: it is known to hold from now on, and what no row knows is a note. Raises Invalid.
    """
    if len(apart := [part for part in re.split(r";\s+", text) if part]) > 1:
        return tuple(one for part in apart for one in read_preferences(part, scene, standing=standing))
    if whole := _read(text, scene, standing=standing):
        return (whole,)
    halves = HALVES.split(text)
    found = [_read(half, scene, standing=standing) for half in halves] if len(halves) > 1 else []
    if found and all(found):
        return tuple(filter(None, found))
    return (preference(Kind.NOTE, text, now=scene.now),) if standing else ()


def _read(text: str, scene: Scene, *, standing: bool) -> Preference | None:
    if text.lower().startswith(words.NEVER_MIND):
        return None
    if fit := first_fit(words.AROUND, text, scene, MEMORY_READERS):
        return _around(fit.tool, str(fit.arguments["text"]).strip(" ,:"), text, scene)
    return _fitting((*words.PLAIN, *words.STANDING) if standing else words.PLAIN, text, scene)


def _around(how: str, said: str, whole: str, scene: Scene) -> Preference | None:
    if structured := _fitting((*words.PLAIN, *words.STANDING), said, scene):
        return structured
    if how == "maybe" or _is_to_do(said, scene, how):
        return None
    return preference(Kind.NOTE, said if how == "told" else whole, now=scene.now)


def _is_to_do(said: str, scene: Scene, how: str) -> bool:
    """ "Always water the plants on mondays" is a task that repeats, "from now on answer briefly" is none."""
    read = read_line(said, now=scene.now, ways=scene.ways)
    if how == "always":
        return read.draft.rrule is not None
    if IS_SO.match(said):
        return False
    return bool(TO_DO.match(said)) or read.draft.due is not None or read.draft.rrule is not None


def _fitting(rows: Iterable[Row], text: str, scene: Scene) -> Preference | None:
    fit = first_fit(rows, text.strip(" ,"), scene, MEMORY_READERS)
    if fit is None:
        return None
    kind, said = Kind(fit.tool), fit.arguments
    if kind is Kind.NOTE:
        return preference(kind, text, now=scene.now)
    about, value = str(said.get("about", "")), str(said.get("value", ""))
    return preference(kind, about, _sure(value, about) if kind is Kind.HOUR else value, now=scene.now)


def _sure(value: str, part: str) -> str:
    """ "Evenings mean 7" is 19:00, "mornings mean 8" 08:00."""
    if not value.endswith("?"):
        return value
    hour_said = time.fromisoformat(value.rstrip("?"))
    later = part not in {words.MORNING, REMINDERS} and hour_said.hour < (FROM_TEN if part == END_OF_DAY else 12)
    return f"{hour_said.replace(hour=hour_said.hour + 12):%H:%M}" if later else f"{hour_said:%H:%M}"
