"""What lies in the trash for 30 days goes for good, with every copy of its words (T-10); so does what nobody needs."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, or_, update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.storage.files import removed_from
from taskchat.storage.scrubbing import Scrubber, Words
from taskchat.storage.sight import visible
from taskchat.storage.tables import (
    Activity,
    Attachments,
    Calls,
    Confirmations,
    Items,
    Limits,
    People,
    Reminders,
    Runs,
    Sends,
    Sessions,
    Spent,
    Tasks,
    Threads,
)

TRASH_LASTS = timedelta(days=30)
GUEST_LASTS = timedelta(days=400)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Purged:
    """Whose tasks went for good."""

    user_id: str
    task_ids: tuple[str, ...]


def purge_tasks(session: Session, *, now: datetime) -> tuple[Purged, ...]:
    """Everybody's tasks that were deleted 30 days ago."""
    query = select(Tasks).where(col(Tasks.deleted) <= now - TRASH_LASTS).with_for_update()
    theirs: defaultdict[str, list[Tasks]] = defaultdict(list)
    for row in session.exec(query.order_by(col(Tasks.id))):
        theirs[row.person_id].append(row)
    return tuple(_purge(session, user_id, rows, now) for user_id, rows in theirs.items())


def purge_own(
    user: Person, session: Session, *, now: datetime, only: str | None = None, limit: int | None = None
) -> tuple[str, ...]:
    """One task of the person's trash, or so many that have lain there longest, with the subtasks under them."""
    theirs = select(Tasks).where(visible(user, Tasks), col(Tasks.deleted).is_not(None)).with_for_update()
    some = theirs.where(col(Tasks.id) == only) if only else theirs
    rows = {row.id: row for row in session.exec(some.order_by(col(Tasks.deleted), col(Tasks.id)).limit(limit))}
    above = set(rows)
    while above:  # a row takes those below it along: their words have to go with them
        below = session.exec(theirs.where(col(Tasks.parent_id).in_(above))).all()
        above = {row.id for row in below} - set(rows)
        rows |= {row.id: row for row in below}
    return _purge(session, user.id, list(rows.values()), now).task_ids if rows else ()


def _purge(session: Session, user_id: str, rows: list[Tasks], now: datetime) -> Purged:
    ids = tuple(row.id for row in rows)
    scrubber = Scrubber(Words(row.id, row.title, row.description, _is_common(session, row)) for row in rows)
    blank: dict[str, Any] = {"title": "", "before": None, "after": None, "undone": now}
    session.execute(update(Activity).where(col(Activity.task_id).in_(ids)).values(**blank))
    _scrub_threads(session, scrubber, _threads_about(session, user_id, ids))
    _scrub(session, scrubber, Calls, ("arguments", "outcome"), col(Calls.person_id) == user_id)
    # A subtask that was brought back alone outlives its parent.
    orphans = update(Tasks).where(col(Tasks.parent_id).in_(ids), col(Tasks.deleted).is_(None))
    session.execute(orphans.values(parent_id=None))
    session.execute(delete(Tasks).where(col(Tasks.id).in_(ids)))
    return Purged(user_id, ids)


def _is_common(session: Session, row: Tasks) -> bool:
    same = (col(Tasks.person_id) == row.person_id, col(Tasks.title_folded) == row.title_folded)
    return session.exec(select(exists().where(*same, col(Tasks.deleted).is_(None)))).one()


