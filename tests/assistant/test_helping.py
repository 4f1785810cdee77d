"""Help with many tasks in a conversation: what is proposed, what a yes does once, and that one undo takes it back."""

import json
import re
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Task
from taskchat.errors import NotFound
from taskchat.services import lists, tasks, templates
from taskchat.storage.database import writing
from taskchat.storage.threads import save_thread
from tests.assistant.talking import Client, Event, chatting, op, script
from tests.assistant.test_tools import scripted
from tests.assistant.world import THREAD, Conversation
from tests.databases import Kept

ZONE = "Europe/Berlin"
TODAY = date(2026, 11, 21)


@pytest.fixture
def emptied(sqlite: Kept) -> Kept:
    """SQLite alone: what is written goes through services that are held to both."""
    sqlite.empty()
    return sqlite


def add(person: Person, title: str, *, now: datetime, due: Due | int | None = None, **more: Any) -> Task:
    """`due` as an hour is today at that hour."""
    due = Due.moment(TODAY, time(due), ZONE) if isinstance(due, int) else due
    return tasks.create(person, Draft(title=title, due=due, **more), by=By(title), now=now)


def day(number: int) -> Due:
    return Due(date(2026, 11, number), ZONE)


def due_words(client: Client | Conversation) -> dict[str, str]:
    """Title → "21 11:00", "21", or ""."""
    found = tasks.find_all(client.person, TaskFilter(), now=client.now)
    return {t.title: "" if not t.due else f"{t.due.local or t.due.on:%d %H:%M}".removesuffix(" 00:00") for t in found}


def texts(node: Any) -> list[str]:
    """The words of a widget, in their order."""
    if isinstance(node, list):
        return [text for part in node for text in texts(part)]
    if not isinstance(node, dict):
        return []
    own = [str(node[name]) for name in ("value", "label") if name in node]
    return [*own, *texts(node.get("children"))]


async def card(client: Client) -> list[str]:
    item = (await client.items())[-1]
    assert item["type"] == "widget", item
    return texts(item["widget"])


async def click(client: Client, kind: str = "confirm", whose: Client | None = None) -> list[Event]:
    item = (await client.items())[-1]
    found = re.search(r'"id": "(cnf_[^"]+)"', json.dumps(item["widget"]))
    action = {"type": f"confirmation.{kind}", "payload": {"id": found[1] if found else ""}}
    asking = whose or client
    thread = asking.thread_id or client.thread_id
    return await asking.stream(op("threads.custom_action", thread_id=thread, item_id=item["id"], action=action))


def a_day(person: Person, now: datetime) -> None:
    add(person, "pay rent", now=now, due=day(19))
    add(person, "dentist", now=now, due=12)
    add(person, "write report", now=now, due=day(21), priority=Priority.HIGH, estimate_minutes=90)
    add(person, "tax return", now=now, due=day(21), estimate_minutes=600)
    add(person, "learn Spanish", now=now, priority=Priority.HIGH)
    add(person, "some day", now=now)


BEFORE = {"pay rent": "19", "dentist": "21 12:00", "write report": "21", "tax return": "21"}
BEFORE |= {"learn Spanish": "", "some day": ""}
PLANNED = BEFORE | {"pay rent": "21 11:00", "write report": "21 12:30", "learn Spanish": "21 11:30"}


