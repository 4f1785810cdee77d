"""What the person thinks of answers: stored, seen by every reader of the thread, changed and taken back."""

from datetime import datetime
from typing import Any

import pytest

from taskchat.assistant.server import Chat, Json
from taskchat.domain.person import Person
from taskchat.errors import Invalid, NotFound
from taskchat.live import Change, What
from tests.assistant.talking import Client, chatting, op, script


async def rate(client: Client, item_id: str, kind: str, **metadata: Any) -> None:
    body = op("items.feedback", metadata, thread_id=client.thread_id, item_ids=[item_id], kind=kind)
    assert isinstance(await client.post(body), Json)


async def answered(chat: Chat, alice: Person, now: datetime) -> tuple[Client, str]:
    client = Client(chat, alice, now)
    await client.say("Hello")
    return client, (await client.items())[-1]["id"]


async def opinion(client: Client) -> tuple[str, str]:
    """As a page that is loaded anew sees it."""
    view = await client.chat.view(client.seat, client.thread_id)
    return view.conversation.items[-1].rating, view.conversation.items[-1].comment


async def test_an_opinion_is_seen_again(alice: Person, now: datetime) -> None:
    async with chatting(script("Hi.")) as chat:
        client, answer = await answered(chat, alice, now)

        await rate(client, answer, "negative", comment=" too short\u202e ")

        assert await opinion(client) == ("negative", "too short")


async def test_what_was_said_last_stands_alone(alice: Person, now: datetime) -> None:
    async with chatting(script("Hi.")) as chat:
        client, answer = await answered(chat, alice, now)
        await rate(client, answer, "negative", comment="too short")

        await rate(client, answer, "positive")

        assert await opinion(client) == ("positive", "")


async def test_an_opinion_can_be_taken_back(alice: Person, now: datetime) -> None:
    async with chatting(script("Hi.")) as chat:
        client, answer = await answered(chat, alice, now)
        await rate(client, answer, "negative", comment="too short")

        await rate(client, answer, "negative", withdrawn=True)

        assert await opinion(client) == ("", "")


async def test_open_tabs_are_told(alice: Person, now: datetime, heard: list[tuple[str, Change]]) -> None:
    async with chatting(script("Hi.")) as chat:
        client, answer = await answered(chat, alice, now)

        await rate(client, answer, "positive")

        assert [change.ids for _, change in heard if change.what is What.ITEMS] == [(client.thread_id,)]


@pytest.mark.parametrize("comment", ["x" * 1_001, 7, None])
async def test_a_comment_that_cannot_be_is_refused(comment: Any, alice: Person, now: datetime) -> None:
    async with chatting(script("Hi.")) as chat:
        client, answer = await answered(chat, alice, now)

        with pytest.raises(Invalid):
            await rate(client, answer, "positive", comment=comment)

        assert await opinion(client) == ("", "")


async def test_nobody_rates_somebody_elses_answers(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting(script("Hi.")) as chat:
        client, answer = await answered(chat, alice, now)
        stranger = Client(chat, bob, now, thread_id=client.thread_id)

        with pytest.raises(NotFound):
            await rate(stranger, answer, "positive")

        assert await opinion(client) == ("", "")
