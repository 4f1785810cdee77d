"""Where the model does not answer, the built-in assistant may: asked by the person, for one answer, under its name."""

from datetime import datetime
from typing import Any

import pytest

from taskchat.assistant.reduce import Problem
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.errors import Invalid
from taskchat.services import conversations, tasks
from tests.assistant.provider import call, calls, playing, refuses, says
from tests.assistant.talking import Client, chatting, chatting_with, errors, op, seen


def again(client: Client, item_id: str, **metadata: Any) -> bytes:
    return op("threads.retry_after_item", metadata, thread_id=client.thread_id, item_id=item_id)


async def test_the_built_in_assistant_answers_once_and_says_that_it_did(alice: Person, now: datetime) -> None:
    async with playing(refuses(401), says("Hello again.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        failed = await client.say("add milk")

        events = await client.stream(again(client, seen(failed).items[0].id, answer_by="built-in"))
        await client.say("hello?")

        [error] = errors(failed)
        models = [item["model"] for item in await client.items() if item["type"] == "assistant_message"]
        assert error["built_in"] is True
        assert errors(events) == []
        assert [task.title for task in tasks.find(alice, TaskFilter(), now=now).tasks] == ["milk"]
        assert models == ["Built-in", "mock"]
        assert [run.model for run in conversations.runs_of(alice, client.thread_id)] == ["mock", "Built-in", "mock"]
        assert len(mock.asked) == 2


async def test_nothing_switches_by_itself(alice: Person, now: datetime) -> None:
    async with playing(refuses(500, "0")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        await client.say("add milk")

        assert tasks.find(alice, TaskFilter(), now=now).tasks == ()
        assert [item["type"] for item in await client.items()] == ["user_message"]


async def test_it_is_offered_after_a_reload_too_and_gone_once_it_has_answered(alice: Person, now: datetime) -> None:
    async with playing(refuses(401)) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        [error] = errors(await client.say("add milk"))
        before = await chat.view(client.seat, client.thread_id)

        await client.stream(again(client, before.conversation.items[0].id, answer_by="built-in"))
        after = await chat.view(client.seat, client.thread_id)

        assert before.conversation.error == Problem(error["message"], allow_retry=False, built_in=True)
        assert after.conversation.error is None


async def test_what_the_model_had_done_by_then_is_taken_back_first(alice: Person, now: datetime) -> None:
    made = calls([call("create_task", {"title": "milk from the model"}, id="a", index=0)])
    async with playing(made, refuses(401)) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        failed = await client.say("add milk")

        await client.stream(again(client, seen(failed).items[0].id, answer_by="built-in"))

        assert [task.title for task in tasks.find(alice, TaskFilter(), now=now).tasks] == ["milk"]


async def test_whoever_is_the_built_in_assistant_offers_nobody_else(alice: Person, now: datetime) -> None:
    async with chatting(taskchat_run_seconds=0) as chat:
        client = Client(chat, alice, now)

        for error in errors(await client.say("add milk")):
            assert "built_in" not in error


async def test_the_built_in_assistant_counts_against_no_hosted_limit(alice: Person, now: datetime) -> None:
    async with playing(refuses(401)) as mock, chatting_with(mock.url, taskchat_limit_day=1) as chat:
        client = Client(chat, alice, now)
        failed = await client.say("add milk")

        events = await client.stream(again(client, seen(failed).items[0].id, answer_by="built-in"))

        assert errors(events) == []
        assert await client.answers()


@pytest.mark.parametrize("named", ["gemini", 1, ["built-in"], ""])
async def test_nobody_else_can_be_asked_by_name(named: object, alice: Person, now: datetime) -> None:
    async with playing(refuses(401)) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        failed = await client.say("add milk")

        with pytest.raises(Invalid):
            await client.stream(again(client, seen(failed).items[0].id, answer_by=named))
