"""A task made of little, for tests that need no database: Saturday 21 November 2026, 11:00 in Berlin."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from taskchat.domain.person import Ways
from taskchat.domain.task import Due, Priority, Status, Task

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")


def task(title: str, due: str | None = None, **fields: Any) -> Task:
    """`due` is "2026-11-21" or "2026-11-21T17:00", on the clock of Berlin; its id is its title."""
    plain = Task(
        id=title, title=title, description="", status=Status.OPEN, priority=Priority.MEDIUM, tags=(), start=None,
        due=due_of(due), estimate_minutes=None, reminder_minutes=None, rrule=None, series_id=None,
        after_completion=False, list=None, section=None, parent_id=None, position="a", sample=False, created=NOW,
        updated=NOW, completed=None,
    )  # fmt: skip
    return replace(plain, **fields)


def due_of(text: str | None) -> Due | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    if "T" in text:
        return Due.moment(moment.date(), moment.time(), "Europe/Berlin")
    return Due(on=moment.date(), zone="Europe/Berlin")
