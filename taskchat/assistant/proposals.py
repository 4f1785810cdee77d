"""What a proposal keeps until it is answered, and how its card shows it: ids and times, never a title (T-10)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.assistant.context import Turn, Waits
from taskchat.assistant.kept import edits_from_text, edits_to_text
from taskchat.domain.day_plan import DayPlan
from taskchat.domain.filters import TaskFilter
from taskchat.domain.task import Due, Edit, Task
from taskchat.domain.words import said_date, say_clock, say_due, say_minutes
from taskchat.services import tasks

EDITING = frozenset({"update_task", "suggest_dates", "suggest_tags"})
"""What waits under these names is one edit a task."""
PLAN = "plan_day"
NO_ROOM = "No room for:"


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan of a day: every task with the moment it begins, and what there is no room for."""

    order: tuple[tuple[str, datetime], ...]
    left: tuple[str, ...]


def plan_to_text(plan: DayPlan, zone: str) -> str:
    """With the edits that accepting it makes."""
    kept = {
        "edits": edits_to_text(plan.edits(zone)),
        "order": [[slot.task.id, slot.begins.isoformat()] for slot in plan.slots],
        "left": [task.id for task in plan.left],
    }
    return json.dumps(kept)


def plan_from_text(text: str) -> Kept:
    kept = json.loads(text)
    order = tuple((task_id, datetime.fromisoformat(begins)) for task_id, begins in kept["order"])
    return Kept(order, tuple(kept["left"]))


def edits_of(waits: Waits) -> dict[str, Edit]:
    """What a yes would set, by the id of the task; nothing where it is not about fields."""
    if waits.tool == PLAN:
        return edits_from_text(json.loads(waits.params)["edits"])
    return edits_from_text(waits.params) if waits.tool in EDITING else {}


def plan_rows(waits: Waits, turn: Turn) -> list[dict[str, Any]]:
    """The day, then all of it by time, what stays as it is too; then what is left."""
    kept = plan_from_text(waits.params)
    ids = (*(task_id for task_id, _ in kept.order), *kept.left)
    there = {t.id: t for t in tasks.find_all(turn.person, TaskFilter(status=None, ids=ids), now=turn.now)}
    rows = [
        _slot(there[task_id], begins, turn, moves=task_id in waits.ids)
        for task_id, begins in kept.order
        if task_id in there
    ]
    left = [{"type": "Text", "value": there[one].title, "size": "sm"} for one in kept.left if one in there]
    rest = [{"type": "Caption", "value": NO_ROOM}, {"type": "Col", "children": left}] if left else []
    return [{"type": "Caption", "value": _day(kept.order[0][1], turn)}, *rows, *rest]


def _day(begins: datetime, turn: Turn) -> str:
    """ "Tomorrow, Sun 22 Nov" """
    zone = turn.person.ways.zone
    return said_date(Due(begins.astimezone(ZoneInfo(zone)).date(), zone), now=turn.now, ways=turn.person.ways)


def _slot(task: Task, begins: datetime, turn: Turn, *, moves: bool) -> dict[str, Any]:
    ways = turn.person.ways
    clock = say_clock(begins.astimezone(ZoneInfo(ways.zone)).time(), ways)
    line = " · ".join(part for part in (task.title, *_details(task, turn, moves=moves)) if part)
    text = {"type": "Col", "flex": 1, "children": [{"type": "Text", "value": line, "size": "sm"}]}
    return {"type": "Row", "key": task.id, "gap": 2, "children": [{"type": "Caption", "value": clock}, text]}


def _details(task: Task, turn: Turn, *, moves: bool) -> tuple[str, ...]:
    """ "overdue by 2 days", "2 hours", "stays as it is" """
    ways = turn.person.ways
    due = say_due(task.due, now=turn.now, ways=ways) if task.is_overdue(turn.now, ways.zone) else ""
    length = say_minutes(task.estimate_minutes) if task.estimate_minutes else ""
    return (due.lower() if task.due else "no date yet"), length, "" if moves else "stays as it is"
