"""One contract, kept over the wire of every provider: words, calls, usage, refusals, and every way an answer breaks."""

import json
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import pytest
from pydantic import SecretStr

from taskchat.assistant.models import Models
from taskchat.assistant.reduce import Conversation
from taskchat.assistant.server import Chat
from taskchat.assistant.tools import TOOLS
from taskchat.assistant.trouble import CAUSES, WAITED_OUT, asked_to_wait, told
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.services import conversations, tasks
from tests.assistant.dialects import BROKEN, DIALECTS, Dialect
from tests.assistant.provider import Pause, Reply, chunk, playing, refuses
from tests.assistant.talking import Client, chatting, errors, kinds, seen, settings

MILK, BREAD = ("create_task", {"title": "milk"}), ("create_task", {"title": "bread"})
EVERY = pytest.mark.parametrize("dialect", DIALECTS.values(), ids=list(DIALECTS))
REFUSALS = [
    pytest.param(dialect, reply, cause, id=f"{name}-{kind}")
    for name, dialect in DIALECTS.items()
    for kind, (reply, cause) in dialect.refusals.items()
]


def speaking(dialect: Dialect, url: str, **more: Any) -> AbstractAsyncContextManager[Chat]:
    """A chat server that asks this provider, whose address has been moved to the mock's."""
    chosen = {name: SecretStr(value) if name.endswith("key") else value for name, value in dialect.settings.items()}
    there = settings(**chosen, taskchat_model_url=url, **more)
    return chatting(Models(there, pauses=(0.0, 0.0)))


def titles(person: Person, now: datetime) -> list[str]:
    return sorted(task.title for task in tasks.find(person, TaskFilter(), now=now).tasks)


def cause_of(conversation: Conversation, person: Person, thread_id: str) -> str:
    assert conversation.error is not None
    return conversations.runs_of(person, thread_id)[-1].cause or ""


@EVERY
async def test_words_are_shown_as_they_come_and_their_tokens_counted(
    dialect: Dialect, alice: Person, now: datetime
) -> None:
    async with playing(dialect.says("All is well here.")) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("how is it?")

        [run] = conversations.runs_of(alice, client.thread_id)
        assert errors(events) == []
        assert await client.answers() == ["All is well here."]
        assert "thread.item.updated" in kinds(events)
        assert json.loads(run.usage) == {"requests": 1, "input": 7, "output": 5}
        assert "SECRET" not in json.dumps(events)


@EVERY
async def test_calls_are_made_and_answered_and_the_next_turn_remembers_them(
    dialect: Dialect, alice: Person, now: datetime
) -> None:
    replies = dialect.does(MILK, BREAD), dialect.says("Both are there."), dialect.says("Milk and bread.")
    async with playing(*replies) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("add milk and bread")
        await client.say("what was it?")

        assert errors(events) == []
        assert titles(alice, now) == ["bread", "milk"]
        assert await client.answers() == ["Both are there.", "Milk and bread."]
        for asked in mock.asked[1:]:
            [made] = [one for one in asked["messages"] if one.get("tool_calls")]
            results = [one["tool_call_id"] for one in asked["messages"] if one["role"] == "tool"]
            assert [one["id"] for one in made["tool_calls"]] == results
            assert len(set(results)) == 2 and all(results)
            assert [json.loads(one["function"]["arguments"]) for one in made["tool_calls"]] == [MILK[1], BREAD[1]]


@EVERY
async def test_every_tool_is_told_in_a_way_it_reads(dialect: Dialect, alice: Person, now: datetime) -> None:
    """Gemini answers 400 to an object without properties: "should be non-empty for OBJECT type"."""
    async with playing(dialect.says("Hello.")) as mock, speaking(dialect, mock.url) as chat:
        await Client(chat, alice, now).say("hi")

        told = {one["function"]["name"]: one["function"] for one in mock.asked[0]["tools"]}
        bare = [name for name, one in told.items() if "parameters" not in one]
        assert set(told) == {tool.name for tool in TOOLS}
        assert bare == (["undo_last"] if dialect is DIALECTS["gemini"] else [])
        assert "anyOf" not in json.dumps(told) and "null" not in json.dumps(told)