async def test_a_day_is_proposed_and_nothing_is_changed_yet(alice: Person, now: datetime) -> None:
    a_day(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("plan my day")

        assert await card(client) == [
            "Plan 3 tasks like this?",
            "Today, Sat 21 Nov",
            "11:00", "pay rent · overdue by 2 days",
            "11:30", "learn Spanish · no date yet",
            "12:00", "dentist · stays as it is",
            "12:30", "write report · 1 hour 30 minutes",
            "No room for:", "tax return",
            "You can take this back. This question ends at 11:10.",
            "Plan 3 like this", "Leave them",
        ]  # fmt: skip
        (answer,) = await client.answers()
        assert answer.startswith("Here is a plan for Sat 21 Nov, from 11:00 on. There is no room for “tax return”.")
        assert due_words(client) == BEFORE


@pytest.mark.parametrize("by", ["click", "word"])
async def test_a_yes_sets_the_times_and_one_undo_takes_all_of_them_back(by: str, alice: Person, now: datetime) -> None:
    a_day(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("plan my day")

        await (click(client) if by == "click" else client.say("yes"))

        assert due_words(client) == PLANNED
        settled = [item for item in await client.items() if item["type"] == "widget"][-1]
        assert texts(settled["widget"]) == ["Planned 3 tasks.", "Undo"]
        undo = settled["widget"]["children"][0]["children"][1]["onClickAction"]
        where = {"thread_id": client.thread_id, "item_id": settled["id"]}
        await client.json("threads.sync_custom_action", **where, action=undo)
        assert due_words(client) == BEFORE


async def test_undo_that_takes_a_plan_back_too(alice: Person, now: datetime) -> None:
    a_day(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("plan my day")
        await client.say("yes")

        await client.say("undo that")

        assert due_words(client) == BEFORE


async def test_a_plan_is_done_once_and_leaves_alone_what_has_changed_since(alice: Person, now: datetime) -> None:
    a_day(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("plan my day")
        rent = tasks.find_all(alice, TaskFilter(words="rent"), now=now)[0]
        tasks.edit(alice, rent.id, Edit(title="pay the rent"), by=By("hand"), now=now + timedelta(seconds=5))
        client.now = now + timedelta(minutes=1)

        await click(client)
        again = await click(client)

        assert due_words(client)["pay the rent"] == "19"
        assert due_words(client)["write report"] == "21 12:30"
        assert (await card(client))[0] == "Planned 2 tasks. 1 had gone or changed before."
        assert "This question has ended" in json.dumps(again)


@pytest.mark.parametrize("how", ["no", "not now", "late", "bob"])
async def test_a_plan_that_is_not_accepted_changes_nothing(how: str, alice: Person, bob: Person, now: datetime) -> None:
    a_day(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("plan my day")

        if how == "late":
            client.now = now + timedelta(minutes=11)
            assert "This question has ended" in json.dumps(await click(client))
        elif how == "bob":
            other = Client(chat, bob, now)
            await other.say("plan my day")
            with pytest.raises(NotFound):
                await click(client, whose=other)
        else:
            await client.say(how)

        assert due_words(client) == BEFORE


async def test_what_repeats_has_its_place_and_keeps_its_date(alice: Person, now: datetime) -> None:
    add(alice, "water plants", now=now, due=day(21), rrule="FREQ=DAILY")
    add(alice, "pay rent", now=now, due=day(21))
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("plan my day")

        await client.say("yes")

        assert due_words(client) == {"water plants": "21", "pay rent": "21 11:30"}


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("plan my day", "Nothing is late or due on Sat 21 Nov."),
        ("plan my day until 11:10", "There is no room for “a” and “b”. Say “plan tomorrow” for a plan of then."),
        ("plan tomorrow", "Sun 22 Nov is planned already: “church” at 10:00."),
        ("plan yesterday", "A day that has passed cannot be planned."),
    ],
)
async def test_where_there_is_nothing_to_move_nobody_is_asked(
    said: str, fact: str, alice: Person, now: datetime
) -> None:
    if "until" in said:
        add(alice, "a", now=now, due=day(21))
        add(alice, "b", now=now, due=day(21))
    add(alice, "church", now=now, due=Due.moment(date(2026, 11, 22), time(10), ZONE))
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say(said)

        assert (await client.answers())[-1] == fact
        assert "confirmation" not in json.dumps(await client.items())


async def test_the_numbers_of_a_plan_are_those_one_can_say(alice: Person, now: datetime) -> None:
    a_day(alice, now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say("plan my day")

        await client.say("complete the first")

        assert "pay rent" not in due_words(client)


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
