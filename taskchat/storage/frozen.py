"""A frozen task, list or what else can be undone as JSON and back: what activity keeps, so that undo knows what was."""

import json
from dataclasses import asdict, fields
from datetime import date, datetime, time
from typing import Any

from taskchat.domain.lists import KINDS, TemplateTask, Thing
from taskchat.domain.preferences import Kind
from taskchat.domain.task import Due, Priority, Status, Task

FIELDS = frozenset(f.name for f in fields(Task))
MOMENTS = ("created", "updated", "completed", "deleted")


def to_json(kept: Task | Thing | None) -> str | None:
    return None if kept is None else json.dumps(asdict(kept), default=_plain, ensure_ascii=False)


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


def thing_from_json(kind: str, text: str | None) -> Thing | None:
    if text is None:
        return None
    names = {f.name for f in fields(KINDS[kind])}
    kept: dict[str, Any] = {name: value for name, value in json.loads(text).items() if name in names}
    kept |= {name: value and datetime.fromisoformat(value) for name, value in kept.items() if name in THING_MOMENTS}
    if kind == "template":
        kept |= {"tasks": template_tasks(kept["tasks"]), "sections": tuple(kept["sections"])}
    if kind == "preference":
        kept |= {"kind": Kind(kept["kind"])}
    return KINDS[kind](**kept)


THING_MOMENTS = ("created", "archived")


def template_tasks(kept: list[dict[str, Any]]) -> tuple[TemplateTask, ...]:
    return tuple(
        TemplateTask(**{**task, "priority": Priority(task["priority"]), "tags": tuple(task["tags"])}) for task in kept
    )
