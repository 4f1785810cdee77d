"""Runs, and the sends they belong to: at most one running a thread, one run a key (K-05, K-06)."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import select as sa_select
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.errors import Conflict
from taskchat.storage.database import bare, insert_once, insert_row
from taskchat.storage.sight import visible
from taskchat.storage.tables import Runs, Sends, Threads

LEASE = timedelta(seconds=15)
SEND_LIVES = timedelta(hours=24)
NOT_BEGUN = ("queued", "held", "withdrawn")
BUSY = "TaskChat is still answering in this conversation. Wait for the answer, or stop it."
OTHER_TEXT = "This send key was used for another message."


@dataclass(frozen=True, slots=True)
class StoredRun:
    """One run, its parts named as the columns; `items` and `usage` are JSON text."""

    id: str
    thread_id: str
    message_id: str
    state: str
    """running, done, stopped, failed or interrupted; before that queued or held, or it was withdrawn."""
    model: str
    items: str
    usage: str
    error: str
    cause: str | None
    """Of the error, for programs; None where it was not kept."""
    started: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class Dead:
    """A run whose worker is gone."""

    user_id: str
    thread_id: str
    run_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A send key's run; `is_new` says whether this caller is to start it."""

    run_id: str
    is_new: bool


def insert_run(
    user: Person,
    session: Session,
    run_id: str,
    thread_id: str,
    *,
    session_hash: str,
    message_id: str = "",
    worker: str = "",
    model: str = "",
    request: str | None = None,
    now: datetime,
) -> None:
    """A running run with a lease of 15 s, in a thread that is theirs. Conflict (run_active) while another runs.

    With a `request` it waits for its turn instead.
    """
    try:
        insert_row(
            session,
            Runs,
            id=run_id,
            person_id=user.id,
            thread_id=thread_id,
            session=session_hash,
            message_id=message_id,
            state="running" if request is None else "queued",
            worker=worker,
            lease_until=now + LEASE,
            model=model,
            items="[]",
            usage="{}",
            error="",
            request=request,
            started=now,
        )
    except IntegrityError as error:
        raise Conflict(BUSY, "run_active") from error


def interrupt_dead(session: Session, *, now: datetime, thread_id: str | None = None) -> tuple[Dead, ...]:
    """Runs whose lease has run out are over, whoever finds them (decision 3); what waits behind one is held."""
    query = select(Runs).where(col(Runs.state) == "running", col(Runs.lease_until) < now).with_for_update()
    rows = session.exec(query if thread_id is None else query.where(col(Runs.thread_id) == thread_id)).all()
    for row in rows:
        row.state, row.ended = "interrupted", now
        session.add(row)
    session.flush()
    if rows:
        behind = col(Runs.thread_id).in_({row.thread_id for row in rows})
        session.execute(update(Runs).where(behind, col(Runs.state) == "queued").values(state="held"))
    return tuple(Dead(row.person_id, row.thread_id, row.id) for row in rows)


def renew_lease(user: Person, session: Session, run_id: str, *, now: datetime) -> bool:
    """False when it is not running any more: somebody else has ended it."""
    return bool(session.connection().execute(_running(user, run_id).values(lease_until=now + LEASE)).rowcount)


def _running(user: Person, run_id: str):
    return _one(user, run_id).where(bare(Runs).c.state == "running")


def _one(user: Person, run_id: str):
    return update(bare(Runs)).where(visible(user, Runs), bare(Runs).c.id == run_id)


def end_run(
    user: Person,
    session: Session,
    run_id: str,
    *,
    state: str,
    items: str,
    usage: str,
    error: str,
    cause: str,
    now: datetime,
) -> bool:
    """False when it had ended already; what it remembers is kept either way."""
    connection = session.connection()
    changed = connection.execute(_running(user, run_id).values(state=state, error=error, cause=cause, ended=now))
    connection.execute(_one(user, run_id).values(items=items, usage=usage))
    return bool(changed.rowcount)


def runs_of(user: Person, session: Session, thread_id: str) -> tuple[StoredRun, ...]:
    """Oldest first."""
    query = _runs_of(user, thread_id)
    return tuple(StoredRun(*row) for row in session.execute(query.order_by(col(Runs.started), col(Runs.id))))


def _runs_of(user: Person, thread_id: str):
    columns = (getattr(Runs, part.name) for part in fields(StoredRun))
    return sa_select(*columns).where(visible(user, Runs), col(Runs.thread_id) == thread_id)


def locked_thread(user: Person, session: Session, run_id: str) -> str | None:
    """The thread of a run: nobody begins or ends anything in it before this transaction has ended."""
    mine = (visible(user, Runs), col(Runs.id) == run_id)
    query = select(Threads.id).join(Runs, col(Runs.thread_id) == col(Threads.id)).where(*mine)
    return session.exec(query.with_for_update(of=Threads)).first()


def last_run(user: Person, session: Session, thread_id: str) -> StoredRun | None:
    """The newest of the thread that has begun: one row is read, however long the thread is."""
    query = _runs_of(user, thread_id).where(col(Runs.state).not_in(NOT_BEGUN))
    row = session.execute(query.order_by(col(Runs.started).desc(), col(Runs.id).desc()).limit(1)).first()
    return None if row is None else StoredRun(*row)


def claim_send(
    user: Person, session: Session, thread_id: str, key: str, text_hash: str, *, run_id: str, now: datetime
) -> Claim:
    """The first to come starts the run, all others get its id; no thread yet is "". Conflict for another text."""
    claim = {"run_id": run_id, "text_hash": text_hash, "created": now}
    if insert_once(session, Sends, person_id=user.id, thread_id=thread_id, key=key, **claim):
        return Claim(run_id, is_new=True)
    mine = (visible(user, Sends), col(Sends.thread_id) == thread_id, col(Sends.key) == key)
    first = session.exec(select(Sends).where(*mine).with_for_update()).one()
    if first.created <= now - SEND_LIVES:
        session.execute(update(Sends).where(*mine).values(**claim))
        return Claim(run_id, is_new=True)
    if first.text_hash != text_hash:
        raise Conflict(OTHER_TEXT, "send_key_reused")
    return Claim(first.run_id, is_new=False)
