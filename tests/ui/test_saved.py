"""Saved views in the sidebar: what is shown becomes one, and it can be renamed, deleted and brought back."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.services import views
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.saved import SavedState
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page

World = dict[str, Task]
BY = By("deed")


async def beside(query: str = "") -> tuple[SavedState, TasksState]:
    """The sidebar's views and the pane of one tab."""
    saved = page(SavedState, query)
    pane = await saved.get_state(TasksState)
    await pane.arrive()
    await saved.reload()
    return saved, pane


def names(saved: SavedState) -> list[tuple[str, str]]:
    return [(view.name, view.filter) for view in saved.views]


async def test_what_is_shown_becomes_a_view_and_then_has_its_name(at_tab: Person, world: World) -> None:
    saved, pane = await beside("tag=home&q=milk")

    await saved.save({"view": "Home milk"})
    await pane.reload()
    await saved.reload()

    assert (names(saved), saved.problem, saved.is_listed) == ([("Home milk", "#home milk")], "", True)
    assert (pane.title, pane.savable) == ("Home milk", "")


async def test_a_name_that_is_taken_is_told_and_nothing_is_lost(at_tab: Person, world: World, now: datetime) -> None:
    views.create(at_tab, "Home", "#other", by=BY, now=now)
    saved, pane = await beside("tag=home")

    await saved.save({"view": "home"})

    assert saved.problem == "There is a view of that name already."
    assert pane.savable == "#home"
    assert [view.filter for view in views.find(at_tab)] == ["#other"]


async def test_a_view_is_renamed_in_its_place(at_tab: Person, now: datetime) -> None:
    view = views.create(at_tab, "Home", "#home", by=BY, now=now)
    saved, _ = await beside()

    await saved.ask_name(view.id)
    await saved.rename({"view": ""})
    refused = (saved.renaming, saved.problem)
    await saved.rename({"view": "Flat"})
    await saved.reload()

    assert refused == (view.id, "Give the view a name.")
    assert (saved.renaming, names(saved)) == ("", [("Flat", "#home")])


async def test_a_deleted_view_can_be_brought_back(at_tab: Person, now: datetime) -> None:
    view = views.create(at_tab, "Home", "#home", by=BY, now=now)
    saved, pane = await beside()
    toasts = await saved.get_state(Toasts)

    await saved.delete(view.id)
    await saved.reload()
    gone = (toasts.words, saved.views, saved.is_listed)
    await pane.undo()
    await saved.reload()

    assert gone == ("Deleted the view “Home”.", [], False)
    assert names(saved) == [("Home", "#home")]
    assert toasts.words == "Took it back: the view “Home” is back."


async def test_nothing_is_listed_where_nobody_has_made_one(at_tab: Person) -> None:
    saved, _ = await beside()

    assert (saved.views, saved.is_listed) == ([], False)
