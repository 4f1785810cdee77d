"""A provider that fails in every way it can: the message is kept, the end is honest, and the next turn works."""

from datetime import datetime

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.services import conversations, tasks
from tests.assistant.provider import CUT, Pause, Reply, call, calls, chunk, playing, refuses, says, words
from tests.assistant.talking import Client, chatting, chatting_with, errors, seen, text_in

HALF = "Half an"


def half(*end: object) -> Reply:
    return Reply((*words(HALF), *end))


FAILURES: dict[str, tuple[Reply, str]] = {
    "429": (refuses(429), "mock has too much to do. Your message is kept. Try again in a few minutes."),
    "429 with a long wait": (refuses(429, "90"), "Try again in 90 seconds."),
    "500": (refuses(500), "mock is not answering."),
    "503 in HTML": (refuses(503, body="<html>SECRET</html>"), "mock is not answering."),
    "401": (refuses(401), "mock refused the key of this server."),
    "403": (refuses(403), "mock refused the key of this server."),
    "404": (refuses(404), "mock does not know the model set on this server."),
    "400": (refuses(400), "mock refused this request."),
    "400 as a list": (refuses(400, body='[{"error": {"message": "SECRET"}}]'), "mock refused this request."),
    "too long": (refuses(400, body='{"error": {"code": "context_length_exceeded"}}'), "has grown too long for mock."),
    "cut at once": (Reply((CUT,)), "mock"),
    "cut in the middle": (half(CUT), "mock broke off in the middle"),
    "no end": (half(), "mock broke off in the middle"),
    "out of room": (half(chunk(finish="length"), "data: [DONE]"), "mock broke off in the middle"),
    "declined": (Reply((chunk(finish="content_filter"), "data: [DONE]")), "mock declined to answer this."),
    "garbage": (half("data: {{{not json"), "mock sent something that cannot be read."),
    "garbage that is JSON": (Reply(("data: 42",)), "mock sent something that cannot be read."),
    "an error inside": (half('data: {"error": {"message": "SECRET"}}'), "mock"),
    "a page instead of a stream": (Reply(status=200, body="<html>SECRET</html>"), "mock"),
    "empty": (says(""), "mock gave no answer."),
    "only spaces": (says(" \n "), "mock gave no answer."),
    "nothing at all": (Reply(("data: [DONE]",)), "mock"),
}

FINAL = {"401", "403", "404", "too long", "declined"}
"""The same message would come to the same."""


