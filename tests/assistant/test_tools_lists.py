"""Lists, templates and subtasks as a model asks for them."""

from datetime import datetime

import pytest

from taskchat.assistant.steps import done
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due
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
    assert "There are: “Packing”." in none["error"]


async def test_a_subtask_is_made_under_the_task_that_is_named(talk: Conversation, alice: Person) -> None:
    (rent,) = talk.tasks(words="pay rent")

    (made,) = await called(talk, ("add_subtask", {"task": "pay rent", "title": "find the number"}))
    (unsure,) = await called(talk, ("add_subtask", {"task": "milk", "title": "oat"}))

    assert [task.id for task in subtasks.find(alice, rent.id)] == [made["tasks"][0]["id"]]
    assert "ask" in unsure


async def test_a_list_or_a_task_is_kept_as_a_template(talk: Conversation, alice: Person, now: datetime) -> None:
    tasks.create(alice, Draft(title="Socks", list="Packing"), by=By("x"), now=now)

    (kept,) = await called(talk, ("save_template", {"list": "packing"}))
    (one,) = await called(talk, ("save_template", {"task": "pay rent", "name": "Rent day"}))
    (neither,) = await called(talk, ("save_template", {}))

    assert done("", {}, kept).title == "Kept as a template: Packing"
    assert (one["data"], "error" in neither or "ask" in neither) == ({"template": "Rent day"}, True)
    assert [template.name for template in templates.find(alice)] == ["Packing", "Rent day"]
    assert activity.undo_latest(alice, thread_id=THREAD, now=now).words


async def test_a_task_is_moved_to_a_section_of_its_list(talk: Conversation, alice: Person, now: datetime) -> None:
    made = tasks.create(alice, Draft(title="Paint", list="House"), by=By("x"), now=now)

    (moved,) = await called(talk, ("update_task", {"task": "paint", "section": "Later"}))
    (nowhere,) = await called(talk, ("update_task", {"task": "paint", "list": "inbox", "section": "Later"}))
    (out,) = await called(talk, ("update_task", {"task": "paint", "clear": ["section"]}))

    assert moved["tasks"][0]["data"]["section"] == "Later"
    assert "belongs to a list" in nowhere["error"]
    assert "section" not in out["tasks"][0]["data"]
    assert (tasks.get(alice, made.id).list, tasks.get(alice, made.id).section) == ("House", None)


async def test_subtasks_count_when_they_are_done_with_their_task(
    talk: Conversation, alice: Person, now: datetime
) -> None:
    house = tasks.create(alice, Draft(title="Move house"), by=By("x"), now=now)
    parts = [Draft(title=f"Box {n:02}", parent_id=house.id) for n in range(10)]
    tasks.create_many(alice, parts, by=By("y"), now=now)

    (waits,) = await called(talk, ("complete_task", {"task": "move house"}))

    assert (waits["waits"], waits["total"]) == ("Complete 11 tasks?", 11)


async def test_several_are_skipped_or_none(talk: Conversation, alice: Person, now: datetime) -> None:
    due = Due(now.date(), alice.ways.zone)
    made = tasks.create(alice, Draft(title="Zig one", due=due, rrule="FREQ=DAILY"), by=By("x"), now=now)
    tasks.create(alice, Draft(title="Zig two", due=due), by=By("y"), now=now)
    await called(talk, ("list_tasks", {"search": "zig"}))

    (refused,) = await called(talk, ("skip_task", {"task": "those"}))

    assert "“Zig two” does not repeat" in refused["error"]
    assert tasks.get(alice, made.id).due == due
