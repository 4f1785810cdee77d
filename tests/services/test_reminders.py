"""Reminders: told once, in time, and moved or ended by whatever becomes of their task (R-01, R-02)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Status, Task
from taskchat.errors import Invalid
from taskchat.live import Change, What
from taskchat.services import activity, reminders, tasks
from taskchat.storage.leading import Lead
from tests.world import BERLIN

BY = By("deed")
MINUTE = timedelta(minutes=1)
DUE = Due.moment(date(2026, 11, 21), time(17), BERLIN)


@pytest.fixture
def milk(alice: Person, now: datetime) -> Task:
    """Due at 17:00 in Berlin, which is 16:00 UTC; she wants to hear of it at 15:45 UTC."""
    return tasks.create(alice, Draft(title="Buy milk", due=DUE, reminder_minutes=15), by=BY, now=now)


@pytest.fixture
def then(now: datetime) -> datetime:
    return now.replace(hour=15, minute=45)


def told(person: Person, at: datetime) -> list[str]:
    """What stands in the inbox once the clock shows that."""
    reminders.tell_due(now=at)
    return [one.task.title for one in reminders.inbox(person)]


def reminder(person: Person) -> str:
    (one,) = reminders.inbox(person)
    return one.id


def test_a_reminder_is_told_at_its_moment_and_not_before(alice: Person, milk: Task, then: datetime) -> None:
    assert told(alice, then - timedelta(seconds=1)) == []
    assert not reminders.is_something_due(now=then - timedelta(seconds=1))
    assert reminders.next_moment(now=then - MINUTE) == then
    assert reminders.is_something_due(now=then)
    assert told(alice, then) == ["Buy milk"]


def test_it_is_told_once_however_often_the_clock_is_read(
    alice: Person, milk: Task, then: datetime, heard: list[tuple[str, Change]]
) -> None:
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda second: reminders.tell_due(now=then + timedelta(seconds=second)), range(40)))

    assert [change.what for _, change in heard] == [What.REMINDERS]
    assert len(reminders.unsent(now=then)) == 1


def test_what_came_due_while_the_server_was_down_is_told_together(alice: Person, milk: Task, now: datetime) -> None:
    due = Due.moment(date(2026, 11, 21), time(18), BERLIN)
    tasks.create(alice, Draft(title="Cook", due=due, reminder_minutes=0), by=BY, now=now)

    assert told(alice, now + timedelta(hours=20)) == ["Cook", "Buy milk"]

    (notice,) = reminders.unsent(now=now + timedelta(hours=20))
    assert (notice.said["title"], notice.said["body"]) == ("2 reminders", "Cook\nBuy milk")


def test_what_came_due_more_than_a_day_ago_is_told_nobody(alice: Person, milk: Task, then: datetime) -> None:
    assert told(alice, then + timedelta(days=1)) == []


CHANGES = {
    "moved": lambda a, t, n: tasks.edit(a, t, Edit(due=Due.moment(date(2026, 11, 22), time(9), BERLIN)), by=BY, now=n),
    "without its date": lambda a, t, n: tasks.edit(a, t, Edit(due=None), by=BY, now=n),
    "switched off": lambda a, t, n: tasks.edit(a, t, Edit(reminder_minutes=None), by=BY, now=n),
    "done": lambda a, t, n: tasks.complete(a, t, by=BY, now=n),
    "deleted": lambda a, t, n: tasks.delete(a, t, by=BY, now=n),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_becomes_of_the_task_moves_or_ends_its_reminder(
    alice: Person, milk: Task, now: datetime, then: datetime, name: str
) -> None:
    CHANGES[name](alice, milk.id, now + MINUTE)

    assert told(alice, then + MINUTE) == []
    moved = now.replace(day=22, hour=7, minute=45) if name == "moved" else None
    assert reminders.next_moment(now=then) == moved


@pytest.mark.parametrize("name", CHANGES)
def test_and_ends_what_was_told_or_put_off(alice: Person, milk: Task, then: datetime, name: str) -> None:
    told(alice, then)
    reminders.mark_sent(reminders.unsent(now=then), now=then)
    CHANGES[name](alice, milk.id, then + MINUTE)

    assert reminders.inbox(alice) == ()
    assert [notice.said for notice in reminders.clear(now=then + MINUTE)]
    assert reminders.clear(now=then + MINUTE) == ()


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_put_off_ends_with_its_task(alice: Person, milk: Task, then: datetime, name: str) -> None:
    told(alice, then)
    reminders.snooze(alice, [reminder(alice)], "60", now=then)
    CHANGES[name](alice, milk.id, then + MINUTE)

    assert told(alice, then + timedelta(hours=1)) == []


def test_an_earlier_reminder_comes_earlier(alice: Person, milk: Task, now: datetime, then: datetime) -> None:
    tasks.edit(alice, milk.id, Edit(reminder_minutes=120), by=BY, now=now)

    assert reminders.next_moment(now=now) == then - timedelta(minutes=105)


def test_undoing_a_completion_brings_the_reminder_back(
    alice: Person, milk: Task, now: datetime, then: datetime
) -> None:
    tasks.complete(alice, milk.id, by=By("tick"), now=now + MINUTE)
    activity.undo(alice, "tick", now=now + 2 * MINUTE)

    assert told(alice, then) == ["Buy milk"]


def test_whoever_sets_a_reminder_after_its_moment_is_not_reminded(alice: Person, then: datetime) -> None:
    tasks.create(alice, Draft(title="Late", due=DUE, reminder_minutes=2880), by=BY, now=then)

    assert told(alice, then + MINUTE) == []


def test_a_reminder_that_is_due_this_very_moment_is_told(alice: Person, then: datetime) -> None:
    tasks.create(alice, Draft(title="Now", due=DUE, reminder_minutes=15), by=BY, now=then)

    assert told(alice, then) == ["Now"]


def test_samples_remind_nobody(alice: Person, now: datetime, then: datetime) -> None:
    tasks.create(alice, Draft(title="Tick me", due=DUE, reminder_minutes=15, sample=True), by=BY, now=now)

    assert told(alice, then) == []


def test_done_completes_the_task_and_settles_the_reminder(alice: Person, milk: Task, then: datetime) -> None:
    told(alice, then)
    which = reminder(alice)

    done = reminders.done(alice, [which], by=By("from-a-notice"), now=then)

    assert [task.status for task in done] == [Status.DONE]
    assert reminders.inbox(alice) == ()
    assert reminders.done(alice, [which], by=BY, now=then) == ()
    activity.undo(alice, "from-a-notice", now=then)
    assert tasks.get(alice, milk.id).status is Status.OPEN


@pytest.mark.parametrize(("choice", "minutes"), [("10", 10), ("60", 60), ("morning", 16 * 60 + 15)])
def test_what_is_put_off_is_told_again(alice: Person, milk: Task, then: datetime, choice: str, minutes: int) -> None:
    told(alice, then)

    until = reminders.snooze(alice, [reminder(alice)], choice, now=then)

    assert until == then + minutes * MINUTE == reminders.next_moment(now=then)
    assert told(alice, until - MINUTE) == []
    assert told(alice, until) == ["Buy milk"]
    assert told(alice, until + MINUTE) == ["Buy milk"]


def test_two_devices_that_put_it_off_at_once_are_told_once(alice: Person, milk: Task, then: datetime) -> None:
    told(alice, then)
    which = reminder(alice)

    with ThreadPoolExecutor(8) as devices:
        list(devices.map(lambda n: reminders.snooze(alice, [which], str(10 + n), now=then), range(8)))

    assert len(told(alice, then + timedelta(hours=1))) == 1
    assert reminders.next_moment(now=then + timedelta(hours=1)) is None


def test_nonsense_puts_nothing_off(alice: Person, milk: Task, then: datetime) -> None:
    told(alice, then)

    with pytest.raises(Invalid):
        reminders.snooze(alice, [reminder(alice)], "never", now=then)

    assert len(reminders.inbox(alice)) == 1


def test_reading_the_inbox_keeps_what_stands_in_it(alice: Person, milk: Task, then: datetime) -> None:
    told(alice, then)

    reminders.mark_read(alice, now=then)

    assert [one.read for one in reminders.inbox(alice)] == [True]


def test_one_notice_says_the_task_and_its_date(alice: Person, milk: Task, then: datetime) -> None:
    told(alice, then)

    (notice,) = reminders.unsent(now=then)

    assert (notice.said["title"], notice.said["body"], notice.said["task"]) == (
        "Buy milk", "Due today at 17:00", milk.id,
    )  # fmt: skip


def test_what_is_told_as_it_falls_due_is_not_called_overdue(alice: Person, milk: Task, now: datetime) -> None:
    tasks.edit(alice, milk.id, Edit(reminder_minutes=0), by=BY, now=now)
    due = now.replace(hour=16, minute=0)
    reminders.tell_due(now=due)

    said = [reminders.unsent(now=due + timedelta(seconds=s))[0].said["body"] for s in (0, 9, 120)]

    assert said == ["Due today at 17:00", "Due today at 17:00", "Overdue by 1 minute"]


def test_a_notice_of_many_names_the_first_and_fits_into_a_push(alice: Person, now: datetime, then: datetime) -> None:
    drafts = [Draft(title="𝄞" * 255, due=DUE, reminder_minutes=15) for _ in range(5)]
    tasks.create_many(alice, drafts, by=BY, now=now)
    reminders.tell_due(now=then)

    (notice,) = reminders.unsent(now=then)

    assert notice.said["body"].endswith("and 2 more")
    assert len(str(notice.said).encode()) < 3_900


def test_what_a_crash_kept_from_being_sent_is_sent_at_the_next_start(alice: Person, milk: Task, then: datetime) -> None:
    told(alice, then)
    (before,) = reminders.unsent(now=then)

    (after,) = reminders.unsent(now=then + MINUTE)
    reminders.mark_sent((after,), now=then + MINUTE)

    assert before.ids == after.ids
    assert reminders.unsent(now=then + MINUTE) == ()
    assert not reminders.is_something_due(now=then + MINUTE)


def test_a_group_is_over_when_nothing_of_it_stands(alice: Person, milk: Task, now: datetime, then: datetime) -> None:
    tasks.create(alice, Draft(title="Cook", due=DUE, reminder_minutes=15), by=BY, now=now)
    told(alice, then)
    reminders.mark_sent(reminders.unsent(now=then), now=then)
    first, second = reminders.inbox(alice)

    reminders.done(alice, [first.id], by=BY, now=then)
    one_is_left = reminders.clear(now=then)
    reminders.done(alice, [second.id], by=BY, now=then)

    assert one_is_left == ()
    assert [notice.said for notice in reminders.clear(now=then)] == [{"over": first.group}]


def test_of_two_workers_one_watches_the_clock(database: str) -> None:
    first, second = Lead(), Lead()
    alone = database.startswith("sqlite")

    assert first.holds() and first.holds()
    assert second.holds() is alone
    first.leave()
    assert second.holds()
    second.leave()
