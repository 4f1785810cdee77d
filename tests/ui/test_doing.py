"""What the bar, the keys and the palette ask of the server, and what a person is told."""

from datetime import datetime

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.several import Changes
from taskchat.domain.task import By, Draft, Edit, Priority, Status, Task
from taskchat.errors import NotSignedIn
from taskchat.services import tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.doing.goals import GoalsState
from taskchat.ui.doing.state import DoingState
from taskchat.ui.tasks.asked import VIEWS
from taskchat.ui.tasks.shortcuts import SHORTCUTS, keyshortcuts
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page

World = dict[str, Task]
LOW = Changes(edit=Edit(priority=Priority.LOW))


async def arrived(query: str = "") -> DoingState:
    """The keys' own state, with the list in view behind it."""
    doing = page(DoingState, query)
    await (await doing.get_state(TasksState)).arrive()
    return doing


async def told(doing: DoingState) -> str:
    return (await doing.get_state(Toasts)).words


def ids(*those: Task) -> list[str]:
    return [task.id for task in those]


@pytest.mark.parametrize(
    ("what", "value", "words"),
    [
        ("complete", "", "Completed 2 tasks."),
        ("delete", "", "Moved 2 tasks to trash."),
        ("due", "monday", "Due Mon 23 Nov: 2 tasks."),
        ("due", "2026-12-24", "Due Thu 24 Dec: 2 tasks."),
        ("due", "fri 9am", "Due Fri 27 Nov at 09:00: 2 tasks."),
        ("due", "", "No date any more: 2 tasks."),
        ("priority", "high", "High priority: 2 tasks."),
        ("list", "Errands", "Moved to Errands: 2 tasks."),
        ("tag", "#soon", "Tagged #soon: 2 tasks."),
        ("untag", "shop", "No longer tagged #shop: Buy milk"),
    ],
)
async def test_what_is_done_to_several_is_told_and_can_be_taken_back(
    at_tab: Person, world: World, what: str, value: str, words: str
) -> None:
    doing = await arrived()
    before = [tasks.get(at_tab, world[name].id) for name in ("milk", "plants")]

    await doing.act("key", what, value, ids(*before), False)
    said, answered = await told(doing), doing.answered
    await doing.undo()

    assert (said, answered) == (words, "key")
    assert [tasks.get(at_tab, task.id).due for task in before] == [task.due for task in before]
    assert [tasks.get(at_tab, task.id).tags for task in before] == [task.tags for task in before]
    assert [tasks.get(at_tab, task.id).status for task in before] == [Status.OPEN] * 2


async def test_one_task_is_told_by_its_title(at_tab: Person, world: World) -> None:
    doing = await arrived()

    await doing.act("key", "due", "tomorrow", ids(world["milk"]), False)

    assert await told(doing) == "Due tomorrow, Sun 22 Nov, at 17:00: Buy milk"


async def test_what_is_gone_meanwhile_is_told_and_the_rest_is_done(at_tab: Person, world: World, now: datetime) -> None:
    doing = await arrived()
    tasks.delete(at_tab, world["rent"].id, by=By("elsewhere"), now=now)

    await doing.act("key", "complete", "", ids(world["milk"], world["rent"], world["plants"]), False)

    assert await told(doing) == (
        "Completed 2 tasks. 1 task could not be changed. There is no such task. It may have been deleted."
    )


async def test_what_cannot_be_meant_changes_nothing_and_takes_back_what_was_shown(at_tab: Person, world: World) -> None:
    doing = await arrived()
    pane = await doing.get_state(TasksState)
    before = pane.said

    await doing.act("key", "due", "31 Feb", ids(world["milk"], world["rent"]), False)

    assert (pane.said, doing.answered) == (before + 1, "key")
    assert "no 31 February" in await told(doing)
    assert tasks.get(at_tab, world["milk"].id) == world["milk"]


