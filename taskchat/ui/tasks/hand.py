"""A person's hand on their tasks: when it acts, under which group, and moving a task to another day."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from taskchat.domain.dates import read_when
from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Task
from taskchat.services import tasks


def moment() -> datetime:
    """Now: the page is a door, and doors read the clock."""
    return datetime.now(UTC)


def by_hand() -> By:
    """Each click is a group of its own, so that Undo takes back just that click."""
    return By(group=uuid4().hex)


def move(person: Person, task_id: str, to: str, *, by: By, now: datetime) -> Task:
    """Blocking: gives the task the day `to` says in words, and keeps its time; "" takes the date away."""
    local = due.local if (due := tasks.get(person, task_id).due) else None
    when = read_when(to, now=now, ways=person.ways) if to else None
    moved = None
    if when is not None:
        moved = replace(when, clock=local.time() if local else None).due(person.ways.zone)
    return tasks.edit(person, task_id, Edit(due=moved), by=by, now=now)
