"""Repeating tasks on the page: what the toast says, what the dialog says, one time skipped or changed alone."""

from dataclasses import asdict
from datetime import date, datetime

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Status, Task
from taskchat.services import tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page
from tests.world import BERLIN

World = dict[str, Task]


async def at(query: str = "") -> tuple[TasksState, Toasts]:
    pane = page(TasksState, query)
    await pane.arrive()
    return pane, await pane.get_state(Toasts)


async def opened(task: Task) -> EditorState:
    editor = page(EditorState)
    await (await editor.get_state(TasksState)).arrive()
    await editor.open(task.id)
    return editor


def open_ones(person: Person, words: str, now: datetime) -> list[tuple[date | None, str | None]]:
    found = tasks.find(person, TaskFilter(words=words), now=now).tasks
    return [(task.due and task.due.on, task.rrule) for task in found]


async def test_completing_says_when_it_comes_back_and_undo_takes_that_back(
    at_tab: Person, world: World, now: datetime
) -> None:
    pane, toasts = await at()

    await pane.tick(world["plants"].id, True)
    words, rows = toasts.words, [(row.title, row.done) for row in pane.rows if "plants" in row.title]
    await pane.undo()

    assert words == "Completed: Water the plants. Next: Sun 29 Nov"
    assert sorted(rows) == [("Water the plants", False), ("Water the plants", True)]
    assert open_ones(at_tab, "plants", now) == [(date(2026, 11, 22), "FREQ=WEEKLY;BYDAY=SU")]


async def test_a_long_title_leaves_room_for_the_date(at_tab: Person, world: World, now: datetime) -> None:
    tasks.edit(at_tab, world["plants"].id, Edit(title="Water " * 20), by=By("edit"), now=now)
    pane, toasts = await at()

    await pane.tick(world["plants"].id, True)

    assert toasts.words == "Completed: Water Water Water Water… Next: Sun 29 Nov"


async def test_unticking_leaves_one_and_the_last_time_says_no_next(at_tab: Person, world: World, now: datetime) -> None:
    tasks.edit(at_tab, world["milk"].id, Edit(rrule="FREQ=DAILY;COUNT=1"), by=By("edit"), now=now)
    pane, toasts = await at()

    await pane.tick(world["plants"].id, True)
    await pane.tick(world["plants"].id, False)
    await pane.tick(world["milk"].id, True)

    assert toasts.words == "Completed: Buy milk"
    assert len(open_ones(at_tab, "plants", now)) == 1


async def test_a_time_is_skipped_from_the_row_and_from_the_dialog(at_tab: Person, world: World, now: datetime) -> None:
    pane, toasts = await at()
    await pane.skip(world["plants"].id)
    words = toasts.words
    editor = await opened(world["plants"])
    event = await editor.skip()

    assert words == "Skipped: Water the plants. Next: Sun 29 Nov"
    assert toasts.undo
    assert (editor.task_id, event.handler.fn.__name__) == ("", "skip")
    assert open_ones(at_tab, "plants", now)[0][0] == date(2026, 11, 29)


async def test_what_cannot_be_skipped_says_why_at_its_row(at_tab: Person, world: World) -> None:
    pane, _ = await at()

    await pane.skip(world["milk"].id)

    assert (pane.trouble_id, pane.trouble) == (
        world["milk"].id,
        "“Buy milk” does not repeat: there is only this one.",
    )


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=SU", "Comes back: Sun 29 Nov, Sun 6 Dec, Sun 13 Dec."),
        ("FREQ=WEEKLY;COUNT=3", "Comes back: Sun 29 Nov, Sun 6 Dec, the last time."),
        ("FREQ=WEEKLY;COUNT=1", "This is the last time."),
    ],
)
async def test_the_dialog_says_when_the_next_ones_are(
    at_tab: Person, world: World, now: datetime, rule: str, said: str
) -> None:
    task = tasks.edit(at_tab, world["plants"].id, Edit(rrule=rule), by=By("edit"), now=now)

    editor = await opened(task)

    assert (editor.repeats, editor.coming) == (True, said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("every monday", "Comes back: Mon 23 Nov, Mon 30 Nov, Mon 7 Dec."),
        ("every 3 days after completion", "If you complete it today, it comes back: Tue 24 Nov."),
        ("every day until 21 nov", "This repeating task would end before it starts."),
        ("whenever", "That cannot be understood. For example: every Monday, every 2 weeks."),
        ("  ", ""),
    ],
)
async def test_the_dialog_says_what_comes_of_what_is_typed(at_tab: Person, world: World, typed: str, said: str) -> None:
    editor = await opened(world["plants"])

    await editor.say_coming(typed)

    assert editor.coming == said


async def test_only_this_time_is_changed_where_that_is_ticked(at_tab: Person, world: World, now: datetime) -> None:
    editor = await opened(world["plants"])

    await editor.save({**asdict(editor.fields), "due_on": "2026-11-23", "only_this": "on"})

    assert open_ones(at_tab, "plants", now) == [
        (date(2026, 11, 23), None),
        (date(2026, 11, 29), "FREQ=WEEKLY;BYDAY=SU"),
    ]


async def test_a_done_one_offers_nothing_that_repeats(at_tab: Person, world: World, now: datetime) -> None:
    tasks.complete(at_tab, world["plants"].id, by=By("done"), now=now)

    editor = await opened(world["plants"])

    assert (editor.repeats, editor.coming) == (False, "")


async def test_what_has_not_begun_is_not_in_today(at_tab: Person, world: World, now: datetime) -> None:
    for days in (0, 1):
        start = date(2026, 11, 21 + days)
        tasks.create(
            at_tab, Draft(title=f"In {days}", due=Due(date(2026, 11, 21), BERLIN), start=start), by=By("m"), now=now
        )

    pane, _ = await at("view=today")

    assert {row.title for row in pane.rows} == {"Pay rent", "Buy milk", "In 0"}


async def test_a_row_says_that_it_counts_from_its_completion(at_tab: Person, world: World, now: datetime) -> None:
    edit = Edit(rrule="FREQ=DAILY;INTERVAL=3", after_completion=True)
    tasks.edit(at_tab, world["milk"].id, edit, by=By("edit"), now=now)

    pane, _ = await at("view=today")

    assert [row.repeat for row in pane.rows] == ["", "every 3 days after completion"]
    assert tasks.get(at_tab, world["milk"].id).status is Status.OPEN
