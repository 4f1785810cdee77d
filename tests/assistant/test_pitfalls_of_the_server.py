"""P3 to P7, P11, P13 to P18 of ChatKit's server, each with the line that keeps it away.

Each docstring names what to remove to see the test fail.
"""

import asyncio
import inspect
import json
import re
from datetime import datetime

import pytest
from chatkit.store import Store
from chatkit.types import CustomTask, Workflow, WorkflowItem

from taskchat.assistant.answer import local_now
from taskchat.assistant.context import Turn
from taskchat.assistant.store import ThreadStore
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.errors import Invalid, NotFound
from taskchat.services import conversations, listing, tasks
from tests.assistant.provider import Pause, Reply, call, calls, playing, refuses, says, words
from tests.assistant.talking import (
    Client,
    Event,
    chatting,
    chatting_with,
    errors,
    kinds,
    message,
    op,
    script,
    seen,
)

HALF = "Half an answer"
ENDLESS = Reply((*words(HALF), Pause()))


async def until_said(client: Client, text: str) -> list[Event]:
    """The events until the answer has got so far."""
    events: list[Event] = []
    async for frame in await client.chat.follow(client.seat, client.thread_id):
        events.append(json.loads(frame.data))
        if text in "".join(item.text for item in seen(events).items if item.kind == "assistant"):
            break
    return events


async def test_p03_stop_ends_the_model_call(alice: Person, now: datetime) -> None:
    """Without `result.cancel()` in `_let_go` the provider goes on to the end of its stream."""
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.begin(client.sending("talk"))
        await until_said(client, HALF)

        await chat.stop(client.seat, client.thread_id)

        await mock.quiet.wait()
        assert [run.state for run in conversations.runs_of(alice, client.thread_id)] == ["stopped"]


async def test_p04_stop_keeps_the_partial_answer(alice: Person, now: datetime) -> None:
    """Without `_close_what_is_open` the words are gone after a reload."""
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        begun = await client.begin(client.sending("talk"))
        await until_said(client, HALF)
        await chat.stop(client.seat, client.thread_id)

        events = [json.loads(frame.data) async for frame in begun.frames]

        assert [(item.text, item.ending) for item in seen(events).items] == [("talk", "complete"), (HALF, "stopped")]
        assert seen(events).items == (await client.stored()).items
        assert errors(events) == []


async def test_p05_a_run_outlives_its_connection_and_is_found_again(alice: Person, now: datetime) -> None:
    """With `process()` read by the connection instead of by `Runs` the answer would end where its reader leaves."""
    slow = Reply((*words(f"{HALF} "), Pause(0.1), *says("and the rest.").parts))
    async with playing(slow) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        begun = await client.begin(client.sending("talk"))
        reader = aiter(begun.frames)
        await anext(reader)
        await reader.aclose()  # pyright: ignore[reportAttributeAccessIssue] - an async generator
        told = await until_said(client, HALF)

        rest = [json.loads(f.data) async for f in await chat.follow(client.seat, client.thread_id, len(told))]

        assert seen(rest, seen(told)).items == (await client.stored()).items
        assert await client.answers() == [f"{HALF} and the rest."]


async def test_p06_readers_in_many_tasks_see_no_error(alice: Person, now: datetime) -> None:
    """With the stream itself handed out, a step in another task ends a good answer with `stream.error`."""
    async with chatting(script("Good.")) as chat:
        client = Client(chat, alice, now)
        frames = aiter((await client.begin(client.sending("hi"))).frames)

        events: list[Event] = []
        while (frame := await asyncio.create_task(anext(frames, None))) is not None:  # pyright: ignore
            events.append(json.loads(frame.data))

        assert errors(events) == []
        assert kinds(events)[-1] == "thread.item.done"


async def test_p07_an_item_that_is_added_again_keeps_its_place(alice: Person, now: datetime) -> None:
    """With a plain INSERT in `put_item` the second add raises; with an append there are two."""
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")
        turn = Turn(seat=client.seat, now=now)
        work = WorkflowItem(
            id="wf_1", thread_id=client.thread_id, created_at=local_now(), workflow=Workflow(type="custom", tasks=[])
        )
        await chat.store.add_thread_item(client.thread_id, work, turn)
        answer = (await client.items())[1]

        work.workflow.tasks.append(CustomTask(title="later"))
        await chat.store.add_thread_item(client.thread_id, work, turn)
        again = await chat.store.load_item(client.thread_id, answer["id"], turn)
        await chat.store.add_thread_item(client.thread_id, again, turn)

        assert [item["type"] for item in await client.items()] == ["user_message", "assistant_message", "workflow"]
        assert (await client.stored()).items[2].steps[0].title == "later"


async def test_p11_equal_steps_have_places_of_their_own(alice: Person, now: datetime) -> None:
    """With the SDK's `add_workflow_task` both are at place 0, and the first event already holds the second step."""
    twice = [("create_task", {"title": "milk"})] * 2
    async with chatting(script(twice, "Two.")) as chat:
        events = await Client(chat, alice, now).say("add milk twice")

        [added] = [e for e in events if e["type"] == "thread.item.added" and e["item"]["type"] == "workflow"]
        places = [
            (e["update"]["type"].rpartition(".")[2], e["update"]["task_index"])
            for e in events
            if e["type"] == "thread.item.updated" and e["update"]["type"].startswith("workflow")
        ]
        assert len(added["item"]["workflow"]["tasks"]) == 1
        assert sorted(places) == [("added", 1), ("updated", 0), ("updated", 1)]


