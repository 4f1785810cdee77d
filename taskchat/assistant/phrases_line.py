"""What is to be noted down, as calls of create_task: quick add's reading, and the words people add in a sentence."""

import re
from dataclasses import dataclass, replace
from typing import Any

from taskchat.assistant.phrases_slots import READERS, unquoted
from taskchat.assistant.phrases_verbs import NEVER_TASKS, TASK_VERBS
from taskchat.assistant.plan import Do, Say, Step
from taskchat.assistant.scene import Scene
from taskchat.domain.dates import find_when, wire
from taskchat.domain.preferences import at_usual_hour
from taskchat.domain.quickadd import QuickAdd, read_line
from taskchat.domain.task import Draft, Priority

ASK_TITLE = "What should the task say? For example: add call mom tomorrow at 5pm."
SHORT = 2
"""Words an item of "milk, eggs and bread" has at most to count as one of several things."""

BETWEEN = re.compile(r", and |,\s*| and | & ", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:i|we)(?:'ve| have| need| got| want| must| should|'d like)?(?: got)?(?: to)?\s+(?=\w+ \w)", re.IGNORECASE
)
"""Left when the date stood first: "tomorrow I have to pick up the kids"."""
KINDS = {"task", "tasks", "todo", "todos", "to-do", "to-dos", "everything", "things"}
DANGLING = re.compile(r"\s+(?:on|at|by|for|to|due|until|from|in)$", re.IGNORECASE)
"""What is left before a date that was taken out."""
IS = re.compile(r"^(?:is|are|was|were|will|has|have|had)\b", re.IGNORECASE)
PRIORITY = (
    r"(?:[,;]|\bwith\b|\bat\b|\bas\b|\band\b|\bit'?s\b|\bit is\b|\bof\b)*\s*"
    r"(?:(?P<p>high|low|top|medium|normal)[- ]priority|priority:? (?P<q>high|low|medium|normal))\b"
)
EARLY = r"(?:before|earlier|ahead|early|in advance)"
INTO = r"[,;]?\s*\b(?:to|on|in|into|onto|under) (?:the |my |our )"
TAGGED = r"[,;]?\s*(?:and )?\b(?:tag(?:ged)?|label(?:l?ed)?)(?: it)?(?: with| as)?:? "
NOTES = r"[,;]?\s*(?:with (?:a |the )?)?(?:notes?|description|details)(?: that says| saying)?:\s*"
URGENT = r"[,;:!]\s*(?:it'?s |it is |very |and |this is )*(?:urgent|important|asap)\b[!.]*"
WORDED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("description", rf"{NOTES}(?P<d>.+)$"),
        ("description", r"[,;]?\s*with (?:a |the )?(?:note|description) [\"“](?P<d>[^\"”]+)[\"”]"),
        ("reminder", rf"[,;]?\s*(?:and )?(?:please )?remind me (?P<r>.+?) {EARLY}(?: it)?(?=$|,)"),
        ("reminder", rf"[,;]?\s*(?:and |with a )?reminder (?P<r>.+?) {EARLY}(?=$|,)"),
        ("priority", PRIORITY),
        ("urgent", rf"{URGENT}(?=$|,)"),
        ("tags", rf"{TAGGED}(?P<t>#?[\w+-]+(?:(?:, | and )#?[\w+-]+)*)(?=\s*(?:$|,))"),
        ("list", rf"{INTO}(?P<l>(?!to-?do\b)\w[\w -]{{0,30}}?) list\b"),
        ("list", rf"{INTO}list (?:called |named )?(?P<l>\w[\w-]*)$"),
    )
)


@dataclass(frozen=True, slots=True)
class Noted:
    """A line read: the draft, and whether it named anything beside words."""

    draft: Draft
    marked: bool


def noted(line: str, scene: Scene, **more: Any) -> tuple[Step, ...] | None:
    """The calls that note `line` down. `more`: reminder, priority, list, when, several, dated (see phrases_create)."""
    if not line.strip(" .,!"):
        return (Say(ASK_TITLE),)
    if problem := _problem(line, scene):
        return (Say(f"{problem} Nothing was changed."),)
    read = read_noted(f"{line} {more['when']}" if more.get("when") else line, scene)
    if more.get("dated") and read.draft.due is None:
        return None
    draft = replace(read.draft, title=re.sub(r"^to\s+(?=\w)", "", read.draft.title))
    draft = _with(at_usual_hour(draft, scene.ways.kept) if more.get("reminder") == 0 else draft, more)
    if not draft.title:
        return (Say(ASK_TITLE),)
    titles = items(draft.title, several=more.get("several", False))
    return tuple(Do("create_task", arguments(replace(draft, title=title))) for title in titles)


