"""The list by hand: dropped, nudged, folded; subtasks under their task, sections as groups."""

from datetime import date, datetime

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Task
from taskchat.services import lists, tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.ordering import OrderState
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page
from tests.world import BERLIN

World = dict[str, Task]
Shown = list[tuple[str, int]]


async def pane_of(query: str) -> tuple[OrderState, TasksState]:
    state = page(OrderState, query)
    pane = await state.get_state(TasksState)
    await pane.arrive()
    return state, pane


def shown(pane: TasksState) -> Shown:
    return [(row.title, row.level) for row in pane.rows]


def add(user: Person, now: datetime, *drafts: Draft) -> list[Task]:
    return [tasks.create(user, draft, by=By(f"add {draft.title}"), now=now) for draft in drafts]


@pytest.fixture
def abc(at_tab: Person, now: datetime) -> dict[str, str]:
    """a with a1 and a2 under it, then b, then c: title → id."""
    a, b, c = add(at_tab, now, Draft(title="a"), Draft(title="b"), Draft(title="c"))
    a1, a2 = add(at_tab, now, Draft(title="a1", parent_id=a.id), Draft(title="a2", parent_id=a.id))
    return {task.title: task.id for task in (a, b, c, a1, a2)}


WHOLE = [("a", 0), ("a1", 1), ("a2", 1), ("b", 0), ("c", 0)]


async def test_subtasks_stand_under_their_task_in_every_order(at_tab: Person, abc: dict[str, str]) -> None:
    for query in ("sort=manual", "sort=-title", ""):
        _, pane = await pane_of(query)

        assert {(row.title, row.level) for row in pane.rows} == set(WHOLE)
        places = [row.title for row in pane.rows]
        assert {places.index("a1"), places.index("a2")} == {places.index("a") + 1, places.index("a") + 2}


async def test_a_task_says_how_far_it_has_come(at_tab: Person, abc: dict[str, str], now: datetime) -> None:
    tasks.complete(at_tab, abc["a1"], by=By("x"), now=now)

    _, pane = await pane_of("sort=manual")

    assert [(row.title, row.progress, row.folds) for row in pane.rows][:2] == [("a", "1 of 2", "open"), ("a2", "", "")]


async def test_a_task_folds_and_unfolds(at_tab: Person, abc: dict[str, str]) -> None:
    state, pane = await pane_of("sort=manual")

    await state.fold(abc["a"])
    folded = shown(pane), pane.rows[0].folds
    await state.fold(abc["a"])

    assert folded == ([("a", 0), ("b", 0), ("c", 0)], "folded")
    assert shown(pane) == WHOLE


async def test_a_subtask_that_is_late_stands_where_its_date_puts_it(
    at_tab: Person, abc: dict[str, str], now: datetime
) -> None:
    late, soon = Due(date(2026, 11, 1), BERLIN), Due(date(2026, 11, 23), BERLIN)
    tasks.edit(at_tab, abc["a"], Edit(due=soon), by=By("x"), now=now)
    tasks.edit(at_tab, abc["a1"], Edit(due=late), by=By("y"), now=now)

    _, pane = await pane_of("")

    assert shown(pane)[:3] == [("a1", 0), ("a", 0), ("a2", 1)]


@pytest.mark.parametrize(
    ("moved", "after", "before", "comes"),
    [
        ("c", "", "a", ["c", "a", "a1", "a2", "b"]),
        ("c", "a2", "b", ["a", "a1", "a2", "c", "b"]),
        ("c", "a1", "a2", ["a", "a1", "a2", "c", "b"]),
        ("a", "c", "", ["b", "c", "a", "a1", "a2"]),
        ("a2", "a", "a1", ["a", "a2", "a1", "b", "c"]),
        ("a1", "c", "", ["a", "a2", "a1", "b", "c"]),
    ],
)
async def test_what_is_dropped_stands_beside_its_like(  # noqa: PLR0917 - four of them are the row of the table
    at_tab: Person, abc: dict[str, str], moved: str, after: str, before: str, comes: list[str]
) -> None:
    state, pane = await pane_of("sort=manual")

    await state.drop(abc[moved], "", abc.get(after, ""), abc.get(before, ""))

    assert [row.title for row in pane.rows] == comes
    await pane.undo()
    assert shown(pane) == WHOLE


