"""Signing up, in and out, trying it first, and the session behind a cookie."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, update
from sqlmodel import col, select

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Draft
from taskchat.errors import Conflict, Invalid, NotSignedIn, TooMany
from taskchat.live import Change, What
from taskchat.services import accounts, listing, tasks
from taskchat.services.passwords import NOBODY
from taskchat.storage import threads
from taskchat.storage.database import reading, writing
from taskchat.storage.tables import People, Sessions
from tests.conftest import PASSWORD, Seats

News = list[tuple[str, Change]]
BY = By("a-group")
DAY = timedelta(days=1)

pytestmark = pytest.mark.usefixtures("database", "live")


def test_signing_up_signs_in_at_once(ways: Ways, now: datetime) -> None:
    signed = accounts.sign_up(" Ann@Example.org ", PASSWORD, ways, now=now)

    assert (signed.seat.person.email, signed.seat.person.guest) == ("Ann@Example.org", False)
    assert signed.seat.person.ways == ways
    assert signed.expires == now + 7 * DAY
    assert accounts.who(signed.token, now=now) == signed.seat


def test_an_email_has_one_account_however_it_is_spelled(alice: Person, ways: Ways, now: datetime) -> None:
    with pytest.raises(Conflict) as caught:
        accounts.sign_up("ALICE@example.ORG", PASSWORD, ways, now=now)

    assert caught.value.code == "email_taken"


def test_ten_people_who_take_one_email_at_once_make_one_account(ways: Ways, now: datetime) -> None:
    def sign_up(_: int) -> bool:
        try:
            accounts.sign_up("ann@example.org", PASSWORD, ways, now=now)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(sign_up, range(10)))

    assert made.count(True) == 1


@pytest.mark.parametrize("email", ["", "ann", "ann@", "@example.org", "a b@c.d", "a@b@c", "a@" + "b" * 300, "a\n@b.c"])
def test_what_is_no_address_is_refused(ways: Ways, now: datetime, email: str) -> None:
    with pytest.raises(Invalid) as caught:
        accounts.sign_up(email, PASSWORD, ways, now=now)

    assert caught.value.field == "email"


def test_signing_in_makes_a_session_of_its_own(alice: Person, now: datetime) -> None:
    first = accounts.sign_in("Alice@Example.org", PASSWORD, now=now)
    second = accounts.sign_in("alice@example.org", PASSWORD, now=now)

    assert first.seat.person == second.seat.person == alice
    assert first.token != second.token
    assert len(first.token) >= 43


@pytest.mark.parametrize(("email", "password"), [("alice@example.org", "wrong"), ("nobody@example.org", PASSWORD)])
def test_unknown_email_and_wrong_password_are_one_answer(
    alice: Person, now: datetime, email: str, password: str
) -> None:
    with pytest.raises(NotSignedIn) as caught:
        accounts.sign_in(email, password, now=now)

    assert (caught.value.code, caught.value.message) == ("wrong_credentials", accounts.WRONG)


def test_an_unknown_email_costs_a_hash_too(alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str | None] = []
    monkeypatch.setattr(accounts, "is_right", lambda password, known: checked.append(known) or False)

    for email in ("alice@example.org", "nobody@example.org"):
        with pytest.raises(NotSignedIn):
            accounts.sign_in(email, "wrong", now=now)

    assert len(checked) == 2
    assert checked[1] is None
    assert NOBODY.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_tenth_wrong_password_makes_an_account_wait(alice: Person, now: datetime) -> None:
    for _ in range(accounts.ATTEMPTS):
        with pytest.raises(NotSignedIn):
            accounts.sign_in("alice@example.org", "wrong", now=now)

    with pytest.raises(TooMany) as caught:
        accounts.sign_in("alice@example.org", PASSWORD, now=now)

    assert caught.value.resets_at == now + accounts.ATTEMPTS_WITHIN
    assert accounts.sign_in("alice@example.org", PASSWORD, now=now + accounts.ATTEMPTS_WITHIN).seat.person == alice


def test_a_right_password_starts_the_count_anew(alice: Person, now: datetime) -> None:
    for _ in range(accounts.ATTEMPTS):
        accounts.sign_in("alice@example.org", PASSWORD, now=now)

    assert accounts.sign_in("alice@example.org", PASSWORD, now=now).seat.person == alice


def test_signing_out_ends_the_session_everywhere(seats: Seats, now: datetime, heard: News) -> None:
    accounts.who(seats.alice.token, now=now)

    accounts.sign_out(seats.alice.token, now=now)

    assert accounts.who(seats.alice.token, now=now) is None
    assert accounts.who(seats.bob.token, now=now) == seats.bob.seat
    assert heard == [(seats.alice.seat.person.id, Change(What.SESSION, (seats.alice.seat.session,)))]


def test_an_unknown_token_is_nobody_and_signs_out_quietly(now: datetime, heard: News) -> None:
    accounts.sign_out("unknown", now=now)

    assert accounts.who("unknown", now=now) is None
    assert heard == []


def test_the_token_itself_is_stored_nowhere(seats: Seats) -> None:
    with reading() as session:
        stored = [row.model_dump_json() for table in (People, Sessions) for row in session.exec(select(table))]

    assert not any(seats.alice.token in row for row in stored)
    assert any(seats.alice.seat.session in row for row in stored)


def test_an_account_is_signed_out_after_7_days(seats: Seats, now: datetime) -> None:
    lasts = [accounts.who(seats.alice.token, now=now + days) is not None for days in (DAY * 6.99, DAY * 7)]

    assert lasts == [True, False]


def test_a_guest_stays_as_long_as_they_come_back_within_400_days(ways: Ways, now: datetime) -> None:
    signed = accounts.guest(ways, now=now)

    visits = [accounts.who(signed.token, now=now + n * 399 * DAY) for n in range(4)]
    late = accounts.who(signed.token, now=now + 3 * 399 * DAY + 400 * DAY)

    assert all(visits)
    assert late is None


def test_a_disabled_account_has_no_session(seats: Seats, now: datetime) -> None:
    with writing() as session:
        row = session.exec(select(People).where(People.email == "alice@example.org")).one()
        row.disabled = now

    later = now + timedelta(seconds=31)

    assert accounts.who(seats.alice.token, now=later) is None
    with pytest.raises(NotSignedIn):
        accounts.sign_in("alice@example.org", PASSWORD, now=later)


def test_whose_session_has_ended_is_told_and_nobody_else(seats: Seats, ways: Ways, now: datetime, heard: News) -> None:
    """Ended without news: over time, by a disabled account, or gone from the database."""
    later = now + 8 * DAY
    lasting, gone, disabled = (accounts.guest(ways, now=now).seat for _ in range(3))
    with writing() as session:
        session.execute(delete(Sessions).where(col(Sessions.hash) == gone.session))
        session.execute(update(People).where(col(People.id) == disabled.person.id).values(disabled=now))
    accounts.who(seats.alice.token, now=now)

    accounts.tell_what_has_ended({seats.alice.seat, lasting, gone, disabled}, now=later)

    ended = {(seat.person.id, (seat.session,)) for seat in (seats.alice.seat, gone, disabled)}
    assert {(person, change.ids) for person, change in heard if change.what is What.SESSION} == ended
    assert len(heard) == 3


def test_a_session_is_looked_up_once_in_30_seconds(seats: Seats, now: datetime) -> None:
    accounts.who(seats.alice.token, now=now)
    with writing() as session:
        session.delete(session.exec(select(Sessions).where(Sessions.hash == seats.alice.seat.session)).one())

    cached = accounts.who(seats.alice.token, now=now + timedelta(seconds=29))
    asked_again = accounts.who(seats.alice.token, now=now + timedelta(seconds=30))

    assert (cached, asked_again) == (seats.alice.seat, None)


def test_news_of_an_ended_session_ends_the_cache(seats: Seats, now: datetime) -> None:
    accounts.who(seats.alice.token, now=now)
    with writing() as session:
        session.delete(session.exec(select(Sessions).where(Sessions.hash == seats.alice.seat.session)).one())

    accounts.forget_cached(seats.alice.seat.session)

    assert accounts.who(seats.alice.token, now=now) is None


def test_ways_change_at_once(seats: Seats, now: datetime, heard: News) -> None:
    accounts.who(seats.alice.token, now=now)

    person = accounts.set_ways(seats.alice.seat.person, Ways("America/New_York", 6, False, False), now=now)

    seat = accounts.who(seats.alice.token, now=now)
    assert seat is not None
    assert seat.person == person
    assert person.ways == Ways("America/New_York", 6, False, False)
    assert heard == [(person.id, Change(What.PERSON))]


@pytest.mark.parametrize(("field", "ways"), [("zone", Ways("Mars/Olympus")), ("first_weekday", Ways("UTC", 7))])
def test_ways_that_do_not_exist_are_refused(alice: Person, now: datetime, field: str, ways: Ways) -> None:
    with pytest.raises(Invalid) as caught:
        accounts.set_ways(alice, ways, now=now)

    assert caught.value.field == field


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "/etc/localtime", "a" * 500, "\0"])
def test_a_browser_with_an_unknown_zone_gets_utc(now: datetime, zone: str) -> None:
    signed = accounts.guest(Ways(zone=zone, first_weekday=9), now=now)

    assert signed.seat.person.ways == Ways(zone="UTC", first_weekday=0)


def test_a_guest_starts_with_five_samples_that_count_nowhere(ways: Ways, now: datetime) -> None:
    person = accounts.guest(ways, now=now).seat.person

    found = tasks.find(person, TaskFilter(), now=now).tasks

    assert len(found) == 5
    assert all(task.sample for task in found)
    assert any(task.is_overdue(now, ways.zone) for task in found)
    assert any(task.rrule for task in found)
    assert any(task.tags for task in found)
    counted = tasks.counts(person, now=now)
    assert (counted.inbox, counted.today, counted.upcoming, tasks.tag_counts(person)) == (0, 0, 0, ())


def test_a_guest_becomes_an_account_and_keeps_everything(ways: Ways, now: datetime, heard: News) -> None:
    guest = accounts.guest(ways, now=now)
    own = tasks.create(guest.seat.person, Draft(title="My own"), by=BY, now=now)
    heard.clear()

    signed = accounts.sign_up("ann@example.org", PASSWORD, ways, now=now, guest_token=guest.token)

    assert signed.seat.person == replace(guest.seat.person, email="ann@example.org", guest=False)
    assert tasks.get(signed.seat.person, own.id) == own
    assert accounts.who(guest.token, now=now) is None
    assert heard == [(guest.seat.person.id, Change(What.SESSION, (guest.seat.session,)))]


def test_a_session_of_an_account_is_no_guest_to_take_over(seats: Seats, ways: Ways, now: datetime) -> None:
    signed = accounts.sign_up("ann@example.org", PASSWORD, ways, now=now, guest_token=seats.alice.token)

    assert signed.seat.person.id != seats.alice.seat.person.id
    assert accounts.who(seats.alice.token, now=now) == seats.alice.seat


def test_what_a_guest_made_can_be_brought_along(alice: Person, ways: Ways, now: datetime, heard: News) -> None:
    guest = accounts.guest(ways, now=now)
    person = guest.seat.person
    mine = tasks.create(alice, Draft(title="Mine", list="Home", section="Attic"), by=BY, now=now)
    brought = tasks.create(
        person, Draft(title="Theirs", list="HOME", section="Cellar", tags=("x",)), by=By("theirs"), now=now
    )
    with writing() as session:
        threads.save_thread(person, session, "thr_guest", "{}", title="A talk", now=now)
    heard.clear()

    count = accounts.bring(alice, guest.token, now=now)

    assert count == 1
    assert tasks.get(alice, brought.id) == replace(brought, list="Home")
    assert tasks.get(alice, mine.id) == mine
    assert tasks.find(alice, TaskFilter(status=None), now=now).total == 2
    assert [row.id for row in listing.find(alice).rows] == ["thr_guest"]
    assert accounts.who(guest.token, now=now) is None
    assert {change.what for _, change in heard} == {What.SESSION, What.TASKS, What.THREADS, What.VIEWS, What.MEMORY}


def test_bringing_nothing_is_no_error(seats: Seats, now: datetime) -> None:
    assert accounts.bring(seats.alice.seat.person, "unknown", now=now) == 0
    assert accounts.bring(seats.alice.seat.person, seats.bob.token, now=now) == 0
