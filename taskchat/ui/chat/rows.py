"""A conversation as the rows of the log: pure, nothing but what is seen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from taskchat.assistant.reduce import Conversation, ItemView, StepView, TouchedTask
from taskchat.domain.person import Ways
from taskchat.domain.words import say_clock
from taskchat.ui.chat.card import Card, card
from taskchat.ui.chat.markdown import blocks

FOLD = 4
"""More steps than these: the first three, the rest on demand."""
DETAIL = 2_000
"""Characters of arguments or of a result that are shown."""
SAID = 300
"""Characters of an answer that are read out."""
ENDINGS = {"stopped": "Stopped here.", "cut": "The answer ends here: it was cut short."}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LOOKS_ONLY = {"list_tasks"}
"""Tools that change nothing."""
NEAR = {"today": "today", "tomorrow": "soon", "yesterday": "overdue"}
"""Days that have a name, and the colour of their time."""
CLOCK = re.compile(r",? at (?=\d)")
SOON = 7
"""Days ahead that are green."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A task the assistant touched; `tone` is the colour of its time."""

    id: str
    title: str
    due: str = ""
    tone: str = "later"


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    state: str
    ms: str = ""
    arguments: str = ""
    result: str = ""
    echoes: list[Echo] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of what a person said: words, or the name of a task or list."""

    text: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the log. `kind`: user, assistant, steps, card."""

    id: str
    kind: str
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    """The same text where it names something; drawn instead."""
    blocks: list[str] = field(default_factory=list)
    meta: str = ""
    ending: str = ""
    steps: list[Step] = field(default_factory=list)
    rest: list[Step] = field(default_factory=list)
    undo: str = ""
    """The group of changes one click takes back."""
    undo_all: str = ""
    """The words of that click, where more than one task goes back."""
    card: Card = field(default_factory=Card)


Known = dict[str, tuple[ItemView, Row | None]]
"""Rows that were made already, by item id: an item that has not changed keeps its row."""


def rows(items: Sequence[ItemView], ways: Ways, known: Known | None = None) -> list[Row]:
    """The rows of finished items; what is still being written streams beside them."""
    known = {} if known is None else known
    for item in items:
        if item.id not in known or known[item.id][0] != item:
            known[item.id] = (item, _row(item, ways))
    return [row for item in items if (row := known[item.id][1]) is not None]


def is_streaming(item: ItemView) -> bool:
    return item.kind == "assistant" and not item.done


def touched(conversation: Conversation) -> tuple[str, ...]:
    """The tasks that the last message of the person has changed so far (X-02)."""
    ids: dict[str, None] = {}
    for item in since_the_last_message(conversation):
        for step in item.steps:
            if step.state == "done" and step.tool not in LOOKS_ONLY:
                ids |= dict.fromkeys(task.id for task in step.tasks)
    return tuple(ids)


def last_message(conversation: Conversation) -> str:
    """The id of the person's last message: where Retry starts."""
    return next((item.id for item in reversed(conversation.items) if item.kind == "user"), "")


def said(conversation: Conversation) -> str:
    """What a screen reader hears once the answer is finished."""
    items = since_the_last_message(conversation)
    question = next((card(item.widget).question for item in reversed(items) if item.widget), "")
    if question:
        return f"Question: {question} Use the buttons or answer yes."
    text = " ".join(item.text for item in items if item.kind == "assistant")
    return f"Answer: {text[:SAID]}" if text else ""


def since_the_last_message(conversation: Conversation) -> Sequence[ItemView]:
    items = conversation.items
    last = next((n for n in range(len(items) - 1, -1, -1) if items[n].kind == "user"), -1)
    return items[last + 1 :]


def _row(item: ItemView, ways: Ways) -> Row | None:
    match item.kind:
        case "user":
            return Row(item.id, "user", text=item.text, pieces=_pieces(item))
        case "assistant" if item.text or item.ending in ENDINGS:
            ending, meta = ENDINGS.get(item.ending, ""), _meta(item, ways)
            return Row(item.id, "assistant", blocks=blocks(item.text), meta=meta, ending=ending)
        case "workflow" if item.steps:
            return _steps_row(item)
        case "widget" if item.widget:
            return Row(item.id, "card", card=card(item.widget))
    return None


def _pieces(item: ItemView) -> list[Piece]:
    return [Piece(text, place in item.tags) for place, text in enumerate(item.parts)] if item.tags else []


def _steps_row(item: ItemView) -> Row:
    on = _made(item).date()
    steps = [_step(step, on) for step in item.steps]
    shown = steps if len(steps) <= FOLD else steps[: FOLD - 1]
    changed = [s for s in item.steps if s.group and s.state == "done" and s.tool not in LOOKS_ONLY]
    count = sum(len(step.tasks) for step in changed)
    return Row(
        item.id,
        "steps",
        steps=shown,
        rest=steps[len(shown) :],
        undo=changed[-1].group if changed else "",
        undo_all=f"Undo all {count}" if count > 1 else "",
    )


def _step(step: StepView, on: date) -> Step:
    echoes = [] if step.tool in LOOKS_ONLY else [_echo(task, on) for task in step.tasks]
    ms = "" if step.milliseconds is None else f"{step.milliseconds} ms"
    return Step(step.title, step.state, ms, step.arguments[:DETAIL], step.result[:DETAIL], echoes)


def _echo(task: TouchedTask, on: date) -> Echo:
    """The date in short; the answer under it says it in full."""
    return Echo(task.id, task.title, short(task.due), tone(task.due, on))


def short(due: str) -> str:
    """ "tomorrow, Sun 22 Nov, at 17:00" → "Tomorrow 17:00"."""
    day, *clock = CLOCK.split(due, maxsplit=1)
    named = day.partition(",")[0]
    words = " ".join([named if named.lower() in NEAR else day, *clock])
    return words[:1].upper() + words[1:]


def tone(due: str, on: date) -> str:
    """The colour of a date in words, as it was on the day it was said."""
    day = CLOCK.split(due, maxsplit=1)[0]
    named = day.partition(",")[0].lower()
    if named in NEAR or not day:
        return NEAR.get(named, "later")
    ahead = (_spelled(day, on) - on).days
    return "overdue" if ahead < 0 else "soon" if ahead <= SOON else "later"


def _spelled(day: str, on: date) -> date:
    """ "Fri 27 Nov", "Fri Nov 27" or with its year; what cannot be read is far away."""
    parts = [part.strip(",") for part in day.split()]
    numbers = [int(part) for part in parts if part.isdigit()]
    month = next((MONTHS.index(part[:3]) + 1 for part in parts[1:] if part[:3] in MONTHS), 0)
    try:
        return date(next((n for n in numbers if n > 31), on.year), month, numbers[0])
    except (ValueError, IndexError):
        return date.max


def _meta(item: ItemView, ways: Ways) -> str:
    """Who answered and when."""
    clock = say_clock(_made(item).astimezone(ZoneInfo(ways.zone)).time(), ways) if item.created else ""
    return " · ".join(part for part in (item.model, clock) if part)


def _made(item: ItemView) -> datetime:
    """The protocol's times without a zone mean this server's."""
    try:
        return datetime.fromisoformat(item.created).astimezone()
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
