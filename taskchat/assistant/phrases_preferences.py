"""How people say what is to be remembered of their ways: "mornings mean 8", "from now on work tasks go to Office".

A row says how a preference is put; AROUND has the words that say that it is to hold from now on. Some rows need those
words: "put all work tasks into Office" alone is about the tasks there are.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import time

from taskchat.assistant.english.preferences import AROUND, NO_NAMES, NOTHING_IN_PARTICULAR, PART_OF, PLAIN, STANDING
from taskchat.assistant.phrases_slots import READERS, unquoted
from taskchat.assistant.rows import Reader, Row, first_fit
from taskchat.assistant.scene import Scene
from taskchat.domain.dates import find_when
from taskchat.domain.preferences import REMINDERS, Kind, Preference, preference
from taskchat.domain.quickadd import read_line
from taskchat.domain.slots import bare_hour, clock
from taskchat.domain.vocabulary import END_OF_DAY, NUMBERS

LEADING = re.compile(r"^(?:(?:in|by|at) )?(?:the |my )?", re.IGNORECASE)
CLOCK = re.compile(
    r"(?:at |around |about |by )?(?P<said>\S+(?: ?[ap]\.?m\.?)?)(?: o['’]?clock)?(?P<sharp> sharp)?", re.IGNORECASE
)
FROM_TEN = 10
""" "Afternoon is 1" is 13:00, "the day ends at 11" is 11:00 or nobody's: from ten on an hour is taken as it stands."""


def _part(text: str, scene: Scene) -> str | None:
    return PART_OF.get(LEADING.sub("", unquoted(text).lower()))


def _clock(text: str, scene: Scene) -> str | None:
    """ "8", "8:30", "7pm", "seven", "noon" as "08:00"; an hour that can be either has a "?" behind it."""
    found = CLOCK.fullmatch(text)
    said = found["said"].lower() if found else ""
    if said in {"noon", "midday"}:
        return "12:00"
    hour = bare_hour(str(NUMBERS.get(said, said))) or clock(said)
    if hour is None or hour.next_day:
        return None
    is_either = hour.unsure or (hour.clock.hour <= 12 and re.fullmatch(r"[1-9]\d?:\d\d", said) is not None)
    return f"{hour.clock:%H:%M}{'?' * is_either}"


def _about(text: str, scene: Scene) -> str | None:
    """What a rule is about: a few words that name no day and no task in particular."""
    text = re.sub(r"^(?:the|my|our|any|all|every)\s+", "", unquoted(text), flags=re.IGNORECASE)
    is_plain = 0 < len(text.split()) <= 4 and text.lower() not in NOTHING_IN_PARTICULAR
    return text if is_plain and not find_when(text, now=scene.now, ways=scene.ways) else None


def _name(text: str, scene: Scene) -> str | None:
    """ "Sam", "sam", "Dr. Jekyll": not "back", not "at 5"."""
    words = unquoted(text).split()
    fits = 0 < len(words) <= 3 and all(
        re.fullmatch(r"[^\W\d_][^\W\d_.'’-]*[.]?|[^\W\d_]+[-'’][^\W\d_]+", w) for w in words
    )
    if not fits or words[0].lower() in NO_NAMES or find_when(text, now=scene.now, ways=scene.ways):
        return None
    return " ".join(word if word != word.lower() else word.capitalize() for word in words)


def _tag(text: str, scene: Scene) -> str | None:
    """ "#health", "health": one word."""
    return text.removeprefix("#") if re.fullmatch(r"#?[\w+-]+", text) else None


WEEKDAYS = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:days?)?"
DAYS = re.compile(rf"(?:on )?{WEEKDAYS}(?:(?:, | and |, and | & ){WEEKDAYS})*", re.IGNORECASE)

MEMORY_READERS: Mapping[str, Reader] = {
    **READERS,
    "part": _part,
    "clock": _clock,
    "about": _about,
    "name": _name,
    "tag": _tag,
    "days": lambda text, scene: text if DAYS.fullmatch(text) else None,
}


TO_DO = re.compile(
    r"(?:i|we|i'll|we'll|i've)(?:'ve| also| still)? (?:need|have|must|should|got|gotta|want|ought|will|promised|to)\b"
    r"|(?:i'll|we'll|to|buy|get|call|pay|send|bring|take|pick|book|email|water|feed|check)\b",
    re.IGNORECASE,
)

IS_SO = re.compile(
    r"(?:i|we) (?:usually |always |never |really )?(?:like|love|hate|prefer|dislike|sleep|live|work)\b", re.I
)
"""Says how somebody is, whatever time it names."""


def read_preferences(text: str, scene: Scene, *, standing: bool = False) -> tuple[Preference, ...]:
    """What a sentence wants remembered, several where "and" or ";" joins them; none where it says nothing of the kind.

    `standing`: it is known to hold from now on, and what no row knows is a note. Raises Invalid.
    """
    if len(apart := [part for part in re.split(r";\s+", text) if part]) > 1:
        return tuple(one for part in apart for one in read_preferences(part, scene, standing=standing))
    if whole := _read(text, scene, standing=standing):
        return (whole,)
    halves = re.split(r",? and (?!\w+days?\b)", text)
    found = [_read(half, scene, standing=standing) for half in halves] if len(halves) > 1 else []
    if found and all(found):
        return tuple(filter(None, found))
    return (preference(Kind.NOTE, text, now=scene.now),) if standing else ()


def _read(text: str, scene: Scene, *, standing: bool) -> Preference | None:
    if text.lower().startswith("never mind"):
        return None
    if fit := first_fit(AROUND, text, scene, MEMORY_READERS):
        return _around(fit.tool, str(fit.arguments["text"]).strip(" ,:"), text, scene)
    return _fitting((*PLAIN, *STANDING) if standing else PLAIN, text, scene)


def _around(how: str, said: str, whole: str, scene: Scene) -> Preference | None:
    if structured := _fitting((*PLAIN, *STANDING), said, scene):
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
    later = part not in {"morning", REMINDERS} and hour_said.hour < (FROM_TEN if part == END_OF_DAY else 12)
    return f"{hour_said.replace(hour=hour_said.hour + 12):%H:%M}" if later else f"{hour_said:%H:%M}"
