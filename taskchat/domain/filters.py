"""Which tasks somebody means: one filter grammar for the page, the tools and the wire (F-02 to F-04)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from taskchat.domain.days import Asked, day_of
from taskchat.domain.person import Ways
from taskchat.domain.task import Priority, Status, Task
from taskchat.domain.text import clean, folded


class DueWindow(StrEnum):
    TODAY = "today"
    WEEK = "week"
    OVERDUE = "overdue"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DueRange:
    """Both days belong to it; None = open on that side."""

    first: date | None
    last: date | None


class Sort(StrEnum):
    DUE = "due"
    DUE_LAST = "-due"
    PRIORITY = "priority"
    PRIORITY_LAST = "-priority"
    CREATED = "created"
    CREATED_LAST = "-created"
    UPDATED = "updated"
    UPDATED_LAST = "-updated"
    TITLE = "title"
    TITLE_LAST = "-title"
    MANUAL = "manual"
    MANUAL_LAST = "-manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """All parts combine with AND; several priorities are alternatives, several tags must all be there."""

    status: Status | None = Status.OPEN
    """None = both."""
    priorities: tuple[Priority, ...] = ()
    tags: tuple[str, ...] = ()
    due: DueWindow | DueRange | None = None
    list: str | None = None
    """A list's name; "" = Inbox, the tasks without a list."""
    reminder: bool = False
    recurring: bool = False
    begun: bool = False
    """Leaves out what has a start that is still ahead (T-01)."""
    words: str = ""
    """Search, 1–200 characters; "" = none."""
    phrases: tuple[str, ...] = ()
    """Each occurs as it stands, its spaces included."""
    also: tuple["TaskFilter", ...] = ()
    """What must match too."""
    without: tuple["TaskFilter", ...] = ()
    """What must not match."""
    ids: tuple[str, ...] | None = None
    trashed: bool = False
    """Only what lies in the trash."""


def due_bounds(window: DueWindow | DueRange, *, now: datetime, ways: Ways) -> DueRange:
    """The days of a window in the person's zone and week.

    OVERDUE reaches to today, of which only the moments before now belong to it; NONE has no days at all.
    """
    asked = Asked(now, ways)
    if isinstance(window, DueRange):
        return window
    if window is DueWindow.TODAY:
        return DueRange(asked.day, asked.day)
    if window is DueWindow.WEEK:
        return DueRange(asked.week, asked.week + timedelta(days=6))
    return DueRange(None, asked.day if window is DueWindow.OVERDUE else None)


def matches(task: Task, wanted: TaskFilter, *, now: datetime, ways: Ways) -> bool:
    """Whether a task belongs to what is wanted: the same answer that storage gives by query."""
    return (
        (task.deleted is not None) == wanted.trashed
        and wanted.status in {None, task.status}
        and (not wanted.priorities or task.priority in wanted.priorities)
        and {tag.casefold() for tag in wanted.tags} <= set(task.tags)
        and (wanted.list is None or folded(wanted.list) == folded(task.list or ""))
        and (not wanted.reminder or task.reminder_minutes is not None)
        and (not wanted.recurring or task.rrule is not None)
        and (not wanted.begun or task.start is None or task.start <= Asked(now, ways).day)
        and (wanted.ids is None or task.id in wanted.ids)
        and _has_words(task, wanted)
        and _is_due(task, wanted.due, now, ways)
        and all(matches(task, each, now=now, ways=ways) for each in beside(wanted, wanted.also))
        and not any(matches(task, each, now=now, ways=ways) for each in beside(wanted, wanted.without))
    )


def beside(wanted: TaskFilter, others: tuple[TaskFilter, ...]) -> tuple[TaskFilter, ...]:
    """The trash is all of it, or none."""
    return tuple(replace(other, trashed=wanted.trashed) for other in others)


def _has_words(task: Task, wanted: TaskFilter) -> bool:
    """F-03: every word occurs, in the title, the description or a tag."""
    text = folded("\n".join((task.title, task.description, *task.tags)))
    return all(said in text for said in searched(wanted))


def searched(wanted: TaskFilter) -> tuple[str, ...]:
    """What must occur in a task, as it is compared."""
    return (*folded(clean(wanted.words)).split(), *(folded(clean(phrase)) for phrase in wanted.phrases))


def seeks_words(wanted: TaskFilter) -> bool:
    """Whether it or any filter inside it does."""
    return bool(searched(wanted)) or any(map(seeks_words, (*wanted.also, *wanted.without)))


def _is_due(task: Task, window: DueWindow | DueRange | None, now: datetime, ways: Ways) -> bool:
    if window is None:
        return True
    if window is DueWindow.NONE or task.due is None:
        return window is DueWindow.NONE and task.due is None
    if window is DueWindow.OVERDUE:
        return task.is_overdue(now, ways.zone)
    days, on = due_bounds(window, now=now, ways=ways), day_of(task.due, ways.zone)
    return (days.first is None or days.first <= on) and (days.last is None or on <= days.last)
