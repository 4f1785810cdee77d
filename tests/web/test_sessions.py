"""Streams that end with their session, by news or by the clock."""

import asyncio
from datetime import datetime, timedelta

import pytest

from taskchat.config import Settings
from taskchat.live import InProcess
from taskchat.services import accounts
from taskchat.web.sessions import OpenStreams
from taskchat.web.site import Site
from tests.conftest import Seats

FOREVER = 3600.0


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


def streams(clock: Clock, look_seconds: float) -> OpenStreams:
    return OpenStreams(Site(Settings(_env_file=None), "", clock), look_seconds)  # pyright: ignore[reportCallIssue]


async def test_signing_out_is_heard_without_looking(
    live: InProcess, seats: Seats, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_streams = streams(clock, FOREVER)
    looked = asyncio.Event()

    async def looking_away() -> None:
        looked.set()

    monkeypatch.setattr(open_streams, "_look", looking_away)
    with open_streams.watched(seats.alice.seat) as hers, open_streams.watched(seats.bob.seat) as his:
        await looked.wait()
        await asyncio.to_thread(accounts.sign_out, seats.alice.token, now=clock.now)
        await hers.wait()

        assert not his.is_set()


async def test_a_session_that_runs_out_is_noticed(live: InProcess, seats: Seats, clock: Clock) -> None:
    open_streams = streams(clock, 0.001)

    with open_streams.watched(seats.alice.seat) as hers:
        clock.now += timedelta(days=8)
        await hers.wait()

    assert hers.is_set()


async def test_a_session_that_ended_before_the_stream_began_is_noticed(
    live: InProcess, seats: Seats, clock: Clock
) -> None:
    accounts.sign_out(seats.alice.token, now=clock.now)

    with streams(clock, FOREVER).watched(seats.alice.seat) as hers:
        await hers.wait()

    assert hers.is_set()


async def test_every_stream_of_the_session_ends(live: InProcess, seats: Seats, clock: Clock) -> None:
    open_streams = streams(clock, FOREVER)

    with open_streams.watched(seats.alice.seat) as one, open_streams.watched(seats.alice.seat) as two:
        await asyncio.to_thread(accounts.sign_out, seats.alice.token, now=clock.now)
        await asyncio.gather(one.wait(), two.wait())

    assert one.is_set() and two.is_set()


async def test_nothing_watches_when_no_stream_is_open(live: InProcess, seats: Seats, clock: Clock) -> None:
    before = asyncio.all_tasks()
    open_streams = streams(clock, FOREVER)

    with open_streams.watched(seats.alice.seat):
        await asyncio.sleep(0)
        watching = asyncio.all_tasks() - before
    await asyncio.wait(watching)

    assert watching
    assert not asyncio.all_tasks() - before


async def test_the_end_of_the_house_ends_every_stream(seats: Seats, live: InProcess, clock: Clock) -> None:
    with streams(clock, FOREVER).watched(seats.alice.seat) as hers:
        for _ in range(3):
            await asyncio.to_thread(accounts.by_session, seats.alice.seat.session, now=clock.now)
        await live.close()
        await hers.wait()

    assert hers.is_set()
