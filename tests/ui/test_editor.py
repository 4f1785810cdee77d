"""The dialog "Edit task": it sends what was changed, and says what cannot be."""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta

import pytest

from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Task
from taskchat.errors import Invalid
from taskchat.services import tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.editing import Both, EditorState
from taskchat.ui.tasks.form import changed, fields_of
from taskchat.ui.tasks.parts import PartsState
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page

World = dict[str, Task]
BERLIN = "Europe/Berlin"


async def opened(task: Task) -> EditorState:
    editor = page(EditorState)
    await (await editor.get_state(TasksState)).arrive()
    await editor.open(task.id)
    return editor


async def test_it_opens_with_what_is_there(at_tab: Person, world: World) -> None:
    fields = (await opened(world["milk"])).fields

    assert (fields.title, fields.due_on, fields.due_at, fields.tags) == (
        "Buy milk",
        "2026-11-21",
        "17:00",
        "home, shop",
    )


async def test_saving_an_untouched_form_changes_nothing(at_tab: Person, world: World) -> None:
    for task in world.values():
        editor = await opened(task)
        await editor.save(asdict(editor.fields))

        assert (editor.task_id, editor.wrong) == ("", "")
        assert tasks.get(at_tab, task.id) == task


async def test_a_reminder_of_any_other_length_is_shown_and_kept(at_tab: Person, world: World, now: datetime) -> None:
    """R-01: it came through quick add or the chat; saving another field must not lose it."""
    tasks.edit(at_tab, world["milk"].id, Edit(reminder_minutes=45), by=By("other"), now=now)
    editor = await opened(world["milk"])

    await editor.save({**asdict(editor.fields), "title": "Buy oat milk"})

    assert (editor.fields.reminder, editor.fields.other_reminder) == ("45", "45 minutes before")
    assert tasks.get(at_tab, world["milk"].id).reminder_minutes == 45


async def test_only_what_was_changed_is_sent(at_tab: Person, world: World, now: datetime) -> None:
    editor = await opened(world["milk"])
    tasks.edit(at_tab, world["milk"].id, Edit(description="from elsewhere"), by=By("other"), now=now)

    await editor.save({**asdict(editor.fields), "title": "Buy oat milk"})

    saved = tasks.get(at_tab, world["milk"].id)
    assert (saved.title, saved.description) == ("Buy oat milk", "from elsewhere")


async def test_what_is_wrong_stands_at_its_field_and_the_dialog_stays(at_tab: Person, world: World) -> None:
    editor = await opened(world["milk"])

    await editor.save({**asdict(editor.fields), "title": "  "})

    assert editor.task_id == world["milk"].id
    assert (editor.wrong_field, editor.wrong != "") == ("title", True)


async def test_a_task_that_is_gone_does_not_open(at_tab: Person, world: World, now: datetime) -> None:
    tasks.delete(at_tab, world["milk"].id, by=By("elsewhere"), now=now)

    editor = await opened(world["milk"])

    assert editor.task_id == ""
    assert (await editor.get_state(Toasts)).words == "There is no such task. It may have been deleted."


