"""What a tool says about tasks: short JSON for the model, a person's own words in `data` fields only (U-01)."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from taskchat.assistant.context import Turn
from taskchat.domain.dates import wire
from taskchat.domain.filters import TaskFilter
from taskchat.domain.recurrence import say_repeat
from taskchat.domain.task import Priority, Status, Task
from taskchat.domain.words import full_date
from taskchat.services import activity, tasks
from taskchat.services.activity import Call

Told = dict[str, object]
"""One JSON object on its way to the model."""
SENTENCES = ("ask", "error", "words")
"""Names under which a result says something in words."""
QUOTED = re.compile("“.*”", re.DOTALL)
"""From the first quotation mark to the last one: a title may have some of its own."""
ELSEWHERE = "“…”"


def told(task: Task, turn: Turn, number: int | None = None) -> Told:
    """One task; what is empty or the unmarked default is left out."""
    said: Told = {
        "n": number,
        "id": task.id,
        "data": _filled(
            {
                "title": task.title,
                "tags": list(task.tags),
                "list": task.list,
                "section": task.section,
                "notes": task.description,
            }
        ),
        "status": "done" if task.status is Status.DONE else None,
        "due": wire(task.due) if task.due else None,
        "due_words": _full_date(task, turn),
        "overdue": task.is_overdue(turn.now, turn.person.ways.zone) or None,
        "priority": task.priority if task.priority is not Priority.MEDIUM else None,
        "reminder_minutes": task.reminder_minutes,
        "repeats": say_repeat(task.rrule, task.after_completion) if task.rrule else None,
    }
    return _filled(said)


def told_all(some: Iterable[Task], turn: Turn) -> list[Told]:
    return [told(task, turn, number) for number, task in enumerate(some, 1)]


def told_done(done: Sequence[Task], turn: Turn) -> list[Told]:
    """Completed ones, and when those that repeat come back."""
    ids = tuple(task.next_id for task in done if task.next_id)
    found = tasks.find(turn.person, TaskFilter(ids=ids), limit=100, now=turn.now).tasks if ids else ()
    coming = {task.id: task for task in found}
    return [
        said | _filled({"next": _full_date(coming[task.next_id], turn) if task.next_id in coming else None})
        for said, task in zip(told_all(done, turn), done, strict=True)
    ]


def _full_date(task: Task, turn: Turn) -> str | None:
    return full_date(task.due, now=turn.now, ways=turn.person.ways) if task.due else None


def set_apart(result: Told) -> Told:
    """With what a sentence quotes, which people wrote, in a data field of the same name; “…” stays in its place."""
    said = {name: str(result[name]) for name in SENTENCES if name in result}
    quoted = {name: found[0][1:-1] for name, text in said.items() if (found := QUOTED.search(text))}
    if not quoted:
        return result
    sentences = {name: QUOTED.sub(ELSEWHERE, said[name]) for name in quoted}
    return result | sentences | {"data": _data(result) | quoted}


def put_together(result: Told) -> Told:
    """The same for who reads it to a person: the sentences whole again."""
    data = _data(result)
    whole = {n: str(result[n]).replace(ELSEWHERE, f"“{data[n]}”", 1) for n in SENTENCES if n in result and n in data}
    return result | whole


def _data(result: Told) -> dict[str, Any]:
    data = result.get("data")
    return data if isinstance(data, dict) else {}


def title_of(told_task: Told) -> str:
    data = told_task.get("data")
    return str(data.get("title", "")) if isinstance(data, dict) else ""


def first_time(turn: Turn, task: Task) -> Told:
    """Once a person: whose clock the times are on, with the first task that has a time (look, 1:45)."""
    if task.due is None or task.due.at is None or any(_had_time(call) for call in activity.calls(turn.person, 200)):
        return {}
    place = turn.person.ways.zone.rpartition("/")[2].replace("_", " ")
    return {"times": f"Times are {place} time." if place != "UTC" else "Times are UTC."}


def _had_time(call: Call) -> bool:
    return call.outcome == "done" and '"due"' in call.arguments


def _filled(said: Told) -> Told:
    return {name: value for name, value in said.items() if value is not None and value not in ("", [])}
