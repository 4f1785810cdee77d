"""The task pane's state: what it shows of a person's tasks, and what a click does."""

from datetime import datetime, timedelta

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Edit, Status, Task
from taskchat.errors import NotSignedIn
from taskchat.services import tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page, stop_clocks

World = dict[str, Task]


async def arrived(query: str = "") -> TasksState:
    pane = page(TasksState, query)
    await pane.arrive()
    return pane


def titles(pane: TasksState) -> list[str]:
    return [row.title for row in pane.rows]


def headings(pane: TasksState) -> list[tuple[str, str]]:
    return [(row.heading, row.heading_count) for row in pane.rows if row.heading]


async def test_everything_open_stands_in_groups_by_time(at_tab: Person, world: World) -> None:
    pane = await arrived()

    assert titles(pane) == ["Pay rent", "Buy milk", "Water the plants", "Call the dentist", "Write the report"]
    assert headings(pane) == [
        ("Overdue", "1"), ("Today", "1"), ("Tomorrow", "1"), ("Next 7 days", "1"), ("No date", "1"),
    ]  # fmt: skip


async def test_a_row_shows_short_words_and_says_the_whole(at_tab: Person, world: World) -> None:
    rent, milk, plants, dentist, report = (await arrived()).rows

    assert (rent.seen, rent.said, rent.tone, rent.flag) == ("Overdue by 2 days",) * 2 + ("overdue", "high")
    assert (milk.seen, milk.said, milk.tone, milk.timed) == ("17:00", "Due today at 17:00", "today", True)
    assert (plants.seen, plants.said, plants.repeat) == ("Tomorrow", "Due tomorrow", "every Sunday")
    assert (dentist.seen, dentist.tone) == ("Tue 24 Nov 09:00", "soon")
    assert (report.seen, report.said, report.flag) == ("", "", "low")


@pytest.mark.parametrize(
    ("query", "title", "shown"),
    [
        ("view=today", "Today", ["Pay rent", "Buy milk"]),
        ("view=upcoming", "Upcoming", ["Water the plants", "Call the dentist"]),
        ("view=inbox", "Inbox", ["Pay rent", "Buy milk", "Water the plants"]),
        ("in=Health", "Health", ["Call the dentist"]),
        ("view=done", "Done", []),
        (
            "view=nonsense",
            "All tasks",
            ["Pay rent", "Buy milk", "Water the plants", "Call the dentist", "Write the report"],
        ),
        ("q=quarterly", "All tasks", ["Write the report"]),
        ("q=%23home+-%23shop", "All tasks", ["Pay rent"]),
        ("filter=%23home&q=milk", "Filter", ["Buy milk"]),
        ("filter=%23home+sort:-title", "Filter", ["Pay rent", "Buy milk"]),
        ("tag=home&tag=shop", "All tasks", ["Buy milk"]),
        ("priority=high&priority=low", "All tasks", ["Pay rent", "Write the report"]),
        ("due=overdue", "All tasks", ["Pay rent"]),
        ("due=none&view=today", "Today", ["Write the report"]),
        ("recurring=true", "All tasks", ["Water the plants"]),
        ("due=2026-11-24..2026-11-24", "All tasks", ["Call the dentist"]),
        ("sort=title&due=week", "All tasks", ["Buy milk", "Pay rent", "Water the plants"]),
    ],
)
async def test_the_address_says_what_is_shown(
    at_tab: Person, world: World, query: str, title: str, shown: list[str]
) -> None:
    pane = await arrived(query)

    assert (pane.title, titles(pane)) == (title, shown)


async def test_a_filter_says_how_many_of_how_many(at_tab: Person, world: World) -> None:
    assert (await arrived("q=milk")).shown == "1 of 5 tasks"
    assert (await arrived()).shown == ""


@pytest.mark.parametrize(
    ("query", "savable"),
    [
        ("", ""),
        ("q=%23home+milk", "#home milk"),
        ("priority=high&tag=home&due=week&reminder=true&recurring=true&sort=title&q=tax",
         "#home priority:high due:week has:reminder is:recurring sort:title tax"),
        ("in=Health&due=2026-11-24..&q=-x", "@Health due:2026-11-24.. -x"),
        ("filter=%23home&q=milk", "#home milk"),
        ("due=week&q=due:none", ""),
        ("view=today&q=milk", ""),
        ("in=Health", ""),
    ],
)  # fmt: skip
async def test_what_is_shown_can_become_a_view(at_tab: Person, world: World, query: str, savable: str) -> None:
    assert (await arrived(query)).savable == savable


async def test_the_search_is_marked_in_the_titles(at_tab: Person, now: datetime) -> None:
    tasks.create(at_tab, Draft(title="Crème <b>brûlée</b>"), by=By("a"), now=now)

    (row,) = (await arrived("q=BRULEE+creme")).rows

    assert [(piece.text, piece.hit) for piece in row.pieces] == [
        ("Crème", True), (" <b>", False), ("brûlée", True), ("</b>", False),
    ]  # fmt: skip
    assert (await arrived()).rows[0].pieces == []


async def test_an_empty_result_says_what_was_searched(at_tab: Person, world: World) -> None:
    pane = await arrived("q=dentist&tag=work")

    assert pane.rows == []
    assert pane.empty.words == "No open task matches “dentist” with #work."
    assert pane.empty.view == "clear"


async def test_fifty_at_first_and_more_when_asked(at_tab: Person, now: datetime) -> None:
    for number in range(53):
        tasks.create(at_tab, _draft(f"Task {number}"), by=By("many"), now=now)

    first, second = await arrived(), await arrived("pages=2")

    assert (len(first.rows), first.more) == (50, 3)
    assert (len(second.rows), second.more) == (53, 0)


