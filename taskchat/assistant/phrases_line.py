"""What is to be noted down, as calls of create_task: dates and marks are taken out, the rows say what is left."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.assistant.english import lines as words
from taskchat.assistant.english.details import DETAILS, NOTES, REMINDED, SAID
from taskchat.assistant.english.events import TIMERS
from taskchat.assistant.english.reminding import CALLING
from taskchat.assistant.english.verbs import NEVER_TASKS, TASK_VERBS
from taskchat.assistant.hours import with_hours
from taskchat.assistant.mending import mended_tokens
from taskchat.assistant.once import find_when, read_line
from taskchat.assistant.phrases_new import NEW_READERS
from taskchat.assistant.phrases_slots import unquoted
from taskchat.assistant.plan import Do, Say, Step, Through
from taskchat.assistant.rows import Fit, Row, first_fit
from taskchat.assistant.scene import Scene
from taskchat.assistant.titled import items, titled
from taskchat.domain.dates import read_when, wire
from taskchat.domain.lexicon import either, expression
from taskchat.domain.preferences import at_usual_hour
from taskchat.domain.recurrence import say_repeat
from taskchat.domain.reminding import MORNING
from taskchat.domain.task import Draft, Priority
from taskchat.errors import Invalid

ASK_TITLE = "What should the task say? For example: add call mom tomorrow at 5pm."
ASK_LIST = "What shall the list be called? For example: make a list called camping."
UNWATCHED = (
    "I cannot tell where you are or what happens around you, so that stays in its words. "
    "Tell me a time if you want to be reminded."
)
IS = re.compile("|".join(rf"^{expression(way)}\b" for way in words.NO_TITLE), re.IGNORECASE)
IS_DUE = re.compile(rf"\b{expression(words.IS_DUE)}\b", re.IGNORECASE)
OWNERS = re.compile(rf"^{either(words.OWNERS)}\s+", re.IGNORECASE)
ASKED_AT = re.compile(
    rf"({expression(words.ASKED)}) (\S+(?: \S+){{1,5}}?) ({expression(words.WHAT)} .+)",
    re.IGNORECASE,
)
MARKING = 3
"""Words by which a place in a sentence is found again."""
AND = re.compile(rf"\s*(?:,|{words.AND}|&|,\s*{words.AND})?\s*{either(words.AT)}?\s*")
MOST_DETAILS = 8


@dataclass(frozen=True, slots=True)
class Noted:
    """A line read: the draft with what is left as its title, and whether it named anything beside words."""

    draft: Draft
    marked: bool
    reminder: int | None = None
    problem: str = ""
    """Why there is no such date or repeat."""


def new_one(rows: Iterable[Row], clause: str, scene: Scene) -> tuple[Step, ...] | None:
    """The calls of the first row that fits what is left of the clause without its dates and marks."""
    said = frozenset(token.text.rstrip(":") for token in mended_tokens(clause))
    said |= {f"{word}:" for word in said} if ":" in clause else set()
    rows = [row for row in rows if row.may_fit(said)]
    if not rows:
        return None
    if each := _one_each(clause, scene):
        return tuple(step for part in each for step in new_one(rows, part, scene) or ())
    read = read_dates(clause, scene)
    left, more = with_details(_with_its_end(read.draft.title, clause), scene, REMINDED)
    fit = first_fit(rows, left, scene, NEW_READERS, mended_tokens(left)) if left else None
    if fit is None:
        return None
    if read.problem:
        return (Say(f"{read.problem} Nothing was changed."),)
    if fit.tool == "create_list":
        return _new_list(fit, read)
    if fit.arguments.get("when") and read.draft.rrule is None:
        repeated = read_dates(f"{clause} {fit.arguments['when']}", scene)
        read = replace(repeated, draft=replace(repeated.draft, title=left))
    return _noted(more | fit.arguments, read, scene)


def _with_its_end(left: str, clause: str) -> str:
    """What is told to others keeps its date: "tell Alex that the party is at 8"; so does "the rent is due"."""
    if not left.endswith(words.IS):
        return left
    if words.TELLING.isdisjoint(left.lower().split()):
        return f"{left} {words.DUE}" if IS_DUE.search(clause) else left
    return left + clause.partition(" ".join(left.split()[-MARKING:]))[2]


def _one_each(clause: str, scene: Scene) -> list[str]:
    """ "Set alarms for 6 am and 7 am" as one clause a time."""
    if CALLING.isdisjoint(clause.lower().split()):
        return []
    spans = [span for span in find_when(clause, now=scene.now, ways=scene.ways) if span.said.clock is not None]
    gaps = [clause[one.end : other.start] for one, other in pairwise(spans)]
    if not gaps or not all(gap.strip() and AND.fullmatch(gap) for gap in gaps):
        return []
    before, after = clause[: spans[0].start], clause[spans[-1].end :]
    return [f"{before}{clause[span.start : span.end]}{after}" for span in spans]


def noted(line: str, scene: Scene, **more: Any) -> tuple[Step, ...] | None:
    """The calls that note `line` down, whatever it begins with. `more`: arguments of rows."""
    read = read_dates(line, scene)
    if read.problem:
        return (Say(f"{read.problem} Nothing was changed."),)
    return _noted({"line": read.draft.title} | more, read, scene)


def timed(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    """ "Set a timer for 20 minutes": a reminder then."""
    fit = first_fit(TIMERS, clause, scene, NEW_READERS, mended_tokens(clause))
    return noted(words.TIMER.format(fit.arguments["minutes"]), scene, reminder=0) if fit else None


def _new_list(fit: Fit, read: Noted) -> tuple[Step, ...] | None:
    if read.draft.due or read.draft.rrule:
        return None
    return (Do("create_list", fit.arguments),) if fit.arguments["name"] else (Say(ASK_LIST),)


def _noted(fit: dict[str, Any], read: Noted, scene: Scene) -> tuple[Step, ...] | None:
    line, more = with_details(str(fit["line"]), scene, SAID if fit.get("whole") else DETAILS)
    more = {name: value for name, value in {**more, **fit}.items() if value not in (None, "")}
    draft = at_usual_hour(read.draft, scene.ways.kept) if more.get("reminder") == 0 else read.draft
    draft = _with(draft, more | ({} if read.reminder is None else {"reminder": read.reminder}), scene)
    if fit.get("dated") and not _is_ahead(draft, scene):
        return None
    title = _title(line, fit, dated=draft.due is not None)
    if not title or title.lower() in words.POINTING:
        return (Say(ASK_TITLE),)
    titles = items(title, several=fit.get("several", False))
    steps = tuple(Do("create_task", arguments(replace(draft, title=each))) for each in titles)
    if fit.get("unless") and draft.rrule is None:
        return (_unless_there(steps[0]),)
    unwatched = draft.due is None and (fit.get("cond") or fit.get("unwatched"))
    return (*steps, Say(UNWATCHED)) if unwatched else steps


def _unless_there(step: Do) -> Through:
    """What is on the list already moves there; it is found by its words, whosever it is."""
    said = OWNERS.sub("", step.arguments["title"])
    move = Do("update_task", {"task": said, "due": step.arguments["due"]})
    return Through(Do("list_tasks", {"search": said}), move, otherwise=step)


def _title(line: str, fit: dict[str, Any], *, dated: bool) -> str:
    """Where nothing is left, a date alone still makes a title of some rows: "set an alarm for 7"."""
    title = titled(line, whole=bool(fit.get("whole"))) or (fit.get("title", "") if dated else "")
    parts = (fit.get("lead", "") if title or dated else "", title, fit.get("cond", ""))
    return " ".join(str(part) for part in parts if part)


def stated(line: str, scene: Scene) -> tuple[Step, ...] | None:
    """A bare statement ("buy milk", "gym 6pm #health") as a task, if it sounds like one; gibberish does not."""
    read = read_dates(line, scene)
    spans = find_when(line, now=scene.now, ways=scene.ways)
    first = titled(read.draft.title, whole=True) if spans and not spans[0].start else line
    said = re.findall(r"[\w'’-]+", first.lower())
    if not said or said[0].replace("’", "'") in NEVER_TASKS or line.rstrip().endswith("?"):
        return None
    if read.problem:
        return (Say(f"{read.problem} Nothing was changed."),) if len(said) > 1 else None
    title, more = with_details(_with_its_end(read.draft.title, line), scene)
    title = titled(title, whole=True)
    starts_like_one = said[0] in TASK_VERBS and len(said) > 1
    if (
        not title
        or IS.match(title)
        or _is_worldly(said, read)
        or words.KINDS.issuperset(title.lower().split())
        or not (read.marked or more or starts_like_one)
    ):
        return None
    return (Do("create_task", arguments(_with(replace(read.draft, title=title), more, scene))),)


def _is_worldly(said: list[str], read: Noted) -> bool:
    """ "Play some jazz", "order me a pizza": asked of another kind of assistant, unless a day is named."""
    return read.draft.due is None and (said[0] in words.PLAYING or said[1:2] == [words.ME])


def read_dates(text: str, scene: Scene) -> Noted:
    """What quick add knows: dates, repeats and marks; what is left is the title. Notes are taken off first."""
    if text != unquoted(text):
        return Noted(Draft(title=unquoted(text)), marked=False)
    text = with_hours(_moment_first(text, scene))
    notes = first_fit(NOTES, text, scene, NEW_READERS)
    read = read_line(notes.arguments["line"] if notes else text, now=scene.now, ways=scene.ways)
    draft = replace(read.draft, description=notes.arguments["description"] if notes else "")
    return Noted(draft, marked=bool(read.spans or notes), reminder=draft.reminder_minutes, problem=read.problem)


def _moment_first(text: str, scene: Scene) -> str:
    """ "Remind me after work to call Bob": whatever stands there says when, even what would be no date elsewhere."""
    found = ASKED_AT.match(text)
    spans = find_when(text, now=scene.now, ways=scene.ways)
    behind = [span for span in spans if found and span.start >= found.end(2)]
    if not found or (spans and not behind) or any(span.said.names_day for span in behind):
        return text
    try:
        when = read_when(found[2], now=scene.now, ways=scene.ways)
    except Invalid:
        return text
    return f"{wire(when.due(scene.ways.zone))} {found[1]} {found[3]}"


def with_details(line: str, scene: Scene, rows: tuple[Row, ...] = DETAILS) -> tuple[str, dict[str, Any]]:
    """The line without what people add at its end, and what that says; the first said counts."""
    more: dict[str, Any] = {}
    for _ in range(MOST_DETAILS):
        fit = first_fit(rows, line, scene, NEW_READERS)
        if fit is None:
            break
        line = fit.arguments.pop("line")
        more = fit.arguments | more
    return line, more


def _with(draft: Draft, more: dict[str, Any], scene: Scene) -> Draft:
    if more.get("priority"):
        draft = replace(draft, priority=Priority(more["priority"]))
    if more.get("tags"):
        draft = replace(draft, tags=tuple(dict.fromkeys((*draft.tags, *more["tags"]))))
    draft = replace(
        draft,
        list=more.get("list") or draft.list,
        description=more.get("description") or draft.description,
    )
    minutes = more.get("reminder")
    if draft.reminder_minutes is None and (minutes or (minutes == 0 and _can_remind(draft, scene))):
        draft = replace(draft, reminder_minutes=minutes)
    return draft


def _can_remind(draft: Draft, scene: Scene) -> bool:
    """Whether the moment itself is still ahead; a whole day begins in the morning."""
    if draft.due is None:
        return False
    local = scene.now.astimezone(ZoneInfo(scene.ways.zone))
    return draft.due.at is not None or draft.rrule is not None or (draft.due.on, MORNING) > (local.date(), local.time())


def _is_ahead(draft: Draft, scene: Scene) -> bool:
    return draft.due is not None and draft.due.on >= scene.now.astimezone(ZoneInfo(scene.ways.zone)).date()


def arguments(draft: Draft) -> dict[str, Any]:
    """The draft as arguments of create_task; dates are exact, since what was said is understood already."""
    said: dict[str, Any] = {
        "title": draft.title,
        "description": draft.description,
        "due": wire(draft.due) if draft.due else None,
        "priority": draft.priority.value if draft.priority is not Priority.MEDIUM else None,
        "tags": list(draft.tags),
        "list": draft.list,
        "reminder_minutes": draft.reminder_minutes,
        "recurrence": _recurrence(draft),
    }
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _recurrence(draft: Draft) -> str | None:
    """As a rule; counted from when it is done it is said in words."""
    return say_repeat(draft.rrule, after_completion=True) if draft.rrule and draft.after_completion else draft.rrule
