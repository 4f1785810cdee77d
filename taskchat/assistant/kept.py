"""An edit as JSON text, kept exactly as it was asked until the person answers (C-06)."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from taskchat.domain.task import Due, Edit, Priority


def edits_to_text(edits: Mapping[str, Edit]) -> str:
    """Task id → edit; dates are resolved, so that "tomorrow" stays the day it was asked for."""
    return json.dumps(
        {task_id: {name: _plain(value) for name, value in edit.sent().items()} for task_id, edit in edits.items()}
    )


def edits_from_text(text: str) -> dict[str, Edit]:
    return {
        task_id: Edit(**{n: _value(n, v) for n, v in fields.items()}) for task_id, fields in json.loads(text).items()
    }


def _plain(value: object) -> object:
    if isinstance(value, Due):
        return {name: str(part) if part is not None else None for name, part in asdict(value).items()}
    return str(value) if isinstance(value, date) else value


def _value(name: str, value: Any) -> Any:
    if name == "due" and value is not None:
        at = datetime.fromisoformat(value["at"]) if value["at"] else None
        clock = time.fromisoformat(value["clock"]) if value.get("clock") else None
        return Due(date.fromisoformat(value["on"]), value["zone"], at, clock)
    if name == "start" and value is not None:
        return date.fromisoformat(value)
    if name == "tags":
        return tuple(value or ())
    return Priority(value) if name == "priority" else value
