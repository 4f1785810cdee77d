"""The line of a conversation: whoever comes as an answer ends is neither lost nor let in twice."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event

import pytest
from sqlalchemy import event

from taskchat.domain.person import Seat
from taskchat.services import conversations, queue, starting
from taskchat.services.starting import Message, Start
from taskchat.storage import starts, threads
from taskchat.storage.database import database, writing
from tests.beginnings import let_wait, start_run
from tests.conftest import Seats

SAID = '{"id": "msg", "content": []}'
SECOND = timedelta(seconds=1)


@pytest.fixture
def seat(seats: Seats, now: datetime) -> Seat:
    """Alice, really signed in, in the middle of an answer."""
    seat = seats.alice.seat
    with writing() as session:
        threads.save_thread(seat.person, session, "thr_1", "{}", title=None, now=now)
    start_run(seat, "run_0", "thr_1", now=now)
    return seat


def send(seat: Seat, n: int, now: datetime) -> Start:
    said = Message(SAID.replace("msg", f"msg_{n}"), "words")
    return Start(
        at=now, run_id=f"run_{n}", session=seat.session, worker="w", model="m", message_id=f"msg_{n}",
        message=said, thread_id="thr_1",
    )  # fmt: skip


def test_a_message_where_nothing_runs_costs_six_statements(seat: Seat, now: datetime) -> None:
    """Key, thread, what it will be answered from (two), run, message: not one for the line."""
    conversations.finish(seat.person, "run_0", state="done", now=now)
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(database().engine, "before_cursor_execute", note)

    starting.begin(seat.person, replace(send(seat, 1, now), key="k1"), now=now)

    event.remove(database().engine, "before_cursor_execute", note)
    assert len([statement for statement in asked if not statement.startswith("BEGIN")]) == 6


def test_a_message_that_comes_as_the_answer_ends_is_the_next_to_run(seat: Seat, now: datetime) -> None:
    for n in range(20):
        with ThreadPoolExecutor(2) as pool:
            ended = pool.submit(
                conversations.finish, seat.person, f"run_{n}", state="done", worker="w", now=now + n * SECOND
            )
            begun = pool.submit(starting.begin, seat.person, send(seat, n + 1, now + n * SECOND), now=now)
            taken, waits = ended.result().taken, begun.result().waiting

        standing = queue.standing(seat.person, "thr_1", now=now)

        assert (standing.run_id, standing.waiting) == (f"run_{n + 1}", ())
        assert (taken is not None) == (waits is not None)


def test_the_end_of_an_answer_waits_for_a_message_that_is_just_being_taken(seat: Seat, now: datetime) -> None:
    """Without the lock in `locked_thread` it would wait behind nothing, for ever."""
    joined, ended = Event(), Event()

    def send_slowly() -> None:
        with writing() as session:
            starts.begin(seat.person, session, send(seat, 1, now), now=now)
            joined.set()
            ended.wait(0.3)

    with ThreadPoolExecutor(2) as pool:
        pool.submit(send_slowly)
        assert joined.wait(10)
        end = pool.submit(conversations.finish, seat.person, "run_0", state="stopped", worker="w", now=now)
        end.add_done_callback(lambda _: ended.set())
        taken = end.result().taken

    assert taken is not None
    assert taken.run_id == "run_1"


@pytest.mark.parametrize("state", ["failed", "interrupted"])
def test_after_an_answer_that_did_not_come_to_its_end_nothing_goes_by_itself(
    seat: Seat, state: str, now: datetime
) -> None:
    let_wait(seat, "run_1", "thr_1", message_id="msg_1", message=SAID, now=now)

    ended = conversations.finish(seat.person, "run_0", state=state, worker="w", now=now)

    assert ended.taken is None
    assert [one.message_id for one in ended.held] == ["msg_1"]


def test_where_the_server_closes_nothing_begins(seat: Seat, now: datetime) -> None:
    let_wait(seat, "run_1", "thr_1", message_id="msg_1", message=SAID, now=now)

    ended = conversations.finish(seat.person, "run_0", state="done", worker="", now=now)

    assert (ended.taken, len(ended.held)) == (None, 1)


def test_whoever_ends_a_run_second_moves_nothing(seat: Seat, now: datetime) -> None:
    let_wait(seat, "run_1", "thr_1", message_id="msg_1", message=SAID, now=now)
    let_wait(seat, "run_2", "thr_1", message_id="msg_2", message=SAID, now=now + SECOND)

    first, second = (
        conversations.finish(seat.person, "run_0", state="done", worker="w", now=now + SECOND) for _ in range(2)
    )

    assert first.taken is not None
    assert (first.taken.run_id, second.taken) == ("run_1", None)
    assert [one.run_id for one in queue.line(seat.person, "thr_1")] == ["run_2"]


def test_what_is_sent_now_goes_by_the_session_that_sends_it(seat: Seat, seats: Seats, now: datetime) -> None:
    let_wait(Seat(seat.person, "ended long ago"), "run_1", "thr_1", message_id="msg_1", message=SAID, now=now)
    conversations.finish(seat.person, "run_0", state="done", worker="w", now=now)
    assert [one.held for one in queue.line(seat.person, "thr_1")] == [True]

    taken = queue.wake(
        seat.person, "thr_1", "msg_1", run_id="run_2", session_hash=seat.session, model="m", worker="w", now=now
    )

    assert taken is not None
    assert (taken.run_id, taken.seat) == ("run_2", seat)
    assert queue.standing(seat.person, "thr_1", now=now).run_id == "run_2"
