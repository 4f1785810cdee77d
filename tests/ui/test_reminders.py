"""The bell and its inbox: what is new, what a person does there, and where a notice leads."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from taskchat.domain.person import Person, Seat
from taskchat.domain.task import By, Draft, Due, Status, Task
from taskchat.services import devices, reminders, tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.reminders.devices import DevicesState
from taskchat.ui.reminders.state import RemindersState
from taskchat.ui.session import sitting
from tests.conftest import Seats
from tests.push_service import Browser
from tests.ui.states import page
from tests.world import BERLIN

BY = By("deed")
NOON = Due.moment(date(2026, 11, 21), time(12), BERLIN)


@pytest.fixture
def milk(at_tab: Person, now: datetime) -> Task:
    """She was told of it just now, an hour before it is due."""
    task = tasks.create(
        at_tab, Draft(title="Buy milk", due=NOON, reminder_minutes=60), by=BY, now=now - timedelta(hours=1)
    )
    reminders.tell_due(now=now)
    return task


async def arrived(query: str = "") -> tuple[RemindersState, Any]:
    state = page(RemindersState, query)
    return state, await state.arrive()


async def test_the_bell_says_how_much_is_new(milk: Task) -> None:
    state, _ = await arrived()

    (row,) = state.rows
    assert (state.unread, row.title, row.due, row.tone) == (1, "Buy milk", "Due today at 12:00", "today")
    assert (row.told, row.read) == ("today at 11:00", False)
    assert [(one.title, one.body, one.task) for one in state.notices] == [("Buy milk", "Due today at 12:00", milk.id)]


async def test_several_at_once_are_one_notice(at_tab: Person, milk: Task, now: datetime) -> None:
    draft = Draft(title="Cook", due=NOON, reminder_minutes=59)
    tasks.create(at_tab, draft, by=BY, now=now)
    tasks.create(at_tab, Draft(title="Wash", due=NOON, reminder_minutes=59), by=BY, now=now)
    reminders.tell_due(now=now + timedelta(minutes=1))
    state, _ = await arrived()

    assert [(one.title, one.task) for one in state.notices] == [("2 reminders", ""), ("Buy milk", milk.id)]


async def test_done_completes_it_and_can_be_taken_back(at_tab: Person, milk: Task) -> None:
    state, _ = await arrived()

    await state.done(state.rows[0].id)

    toasts = await state.get_state(Toasts)
    assert (state.rows, state.unread, state.notices, state.said) == ([], 0, [], 1)
    assert toasts.words == "Completed: Buy milk" and toasts.undo
    assert tasks.get(at_tab, milk.id).status is Status.DONE


async def test_snooze_says_until_when(milk: Task) -> None:
    state, _ = await arrived()

    await state.snooze(state.rows[0].id, "morning")

    assert state.rows == []
    assert (await state.get_state(Toasts)).words == "Put off until tomorrow at 09:00."


async def test_what_is_settled_elsewhere_meanwhile_is_said(at_tab: Person, milk: Task, now: datetime) -> None:
    state, _ = await arrived()
    tasks.complete(at_tab, milk.id, by=BY, now=now)

    await state.done(state.rows[0].id)

    assert (await state.get_state(Toasts)).words == "It was done already."


async def test_a_refusal_is_a_sentence_and_the_line_comes_back(milk: Task) -> None:
    state, _ = await arrived()

    await state.snooze(state.rows[0].id, "never")

    assert state.wrong.startswith("A reminder can be put off")
    assert (len(state.rows), state.said) == (1, 1)


async def test_reading_all_keeps_them_in_the_list(milk: Task) -> None:
    state, _ = await arrived()

    await state.read_all()

    assert (state.unread, state.notices, [row.read for row in state.rows]) == (0, [], [True])
    assert state.heard


async def test_a_notice_that_was_clicked_leads_to_its_task_once(milk: Task) -> None:
    state, opened = await arrived(f"task={milk.id}")
    again = await state.arrive()

    assert (opened.handler.fn.__qualname__, milk.id in str(opened.args)) == ("EditorState.open", True)
    assert again is None


async def test_a_notice_of_several_leads_to_the_inbox(milk: Task) -> None:
    _, opened = await arrived("reminders=1")
    state = page(RemindersState)
    await state.go("")

    assert opened.handler.fn.__qualname__ == "RemindersState.show"
    assert state.open


async def test_devices_are_listed_and_removed(seats: Seats, at_tab: Person, now: datetime) -> None:
    seat = seats.alice.seat
    devices.keep(seat.person, Browser("phone").device(now), seat.session, now=now)
    state = page(DevicesState)
    with sitting(Seat(at_tab, seat.session)):
        await state.reload()
        (one,) = state.devices
        await state.remove(one.id)
        gone = state.devices
        await state.remove(one.id)

    assert (one.name, one.since) == ("phone", "today at 11:00")
    assert gone == []
    assert state.wrong == "There is no such device. It may have been removed."
