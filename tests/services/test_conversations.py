"""Runs, sends, questions and limits: each counted once, however many ask at the same time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from taskchat.domain.person import Person, Seat
from taskchat.errors import Conflict, NotFound, TaskChatError, TooMany
from taskchat.live import Change, What
from taskchat.services import conversations, queue
from taskchat.storage import threads
from taskchat.storage.database import writing
from taskchat.storage.runs import LEASE
from tests.beginnings import claim_send, hit, start_run

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def seat(alice: Person) -> Seat:
    return Seat(alice, "a-session")


@pytest.fixture
def thread(alice: Person, now: datetime) -> str:
    with writing() as session:
        threads.save_thread(alice, session, "thr_1", "{}", title=None, now=now)
    return "thr_1"


def _at_once(times: int, act: Callable[[int], object]) -> list[object]:
    """What each of them returns, or the kind of error it raises."""

    def tried(n: int) -> object:
        try:
            return act(n)
        except TaskChatError as error:
            return type(error)

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(tried, range(times)))


def test_of_twenty_runs_started_at_once_one_runs(seat: Seat, thread: str, now: datetime) -> None:
    started = _at_once(20, lambda n: start_run(seat, f"run_{n}", thread, now=now))

    assert sorted(map(str, started)) == sorted(map(str, ["running", *[Conflict] * 19]))


def test_when_a_run_has_ended_the_next_may_start(seat: Seat, thread: str, now: datetime) -> None:
    start_run(seat, "run_1", thread, message_id="msg_1", now=now)

    ended = conversations.finish(seat.person, "run_1", state="done", items='[{"role": "user"}]', now=now)
    again = conversations.finish(seat.person, "run_1", state="failed", items='[{"role": "user"}]', now=now)
    start_run(seat, "run_2", thread, message_id="msg_2", now=now + SECOND)

    assert (ended.is_first, again.is_first) == (True, False)
    assert [run.state for run in conversations.runs_of(seat.person, thread)] == ["done", "running"]
    assert queue.standing(seat.person, thread, now=now).run_id == "run_2"
    assert conversations.latest_run(seat.person, thread) == "run_2"
    remembered = conversations.past(seat.person, thread, before="").runs
    assert [run.items for run in remembered] == ['[{"role": "user"}]', "[]"]


def test_a_run_lives_as_long_as_its_lease_is_renewed(seat: Seat, thread: str, now: datetime, heard: list) -> None:
    start_run(seat, "run_1", thread, now=now)
    renewed = conversations.renew(seat.person, "run_1", now=now + LEASE)

    alive = conversations.interrupt_dead(now=now + 2 * LEASE)
    dead = conversations.interrupt_dead(now=now + 2 * LEASE + SECOND)

    assert (renewed, alive) == (True, ())
    assert [(run.thread_id, run.run_id) for run in dead] == [(thread, "run_1")]
    assert heard == [(seat.person.id, Change(What.RUN, (thread, "run_1")))]
    assert not conversations.renew(seat.person, "run_1", now=now + 2 * LEASE)


def test_a_dead_run_does_not_block_its_thread(seat: Seat, thread: str, now: datetime) -> None:
    start_run(seat, "run_1", thread, now=now)

    start_run(seat, "run_2", thread, now=now + LEASE + SECOND)

    assert [run.state for run in conversations.runs_of(seat.person, thread)] == ["interrupted", "running"]


def test_one_send_repeated_fifty_times_is_one_run(alice: Person, now: datetime) -> None:
    claims = _at_once(50, lambda _: claim_send(alice, "", "key", "hash", now=now))

    assert len({claim.run_id for claim in claims}) == 1  # pyright: ignore[reportAttributeAccessIssue]
    assert [claim.is_new for claim in claims].count(True) == 1  # pyright: ignore[reportAttributeAccessIssue]


def test_a_send_key_belongs_to_person_thread_and_text(alice: Person, bob: Person, thread: str, now: datetime) -> None:
    first = claim_send(alice, "", "key", "hash", now=now)

    others = [
        claim_send(bob, "", "key", "hash", now=now),
        claim_send(alice, thread, "key", "hash", now=now),
        claim_send(alice, "", "other", "hash", now=now),
    ]

    assert all(claim.is_new for claim in (first, *others))
    with pytest.raises(Conflict) as caught:
        claim_send(alice, "", "key", "another text", now=now)
    assert caught.value.code == "send_key_reused"


def test_a_send_key_lives_24_hours(alice: Person, now: datetime) -> None:
    first = claim_send(alice, "", "key", "hash", now=now)

    repeated = claim_send(alice, "", "key", "hash", now=now + 24 * HOUR - SECOND)
    anew = claim_send(alice, "", "key", "other", now=now + 24 * HOUR)

    assert (repeated.run_id, repeated.is_new, anew.is_new) == (first.run_id, False, True)


def _ask(person: Person, thread: str, now: datetime):
    return conversations.ask(person, thread, tool="delete_all_tasks", payload='{"ids": []}', now=now)


def test_a_question_is_answered_once_however_many_answer(alice: Person, thread: str, now: datetime) -> None:
    asked = _ask(alice, thread, now)

    answers = _at_once(20, lambda _: conversations.take(alice, thread, asked.id, answer="yes", now=now).answer)

    assert sorted(map(str, answers)) == sorted(map(str, ["yes", *[Conflict] * 19]))
    assert conversations.confirmation(alice, asked.id).answer == "yes"


def test_one_question_waits_a_thread(alice: Person, thread: str, now: datetime) -> None:
    first = _ask(alice, thread, now)
    second = _ask(alice, thread, now)

    waiting = conversations.pending(alice, thread, now=now)

    assert waiting == second
    assert conversations.confirmation(alice, first.id).answer == "replaced"
    with pytest.raises(Conflict):
        conversations.take(alice, thread, first.id, answer="yes", now=now)


def test_a_question_ends_after_ten_minutes(alice: Person, thread: str, now: datetime) -> None:
    asked = _ask(alice, thread, now)
    late = now + timedelta(minutes=10)

    assert conversations.pending(alice, thread, now=late - SECOND) == asked
    assert conversations.pending(alice, thread, now=late) is None
    with pytest.raises(Conflict, match="has ended"):
        conversations.take(alice, thread, asked.id, answer="yes", now=late)


def test_a_question_belongs_to_its_thread_and_person(alice: Person, bob: Person, thread: str, now: datetime) -> None:
    asked = _ask(alice, thread, now)

    for person, where in ((bob, thread), (alice, "thr_other")):
        with pytest.raises(NotFound):
            conversations.take(person, where, asked.id, answer="yes", now=now)

    assert conversations.pending(alice, thread, now=now) == asked


def test_a_question_ends_with_its_thread(alice: Person, thread: str, now: datetime) -> None:
    asked = _ask(alice, thread, now)

    conversations.delete_thread(alice, thread, now=now)

    assert conversations.confirmation(alice, asked.id).answer == "replaced"


def test_what_was_shown_last_is_remembered(alice: Person, thread: str) -> None:
    before = conversations.shown(alice, thread)

    conversations.show(alice, thread, '{"listed": []}')

    assert (before, conversations.shown(alice, thread)) == ("", '{"listed": []}')


def test_a_limit_lets_exactly_so_many_through_at_once(alice: Person, bob: Person, now: datetime) -> None:
    counted = _at_once(30, lambda _: hit(alice, "day", 10, 24 * HOUR, now=now))

    assert (counted.count(None), counted.count(TooMany)) == (10, 20)
    hit(bob, "day", 10, 24 * HOUR, now=now)
    hit(alice, "minute", 10, 24 * HOUR, now=now)


def test_a_limit_slides_and_says_when_it_resets(alice: Person, now: datetime) -> None:
    for n in range(2):
        hit(alice, "day", 2, 24 * HOUR, now=now + n * HOUR)

    with pytest.raises(TooMany) as caught:
        hit(alice, "day", 2, 24 * HOUR, now=now + 2 * HOUR)
    hit(alice, "day", 2, 24 * HOUR, now=now + 24 * HOUR)

    assert caught.value.resets_at == now + 24 * HOUR
    assert caught.value.retry_after == 22 * 60 * 60


def test_a_limit_of_0_is_off(alice: Person, now: datetime) -> None:
    assert [hit(alice, "day", 0, HOUR, now=now) for _ in range(3)] == [None] * 3
