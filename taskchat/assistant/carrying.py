"""What a sentence says once for several clauses: "remind me to … and to …", "tomorrow I need to …, … and …"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from taskchat.assistant.clauses import polite
from taskchat.assistant.english.changes import CHANGES
from taskchat.assistant.english.clauses import (
    ADD,
    BARE,
    CARRIED,
    DUTY,
    LEADING_ON,
    NAMELESS,
    PASSED_ON,
    REMIND_ME,
    SAME_AGAIN,
    TAKING_BACK,
    THINKING,
    TO_DO,
)
from taskchat.assistant.english.occasions import EVENT_NOUNS
from taskchat.assistant.english.references import ONE
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.mending import mended_tokens
from taskchat.assistant.once import find_when
from taskchat.assistant.phrases_memory import memory
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_which import without_date
from taskchat.assistant.plan import Do, Step
from taskchat.assistant.rows import Tokens, first_fit
from taskchat.assistant.scene import Scene
from taskchat.assistant.titled import BETWEEN

SAME = {"add_tags": "tags"}
ADDED = frozenset({"list", "priority", "tags", "description", "reminder_minutes"})
"""What a new task can be given as well as one that is there; a date counts from what stands, and is left."""


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
    return [f"{date} {ADD} {thing}" for thing in things] if len(things) > 1 else []


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
    lead = date = verb = before = ""
    for part in _of_one_day(list(parts), scene):
        own_date, rest = front(polite(part), scene)
        tokens = mended_tokens(rest)
        own = next((lead for row, lead in CARRIED if row.begins(tokens)), "")
        alone = not tokens or memory(polite(part), scene) or _stands_alone(tokens[0].text, rest, lead, commands, scene)
        if tokens and tokens[0].text in SAME_AGAIN and before:
            yield f"{without_date(before, scene)} {rest.partition(' ')[2]}"
            continue
        before = part
        dated = bool(own_date or find_when(part, now=scene.now, ways=scene.ways))
        named = verb if dated and not own and not alone and _is_bare_name(tokens) else ""
        verb = next((token.text for token in tokens if token.text in PASSED_ON), verb)
        if lead and not own and not alone:
            yield " ".join(filter(None, ("" if dated else date, lead, named, part)))
            continue
        lead, date = own, own_date
        yield f"{named} {part}".strip()


def _is_bare_name(tokens: Tokens) -> bool:
    """ "Dad at 6", of whom the verb was said before; not "dentist at 6", which takes place."""
    said = {token.text for token in tokens}
    return tokens[0].text not in TASK_VERBS | LEADING_ON and said.isdisjoint(EVENT_NOUNS)


def _of_one_day(parts: list[str], scene: Scene) -> list[str]:
    """ "Buy a cake and order flowers for saturday": the day at the end is that of all of them."""
    spans = find_when(parts[-1], now=scene.now, ways=scene.ways) if len(parts) > 1 else ()
    if len(spans) != 1 or parts[-1][spans[0].end :].strip(" .!") or spans[0].said.names_time or not spans[0].start:
        return parts
    day = parts[-1][spans[0].start :].strip(" .!")
    alike = all(_is_deed(part, scene) for part in parts[1:]) and _is_deed(_led_in(parts[0]), scene)
    undated = not any(find_when(part, now=scene.now, ways=scene.ways) for part in parts[:-1])
    return [*(f"{part} {day}" for part in parts[:-1]), parts[-1]] if alike and undated else parts


def _led_in(part: str) -> str:
    """What is to be done, without "remind me to" before it."""
    tokens = mended_tokens(polite(part))
    after = max((row.begins(tokens) for row, _ in CARRIED), default=0)
    after += after < len(tokens) and tokens[after].text in LEADING_ON if after else 0
    return polite(part)[tokens[after].start :] if after < len(tokens) else part


def _is_deed(part: str, scene: Scene) -> bool:
    part = part.removeprefix(f"{TO_DO} ")
    first = part.split(maxsplit=1)[0].lower()
    return first in TASK_VERBS and not first_fit(CHANGES, part, scene, READERS)


def _stands_alone(first: str, rest: str, lead: str, commands: frozenset[str], scene: Scene) -> bool:
    if first not in commands or first in LEADING_ON:
        return False
    return first not in TASK_VERBS or (lead != REMIND_ME and first_fit(CHANGES, rest, scene, READERS) is not None)


def gathered(steps: Iterable[Step]) -> Iterator[Step]:
    """ "I have to be there at 9, remind me at 8": the reminder is of what was said just before."""
    title = ""
    for step in _completed(list(in_new_lists(steps))):
        if isinstance(step, Do) and step.tool == "create_task":
            nameless = title and step.arguments["title"] == NAMELESS
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
