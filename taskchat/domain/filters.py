"""Which tasks somebody means: one filter grammar for the page, the tools and the wire (F-02 to F-04)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskchat.domain.task import Priority, Status


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
    words: str = ""
    """Search, 1–200 characters; "" = none."""
    ids: tuple[str, ...] | None = None
    trashed: bool = False
    """Only what lies in the trash."""
