"""The Activity view: newest first, a group a deed, with what can still be taken back."""

from datetime import datetime, timedelta

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Task
from taskchat.services import activity, history, tasks


def test_what_one_click_did_is_one_entry_newest_first(alice: Person, world: dict[str, Task], now: datetime) -> None:
    both = (world["milk"].id, world["rent"].id)
    tasks.complete_many(alice, both, by=By("bulk", door="assistant", thread_id="thr_1"), now=now + timedelta(minutes=1))

    shown = history.page(alice, now=now + timedelta(minutes=2)).happened

    assert [entry.group for entry in shown[:2]] == ["bulk", "made-plants"]
    assert (shown[0].door, shown[0].verbs, shown[0].can_undo) == ("assistant", ("completed",), True)
    assert (shown[0].things, shown[0].is_undone) == ((("task", "Buy milk"), ("task", "Pay rent")), False)


def test_what_a_change_brings_with_it_is_not_told_beside_it(alice: Person, now: datetime) -> None:
    weekly = tasks.create(
        alice, Draft(title="Water", due=Due(on=now.date(), zone="UTC"), rrule="FREQ=WEEKLY"), by=By("made"), now=now
    )
    tasks.complete(alice, weekly.id, by=By("done"), now=now)

    done = history.page(alice, now=now).happened[0]

    assert (done.verbs, done.things) == (("completed",), (("task", "Water"),))


def test_what_was_taken_back_says_so(alice: Person, world: dict[str, Task], now: datetime) -> None:
    tasks.edit(alice, world["milk"].id, Edit(priority=Priority.HIGH), by=By("edit"), now=now)
    activity.undo(alice, "edit", now=now)

    undo, edit = history.page(alice, now=now).happened[:2]

    assert (undo.is_undo, undo.can_undo, undo.verbs) == (True, True, ("undone",))
    assert (edit.group, edit.is_undone, edit.can_undo) == ("edit", True, False)


def test_after_thirty_days_nothing_is_offered_any_more(alice: Person, world: dict[str, Task], now: datetime) -> None:
    shown = history.page(alice, now=now + timedelta(days=31)).happened

    assert [entry.can_undo for entry in shown] == [False] * len(world)


def test_pages_follow_each_other_without_a_gap_though_something_happens_meanwhile(
    alice: Person, world: dict[str, Task], now: datetime
) -> None:
    first = history.page(alice, limit=2, now=now)
    tasks.create(alice, Draft(title="Meanwhile"), by=By("meanwhile"), now=now)
    second = history.page(alice, limit=2, before=first.before, now=now)
    third = history.page(alice, limit=2, before=second.before, now=now)

    groups = [entry.group for page in (first, second, third) for entry in page.happened]

    assert groups == ["made-plants", "made-report", "made-dentist", "made-rent", "made-milk"]
    assert third.before is None
