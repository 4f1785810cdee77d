"""Quick add: what is understood while typing, and what becomes of a line."""

from datetime import datetime

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.services import tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.adding import AddingState
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page


async def opened(query: str = "") -> AddingState:
    adding = page(AddingState)
    pane = await adding.get_state(TasksState)
    pane.router = page(TasksState, query).router
    await pane.arrive()
    return adding


def parts(adding: AddingState) -> list[tuple[str, str]]:
    return [(part.kind, part.said) for part in adding.read.parts]


async def test_the_parts_of_a_line_are_shown_while_it_is_typed(at_tab: Person) -> None:
    adding = await opened()

    await adding.understand("Call the plumber tomorrow 9am #home !high")

    assert adding.read.title == "Call the plumber"
    assert parts(adding) == [("date", "Tomorrow, Sun 22 Nov, 09:00"), ("tag", "#home"), ("priority", "High")]
    assert (adding.read.parts[0].start, adding.read.parts[0].end) == (17, 29)


async def test_places_count_as_the_browser_counts_behind_an_emoji(at_tab: Person) -> None:
    adding = await opened()

    await adding.understand("🎂 cake tomorrow")

    assert (adding.read.parts[0].start, adding.read.parts[0].end) == (8, 16)


async def test_a_line_becomes_a_task_in_the_list(at_tab: Person, now: datetime) -> None:
    adding = await opened()

    await adding.add("k1", "milk tomorrow 9am #home !high")

    row = (await adding.get_state(TasksState)).rows[0]
    assert (adding.answered, adding.wrong.words) == ("k1", "")
    assert (row.title, row.said, row.tags, row.flag) == ("milk", "Due tomorrow at 09:00", ["home"], "high")


async def test_a_line_that_was_sent_twice_is_one_task(at_tab: Person, now: datetime) -> None:
    adding = await opened()

    await adding.add("k1", "milk")
    await adding.add("k1", "milk")

    assert tasks.find(at_tab, TaskFilter(), now=now).total == 1


async def test_a_day_that_does_not_exist_is_told_and_nothing_is_added(at_tab: Person, now: datetime) -> None:
    adding = await opened()

    await adding.understand("taxes 31 Feb")
    live = adding.wrong.words
    await adding.add("k1", "taxes 31 Feb")

    assert live == "There is no 31 February. 28 February, or 1 March?"
    assert (adding.answered, adding.wrong.key, adding.wrong.line) == ("k1", "k1", "taxes 31 Feb")
    assert adding.wrong.words == live
    assert tasks.find(at_tab, TaskFilter(), now=now).total == 0


async def test_a_title_that_is_too_long_is_told(at_tab: Person) -> None:
    adding = await opened()

    await adding.add("k1", "x" * 300)

    assert "255" in adding.wrong.words


async def test_a_line_lands_in_the_place_one_looks_at(at_tab: Person) -> None:
    today, home = await opened("view=today"), await opened("in=Home")

    await today.add("k1", "milk")
    await home.add("k2", "bread")

    assert [row.said for row in (await today.get_state(TasksState)).rows] == ["Due today"]
    assert [row.title for row in (await home.get_state(TasksState)).rows] == ["bread"]


async def test_what_lands_elsewhere_says_where(at_tab: Person) -> None:
    adding = await opened("view=upcoming")

    await adding.add("k1", "milk @Home")

    assert (await adding.get_state(Toasts)).words == "Added to Home: milk"


async def test_shift_enter_opens_what_was_added(at_tab: Person) -> None:
    adding = await opened()

    await adding.add("k1", "milk", True)

    assert (await adding.get_state(EditorState)).fields.title == "milk"