@pytest.mark.parametrize("name", FAILURES)
async def test_every_failure_is_told_and_the_next_turn_works(name: str, alice: Person, now: datetime) -> None:
    reply, sentence = FAILURES[name]
    repeated = 3 if name in {"429", "500", "503 in HTML", "cut at once"} else 1
    async with playing(*[reply] * repeated, says("Here I am again.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        failed = await client.say("add milk")
        shown = seen(failed)
        before = [item for item in (await client.stored()).items if item.kind == "assistant"]

        [error] = errors(failed)
        worked = await client.say("and now?")

        assert sentence in error["message"]
        assert error["message"].endswith(".")
        assert error["allow_retry"] is (name not in FINAL)
        assert not any(word in error["message"] for word in ("SECRET", "srv", "http", "Error"))
        assert shown.items == (*shown.items[:1], *before)
        assert all(item.ending == "cut" for item in before)
        assert errors(worked) == []
        assert (await client.answers())[-1] == "Here I am again."


async def test_what_arrived_before_the_break_is_kept_and_marked(alice: Person, now: datetime) -> None:
    async with playing(half(CUT), says("Whole.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("tell me")

        view = await chat.view(client.seat, client.thread_id)
        [run] = conversations.runs_of(alice, client.thread_id)
        await client.say("go on")

        assert [(item.text, item.ending) for item in view.conversation.items] == [
            ("tell me", "complete"),
            ("Half an", "cut"),
        ]
        assert view.conversation.error is not None
        assert view.conversation.error.allow_retry
        assert run.state == "failed"
        assert {"role": "assistant", "content": "Half an"} in mock.asked[1]["messages"]


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_short_failure_is_waited_out(status: int, alice: Person, now: datetime) -> None:
    replies = (refuses(status, "0"), refuses(status, "0"), says("Third time."))
    async with playing(*replies) as mock, chatting_with(mock.url, pauses=(60.0, 60.0)) as chat:
        client = Client(chat, alice, now)

        events = await client.say("hello?")

        assert errors(events) == []
        assert await client.answers() == ["Third time."]


async def test_it_is_not_asked_again_for_ever(alice: Person, now: datetime) -> None:
    async with playing(refuses(500, "0")) as mock, chatting_with(mock.url) as chat:
        await Client(chat, alice, now).say("hello?")

        assert len(mock.asked) == 3


async def test_a_provider_that_is_away_is_said_to_be_away(alice: Person, now: datetime) -> None:
    async with playing(says("")) as mock:
        gone = mock.url
    async with chatting_with(gone) as chat:
        client = Client(chat, alice, now)

        [error] = errors(await client.say("hello?"))

        assert error["message"].startswith("mock cannot be reached.")
        assert [item["type"] for item in await client.items()] == ["user_message"]


async def test_a_run_that_takes_too_long_ends_and_tells_what_was_done(alice: Person, now: datetime) -> None:
    """K-08: the tool's work stays and is named; the half sentence stays too."""
    made = calls([call("create_task", {"title": "milk"}, id="a", index=0)])
    async with playing(made, half(Pause())) as mock, chatting_with(mock.url, taskchat_run_seconds=0.5) as chat:
        client = Client(chat, alice, now)

        events = await client.say("add milk and talk")
        await mock.quiet.wait()

        [error] = errors(events)
        assert error["message"].startswith("This took longer than")
        assert "Created: milk" in error["message"]
        assert error["allow_retry"]
        assert [item.text for item in seen(events).items if item.kind == "assistant"] == [HALF]
        assert seen(events).items == (await client.stored()).items
        assert [task.title for task in tasks.find(alice, TaskFilter(), now=now).tasks] == ["milk"]


async def test_a_model_that_never_stops_calling_tools_is_stopped(alice: Person, now: datetime) -> None:
    async with playing(calls([call("list_tasks", {}, id="a", index=0)])) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        [error] = errors(await client.say("count"))

        assert error["message"].startswith("This took more steps than one answer may have.")
        assert all(item.done for item in (await client.stored()).items)


async def test_a_tool_nobody_knows_is_an_answer_to_the_model(alice: Person, now: datetime) -> None:
    made = calls([call("format_disk", {}, id="a", index=0)])
    async with playing(made, says("I cannot do that.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("format the disk")

        assert errors(events) == []
        assert await client.answers() == ["I cannot do that."]


@pytest.mark.parametrize("arguments", ["{", "[]", '"x"', "", '{"title": {"is": 5}}'])
async def test_arguments_that_cannot_be_read_fail_the_step_only(arguments: str, alice: Person, now: datetime) -> None:
    made = calls([call("create_task", arguments, id="a", index=0)])
    async with playing(made, says("Which title?")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("add it")

        [workflow] = [item for item in (await client.stored()).items if item.kind == "workflow"]
        assert errors(events) == []
        assert [step.state for step in workflow.steps] == ["failed"]
        assert await client.answers() == ["Which title?"]


async def test_an_answer_names_the_model_that_gave_it(alice: Person, now: datetime) -> None:
    async with playing(says("Hello.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")

        assert [item["model"] for item in await client.items() if item["type"] == "assistant_message"] == ["mock"]


async def test_nothing_of_a_failure_reaches_the_thread(alice: Person, now: datetime) -> None:
    async with playing(refuses(400, body='{"error": {"message": "SECRET"}}')) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")

        assert [text_in(item) for item in await client.items()] == ["hi"]


async def test_a_server_without_a_provider_never_opens_a_connection(alice: Person, now: datetime) -> None:
    async with playing(says("no")) as mock:
        async with chatting(taskchat_model="builtin", taskchat_model_url=mock.url) as chat:
            client = Client(chat, alice, now)
            await client.say("add milk")

        assert mock.asked == []
        kept = [item["type"] for item in await client.items()]
        assert kept == ["user_message", "workflow", "assistant_message", "widget"]
