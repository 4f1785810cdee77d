"""Messages sent while an answer is written wait in a line, each for its own run, and none is lost (K-05, K-06)."""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from chatkit.types import ThreadStreamEvent
from pydantic import TypeAdapter

from taskchat.assistant.server import Chat, Streamed
from taskchat.domain.file import File
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.errors import Conflict, NotFound, TaskChatError, TooMany
from taskchat.services import accounts, conversations, files, tasks
from tests.assistant.provider import Mock, Pause, Reply, playing, says, words
from tests.assistant.talking import Client, Event, chatting, chatting_with, errors, kinds, message, op, script, text_in
from tests.assistant.test_pitfalls_of_the_server import ENDLESS, HALF, until_said
from tests.conftest import PASSWORD
from tests.databases import emptied  # noqa: F401 - the database takes part

ENDS = Reply((*words(HALF), Pause(0.3), *says("").parts))


def signed_in(chat: Chat, person: Person) -> Client:
    """By the real clock: before a message has its turn the server looks at its session."""
    now = datetime.now(UTC)
    session = accounts.sign_in(str(person.email), PASSWORD, now=now).seat.session
    return Client(chat, person, now, session=session)


async def talking(chat: Chat, person: Person) -> Client:
    """In the middle of an answer."""
    client = signed_in(chat, person)
    await client.begin(client.sending("talk"))
    await until_said(client, HALF)
    return client


async def waiting(client: Client, *texts: str, **metadata: str) -> list[Streamed]:
    return [await client.begin(client.sending(text, **metadata)) for text in texts]


async def read(begun: Streamed) -> list[Event]:
    return [json.loads(frame.data) async for frame in begun.frames]


async def line(client: Client) -> list[tuple[str, bool]]:
    """What waits: its words, and whether it is held."""
    told = json.loads(await client.chat.queue.line(client.seat, client.thread_id))["data"]
    assert all(item["metadata"]["queued"] for item in told)
    return [(text_in(item), item["metadata"].get("held", False)) for item in told]


async def message_ids(client: Client) -> list[str]:
    return [item["id"] for item in json.loads(await client.chat.queue.line(client.seat, client.thread_id))["data"]]


async def texts(client: Client) -> list[str]:
    return [text_in(item) for item in await client.items() if "content" in item]


def asked(mock: Mock) -> list[str]:
    """The last words of each request."""
    return [request["messages"][-1]["content"] for request in mock.asked]


async def stop(client: Client) -> None:
    await client.chat.stop(client.seat, client.thread_id)


