"""What limits a person, and everybody together (K-07): counted exactly, told with the moment it lets go."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select

from taskchat.assistant.limits import DAY
from taskchat.assistant.resets import said_reset
from taskchat.assistant.server import Streamed
from taskchat.domain.person import Person, Ways
from taskchat.errors import TooMany
from taskchat.services import listing
from taskchat.storage.database import database as open_database
from taskchat.storage.database import reading
from taskchat.storage.tables import Spent
from tests.assistant.provider import Pause, Reply, call, calls, playing, says, words
from tests.assistant.talking import Client, chatting, chatting_with, errors, script
from tests.beginnings import hit
from tests.databases import emptied  # noqa: F401 - the database takes part

HUNDRED = 100
LOOK = calls([call("list_tasks", {}, id="a", index=0)])
"""One call of a model; the mock says it took 12 tokens."""
TOKENS = 12


def written(person: Person, count: int, *, now: datetime) -> None:
    """So many messages to a hosted model."""
    for _ in range(count):
        hit(person, DAY, HUNDRED, timedelta(hours=24), now=now)


async def test_the_hundredth_message_passes_and_the_next_does_not(alice: Person, bob: Person, now: datetime) -> None:
    async with playing(says("Yes.")) as mock, chatting_with(mock.url, taskchat_limit_day=HUNDRED) as chat:
        written(alice, HUNDRED - 1, now=now)
        client = Client(chat, alice, now + timedelta(hours=3))

        hundredth = await client.say("the hundredth")
        with pytest.raises(TooMany) as refused:
            await client.say("one more")

        assert errors(hundredth) == []
        assert refused.value.message == (
            "You have sent 100 messages to mock within 24 hours; that is the limit here. Your text is kept. "
            "Send it again tomorrow at 11:00."
        )
        assert refused.value.retry_after == 21 * 60 * 60
        assert refused.value.resets_at == now + timedelta(hours=24)
        assert errors(await Client(chat, bob, now).say("mine are my own")) == []
        client.now = now + timedelta(hours=24)
        assert errors(await client.say("and now")) == []


async def test_of_twenty_at_once_exactly_as_many_pass_as_are_left(alice: Person, now: datetime) -> None:
    async with playing(says("Yes.")) as mock, chatting_with(mock.url, taskchat_limit_day=HUNDRED) as chat:
        written(alice, HUNDRED - 8, now=now)

        async def begun() -> Streamed | TooMany:
            client = Client(chat, alice, now)
            try:
                return await client.begin(client.sending("at once"))
            except TooMany as error:
                return error

        came = await asyncio.gather(*(begun() for _ in range(20)))
        for one in came:
            if isinstance(one, Streamed):
                assert [frame async for frame in one.frames]

        assert sum(isinstance(one, Streamed) for one in came) == 8
        assert len(listing.find(alice).rows) == 8
        assert len(mock.asked) == 8


@pytest.mark.parametrize(
    ("after", "ways", "said"),
    [
        (timedelta(seconds=1), Ways("Europe/Berlin"), "in 1 second"),
        (timedelta(seconds=41.2), Ways("Europe/Berlin"), "in 42 seconds"),
        (timedelta(minutes=5), Ways("Europe/Berlin"), "today at 11:05"),
        (timedelta(minutes=5, seconds=1), Ways("Europe/Berlin"), "today at 11:06"),
        (timedelta(hours=23), Ways("Europe/Berlin"), "tomorrow at 10:00"),
        (timedelta(hours=23), Ways("America/New_York", clock_24=False), "tomorrow at 4 am"),
        (timedelta(hours=6, minutes=30), Ways("America/New_York", clock_24=False), "today at 11:30 am"),
        (timedelta(days=2), Ways("Asia/Tokyo", day_first=False), "Mon Nov 23 at 19:00"),
    ],
)
def test_the_moment_is_told_on_the_persons_own_clock(after: timedelta, ways: Ways, said: str, now: datetime) -> None:
    assert said_reset(now + after, now=now, ways=ways) == said


async def test_a_minutes_limit_says_how_many_seconds_are_left(alice: Person, now: datetime) -> None:
    async with chatting(script("Yes."), taskchat_limit_minute=1) as chat:
        await Client(chat, alice, now).say("one")

        with pytest.raises(TooMany) as refused:
            await Client(chat, alice, now + timedelta(seconds=20)).say("two")

        assert refused.value.message.endswith("Your text is kept. Send it again in 40 seconds.")


def spent() -> list[tuple[int, int]]:
    with reading() as session:
        return [(row.messages, row.tokens) for row in session.exec(select(Spent))]


async def test_everybody_together_has_a_limit_a_day(alice: Person, bob: Person, now: datetime) -> None:
    async with playing(says("Yes.")) as mock, chatting_with(mock.url, taskchat_limit_server=2) as chat:
        first, second = Client(chat, alice, now), Client(chat, bob, now)
        await first.say("one")
        await second.say("two")

        with pytest.raises(TooMany) as refused:
            await first.say("three")

        assert refused.value.message.startswith("This server has asked mock as much as it may in a day.")
        assert 0 < refused.value.retry_after <= 24 * 60 * 60
        assert refused.value.resets_at is not None
        assert refused.value.resets_at.astimezone(UTC).hour == 0
        assert len(mock.asked) == 2
        assert spent() == [(2, 2 * TOKENS)]


async def test_spent_tokens_end_a_run_before_its_next_call(alice: Person, now: datetime) -> None:
    async with playing(LOOK, says("There.")) as mock, chatting_with(mock.url, taskchat_limit_tokens=TOKENS) as chat:
        client = Client(chat, alice, now)

        [error] = errors(await client.say("what is there?"))
        with pytest.raises(TooMany):
            await client.say("and now?")

        assert error["message"].startswith("This server has asked mock as much as it may in a day. What was done stays")
        assert error["allow_retry"] is False
        assert len(mock.asked) == 1
        assert [item["type"] for item in await client.items()] == ["user_message", "workflow"]
        assert spent() == [(1, TOKENS)]


async def test_a_call_without_a_count_and_one_that_is_stopped_are_counted_too(alice: Person, now: datetime) -> None:
    silent = Reply((*says("A few words.").parts[:-2], "data: [DONE]"))
    endless = Reply((*words("Half an answer"), Pause()))
    async with playing(silent, endless) as mock, chatting_with(mock.url, taskchat_limit_tokens=10**6) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")
        [(_, first)] = spent()
        begun = await client.begin(client.sending("talk"))
        await chat.stop(client.seat, client.thread_id)
        assert [frame async for frame in begun.frames]

        async with asyncio.timeout(10):
            while spent() == [(2, first)]:  # noqa: ASYNC110 - counted when nobody waits for it any more
                await asyncio.sleep(0.01)
        assert first > 0


@pytest.fixture
def statements(database: str) -> Iterator[list[str]]:
    """What is asked of the database."""
    engine, asked = open_database().engine, []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


async def test_counting_for_everybody_costs_one_statement_and_the_built_in_assistant_none(
    alice: Person, now: datetime, statements: list[str]
) -> None:
    async def asked(client: Client) -> list[str]:
        statements.clear()
        begun = await client.begin(client.sending("hi"))
        counted = [one for one in statements if "spent" in one]
        assert [frame async for frame in begun.frames]
        return counted

    async with playing(says("Yes.")) as mock:
        async with chatting_with(mock.url, host="0.0.0.0") as chat:
            with_cap = await asked(Client(chat, alice, now))
            guest = await asked(Client(chat, replace(alice, guest=True), now))
        async with chatting_with(mock.url) as chat:
            closed = await asked(Client(chat, alice, now))

    assert with_cap and all(one.startswith("INSERT INTO spent") for one in with_cap)
    assert guest == closed == []
