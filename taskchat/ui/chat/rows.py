"""A conversation as the rows of the log: pure, nothing but what is seen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from taskchat.assistant.reduce import Conversation, ItemView, StepView, TouchedTask
from taskchat.domain.person import Ways
from taskchat.ui.chat.card import Card, card
from taskchat.ui.chat.markdown import blocks

FOLD = 4
"""More steps than these: the first three, the rest on demand."""
DETAIL = 2_000
"""Characters of arguments or of a result that are shown."""
SAID = 300
"""Characters of an answer that are read out."""
ENDINGS = {"stopped": "Stopped here.", "cut": "The answer ends here: it was cut short."}
LOOKS_ONLY = {"list_tasks"}
"""Tools that change nothing."""
DAY = re.compile(r"^(?P<day>today|tomorrow|yesterday|\w{3,9}(?= \d))", re.IGNORECASE)
TONES = {"today": "today", "tomorrow": "soon", "overdue": "overdue"}


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
class Row:
    """One row of the log. `kind`: user, assistant, steps, card."""

    id: str
    kind: str
    text: str = ""
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


def rows(items: Sequence[ItemView], ways: Ways) -> list[Row]:
    """The rows of finished items; what is still being written streams beside them."""
    return [row for item in items if (row := _row(item, ways)) is not None]


def is_streaming(item: ItemView) -> bool:
    return item.kind == "assistant" and not item.done


def touched(conversation: Conversation) -> tuple[str, ...]:
    """The tasks that the last message of the person has changed so far (X-02)."""
    ids: dict[str, None] = {}
    for item in _since_the_last_message(conversation):
        for step in item.steps:
            if step.state == "done" and step.tool not in LOOKS_ONLY:
                ids |= dict.fromkeys(task.id for task in step.tasks)
    return tuple(ids)


def last_message(conversation: Conversation) -> str:
    """The id of the person's last message: where Retry starts."""
    return next((item.id for item in reversed(conversation.items) if item.kind == "user"), "")


def said(conversation: Conversation) -> str:
    """What a screen reader hears once the answer is finished."""
    items = _since_the_last_message(conversation)
    question = next((card(item.widget).question for item in reversed(items) if item.widget), "")
    if question:
        return f"Question: {question} Use the buttons or answer yes."
    text = " ".join(item.text for item in items if item.kind == "assistant")
    return f"Answer: {text[:SAID]}" if text else ""


def _since_the_last_message(conversation: Conversation) -> Sequence[ItemView]:
    items = conversation.items
    last = next((n for n in range(len(items) - 1, -1, -1) if items[n].kind == "user"), -1)
    return items[last + 1 :]


def _row(item: ItemView, ways: Ways) -> Row | None:
    match item.kind:
        case "user":
            return Row(item.id, "user", text=item.text)
        case "assistant" if item.text or item.ending in ENDINGS:
            ending, meta = ENDINGS.get(item.ending, ""), _meta(item, ways)
            return Row(item.id, "assistant", blocks=blocks(item.text), meta=meta, ending=ending)
        case "workflow" if item.steps:
            return _steps_row(item)
        case "widget" if item.widget:
            return Row(item.id, "card", card=card(item.widget))
    return None


def _steps_row(item: ItemView) -> Row:
    steps = [_step(step) for step in item.steps]
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


def _step(step: StepView) -> Step:
    echoes = [] if step.tool in LOOKS_ONLY else [_echo(task) for task in step.tasks]
    ms = "" if step.milliseconds is None else f"{step.milliseconds} ms"
    return Step(step.title, step.state, ms, step.arguments[:DETAIL], step.result[:DETAIL], echoes)


def _echo(task: TouchedTask) -> Echo:
    """The date in short; the answer under it says it in full."""
    day = DAY.match(task.due)
    tone = TONES.get(day["day"].lower(), "later") if day else "later"
    return Echo(task.id, task.title, short(task.due), tone)


def short(due: str) -> str:
    """ "tomorrow, Sun 22 Nov, at 17:00" → "Tomorrow 17:00"."""
    date, _, clock = due.partition(", at ")
    named, _, spelled = date.partition(", ")
    near = named.lower() in {"today", "tomorrow", "yesterday"}
    day = named if near or not spelled else date
    return f"{day[:1].upper()}{day[1:]} {clock}".strip()


def _meta(item: ItemView, ways: Ways) -> str:
    """Who answered and when; the protocol's times have no zone and mean this server's."""
    try:
        at = datetime.fromisoformat(item.created).astimezone(ZoneInfo(ways.zone))
    except ValueError:
        return item.model
    clock = at.strftime("%H:%M" if ways.clock_24 else "%I:%M %p").lstrip("0" if not ways.clock_24 else "")
    return " · ".join(part for part in (item.model, clock) if part)
