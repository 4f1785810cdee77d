"""The dialogs of lists, sections and templates: what they show, do, refuse and offer to take back."""

from datetime import datetime
from typing import Any

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Task
from taskchat.services import lists, templates
from taskchat.services import tasks as services
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.structuring import StructureState
from tests.ui.states import page

World = dict[str, Task]


async def dialog(query: str = "") -> StructureState:
    state = page(StructureState, query)
    await (await state.get_state(TasksState)).arrive()
    return state


async def said(state: StructureState) -> tuple[str, bool]:
    toasts = await state.get_state(Toasts)
    return toasts.words, toasts.undo != ""


def goes_to(event: Any) -> str:
    return str(event.args[0][1]) if event is not None else ""


async def test_a_new_list_is_offered_a_colour_nobody_has(at_tab: Person, world: World) -> None:
    state = await dialog()

    await state.open_list("")

    assert (state.shows, state.form.id, state.form.colour) == ("list", "", "ochre")


async def test_a_list_is_made_shown_and_taken_back(at_tab: Person, world: World) -> None:
    state = await dialog()
    await state.open_list("")

    goes = await state.save_list({"name": "Trip", "colour": "plum", "icon": "plane"})
    seen = (await state.get_state(PlacesState)).lists[-1]
    words = await said(state)
    await (await state.get_state(TasksState)).undo()

    assert "?in=Trip" in goes_to(goes)
    assert (seen.name, seen.count, seen.dot, seen.icon) == ("Trip", 0, "plum", "plane")
    assert (state.shows, words) == ("", ("Added: Trip", True))
    assert [one.name for one in (await state.get_state(PlacesState)).lists] == ["Health", "Work"]


async def test_what_is_refused_is_said_in_the_dialog(at_tab: Person, world: World) -> None:
    state = await dialog()
    await state.open_list("")

    await state.save_list({"name": "work", "colour": "plum", "icon": ""})

    assert (state.shows, state.wrong) == ("list", "There is a list of that name already.")


async def test_whoever_looks_at_a_renamed_list_goes_along(at_tab: Person, world: World) -> None:
    here, elsewhere = await dialog("in=Work"), await dialog("in=Health")
    work = lists.named(at_tab, "Work").id
    for state in (here, elsewhere):
        await state.open_list(work)

    goes = await here.save_list({"name": "Office & home", "colour": "lake", "icon": ""})
    await elsewhere.open_list(work)
    stays = await elsewhere.save_list({"name": "Work", "colour": "lake", "icon": ""})

    assert "?in=Office%20%26%20home" in goes_to(goes)
    assert stays is None


async def test_a_list_is_put_away_and_found_again(at_tab: Person, world: World) -> None:
    state = await dialog()
    await state.open_list(lists.named(at_tab, "Work").id)
    await state.archive_list()
    away = [row.title for row in (await state.get_state(TasksState)).rows]

    await state.open_list("")
    offered = [one.name for one in state.form.archive]
    await state.bring_back(state.form.archive[0].id)

    assert "Write the report" not in away
    assert offered == ["Work"]
    assert "Write the report" in [row.title for row in (await state.get_state(TasksState)).rows]


async def test_a_list_is_deleted_with_an_offer_to_bring_all_back(at_tab: Person, world: World) -> None:
    state = await dialog("in=Work")
    await state.open_list(lists.named(at_tab, "Work").id)

    goes = await state.delete_list()
    words = await said(state)
    await (await state.get_state(TasksState)).undo()

    assert goes_to(goes).strip('"') == "/"
    assert words == ("Deleted: Work, with what stood in it", True)
    assert [one.name for one in (await state.get_state(PlacesState)).lists] == ["Health", "Work"]


async def test_lists_are_moved_one_step_at_a_time(at_tab: Person, world: World) -> None:
    state = await dialog()
    await state.open_list(lists.named(at_tab, "Work").id)

    await state.move_list(True)
    await state.move_list(True)

    assert state.shows == "list"
    assert [one.name for one in (await state.get_state(PlacesState)).lists] == ["Work", "Health"]


async def test_sections_are_made_renamed_moved_and_deleted(at_tab: Person, world: World) -> None:
    state = await dialog("in=Work")
    for name in ("Soon", "Later"):
        await state.open_section("")
        await state.save_section({"name": name})
    work = lists.named(at_tab, "Work").id
    soon = lists.sections(at_tab, work)[0].id

    await state.open_section(soon)
    await state.save_section({"name": "Now"})
    await state.open_section(soon)
    await state.move_section(False)
    names = [one.name for one in lists.sections(at_tab, work)]
    await state.delete_section()

    assert names == ["Later", "Now"]
    assert [one.name for one in lists.sections(at_tab, work)] == ["Later"]


async def test_a_list_becomes_a_template_and_the_template_a_list(at_tab: Person, world: World) -> None:
    state = await dialog()
    await state.open_list(lists.named(at_tab, "Work").id)
    await state.keep_list()

    await state.open_list("")
    offered = [(one.name, one.words) for one in state.form.templates]
    goes = await state.use(state.form.templates[0].id)

    assert offered == [("Work", "1 task")]
    assert "?in=Work%202" in goes_to(goes)
    assert (
        services.find_all(at_tab, TaskFilter(list="Work 2"), now=world["milk"].created)[0].title == "Write the report"
    )


async def test_a_template_is_renamed_and_deleted(at_tab: Person, world: World, now: datetime) -> None:
    services.create(at_tab, Draft(title="Step", parent_id=world["milk"].id), by=By("x"), now=now)
    state = await dialog()
    await state.keep_task(world["milk"].id)
    await state.open_list("")
    await state.open_template(state.form.templates[0].id)

    await state.save_template({"name": "Shopping"})
    named = [one.name for one in templates.find(at_tab)]
    await state.delete_template()

    assert (named, templates.find(at_tab)) == (["Shopping"], ())


@pytest.mark.parametrize("act", ["open_list", "use", "bring_back"])
async def test_nobody_reaches_what_is_somebody_elses(at_tab: Person, bob: Person, now: datetime, act: str) -> None:
    theirs = lists.create(bob, "Bob's", by=By("bob"), now=now)
    state = await dialog()

    await getattr(state, act)(theirs.id)

    assert state.form.name != "Bob's"
    assert lists.get(bob, theirs.id) == theirs
