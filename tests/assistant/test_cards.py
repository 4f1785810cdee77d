"""Questions before much is changed (C-06): the click or the very next words, once, by the person, on the server."""

import asyncio
import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from taskchat.assistant.server import Json
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.errors import Conflict, NotFound
from taskchat.live import Change, What
from taskchat.services import activity, tasks
from tests.assistant.talking import Client, Event, chatting, errors, kinds, op, script, seen

ASKS: list[Any] = [("delete_all_tasks", {}), "There is a question on the card."]


ENDED = "This question has ended. Ask again."
BUSY = "run_active"
"""One run a thread: a click that comes while another is dealt with."""


def three_tasks(person: Person, now: datetime) -> None:
    for title in ("one", "two", "three"):
        tasks.create(person, Draft(title=title), by=By(title), now=now)


def left(person: Person, now: datetime) -> int:
    return tasks.find(person, TaskFilter(), now=now).total


async def asked(client: Client) -> Event:
    """The card, after "delete everything"."""
    three_tasks(client.person, client.now)
    events = await client.say("delete everything")
    assert seen(events).items == (await client.stored()).items
    card = (await client.items())[-1]
    assert card["type"] == "widget"
    return card


def click(client: Client, card: Event, kind: str = "confirm", **more: Any) -> bytes:
    found = re.search(r'"id": "(cnf_[^"]+)"', json.dumps(card["widget"]))
    action = {"type": f"confirmation.{kind}", "payload": {"id": found.group(1) if found else ""}}
    return op("threads.custom_action", thread_id=client.thread_id, item_id=card["id"], action=action, **more)


async def test_nothing_is_deleted_before_the_yes(alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS)) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)

        said = json.dumps(card, ensure_ascii=False)

        assert left(alice, now) == 3
        assert all(title in said for title in ("one", "two", "three"))
        assert [step.state for item in (await client.stored()).items for step in item.steps] == ["waiting"]


async def test_a_click_does_it_once(alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS, "They are in the trash.")) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        before = seen(client.events)

        first = await client.stream(click(client, card))
        again = await client.stream(click(client, card))
        await client.say("what did you do?")

        assert left(alice, now) == 0
        assert "Moved 3 tasks to the trash" in json.dumps(seen(first, before).items[-1].widget)
        assert "This question has ended" in errors(again)[0]["message"]
        assert "Moved 3 tasks to the trash" in json.dumps([i.widget for i in (await client.stored()).items])


@pytest.mark.parametrize("streams", [True, False])
async def test_twenty_clicks_at_once_do_it_once(streams: bool, alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS)) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        sent = (
            click(client, card) if streams else click(client, card).replace(b"threads.custom", b"threads.sync_custom")
        )

        said = await asyncio.gather(*(clicked(client, sent) for _ in range(20)))

        assert left(alice, now) == 0
        assert [deed.verb for deed in activity.latest(alice) if deed.verb == "deleted"] == ["deleted"] * 3
        assert sum("Moved 3 tasks to the trash" in one for one in said) == 1
        assert sum(ENDED in one or BUSY in one for one in said) == 19
        assert "Moved 3 tasks to the trash" in json.dumps((await client.items())[-1])


async def clicked(client: Client, sent: bytes) -> str:
    """What one click was told."""
    try:
        answer = await client.post(sent)
    except Conflict as error:
        return f"{error.code}: {error.message}"
    if isinstance(answer, Json):
        return answer.data.decode()
    return " ".join([frame.data.decode() async for frame in answer.frames])


async def test_what_is_left_of_the_card_takes_it_back(alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS)) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        await client.stream(click(client, card))

        undo = [part for part in (await client.items())[-1]["widget"]["children"][0]["children"] if "label" in part]
        action = undo[0]["onClickAction"]
        await client.json("threads.sync_custom_action", thread_id=client.thread_id, item_id=card["id"], action=action)

        assert action["type"] == "task.undo"
        assert left(alice, now) == 3


async def test_a_no_keeps_them(alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS)) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)

        await client.stream(click(client, card, "cancel"))
        await client.stream(click(client, card, "confirm"))

        assert left(alice, now) == 3


