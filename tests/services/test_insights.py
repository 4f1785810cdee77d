"""What was done and what was overdue, counted on both databases in the person's own days."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from taskchat.domain.insights import Period, Share
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due
from taskchat.services import insights, tasks
from tests.world import BERLIN

BY = By("g")
SATURDAY = date(2026, 11, 21)


def make(user: Person, draft: Draft, made: datetime, done: datetime | None = None) -> str:
    task = tasks.create(user, draft, by=BY, now=made)
    if done is not None:
        tasks.complete(user, task.id, by=BY, now=done)
    return task.id


def test_done_tasks_count_on_their_day_and_week_in_the_person_s_zone(alice: Person, now: datetime) -> None:
    late_in_berlin = datetime.fromisoformat("2026-11-19T23:30+00:00")
    for done in (now, now, late_in_berlin, datetime.fromisoformat("2026-11-15T12:00+00:00")):
        make(alice, Draft(title="x"), now - timedelta(days=20), done)

    found = insights.look(alice, Period.FOUR_WEEKS, now=now)

    days = dict(found.days)
    assert (days[SATURDAY], days[date(2026, 11, 20)], days[date(2026, 11, 19)], days[date(2026, 11, 15)]) == (
        2,
        1,
        0,
        1,
    )
    assert found.weeks == (
        (date(2026, 10, 26), 0), (date(2026, 11, 2), 0), (date(2026, 11, 9), 1), (date(2026, 11, 16), 3),
    )  # fmt: skip
    assert (found.done, found.open, found.days[0][0], found.days[-1][0]) == (4, 0, date(2026, 10, 26), SATURDAY)


def test_weeks_begin_where_the_person_s_do(alice: Person, now: datetime) -> None:
    american = replace(alice, ways=replace(alice.ways, first_weekday=6))
    make(alice, Draft(title="x"), now, datetime.fromisoformat("2026-11-15T12:00+00:00"))

    assert dict(insights.look(american, Period.FOUR_WEEKS, now=now).weeks)[date(2026, 11, 15)] == 1


@pytest.mark.parametrize(
    ("due", "done", "overdue"),
    [
        (Due(date(2026, 11, 19), BERLIN), None, {19: 0, 20: 1, 21: 1}),
        (Due(date(2026, 11, 19), BERLIN), "2026-11-21T08:00+00:00", {19: 0, 20: 1, 21: 0}),
        (Due(date(2026, 11, 19), BERLIN), "2026-11-19T08:00+00:00", {19: 0, 20: 0, 21: 0}),
        (Due.moment(date(2026, 11, 19), time(9), BERLIN), None, {18: 0, 19: 1, 20: 1}),
        (Due.moment(SATURDAY, time(9), BERLIN), None, {20: 0, 21: 1}),
        (Due.moment(SATURDAY, time(23), BERLIN), None, {20: 0, 21: 0}),
        (Due(SATURDAY, BERLIN), None, {20: 0, 21: 0}),
        (Due(date(2026, 9, 1), BERLIN), None, {18: 1, 21: 1}),
        (None, None, {21: 0}),
    ],
)
def test_overdue_is_counted_at_the_end_of_each_day(
    alice: Person, now: datetime, due: Due | None, done: str | None, overdue: dict[int, int]
) -> None:
    make(alice, Draft(title="x", due=due), now - timedelta(days=60), datetime.fromisoformat(done) if done else None)

    found = dict(insights.look(alice, Period.FOUR_WEEKS, now=now).overdue)

    assert {day: found[date(2026, 11, day)] for day in overdue} == overdue


def test_nothing_was_overdue_before_it_was_there(alice: Person, now: datetime) -> None:
    make(alice, Draft(title="x", due=Due(date(2026, 11, 1), BERLIN)), now - timedelta(days=1))

    found = dict(insights.look(alice, Period.FOUR_WEEKS, now=now).overdue)

    assert (found[date(2026, 11, 19)], found[date(2026, 11, 20)]) == (0, 1)


def test_lists_and_tags_have_their_shares(alice: Person, now: datetime) -> None:
    late = Due(date(2026, 11, 1), BERLIN)
    make(alice, Draft(title="a", list="Work", tags=("x", "y")), now, now)
    make(alice, Draft(title="b", list="Work", tags=("x",), due=late), now)
    make(alice, Draft(title="c"), now)

    found = insights.look(alice, Period.TWELVE_WEEKS, now=now)

    assert found.lists == (Share("Work", 1, 1, 1), Share("Inbox", 0, 1, 0))
    assert found.tags == (Share("x", 1, 1, 1), Share("y", 1, 0, 0))


def test_samples_the_trash_and_what_is_older_are_not_counted(alice: Person, bob: Person, now: datetime) -> None:
    make(alice, Draft(title="sample", sample=True), now, now)
    tasks.delete(alice, make(alice, Draft(title="gone"), now, now), by=BY, now=now)
    make(alice, Draft(title="old"), now - timedelta(days=400), now - timedelta(days=380))
    make(bob, Draft(title="bob's"), now, now)

    assert [insights.look(alice, period, now=now).done for period in Period] == [0, 0, 0]
    assert insights.look(alice, Period.YEAR, now=now).is_empty


@pytest.mark.parametrize(("period", "weeks"), [(Period.FOUR_WEEKS, 4), (Period.TWELVE_WEEKS, 12), (Period.YEAR, 52)])
def test_a_period_has_whole_weeks(alice: Person, now: datetime, period: Period, weeks: int) -> None:
    found = insights.look(alice, period, now=now)

    assert len(found.weeks) == weeks
    assert len(found.days) == len(found.overdue) == (weeks - 1) * 7 + 6  # today is a Saturday