@EVERY
async def test_it_is_asked_as_it_wants_to_be(dialect: Dialect, alice: Person, now: datetime) -> None:
    async with playing(dialect.says("Hello.")) as mock, speaking(dialect, mock.url) as chat:
        await Client(chat, alice, now).say("hi")

        [asked] = mock.asked
        assert asked["stream"] is True
        assert asked["stream_options"] == {"include_usage": True}
        assert ("parallel_tool_calls" in asked) is dialect.parallel
        assert not {"max_tokens", "max_completion_tokens", "store", "metadata"} & asked.keys()


@EVERY
async def test_an_error_before_the_first_word_is_asked_again(dialect: Dialect, alice: Person, now: datetime) -> None:
    replies = refuses(503, "0"), refuses(429, "0"), dialect.says("Third time.")
    async with playing(*replies) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("hello?")

        assert errors(events) == []
        assert await client.answers() == ["Third time."]
        assert len(mock.asked) == 3


@EVERY
async def test_an_error_behind_the_first_word_is_told_and_nothing_is_asked_again(
    dialect: Dialect, alice: Person, now: datetime
) -> None:
    broken = Reply((*dialect.words("Half an"), dialect.inside))
    async with playing(broken, dialect.says("Never.")) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("tell me")

        [error] = errors(events)
        assert cause_of(seen(events), alice, client.thread_id) == "cut_short"
        assert [item.text for item in seen(events).items if item.kind == "assistant"] == ["Half an"]
        assert len(mock.asked) == 1
        assert error["built_in"] and "SECRET" not in json.dumps(events)


@EVERY
@pytest.mark.parametrize("how", BROKEN)
async def test_an_answer_that_breaks_is_kept_and_marked(
    how: str, dialect: Dialect, alice: Person, now: datetime
) -> None:
    behind, cause = BROKEN[how]
    async with playing(Reply((*dialect.words("Half an"), *behind))) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)

        shown = seen(await client.say("tell me"))

        [answer] = [item for item in shown.items if item.kind == "assistant"]
        assert (answer.text, answer.ending) == ("Half an", "cut")
        assert cause_of(shown, alice, client.thread_id) == cause
        assert len(mock.asked) == 1


@EVERY
@pytest.mark.parametrize(("parts", "cause"), [("empty", "no_answer"), ("declined", "declined")])
async def test_an_answer_of_nothing_is_none(
    parts: str, cause: str, dialect: Dialect, alice: Person, now: datetime
) -> None:
    reply = dialect.says("") if parts == "empty" else Reply(dialect.declined)
    async with playing(reply) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)

        shown = seen(await client.say("tell me"))

        assert cause_of(shown, alice, client.thread_id) == cause
        assert not [item for item in shown.items if item.kind == "assistant"]


@pytest.mark.parametrize(("dialect", "reply", "cause"), REFUSALS)
async def test_each_refusal_is_told_for_what_it_is(dialect: Dialect, reply: Reply, cause: str) -> None:
    error = await refused(dialect, reply)

    trouble = told(error, "It")

    assert trouble.cause == cause
    assert "SECRET" not in trouble.message
    assert CAUSES[cause].built_in


@pytest.mark.parametrize(
    ("dialect", "reply", "seconds"), [(d, reply, wait) for d in DIALECTS.values() for reply, wait in d.waits]
)
async def test_how_long_it_asks_to_wait_is_heard(dialect: Dialect, reply: Reply, seconds: float) -> None:
    error = await refused(dialect, reply)

    assert asked_to_wait(error) == seconds
    assert told(error, "It").cause in WAITED_OUT


