"""What a person does with messages that wait for their turn (K-06)."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.live import Change, What, live
from taskchat.storage import queue, runs
from taskchat.storage.database import reading, writing
from taskchat.storage.queue import GONE, Standing, Taken, Waiting
from taskchat.storage.threads import owned_thread

__all__ = ["GONE", "Standing", "Taken", "Waiting", "hold", "line", "standing", "wake", "withdraw"]


def standing(user: Person, thread_id: str, *, now: datetime) -> Standing:
    """What runs in the conversation, and what waits; a run whose worker is gone is ended on the way."""
    with writing() as session:
        runs.interrupt_dead(session, now=now, thread_id=thread_id)
        return queue.standing(user, session, thread_id)


def line(user: Person, thread_id: str) -> tuple[Waiting, ...]:
    """What waits, in its order. Raises NotFound."""
    with reading() as session:
        owned_thread(user, session, thread_id)
        return queue.standing(user, session, thread_id).waiting


def withdraw(user: Person, thread_id: str, message_id: str) -> Waiting:
    """It will not be sent. Raises NotFound, Conflict (has_begun)."""
    with writing() as session:
        owned_thread(user, session, thread_id)
        waiting = queue.withdraw(user, session, thread_id, message_id)
    _tell(user, thread_id)
    return waiting


def hold(user: Person, thread_id: str) -> None:
    """Nothing that waits there goes by itself any more."""
    with writing() as session:
        queue.hold(user, session, thread_id)


def wake(
    user: Person,
    thread_id: str,
    message_id: str,
    *,
    run_id: str,
    session_hash: str,
    model: str,
    worker: str,
    now: datetime,
) -> Taken | None:
    """Send what was held; what is to be carried out at once, where nothing runs. Raises NotFound, Conflict."""
    run = {"run_id": run_id, "session_hash": session_hash, "model": model, "worker": worker}
    with writing() as session:
        taken = queue.wake(user, session, thread_id, message_id, **run, now=now)
    _tell(user, thread_id)
    return taken


def _tell(user: Person, thread_id: str) -> None:
    live().publish(user.id, Change(What.ITEMS, (thread_id,)))
