"""A conversation as the rows of the log: pure, nothing but what is seen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.assistant.reduce import Conversation, FileView, ItemView, StepView, TouchedTask
from taskchat.domain.person import Ways
from taskchat.domain.words import say_clock, say_day
from taskchat.ui.chat import forms
from taskchat.ui.chat.markdown import blocks
from taskchat.ui.chat.tree import Part, tree

OPEN_ROWS = 6
"""Rows of a list of tasks that stand open."""
FOLD = 4
"""More steps than these: the first three, the rest on demand."""
DETAIL = 2_000
"""Characters of arguments or of a result that are shown."""
ENDINGS = {"stopped": "Stopped here.", "cut": "The answer ends here: it was cut short."}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LOOKS_ONLY = {"list_tasks"}
"""Tools that change nothing."""
NO_UNDO = LOOKS_ONLY | {"undo_last"}
"""Tools that leave nothing to take back."""
NEAR = {"today": "today", "tomorrow": "soon", "yesterday": "overdue"}
"""Days that have a name, and the colour of their time."""
CLOCK = re.compile(r",? at (?=\d)")
SOON = 7
"""Days ahead that are green."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A task the assistant touched or found; `tone` is the colour of its time, none where `due` names no day."""

    id: str
    title: str
    due: str = ""
    tone: str = "later"
    number: str = ""
    """Its place in a list."""


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
    task: str = ""
    """The task it names; "" for a list."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the log. `kind`: user, assistant, steps, tasks, settled, widget."""

    id: str
    kind: str
    text: str = ""
    files: list[FileView] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    """The same text where it names something; drawn instead."""
    blocks: list[str] = field(default_factory=list)
    quoted: str = ""
    at: str = ""
    """When it was said, as a machine reads it."""
    clock: str = ""
    """The same by the person's calendar and clock."""
    meta: str = ""
    ending: str = ""
    rating: str = ""
    """What the person thinks of it: positive, negative, or nothing."""
    comment: str = ""
    steps: list[Step] = field(default_factory=list)
    rest: list[Step] = field(default_factory=list)
    undo: str = ""
    """The group of changes one click takes back."""
    undo_all: str = ""
    """The words of that click, where more than one task goes back."""
    listed: str = ""
    """The tasks it speaks of, as the address names them."""
    tasks: list[Echo] = field(default_factory=list)
    more: list[Echo] = field(default_factory=list)
    """Tasks that wait to be asked for."""
    plan: bool = False
    tree: Part = field(default_factory=dict)
    """A widget to be drawn."""


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
    """The tasks that the last message of the person has changed so far, a yes to a question included (X-02)."""
    last = last_message(conversation)
    settled = (item for item in conversation.items if item.widget and item.widget.get("group") == last != "")
    ids: dict[str, None] = dict.fromkeys(task_id for item in settled for task_id in _settled(item))
    for item in since_the_last_message(conversation):
        for step in item.steps:
            if step.state == "done" and step.tool not in LOOKS_ONLY:
                ids |= dict.fromkeys(task.id for task in step.tasks)
        ids |= dict.fromkeys(_settled(item))
    return tuple(ids)


def last_answer(conversation: Conversation) -> str:
    """The id of the answer to the person's last message: the one that can be had anew."""
    items = since_the_last_message(conversation)
    return next((item.id for item in reversed(items) if item.kind == "assistant"), "")


def _settled(item: ItemView) -> list[str]:
    """What the answer to a question changed."""
    return list(item.widget.get("tasks", ())) if item.widget and item.widget.get("key") == "settled" else []


def last_message(conversation: Conversation) -> str:
    """The id of the person's last message: where Retry starts."""
    return next((item.id for item in reversed(conversation.items) if item.kind == "user"), "")


def since_the_last_message(conversation: Conversation) -> Sequence[ItemView]:
    return conversation.items[_last_message(conversation) + 1 :]


def before_the_last_message(conversation: Conversation) -> Conversation:
    return replace(conversation, items=conversation.items[: max(0, _last_message(conversation))])


def _last_message(conversation: Conversation) -> int:
    """Its place; -1 where nobody has said anything."""
    items = conversation.items
    return next((n for n in range(len(items) - 1, -1, -1) if items[n].kind == "user"), -1)


