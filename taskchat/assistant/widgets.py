"""What the server shows besides words, as plain ChatKit widget JSON: questions, tasks, and the day as a plan."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from taskchat.assistant import remembering
from taskchat.assistant.confirm import along_of, waits_of
from taskchat.assistant.context import Turn, Waits
from taskchat.assistant.proposals import PLAN, edits_of, plan_rows
from taskchat.assistant.recall import show
from taskchat.assistant.wording import VERBS, counted_question, do_button, drop_button
from taskchat.domain.arrange import day_plan, is_today
from taskchat.domain.filters import DueRange, TaskFilter
from taskchat.domain.task import Due, Edit, Status, Task
from taskchat.domain.words import count, due_tone, full_date, say_clock, say_day, say_due, short_due
from taskchat.services import activity, tasks
from taskchat.services.conversations import Confirmation

Widget = dict[str, Any]
SHOWN = 100
"""Titles on a card; the page folds them after four."""
OPEN_ROWS = 5
"""Rows of a list that stand open; ChatKit folds the others."""


@dataclass(frozen=True, slots=True)
class Card:
    """A widget and the same in words, for copying and for the model's memory."""

    widget: Widget
    copy_text: str


@dataclass(frozen=True, slots=True)
class About:
    """What a list of tasks is about: it stays in the widget, which is made anew from it after a click.

    `kind`: tasks (that were looked for), plan (of the day), changed (by the message; `group` takes them back).
    """

    kind: Literal["tasks", "plan", "changed"]
    ids: tuple[str, ...]
    total: int
    group: str = ""


def confirmation_card(question: Confirmation, turn: Turn) -> Card:
    """Heading with verb, count and noun; every title; what comes along; until when; the verb again on the buttons."""
    waiting = waits_of(question)
    heading = " ".join(counted_question(one.tool, len(one.ids)) for one in waiting)
    danger = any(VERBS[one.tool].danger for one in waiting)
    back = "You can take this back for 30 days. " if danger else "You can take this back. "
    ends = f"{back}This question ends at {_clock(question.expires, turn)}."
    along = _along(sum(len(along_of(one)) for one in waiting)) or remembering.follows(waiting, turn)
    children: list[Widget] = [
        {"type": "Title", "value": heading, "size": "sm"},
        {"type": "Col", "key": "tasks", "gap": 1, "children": [row for one in waiting for row in _rows(one, turn)]},
        *([{"type": "Text", "value": along, "size": "sm"}] if along else []),
        {"type": "Caption", "value": ends},
        {"type": "Row", "gap": 2, "children": _answers(question, waiting, danger=danger)},
    ]
    text = " ".join(part for part in (heading, along, ends) if part)
    return Card({"type": "Card", "key": "confirmation", "children": children}, text)


def settled_card(words: str, group: str = "", ids: Sequence[str] = ()) -> Widget:
    """What is left of a card once it is answered: one line, and Undo where something was done."""
    text: Widget = {"type": "Text", "value": words, "size": "sm"}
    row = {"type": "Row", "gap": 2, "children": [text, _undo(group)]} if group else text
    return {"type": "Card", "key": "settled", "children": [row], "group": group, "tasks": list(ids)}


def found_list(turn: Turn) -> Card | None:
    """The tasks of the last look; the whole day as a plan where that was asked for. None when there is nothing."""
    looked = turn.looked
    if looked is None or not looked.total:
        return None
    return tasks_widget(About("tasks", looked.ids, looked.total), turn)


def plan_of_the_day(turn: Turn) -> Card | None:
    """What is late and what is due today, by time and then by priority; "the second" counts in it from now on."""
    today = turn.now.astimezone(ZoneInfo(turn.person.ways.zone)).date()
    found = tasks.find_all(turn.person, TaskFilter(due=DueRange(None, today)), now=turn.now)
    due = [task for task in found if is_today(task, now=turn.now, ways=turn.person.ways)]
    plan = day_plan(due, ways=turn.person.ways)
    show(turn, plan)
    return tasks_widget(About("plan", tuple(task.id for task in plan[:SHOWN]), len(plan)), turn) if plan else None


def changed_list(turn: Turn) -> Card | None:
    """The tasks this message changed, with what can be done about each, and one Undo for all."""
    if not turn.touched or not activity.changed_by(turn.person, turn.message_id):
        return None
    ids = tuple(turn.touched)
    return tasks_widget(About("changed", ids[:SHOWN], len(ids), turn.message_id), turn)


def tasks_widget(about: About, turn: Turn) -> Card:
    """A list of tasks as they stand now; what has gone for good is left out."""
    wanted = TaskFilter(status=None, ids=about.ids)
    there = {task.id: task for task in tasks.find_all(turn.person, wanted, now=turn.now)}
    there |= {t.id: t for t in tasks.find_all(turn.person, replace(wanted, trashed=True), now=turn.now)}
    rows = [there[task_id] for task_id in about.ids if task_id in there]
    heading = _heading(about, rows, turn)
    widget: Widget = {
        "type": "ListView",
        "key": about.kind,
        "status": {"text": heading},
        "limit": OPEN_ROWS,
        "about": asdict(about) | {"ids": list(about.ids)},
        "children": [_item(task, about, turn) for task in rows],
    }
    if about.group:
        widget["children"].append({"type": "ListViewItem", "key": "undo", "children": [_undo(about.group)]})
    return Card(widget, "\n".join((heading, *(f"- {_line(task, turn)}" for task in rows))))


