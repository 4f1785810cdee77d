"""What starting a run writes: send key, thread, message, run and limits, so that a refusal leaves nothing behind."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from taskchat.domain.person import Person
from taskchat.domain.text import folded
from taskchat.errors import Conflict
from taskchat.storage import limits, queue, runs, spending, threads
from taskchat.storage.database import insert_row
from taskchat.storage.past import Past, past_of
from taskchat.storage.queue import Waiting
from taskchat.storage.runs import BUSY, Claim
from taskchat.storage.spending import Cap
from taskchat.storage.tables import Items


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` in `window`; 0 is off."""

    name: str
    most: int
    window: timedelta


@dataclass(frozen=True, slots=True)
class Message:
    """What the person says: the item as JSON text, and its words for searching."""

    data: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is to be started, and what has to hold for it."""

    at: datetime
    """The server's own clock: a lease is about workers, whatever time it is for the person."""
    run_id: str
    session: str
    worker: str
    model: str
    message_id: str
    """What the run answers."""
    message: Message | None = None
    """Said with this start, and written with it; None for what stands in the thread already."""
    thread_id: str | None = None
    """None: the message opens a thread, whose id comes from the run's."""
    check: Callable[[str], None] = lambda data: None
    """Raises where the thread, whose data it gets, takes nothing more."""
    key: str | None = None
    text_hash: str = ""
    limits: tuple[Limit, ...] = ()
    in_place_of: str = ""
    """A withdrawn message whose place in the line, and in the count of the limits, this one takes."""
    cap: Cap = field(default_factory=Cap)
    """What the whole server may still ask its hosted model."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The run of a send, and what stands before its message; the caller carries out what is new and does not wait."""

    run_id: str
    is_new: bool
    past: Past
    waiting: Waiting | None = None


def begin(user: Person, session: Session, start: Start, *, now: datetime) -> Begun:
    """One run a send key, at most one going a thread: a message that comes meanwhile waits (K-06).

    Raises NotFound for the thread, Conflict while another run is going in it (run_active, or queue_full for a
    message) or for a key used with another text (send_key_reused), TooMany at a limit (K-07), and what `check`
    raises.
    """
    claim = _claim(user, session, start, now)
    if not claim.is_new:
        return Begun(claim.run_id, is_new=False, past=Past(), waiting=queue.find(user, session, claim.run_id))
    thread_id = thread_of(user, start.run_id, start.thread_id)
    past = _enter(user, session, thread_id, start, now)
    place = queue.place_of(user, session, thread_id, start.in_place_of) if start.in_place_of else None
    waiting = None
    if _is_busy(session, thread_id, past, start):
        waiting = _join(user, session, thread_id, start, place)
    else:
        _insert(user, session, thread_id, start, now)
    for limit in start.limits if place is None else ():
        limits.hit(user.id, session, limit.name, limit.most, limit.window, now=now)
    if place is None:
        spending.send(session, start.cap, now=start.at)
    return Begun(start.run_id, is_new=True, past=past, waiting=waiting)


def thread_of(user: Person, run_id: str, thread_id: str | None) -> str:
    """Where the run of a send stands: a thread that a send opens is named after its run."""
    return thread_id or f"thr_{run_id.removeprefix('run_')}"


def _claim(user: Person, session: Session, start: Start, now: datetime) -> Claim:
    if start.key is None:
        return Claim(start.run_id, is_new=True)
    thread_id = start.thread_id or ""
    return runs.claim_send(user, session, thread_id, start.key, start.text_hash, run_id=start.run_id, now=now)


def _enter(user: Person, session: Session, thread_id: str, start: Start, now: datetime) -> Past:
    """The thread stands and is theirs; what a message will be answered from is read on the way."""
    if start.thread_id is None:
        threads.insert_thread(user, session, thread_id, "", now=now)
        return Past()
    start.check(threads.touch_thread(user, session, thread_id, now=now))
    return past_of(user, session, thread_id)


def _is_busy(session: Session, thread_id: str, past: Past, start: Start) -> bool:
    """Whether a run is going there, and its worker is alive."""
    is_going = any(run.state == "running" for run in past.runs)
    return is_going and not runs.interrupt_dead(session, now=start.at, thread_id=thread_id)


def _join(user: Person, session: Session, thread_id: str, start: Start, place: datetime | None) -> Waiting:
    """Only what is said can wait: a click, or another try, is about what one sees now."""
    if (said := start.message) is None:
        raise Conflict(BUSY, "run_active")
    return queue.join(
        user,
        session,
        start.run_id,
        thread_id,
        session_hash=start.session,
        message_id=start.message_id,
        message=said.data,
        words=said.words,
        key=start.key or "",
        model=start.model,
        now=place or start.at,
    )


def _insert(user: Person, session: Session, thread_id: str, start: Start, now: datetime) -> None:
    runs.insert_run(
        user,
        session,
        start.run_id,
        thread_id,
        session_hash=start.session,
        message_id=start.message_id,
        worker=start.worker,
        model=start.model,
        now=start.at,
    )
    if (said := start.message) is not None:
        item = {"id": start.message_id, "thread_id": thread_id, "kind": "user_message", "data": said.data}
        insert_row(session, Items, **item, search_text=folded(said.words), created=now)
