"""Trying again: what it would take back is told before, then taken back, and the message may be said anew (C-11)."""

from datetime import datetime
from typing import Any

import pytest

from taskchat.assistant.server import Chat
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit
from taskchat.errors import Invalid, NotFound
from taskchat.services import tasks
from tests.assistant.talking import Client, chatting, kinds, op, script, seen
from tests.databases import emptied  # noqa: F401 - the database takes part

MILK, BREAD = ("create_task", {"title": "milk"}), ("create_task", {"title": "bread"})


def again(client: Client, item_id: str, **metadata: Any) -> bytes:
    return op("threads.retry_after_item", metadata, thread_id=client.thread_id, item_id=item_id)


def titles(person: Person, now: datetime) -> list[str]:
    return sorted(task.title for task in tasks.find(person, TaskFilter(), now=now).tasks)


async def two_messages(chat: Chat, alice: Person, now: datetime) -> tuple[Client, str]:
    """A conversation in which milk and then bread was added, and the id of its first message."""
    client = Client(chat, alice, now)
    await client.say("add milk")
    await client.say("add bread")
    return client, (await client.items())[0]["id"]


async def test_a_message_said_anew_replaces_the_old_one_and_what_it_did(alice: Person, now: datetime) -> None:
    async with chatting(script(MILK, "Milk.", BREAD, "Bread.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        before = seen(client.events)

        events = await client.stream(again(client, before.items[0].id, text=" add bread\u202e "))

        stored = await client.stored()
        assert titles(alice, now) == ["bread"]
        assert [item.text for item in stored.items if item.kind == "user"] == ["add bread"]
        assert stored.items[0].id == before.items[0].id
        assert seen(events, before).items == stored.items


async def test_what_later_messages_did_is_taken_back_too(alice: Person, now: datetime) -> None:
    async with chatting(script(MILK, "Milk.", BREAD, "Bread.", MILK, "Milk again.")) as chat:
        client, first = await two_messages(chat, alice, now)

        await client.stream(again(client, first))

        assert titles(alice, now) == ["milk"]
        assert [item.text for item in (await client.stored()).items if item.kind == "user"] == ["add milk"]


async def test_what_is_taken_back_is_told_at_once_and_stays_in_the_thread(alice: Person, now: datetime) -> None:
    async with chatting(script(MILK, "Milk.", "Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        said = (await client.items())[0]["id"]

        events = await client.stream(again(client, said, text="hello"))

        notice = next(event for event in events if event["type"] == "notice")
        kept = next(item for item in (await client.stored()).items if item.kind == "workflow")
        assert notice["message"] == "Took it back: “milk” is gone again."
        assert (kept.steps[0].title, kept.steps[0].state) == (notice["message"], "undone")


async def test_what_it_would_cost_is_known_before(alice: Person, now: datetime) -> None:
    async with chatting(script(MILK, "Milk.", BREAD, "Bread.")) as chat:
        client, first = await two_messages(chat, alice, now)

        losses = await chat.losses(client.seat, client.thread_id, first)

        assert sorted(losses.changes) == ["“bread” is gone again", "“milk” is gone again"]
        assert losses.messages == 1
        assert titles(alice, now) == ["bread", "milk"]


async def test_of_a_task_that_was_made_and_changed_the_cost_is_told_once(alice: Person, now: datetime) -> None:
    done = ("complete_task", {"task": "milk"})
    async with chatting(script(MILK, "Milk.", done, "Done.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        await client.say("done with milk")
        first = (await client.items())[0]["id"]

        losses = await chat.losses(client.seat, client.thread_id, first)

        assert losses.changes == ("“milk” is gone again",)


async def test_what_is_kept_stays_with_the_new_wording(alice: Person, now: datetime) -> None:
    async with chatting(script(MILK, "Milk.", BREAD, "Bread.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        said = (await client.items())[0]["id"]

        events = await client.stream(again(client, said, text="add bread", keep=True))

        assert titles(alice, now) == ["bread", "milk"]
        assert "notice" not in kinds(events)


async def test_what_changed_since_stays_and_is_named(alice: Person, now: datetime) -> None:
    renamed = ("update_task", {"task": "milk", "title": "oat milk"})
    async with chatting(script(MILK, "Milk.", renamed, "Renamed.", "Nothing.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        await client.say("call it oat milk")
        last = [item for item in await client.items() if item["type"] == "user_message"][-1]["id"]
        task = tasks.find(alice, TaskFilter(), now=now).tasks[0]
        tasks.edit(alice, task.id, Edit(title="soy milk"), by=By("hand"), now=now)

        events = await client.stream(again(client, last))

        notice = next(event for event in events if event["type"] == "notice")
        assert notice["message"] == "“soy milk” has changed since and stays as it is."
        assert titles(alice, now) == ["soy milk"]


@pytest.mark.parametrize("text", ["", " \n ", "x" * 10_001, 7, None, ["x"]])
async def test_a_wording_that_cannot_be_is_refused_and_nothing_is_taken_back(
    text: Any, alice: Person, now: datetime
) -> None:
    async with chatting(script(MILK, "Milk.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        said = (await client.items())[0]["id"]

        with pytest.raises(Invalid):
            await client.stream(again(client, said, text=text))

        assert titles(alice, now) == ["milk"]


async def test_the_costs_of_somebody_elses_message_are_not_told(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting(script(MILK, "Milk.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        said = (await client.items())[0]["id"]

        with pytest.raises(NotFound):
            await chat.losses(Client(chat, bob, now).seat, client.thread_id, said)
        with pytest.raises(NotFound):
            await chat.losses(client.seat, client.thread_id, "msg_none")


async def test_what_was_quoted_stays_with_a_message_said_anew(alice: Person, now: datetime) -> None:
    async with chatting(script("One.", "Two.")) as chat:
        client = Client(chat, alice, now)
        content = [{"type": "input_text", "text": "what is this?"}]
        quoting = {"content": content, "attachments": [], "inference_options": {}, "quoted_text": "milk"}
        await client.stream(op("threads.create", input=quoting))
        said = (await client.items())[0]["id"]

        await client.stream(again(client, said, text="and this?"))

        first = (await client.stored()).items[0]
        assert (first.quoted, first.text) == ("milk", "and this?")
