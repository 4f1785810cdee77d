"""The list of conversations: in which order, what is found, what is pinned, unread and named (P-02)."""

from datetime import datetime, timedelta

import pytest

from taskchat.domain.person import Person, Seat
from taskchat.errors import NotFound
from taskchat.live import Change, What
from taskchat.services import conversations, listing
from taskchat.storage import items, threads
from taskchat.storage.database import reading, writing
from tests.beginnings import start_run

MINUTE = timedelta(minutes=1)


@pytest.fixture
def many(alice: Person, now: datetime) -> list[str]:
    """Seven conversations a minute apart, the latest first."""
    for n in range(7):
        _thread(alice, f"thr_{n}", now - n * MINUTE)
    return [f"thr_{n}" for n in range(7)]


def _thread(user: Person, thread_id: str, now: datetime, *, title: str | None = None, said: str = "") -> None:
    with writing() as session:
        threads.save_thread(user, session, thread_id, "{}", title=title, now=now)
        if said:
            items.put_item(user, session, thread_id, "msg", kind="user_message", data="{}", words=said, now=now)


def _ids(user: Person, **wanted) -> list[str]:
    return [row.id for row in listing.find(user, **wanted).rows]


def _answer(user: Person, thread_id: str, now: datetime, state: str = "done") -> None:
    """A run that begins and ends there."""
    run_id = f"run_{thread_id}_{now.isoformat()}"
    start_run(Seat(user, "hash"), run_id, thread_id, now=now)
    conversations.finish(user, run_id, state=state, now=now)


def _unread(user: Person) -> list[str]:
    return [row.id for row in listing.find(user).rows if row.unread]


def test_pages_follow_each_other_without_gap_or_overlap(alice: Person, many: list[str]) -> None:
    seen: list[str] = []
    page = listing.find(alice, limit=3)

    while page.rows:
        seen += [row.id for row in page.rows]
        page = listing.find(alice, limit=3, after=page.after) if page.after else listing.Listing()

    assert seen == many


def test_a_page_goes_on_where_the_last_one_ended_though_that_one_has_moved(
    alice: Person, many: list[str], now: datetime
) -> None:
    first = listing.find(alice, limit=3)
    with writing() as session:
        threads.touch_thread(alice, session, first.rows[-1].id, now=now + MINUTE)

    assert _ids(alice, limit=3, after=first.after) == many[3:6]


def test_what_is_pinned_leads_the_first_page_and_stands_nowhere_else(
    alice: Person, many: list[str], now: datetime
) -> None:
    listing.pin(alice, "thr_5", now=now)

    first = listing.find(alice, limit=3)

    assert [(row.id, row.pinned) for row in first.rows] == [
        ("thr_5", True), ("thr_0", False), ("thr_1", False), ("thr_2", False),
    ]  # fmt: skip
    assert _ids(alice, limit=9, after=first.after) == ["thr_3", "thr_4", "thr_6"]


def test_unpinning_puts_it_back_where_its_last_change_belongs(alice: Person, many: list[str], now: datetime) -> None:
    listing.pin(alice, "thr_5", now=now)

    listing.unpin(alice, "thr_5")

    assert _ids(alice) == many


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dentist", ["thr_2", "thr_1"]), ("DENTÍST monday", ["thr_2"]), ("shopping", ["thr_3"]),
        ("%", []), ("_", []), ("zeppelin", []), ("  ", ["thr_2", "thr_1", "thr_3"]),
    ],
)  # fmt: skip
def test_it_is_found_by_title_and_by_what_was_said(alice: Person, now: datetime, words: str, found: list[str]) -> None:
    _thread(alice, "thr_1", now, title="Dentist")
    _thread(alice, "thr_2", now + MINUTE, said="Call the dentist on Monday")
    _thread(alice, "thr_3", now - MINUTE, title="Shopping")

    assert _ids(alice, words=words) == found


def test_what_is_found_comes_in_pages_too_and_pinned_ones_first(alice: Person, now: datetime) -> None:
    for n in range(4):
        _thread(alice, f"thr_{n}", now - n * MINUTE, title=f"Milk {n}")
    _thread(alice, "thr_other", now, title="Bread")
    listing.pin(alice, "thr_3", now=now)

    first = listing.find(alice, limit=2, words="milk")

    assert [row.id for row in first.rows] == ["thr_3", "thr_0", "thr_1"]
    assert _ids(alice, limit=2, words="milk", after=first.after) == ["thr_2"]


def test_a_deleted_conversation_stands_in_no_list(alice: Person, many: list[str], now: datetime) -> None:
    listing.pin(alice, "thr_1", now=now)
    conversations.delete_thread(alice, "thr_1", now=now)

    assert "thr_1" not in _ids(alice)
    with pytest.raises(NotFound):
        listing.pin(alice, "thr_1", now=now)


@pytest.mark.parametrize(
    ("state", "unread"), [("done", True), ("failed", True), ("interrupted", True), ("stopped", False)]
)
def test_an_answer_that_ends_is_news_unless_it_was_stopped(
    alice: Person, many: list[str], now: datetime, state: str, unread: bool
) -> None:
    _answer(alice, "thr_2", now, state)

    assert _unread(alice) == (["thr_2"] if unread else [])


def test_what_was_read_is_unread_again_after_the_next_answer(alice: Person, many: list[str], now: datetime) -> None:
    _answer(alice, "thr_2", now)
    was_news = listing.mark_read(alice, "thr_2", now=now + MINUTE)
    read = _unread(alice)

    _answer(alice, "thr_2", now + 2 * MINUTE)

    assert (was_news, read, _unread(alice)) == (True, [], ["thr_2"])


def test_only_reading_what_is_news_is_told(alice: Person, many: list[str], now: datetime, heard: list) -> None:
    _answer(alice, "thr_2", now)
    heard.clear()

    again = [listing.mark_read(alice, "thr_2", now=now + n * MINUTE) for n in range(3)]

    assert again == [True, False, False]
    assert heard == [(alice.id, Change(What.THREADS, ("thr_2",)))]


def test_a_better_title_replaces_the_first_words(alice: Person, now: datetime) -> None:
    _thread(alice, "thr_1", now, title="could you please remind me")

    is_changed = listing.entitle(alice, "thr_1", "Dentist", instead_of="could you please remind me")

    assert is_changed
    assert _ids(alice, words="dentist") == ["thr_1"]
    with reading() as session:
        assert threads.load_thread(alice, session, "thr_1").title == "Dentist"


def test_a_title_that_somebody_gave_is_never_replaced(alice: Person, now: datetime, heard: list) -> None:
    _thread(alice, "thr_1", now, title="Mine")

    is_changed = listing.entitle(alice, "thr_1", "Dentist", instead_of="could you please remind me")

    assert not is_changed
    assert [row.title for row in listing.find(alice).rows] == ["Mine"]
    assert heard == []


def test_pinning_is_told(alice: Person, many: list[str], now: datetime, heard: list) -> None:
    listing.pin(alice, "thr_1", now=now)
    listing.unpin(alice, "thr_1")

    assert heard == [(alice.id, Change(What.THREADS, ("thr_1",)))] * 2


def test_the_last_run_is_read_alone(alice: Person, many: list[str], now: datetime) -> None:
    _answer(alice, "thr_1", now)
    _answer(alice, "thr_1", now + MINUTE, "failed")

    last = conversations.last_run(alice, "thr_1")

    assert last is not None
    assert (last.state, last.started) == ("failed", now + MINUTE)
    assert conversations.last_run(alice, "thr_2") is None
