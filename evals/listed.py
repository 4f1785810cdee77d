"""Tasks as plain values, as files of lines and scenarios write them, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from fractional_indexing import generate_n_keys_between

from evals.lines import said_due, zone_of
from taskchat.domain.bounds import checked_draft, read_priority
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Status, Task
from taskchat.errors import Invalid
from taskchat.storage.database import Session
from taskchat.storage.ids import new_id
from taskchat.storage.incoming import Newcomer, Spot, insert_all, spots

BY = By("there-before")
INBOX = Spot(None, None, None, None)
APART = timedelta(minutes=1)
"""Between two tasks that were there before: the last of them was made last."""
DEFAULTS: dict[str, Any] = {
    "title": "", "due": None, "priority": "medium", "tags": [], "status": "open", "list": None, "rrule": None,
    "after_completion": False, "reminder_minutes": None, "description": "", "parent": None,
}  # fmt: skip
"""Every field of a task, and what it is where nothing is said."""
FORM = '{"title": "…", "due": "2026-03-02T17:00:00", "priority": "high", "tags": ["…"], "status": "open"}'


@dataclass(frozen=True, slots=True)
class There:
    """A task that is there before anything is said; `parent` is the title of one before it."""

    draft: Draft
    done: bool = False
    parent: str | None = None


def there(said: object, *, now: datetime, zone: str) -> There:
    """Raises ValueError for what is no task, Invalid for one that TaskChat would not take."""
    if not isinstance(said, dict):
        raise ValueError(f"a task looks like {FORM}")
    told = DEFAULTS | {name: value for name, value in said.items() if name in DEFAULTS and value is not None}
    wrong = next((name for name, value in told.items() if not isinstance(value, KINDS.get(name, str | None))), "")
    if wrong or told["status"] not in {"open", "done"} or not all(isinstance(tag, str) for tag in told["tags"]):
        raise ValueError(f"the {wrong or 'status or a tag'} of a task cannot be read; a task looks like {FORM}")
    draft = Draft(
        title=told["title"],
        description=told["description"],
        due=due_of(told["due"], zone),
        priority=read_priority(told["priority"]),
        tags=tuple(told["tags"]),
        list=told["list"],
        rrule=told["rrule"],
        after_completion=told["after_completion"],
        reminder_minutes=told["reminder_minutes"],
    )
    return There(checked_draft(draft, now=now), told["status"] == "done", told["parent"])


KINDS: dict[str, Any] = {"tags": list, "after_completion": bool, "reminder_minutes": int | None, "due": object}


def due_of(said: object, zone: str) -> Due | None:
    """A day, a moment on the clock of the zone, or one with its own offset; None for none. Raises ValueError."""
    if said is None or said == "":
        return None
    text = said.isoformat() if isinstance(said, date) else str(said)
    try:
        if len(text) <= len("2026-03-02"):
            return Due(date.fromisoformat(text), zone)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"a task is due at a date or a time such as 2026-03-02T17:00:00, not {text!r}") from None
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone_of(zone))
    return Due.moment(moment.date(), moment.time(), zone)


def bring(person: Person, session: Session, tasks: Sequence[There], *, now: datetime) -> None:
    """All of them at once; each was made a minute after the one before it, the last a minute ago."""
    named = {(one.draft.list, None) for one in tasks if one.draft.list}
    places = {(None, None): INBOX} | (spots(person, session, named, now=now) if named else {})
    made: dict[str, Task] = {}
    newcomers: list[Newcomer] = []
    for number, (one, position) in enumerate(zip(tasks, generate_n_keys_between(None, None, len(tasks)), strict=True)):
        spot = places[one.draft.list, None]
        task = _task(one, spot, position, made, now - APART * (len(tasks) - number))
        made[task.title] = task
        newcomers.append(Newcomer(task, spot, ""))
    if newcomers:
        insert_all(person, session, newcomers, BY, now=now)


def _task(one: There, spot: Spot, position: str, made: dict[str, Task], at: datetime) -> Task:
    draft, task_id = one.draft, new_id()
    if one.parent is not None and one.parent not in made:
        raise Invalid(f"The task {one.parent!r}, which {draft.title!r} is part of, does not stand before it.")
    return Task(
        id=task_id,
        title=draft.title,
        description=draft.description,
        status=Status.DONE if one.done else Status.OPEN,
        priority=draft.priority,
        tags=draft.tags,
        start=None,
        due=draft.due,
        estimate_minutes=None,
        reminder_minutes=draft.reminder_minutes,
        rrule=draft.rrule,
        series_id=task_id if draft.rrule else None,
        after_completion=draft.after_completion,
        list=spot.list,
        section=None,
        parent_id=made[one.parent].id if one.parent is not None else None,
        position=position,
        sample=False,
        created=at,
        updated=at,
        completed=at if one.done else None,
    )


def plain(tasks: Sequence[Task]) -> list[dict[str, Any]]:
    """In the order in which they were made; `due` is a day, or the wall clock of its zone."""
    titles = {task.id: task.title for task in tasks}
    return [_plain(task, titles) for task in sorted(tasks, key=lambda task: task.id)]


def _plain(task: Task, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "title": task.title,
        "due": said_due(task.due),
        "priority": task.priority.value,
        "tags": list(task.tags),
        "status": task.status.value,
        "list": task.list,
        "rrule": task.rrule,
        "after_completion": task.after_completion,
        "reminder_minutes": task.reminder_minutes,
        "description": task.description,
        "parent": titles.get(task.parent_id or ""),
    }
