"""What is remembered of a person: one of each, taken back like anything else, and followed by what they note down."""

import json
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Ways
from taskchat.domain.preferences import MOST, Kind
from taskchat.domain.task import By, Draft, Due
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.live import Change, What
from taskchat.services import accounts, activity, lines, lists, memory, tasks
from tests.conftest import Seats
from tests.services.test_incoming import _document, bring, exported
from tests.world import BERLIN

BY = By("deed")


def sentences(user: Person) -> list[str]:
    return [one.name for one in memory.find(user)]


def remember(user: Person, now: datetime, *some: tuple[Kind, str, str], group: str = "kept") -> Person:
    """The person as they are from now on."""
    for one in some:
        memory.remember(user, *one, by=By(group), now=now)
    return replace(user, ways=replace(user.ways, kept=memory.find(user)))


MORNING = (Kind.HOUR, "morning", "08:00")
OFFICE = (Kind.LIST, "work", "Office")


def test_what_is_said_anew_takes_the_place_of_what_was(alice: Person, bob: Person, now: datetime) -> None:
    remember(alice, now, MORNING, OFFICE, (Kind.HOUR, "morning", "07:00"), (Kind.LIST, "WORK", "Desk"))

    assert sentences(alice) == ["Mornings mean 07:00", "Tasks about “WORK” go to “Desk”"]
    assert sentences(bob) == []


def test_every_tab_is_told_and_the_next_look_knows(
    seats: Seats, now: datetime, heard: list[tuple[str, Change]]
) -> None:
    alice = seats.alice.seat.person
    before = accounts.who(seats.alice.token, now=now)
    heard.clear()

    remember(alice, now, MORNING)
    after = accounts.who(seats.alice.token, now=now)

    assert before is not None
    assert after is not None
    assert [one.name for one in before.person.ways.kept] == []
    assert [one.name for one in after.person.ways.kept] == ["Mornings mean 08:00"]
    assert heard == [(alice.id, Change(What.MEMORY))]


def test_it_stands_wherever_somebody_is_known(seats: Seats, now: datetime) -> None:
    alice = seats.alice.seat.person
    remember(alice, now, MORNING)

    signed = accounts.sign_in("alice@example.org", "correct horse battery staple", now=now)
    moved = accounts.set_ways(alice, Ways(zone="UTC"), now=now)

    assert signed.seat.person.ways.hour("morning") == moved.ways.hour("morning") == time(8)


def test_remembering_replacing_and_forgetting_are_taken_back(alice: Person, now: datetime) -> None:
    remember(alice, now, MORNING, group="first")
    remember(alice, now, (Kind.HOUR, "morning", "07:00"), group="second")
    (kept,) = memory.find(alice)
    memory.forget(alice, (kept.id,), by=By("third"), now=now)

    told = [activity.undo(alice, group, now=now).words for group in ("third", "second", "first")]

    assert told == [
        "Took it back: the preference “Mornings mean 07:00” is back.",
        "Took it back: the preference “Mornings mean 07:00” is as it was.",
        "Took it back: the preference “Mornings mean 08:00” is gone again.",
    ]
    assert sentences(alice) == []


def test_taking_back_tells_every_tab(seats: Seats, now: datetime, heard: list[tuple[str, Change]]) -> None:
    alice = seats.alice.seat.person
    remember(alice, now, MORNING)
    accounts.who(seats.alice.token, now=now)
    heard.clear()

    activity.undo_latest(alice, now=now)
    seat = accounts.who(seats.alice.token, now=now)

    assert (alice.id, Change(What.MEMORY)) in heard
    assert seat is not None
    assert seat.person.ways.kept == ()


def test_one_that_another_has_replaced_since_does_not_come_back(alice: Person, now: datetime) -> None:
    remember(alice, now, MORNING, group="first")
    memory.forget(alice, [one.id for one in memory.find(alice)], by=By("gone"), now=now)
    remember(alice, now, (Kind.HOUR, "morning", "07:00"), group="second")

    activity.undo(alice, "gone", now=now)

    assert sentences(alice) == ["Mornings mean 07:00"]


def test_there_is_room_for_fifty(alice: Person, now: datetime) -> None:
    remember(alice, now, *((Kind.NOTE, f"note {number}", "") for number in range(MOST)))

    with pytest.raises(Conflict) as full:
        memory.remember(alice, *MORNING, by=BY, now=now)
    remember(alice, now, (Kind.NOTE, "NOTE 1", ""))

    assert full.value.message == "50 things are remembered already. Have one forgotten first."
    assert len(sentences(alice)) == MOST


