"""A task as programs write it, strictly read, and what is answered beside the task itself (section W)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from taskchat.domain.bounds import read_priority
from taskchat.domain.dates import from_wire
from taskchat.domain.plain import encode
from taskchat.domain.task import Draft, Due, Edit, Priority, Status, Undone
from taskchat.errors import Invalid
from taskchat.services.seen import Clashing
from taskchat.web.entry import is_zone

READ_ONLY = frozenset(("id", "created", "updated", "completed", "series_id", "sample", "deleted"))
ERASED: Mapping[str, object] = {"description": "", "tags": (), "priority": Priority.MEDIUM, "after_completion": False}
"""What null means for fields that always have a value; null erases the other ones (T-08)."""
NEVER_NULL = frozenset(("title", "position"))


def encode_undone(undone: Undone) -> dict[str, Any]:
    clashes = [
        {"task_id": c.task_id, "title": c.title, "field": c.field, "now": c.value_now, "then": c.value_then}
        for c in undone.clashes
    ]
    return {"tasks": list(undone.tasks), "words": undone.words, "clashes": clashes}


def encode_clashing(clashing: Clashing, sent: Mapping[str, Any], zone: str) -> dict[str, Any]:
    """What was sent beside what stands there now, field by field, and the task as it is."""
    task = encode(clashing.task, zone)
    both = [{"field": name, "yours": sent.get(name), "now": task.get(name)} for name in clashing.fields]
    return {"error": {"code": clashing.code, "message": clashing.message, "clashes": both}, "task": task}


def take_seen(sent: dict[str, Any]) -> datetime | None:
    """Takes `expected_updated` out of what was sent: the `updated` of the task as the sender last saw it."""
    said = sent.pop("expected_updated", None)
    if said is None:
        return None
    try:
        return datetime.fromisoformat(said).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise Invalid("“expected_updated” must be what “updated” of the task said.", "expected_updated") from None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text without an offset is read by: the person's zone, and the moment of asking."""

    zone: str
    now: datetime


def decode_draft(sent: Mapping[str, Any], reading: Reading) -> tuple[Draft, Status]:
    """A new task, and whether it is done already."""
    read = _read({name: value for name, value in sent.items() if value is not None or name in NEVER_NULL}, reading)
    if "title" not in read:
        raise Invalid("A task needs a title.", "title")
    if "position" in read:
        raise Invalid("A new task finds its own position.", "position")
    status = read.pop("status", Status.OPEN)
    return Draft(**read), status


def decode_edit(sent: Mapping[str, Any], reading: Reading) -> tuple[Edit, Status | None]:
    """What is to change, and into which status; None = as it is."""
    read = _read(sent, reading)
    status = read.pop("status", None)
    return Edit(**read), status


def _read(sent: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    for name in sent:
        _check_name(name)
    own = _zone(sent, reading)
    return {name: _value(name, value, own) for name, value in sent.items() if name != "zone"}


def _check_name(name: str) -> None:
    if name in READ_ONLY:
        raise Invalid(f"“{name}” cannot be set.", name)
    if name not in READERS and name != "zone":
        raise Invalid(f"A task has no field “{name[:50]}”.", name[:50])


def _zone(sent: Mapping[str, Any], reading: Reading) -> Reading:
    """`zone` says by which clock `due` is meant; alone it means nothing."""
    zone = sent.get("zone")
    if zone is None:
        return reading
    if not isinstance(zone, str) or not is_zone(zone):
        raise Invalid("There is no such time zone.", "zone")
    if "due" not in sent:
        raise Invalid("A zone goes with a due date. Send both.", "zone")
    return Reading(zone, reading.now)


def _value(name: str, value: Any, reading: Reading) -> object:
    if value is None:
        if name in NEVER_NULL or name == "status":
            raise Invalid(f"“{name}” cannot be erased.", name)
        return ERASED.get(name)
    return READERS[name](name, value, reading)


def _text(name: str, value: Any, _reading: Reading) -> str:
    if not isinstance(value, str):
        raise Invalid(f"“{name}” must be text.", name)
    return value


def _minutes(name: str, value: Any, _reading: Reading) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Invalid(f"“{name}” must be a whole number of minutes.", name)
    return value


def _flag(name: str, value: Any, _reading: Reading) -> bool:
    if not isinstance(value, bool):
        raise Invalid(f"“{name}” must be true or false.", name)
    return value


def _tags(name: str, value: Any, _reading: Reading) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise Invalid("“tags” must be a list of texts.", name)
    return tuple(value)


def _day(name: str, value: Any, reading: Reading) -> date:
    return read_day(_text(name, value, reading), name)


def _due(name: str, value: Any, reading: Reading) -> Due:
    return from_wire(_text(name, value, reading), reading.zone, reading.now)


def _priority(name: str, value: Any, reading: Reading) -> Priority:
    return read_priority(_text(name, value, reading))


def _status(name: str, value: Any, reading: Reading) -> Status:
    said = _text(name, value, reading)
    if said not in set(Status):
        raise Invalid("“status” must be open or done.", name)
    return Status(said)


def read_day(text: str, field: str) -> date:
    """Exactly YYYY-MM-DD."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Invalid(f"“{field}” must be a day such as 2026-03-02.", field) from None
    if text != day.isoformat():
        raise Invalid(f"“{field}” must be a day such as 2026-03-02.", field)
    return day


READERS: Mapping[str, Callable[[str, Any, Reading], object]] = {
    "title": _text,
    "description": _text,
    "status": _status,
    "priority": _priority,
    "tags": _tags,
    "start": _day,
    "due": _due,
    "estimate_minutes": _minutes,
    "reminder_minutes": _minutes,
    "rrule": _text,
    "after_completion": _flag,
    "list": _text,
    "section": _text,
    "parent_id": _text,
    "position": _text,
}
