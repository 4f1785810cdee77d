"""What is to become of several tasks at once, and what came of it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from taskchat.domain.bounds import TAGS, checked_day, checked_edit, checked_tag
from taskchat.domain.task import KEEP, Due, Edit, Keep, Task
from taskchat.errors import Conflict, Invalid, TaskChatError

MOST = 10_000
"""Tasks of one change: all of a very full list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One edit for all of them, and what depends on what each of them has.

    `day`: another day, at the time of day the task has; None takes the date away, KEEP leaves it.
    """

    edit: Edit = field(default_factory=Edit)
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    day: date | Keep | None = KEEP

    def applied_to(self, task: Task, *, zone: str) -> Task:
        """The task as it is to be; a date that was none before is in `zone`. Raises Invalid."""
        wanted = replace(self.edit.applied_to(task), tags=self._tags(task.tags))
        return wanted if isinstance(self.day, Keep) else replace(wanted, due=_on(self.day, wanted.due, zone))

    def _tags(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        kept = tuple(tag for tag in dict.fromkeys((*tags, *self.add_tags)) if tag not in self.remove_tags)
        if len(kept) > max(TAGS, len(tags)):
            raise Invalid(f"A task has {TAGS} tags at most; it would have {len(kept)}.", field="add_tags")
        return kept


def checked_changes(changes: Changes, *, now: datetime, zone: str) -> Changes:
    """In their stored spelling. Raises Invalid with the field that is wrong."""
    return Changes(
        edit=checked_edit(changes.edit, now=now),
        add_tags=tuple(map(checked_tag, changes.add_tags)),
        remove_tags=tuple(map(checked_tag, changes.remove_tags)),
        day=checked_day(changes.day, now=now, zone=zone, field="day") if isinstance(changes.day, date) else changes.day,
    )


def _on(day: date | None, due: Due | None, zone: str) -> Due | None:
    if day is None:
        return None
    if due is None or due.wall is None:
        return Due(on=day, zone=due.zone if due else zone)
    return Due.moment(day, due.wall, due.zone)


@dataclass(frozen=True, slots=True)
class Refused:
    """One that stayed as it was, and why."""

    task_id: str
    error: TaskChatError


@dataclass(frozen=True, slots=True)
class Several:
    """The tasks that changed, and those that could not; what was so already is in neither."""

    tasks: tuple[Task, ...]
    refused: tuple[Refused, ...] = ()


class NotAll(Conflict):
    """Nothing was changed, because not all of them could be."""

    code = "not_all"

    def __init__(self, refused: tuple[Refused, ...]) -> None:
        super().__init__(f"Nothing was changed: {len(refused)} of these tasks cannot be. {refused[0].error.message}")
        self.refused = refused