async def test_all_that_matches_is_more_than_what_is_shown(at_tab: Person, now: datetime) -> None:
    drafts = [Draft(title=f"Task {n}", tags=("many",) if n else ()) for n in range(56)]
    tasks.create_many(at_tab, drafts, by=By("many"), now=now)
    doing = await arrived("tag=many")
    shown = [row.id for row in (await doing.get_state(TasksState)).rows]

    await doing.act("key", "priority", "high", shown, True)

    high = tasks.find(at_tab, TaskFilter(priorities=(Priority.HIGH,)), now=now)
    assert (len(shown), high.total) == (50, 55)


async def test_a_title_is_changed_in_its_place_or_refused_at_the_row(at_tab: Person, world: World) -> None:
    doing = await arrived()
    pane = await doing.get_state(TasksState)

    await doing.rename("one", world["milk"].id, "Buy oat milk")
    renamed = "Buy oat milk" in [row.title for row in pane.rows]
    await doing.rename("two", world["milk"].id, "x" * 256)

    assert (renamed, doing.answered) == (True, "two")
    assert (pane.trouble_id, pane.trouble) == (
        world["milk"].id, "A title has 255 characters at most; this one has 256.",
    )  # fmt: skip


async def test_undo_and_redo_say_what_they_did_and_when_there_is_nothing(at_tab: Person, world: World) -> None:
    doing = await arrived()
    await doing.act("key", "complete", "", ids(world["milk"]), False)
    said = []
    for step in (doing.undo, doing.redo, doing.redo):
        await step()
        said.append(await told(doing))

    assert said == [
        "Took it back: “Buy milk” is open again.", "Did it again: “Buy milk”.", "There is nothing to do again.",
    ]  # fmt: skip


async def test_what_changed_since_is_asked_before_it_is_taken_back(at_tab: Person, world: World, now: datetime) -> None:
    doing = await arrived()
    await doing.act("key", "priority", "high", ids(world["milk"]), False)
    by = By("assistant", door="assistant")
    tasks.edit_many(at_tab, (world["milk"].id,), LOW, by=by, now=now)

    await doing.undo()

    toasts = await doing.get_state(Toasts)
    assert (toasts.forced, "changed since" in toasts.words) == (True, True)


async def test_the_palette_finds_while_one_types(at_tab: Person, world: World) -> None:
    goals = page(GoalsState)

    await goals.look("milk")

    assert [(one.kind, one.name, one.hint) for one in goals.offers.found] == [("task", "Buy milk", "Today 17:00")]
    assert goals.offers.words == "milk"


async def test_nobody_acts_on_the_tasks_of_somebody_else(at_tab: Person, bob: Person, now: datetime) -> None:
    theirs = tasks.create(bob, Draft(title="Secret"), by=By("bob"), now=now)
    doing, goals = await arrived(), page(GoalsState)

    for what in ("complete", "delete", "due", "restore"):
        await doing.act("key", what, "", [theirs.id], False)
    await doing.rename("key", theirs.id, "stolen")
    await goals.look("Secret")

    assert tasks.get(bob, theirs.id) == theirs
    assert goals.offers.found == ()


@pytest.mark.parametrize("name", ["undo", "redo"])
async def test_without_a_session_nothing_is_done(database: str, name: str) -> None:
    with pytest.raises(NotSignedIn):
        await getattr(page(DoingState), name)()


def test_no_key_means_two_things() -> None:
    keys = [key for group in SHORTCUTS.values() for one in group for key in one.keys]
    begin = {key.split(" ")[0] for key in keys if " " in key}

    assert len(keys) == len(set(keys))
    assert not begin & set(keys)


def test_keys_and_palette_lead_to_every_view() -> None:
    goals = {one.at or "list" for one in SHORTCUTS["Go to"]}

    assert goals == {*VIEWS, "/insights", "/settings"}


def test_keys_are_told_as_the_attribute_wants_them() -> None:
    assert (keyshortcuts("search"), keyshortcuts("undo")) == ("/", "Control+z Meta+z")
