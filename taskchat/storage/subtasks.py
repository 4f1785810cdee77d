"""What a task is part of, and how far it has come: the tree over tasks."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.task import Status
from taskchat.storage.sight import visible
from taskchat.storage.tables import Tasks


@dataclass(frozen=True, slots=True)
class Progress:
    """Of a task's own subtasks, without those further down."""

    done: int
    total: int


def progress_of(user: Person, session: Session, task_ids: Iterable[str]) -> dict[str, Progress]:
    """Tasks without subtasks are missing."""
    finished = func.count().filter(col(Tasks.status) == Status.DONE.value)
    mine = (visible(user, Tasks), col(Tasks.parent_id).in_(list(task_ids)), col(Tasks.deleted).is_(None))
    query = select(Tasks.parent_id, finished, func.count()).where(*mine).group_by(col(Tasks.parent_id))
    return {str(parent): Progress(done, total) for parent, done, total in session.exec(query)}


def above(user: Person, session: Session, task_id: str) -> tuple[str, ...]:
    """What it is part of, the nearest first."""
    found: tuple[str, ...] = ()
    parent = _parent(user, session, task_id)
    while parent is not None and parent not in found:
        found = (*found, parent)
        parent = _parent(user, session, parent)
    return found


def _parent(user: Person, session: Session, task_id: str) -> str | None:
    return session.exec(select(Tasks.parent_id).where(visible(user, Tasks), col(Tasks.id) == task_id)).first()
