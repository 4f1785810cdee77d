"""Lists, templates and subtasks as a model asks for them."""

from datetime import datetime

import pytest

from taskchat.assistant.steps import done
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.services import activity, lists, subtasks, tasks, templates
from tests.assistant.test_tools import called
from tests.assistant.world import THREAD, Conversation, conversation


@pytest.fixture
def talk(alice: Person, now: datetime) -> Conversation:
    return conversation(alice, now)


async def test_a_list_is_made_put_away_and_brought_back(talk: Conversation, alice: Person, now: datetime) -> None:
    (made,) = await called(talk, ("create_list", {"name": "Trip", "colour": "plum"}))
    (away,) = await called(talk, ("archive_list", {"name": "trip"}))
    archived = lists.named(alice, "Trip").archived
    (back,) = await called(talk, ("archive_list", {"name": "trip", "bring_back": True}))

    assert [done("", {}, result).title for result in (made, away, back)] == [
        "Created the list: Trip", "Archived the list: Trip", "Brought back the list: Trip",
    ]  # fmt: skip
    assert (archived, lists.named(alice, "Trip").archived) == (now, None)
    assert activity.undo_latest(alice, thread_id=THREAD, now=now).words.startswith("Took it back: the list “Trip”")


async def test_a_template_is_used_by_its_name(talk: Conversation, alice: Person, now: datetime) -> None:
    tasks.create_many(alice, [Draft(title=each, list="Packing") for each in ("Socks", "Tent")], by=By("x"), now=now)
    templates.save_list(alice, lists.named(alice, "Packing").id, by=By("y"), now=now)

    (used,) = await called(talk, ("use_template", {"name": "packing", "new_name": "Alps"}))
    (none,) = await called(talk, ("use_template", {"name": "wedding"}))

    assert (used["did"], used["count"], used["data"]) == ("created", 2, {"list": "Alps"})
    assert "There are: Packing." in none["error"]


async def test_a_subtask_is_made_under_the_task_that_is_named(talk: Conversation, alice: Person) -> None:
    (rent,) = talk.tasks(words="pay rent")

    (made,) = await called(talk, ("add_subtask", {"task": "pay rent", "title": "find the number"}))
    (unsure,) = await called(talk, ("add_subtask", {"task": "milk", "title": "oat"}))

    assert [task.id for task in subtasks.find(alice, rent.id)] == [made["tasks"][0]["id"]]
    assert "ask" in unsure