def _threads_about(session: Session, user_id: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Conversations in which a tool had to do with one of these tasks: its result names the id."""
    found: set[str] = set()
    for task_id in ids:
        names_it = f"%{task_id}%"
        in_item = exists().where(col(Items.thread_id) == col(Threads.id), col(Items.data).like(names_it))
        in_run = exists().where(
            col(Runs.thread_id) == col(Threads.id),
            or_(col(Runs.items).like(names_it), col(Runs.request).like(names_it)),
        )
        asked = exists().where(
            col(Confirmations.thread_id) == col(Threads.id), col(Confirmations.payload).like(names_it)
        )
        mentions = or_(in_item, in_run, asked, col(Threads.shown).like(names_it))
        found |= set(session.exec(select(Threads.id).where(col(Threads.person_id) == user_id, mentions)))
        found |= _threads_that_changed(session, user_id, task_id)
    return tuple(sorted(found))


def _threads_that_changed(session: Session, user_id: str, task_id: str) -> set[str]:
    changed = select(Activity.thread_id).where(
        col(Activity.person_id) == user_id, col(Activity.task_id) == task_id, col(Activity.thread_id).is_not(None)
    )
    return {thread_id for thread_id in session.exec(changed) if thread_id}


def _scrub_threads(session: Session, scrubber: Scrubber, thread_ids: tuple[str, ...]) -> None:
    _scrub(session, scrubber, Items, ("data", "search_text", "comment"), col(Items.thread_id).in_(thread_ids))
    _scrub(session, scrubber, Runs, ("items", "request", "error"), col(Runs.thread_id).in_(thread_ids))
    _scrub(session, scrubber, Confirmations, ("payload",), col(Confirmations.thread_id).in_(thread_ids))
    _scrub(session, scrubber, Threads, ("title", "data", "shown", "search_text"), col(Threads.id).in_(thread_ids))


def _scrub(session: Session, scrubber: Scrubber, table: Any, columns: tuple[str, ...], where: Any) -> None:
    for row in session.exec(select(table).where(where).with_for_update()):
        for name in columns:
            if before := getattr(row, name):
                setattr(row, name, scrubber.text(before))
        session.add(row)
    session.flush()


def purge_the_rest(session: Session, *, now: datetime) -> None:
    """Deleted conversations, expired sessions, old send keys and counts, and what lists and templates were."""
    # Nobody can take it back any more, and a template carries the words of its tasks.
    past = (col(Activity.kind) != "task", col(Activity.title) != "", col(Activity.at) <= now - TRASH_LASTS)
    session.execute(update(Activity).where(*past).values(title="", before=None, after=None))
    session.execute(delete(Threads).where(col(Threads.deleted) <= now - TRASH_LASTS))
    session.execute(delete(Sends).where(col(Sends.created) <= now - DAY))
    session.execute(delete(Limits).where(col(Limits.at) <= now - DAY))
    session.execute(delete(Spent).where(col(Spent.day) <= (now - TRASH_LASTS).date()))
    session.execute(delete(Sessions).where(col(Sessions.expires) <= now))
    session.execute(delete(Reminders).where(col(Reminders.told) <= now - TRASH_LASTS))


def purge_guests(session: Session, *, now: datetime) -> tuple[str, ...]:
    """Guests who never came back, with all that is theirs; the ids of their files."""
    gone = (col(People.guest).is_(True), col(People.seen) <= now - GUEST_LASTS)
    files = session.exec(select(Attachments.id).where(col(Attachments.person_id).in_(select(People.id).where(*gone))))
    theirs = tuple(files)
    session.execute(delete(People).where(*gone))
    return theirs


def purge_files(session: Session, *, now: datetime) -> tuple[str, ...]:
    """Files that go with nothing: a day after they came, or 30 days after they were taken off their task."""
    with_nothing = (col(Attachments.thread_id).is_(None), col(Attachments.task_id).is_(None))
    query = select(Attachments).where(*with_nothing, col(Attachments.created) <= now - DAY).with_for_update()
    gone = [row.id for row in session.exec(query) if not _may_come_back(row, now)]
    session.execute(delete(Attachments).where(col(Attachments.id).in_(gone)))
    return tuple(gone)


def _may_come_back(row: Attachments, now: datetime) -> bool:
    removed = removed_from(row.data)
    return removed is not None and removed > now - TRASH_LASTS