def _row(item: ItemView, ways: Ways) -> Row | None:
    match item.kind:
        case "user":
            at, clock = _when(item, ways)
            files, pieces = list(item.files), _pieces(item)
            return Row(
                item.id, "user", text=item.text, pieces=pieces, files=files, quoted=item.quoted, at=at, clock=clock
            )
        case "assistant" if item.text or item.ending in ENDINGS:
            return _answer_row(item, ways)
        case "workflow" if item.steps:
            return _steps_row(item)
        case "widget" if item.widget:
            return _widget_row(item, item.widget)
        case "form" if item.raw:
            return _form_row(item, item.raw)
    return None


def _answer_row(item: ItemView, ways: Ways) -> Row:
    at, clock = _when(item, ways)
    return Row(
        item.id,
        "assistant",
        blocks=blocks(item.text),
        at=at,
        clock=clock,
        meta=item.model,
        ending=ENDINGS.get(item.ending, ""),
        rating=item.rating,
        comment=item.comment,
    )


def _widget_row(item: ItemView, widget: Mapping[str, Any]) -> Row | None:
    """What a message changed stands under its steps already; lists of tasks act like the list beside them."""
    about = widget.get("about")
    if isinstance(about, dict):
        return _tasks_row(item, widget, about) if about.get("kind") != "changed" else None
    if widget.get("key") == "settled":
        return Row(item.id, "settled", text=_line_of(widget), undo=str(widget.get("group", "")))
    return Row(item.id, "widget", tree=tree(widget))


def _form_row(item: ItemView, form: Mapping[str, Any]) -> Row:
    if forms.waits(form):
        return Row(item.id, "widget", tree=forms.form_tree(form))
    return Row(item.id, "settled", text=forms.became(form))


def _tasks_row(item: ItemView, widget: Mapping[str, Any], about: Mapping[str, Any]) -> Row:
    is_plan = about.get("kind") == "plan"
    rows = [node for node in widget["children"] if node.get("key") in about["ids"]]
    echoes = [_listed(node, place) for place, node in enumerate(rows, 1)]
    return Row(
        item.id,
        "tasks",
        text=widget["status"]["text"],
        listed=in_address(echoes),
        tasks=echoes[:OPEN_ROWS],
        more=echoes[OPEN_ROWS:],
        plan=is_plan,
    )


def _listed(node: Mapping[str, Any], place: int) -> Echo:
    """A row of the server's list as a row of ours."""
    parts = {part["type"]: part for column in node["children"] for part in column.get("children", ())}
    caption = parts.get("Caption", {})
    return Echo(node["key"], parts["Text"]["value"], caption.get("value", ""), caption.get("tone", "later"), str(place))


def _line_of(widget: Mapping[str, Any]) -> str:
    """The one line of a card that was answered."""
    found = next(iter(widget["children"]))
    return str(found["value"] if found["type"] == "Text" else found["children"][0]["value"])


def in_address(echoes: Sequence[Echo]) -> str:
    """As `only` says it; a dot needs no escaping there."""
    return ".".join(dict.fromkeys(echo.id for echo in echoes))


def _pieces(item: ItemView) -> list[Piece]:
    tasks = {named.place: named.id if named.kind == "task" else "" for named in item.tags}
    return [Piece(text, place in tasks, tasks.get(place, "")) for place, text in enumerate(item.parts)] if tasks else []


def _steps_row(item: ItemView) -> Row:
    on = _made(item).date()
    steps = [_step(step, on) for step in item.steps]
    shown = steps if len(steps) <= FOLD else steps[: FOLD - 1]
    changed = [s for s in item.steps if s.group and s.state == "done" and s.tool not in NO_UNDO]
    echoes = [echo for step in steps for echo in step.echoes]
    count = sum(len(step.tasks) for step in changed)
    return Row(
        item.id,
        "steps",
        steps=shown,
        rest=steps[len(shown) :],
        undo=changed[-1].group if changed else "",
        undo_all=f"Undo all {count}" if count > 1 else "",
        listed=in_address(echoes) if len(echoes) > 1 else "",
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


def _when(item: ItemView, ways: Ways) -> tuple[str, str]:
    """For a machine, and by the person's calendar and clock."""
    if not item.created:
        return "", ""
    made = _made(item)
    here = made.astimezone(ZoneInfo(ways.zone))
    clock = f"{say_day(here.date(), now=made, ways=ways)}, {say_clock(here.time(), ways)}"
    return here.isoformat(timespec="seconds"), clock


def _made(item: ItemView) -> datetime:
    """The protocol's times without a zone mean this server's."""
    try:
        return datetime.fromisoformat(item.created).astimezone()
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
