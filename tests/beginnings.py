"""Runs, sends and counts by themselves, each in a transaction of its own: what `services.starting` does at once."""

from datetime import datetime, timedelta

from taskchat.domain.person import Person, Seat
from taskchat.storage import limits, queue, runs
from taskchat.storage.database import writing
from taskchat.storage.ids import new_id
from taskchat.storage.queue import Waiting
from taskchat.storage.runs import Claim


def start_run(seat: Seat, run_id: str, thread_id: str, *, message_id: str = "", now: datetime) -> str:
    """Its state."""
    with writing() as session:
        runs.interrupt_dead(session, now=now, thread_id=thread_id)
        runs.insert_run(
            seat.person, session, run_id, thread_id, session_hash=seat.session, message_id=message_id, now=now
        )
        return runs.runs_of(seat.person, session, thread_id)[-1].state


def let_wait(
    seat: Seat, run_id: str, thread_id: str, *, message_id: str, message: str = "{}", now: datetime
) -> Waiting:
    """A message behind whatever runs there."""
    with writing() as session:
        return queue.join(
            seat.person, session, run_id, thread_id, session_hash=seat.session, message_id=message_id,
            message=message, words="", key="", model="", now=now,
        )  # fmt: skip


def claim_send(user: Person, thread_id: str, key: str, text_hash: str, *, now: datetime) -> Claim:
    with writing() as session:
        return runs.claim_send(user, session, thread_id, key, text_hash, run_id=new_id("run"), now=now)


def hit(user: Person, name: str, limit: int, window: timedelta, *, now: datetime) -> None:
    with writing() as session:
        limits.hit(user.id, session, name, limit, window, now=now)