async def test_a_tick_stays_where_it_was_for_five_seconds(
    at_tab: Person, world: World, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = await arrived()

    await pane.tick(world["milk"].id, True)
    just_now = [(row.title, row.done, row.lingers) for row in pane.rows][1]
    stop_clocks(monkeypatch, now + timedelta(seconds=6))
    await pane.reload()

    assert just_now == ("Buy milk", True, True)
    assert "Buy milk" not in titles(pane)


async def test_what_was_finished_today_stands_at_the_end_of_today(
    at_tab: Person, world: World, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks.complete(at_tab, world["dentist"].id, by=By("earlier"), now=now - timedelta(hours=1))
    tasks.complete(at_tab, world["plants"].id, by=By("before"), now=now - timedelta(days=2))

    pane = await arrived("view=today")

    assert titles(pane) == ["Pay rent", "Buy milk", "Call the dentist"]
    assert headings(pane)[-1] == ("Done today", "1")


async def test_ticking_offers_to_take_it_back(at_tab: Person, world: World) -> None:
    pane = await arrived()
    await pane.tick(world["milk"].id, True)
    toasts = await pane.get_state(Toasts)

    assert toasts.words == "Completed: Buy milk"
    await pane.undo()

    assert tasks.get(at_tab, world["milk"].id).status is Status.OPEN
    assert toasts.undo == ""


async def test_a_deleted_task_lies_in_the_trash_and_can_be_put_back(at_tab: Person, world: World) -> None:
    pane = await arrived()
    await pane.delete(world["rent"].id)
    trash = await arrived("view=trash")

    assert "Pay rent" not in titles(pane)
    assert titles(trash) == ["Pay rent"]
    await trash.restore(world["rent"].id)
    assert "Pay rent" in titles(await arrived())


async def test_undo_shows_both_values_of_what_changed_since_and_asks(
    at_tab: Person, world: World, now: datetime
) -> None:
    pane = await arrived()
    await pane.move(world["milk"].id, "tomorrow")
    later = now + timedelta(minutes=1)
    tasks.edit(at_tab, world["milk"].id, Edit(due=None), by=By("elsewhere"), now=later)

    await pane.undo()
    toasts = await pane.get_state(Toasts)
    asked = (toasts.forced, "changed since" in toasts.words)
    await pane.undo()

    assert asked == (True, True)
    assert tasks.get(at_tab, world["milk"].id).due == world["milk"].due


async def test_moving_to_another_day_keeps_the_time(at_tab: Person, world: World) -> None:
    pane = await arrived()
    await pane.move(world["milk"].id, "tomorrow")
    moved = next(row for row in pane.rows if row.title == "Buy milk")
    await pane.move(world["milk"].id, "")

    assert moved.said == "Due tomorrow at 17:00"
    assert tasks.get(at_tab, world["milk"].id).due is None


async def test_what_is_gone_elsewhere_is_told_and_taken_back(at_tab: Person, world: World, now: datetime) -> None:
    pane = await arrived()
    before = pane.said
    tasks.delete(at_tab, world["milk"].id, by=By("elsewhere"), now=now)

    await pane.tick(world["milk"].id, True)

    assert pane.said == before + 1
    assert (await pane.get_state(Toasts)).words == "There is no such task. It may have been deleted."
    assert "Buy milk" not in titles(pane)


async def test_nobody_touches_the_tasks_of_somebody_else(at_tab: Person, bob: Person, now: datetime) -> None:
    theirs = tasks.create(bob, _draft("Secret"), by=By("bob"), now=now)
    pane = await arrived()

    for act in (
        pane.tick(theirs.id, True),
        pane.delete(theirs.id),
        pane.move(theirs.id, "today"),
        pane.restore(theirs.id),
    ):
        await act

    assert tasks.get(bob, theirs.id) == theirs
    assert titles(pane) == []


@pytest.mark.parametrize("name", ["arrive", "reload", "undo", "clear_samples"])
async def test_without_a_session_nothing_is_done(database: str, name: str) -> None:
    with pytest.raises(NotSignedIn):
        await getattr(page(TasksState), name)()


async def test_what_the_assistant_touched_is_marked(at_tab: Person, world: World) -> None:
    pane = await arrived()
    pane.mark([world["milk"].id])

    assert pane.touched == [world["milk"].id]


async def test_samples_are_cleared_by_one_click(at_tab: Person, world: World, now: datetime) -> None:
    tasks.create(at_tab, _draft("Tick me", sample=True), by=By("made"), now=now)
    pane = await arrived()
    had = pane.samples

    await pane.clear_samples()

    assert (had, pane.samples) == (True, False)
    assert tasks.find(at_tab, TaskFilter(), now=now).total == len(world)


async def test_the_sidebar_counts_what_waits(at_tab: Person, world: World) -> None:
    places = await (await arrived()).get_state(PlacesState)

    assert (places.inbox, places.today, places.upcoming) == (3, 2, 2)
    assert [(one.name, one.count) for one in places.lists] == [("Health", 1), ("Work", 1)]
    assert places.tags == ["home", "shop"]


async def test_a_reload_that_changes_nothing_sends_nothing(at_tab: Person, world: World) -> None:
    pane = await arrived()
    pane._clean()

    await pane.reload()

    assert pane.dirty_vars == set()


def _draft(title: str, *, sample: bool = False) -> Draft:
    return Draft(title=title, sample=sample)


async def test_a_filter_that_is_not_understood_is_told_and_shows_nothing(at_tab: Person, world: World) -> None:
    pane = await arrived("q=milk+colour:red")

    assert (pane.rows, pane.shown) == ([], "")
    assert pane.empty.words == "“colour:” is no filter; to search for it put it in quotes (at 6)."
    assert pane.empty.view == "clear"