@pytest.mark.parametrize("first", [ENDLESS, ENDS], ids=["stopped", "ended"])
async def test_what_is_sent_meanwhile_runs_next_in_its_order(first: Reply, alice: Person) -> None:
    async with playing(first, says("One."), says("Two.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        begun = await waiting(client, "one", "two")
        assert await line(client) == [("one", False), ("two", False)]

        if first is ENDLESS:
            await stop(client)
        streams = [await read(each) for each in begun]

        assert [text.strip() for text in await texts(client)] == ["talk", HALF, "one", "One.", "two", "Two."]
        assert await line(client) == []
        states = [run.state for run in conversations.runs_of(alice, client.thread_id)]
        assert states == ["stopped" if first is ENDLESS else "done", "done", "done"]
        assert all(errors(events) == [] for events in streams)


async def test_its_stream_says_that_it_waits_and_then_is_its_own_run(alice: Person) -> None:
    async with playing(ENDLESS, says("One.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        [begun] = await waiting(client, "one")

        await stop(client)
        events = await read(begun)

        assert kinds(events)[:3] == ["thread.item.added", "thread.item.done", "stream_options"]
        assert events[0]["item"]["metadata"] == {"queued": True}
        assert "metadata" not in events[1]["item"]
        assert events[0]["item"]["id"] == events[1]["item"]["id"] == (await client.items())[2]["id"]
        chatkits: TypeAdapter[Any] = TypeAdapter(ThreadStreamEvent)
        assert [chatkits.validate_python(event).type for event in events] == kinds(events)


async def test_every_tab_is_told_and_sees_it_wait(alice: Person) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        await waiting(client, "one")

        view = await chat.view(client.seat, client.thread_id)

        assert [(one.message_id, one.held) for one in view.waiting] == [((await message_ids(client))[0], False)]
        assert [item.text for item in view.conversation.items] == ["talk", HALF]


async def test_fifty_sends_of_one_message_wait_once_and_run_once(alice: Person) -> None:
    async with playing(ENDLESS, says("One.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        body = client.sending("one", send_id="k1")

        begun = await asyncio.gather(*(client.begin(body) for _ in range(50)))
        assert await line(client) == [("one", False)]
        await stop(client)
        streams = await asyncio.gather(*(read(each) for each in begun))

        assert len({each.run_id for each in begun}) == 1
        assert all(events == streams[0] for events in streams)
        assert asked(mock) == ["talk", "one"]
        with pytest.raises(Conflict) as reused:
            await client.post(client.sending("other words", send_id="k1"))
        assert reused.value.code == "send_key_reused"


async def test_a_line_has_an_end_and_says_so(alice: Person) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)

        said = await asyncio.gather(*(sent(client, str(n)) for n in range(13)))

        assert [one for one in said if one] == ["queue_full"] * 3
        assert len(await line(client)) == 10


async def sent(client: Client, text: str) -> str:
    """Why it was refused; "" when it was taken."""
    try:
        await client.post(client.sending(text))
    except TaskChatError as error:
        return error.code
    return ""


async def test_what_is_withdrawn_is_never_sent(alice: Person) -> None:
    async with playing(ENDLESS, says("Two.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        one, two = await waiting(client, "one", "two")
        [first, _] = await message_ids(client)

        back = json.loads(await chat.queue.withdraw(client.seat, client.thread_id, first))
        events = await read(one)
        await stop(client)
        await read(two)

        assert text_in(back) == "one"
        assert kinds(events) == ["thread.item.added", "thread.item.removed"]
        assert asked(mock) == ["talk", "two"]
        with pytest.raises(NotFound):
            await chat.queue.withdraw(client.seat, client.thread_id, first)


async def test_what_is_said_instead_takes_the_place_of_what_was_withdrawn(alice: Person) -> None:
    async with playing(ENDLESS, says("Yes.")) as mock, chatting_with(mock.url, taskchat_limit_minute=3) as chat:
        client = await talking(chat, alice)
        await waiting(client, "one", "two")
        [first, _] = await message_ids(client)
        await chat.queue.withdraw(client.seat, client.thread_id, first)

        await waiting(client, "one, changed", in_place_of=first)

        assert await line(client) == [("one, changed", False), ("two", False)]
        assert await sent(client, "a fourth message in this minute") == "too_many"
        with pytest.raises(TooMany):  # the place was taken once
            await waiting(client, "again", in_place_of=first)


async def test_what_has_begun_can_not_be_withdrawn(alice: Person) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        await waiting(client, "one")
        [first] = await message_ids(client)
        await stop(client)

        with pytest.raises(Conflict) as refused:
            await chat.queue.withdraw(client.seat, client.thread_id, first)

        assert (refused.value.code, refused.value.message) == ("has_begun", "This message is being answered already.")
        await stop(client)


async def test_nobody_else_sees_or_touches_what_waits(alice: Person, bob: Person) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        await waiting(client, "one")
        [first] = await message_ids(client)
        bobs = signed_in(chat, bob).seat

        for attempt in (
            chat.queue.line(bobs, client.thread_id),
            chat.queue.withdraw(bobs, client.thread_id, first),
            chat.queue.send_now(bobs, client.thread_id, first),
        ):
            with pytest.raises(NotFound):
                await attempt

        assert await line(client) == [("one", False)]


async def test_limits_are_counted_once_when_it_is_taken(alice: Person) -> None:
    async with playing(ENDLESS, says("One.")) as mock, chatting_with(mock.url, taskchat_limit_minute=2) as chat:
        client = await talking(chat, alice)
        [one] = await waiting(client, "one")

        assert await sent(client, "two") == "too_many"
        await stop(client)
        events = await read(one)

        assert await line(client) == []
        assert errors(events) == []
        assert asked(mock) == ["talk", "one"]


async def test_a_yes_that_was_sent_before_its_question_was_there_means_nothing(alice: Person, now: datetime) -> None:
    for title in ("one", "two", "three"):
        tasks.create(alice, Draft(title=title), by=By(f"made-{title}"), now=now)
    gate = asyncio.Event()
    model = script(("delete_all_tasks", {}), "Shall I?", "Yes what?")
    ask = model.stream_response

    async def slow(*args: Any, **kwargs: Any) -> Any:
        await gate.wait()
        async for event in ask(*args, **kwargs):
            yield event

    model.stream_response = slow  # pyright: ignore[reportAttributeAccessIssue]
    async with chatting(model) as chat:
        client = signed_in(chat, alice)
        await client.begin(client.sending("delete everything"))
        [yes] = await waiting(client, "yes")
        gate.set()
        await read(yes)

        assert tasks.find(alice, TaskFilter(), now=now).total == 3
        assert (await client.answers())[-1] == "Yes what?"


async def test_its_files_are_checked_when_it_is_taken_and_stay(alice: Person, bob: Person) -> None:
    async with playing(ENDLESS, says("One.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        mine, foreign = (files.add(one, "a.txt", b"a", now=client.now) for one in (alice, bob))
        lost = files.add(alice, "b.txt", b"b", now=client.now)
        with pytest.raises(NotFound):
            await client.post(with_files(client, foreign))

        begun = await client.begin(with_files(client, mine, lost))
        files.remove(alice, lost.id)

        assert files.get(alice, mine.id).thread_id == client.thread_id
        await stop(client)
        assert errors(await read(begun)) == []
        assert asked(mock)[-1] != "talk"


def with_files(client: Client, *attached: File) -> bytes:
    said = message("look", attachments=[file.id for file in attached])
    return op("threads.add_user_message", thread_id=client.thread_id, input=said)


@pytest.mark.parametrize(
    "operation", [("threads.retry_after_item", {}), ("threads.custom_action", {"action": {"type": "task.complete"}})]
)
async def test_only_messages_wait(operation: tuple[str, dict[str, Any]], alice: Person) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        item = {"item_id": (await client.items())[0]["id"]} if "retry" in operation[0] else {}

        with pytest.raises(Conflict) as refused:
            await client.post(op(operation[0], thread_id=client.thread_id, **item, **operation[1]))

        assert refused.value.code == "run_active"


def unique(found: Sequence[str]) -> bool:
    return len(set(found)) == len(found)


async def test_twenty_messages_at_once_are_one_run_each(alice: Person) -> None:
    """Whoever comes first runs, the others wait: nobody is turned away while there is room."""
    async with playing(says("Yes.")) as mock, chatting_with(mock.url) as chat:
        client = signed_in(chat, alice)
        await client.say("hello")

        begun = await asyncio.gather(*(client.begin(client.sending(f"message {n}")) for n in range(8)))
        await asyncio.gather(*(read(each) for each in begun))

        assert sorted(asked(mock)) == sorted(["hello", *(f"message {n}" for n in range(8))])
        assert unique([run.id for run in conversations.runs_of(alice, client.thread_id)])
        assert len(await client.answers()) == 9