def made_anew(widget: Widget, turn: Turn) -> Card | None:
    """A list of tasks after something was done to one of them; None for any other widget."""
    about = widget.get("about")
    if not isinstance(about, dict):
        return None
    return tasks_widget(About(about["kind"], tuple(about["ids"]), about["total"], about["group"]), turn)


def _heading(about: About, rows: list[Task], turn: Turn) -> str:
    if about.kind == "plan":
        today = turn.now.astimezone(ZoneInfo(turn.person.ways.zone)).date()
        late = sum(task.is_overdue(turn.now, turn.person.ways.zone) for task in rows)
        return f"Your day, {say_day(today, now=turn.now, ways=turn.person.ways)}{f' · {late} overdue' if late else ''}"
    shown = f"{len(about.ids)} of {count(about.total, 'task')}" if about.total > len(about.ids) else ""
    return shown or f"{count(about.total, 'task')}{' changed' if about.kind == 'changed' else ''}"


def _item(task: Task, about: About, turn: Turn) -> Widget:
    """One task: complete or open again at its left, its title opens it where the client can."""
    small: list[Widget] = [{"type": "Text", "value": task.title, "size": "sm", "lineThrough": not _is_open(task)}]
    if words := _when(task, turn):
        tone = due_tone(task.due, Status.OPEN, turn.now, turn.person.ways.zone)
        small.append({"type": "Caption", "value": words, "tone": tone})
    children = [{"type": "Col", "gap": 0, "flex": 1, "children": small}]
    if task.deleted is None:
        children.insert(0, _tick(task))
    opening = {"type": "task.open", "payload": {"id": task.id}, "handler": "client"}
    return {"type": "ListViewItem", "key": task.id, "gap": 2, "onClickAction": opening, "children": children}


def _is_open(task: Task) -> bool:
    return task.status is Status.OPEN and task.deleted is None


def _tick(task: Task) -> Widget:
    is_open = _is_open(task)
    kind, icon, label = ("complete", "circle", "Complete") if is_open else ("reopen", "circle-check", "Open again")
    return _button(label, f"task.{kind}", {"id": task.id}, iconStart=f"lucide:{icon}", size="sm", variant="ghost")


def _undo(group: str) -> Widget:
    return _button("Undo", "task.undo", {"group": group}, size="sm", variant="ghost")


def _when(task: Task, turn: Turn) -> str:
    """What stands under a title: "Overdue by 2 days · #work"."""
    ways = turn.person.ways
    late = task.is_overdue(turn.now, ways.zone)
    due = (say_due if late else short_due)(task.due, now=turn.now, ways=ways)
    where = "In the trash" if task.deleted else ""
    return " · ".join(part for part in (where, due, " ".join(f"#{tag}" for tag in task.tags)) if part)


def _line(task: Task, turn: Turn) -> str:
    when = _when(task, turn)
    return f"{task.title} ({when})" if when else task.title


def _along(number: int) -> str:
    return f"{count(number, 'subtask')} {'goes' if number == 1 else 'go'} too." if number else ""


def _clock(moment: datetime, turn: Turn) -> str:
    ways = turn.person.ways
    return say_clock(moment.astimezone(ZoneInfo(ways.zone)).time(), ways)


def _rows(waits: Waits, turn: Turn) -> list[Widget]:
    if waits.tool == PLAN:
        return plan_rows(waits, turn)
    if waits.tool in remembering.WAYS:
        return [{"type": "Text", "value": said, "size": "sm"} for said in remembering.of_card(waits, turn)]
    found = tasks.find_all(turn.person, TaskFilter(status=None, ids=waits.ids), now=turn.now)
    edits = edits_of(waits)
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


def _answers(question: Confirmation, waiting: list[Waits], *, danger: bool) -> list[Widget]:
    number = sum(len(one.ids) for one in waiting)
    label = do_button(waiting[0].tool, number) if len(waiting) == 1 else f"Do all {number}"
    return [
        _answer(label, "confirmation.confirm", question.id, color="danger" if danger else "primary", variant="solid"),
        _answer(drop_button(waiting[0].tool, number), "confirmation.cancel", question.id, variant="outline"),
    ]


def _answer(label: str, action: str, question_id: str, *, color: str = "secondary", variant: str) -> Widget:
    on_click = {"type": action, "payload": {"id": question_id}, "handler": "server", "loadingBehavior": "container"}
    return {"type": "Button", "label": label, "onClickAction": on_click, "color": color, "variant": variant}


def _button(label: str, action: str, payload: dict[str, str], **looks: str) -> Widget:
    """It works beside a running answer too, so it asks for no stream."""
    on_click = {"type": action, "payload": payload, "handler": "server", "loadingBehavior": "self", "streaming": False}
    return {"type": "Button", "label": label, "onClickAction": on_click, "color": "secondary"} | looks
