"""A hosted model names a conversation behind its first answer: nobody waits, nothing else is touched (P-02)."""

import asyncio
import json
from datetime import datetime
from typing import Any

import pytest

from taskchat.assistant.titles import suggested
from taskchat.domain.person import Person
from taskchat.errors import TooMany
from taskchat.live import Change, What
from taskchat.services import conversations, listing
from tests.assistant.provider import Mock, Pause, Reply, playing, refuses, says
from tests.assistant.talking import Client, chatting_with, errors

SAID = "could you please remind me to call the dentist about the crown on Monday"
WORDS = "could you please remind me to call the dentist about the…"


def proposes(title: str) -> Reply:
    """A whole answer that is not streamed."""
    message = {"role": "assistant", "content": title}
    choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
    whole = {"id": "c", "object": "chat.completion", "created": 1, "model": "mock", "choices": choices}
    return Reply(body=json.dumps(whole), headers=(("content-type", "application/json"),))


def naming(title: Reply) -> Any:
    """Answers what is streamed with a sentence, and what is not with a title."""
    return playing(respond=lambda request: says("Done.") if request.get("stream") else title)


def asked_for_a_title(mock: Mock) -> list[dict[str, Any]]:
    return [request for request in mock.asked if not request.get("stream")]


def title_of(person: Person) -> str | None:
    return listing.find(person).rows[0].title


async def until_named(person: Person, title: str) -> None:
    async with asyncio.timeout(10):
        while title_of(person) != title:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)


async def settled(chat: Any) -> None:
    """Whatever was to be named has been tried."""
    await asyncio.gather(*chat.naming._errands)


async def test_a_model_names_a_conversation_once_its_first_answer_stands(alice: Person, now: datetime) -> None:
    async with naming(proposes("“Dentist on Monday.”")) as mock, chatting_with(mock.url, taskchat_titles=True) as chat:
        client = Client(chat, alice, now)

        await client.say(SAID)
        await until_named(alice, "Dentist on Monday")
        await client.say("and the day after")
        await settled(chat)

    (request,) = asked_for_a_title(mock)
    assert "tools" not in request or not request["tools"]
    assert [message["role"] for message in request["messages"]] == ["system", "user"]
    assert request["messages"][1]["content"] == SAID
    assert title_of(alice) == "Dentist on Monday"


async def test_the_name_is_told_to_every_tab(alice: Person, now: datetime, heard: list) -> None:
    async with naming(proposes("Dentist")) as mock, chatting_with(mock.url, taskchat_titles=True) as chat:
        client = Client(chat, alice, now)
        await client.say(SAID)
        heard.clear()

        await settled(chat)

    assert (alice.id, Change(What.THREADS, (client.thread_id,))) in heard


async def test_nobody_waits_for_a_name(alice: Person, now: datetime) -> None:
    slow = Reply((Pause(None),))
    async with naming(slow) as mock, chatting_with(mock.url, taskchat_titles=True) as chat:
        client = Client(chat, alice, now)

        async with asyncio.timeout(10):
            await client.say(SAID)
            await client.say("and the day after")

        assert await client.answers() == ["Done.", "Done."]
        assert title_of(alice) == WORDS


@pytest.mark.parametrize(
    "title",
    [refuses(429), refuses(500), refuses(401), proposes(""), proposes("“”"), says("Streamed, though not asked.")],
)
async def test_where_no_name_comes_the_first_words_stay_and_nothing_is_said(
    alice: Person, now: datetime, title: Reply
) -> None:
    async with naming(title) as mock, chatting_with(mock.url, taskchat_titles=True) as chat:
        client = Client(chat, alice, now)

        events = await client.say(SAID)
        await settled(chat)

    assert errors(events) == []
    assert len(asked_for_a_title(mock)) == 1
    assert title_of(alice) == WORDS


async def test_a_name_the_person_gave_meanwhile_stays(alice: Person, now: datetime) -> None:
    async with naming(proposes("Dentist")) as mock, chatting_with(mock.url, taskchat_titles=True) as chat:
        client = Client(chat, alice, now)
        events = await client.begin(client.sending(SAID))
        async for frame in events.frames:
            if b"thread.updated" in frame.data:
                await client.json("threads.update", thread_id=client.thread_id, title="Mine")

        await settled(chat)

    assert title_of(alice) == "Mine"


async def test_a_name_counts_against_no_limit_and_in_no_usage(alice: Person, now: datetime) -> None:
    limits = {"taskchat_titles": True, "taskchat_limit_day": 2}
    async with naming(proposes("Dentist")) as mock, chatting_with(mock.url, **limits) as chat:
        client = Client(chat, alice, now)
        await client.say(SAID)
        await settled(chat)
        (run,) = conversations.runs_of(alice, client.thread_id)

        await client.say("the second of two")
        with pytest.raises(TooMany):
            await client.say("the third")

    assert json.loads(run.usage)["requests"] == 1


async def test_a_failed_answer_is_not_named(alice: Person, now: datetime) -> None:
    async with playing(refuses(401)) as mock, chatting_with(mock.url, taskchat_titles=True) as chat:
        await Client(chat, alice, now).say(SAID)
        await settled(chat)

    assert asked_for_a_title(mock) == []


async def test_names_can_be_switched_off(alice: Person, now: datetime) -> None:
    async with naming(proposes("Dentist")) as mock, chatting_with(mock.url, taskchat_titles=False) as chat:
        await Client(chat, alice, now).say(SAID)
        await settled(chat)

    assert asked_for_a_title(mock) == []
    assert title_of(alice) == WORDS


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("Dentist on Monday", "Dentist on Monday"),
        ("  “Dentist on Monday.”\n\nLet me know!", "Dentist on Monday"),
        ('Title: "Zahnarzt"', "Zahnarzt"),
        ("**Dentist**", "Dentist"),
        ("", ""),
        ("\u202e\x00", ""),
        ("word " * 40, "word " * 10 + "word…"),
    ],
)
def test_what_a_model_proposes_becomes_a_title_of_ours(answer: str, title: str) -> None:
    assert suggested(answer) == title
