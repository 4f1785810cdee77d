"""The confirmation card as plain ChatKit widget JSON: what would change, until when, and two buttons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.assistant.confirm import waits_of
from taskchat.assistant.context import Turn, Waits
from taskchat.assistant.kept import edits_from_text
from taskchat.assistant.wording import VERBS, counted_question, drop_button
from taskchat.domain.filters import TaskFilter
from taskchat.domain.task import Due, Edit, Task
from taskchat.domain.words import full_date, say_clock
from taskchat.services import tasks
from taskchat.services.conversations import Confirmation

Widget = dict[str, Any]
SHOWN = 100
"""Titles on a card; the page folds them after four."""


@dataclass(frozen=True, slots=True)
class Card:
    """A widget and the same in words, for copying and for the model's memory."""

    widget: Widget
    copy_text: str


def confirmation_card(question: Confirmation, turn: Turn) -> Card:
    """Heading with verb, count and noun; every title; how long it can be answered; the verb again on the buttons."""
    waiting = waits_of(question)
    heading = " ".join(counted_question(one.tool, len(one.ids)) for one in waiting)
    danger = any(VERBS[one.tool].danger for one in waiting)
    back = "You can take this back for 30 days. " if danger else "You can take this back. "
    ends = f"{back}This question ends at {_clock(question.expires, turn)}."
    rows = [row for one in waiting for row in _rows(one, turn)]
    children: list[Widget] = [
        {"type": "Title", "value": heading, "size": "sm"},
        {"type": "Col", "key": "tasks", "gap": 1, "children": rows},
        {"type": "Caption", "value": ends},
        {"type": "Row", "gap": 2, "children": _buttons(question, waiting, danger=danger)},
    ]
    return Card({"type": "Card", "key": "confirmation", "children": children}, f"{heading} {ends}")


def settled_card(words: str) -> Widget:
    """What is left of a card once it is answered: one line."""
    return {"type": "Card", "key": "settled", "children": [{"type": "Text", "value": words, "size": "sm"}]}


def _clock(moment: datetime, turn: Turn) -> str:
    ways = turn.person.ways
    return say_clock(moment.astimezone(ZoneInfo(ways.zone)).time(), ways)


def _rows(waits: Waits, turn: Turn) -> list[Widget]:
    found = tasks.find_all(turn.person, TaskFilter(status=None, ids=waits.ids), now=turn.now)
    edits = edits_from_text(waits.params) if waits.tool == "update_task" else {}
    rows: list[Widget] = [_row(task, edits.get(task.id), turn) for task in found[:SHOWN]]
    if len(found) > SHOWN:
        rows.append({"type": "Caption", "value": f"and {len(found) - SHOWN} more"})
    return rows


def _row(task: Task, edit: Edit | None, turn: Turn) -> Widget:
    change = _change(edit, turn) if edit else ""
    return {"type": "Text", "value": f"{task.title} → {change}" if change else task.title, "size": "sm", "key": task.id}


def _change(edit: Edit, turn: Turn) -> str:
    """What an edit would set, in words: "due Mon 23 Nov, priority high"."""
    return ", ".join(f"{FIELDS.get(name, name)} {_value(value, turn)}" for name, value in edit.sent().items())


FIELDS = {"rrule": "repeats", "reminder_minutes": "reminder"}


def _value(value: object, turn: Turn) -> str:
    if isinstance(value, Due):
        return full_date(value, now=turn.now, ways=turn.person.ways)
    if isinstance(value, tuple):
        return " ".join(f"#{tag}" for tag in value) or "none"
    return "none" if value in (None, "") else str(value)


def _buttons(question: Confirmation, waiting: list[Waits], *, danger: bool) -> list[Widget]:
    count = sum(len(one.ids) for one in waiting)
    label = VERBS[waiting[0].tool].button.format(n=count) if len(waiting) == 1 else f"Do all {count}"
    return [
        _button(label, "confirmation.confirm", question.id, "danger" if danger else "primary", "solid"),
        _button(drop_button(waiting[0].tool, count), "confirmation.cancel", question.id, "secondary", "outline"),
    ]


def _button(label: str, action: str, question_id: str, color: str, variant: str) -> Widget:
    on_click = {"type": action, "payload": {"id": question_id}, "handler": "server", "loadingBehavior": "container"}
    return {"type": "Button", "label": label, "onClickAction": on_click, "color": color, "variant": variant}
