"""A day is planned in a conversation: proposed, set by a yes once, taken back by one undo."""

import json
from datetime import date, datetime, time, timedelta

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Due, Edit
from taskchat.errors import NotFound
from taskchat.services import tasks
from tests.assistant.proposed import ZONE, a_day, add, card, click, day, due_words, texts
from tests.assistant.talking import Client, chatting

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
