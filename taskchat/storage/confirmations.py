"""Questions that wait for a yes: one pending a thread, each answered once (C-06)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.errors import Conflict, NotFound
from taskchat.storage.ids import new_id
from taskchat.storage.sight import visible
from taskchat.storage.tables import Confirmations
from taskchat.storage.threads import owned_thread

LIVES = timedelta(minutes=10)
ENDED = "This question has ended. Ask again."


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What is asked: `payload` is the exact set and its parameters as JSON text."""

    id: str
    thread_id: str
    tool: str
    payload: str
    item_id: str
    expires: datetime
    answer: str | None
    """yes, no, replaced; None while it waits."""

    @property
    def asked(self) -> datetime:
        """When the card was made: it shows the tasks as they were then."""
        return self.expires - LIVES


def insert_confirmation(
    user: Person, session: Session, thread_id: str, *, tool: str, payload: str, item_id: str, now: datetime
) -> Confirmation:
    """Ends the question that waited in this thread before. Raises NotFound for the thread."""
    owned_thread(user, session, thread_id, lock=True)
    end_pending(user, session, thread_id, now=now)
    row = Confirmations(
        id=new_id("cnf"),
        person_id=user.id,
        thread_id=thread_id,
        tool=tool,
        payload=payload,
        item_id=item_id,
        created=now,
        expires=now + LIVES,
    )
    session.add(row)
    session.flush()
    return _confirmation(row)


def _confirmation(row: Confirmations) -> Confirmation:
    return Confirmation(row.id, row.thread_id, row.tool, row.payload, row.item_id, row.expires, row.answer)


def end_pending(user: Person, session: Session, thread_id: str, *, now: datetime) -> None:
    """Whatever waits in this thread waits no more."""
    waiting = (
        visible(user, Confirmations),
        col(Confirmations.thread_id) == thread_id,
        col(Confirmations.settled).is_(None),
    )
    session.execute(update(Confirmations).where(*waiting).values(settled=now, answer="replaced"))


def pending(user: Person, session: Session, thread_id: str, *, now: datetime) -> Confirmation | None:
    """The question that waits in this thread and has not expired."""
    of_thread = (visible(user, Confirmations), col(Confirmations.thread_id) == thread_id)
    waiting = (col(Confirmations.settled).is_(None), col(Confirmations.expires) > now)
    row = session.exec(select(Confirmations).where(*of_thread, *waiting)).first()
    return _confirmation(row) if row else None


def load_confirmation(user: Person, session: Session, confirmation_id: str) -> Confirmation:
    """Raises NotFound."""
    row = session.exec(
        select(Confirmations).where(visible(user, Confirmations), col(Confirmations.id) == confirmation_id)
    ).first()
    if row is None:
        raise NotFound(ENDED)
    return _confirmation(row)


def take(
    user: Person, session: Session, thread_id: str, confirmation_id: str, *, answer: str, now: datetime
) -> Confirmation:
    """Answer it: exactly one caller succeeds. NotFound where it is not this thread's, Conflict when it has ended."""
    asked = load_confirmation(user, session, confirmation_id)
    if asked.thread_id != thread_id:
        raise NotFound(ENDED)
    waiting = (
        visible(user, Confirmations),
        col(Confirmations.id) == confirmation_id,
        col(Confirmations.settled).is_(None),
        col(Confirmations.expires) > now,
    )
    taken = session.execute(update(Confirmations).where(*waiting).values(settled=now, answer=answer))
    if not taken.rowcount:  # pyright: ignore[reportAttributeAccessIssue] - an UPDATE counts its rows
        raise Conflict(ENDED, "question_ended")
    return load_confirmation(user, session, confirmation_id)
