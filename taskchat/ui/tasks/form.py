"""The fields of a task as a form shows them, and what a sent form changes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.domain.person import Ways
from taskchat.domain.recurrence import read_rule, say_rule
from taskchat.domain.task import Due, Edit, Priority, Task
from taskchat.domain.words import say_minutes
from taskchat.errors import Invalid

REMINDERS = {
    "": "No reminder", "0": "When it is due", "5": "5 minutes before", "15": "15 minutes before",
    "30": "30 minutes before", "60": "1 hour before", "120": "2 hours before", "360": "6 hours before",
    "1440": "1 day before", "2880": "2 days before",
}  # fmt: skip
PRIORITIES = {"high": "High", "medium": "Medium", "low": "Low"}


@dataclass(frozen=True)
class Fields:
    """Text as it stands in the form."""

    title: str = ""
    description: str = ""
    due_on: str = ""
    due_at: str = ""
    priority: str = "medium"
    tags: str = ""
    list: str = ""
    repeat: str = ""
    reminder: str = ""
    other_reminder: str = ""
    """The same in words, where it is none of REMINDERS: it came through quick add, the chat or a program (R-01)."""


def fields_of(task: Task) -> Fields:
    local = task.due.local if task.due else None
    return Fields(
        title=task.title,
        description=task.description,
        due_on=task.due.on.isoformat() if task.due else "",
        due_at=f"{local:%H:%M}" if local else "",
        priority=task.priority.value,
        tags=", ".join(task.tags),
        list=task.list or "",
        repeat=say_rule(task.rrule) if task.rrule else "",
        reminder=(reminder := "" if task.reminder_minutes is None else str(task.reminder_minutes)),
        other_reminder="" if reminder in REMINDERS else f"{say_minutes(int(reminder))} before",
    )


def changed(was: Fields, form: Mapping[str, Any], *, now: datetime, ways: Ways) -> Edit:
    """Only what the person changed; Invalid names the field that cannot be read."""
    said = {name: str(form.get(name, value)) for name, value in asdict(was).items()}
    new = {name for name, value in asdict(was).items() if said[name].strip() != value.strip()}
    edit: dict[str, Any] = {name: said[name] for name in new & {"title", "description"}}
    if new & {"due_on", "due_at"}:
        edit["due"] = _due(said["due_on"], said["due_at"], now, ways)
    if "priority" in new:
        edit["priority"] = Priority(said["priority"]) if said["priority"] in PRIORITIES else Priority.MEDIUM
    if "tags" in new:
        edit["tags"] = tuple(tag.strip().lstrip("#") for tag in said["tags"].split(",") if tag.strip(" #"))
    if "list" in new:
        edit["list"] = said["list"].strip() or None
    if "repeat" in new:
        edit["rrule"] = _rule(said["repeat"], now, ways)
    if "reminder" in new:
        edit["reminder_minutes"] = int(said["reminder"]) if said["reminder"] in REMINDERS.keys() - {""} else None
    return Edit(**edit)


def _due(day: str, clock: str, now: datetime, ways: Ways) -> Due | None:
    """A time alone is today's."""
    if not day and not clock:
        return None
    try:
        on = date.fromisoformat(day) if day else now.astimezone(ZoneInfo(ways.zone)).date()
        return Due.moment(on, time.fromisoformat(clock), ways.zone) if clock else Due(on=on, zone=ways.zone)
    except ValueError:
        raise Invalid("There is no such day.", "due") from None


def _rule(said: str, now: datetime, ways: Ways) -> str | None:
    if not said.strip():
        return None
    rule = read_rule(said, now=now, ways=ways)
    if rule is None:
        raise Invalid("That cannot be understood. For example: every Monday, every 2 weeks.", "rrule")
    return rule