@pytest.mark.parametrize(("words", "remaining"), [("yes", 0), ("Yes, please!", 0), ("no", 3), ("Keep them.", 3)])
async def test_the_very_next_words_answer_without_a_model(
    words: str, remaining: int, alice: Person, now: datetime
) -> None:
    model = script(*ASKS)
    async with chatting(model) as chat:
        client = Client(chat, alice, now)
        await asked(client)
        before = seen(client.events)

        events = await client.say(words)

        model.assert_complete()
        assert errors(events) == []
        assert left(alice, now) == remaining
        assert "thread.item.replaced" in kinds(events)
        assert seen(events, before).items == (await client.stored()).items


@pytest.mark.parametrize("words", ["yes, but not two", "yes or no?", "delete them tomorrow", "ja"])
async def test_other_words_go_to_the_model_and_delete_nothing(words: str, alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS, "I see.")) as chat:
        client = Client(chat, alice, now)
        await asked(client)

        await client.say(words)

        assert left(alice, now) == 3
        assert (await client.answers())[-1] == "I see."


async def test_a_yes_later_in_the_conversation_means_nothing(alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS, "Fine.", "Yes what?")) as chat:
        client = Client(chat, alice, now)
        await asked(client)
        await client.say("wait a moment")

        await client.say("yes")

        assert left(alice, now) == 3
        assert (await client.answers())[-1] == "Yes what?"


async def test_the_question_ends_after_ten_minutes(alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS, "Too late.")) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        client.now = now + timedelta(minutes=10, seconds=1)

        await client.say("yes")
        events = await client.stream(click(client, card))

        assert left(alice, now) == 3
        assert "This question has ended" in json.dumps(events)


async def test_the_model_cannot_say_yes(alice: Person, now: datetime) -> None:
    async with chatting(script(("delete_all_tasks", {}), ("delete_all_tasks", {}), "yes")) as chat:
        client = Client(chat, alice, now)
        three_tasks(alice, now)

        await client.say("delete everything")

        assert left(alice, now) == 3
        assert [item["type"] for item in await client.items()].count("widget") == 1


async def test_another_person_cannot_answer(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting(script(*ASKS, "Hello Bob.")) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        other = Client(chat, bob, now)
        await other.say("hi")

        with pytest.raises(NotFound):
            await Client(chat, bob, now).stream(click(client, card))
        stolen = json.loads(click(client, card))
        stolen["params"] |= {"thread_id": other.thread_id, "item_id": None}
        [error] = errors(await other.stream(json.dumps(stolen).encode()))

        assert error["message"] == "This question has ended. Ask again."
        assert left(alice, now) == 3


@pytest.mark.parametrize("payload", [None, {}, {"id": 7}, {"id": "cnf_none"}, {"id": "x" * 500}, "cnf"])
async def test_a_made_up_answer_changes_nothing(payload: object, alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS)) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        made_up = {"type": "confirmation.confirm", "payload": payload}

        events = await client.stream(
            op("threads.custom_action", thread_id=client.thread_id, item_id=card["id"], action=made_up)
        )

        [error] = errors(events)
        assert error["message"] == "This question has ended. Ask again."
        assert left(alice, now) == 3


async def test_a_click_without_a_stream_is_answered_with_the_card(alice: Person, now: datetime) -> None:
    async with chatting(script(*ASKS)) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        sent = json.loads(click(client, card))

        answer = await client.json("threads.sync_custom_action", **sent["params"])

        assert answer["updated_item"]["id"] == card["id"]
        assert answer["updated_item"] == (await client.items())[-1]
        assert left(alice, now) == 0


async def test_a_click_without_a_stream_is_told_to_every_tab(
    alice: Person, now: datetime, heard: list[tuple[str, Change]]
) -> None:
    async with chatting(script(*ASKS)) as chat:
        client = Client(chat, alice, now)
        sent = json.loads(click(client, await asked(client)))
        heard.clear()

        await client.json("threads.sync_custom_action", **sent["params"])

        assert (What.RUN, client.thread_id) in [(change.what, change.ids[0]) for _, change in heard]


async def test_what_came_of_the_card_is_remembered(alice: Person, now: datetime) -> None:
    model = script(*ASKS, "You let me.")
    async with chatting(model) as chat:
        client = Client(chat, alice, now)
        card = await asked(client)
        await client.stream(click(client, card))

        await client.say("what happened?")

        assert "Moved 3 tasks to the trash" in json.dumps(model.calls[-1].input)


async def test_the_built_in_assistant_asks_too(alice: Person, now: datetime) -> None:
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await asked(client)

        await client.say("yes")

        assert left(alice, now) == 0