async def test_nobody_opens_or_saves_what_belongs_to_somebody_else(
    at_tab: Person, bob: Person, now: datetime, world: World
) -> None:
    editor = await opened(world["milk"])
    theirs = tasks.create(bob, _draft_of(world["milk"]), by=By("bob"), now=now)

    editor.task_id = theirs.id
    await editor.save({**asdict(editor.fields), "title": "Mine"})

    assert tasks.get(bob, theirs.id) == theirs
    assert editor.wrong == "There is no such task. It may have been deleted."


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"due_on": "2026-11-23", "due_at": ""}, Edit(due=Due(date(2026, 11, 23), BERLIN))),
        ({"due_on": "", "due_at": ""}, Edit(due=None)),
        ({"due_on": "", "due_at": "08:30"}, Edit(due=Due.moment(date(2026, 11, 21), time(8, 30), BERLIN))),
        ({"priority": "high"}, Edit(priority=Priority.HIGH)),
        ({"priority": "urgent"}, Edit(priority=Priority.MEDIUM)),
        ({"tags": "a, #b,, "}, Edit(tags=("a", "b"))),
        ({"list": "Home"}, Edit(list="Home")),
        ({"start": "2026-11-20"}, Edit(start=date(2026, 11, 20))),
        ({"repeat": "every monday"}, Edit(rrule="FREQ=WEEKLY;BYDAY=MO", after_completion=False)),
        ({"repeat": "every 3 days after completion"}, Edit(rrule="FREQ=DAILY;INTERVAL=3", after_completion=True)),
        (
            {"repeat": "every monday", "due_on": "", "due_at": ""},
            Edit(rrule="FREQ=WEEKLY;BYDAY=MO", after_completion=False, due=Due(date(2026, 11, 23), BERLIN)),
        ),
        ({"reminder": "15"}, Edit(reminder_minutes=15)),
        ({}, Edit()),
    ],
)
def test_a_sent_form_is_read_field_by_field(
    said: dict[str, str], meant: Edit, world: World, now: datetime, ways: Ways
) -> None:
    was = fields_of(world["milk"])

    assert changed(was, {**asdict(was), **said}, now=now, ways=ways) == meant


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"due_on": "2026-02-31"}, "due"),
        ({"due_at": "25:00"}, "due"),
        ({"start": "soon"}, "start"),
        ({"repeat": "whenever"}, "rrule"),
    ],
)
def test_what_cannot_be_read_names_its_field(
    said: dict[str, str], field: str, world: World, now: datetime, ways: Ways
) -> None:
    was = fields_of(world["milk"])

    with pytest.raises(Invalid) as refused:
        changed(was, {**asdict(was), **said}, now=now, ways=ways)

    assert refused.value.field == field


def _draft_of(task: Task) -> Draft:
    return Draft(title=task.title)


async def test_what_somebody_else_changed_meanwhile_is_shown_beside_ones_own(
    at_tab: Person, world: World, now: datetime
) -> None:
    milk = world["milk"]
    editor = await opened(milk)
    other = Edit(title="Buy oat milk", priority=Priority.LOW)
    tasks.edit(at_tab, milk.id, other, by=By("other tab"), now=now + timedelta(seconds=1))
    mine = {**asdict(editor.fields), "title": "Buy soy milk", "tags": "shop"}

    await editor.save(mine)
    asked = editor.task_id, list(editor.both), tasks.get(at_tab, milk.id).title
    await editor.save(mine)

    assert asked == (milk.id, [Both("Title", "Buy soy milk", "Buy oat milk")], "Buy oat milk")
    kept = tasks.get(at_tab, milk.id)
    assert (kept.title, kept.priority, kept.tags, editor.task_id) == ("Buy soy milk", Priority.LOW, ("shop",), "")


async def test_one_may_take_what_is_there_now(at_tab: Person, world: World, now: datetime) -> None:
    milk = world["milk"]
    editor = await opened(milk)
    tasks.edit(at_tab, milk.id, Edit(due=None), by=By("other tab"), now=now + timedelta(seconds=1))
    await editor.save({**asdict(editor.fields), "due_on": "2026-12-24"})
    both = list(editor.both)

    await editor.take_theirs()

    assert both == [Both("Due", "2026-12-24 17:00", "none")]
    assert (editor.fields.due_on, editor.both, editor.wrong) == ("", [], "")


async def test_subtasks_are_added_ticked_and_counted_in_the_dialog(at_tab: Person, world: World, now: datetime) -> None:
    editor = await opened(world["report"])
    parts = await editor.get_state(PartsState)

    for line in ("find figures tomorrow", "ask Bob"):
        await parts.add({"subtask": line})
    await parts.tick(parts.family.parts[1].id, True)

    assert [(part.title, part.done) for part in parts.family.parts] == [("find figures", False), ("ask Bob", True)]
    assert parts.family.come == "1 of 2"
    figures = tasks.get(at_tab, parts.family.parts[0].id)
    assert (figures.parent_id, figures.due) == (world["report"].id, Due(date(2026, 11, 22), BERLIN))


async def test_a_subtask_says_what_it_is_part_of_and_what_cannot_be(
    at_tab: Person, world: World, now: datetime
) -> None:
    line = [world["report"]]
    for title in ("One", "Two", "Three"):
        line.append(tasks.create(at_tab, Draft(title=title, parent_id=line[-1].id), by=By(title), now=now))
    editor = await opened(line[-1])
    parts = await editor.get_state(PartsState)

    await parts.look(line[-1].id)
    await parts.add({"subtask": "Four"})

    assert parts.family.whole.title == "Two"
    assert "3 levels" in parts.wrong
