"""What starting a run writes: send key, thread, run and limits, so that a refusal leaves nothing behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from taskchat.domain.person import Person
from taskchat.storage import limits, runs, threads
from taskchat.storage.ids import new_id
from taskchat.storage.runs import Claim


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` in `window`; 0 is off."""

    name: str
    most: int
    window: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is to be started, and what has to hold for it."""

    at: datetime
    """The server's own clock: a lease is about workers, whatever time it is for the person."""
    session: str
    worker: str
    model: str
    message_id: str
    thread_id: str | None = None
    """None: the message opens a thread, whose id comes from the run's."""
    key: str | None = None
    text_hash: str = ""
    limits: tuple[Limit, ...] = ()


def begin(user: Person, session: Session, start: Start, *, now: datetime) -> Claim:
    """The run of this send, and whether the caller is to carry it out (K-06).

    Raises NotFound for the thread, Conflict while another run is going in it (run_active) or for a key used with
    another text (send_key_reused), TooMany at a limit (K-07).
    """
    claim = _claim(user, session, start, now)
    if claim.is_new:
        _insert(user, session, claim.run_id, start, now)
    return claim


def thread_of(user: Person, run_id: str, thread_id: str | None) -> str:
    """Where the run of a send stands: a thread that a send opens is named after its run."""
    return thread_id or f"thr_{run_id.removeprefix('run_')}"


def _claim(user: Person, session: Session, start: Start, now: datetime) -> Claim:
    if start.key is None:
        return Claim(new_id("run"), is_new=True)
    return runs.claim_send(user, session, start.thread_id or "", start.key, start.text_hash, now=now)


def _insert(user: Person, session: Session, run_id: str, start: Start, now: datetime) -> None:
    thread_id = thread_of(user, run_id, start.thread_id)
    if start.thread_id is None:
        threads.save_thread(user, session, thread_id, "", title=None, now=now)
    runs.insert_run(
        user,
        session,
        run_id,
        thread_id,
        session_hash=start.session,
        message_id=start.message_id,
        worker=start.worker,
        model=start.model,
        now=start.at,
    )
    for limit in start.limits:
        limits.hit(user.id, session, limit.name, limit.most, limit.window, now=now)
