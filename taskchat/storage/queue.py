"""Messages that wait for their turn: the line of a conversation, kept among its runs (K-06)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person, Seat
from taskchat.domain.text import folded
from taskchat.errors import Conflict, NotFound
from taskchat.storage import runs
from taskchat.storage.accounts import find_session
from taskchat.storage.database import insert_row
from taskchat.storage.runs import LEASE
from taskchat.storage.sight import visible
from taskchat.storage.tables import Items, Runs, Sends
from taskchat.storage.threads import owned_thread, touch_thread

MOST = 10
"""Messages that wait in one conversation."""
FULL = f"{MOST} messages wait here already. Wait for an answer, or withdraw one of them."
BEGUN = "This message is being answered already."
GONE = "This message does not wait here, or not any more."
WAITS = ("queued", "held")
"""queued: goes by itself when the answer before it has ended · held: not before the person sends it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits: as JSON text, and under which send key it came."""

    run_id: str
    message_id: str
    message: str
    key: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A message whose turn has come: it stands in the thread, and the caller is to carry out its run."""

    run_id: str
    thread_id: str
    message: str
    seat: Seat


@dataclass(frozen=True, slots=True)
class Standing:
    """What goes on in a conversation: the run that is going, and what waits behind it, in its order."""

    run_id: str | None = None
    waiting: tuple[Waiting, ...] = ()


def standing(user: Person, session: Session, thread_id: str) -> Standing:
    query = _of(user, thread_id, "running", *WAITS)
    rows = session.exec(query.order_by(col(Runs.started), col(Runs.id))).all()
    going = next((row.id for row in rows if row.state == "running"), None)
    return Standing(going, tuple(_waiting(row) for row in rows if row.state in WAITS))


def _of(user: Person, thread_id: str, *states: str) -> Any:
    return select(Runs).where(visible(user, Runs), col(Runs.thread_id) == thread_id, col(Runs.state).in_(states))


def _waiting(row: Runs) -> Waiting:
    kept = json.loads(row.request or "{}")
    return Waiting(row.id, row.message_id, _text(kept["message"]), kept["key"], row.state == "held")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def find(user: Person, session: Session, run_id: str) -> Waiting | None:
    """The message of this run, where it still waits."""
    mine = (visible(user, Runs), col(Runs.id) == run_id, col(Runs.state).in_(WAITS))
    row = session.exec(select(Runs).where(*mine)).first()
    return _waiting(row) if row else None


def join(
    user: Person,
    session: Session,
    run_id: str,
    thread_id: str,
    *,
    session_hash: str,
    message_id: str,
    message: str,
    words: str,
    key: str,
    model: str,
    now: datetime,
) -> Waiting:
    """At the end of the line, or where `now` puts it. Conflict (queue_full) where enough waits already."""
    if len(standing(user, session, thread_id).waiting) >= MOST:
        raise Conflict(FULL, "queue_full")
    request = {"message": json.loads(message), "words": words, "key": key}
    runs.insert_run(
        user,
        session,
        run_id,
        thread_id,
        session_hash=session_hash,
        message_id=message_id,
        model=model,
        request=_text(request),
        now=now,
    )
    return Waiting(run_id, message_id, message, key)


def withdraw(user: Person, session: Session, thread_id: str, message_id: str) -> Waiting:
    """Out of the line; its place is kept for what is said instead. NotFound, Conflict (has_begun)."""
    row = _row(user, session, thread_id, message_id)
    waiting = _waiting(row)
    row.state, row.request = "withdrawn", None
    session.add(row)
    return waiting


def _row(user: Person, session: Session, thread_id: str, message_id: str) -> Runs:
    of_message = col(Runs.message_id) == message_id
    row = session.exec(_of(user, thread_id, *WAITS).where(of_message).with_for_update()).first()
    if row is not None:
        return row
    begun = select(Runs.id).where(visible(user, Runs), col(Runs.thread_id) == thread_id, of_message)
    if session.exec(begun.where(col(Runs.state) != "withdrawn")).first() is not None:
        raise Conflict(BEGUN, "has_begun")
    raise NotFound(GONE)


def place_of(user: Person, session: Session, thread_id: str, message_id: str) -> datetime | None:
    """Where a withdrawn message stood; only one other may stand there."""
    row = session.exec(_of(user, thread_id, "withdrawn").where(col(Runs.message_id) == message_id)).first()
    if row is None:
        return None
    session.delete(row)
    session.flush()
    return row.started


def hold(user: Person, session: Session, thread_id: str) -> None:
    """Nothing in this line goes by itself any more."""
    theirs = (visible(user, Runs), col(Runs.thread_id) == thread_id, col(Runs.state) == "queued")
    session.execute(update(Runs).where(*theirs).values(state="held"))


def wake(
    user: Person,
    session: Session,
    thread_id: str,
    message_id: str,
    *,
    run_id: str,
    session_hash: str,
    model: str,
    worker: str,
    now: datetime,
) -> Taken | None:
    """Send what was held, in its old place: under a new id, since readers of the old one were let go.

    What is to be carried out at once, where nothing runs. Raises NotFound, Conflict (has_begun).
    """
    owned_thread(user, session, thread_id, lock=True)
    runs.interrupt_dead(session, now=now, thread_id=thread_id)
    row = _row(user, session, thread_id, message_id)
    if row.state == "held":
        told = update(Sends).where(visible(user, Sends), col(Sends.run_id) == row.id)
        session.execute(told.values(run_id=run_id))
        again = update(Runs).where(visible(user, Runs), col(Runs.id) == row.id)
        session.execute(again.values(id=run_id, state="queued", session=session_hash, model=model))
        session.expire_all()
    is_free = session.exec(_of(user, thread_id, "running")).first() is None
    return take_next(user, session, thread_id, worker=worker, now=now) if is_free else None


def take_next(user: Person, session: Session, thread_id: str, *, worker: str, now: datetime) -> Taken | None:
    """The first whose session and account still stand runs from now on; those before it are held (K-05)."""
    line = _of(user, thread_id, "queued").order_by(col(Runs.started), col(Runs.id)).with_for_update()
    for row in session.exec(line).all():
        visit = find_session(session, row.session, now=now)
        if visit is not None and visit.person.id == user.id:
            return _begun(session, row, Seat(visit.person, row.session), worker=worker, now=now)
        row.state = "held"
        session.add(row)
    return None


def _begun(session: Session, row: Runs, seat: Seat, *, worker: str, now: datetime) -> Taken:
    """It stands in the thread from now on, saved before the model hears of it (P-01)."""
    kept = json.loads(row.request or "{}")
    message = _text(kept["message"])
    row.state, row.worker, row.lease_until, row.started, row.request = "running", worker, now + LEASE, now, None
    session.add(row)
    session.flush()
    touch_thread(seat.person, session, row.thread_id, now=now)
    item = {"id": row.message_id, "thread_id": row.thread_id, "kind": "user_message", "data": message}
    insert_row(session, Items, **item, search_text=folded(kept["words"]), created=now)
    return Taken(row.id, row.thread_id, message, seat)