def test_what_is_not_there_is_not_forgotten_and_what_cannot_be_is_not_kept(
    alice: Person, bob: Person, now: datetime
) -> None:
    remember(alice, now, MORNING)
    (hers,) = memory.find(alice)

    for ids in (("nowhere",), (), (hers.id,)):
        with pytest.raises(NotFound):
            memory.forget(bob, ids, by=BY, now=now)
    with pytest.raises(Invalid):
        memory.remember(alice, Kind.HOUR, "morning", "23:00", by=BY, now=now)

    assert memory.find(alice) == (hers,)


def test_pasted_lines_follow_it(alice: Person, now: datetime) -> None:
    alice = remember(alice, now, MORNING, OFFICE, (Kind.REMINDER, "", "30"))

    made = lines.make(alice, "- work plan tomorrow morning\n- work party @Home\n", by=BY, now=now).tasks

    assert [(task.list, task.reminder_minutes) for task in made] == [("Office", 30), ("Home", None)]
    assert made[0].due == Due.moment(date(2026, 11, 22), time(8), BERLIN)


def test_a_list_that_is_put_away_takes_nothing_in(alice: Person, now: datetime) -> None:
    alice = remember(alice, now, OFFICE, (Kind.TAG, "work", "desk"))
    office = lists.create(alice, "office", by=BY, now=now)

    used = memory.suit(alice, Draft(title="work"))
    lists.archive(alice, office.id, by=BY, now=now)
    away = memory.suit(alice, Draft(title="work"))

    assert (used.list, used.tags) == ("Office", ("desk",))
    assert (away.list, away.tags) == (None, ("desk",))


def test_it_follows_its_list_to_another_name_and_goes_with_it(alice: Person, now: datetime) -> None:
    office = lists.create(alice, "Office", by=BY, now=now)
    remember(alice, now, OFFICE, (Kind.LIST, "home", "House"))

    lists.change(alice, office.id, colour="plum", by=By("painted"), now=now)
    lists.change(alice, office.id, name="Desk", by=By("renamed"), now=now)
    renamed = sentences(alice)
    lists.delete(alice, office.id, by=By("deleted"), now=now)
    deleted = sentences(alice)
    activity.undo(alice, "deleted", now=now)
    activity.undo(alice, "renamed", now=now)

    assert renamed == ["Tasks about “work” go to “Desk”", "Tasks about “home” go to “House”"]
    assert deleted == ["Tasks about “home” go to “House”"]
    assert sorted(sentences(alice)) == ["Tasks about “home” go to “House”", "Tasks about “work” go to “Office”"]
    assert lists.get(alice, office.id).name == "Office"


def test_a_guest_brings_what_the_account_says_nothing_about(alice: Person, ways: Ways, now: datetime) -> None:
    guest = accounts.guest(ways, now=now)
    remember(guest.seat.person, now, (Kind.HOUR, "morning", "06:00"), OFFICE)
    remember(alice, now, MORNING)

    accounts.bring(alice, guest.token, now=now)

    assert sorted(sentences(alice)) == ["Mornings mean 08:00", "Tasks about “work” go to “Office”"]


def test_a_program_gets_what_it_says(alice: Person, now: datetime) -> None:
    alice = remember(alice, now, OFFICE, (Kind.REMINDER, "", "30"))
    due = Due.moment(date(2026, 11, 22), time(8), BERLIN)

    made = tasks.create(alice, Draft(title="work", due=due), by=By("sent", door="program"), now=now)

    assert (made.list, made.reminder_minutes) == (None, None)
    assert tasks.find(alice, TaskFilter(), now=now).total == 1


def test_an_export_has_it_and_an_import_leaves_it_out(alice: Person, bob: Person, now: datetime) -> None:
    remember(alice, now, MORNING)

    tasks.create(alice, Draft(title="Hers"), by=BY, now=now)
    archive = exported(alice, now)
    bring(bob, archive, now, "taskchat.zip")

    expected = {"sentence": "Mornings mean 08:00", "kind": "hour", "about": "morning", "value": "08:00"}
    assert json.loads(_document(archive))["preferences"] == [expected]
    assert sentences(bob) == []
