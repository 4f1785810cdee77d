"""What happened, one group of changes after the other: the record as a person reads it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.storage.sight import visible
from taskchat.storage.tables import Activity


@dataclass(frozen=True, slots=True)
class Line:
    """One change of one thing, without what it was before and after; a purged one has no title.

    `kind` (task, list, section, template, view) says what `task_id` and `title` are of.
    """

    seq: int
    group: str
    verb: str
    kind: str
    task_id: str
    title: str
    door: str
    thread_id: str | None
    at: datetime
    undone: bool
    undo_of: str | None


LINE: tuple[Any, ...] = (
    Activity.seq, Activity.group, Activity.verb, Activity.kind, Activity.task_id, Activity.title,
    Activity.door, Activity.thread_id, Activity.at, Activity.undone, Activity.undo_of,
)  # fmt: skip


def latest(user: Person, session: Session, *, groups: int, before: int | None) -> tuple[Line, ...]:
    """All lines of so many groups, newest first; `before`: of those whose last line has a smaller number."""
    last = func.max(Activity.seq)
    query = select(Activity.group).where(visible(user, Activity)).group_by(col(Activity.group))
    query = query if before is None else query.having(last < before)
    newest = query.order_by(last.desc()).limit(groups)
    of_groups = (visible(user, Activity), col(Activity.group).in_(newest))
    found = session.exec(select(*LINE).where(*of_groups).order_by(col(Activity.seq).desc()))
    return tuple(Line(*row[:9], undone=row[9] is not None, undo_of=row[10]) for row in found)
