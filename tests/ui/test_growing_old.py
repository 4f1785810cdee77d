"""What a page shows grows old by itself, and may for once not be readable at all."""

from datetime import UTC, datetime, timedelta

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Task
from taskchat.errors import Unavailable
from taskchat.services import layouts, tasks
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page, stop_clocks

World = dict[str, Task]
MIDNIGHT_IN_BERLIN = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)


async def arrived(query: str = "") -> TasksState:
    pane = page(TasksState, query)
    await pane.arrive()
    return pane


def good_until(pane: TasksState) -> datetime:
    return datetime.fromtimestamp(pane.good_until / 1000, UTC)


async def test_words_are_good_until_the_persons_midnight(at_tab: Person) -> None:
    assert good_until(await arrived()) == MIDNIGHT_IN_BERLIN


async def test_words_are_good_until_the_next_time_has_come(at_tab: Person, world: World) -> None:
    milk = world["milk"].due
    assert milk and milk.at

    assert good_until(await arrived()) == milk.at + timedelta(seconds=1)
    assert good_until(await arrived("tag=nothing")) == MIDNIGHT_IN_BERLIN


@pytest.mark.parametrize(
    ("late", "good_for"),
    [
        (timedelta(seconds=30), timedelta(seconds=30)),
        (timedelta(minutes=20), timedelta(minutes=1)),
        (timedelta(minutes=90), timedelta(minutes=30)),
    ],
)
async def test_lateness_is_counted_on(at_tab: Person, now: datetime, late: timedelta, good_for: timedelta) -> None:
    at = now - late
    tasks.create(at_tab, Draft(title="Late", due=Due(at.date(), "Europe/Berlin", at)), by=By("made"), now=at)

    assert good_until(await arrived()) == now + good_for


async def test_after_midnight_the_same_task_stands_under_overdue(
    at_tab: Person, world: World, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = await arrived("view=today")
    before = pane.rows[-1].heading
    stop_clocks(monkeypatch, MIDNIGHT_IN_BERLIN)

    await pane.reload()

    assert (before, pane.rows[0].heading) == ("Today", "Overdue")
    assert pane.day == "Sunday, 22 November"


async def test_what_cannot_be_read_is_said_in_place_of_the_list_and_tried_again(
    at_tab: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> None:
        raise Unavailable("The database does not answer.")

    pane = page(TasksState)
    with monkeypatch.context() as broken:
        broken.setattr(layouts, "rows", silent)
        await pane.arrive()
    first = (pane.ready, pane.broken)

    await pane.reload()

    assert first == (False, "The database does not answer.")
    assert (pane.ready, pane.broken, len(pane.rows)) == (True, "", len(world))


async def test_an_empty_today_points_at_what_comes(at_tab: Person) -> None:
    empty = (await arrived("view=today")).empty

    assert f"{empty.words} {empty.action}{empty.rest}" == "Nothing due today. Look at Upcoming, or add something."
    assert empty.view == "upcoming"