async def refused(dialect: Dialect, reply: Reply) -> Exception:
    """What the client raises, without a chat around it."""
    chosen = {name: SecretStr(value) if name.endswith("key") else value for name, value in dialect.settings.items()}
    async with playing(reply) as mock:
        models = Models(settings(**chosen, taskchat_model_url=mock.url))
        assert models.client is not None
        with pytest.raises(Exception) as caught:
            await models.client.chat.completions.create(model="x", messages=[], stream=True)
        await models.close()
    return caught.value


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("gemini", lambda made: made["tool_calls"][0]["extra_content"]["google"]["thought_signature"] == "sealed"),
        ("openrouter", lambda made: [one["data"] for one in made["reasoning_details"]] == ["sealed"]),
    ],
)
async def test_what_a_model_thought_before_its_calls_goes_back_with_them(
    name: str, where: Any, alice: Person, now: datetime
) -> None:
    """Gemini 3 answers 400 to a tool's result without it, in this turn and in every later one."""
    dialect = DIALECTS[name]
    replies = dialect.does(MILK, BREAD), dialect.says("Both."), dialect.says("Yes.")
    async with playing(*replies) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk and bread")
        await client.say("really?")

        for asked in mock.asked[1:]:
            [made] = [one for one in asked["messages"] if one.get("tool_calls")]
            assert where(made)


@pytest.mark.parametrize("finish", ["function_call_filter: MALFORMED_FUNCTION_CALL", "malformed_function_call"])
async def test_a_call_the_provider_itself_cannot_read_is_no_answer(finish: str, alice: Person, now: datetime) -> None:
    reply = Reply((chunk(finish=finish), "data: [DONE]"))
    async with playing(reply) as mock, speaking(DIALECTS["gemini"], mock.url) as chat:
        client = Client(chat, alice, now)

        assert cause_of(seen(await client.say("hi")), alice, client.thread_id) == "unreadable"


@pytest.mark.parametrize("field", ["parallel_tool_calls", "stream_options"])
async def test_what_an_address_refuses_to_be_told_is_left_out_from_then_on(
    field: str, alice: Person, now: datetime
) -> None:
    dialect = DIALECTS["any"]

    def respond(request: dict[str, Any]) -> Reply:
        return refuses(400, body=f"Unsupported parameter: '{field}'") if field in request else dialect.says("Fine.")

    async with playing(respond=respond) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")
        await client.say("and now?")

        assert await client.answers() == ["Fine.", "Fine."]
        assert [field in asked for asked in mock.asked] == [True, False, False]


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        (["<think>", "SECRET plan", "</think>", "\n\n", "Done", "."], "Done."),
        (["\n<th", "ink>SECRET</thi", "nk> Done."], "Done."),
        (["<think></think>Done."], "Done."),
        (["<thinking about it> is fine"], "<thinking about it> is fine"),
        (["Well: <think> is a tag"], "Well: <think> is a tag"),
        (["<", "b> is bold"], "<b> is bold"),
    ],
)
async def test_what_a_small_model_thinks_aloud_is_not_shown(
    pieces: list[str], shown: str, alice: Person, now: datetime
) -> None:
    reply = Reply((*(chunk({"content": piece}) for piece in pieces), chunk(finish="stop"), "data: [DONE]"))
    async with playing(reply) as mock, speaking(DIALECTS["ollama"], mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("hi")

        assert await client.answers() == [shown]
        assert "SECRET" not in json.dumps(events)


async def test_a_wait_longer_than_anybody_looks_on_is_told_instead(alice: Person, now: datetime) -> None:
    dialect = DIALECTS["gemini"]
    async with playing(dialect.refusals["minute"][0]) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)

        [error] = errors(await client.say("hi"))

        assert "Try again in 34 seconds." in error["message"]
        assert len(mock.asked) == 1


async def test_stopping_ends_the_call(alice: Person, now: datetime) -> None:
    dialect = DIALECTS["openrouter"]
    async with playing(Reply((*dialect.words("Half an"), Pause()))) as mock, speaking(dialect, mock.url) as chat:
        client = Client(chat, alice, now)
        begun = await client.begin(client.sending("tell me"))
        async for frame in begun.frames:
            if b"Half" in frame.data:
                break

        await chat.stop(client.seat, client.thread_id)
        await mock.quiet.wait()

        assert [item.ending for item in (await client.stored()).items if item.kind == "assistant"] == ["stopped"]
