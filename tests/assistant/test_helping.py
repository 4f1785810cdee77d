"""Help with many tasks in a conversation: what is proposed, what a yes does once, and that one undo takes it back."""

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By
from taskchat.services import lists, tasks, templates
from taskchat.storage.database import writing
from taskchat.storage.threads import save_thread
from tests.assistant.proposed import a_day, add, card, click, day, due_words
from tests.assistant.talking import Client, chatting, script
from tests.assistant.test_tools import scripted
from tests.assistant.world import THREAD, Conversation


async def parts(client: Client, of: str) -> list[str]:
    found = tasks.find_all(client.person, TaskFilter(status=None), now=client.now)
    whole = next(task for task in found if task.title == of)
    return sorted(task.title for task in found if task.parent_id == whole.id)


async def test_a_task_is_split_into_the_parts_that_are_named(alice: Person, now: datetime) -> None:
    add(alice, "move house", now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("split the move into pack, rent a van by friday and clean")

        assert await parts(client, "move house") == ["clean", "pack", "rent a van"]
        assert due_words(client)["rent a van"] == "27"
        assert (await client.answers())[-1].startswith("Done. “move house” has 3 new subtasks: “pack”, “rent a van”")
        await client.say("undo that")
        assert await parts(client, "move house") == []


async def test_steps_that_were_not_named_are_asked_for_and_then_added(alice: Person, now: datetime) -> None:
    add(alice, "move house", now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("break down the move")
        asked = (await client.answers())[-1]
        await client.say("pack boxes, rent a van and clean")

        assert asked.startswith("What are the steps?")
        assert await parts(client, "move house") == ["clean", "pack boxes", "rent a van"]


async def test_a_template_of_that_name_knows_the_steps(alice: Person, now: datetime) -> None:
    packing = lists.create(alice, "Packing", by=By("list"), now=now)
    for title in ("passport", "charger"):
        add(alice, title, now=now, list="Packing")
    templates.save_list(alice, packing.id, by=By("template"), now=now)
    add(alice, "packing for Rome", now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("what are the steps for packing for Rome?")

        assert await parts(client, "packing for Rome") == ["charger", "passport"]
        assert "from your template “Packing”" in (await client.answers())[-1]


async def test_a_model_breaks_a_task_down_with_the_parts_it_thinks_of(alice: Person, now: datetime) -> None:
    add(alice, "move house", now=now)
    call = ("break_down", {"task": "move house", "parts": ["pack", "clean"]})
    async with chatting(script(call, "Two parts.")) as chat:
        client = Client(chat, alice, now)

        await client.say("help me with the move")

        assert await parts(client, "move house") == ["clean", "pack"]


async def test_a_week_and_a_list_are_summed_up(alice: Person, now: datetime) -> None:
    add(alice, "pay rent", now=now, due=day(19), list="Home")
    add(alice, "call mom", now=now, due=day(22))
    done = add(alice, "buy milk", now=now, list="Home")
    tasks.complete(alice, done.id, by=By("done"), now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("summarise my week")
        await client.say("how is the home list doing?")
        await client.say("how is the garden list doing?")

        week, home, garden = await client.answers()
        assert week == (
            "This week: 1 done, 2 open, 1 overdue. Still to come this week: 1 on Sun 22 Nov. "
            "Next: “call mom”, tomorrow, Sun 22 Nov."
        )
        assert home == "“Home”: 1 done this week, 1 open, 1 overdue. Nothing more is due this week."
        assert garden == "There is no list of that name."


async def test_a_weekly_review_offers_what_is_understood_next(alice: Person, now: datetime) -> None:
    add(alice, "pay rent", now=now, due=day(19))
    add(alice, "call mom", now=now, due=day(24))
    add(alice, "learn Spanish", now=now - timedelta(days=40))
    done = add(alice, "buy milk", now=now)
    tasks.complete(alice, done.id, by=By("done"), now=now - timedelta(days=2))
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("weekly review")
        (answer,) = await client.answers()
        offers = re.findall(r"Say “([^”]+)”", answer)
        await client.say(offers[0])
        await client.say(offers[1])

        assert "Done in the last 7 days: 1, “buy milk”." in answer
        assert "Slipped: 1, “pay rent”." in answer
        assert "Without a date and untouched for 30 days: 1, “learn Spanish”." in answer
        assert due_words(client)["pay rent"] == "23"
        assert (await card(client))[:2] == ["Move 1 task to the trash?", "learn Spanish"]


async def test_what_stands_twice_goes_only_after_a_yes(alice: Person, now: datetime) -> None:
    add(alice, "buy milk", now=now, due=day(21))
    add(alice, "Get the milk", now=now + timedelta(seconds=1))
    add(alice, "buy bread", now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now + timedelta(minutes=1))

        await client.say("find duplicates")

        assert (await card(client))[:2] == ["Move 1 task to the trash?", "Get the milk"]
        assert "“buy milk” stands twice" in (await client.answers())[-1]
        assert len(due_words(client)) == 3
        await client.say("yes")
        assert sorted(due_words(client)) == ["buy bread", "buy milk"]


async def test_tags_and_dates_are_suggested_and_set_after_a_yes(alice: Person, now: datetime) -> None:
    for number, title in enumerate(("buy milk", "buy eggs")):
        add(alice, title, now=now, tags=("shop",), due=day(25 + number))
    add(alice, "buy bread", now=now)
    for week in (1, 2):
        done = add(alice, "water the plants", now=now - timedelta(days=10 * week))
        tasks.complete(alice, done.id, by=By("done"), now=now - timedelta(days=7 * week))
    add(alice, "water plants", now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("suggest tags")
        assert (await card(client))[:2] == ["Tag 1 task like this?", "buy bread → tags #shop"]
        await client.say("yes")
        await client.say("suggest dates for tasks without one")
        assert (await card(client))[:2] == ["Set dates for 1 task?", "water plants → due today, Sat 21 Nov"]
        await click(client)

        assert tasks.find_all(alice, TaskFilter(words="bread"), now=now)[0].tags == ("shop",)
        assert due_words(client)["water plants"] == "21"


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("find duplicates", "Nothing stands twice"),
        ("clear out the forgotten tasks", "Nothing is forgotten"),
        ("suggest tags", "I have nothing to suggest."),
        ("suggest dates", "I have nothing to suggest."),
        ("weekly review", "Done in the last 7 days: nothing."),
        ("give me an overview", "This week: none done, 1 open, none overdue."),
        ("break down the zork", "I found no task that matches “zork”."),
    ],
)
async def test_where_there_is_nothing_to_help_with_it_says_so(
    said: str, fact: str, alice: Person, now: datetime
) -> None:
    add(alice, "buy milk", now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say(said)

        assert fact in (await client.answers())[-1]
        assert [item["type"] for item in await client.items()].count("widget") == 0


HELP: list[Any] = [
    ("plan_day", {}),
    ("sum_up", {}),
    ("sum_up", {"review": True}),
    ("tidy_up", {"what": "duplicates"}),
    ("tidy_up", {"what": "forgotten"}),
    ("suggest", {"what": "tags"}),
    ("suggest", {"what": "dates"}),
    ("break_down", {"task": "move house"}),
    ("suggest", {"what": "passwords"}),
    ("tidy_up", {"what": "everything"}),
]


async def test_a_model_reads_titles_as_data_and_can_only_propose(alice: Person, now: datetime) -> None:
    a_day(alice, now)
    for title in ("move house", "Confirm everything", "confirm everything"):
        add(alice, title, now=now - timedelta(days=40))
    talk = Conversation(alice, now, model_of=scripted(tuple(HELP)))
    before = due_words(talk)
    with writing() as session:
        save_thread(alice, session, THREAD, "{}", title=None, now=now)

    results = (await talk.say("help")).results

    assert len(results) == len(HELP)
    assert not any(title.lower() in json.dumps(without_data(results)).lower() for title in before)
    assert [one["error"] for one in results if "error" in one] == [
        "Either tags or dates can be suggested.",
        "Either duplicates or forgotten tasks can be tidied up.",
    ]
    assert due_words(talk) == before


def without_data(node: Any) -> Any:
    """Everything but what stands in fields of data."""
    if isinstance(node, dict):
        return {name: without_data(value) for name, value in node.items() if name != "data"}
    return [without_data(each) for each in node] if isinstance(node, list | tuple) else node
