"""What a sentence says once for several clauses: "remind me to … and to …", "tomorrow I need to …, … and …"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from taskchat.assistant.clauses import polite
from taskchat.assistant.mending import mended_tokens
from taskchat.assistant.once import find_when
from taskchat.assistant.phrases_change import CHANGES
from taskchat.assistant.phrases_create import LIST, MINE
from taskchat.assistant.phrases_events import ALARM, ALERT, AN, GIVE, KIND
from taskchat.assistant.phrases_memory import memory
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_verbs import TASK_VERBS, word_set
from taskchat.assistant.phrases_which import without_date
from taskchat.assistant.plan import Do, Step
from taskchat.assistant.rows import Row, first_fit
from taskchat.assistant.scene import Scene
from taskchat.assistant.titled import BETWEEN
from taskchat.assistant.which import ONE

CARRIED: tuple[tuple[Row, str], ...] = tuple(
    (Row(said, "carried"), lead)
    for said, lead in (
        ("remind|notify|alert|ping me|us", "remind me"),
        (f"{GIVE} {AN}? {KIND}? {ALERT}", "remind me"),
        ("don't|do_not let me|us forget", "remind me"),
        ("schedule|book|arrange|set_up|pencil_in", "schedule"),
        ("add|put|create|note|jot_down|new|make", "add"),
        ("i|we|i've|we've still|also? need|have|want|must|should|ought|gotta|got to?", "add"),
    )
)
"""How a clause begins, and what is thought before the next one that does not begin by itself."""
LEADING_ON = frozenset({"to", "at", "on", "in", "that", "about", "for"})
BARE = (
    Row("remind|wake|notify|alert me|us up?", "bare"),
    Row(f"{GIVE} {AN}|my? {KIND}? {ALERT}|{ALARM}", "bare"),
    Row(f"on|to|in {MINE} {LIST}|shopping_list|grocery_list|groceries_list", "bare"),
)
"""Beginnings that want what comes behind a comma."""
TAKING_BACK = word_set("no wait sorry mean actually rather scratch oops")
THINKING = TAKING_BACK | word_set("i make that it or nope oh better")
"""Words between a date and the one that is meant."""
SAME = {"add_tags": "tags"}
ADDED = frozenset({"list", "priority", "tags", "description", "reminder_minutes"})
"""What a new task can be given as well as one that is there; a date counts from what stands, and is left."""
DUTY = Row("i|we|i've|we've still|also|really? need_to|have_to|want_to|must|should|ought_to|gotta|got_to", "duty")


def front(text: str, scene: Scene) -> tuple[str, str]:
    """The date that a text begins with, and the rest."""
    span = next(iter(find_when(text, now=scene.now, ways=scene.ways)), None)
    return (text[: span.end], text[span.end :].lstrip(" ,")) if span and not text[: span.start].strip() else ("", text)


def is_bare(text: str, scene: Scene) -> bool:
    """ "Remind me at 5" and nothing yet of what."""
    tokens = mended_tokens(without_date(text, scene))
    return bool(tokens) and max(row.begins(tokens) for row in BARE) == len(tokens)


def of_a_day(text: str, scene: Scene) -> list[str]:
    """ "Tomorrow: gym at 7, lunch with Bob at 12" as one clause each."""
    date, rest = front(text, scene)
    if not date or not rest.startswith(":"):
        return []
    things = [part.strip(" .") for part in BETWEEN.split(rest[1:]) if part.strip(" .")]
    return [f"{date} add {thing}" for thing in things] if len(things) > 1 else []


def rethought(text: str, scene: Scene) -> str:
    """ "On monday, no wait, tuesday": without the date that was taken back."""
    spans = find_when(text, now=scene.now, ways=scene.ways)
    for one, other in reversed(tuple(pairwise(spans))):
        gap = {token.text for token in mended_tokens(text[one.end : other.start].strip(" ,.–-") or ",")}
        if gap <= THINKING and gap & TAKING_BACK:
            text = text[: one.start] + text[other.start :]
    return text


def is_duty(text: str) -> bool:
    return DUTY.begins(mended_tokens(text)) > 0


def carried(parts: Iterable[str], commands: frozenset[str], scene: Scene) -> Iterator[str]:
    """Each clause as it would stand alone; `commands` are words that clauses of their own begin with."""
    lead = date = ""
    for part in parts:
        own_date, rest = front(polite(part), scene)
        tokens = mended_tokens(rest)
        own = next((lead for row, lead in CARRIED if row.begins(tokens)), "")
        alone = not tokens or memory(polite(part), scene) or _stands_alone(tokens[0].text, rest, lead, commands, scene)
        if lead and not own and not alone:
            dated = own_date or find_when(part, now=scene.now, ways=scene.ways)
            yield f"{'' if dated else date} {lead} {part}".strip()
            continue
        lead, date = own, own_date
        yield part


def _stands_alone(first: str, rest: str, lead: str, commands: frozenset[str], scene: Scene) -> bool:
    if first not in commands or first in LEADING_ON:
        return False
    return first not in TASK_VERBS or (lead != "remind me" and first_fit(CHANGES, rest, scene, READERS) is not None)


def gathered(steps: Iterable[Step]) -> Iterator[Step]:
    """ "I have to be there at 9, remind me at 8": the reminder is of what was said just before."""
    title = ""
    for step in _completed(list(in_new_lists(steps))):
        if isinstance(step, Do) and step.tool == "create_task":
            nameless = title and step.arguments["title"] == "reminder"
            yield replace(step, arguments=step.arguments | {"title": title}) if nameless else step
            title = str(step.arguments["title"])
        else:
            yield step


def _completed(steps: list[Step]) -> list[Step]:
    """ "Add soap and put it on the shopping list": one new task, with its list."""
    done: list[Step] = []
    for step in steps:
        more = _added(step)
        last = done[-1] if done else None
        if more and isinstance(last, Do) and last.tool == "create_task" and more.keys() <= ADDED:
            done[-1] = replace(last, arguments=last.arguments | more)
        else:
            done.append(step)
    return done


def _added(step: Step) -> dict[str, Any]:
    if not isinstance(step, Do) or step.tool != "update_task" or step.arguments.get("task") not in ONE:
        return {}
    return {SAME.get(name, name): value for name, value in step.arguments.items() if name != "task"}


def in_new_lists(steps: Iterable[Step]) -> Iterator[Step]:
    """ "Create a list called camping and add a tent": its first tasks make the list."""
    steps = list(steps)
    name = ""
    for place, step in enumerate(steps):
        following = steps[place + 1] if place + 1 < len(steps) else None
        if isinstance(step, Do) and step.tool == "create_list":
            name = str(step.arguments["name"])
            if not _is_new(following):
                yield step
        elif name and _is_new(step) and isinstance(step, Do):
            yield replace(step, arguments={**step.arguments, "list": step.arguments.get("list") or name})
        else:
            name = ""
            yield step


def _is_new(step: Step | None) -> bool:
    return isinstance(step, Do) and step.tool == "create_task" and not step.arguments.get("list")
