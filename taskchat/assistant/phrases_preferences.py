"""How people say what is to be remembered of their ways: "mornings mean 8", "from now on work tasks go to Office".

A row says how a preference is put; AROUND has the words that say that it is to hold from now on. Some rows need those
words: "put all work tasks into Office" alone is about the tasks there are.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import time

from taskchat.assistant.phrases_slots import READERS, unquoted
from taskchat.assistant.phrases_verbs import word_set
from taskchat.assistant.rows import Reader, Row, first_fit
from taskchat.assistant.scene import Scene
from taskchat.domain.dates import find_when
from taskchat.domain.preferences import REMINDERS, Kind, Preference, preference
from taskchat.domain.quickadd import read_line
from taskchat.domain.slots import bare_hour, clock
from taskchat.domain.vocabulary import END_OF_DAY, NUMBERS

PARTS = {
    "morning": "morning mornings",
    "afternoon": "afternoon afternoons",
    "evening": "evening evenings",
    "night": "night nights",
    END_OF_DAY: "eod cob",
}
PART_OF = {word: part for part, words in PARTS.items() for word in words.split()} | {
    "end of day": END_OF_DAY,
    "end of the day": END_OF_DAY,
    "close of business": END_OF_DAY,
}
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


NOTHING_IN_PARTICULAR = {"it", "this", "that", "them", "those", "these", "tasks", "task", "open", "overdue", "done"}


def _name(text: str, scene: Scene) -> str | None:
    """ "Sam", "sam", "Dr. Jekyll": not "back", not "at 5"."""
    words = unquoted(text).split()
    fits = 0 < len(words) <= 3 and all(
        re.fullmatch(r"[^\W\d_][^\W\d_.'’-]*[.]?|[^\W\d_]+[-'’][^\W\d_]+", w) for w in words
    )
    if not fits or words[0].lower() in NO_NAMES or find_when(text, now=scene.now, ways=scene.ways):
        return None
    return " ".join(word if word != word.lower() else word.capitalize() for word in words)


NO_NAMES = word_set(
    """
    a about after again an and anytime asap at back before by crazy for from home if in it later mad maybe names never
    not now off on once out please soon sometime that the this to up when whenever with you
    """
)


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


def hour(said: str, part: str = "{part}") -> Row:
    return Row(said, Kind.HOUR, about=part, value="{clock}")


def remind(said: str) -> Row:
    return Row(said, Kind.REMINDER, value="{minutes}")


def rule(said: str, kind: Kind, value: str) -> Row:
    return Row(said, kind, about="{about}", value=value)


def note(said: str) -> Row:
    return Row(said, Kind.NOTE)


ONES = "tasks|task|things|stuff|items|todos|to-dos|errands|chores|ones"
ALL = "anything|everything|all|things|tasks|stuff|whatever"
CONCERNS = "about|for|with|on|concerning|regarding|related_to|to_do_with|tagged|tagged_with|that_is_about|mentioning"
GOES = "go|goes|belong|belongs"
INTO = "to|in|into|under|on|onto"
PUTS = "put|add|file|place|sort|move|save|keep"
BEFORE = "before|early|earlier|ahead|in_advance|beforehand"
EACH = (
    "everything|every_task|each_task|all_tasks|all_my_tasks|a_task|tasks|things|they_are_due|they're_due|tasks_are_due"
)

PLAIN: tuple[Row, ...] = (
    hour("{part} always? means|mean|is|are|starts|start|begins|begin for_me|for_us? always? at? {clock} for_me|to_me?"),
    hour("for me|us {part} means|mean|is|are|starts|begins at? {clock}"),
    hour("when|whenever|if i|we say|write|type {part} i|we mean {clock}"),
    hour("by|with {part} i|we mean {clock}"),
    hour("i|we usually|always|normally? finish|stop|end|leave|quit work|working|the_office|my_day {clock}", END_OF_DAY),
    hour("i|we usually|always|normally? knock_off|clock_off|finish|get_off|leave_work {clock}", END_OF_DAY),
    hour("my|the|our working_day|workday|work_day|work|day|shift ends|finishes|is_over|stops {clock}", END_OF_DAY),
    hour("work|office ends|finishes|is_over|stops {clock}", END_OF_DAY),
    remind("tasks with a time get a reminder {minutes} before"),
    Row("tasks with a time get a reminder when they are due", Kind.REMINDER, value="0"),
    hour("reminders without|with_no a|an? time|hour|clock are|go|come|mean|ring at? {clock}", REMINDERS),
    remind("my|the? default|usual|standard reminder is|are|should_be|time_is {minutes} before|early|earlier?"),
    remind("set|make|change my|the? default reminder to|at {minutes} before|early|earlier?"),
    rule(f"{{about}} {ONES} always? {GOES} {INTO} my|the|our? {{list}} list", Kind.LIST, "{list}"),
    rule(f"{{about}} {ONES} always? {GOES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? {GOES} {INTO} {{list}} list", Kind.LIST, "{list}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? {GOES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? is|are|has|have|get|gets|be {{prio}}", Kind.PRIORITY, "{prio}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? is|are|get|gets|be tagged {{tag}}", Kind.TAG, "{tag}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? gets|get {{tag}}", Kind.TAG, "{tag}"),
    Row("you? can|may|could|should|please? call me {name}", Kind.NAME, value="{name}"),
    Row("my name is {name}", Kind.NAME, value="{name}"),
    Row("my name's {name}", Kind.NAME, value="{name}"),
    Row("i'm|i_am called {name}", Kind.NAME, value="{name}"),
    Row("you are called {name}", Kind.NAME, value="{name}"),
    Row("i go by {name}", Kind.NAME, value="{name}"),
    note("i|we prefer {text}"),
    note("i'd|i_would prefer {text}"),
    note("i|we like|want|love short|brief|concise|long|detailed|friendly|formal answers|replies"),
    note("my|our {about} days are|is {days}"),
    note("my|our {about} day is {days}"),
)
"""What can mean nothing else."""

STANDING: tuple[Row, ...] = (
    remind(f"remind me {{minutes}} {BEFORE} of|for? {EACH}?"),
    remind(f"remind me {{minutes}} {BEFORE} they|it are|is due"),
    remind(f"i|we want|need|get a|my? reminder|reminders {{minutes}} {BEFORE} {EACH}?"),
    hour("remind me at? {clock}", REMINDERS),
    hour("set|put reminders at|to|for {clock}", REMINDERS),
    rule(f"{PUTS} {{about}} {ONES} {INTO} my|the|our? {{list}} list", Kind.LIST, "{list}"),
    rule(f"{PUTS} {{about}} {ONES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{PUTS} {ALL} {CONCERNS} {{about}} {INTO} {{list}} list", Kind.LIST, "{list}"),
    rule(f"{PUTS} {ALL} {CONCERNS} {{about}} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{{about}} {GOES} {INTO} {{list}} list", Kind.LIST, "{list}"),
    rule(f"{{about}} {GOES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"tag|label {{about}} {ONES} with|as? {{tag}}", Kind.TAG, "{tag}"),
    rule(f"tag|label {ALL} {CONCERNS} {{about}} with|as? {{tag}}", Kind.TAG, "{tag}"),
    rule(f"{{about}} {ONES} get|are|gets|be tagged|the_tag with? {{tag}}", Kind.TAG, "{tag}"),
    rule(f"{{about}} {ONES} is|are|get|have|has always? {{prio}}", Kind.PRIORITY, "{prio}"),
    rule(f"make|mark {{about}} {ONES} as? {{prio}}", Kind.PRIORITY, "{prio}"),
    rule(f"make|mark {ALL} {CONCERNS} {{about}} as? {{prio}}", Kind.PRIORITY, "{prio}"),
)
"""What holds from now on only where the words around it say so."""

FOREVER = "from_now_on|in_future|in_the_future|going_forward|as_a_rule|by_default|from_here_on|henceforth"
TOLD = "remember|note|know|don't_forget|keep_in_mind|bear_in_mind|keep_in_memory"
AROUND: tuple[Row, ...] = (
    Row(f"{FOREVER} {{text}}", "always", text="{text}"),
    Row(f"{{text}} {FOREVER}", "always", text="{text}"),
    Row("always|generally {text}", "often", text="{text}"),
    Row("i|we always want {text}", "often", text="{text}"),
    Row("never {text}", "often", text="never {text}"),
    Row(f"please? {TOLD} that {{text}}", "told", text="{text}"),
    Row(f"please? {TOLD} this: {{text}}", "told", text="{text}"),
    Row("please? keep_in_mind|bear_in_mind {text}", "maybe", text="{text}"),
    Row("please? remember {text}", "maybe", text="{text}"),
    Row("{text} always", "maybe", text="{text}"),
)
"""always: whatever it is. often, told: unless it is something to do. maybe: only what a row knows."""
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
