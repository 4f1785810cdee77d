"""A repeating task through the services: what its completion plans, what takes that back, what is left out."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Status, Task
from taskchat.errors import Invalid
from taskchat.live import Change
from taskchat.services import activity, tasks
from taskchat.storage.ids import new_id
from tests.world import BERLIN

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
News = list[tuple[str, Change]]


def made(alice: Person, now: datetime, rrule: str = "FREQ=DAILY", **more: object) -> Task:
    draft = Draft(**({"title": "Water the plants", "rrule": rrule, "due": Due(TODAY, BERLIN)} | more))  # pyright: ignore[reportArgumentType]
    return tasks.create(alice, draft, by=By(new_id()), now=now)


def done(alice: Person, task: Task, now: datetime, group: str = "done") -> Task:
    return tasks.complete(alice, task.id, by=By(group), now=now)


def there(alice: Person, now: datetime, status: Status | None = Status.OPEN) -> list[Task]:
    return list(tasks.find_all(alice, TaskFilter(status=status), sort=Sort.CREATED, now=now))


def next_of(alice: Person, task: Task) -> Task:
    assert task.next_id is not None
    return tasks.get(alice, task.next_id)


def under(alice: Person, parent: Task, now: datetime) -> dict[str, Task]:
    return {task.title: task for task in there(alice, now, None) if task.parent_id == parent.id}


def test_completing_plans_the_next_one_as_it_was(alice: Person, now: datetime, heard: News) -> None:
    task = made(
        alice,
        now,
        "FREQ=WEEKLY",
        description="all of them",
        priority=Priority.HIGH,
        tags=("home",),
        start=TODAY - DAY,
        estimate_minutes=15,
        reminder_minutes=30,
        list="Home",
        section="Garden",
    )
    heard.clear()

    first = done(alice, task, now)

    following = next_of(alice, first)
    kept = replace(
        task, id=following.id, due=Due(date(2026, 11, 28), BERLIN), start=date(2026, 11, 27), series_id=task.id
    )
    assert (first.status, first.due, first.rrule) == (Status.DONE, task.due, task.rrule)
    assert following == replace(kept, created=following.created, updated=following.updated)
    assert there(alice, now) == [following]
    assert [set(change.ids) for _, change in heard] == [{first.id, following.id}]


@pytest.mark.parametrize(
    ("after_completion", "due", "following"),
    [
        (False, date(2026, 11, 3), date(2026, 11, 24)),
        (True, date(2026, 11, 3), date(2026, 11, 28)),
        (True, date(2026, 12, 24), date(2026, 11, 28)),
    ],
)
def test_however_many_were_missed_one_comes_next(
    alice: Person, now: datetime, after_completion: bool, due: date, following: date
) -> None:
    task = made(alice, now, "FREQ=WEEKLY", due=Due(due, BERLIN), after_completion=after_completion)

    done(alice, task, now)

    assert [(one.due, one.after_completion) for one in there(alice, now)] == [
        (Due(following, BERLIN), after_completion)
    ]


def test_completing_twice_plans_nothing_twice(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    first = done(alice, task, now)

    second = done(alice, task, now + DAY, "again")

    assert second == first
    assert len(there(alice, now, None)) == 2
    assert activity.changed_by(alice, "again") == ()


def test_many_who_complete_it_at_once_plan_one(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    others = [made(alice, now, title=f"other {n}").id for n in range(3)]

    def complete(n: int) -> object:
        ids = (task.id, *others) if n % 2 else (*reversed(others), task.id)
        return tasks.complete_many(alice, ids, by=By(f"hand {n}"), now=now)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(complete, range(8)))

    assert len(there(alice, now)) == 4
    assert len(there(alice, now, None)) == 8


def test_a_number_of_times_is_counted_down_to_the_last(alice: Person, now: datetime) -> None:
    task = made(alice, now, "FREQ=DAILY;COUNT=3")
    days = [task.due]

    while there(alice, now):
        [task] = there(alice, now)
        following = done(alice, task, now)
        days += [next_of(alice, following).due] if following.next_id else []

    assert days == [Due(TODAY + n * DAY, BERLIN) for n in range(3)]


def test_nothing_comes_after_the_day_it_ends_on(alice: Person, now: datetime) -> None:
    task = made(alice, now, "FREQ=DAILY;UNTIL=20261122")

    last = done(alice, next_of(alice, done(alice, task, now)), now)

    assert (last.next_id, there(alice, now)) == (None, [])


def test_undo_takes_the_next_one_back_and_it_comes_again(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    done(alice, task, now)

    undone = activity.undo(alice, "done", now=now)
    [back] = there(alice, now, None)
    again = done(alice, task, now, "again")

    assert undone.clashes == ()
    assert undone.words == "Took it back: “Water the plants” is open again."
    assert (back.id, back.status, back.next_id) == (task.id, Status.OPEN, None)
    assert there(alice, now) == [next_of(alice, again)]


def test_undo_of_an_undo_brings_the_same_next_one(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    following = next_of(alice, done(alice, task, now))
    activity.undo(alice, "done", now=now)

    activity.undo(alice, activity.latest(alice, 1)[0].group, now=now)

    assert [one.id for one in there(alice, now)] == [following.id]
    assert tasks.get(alice, task.id).next_id == following.id


def test_reopening_takes_back_what_nobody_touched_and_never_makes_a_second(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    done(alice, task, now)

    opened = tasks.reopen(alice, task.id, by=By("opened"), now=now + DAY)
    alone = there(alice, now, None)
    again = done(alice, task, now + DAY, "again")

    assert alone == [opened]
    assert [one.id for one in there(alice, now)] == [again.next_id]
    assert len(there(alice, now, None)) == 2


def test_undo_of_reopening_brings_back_what_it_took_away(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    child = tasks.create(alice, Draft(title="Cut", parent_id=task.id), by=By("child"), now=now)
    following = next_of(alice, done(alice, task, now))
    tasks.reopen(alice, task.id, by=By("opened"), now=now)

    activity.undo(alice, "opened", now=now)

    assert {one.id for one in there(alice, now)} == {following.id, child.id}
    assert tasks.get(alice, child.id).parent_id == following.id
    assert tasks.get(alice, task.id).next_id == following.id


def test_what_has_been_touched_stays_when_the_one_before_is_reopened(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    following = next_of(alice, done(alice, task, now))
    tasks.edit(alice, following.id, Edit(title="Water them all"), by=By("edit"), now=now + DAY)

    tasks.reopen(alice, task.id, by=By("opened"), now=now + DAY)
    open_then = {one.id for one in there(alice, now)}
    done(alice, task, now + DAY, "again")

    assert open_then == {task.id, following.id}
    assert [one.id for one in there(alice, now)] == [following.id]


def test_an_older_one_taken_back_plans_no_second_beside_the_open_one(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    second = next_of(alice, done(alice, task, now, "first"))
    third = next_of(alice, done(alice, second, now, "second"))
    activity.undo(alice, "first", now=now)

    done(alice, task, now, "again")

    assert [one.id for one in there(alice, now)] == [third.id]


def test_a_series_that_was_deleted_is_not_begun_again(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    tasks.delete(alice, next_of(alice, done(alice, task, now)).id, by=By("gone"), now=now)
    tasks.reopen(alice, task.id, by=By("opened"), now=now)

    done(alice, task, now, "again")

    assert there(alice, now) == []


def test_subtasks_come_back_open_and_the_ticked_ones_stay_with_what_is_done(alice: Person, now: datetime) -> None:
    task = made(alice, now, "FREQ=WEEKLY")
    day = {name: Due(TODAY - 2 * DAY, BERLIN) for name in ("ticked", "left")}
    ticked, left = (
        tasks.create(alice, Draft(title=name, parent_id=task.id, due=due), by=By("made"), now=now)
        for name, due in day.items()
    )
    deep = tasks.create(alice, Draft(title="deep", parent_id=left.id), by=By("made"), now=now)
    for one in (ticked, deep):
        done(alice, one, now, "ticked")

    following = next_of(alice, done(alice, task, now))

    back = under(alice, following, now)
    assert {name: (one.status, one.due) for name, one in back.items()} == {
        name: (Status.OPEN, Due(TODAY + 5 * DAY, BERLIN)) for name in ("ticked", "left")
    }
    assert (back["left"].id, under(alice, back["left"], now)["deep"].status) == (left.id, Status.OPEN)
    assert {one.id for one in under(alice, task, now).values()} == {ticked.id, deep.id}


def test_undo_puts_subtasks_back_where_they_were(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    ticked, left = (
        tasks.create(alice, Draft(title=name, parent_id=task.id), by=By("made"), now=now) for name in ("ticked", "left")
    )
    done(alice, ticked, now, "ticked")
    before = {one.id: one for one in there(alice, now, None)}
    done(alice, task, now)

    activity.undo(alice, "done", now=now)

    after = {one.id: replace(one, updated=before[one.id].updated) for one in there(alice, now, None)}
    assert after == before
    assert {ticked.id, left.id} < after.keys()


def test_all_of_a_family_completed_at_once_comes_back_whole(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    child = tasks.create(alice, Draft(title="Cut", parent_id=task.id), by=By("made"), now=now)

    tasks.complete_many(alice, (task.id, child.id), by=By("all"), now=now)

    following = next_of(alice, tasks.get(alice, task.id))
    assert [one.title for one in there(alice, now)] == ["Water the plants", "Cut"]
    assert under(alice, following, now)["Cut"].id != child.id
    assert tasks.get(alice, child.id).parent_id == task.id


def test_a_subtask_that_repeats_by_itself_comes_back_once(alice: Person, now: datetime) -> None:
    task = made(alice, now, "FREQ=WEEKLY")
    child = made(alice, now, title="Cut", parent_id=task.id)
    done(alice, child, now, "child")

    following = next_of(alice, done(alice, task, now))

    assert [(one.title, one.due) for one in under(alice, following, now).values()] == [
        ("Cut", Due(TODAY + DAY, BERLIN))
    ]
    assert len(there(alice, now)) == 2


def test_a_time_that_a_clock_change_skips_is_back_the_day_after(alice: Person, now: datetime) -> None:
    before = Due.moment(date(2027, 3, 27), time(2, 30), BERLIN)
    task = made(alice, now, due=before)

    shifted = next_of(alice, done(alice, task, datetime(2027, 3, 27, 12, tzinfo=UTC)))
    following = next_of(alice, done(alice, shifted, datetime(2027, 3, 28, 12, tzinfo=UTC)))

    assert shifted.due is not None
    assert str(shifted.due.local) == "2027-03-28 03:30:00+02:00"
    assert following.due == Due.moment(date(2027, 3, 29), time(2, 30), BERLIN)


def test_an_edit_holds_for_all_that_come_after(alice: Person, now: datetime) -> None:
    task = made(alice, now)
    tasks.edit(alice, task.id, Edit(title="Feed the cat", rrule="FREQ=WEEKLY"), by=By("edit"), now=now)

    following = next_of(alice, done(alice, task, now))

    assert (following.title, following.due) == ("Feed the cat", Due(TODAY + 7 * DAY, BERLIN))


def test_a_rule_that_is_added_later_knows_the_day_it_begins_on(alice: Person, now: datetime) -> None:
    task = tasks.create(alice, Draft(title="Rent", due=Due(date(2027, 1, 31), BERLIN)), by=By("made"), now=now)

    monthly = tasks.edit(alice, task.id, Edit(rrule="FREQ=MONTHLY"), by=By("edit"), now=now)
    with pytest.raises(Invalid) as refused:
        tasks.edit(alice, task.id, Edit(rrule="FREQ=DAILY;UNTIL=20270130"), by=By("edit"), now=now)

    assert (monthly.rrule, monthly.series_id) == ("FREQ=MONTHLY;BYMONTHDAY=31", task.id)
    assert refused.value.message == "This repeating task would end before it starts."


def test_what_counts_from_its_completion_is_tied_to_no_day(alice: Person, now: datetime) -> None:
    task = made(alice, now, "FREQ=MONTHLY", due=Due(date(2026, 10, 31), BERLIN), after_completion=True)

    assert next_of(alice, done(alice, task, now)).due == Due(date(2026, 12, 21), BERLIN)


def test_a_date_may_move_behind_the_end_and_the_same_rule_be_sent_again(alice: Person, now: datetime) -> None:
    task = made(alice, now, "FREQ=DAILY;UNTIL=20261122")
    later = Due(date(2026, 11, 24), BERLIN)

    tasks.edit(alice, task.id, Edit(due=later), by=By("edit"), now=now)
    again = tasks.edit(alice, task.id, Edit(due=later, rrule=task.rrule, title="Last"), by=By("edit"), now=now)

    assert (again.title, again.due, again.rrule) == ("Last", later, task.rrule)
    assert done(alice, again, now).next_id is None
