"""Conversations as the ChatKit store keeps them: JSON text in, JSON text out; every function checks the owner."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import and_, or_, update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.text import folded
from taskchat.errors import NotFound
from taskchat.storage.database import bare, insert_row
from taskchat.storage.sight import visible
from taskchat.storage.tables import Runs, Threads

GONE = "There is no such conversation. It may have been deleted."
Order = Literal["asc", "desc"]


@dataclass(frozen=True, slots=True)
class StoredThread:
    """One conversation; `data` is the JSON text it was saved with."""

    id: str
    title: str | None
    data: str
    created: datetime
    updated: datetime
    running: str | None = None
    """The id of the run that is going, if one is."""


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """`after` is the cursor of the next page, None when this is the last."""

    threads: tuple[StoredThread, ...]
    after: str | None


def load_thread(user: Person, session: Session, thread_id: str) -> StoredThread:
    """Raises NotFound."""
    running = select(Runs.id).where(col(Runs.thread_id) == thread_id, col(Runs.state) == "running")
    return _stored(owned_thread(user, session, thread_id), session.exec(running).first())


def owned_thread(
    user: Person, session: Session, thread_id: str, *, lock: bool = False, deleted: bool = False
) -> Threads:
    """The row, for this room only; NotFound when it is deleted (or, with `deleted`, is not), or not theirs."""
    state = col(Threads.deleted).is_not(None) if deleted else col(Threads.deleted).is_(None)
    query = select(Threads).where(visible(user, Threads), col(Threads.id) == thread_id, state)
    row = session.exec(query.with_for_update() if lock else query).first()
    if row is None:
        raise NotFound(GONE)
    return row


def _stored(row: Threads, running: str | None = None) -> StoredThread:
    return StoredThread(row.id, row.title, row.data, row.created, row.updated, running)


def save_thread(user: Person, session: Session, thread_id: str, data: str, *, title: str | None, now: datetime) -> bool:
    """Insert or update; whether it is new. NotFound when the id is somebody else's or was deleted."""
    row = session.exec(select(Threads).where(col(Threads.id) == thread_id).with_for_update()).first()
    if row is None:
        insert_thread(user, session, thread_id, data, title=title, now=now)
        return True
    if row.person_id != user.id or row.deleted is not None:
        raise NotFound(GONE)
    row.data, row.title, row.search_text = data, title, folded(title or "")
    session.add(row)
    session.flush()
    return False


def insert_thread(
    user: Person, session: Session, thread_id: str, data: str, *, title: str | None = None, now: datetime
) -> None:
    """A new one, under an id that nobody has."""
    insert_row(
        session,
        Threads,
        id=thread_id,
        person_id=user.id,
        title=title,
        search_text=folded(title or ""),
        data=data,
        shown="",
        created=now,
        updated=now,
    )


def threads_page(
    user: Person,
    session: Session,
    *,
    limit: int = 20,
    after: str | None = None,
    order: Order = "desc",
) -> ThreadPage:
    """By last change. NotFound for an unknown cursor."""
    query = (
        select(Threads, Runs.id)
        .outerjoin(Runs, and_(col(Runs.thread_id) == col(Threads.id), col(Runs.state) == "running"))
        .where(visible(user, Threads), col(Threads.deleted).is_(None))
    )
    updated, thread_id = col(Threads.updated), col(Threads.id)
    if after is not None:
        cursor = owned_thread(user, session, after)
        earlier = or_(updated < cursor.updated, and_(updated == cursor.updated, thread_id < cursor.id))
        later = or_(updated > cursor.updated, and_(updated == cursor.updated, thread_id > cursor.id))
        query = query.where(earlier if order == "desc" else later)
    by = (updated.desc(), thread_id.desc()) if order == "desc" else (updated.asc(), thread_id.asc())
    rows = session.exec(query.order_by(*by).limit(limit + 1)).all()
    page = tuple(_stored(row, running) for row, running in rows[:limit])
    return ThreadPage(page, page[-1].id if len(rows) > limit else None)


def delete_thread(user: Person, session: Session, thread_id: str, *, now: datetime) -> None:
    """Out of sight; `restore_thread` brings it back for 30 days. Raises NotFound."""
    row = owned_thread(user, session, thread_id, lock=True)
    row.deleted = now
    session.add(row)


def restore_thread(user: Person, session: Session, thread_id: str) -> None:
    """Raises NotFound unless it was deleted."""
    row = owned_thread(user, session, thread_id, lock=True, deleted=True)
    row.deleted = None
    session.add(row)


def touch_thread(user: Person, session: Session, thread_id: str, *, now: datetime) -> str:
    """Something new stands in it: it comes first in the list, is locked, and tells its data. Raises NotFound."""
    table = bare(Threads)
    mine = (visible(user, Threads), table.c.id == thread_id, table.c.deleted.is_(None))
    touched = session.connection().execute(update(table).where(*mine).values(updated=now).returning(table.c.data))
    if (row := touched.first()) is None:
        raise NotFound(GONE)
    return row.data


def set_shown(user: Person, session: Session, thread_id: str, text: str) -> None:
    """Raises NotFound."""
    row = owned_thread(user, session, thread_id, lock=True)
    row.shown = text
    session.add(row)


def shown(user: Person, session: Session, thread_id: str) -> str:
    """Raises NotFound."""
    return owned_thread(user, session, thread_id).shown