def stated(line: str, scene: Scene) -> tuple[Step, ...] | None:
    """A bare statement ("buy milk", "gym 6pm #health") as a task, if it sounds like one; gibberish does not."""
    words = re.findall(r"[\w'’-]+", line.lower())
    if not words or words[0].replace("’", "'") in NEVER_TASKS or line.rstrip().endswith("?"):
        return None
    if problem := _problem(line, scene):
        return (Say(f"{problem} Nothing was changed."),) if len(words) > 1 else None
    read = read_noted(line, scene)
    title = LEAD.sub("", read.draft.title)
    starts_like_one = words[0] in TASK_VERBS and len(words) > 1
    if not title or IS.match(title) or title.lower() in KINDS or not (read.marked or starts_like_one):
        return None
    return (Do("create_task", arguments(replace(read.draft, title=title))),)


def read_noted(line: str, scene: Scene) -> Noted:
    """Words of a sentence first ("with high priority", "in my home list"), then what quick add knows."""
    if line != unquoted(line):
        return Noted(Draft(title=unquoted(line)), marked=False)
    found: dict[str, Any] = {}
    for name, pattern in WORDED:
        line = _take(line, name, pattern, found, scene)
    read = read_line(line, now=scene.now, ways=scene.ways)
    title = unquoted(read.draft.title.strip(" ,;:-–"))
    draft = replace(read.draft, title=DANGLING.sub("", title) if read.spans else title)
    return Noted(_with(draft, found), marked=bool(found) or _is_marked(read))


def _is_marked(read: QuickAdd) -> bool:
    return bool(read.spans)


def _take(line: str, name: str, pattern: re.Pattern[str], found: dict[str, Any], scene: Scene) -> str:
    match = pattern.search(line)
    said = next((group for group in match.groups() if group), "") if match else ""
    value = _value(name, said, scene) if match else None
    if match is None or value is None:
        return line
    found[value[0]] = value[1]
    return f"{line[: match.start()]} {line[match.end() :]}".strip()


def _value(name: str, said: str, scene: Scene) -> tuple[str, Any] | None:
    if name == "urgent":
        return "priority", "high"
    if name in {"description", "list"}:
        return name, said.strip()
    read = {"reminder": "minutes", "priority": "prio", "tags": "tags"}[name]
    value = READERS[read](said, scene)
    return None if value is None else (name, value)


def _with(draft: Draft, more: dict[str, Any]) -> Draft:
    if more.get("priority"):
        draft = replace(draft, priority=Priority(more["priority"]))
    if more.get("tags"):
        draft = replace(draft, tags=tuple(dict.fromkeys((*draft.tags, *more["tags"]))))
    if more.get("list"):
        draft = replace(draft, list=more["list"])
    if more.get("description"):
        draft = replace(draft, description=more["description"])
    minutes = more.get("reminder")
    if minutes is not None and draft.reminder_minutes is None and (minutes or (draft.due and draft.due.at)):
        draft = replace(draft, reminder_minutes=minutes)
    return draft


def items(title: str, *, several: bool | str) -> list[str]:
    """ "milk, eggs and bread" is three things, "call mom and dad" one; `several` True: the person said it is a list."""
    parts = [part.strip() for part in BETWEEN.split(title) if part.strip()]
    if not several or len(parts) < 2:
        return [title]
    if several is True:
        return parts
    things = all(len(part.split()) <= SHORT and part.split()[0].lower() not in TASK_VERBS for part in parts)
    return parts if things else [title]


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
        "recurrence": draft.rrule,
    }
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _problem(line: str, scene: Scene) -> str:
    spans = find_when(line, now=scene.now, ways=scene.ways)
    problems = [span.problem for span in spans if span.problem]
    return problems[0] if problems and len(problems) == len(spans) else ""