@pytest.mark.parametrize(
    ("moved", "way", "comes"),
    [
        ("b", "up", [("b", 0), ("a", 0), ("a1", 1), ("a2", 1), ("c", 0)]),
        ("b", "down", [("a", 0), ("a1", 1), ("a2", 1), ("c", 0), ("b", 0)]),
        ("a1", "down", [("a", 0), ("a2", 1), ("a1", 1), ("b", 0), ("c", 0)]),
        ("b", "right", [("a", 0), ("b", 1), ("a1", 1), ("a2", 1), ("c", 0)]),
        ("a2", "right", [("a", 0), ("a1", 1), ("a2", 2), ("b", 0), ("c", 0)]),
        ("a1", "left", [("a", 0), ("a2", 1), ("a1", 0), ("b", 0), ("c", 0)]),
    ],
)
async def test_keys_move_a_task_past_its_neighbour_in_and_out(
    at_tab: Person, abc: dict[str, str], moved: str, way: str, comes: Shown
) -> None:
    state, pane = await pane_of("sort=manual")

    await state.nudge(abc[moved], way)

    assert shown(pane) == comes
    assert (await state.get_state(Toasts)).words == f"Moved: {moved}"


@pytest.mark.parametrize(
    ("query", "moved", "way", "says"),
    [("sort=manual", "a", "up", "end"), ("sort=manual", "c", "down", "end"), ("sort=manual", "a", "left", "end"),
     ("", "b", "up", "My order")],
)  # fmt: skip
async def test_a_move_that_cannot_be_says_why_at_the_row(  # noqa: PLR0917 - four of them are the row of the table
    at_tab: Person, abc: dict[str, str], query: str, moved: str, way: str, says: str
) -> None:
    state, pane = await pane_of(query)

    await state.nudge(abc[moved], way)

    assert pane.trouble_id == abc[moved]
    assert says in pane.trouble


async def test_a_list_with_sections_is_shown_by_them(at_tab: Person, now: datetime) -> None:
    shop = lists.create(at_tab, "Shop", by=By("l"), now=now)
    add(at_tab, now, Draft(title="milk", list="Shop", section="Dairy"), Draft(title="bag", list="Shop"))
    lists.add_section(at_tab, shop.id, "Bakery", by=By("s"), now=now)

    _, pane = await pane_of("in=Shop")

    assert pane.by_hand
    assert [(row.title, row.heading) for row in pane.rows] == [("bag", ""), ("milk", "Dairy")]
    assert [section.name for section in pane.bare] == ["Bakery"]


async def test_a_task_dropped_into_a_section_belongs_to_it(at_tab: Person, now: datetime) -> None:
    milk, bag = add(at_tab, now, Draft(title="milk", list="Shop", section="Dairy"), Draft(title="bag", list="Shop"))
    state, pane = await pane_of("in=Shop")

    await state.drop(bag.id, "", milk.id, "")
    inside = tasks.get(at_tab, bag.id).section
    await state.drop(bag.id, "", "", milk.id)

    assert (inside, tasks.get(at_tab, bag.id).section) == ("Dairy", None)
    assert [row.title for row in pane.rows] == ["bag", "milk"]


async def test_nobody_moves_what_is_somebody_elses(at_tab: Person, bob: Person, now: datetime, world: World) -> None:
    (theirs,) = add(bob, now, Draft(title="Bob's"))
    state, pane = await pane_of("sort=manual")

    await state.drop(world["milk"].id, "", theirs.id, "")

    assert tasks.get(bob, theirs.id) == theirs
    assert len(pane.rows) == 5
