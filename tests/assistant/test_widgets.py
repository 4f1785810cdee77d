"""Lists of tasks and the day as a plan, as widgets any ChatKit client can show; and what their buttons do."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from chatkit.widgets import WidgetRoot
from pydantic import TypeAdapter

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Priority, Status, Task
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.services import activity, tasks
from tests.assistant.talking import Client, Event, chatting, errors, op, script
from tests.assistant.world import conversation

ROOT: TypeAdapter[WidgetRoot] = TypeAdapter(WidgetRoot)


def named(client: Client, title: str) -> Task:
    wanted = TaskFilter(status=None, words=title)
    return tasks.find_all(client.person, wanted, now=client.now)[0]


async def widget(client: Client) -> Event:
    """The last thing in the thread."""
    item = (await client.items())[-1]
    assert item["type"] == "widget"
    return item


def rows(item: Event) -> list[str]:
    lists = item["widget"]["children"]
    return [part["children"][0]["value"] for row in lists for part in row["children"] if part["type"] == "Col"]


def presses(node: Any) -> list[Event]:
    """Every action of a widget."""
    if isinstance(node, list):
        return [action for part in node for action in presses(part)]
    if not isinstance(node, dict):
        return []
    own = [node["onClickAction"]] if "onClickAction" in node else []
    return [*own, *presses(node.get("children"))]


async def press(client: Client, item_id: str | None, kind: str, payload: Any) -> Any:
    action = {"type": kind, "payload": payload}
    return await client.json("threads.sync_custom_action", thread_id=client.thread_id, item_id=item_id, action=action)


async def test_a_look_is_answered_with_a_list_that_acts(alice: Person, now: datetime) -> None:
    conversation(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("show all tasks about milk")

        item = await widget(client)
        assert ROOT.validate_python(item["widget"])
        assert (item["widget"]["key"], rows(item)) == ("tasks", ["buy milk", "milk for Ben"])
        assert {action["type"] for action in presses(item["widget"])} == {"task.open", "task.complete"}
        assert "milk" not in "".join(await client.answers()).replace("matching “milk”", "")


async def test_a_model_that_only_looked_gets_its_list_too(alice: Person, now: datetime) -> None:
    conversation(alice, now)
    async with chatting(script(("list_tasks", {"search": "milk"}), "Two of them.")) as chat:
        client = Client(chat, alice, now)

        await client.say("milk?")

        assert rows(await widget(client)) == ["buy milk", "milk for Ben"]


async def test_a_look_that_led_to_a_change_shows_what_was_changed(alice: Person, now: datetime) -> None:
    conversation(alice, now)
    looks = (("list_tasks", {}), ("complete_task", {"task": "dentist"}), "Done.")
    async with chatting(script(*looks)) as chat:
        client = Client(chat, alice, now)

        await client.say("I was at the dentist")

        item = await widget(client)
        assert (item["widget"]["key"], rows(item)[0]) == ("changed", "dentist")
        assert {action["type"] for action in presses(item["widget"])} == {"task.open", "task.reopen", "task.undo"}


@pytest.mark.parametrize("words", ["which one", "nothing found"])
async def test_a_look_without_an_end_shows_no_list(words: str, alice: Person, now: datetime) -> None:
    conversation(alice, now)
    calls = {
        "which one": (("list_tasks", {}), ("complete_task", {"task": "milk"}), "Which one?"),
        "nothing found": (("list_tasks", {"search": "zork"}), "None."),
    }
    async with chatting(script(*calls[words])) as chat:
        client = Client(chat, alice, now)

        await client.say(words)

        assert [item["type"] for item in await client.items()][-1] == "assistant_message"


@pytest.mark.parametrize("said", ["what is on today?", "show me my day", "how does my day look?"])
async def test_the_day_is_a_plan_late_things_first_then_by_time_then_by_priority(
    said: str, alice: Person, now: datetime
) -> None:
    conversation(alice, now)
    zone = alice.ways.zone
    for title, priority in (("any time", Priority.LOW), ("any time, but important", Priority.HIGH)):
        tasks.create(alice, Draft(title=title, due=Due(now.date(), zone), priority=priority), by=By(title), now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say(said)

        item = await widget(client)
        assert item["widget"]["key"] == "plan"
        assert item["widget"]["status"]["text"] == "Your day, Sat 21 Nov · 1 overdue"
        assert rows(item) == ["pay rent", "write report", "any time, but important", "any time"]


async def test_the_numbers_of_the_plan_are_those_one_can_say(alice: Person, now: datetime) -> None:
    conversation(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("show me my day")

        await client.say("complete the first")

        assert named(client, "pay rent").status is Status.DONE


async def test_a_click_completes_and_the_list_says_so(alice: Person, now: datetime) -> None:
    conversation(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("show all tasks about milk")
        item, milk = await widget(client), named(client, "buy milk")

        answer = await press(client, item["id"], "task.complete", {"id": milk.id})

        assert named(client, "buy milk").status is Status.DONE
        assert answer["updated_item"] == await widget(client)
        assert {"task.complete", "task.reopen"} < {a["type"] for a in presses(answer["updated_item"]["widget"])}
        await press(client, item["id"], "task.reopen", {"id": milk.id})
        assert named(client, "buy milk").status is Status.OPEN


async def test_a_click_can_stream_too(alice: Person, now: datetime) -> None:
    conversation(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("show all tasks about milk")
        item, milk = await widget(client), named(client, "buy milk")
        action = {"type": "task.complete", "payload": {"id": milk.id}}

        events = await client.stream(
            op("threads.custom_action", thread_id=client.thread_id, item_id=item["id"], action=action)
        )

        assert errors(events) == []
        assert [e["item"]["id"] for e in events if e["type"] == "thread.item.replaced"] == [item["id"]]
        assert named(client, "buy milk").status is Status.DONE


async def test_undo_takes_back_everything_the_message_did_once(alice: Person, now: datetime) -> None:
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("add milk and add bread")
        item = await widget(client)
        group = {"group": item["widget"]["about"]["group"]}

        await press(client, item["id"], "task.undo", group)

        assert tasks.find(alice, TaskFilter(), now=now).total == 0
        with pytest.raises(NotFound):
            await press(client, item["id"], "task.undo", group)


async def test_what_changed_since_is_left_alone_and_both_values_are_told(alice: Person, now: datetime) -> None:
    made = conversation(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("move the dentist to monday")
        item, dentist = await widget(client), named(client, "dentist")
        await Client(chat, alice, now + timedelta(minutes=1)).say("move the dentist to tuesday")

        with pytest.raises(Conflict, match=r"“dentist” changed since: due is .*, was .*Nothing was taken back"):
            await press(client, item["id"], "task.undo", {"group": item["widget"]["about"]["group"]})

        (left,) = made.tasks(ids=(dentist.id,))
        assert left.due and f"{left.due.on}" == "2026-11-24"


@pytest.mark.parametrize("kind", ["task.complete", "task.reopen", "task.undo"])
@pytest.mark.parametrize("payload", [None, [], {}, {"id": 7, "group": 7}, {"id": "", "group": ""}, {"id": "x" * 101}])
async def test_a_payload_without_sense_is_refused(kind: str, payload: Any, alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("hello")

        with pytest.raises(Invalid, match="Nothing was changed"):
            await press(client, None, kind, payload)


async def test_an_unknown_button_is_refused(alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("hello")

        with pytest.raises(Invalid, match="does not know this action"):
            await press(client, None, "task.open", {"id": "x"})


async def test_nobody_presses_another_persons_buttons(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting() as chat:
        client, other = Client(chat, alice, now), Client(chat, bob, now)
        await client.say("add milk")
        await other.say("add beer")
        milk, group = named(client, "milk"), (await widget(client))["widget"]["about"]["group"]

        for kind, payload in (("task.complete", {"id": milk.id}), ("task.undo", {"group": group})):
            with pytest.raises(NotFound):
                await press(other, None, kind, payload)
            with pytest.raises(NotFound):
                await press(Client(chat, bob, now, thread_id=client.thread_id), None, kind, payload)

        assert named(client, "milk") == milk


async def test_a_list_made_anew_shows_nothing_its_owner_does_not_own(alice: Person, bob: Person, now: datetime) -> None:
    foreign = tasks.create(bob, Draft(title="secret beer"), by=By("x"), now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        item = await widget(client)
        item["widget"]["about"]["ids"].append(foreign.id)
        milk = named(client, "milk")

        answer = await press(client, item["id"], "task.complete", {"id": milk.id, "about": item["widget"]["about"]})

        assert "beer" not in json.dumps(answer)


async def test_twenty_clicks_at_once_complete_once(alice: Person, now: datetime) -> None:
    made = conversation(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("show all tasks about milk")
        item, milk = await widget(client), named(client, "buy milk")

        await asyncio.gather(*(press(client, item["id"], "task.complete", {"id": milk.id}) for _ in range(20)))

        deeds = [deed for deed in activity.latest(alice) if deed.task_id == milk.id and deed.verb == "completed"]
        assert len(deeds) == 1
        assert "buy milk" in made.titles(status=Status.DONE)


async def test_a_click_is_taken_back_by_itself(alice: Person, now: datetime) -> None:
    conversation(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("add bread")
        await press(client, None, "task.complete", {"id": named(client, "bread").id})

        await client.say("undo that")

        assert named(client, "bread").status is Status.OPEN
