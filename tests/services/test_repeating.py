"""One time of a repeating task: skipped, or changed alone."""

from datetime import date, datetime, time

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Status
from taskchat.errors import Conflict
from taskchat.services import activity, repeating, tasks
from tests.services.test_series import DAY, TODAY, News, done, made, there, under
from tests.world import BERLIN


def test_skipping_moves_it_to_its_next_date_and_undo_brings_this_one_back(
    alice: Person, now: datetime, heard: News
) -> None:
    task = made(alice, now, "FREQ=WEEKLY;COUNT=5", start=TODAY - DAY)
    child = tasks.create(alice, Draft(title="Cut", parent_id=task.id), by=By("child"), now=now)
    done(alice, child, now, "ticked")
    heard.clear()

    skipped = repeating.skip(alice, task.id, by=By("skip"), now=now)
    fresh = tasks.get(alice, child.id)
    undone = activity.undo(alice, "skip", now=now)

    assert (skipped.id, skipped.status, skipped.rrule) == (task.id, Status.OPEN, "FREQ=WEEKLY;COUNT=4")
    assert (skipped.due, skipped.start) == (Due(TODAY + 7 * DAY, BERLIN), TODAY + 6 * DAY)
    assert (fresh.status, fresh.completed) == (Status.OPEN, None)
    assert [set(change.ids) for _, change in heard[:1]] == [{task.id, child.id}]
    assert "“Water the plants” is back on its day" in undone.words
    assert tasks.get(alice, task.id).due == task.due
    assert tasks.get(alice, child.id).status is Status.DONE


@pytest.mark.parametrize(
    ("due", "after_completion", "moved"),
    [
        (Due(TODAY - DAY, BERLIN), False, TODAY),
        (Due(TODAY - 9 * DAY, BERLIN), False, TODAY),
        (Due(TODAY + 4 * DAY, BERLIN), False, TODAY + 5 * DAY),
        (Due(TODAY - 9 * DAY, BERLIN), True, TODAY + DAY),
        (Due(TODAY + 4 * DAY, BERLIN), True, TODAY + 5 * DAY),
        (Due.moment(TODAY - DAY, time(9), BERLIN), False, TODAY + DAY),
        (Due.moment(TODAY - DAY, time(17), BERLIN), False, TODAY),
    ],
)
def test_what_is_skipped_lies_ahead_afterwards(
    alice: Person, now: datetime, due: Due, after_completion: bool, moved: date
) -> None:
    task = made(alice, now, due=due, after_completion=after_completion)

    skipped = repeating.skip(alice, task.id, by=By("skip"), now=now)

    assert skipped.due is not None
    assert (skipped.due.on, skipped.due.wall) == (moved, due.wall)


def test_what_cannot_be_skipped_says_why(alice: Person, now: datetime) -> None:
    once = tasks.create(alice, Draft(title="Once"), by=By("made"), now=now)
    last = made(alice, now, "FREQ=DAILY;COUNT=1")
    gone = done(alice, made(alice, now), now)

    for task, code in ((once, "not_repeating"), (last, "last_time"), (gone, "already_done")):
        with pytest.raises(Conflict) as refused:
            repeating.skip(alice, task.id, by=By("skip"), now=now)
        assert refused.value.code == code
        assert task.title in refused.value.message


def test_changing_only_this_one_leaves_the_series_to_go_on(alice: Person, now: datetime) -> None:
    task = made(alice, now, "FREQ=WEEKLY")
    child = tasks.create(alice, Draft(title="Cut", parent_id=task.id), by=By("child"), now=now)
    done(alice, child, now, "ticked")
    edit = Edit(title="Water the cactus", due=Due(TODAY + DAY, BERLIN))

    alone = tasks.edit(alice, task.id, edit, alone=True, by=By("alone"), now=now)

    [following] = [one for one in there(alice, now) if one.series_id == task.id]
    assert (alone.id, alone.title, alone.rrule, alone.series_id) == (task.id, "Water the cactus", None, None)
    assert (following.title, following.due) == ("Water the plants", Due(TODAY + 7 * DAY, BERLIN))
    assert [(one.title, one.status) for one in under(alice, following, now).values()] == [("Cut", Status.OPEN)]
    assert under(alice, alone, now)["Cut"].id == child.id
    assert done(alice, alone, now).next_id is None

    activity.undo(alice, "done", now=now)
    activity.undo(alice, "alone", now=now)
    assert tasks.get(alice, task.id).rrule == "FREQ=WEEKLY"
    assert [one.id for one in there(alice, now)] == [task.id]


def test_only_what_repeats_can_be_changed_alone(alice: Person, now: datetime) -> None:
    once = tasks.create(alice, Draft(title="Once"), by=By("made"), now=now)

    with pytest.raises(Conflict):
        tasks.edit(alice, once.id, Edit(title="Twice"), alone=True, by=By("alone"), now=now)

    assert tasks.get(alice, once.id) == once
