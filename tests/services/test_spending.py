"""What the whole server spends is counted once, however many count at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from taskchat.errors import TooMany
from taskchat.services.spending import Cap, next_day, spend_tokens
from taskchat.storage import spending
from taskchat.storage.database import writing

LAST_MINUTE = datetime(2026, 11, 21, 23, 59, 30, tzinfo=UTC)


def send(cap: Cap, now: datetime) -> bool:
    """Whether the message may go."""
    try:
        with writing() as session:
            spending.send(session, cap, now=now)
    except TooMany:
        return False
    return True


def test_exactly_so_many_messages_pass_at_once(database: str, now: datetime) -> None:
    with ThreadPoolExecutor(16) as pool:
        passed = list(pool.map(lambda _: send(Cap(messages=10), now), range(30)))

    assert sum(passed) == 10


def test_tokens_of_all_are_one_sum(database: str, now: datetime) -> None:
    with ThreadPoolExecutor(16) as pool:
        may_go_on = list(pool.map(lambda _: spend_tokens(Cap(tokens=200), 10, now=now), range(20)))

    assert sum(may_go_on) == 19
    assert not send(Cap(tokens=200), now)
    assert send(Cap(tokens=201), now)


def test_a_day_ends_at_midnight_utc_and_says_so(database: str) -> None:
    cap = Cap(messages=1)
    assert send(cap, LAST_MINUTE)

    with pytest.raises(TooMany) as refused, writing() as session:
        spending.send(session, cap, now=LAST_MINUTE)

    assert refused.value.retry_after == 30
    assert refused.value.resets_at == next_day(LAST_MINUTE) == LAST_MINUTE + timedelta(seconds=30)
    assert send(cap, next_day(LAST_MINUTE))


def test_what_is_off_counts_nothing(database: str, now: datetime) -> None:
    assert all(send(Cap(), now) for _ in range(3))
    assert send(Cap(messages=1), now)
