"""What a tool says about tasks: short JSON for the model, a person's own words in `data` fields only (U-01)."""

from collections.abc import Iterable

from taskchat.assistant.context import Turn
from taskchat.domain.dates import wire
from taskchat.domain.recurrence import say_rule
from taskchat.domain.task import Priority, Status, Task
from taskchat.domain.words import full_date

Told = dict[str, object]
"""One JSON object on its way to the model."""


def told(task: Task, turn: Turn, number: int | None = None) -> Told:
    """One task; what is empty or the unmarked default is left out."""
    said: Told = {
        "n": number,
        "id": task.id,
        "data": _filled({"title": task.title, "tags": list(task.tags), "list": task.list, "notes": task.description}),
        "status": "done" if task.status is Status.DONE else None,
        "due": wire(task.due) if task.due else None,
        "due_words": full_date(task.due, now=turn.now, ways=turn.person.ways) if task.due else None,
        "overdue": task.is_overdue(turn.now, turn.person.ways.zone) or None,
        "priority": task.priority if task.priority is not Priority.MEDIUM else None,
        "reminder_minutes": task.reminder_minutes,
        "repeats": say_rule(task.rrule) if task.rrule else None,
    }
    return _filled(said)


def told_all(tasks: Iterable[Task], turn: Turn) -> list[Told]:
    return [told(task, turn, number) for number, task in enumerate(tasks, 1)]


def title_of(told_task: Told) -> str:
    data = told_task.get("data")
    return str(data.get("title", "")) if isinstance(data, dict) else ""


def _filled(said: Told) -> Told:
    return {name: value for name, value in said.items() if value is not None and value not in ("", [])}
