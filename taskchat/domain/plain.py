"""A task as programs read it (section W): over HTTP, and in what a person exports."""

from typing import Any

from taskchat.domain.dates import wire
from taskchat.domain.task import Task


def encode(task: Task, zone: str) -> dict[str, Any]:
    """`zone` is the person's own, told where the task has no due date with a zone of its own."""
    return {
        "id": task.id,
        "title": task.title,
        "description": task.description,
        "status": task.status,
        "priority": task.priority,
        "tags": list(task.tags),
        "start": task.start.isoformat() if task.start else None,
        "due": wire(task.due) if task.due else None,
        "zone": task.due.zone if task.due else zone,
        "estimate_minutes": task.estimate_minutes,
        "reminder_minutes": task.reminder_minutes,
        "rrule": task.rrule,
        "after_completion": task.after_completion,
        "list": task.list,
        "section": task.section,
        "parent_id": task.parent_id,
        "position": task.position,
        "created": task.created.isoformat(),
        "updated": task.updated.isoformat(),
        "completed": task.completed.isoformat() if task.completed else None,
    }