async def asked_to_delete(client: Client) -> Event:
    """The card that asks whether all tasks shall go."""
    for title in ("one", "two", "three"):
        tasks.create(client.person, Draft(title=title), by=By(title), now=client.now)
    await client.say("delete everything")
    return (await client.items())[-1]


def asks_first() -> object:
    return script(("delete_all_tasks", {}), "There is a question on the card.")


async def test_p13_a_settled_card_is_settled_after_a_reload(alice: Person, now: datetime) -> None:
    """With `WidgetRootUpdated` instead of `ThreadItemReplacedEvent` the old card would be back."""
    async with chatting(asks_first()) as chat:  # pyright: ignore[reportArgumentType]
        client = Client(chat, alice, now)
        card = await asked_to_delete(client)
        asked = re.search(r"cnf_[0-9a-f-]+", json.dumps(card))
        assert asked is not None
        action = {"type": "confirmation.confirm", "payload": {"id": asked.group()}}

        events = await client.stream(
            op("threads.custom_action", thread_id=client.thread_id, item_id=card["id"], action=action)
        )

        settled = (await client.items())[-1]
        assert kinds(events) == ["stream_options", "thread.item.replaced"]
        assert settled["id"] == card["id"]
        assert "Moved 3 tasks to the trash" in json.dumps(settled["widget"])
        assert tasks.find(alice, TaskFilter(), now=now).total == 0


async def test_p14_what_cannot_be_done_is_said_before_the_stream(alice: Person, bob: Person, now: datetime) -> None:
    """Without the checks of `Sending.start` the connection breaks after the 200."""
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")
        said, answer = [item["id"] for item in await client.items()]
        of = {"thread_id": client.thread_id}

        with pytest.raises(NotFound):
            await Client(chat, bob, now, thread_id=client.thread_id).say("hi")
        with pytest.raises(NotFound):
            await client.post(op("threads.retry_after_item", **of, item_id="msg_none"))
        with pytest.raises(Invalid):
            await client.post(op("threads.retry_after_item", **of, item_id=answer))
        with pytest.raises(Invalid):
            await client.post(op("threads.add_structured_input", **of, item_id=said, input={}))


async def test_p15_an_unknown_attachment_leaves_no_thread(alice: Person, now: datetime) -> None:
    """Without the check in `check_files` ChatKit saves the thread first and fails then."""
    async with chatting(script()) as chat:
        client = Client(chat, alice, now)

        with pytest.raises(NotFound):
            await client.post(op("threads.create", input=message("look", attachments=["atc_none"])))

        assert listing.find(client.person).rows == ()


async def test_p16_an_error_says_what_happened_and_whether_retry_helps(alice: Person, now: datetime) -> None:
    """Without `CustomStreamError` every failure is the same `stream.error` that invites to retry."""
    too_long = refuses(400, body='{"error": {"code": "context_length_exceeded"}}')
    async with playing(too_long, refuses(400)) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        told = [errors(await client.say(text))[0] for text in ("one", "two")]

        assert [error["code"] for error in told] == ["custom", "custom"]
        assert [error["allow_retry"] for error in told] == [False, True]
        assert len({error["message"] for error in told}) == 2


def test_p17_the_store_takes_the_names_chatkit_calls_it_with() -> None:
    """With another name than `context` for the last parameter every call is a TypeError."""
    for name in Store.__abstractmethods__ | {"generate_thread_id", "generate_item_id"}:
        ours = inspect.signature(getattr(ThreadStore, name)).parameters
        theirs = inspect.signature(getattr(Store, name)).parameters
        assert list(ours) == list(theirs), name


async def test_p18_every_time_says_its_zone(alice: Person, now: datetime) -> None:
    """Without `zoned` in `_serialize` times go out as this server's wall clock, without saying so."""
    async with chatting(script(("create_task", {"title": "milk"}), "There.")) as chat:
        client = Client(chat, alice, now)
        events = await client.say("add milk")
        thread = await client.json("threads.get_by_id", thread_id=client.thread_id)
        listed = await client.json("threads.list")
        view = await chat.view(client.seat, client.thread_id)

        times = re.findall(r'"created_at": "([^"]+)"', json.dumps([events, thread, listed, await client.items()]))
        times += [item.created for item in view.conversation.items]

        assert len(times) > 12
        assert all(datetime.fromisoformat(each).utcoffset() is not None for each in times)
        assert {abs((datetime.fromisoformat(t) - datetime.now().astimezone()).total_seconds()) < 60 for t in times} == {
            True
        }


async def test_a_tool_that_has_started_is_finished_after_stop(alice: Person, now: datetime) -> None:
    made = calls([call("create_task", {"title": "milk"}, id="a", index=0)])
    async with playing(made, ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        begun = await client.begin(client.sending("add milk and talk"))
        await until_said(client, HALF)
        await chat.stop(client.seat, client.thread_id)

        events = [json.loads(frame.data) async for frame in begun.frames]

        [steps] = [item.steps for item in seen(events).items if item.kind == "workflow"]
        assert [step.state for step in steps] == ["done"]
        assert tasks.find(alice, TaskFilter(), now=now).total == 1
