"""The fields of a task as a form shows them, and what a sent form changes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.domain.person import Ways
from taskchat.domain.recurrence import Repeat, first_due, read_repeat, say_repeat
from taskchat.domain.task import Due, Edit, Priority, Task
from taskchat.domain.words import say_minutes
from taskchat.errors import Invalid

REMINDERS = {
    "": "No reminder", "0": "When it is due", "5": "5 minutes before", "15": "15 minutes before",
    "30": "30 minutes before", "60": "1 hour before", "120": "2 hours before", "360": "6 hours before",
    "1440": "1 day before", "2880": "2 days before",
}  # fmt: skip
PRIORITIES = {"high": "High", "medium": "Medium", "low": "Low"}
NO_DAY = "There is no such day."


@dataclass(frozen=True)
class Fields:
    """Text as it stands in the form."""

    title: str = ""
    description: str = ""
    due_on: str = ""
    due_at: str = ""
    start: str = ""
    priority: str = "medium"
    tags: str = ""
    list: str = ""
    section: str = ""
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
        start=task.start.isoformat() if task.start else "",
        priority=task.priority.value,
        tags=", ".join(task.tags),
        list=task.list or "",
        section=task.section or "",
        repeat=say_repeat(task.rrule, task.after_completion) if task.rrule else "",
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
    if "start" in new:
        edit["start"] = _day(said["start"], "start") if said["start"] else None
    if "priority" in new:
        edit["priority"] = Priority(said["priority"]) if said["priority"] in PRIORITIES else Priority.MEDIUM
    if "tags" in new:
        edit["tags"] = tuple(tag.strip().lstrip("#") for tag in said["tags"].split(",") if tag.strip(" #"))
    if "list" in new:
        edit["list"] = said["list"].strip() or None
    if "section" in new:
        edit["section"] = said["section"].strip() or None
    if "repeat" in new:
        edit |= _repeating(said, now, ways)
    if "reminder" in new:
        edit["reminder_minutes"] = int(said["reminder"]) if said["reminder"] in REMINDERS.keys() - {""} else None
    return Edit(**edit)


def _due(day: str, clock: str, now: datetime, ways: Ways) -> Due | None:
    """A time alone is today's."""
    if not day and not clock:
        return None
    on = _day(day, "due") if day else now.astimezone(ZoneInfo(ways.zone)).date()
    try:
        return Due.moment(on, time.fromisoformat(clock), ways.zone) if clock else Due(on=on, zone=ways.zone)
    except ValueError:
        raise Invalid(NO_DAY, "due") from None


def _day(said: str, field: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Invalid(NO_DAY, field) from None


def _repeating(said: Mapping[str, str], now: datetime, ways: Ways) -> dict[str, Any]:
    """Where no date stands in the form, it begins on the first day of its rule."""
    repeat = repeat_of(said["repeat"], now, ways)
    fields = {"rrule": repeat and repeat.rule, "after_completion": bool(repeat and repeat.after_completion)}
    if repeat is None or said["due_on"] or said["due_at"]:
        return fields
    return fields | {"due": first_due(repeat, now=now, ways=ways)}


def repeat_of(said: str, now: datetime, ways: Ways) -> Repeat | None:
    """None where nothing is said. Raises Invalid for what cannot be understood."""
    if not said.strip():
        return None
    repeat = read_repeat(said, now=now, ways=ways)
    if repeat is None:
        raise Invalid("That cannot be understood. For example: every Monday, every 2 weeks.", "rrule")
    return repeat


LABELS = {
    "due": ("Due", ("due_on", "due_at")),
    "rrule": ("Repeat", ("repeat",)),
    "reminder_minutes": ("Reminder", ("reminder",)),
}
"""Fields of a task that the form calls otherwise."""


def label_and_values(name: str, *forms: Mapping[str, Any]) -> tuple[str, ...]:
    """What a field is called, and what stands in it in each of these forms."""
    label, parts = LABELS.get(name, (name.capitalize(), (name,)))
    return label, *(" ".join(filter(None, (str(form.get(part, "")) for part in parts))) or "none" for form in forms)
