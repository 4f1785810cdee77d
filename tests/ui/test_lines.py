"""A pasted list in the composer: made once, told in words, and undone by the toast."""

from datetime import datetime

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.services import activity, tasks
from taskchat.ui.chat.lines import LinesState
from taskchat.ui.chat.state import SOMEBODY_ELSE
from taskchat.ui.design.toast import Toasts
from tests.ui.states import page


def count(person: Person, now: datetime) -> int:
    return tasks.find(person, TaskFilter(), now=now).total


async def test_the_list_is_made_and_told(at_tab: Person, now: datetime) -> None:
    lines = page(LinesState)

    await lines.make("- milk\n- eggs\n- bread", "k1", at_tab.id)

    toasts = await lines.get_state(Toasts)
    assert count(at_tab, now) == 3
    assert (lines.answered, lines.left, lines.wrong) == ("k1", "", "")
    assert toasts.words == "Made 3 tasks"
    assert len(activity.undo(at_tab, toasts.undo, now=now).tasks) == 3


async def test_the_same_list_asked_for_again_is_made_once(at_tab: Person, now: datetime) -> None:
    lines = page(LinesState)

    for _ in range(2):
        await lines.make("milk\neggs\nbread", "k1", at_tab.id)

    assert count(at_tab, now) == 3


async def test_what_is_left_stays_in_the_field_and_says_why(at_tab: Person, now: datetime) -> None:
    lines = page(LinesState)

    await lines.make(f"milk\n[x] paid\n{'ä' * 256}", "k1", at_tab.id)

    assert count(at_tab, now) == 1
    assert lines.left.splitlines() == ["[x] paid", "ä" * 256]
    assert lines.wrong.startswith("2 lines are left. What is ticked already")


async def test_what_somebody_else_pasted_is_not_made(at_tab: Person, now: datetime) -> None:
    lines = page(LinesState)

    await lines.make("milk\neggs\nbread", "k1", "bob")

    assert count(at_tab, now) == 0
    assert (lines.left, lines.wrong) == ("milk\neggs\nbread", SOMEBODY_ELSE)
