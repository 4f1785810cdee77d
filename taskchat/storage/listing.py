"""The list of conversations: pinned, latest first, found by words, page by page; and which have news (P-02)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.text import clean, folded
from taskchat.storage.finding import ESCAPE, like_pattern
from taskchat.storage.sight import visible
from taskchat.storage.tables import Items, Runs, Threads
from taskchat.storage.threads import owned_thread

MOST_PINNED = 100


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One line of the list. `unread`: an answer has ended in it that nobody has seen."""

    id: str
    title: str | None
    updated: datetime
    running: bool = False
    unread: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the place itself, so that it holds though the conversation has moved or gone since."""

    updated: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Listing:
    """`after` is the cursor of the next page, None when this is the last."""

    rows: tuple[ThreadRow, ...] = ()
    after: Cursor | None = None


def find(user: Person, session: Session, *, limit: int, after: Cursor | None = None, words: str = "") -> Listing:
    """At most `limit` by last change, on the first page behind what is pinned; with `words` those that have each."""
    says = tuple(map(_says, folded(clean(words)).split()))
    pinned = col(Threads.pinned).is_not(None)
    first = () if after else _rows(user, session, pinned, *says, limit=MOST_PINNED)
    place = () if after is None else (_behind(after),)
    rest = _rows(user, session, ~pinned, *says, *place, limit=limit + 1)
    page = rest[:limit]
    return Listing(first + page, Cursor(page[-1].updated, page[-1].id) if len(rest) > limit else None)


def _rows(user: Person, session: Session, *wanted: ColumnElement[bool], limit: int) -> tuple[ThreadRow, ...]:
    """Columns, not rows: what a conversation carries besides is not read for a line of a list."""
    columns: tuple[Any, ...] = (Threads.id, Threads.title, Threads.updated, Runs.id, NEWS, Threads.pinned)
    query = (
        select(*columns)
        .select_from(Threads)
        .outerjoin(Runs, and_(col(Runs.thread_id) == col(Threads.id), col(Runs.state) == "running"))
        .where(visible(user, Threads), col(Threads.deleted).is_(None), *wanted)
        .order_by(col(Threads.updated).desc(), col(Threads.id).desc())
        .limit(limit)
    )
    return tuple(
        ThreadRow(thread_id, title, updated, running is not None, bool(unread), pinned is not None)
        for thread_id, title, updated, running, unread, pinned in session.exec(query)
    )


def _behind(cursor: Cursor) -> ColumnElement[bool]:
    updated = col(Threads.updated)
    return or_(updated < cursor.updated, and_(updated == cursor.updated, col(Threads.id) < cursor.id))


def _says(word: str) -> ColumnElement[bool]:
    """Its title or anything in it has the word."""
    pattern = like_pattern(word)
    in_text = exists().where(
        col(Items.thread_id) == col(Threads.id), col(Items.search_text).like(pattern, escape=ESCAPE)
    )
    return or_(col(Threads.search_text).like(pattern, escape=ESCAPE), in_text)


def pin(user: Person, session: Session, thread_id: str, at: datetime | None) -> None:
    """On top since `at`, or with the others again. Raises NotFound."""
    row = owned_thread(user, session, thread_id, lock=True)
    row.pinned = at
    session.add(row)


def mark_answered(user: Person, session: Session, run_id: str, *, now: datetime) -> None:
    """An answer has ended where that run was going."""
    thread = select(Runs.thread_id).where(visible(user, Runs), col(Runs.id) == run_id).scalar_subquery()
    session.execute(update(Threads).where(visible(user, Threads), col(Threads.id) == thread).values(answered=now))


def is_unread(user: Person, session: Session, thread_id: str) -> bool:
    return session.exec(select(Threads.id).where(*_with_news(user, thread_id))).first() is not None


def mark_read(user: Person, session: Session, thread_id: str, *, now: datetime) -> bool:
    """Whether there was anything to read."""
    return _changes(session, update(Threads).where(*_with_news(user, thread_id)).values(read=now))


def entitle(user: Person, session: Session, thread_id: str, title: str, *, instead_of: str) -> bool:
    """Another title where `instead_of` still stands: one that somebody gave it meanwhile stays."""
    mine = (visible(user, Threads), col(Threads.id) == thread_id, col(Threads.title) == instead_of)
    values = {"title": title, "search_text": folded(title)}
    return _changes(session, update(Threads).where(*mine, col(Threads.deleted).is_(None)).values(**values))


def _with_news(user: Person, thread_id: str) -> tuple[ColumnElement[bool], ...]:
    return visible(user, Threads), col(Threads.id) == thread_id, NEWS


def _changes(session: Session, statement: Any) -> bool:
    return bool(session.execute(statement).rowcount)  # pyright: ignore[reportAttributeAccessIssue] - an UPDATE counts


NEWS = and_(
    col(Threads.answered).is_not(None),
    or_(col(Threads.read).is_(None), col(Threads.read) < col(Threads.answered)),
)
