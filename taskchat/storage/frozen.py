"""A frozen task as JSON and back: what activity keeps, so that undo knows what was."""

import json
from dataclasses import asdict, fields
from datetime import date, datetime, time
from typing import Any

from taskchat.domain.task import Due, Priority, Status, Task

FIELDS = frozenset(f.name for f in fields(Task))
MOMENTS = ("created", "updated", "completed", "deleted")


def to_json(task: Task | None) -> str | None:
    return None if task is None else json.dumps(asdict(task), default=_plain, ensure_ascii=False)


def _plain(value: date | time) -> str:
    return value.isoformat()


def from_json(text: str | None) -> Task | None:
    """Fields that later versions dropped are left out."""
    if text is None:
        return None
    kept: dict[str, Any] = {name: value for name, value in json.loads(text).items() if name in FIELDS}
    due = kept["due"]
    kept |= {name: kept[name] and datetime.fromisoformat(kept[name]) for name in MOMENTS}
    kept |= {
        "status": Status(kept["status"]),
        "priority": Priority(kept["priority"]),
        "tags": tuple(kept["tags"]),
        "attachments": tuple(kept.get("attachments", ())),
        "start": kept["start"] and date.fromisoformat(kept["start"]),
        "due": due and _due(due),
    }
    return Task(**kept)


def _due(kept: dict[str, Any]) -> Due:
    at, clock = kept["at"], kept.get("clock")
    return Due(
        on=date.fromisoformat(kept["on"]),
        zone=kept["zone"],
        at=at and datetime.fromisoformat(at),
        clock=clock and time.fromisoformat(clock),
    )
