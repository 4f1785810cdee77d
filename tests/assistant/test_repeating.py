"""Repeating tasks in the chat: what is answered when one is done, skipped, changed alone."""

from datetime import date, datetime
from typing import Any

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Task
from taskchat.services import tasks
from tests.assistant.test_tools import called
from tests.assistant.world import BERLIN, Conversation, conversation


@pytest.fixture
def talk(alice: Person, now: datetime) -> Conversation:
    return conversation(alice, now)


def made(talk: Conversation, title: str, **more: Any) -> Task:
    draft = Draft(title=title, rrule="FREQ=WEEKLY", due=Due(date(2026, 11, 23), BERLIN), **more)
    return tasks.create(talk.person, draft, by=By("made"), now=talk.now)


def open_ones(talk: Conversation, words: str) -> list[tuple[str, str | None]]:
    return [(str(task.due and task.due.on), task.rrule) for task in talk.tasks(words=words)]


async def test_the_answer_says_when_it_comes_back(talk: Conversation) -> None:
    made(talk, "feed the cat")

    said = await talk.say("complete feed the cat")
    undone = await talk.say("undo that")

    assert said.reply == "Completed “feed the cat”. Next: Mon 30 Nov."
    assert "“feed the cat” is open again" in undone.reply
    assert open_ones(talk, "cat") == [("2026-11-23", "FREQ=WEEKLY")]


async def test_several_that_come_back_are_named_each_with_its_date(talk: Conversation) -> None:
    for title in ("feed the cat", "brush the cat"):
        made(talk, title, tags=("pets",))

    said = await talk.say("complete everything tagged pets")

    assert said.reply == (
        "Completed “feed the cat” and “brush the cat”. Next: “feed the cat” Mon 30 Nov; “brush the cat” Mon 30 Nov."
    )


async def test_a_model_is_told_when_it_comes_back(talk: Conversation) -> None:
    made(talk, "feed the cat")

    (result,) = await called(talk, ("complete_task", {"task": "feed the cat"}))

    assert (result["tasks"][0]["next"], result["tasks"][0]["status"]) == ("Mon 30 Nov", "done")


async def test_a_time_is_skipped(talk: Conversation) -> None:
    made(talk, "feed the cat")

    skipped, refused = await called(
        talk, ("skip_task", {"task": "feed the cat"}), ("skip_task", {"task": "write report"})
    )

    assert (skipped["did"], skipped["tasks"][0]["due_words"]) == ("skipped", "Mon 30 Nov")
    assert refused["error"] == "“write report” does not repeat: there is only this one."
    assert open_ones(talk, "cat") == [("2026-11-30", "FREQ=WEEKLY")]


async def test_the_eleventh_skip_of_a_message_waits(talk: Conversation) -> None:
    for n in range(11):
        made(talk, f"feed cat {n}")

    results = await called(talk, *(("skip_task", {"task": f"feed cat {n}"}) for n in range(11)))

    assert [result.get("waits") for result in results[9:]] == [None, "Skip 1 task?"]


async def test_one_time_is_changed_alone(talk: Conversation) -> None:
    made(talk, "feed the cat")

    await called(talk, ("update_task", {"task": "feed the cat", "due": "tuesday", "only_this_time": True}))

    assert open_ones(talk, "cat") == [("2026-11-24", None), ("2026-11-30", "FREQ=WEEKLY")]


async def test_what_repeats_begins_on_its_first_day_and_counts_from_its_completion_if_said_so(
    talk: Conversation,
) -> None:
    made_now, changed = await called(
        talk,
        ("create_task", {"title": "water the tree", "recurrence": "every sunday"}),
        ("update_task", {"task": "buy milk", "recurrence": "every 3 days after completion"}),
    )
    task, milk = (talk.tasks(words=words)[0] for words in ("tree", "buy milk"))

    assert made_now["tasks"][0]["due"] == "2026-11-22"
    assert (task.rrule, task.after_completion) == ("FREQ=WEEKLY;BYDAY=SU", False)
    assert (milk.rrule, milk.after_completion) == ("FREQ=DAILY;INTERVAL=3", True)
    assert changed["tasks"][0]["repeats"] == "every 3 days after completion"
