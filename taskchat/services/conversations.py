"""What a conversation needs besides its text: runs, sends, questions, what was shown, and limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.live import Change, What, live
from taskchat.storage import confirmations, items, listing, queue, runs
from taskchat.storage import threads as stored
from taskchat.storage.confirmations import Confirmation
from taskchat.storage.database import Session, reading, writing
from taskchat.storage.past import Past, past_of
from taskchat.storage.queue import Taken, Waiting
from taskchat.storage.runs import StoredRun

GOES_ON = {"done", "stopped"}
"""How a run ends after which the next message has its turn; behind any other it waits for the person."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What the end of a run came to: whether this ended it, whose turn is next, and what waits for the person."""

    is_first: bool = False
    taken: Taken | None = None
    held: tuple[Waiting, ...] = ()


def delete_thread(user: Person, thread_id: str, *, now: datetime) -> None:
    """Out of sight, back with `restore_thread` for 30 days; a question in it has ended. Raises NotFound."""
    with writing() as session:
        confirmations.end_pending(user, session, thread_id, now=now)
        stored.delete_thread(user, session, thread_id, now=now)
    live().publish(user.id, Change(What.THREADS, (thread_id,)))


def restore_thread(user: Person, thread_id: str) -> None:
    """Raises NotFound."""
    with writing() as session:
        stored.restore_thread(user, session, thread_id)
    live().publish(user.id, Change(What.THREADS, (thread_id,)))


def rate(user: Person, thread_id: str, item_ids: Iterable[str], rating: str, comment: str = "") -> None:
    """Keep what the person thinks of answers: positive, negative, or "" for nothing any more."""
    with writing() as session:
        items.rate_items(user, session, thread_id, item_ids, rating, comment=comment)
    live().publish(user.id, Change(What.ITEMS, (thread_id,)))


def renew(user: Person, run_id: str, *, now: datetime) -> bool:
    """Hold the run for another 15 s; False when somebody else has ended it."""
    with writing() as session:
        return runs.renew_lease(user, session, run_id, now=now)


def finish(
    user: Person,
    run_id: str,
    *,
    state: str,
    items: str = "[]",
    usage: str = "{}",
    error: str = "",
    cause: str = "",
    worker: str = "",
    now: datetime,
) -> Ended:
    """The run is done, stopped, failed or interrupted; its conversation has news, but for the person who stopped it.

    In the same moment the next message that waits runs, carried out by `worker`; without one nothing goes on.
    """
    with writing() as session:
        thread_id = runs.locked_thread(user, session, run_id)
        is_first = runs.end_run(
            user, session, run_id, state=state, items=items, usage=usage, error=error, cause=cause, now=now
        )
        if is_first and state != "stopped":
            listing.mark_answered(user, session, run_id, now=now)
        if thread_id is None or not queue.standing(user, session, thread_id).waiting:
            return Ended(is_first)
        goes_on = is_first and state in GOES_ON
        return _line_moves(user, session, thread_id, worker if goes_on else "", is_first=is_first, now=now)


def _line_moves(user: Person, session: Session, thread_id: str, worker: str, *, is_first: bool, now: datetime) -> Ended:
    taken = None
    if worker:
        taken = queue.take_next(user, session, thread_id, worker=worker, now=now)
    elif is_first:
        queue.hold(user, session, thread_id)
    waiting = queue.standing(user, session, thread_id).waiting
    return Ended(is_first, taken, tuple(one for one in waiting if one.held))


def latest_run(user: Person, thread_id: str) -> str | None:
    """The id of the thread's last run, going or over."""
    last = last_run(user, thread_id)
    return last.id if last else None


def last_run(user: Person, thread_id: str) -> StoredRun | None:
    """The thread's last run, and how it ended."""
    with reading() as session:
        return runs.last_run(user, session, thread_id)


def runs_of(user: Person, thread_id: str) -> tuple[StoredRun, ...]:
    """Oldest first."""
    with reading() as session:
        return runs.runs_of(user, session, thread_id)


def past(user: Person, thread_id: str, *, before: str) -> Past:
    """What a model may remember of the conversation, up to the item `before`. Raises NotFound."""
    with reading() as session:
        stored.owned_thread(user, session, thread_id)
        return past_of(user, session, thread_id, before=before)


def interrupt_dead(*, now: datetime) -> tuple[runs.Dead, ...]:
    """End every run whose worker is gone, and tell whoever watches it."""
    with writing() as session:
        dead = runs.interrupt_dead(session, now=now)
    for run in dead:
        live().publish(run.user_id, Change(What.RUN, (run.thread_id, run.run_id)))
    return dead


def ask(user: Person, thread_id: str, *, tool: str, payload: str, item_id: str = "", now: datetime) -> Confirmation:
    """One question waits for 10 minutes; the one that waited before has ended (C-06)."""
    with writing() as session:
        return confirmations.insert_confirmation(
            user, session, thread_id, tool=tool, payload=payload, item_id=item_id, now=now
        )


def pending(user: Person, thread_id: str, *, now: datetime) -> Confirmation | None:
    """The question that waits in this thread."""
    with reading() as session:
        return confirmations.pending(user, session, thread_id, now=now)


def confirmation(user: Person, confirmation_id: str) -> Confirmation:
    """However it ended. Raises NotFound."""
    with reading() as session:
        return confirmations.load_confirmation(user, session, confirmation_id)


def take(user: Person, thread_id: str, confirmation_id: str, *, answer: str, now: datetime) -> Confirmation:
    """Answer it "yes" or "no": exactly one caller succeeds, the others get Conflict (question_ended)."""
    with writing() as session:
        return confirmations.take(user, session, thread_id, confirmation_id, answer=answer, now=now)


def show(user: Person, thread_id: str, text: str) -> None:
    """What the person saw last in this thread, as JSON text (C-05). Raises NotFound."""
    with writing() as session:
        stored.set_shown(user, session, thread_id, text)


def shown(user: Person, thread_id: str) -> str:
    """The same text; "" before anything was shown. Raises NotFound."""
    with reading() as session:
        return stored.shown(user, session, thread_id)
