"""Conversations and what stands in them, as ChatKit's store keeps them."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from taskchat.domain.person import Person, Seat
from taskchat.errors import NotFound
from taskchat.services import conversations, listing
from taskchat.storage import items, threads
from taskchat.storage.database import reading, writing
from taskchat.storage.tables import Items
from tests.beginnings import start_run

MINUTE = timedelta(minutes=1)


@pytest.fixture
def thread(alice: Person, now: datetime) -> str:
    return _thread(alice, "thr_1", now)


def _thread(user: Person, thread_id: str, now: datetime) -> str:
    with writing() as session:
        threads.save_thread(user, session, thread_id, f'{{"id": "{thread_id}"}}', title=None, now=now)
    return thread_id


def _put(
    user: Person, thread: str, item_id: str, now: datetime, *, data: str = "{}", kind: str = "user_message"
) -> None:
    with writing() as session:
        items.put_item(user, session, thread, item_id, kind=kind, data=data, now=now)


def _page(user: Person, thread: str, **wanted) -> tuple[list[str], str | None]:
    with reading() as session:
        page = items.items_page(user, session, thread, **wanted)
    return [item.id for item in page.items], page.after


def _threads(user: Person, **wanted) -> tuple[list[str], str | None]:
    with reading() as session:
        page = threads.threads_page(user, session, **wanted)
    return [row.id for row in page.threads], page.after


def test_a_thread_is_saved_and_saved_again(alice: Person, thread: str, now: datetime) -> None:
    with writing() as session:
        is_new = threads.save_thread(alice, session, thread, '{"a": 1}', title="A talk", now=now + MINUTE)

    with reading() as session:
        stored = threads.load_thread(alice, session, thread)
    assert not is_new
    assert (stored.title, stored.data, stored.created, stored.running) == ("A talk", '{"a": 1}', now, None)


def test_items_stand_in_the_order_of_insertion_whatever_the_clock_says(
    alice: Person, thread: str, now: datetime
) -> None:
    for n, name in enumerate("cab"):
        _put(alice, thread, name, now - n * MINUTE)

    assert _page(alice, thread) == (["c", "a", "b"], None)
    assert _page(alice, thread, order="desc") == (["b", "a", "c"], None)


def test_an_item_that_is_put_again_keeps_its_place(alice: Person, thread: str, now: datetime) -> None:
    for name in "ab":
        _put(alice, thread, name, now)

    _put(alice, thread, "a", now, data='{"more": true}')

    assert _page(alice, thread) == (["a", "b"], None)
    with reading() as session:
        assert items.load_item(alice, session, thread, "a").data == '{"more": true}'


def test_the_same_id_in_two_threads_is_two_items(alice: Person, thread: str, now: datetime) -> None:
    other = _thread(alice, "thr_2", now)
    _put(alice, thread, "same", now, data="1")
    _put(alice, other, "same", now, data="2")

    with reading() as session:
        assert [items.load_item(alice, session, t, "same").data for t in (thread, other)] == ["1", "2"]


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_items_come_in_pages_without_gap_or_overlap(alice: Person, thread: str, now: datetime, order: str) -> None:
    for n in range(7):
        _put(alice, thread, f"msg_{n}", now)
    seen: list[str] = []
    after: str | None = None

    for _ in range(3):
        page, after = _page(alice, thread, limit=3, after=after, order=order)
        seen += page

    assert seen == sorted(seen, reverse=order == "desc")
    assert (len(seen), after) == (7, None)


def test_items_of_a_kind_can_be_left_out_and_leave_no_gap(alice: Person, thread: str, now: datetime) -> None:
    for n in range(6):
        _put(alice, thread, f"msg_{n}", now, kind="end_of_turn" if n % 2 else "user_message")

    page, after = _page(alice, thread, limit=2, order="desc", without={"end_of_turn"})

    assert (page, after) == (["msg_4", "msg_2"], "msg_2")


def test_a_deleted_item_is_gone_and_its_number_is_not_used_again(alice: Person, thread: str, now: datetime) -> None:
    for name in "ab":
        _put(alice, thread, name, now)
    with writing() as session:
        items.delete_item(alice, session, thread, "b")

    _put(alice, thread, "c", now)

    assert _page(alice, thread) == (["a", "c"], None)
    with reading() as session:
        assert items.load_item(alice, session, thread, "c").seq > 2


@pytest.mark.parametrize("after", ["unknown", "elsewhere"])
def test_a_cursor_from_elsewhere_is_not_found(alice: Person, thread: str, now: datetime, after: str) -> None:
    _put(alice, _thread(alice, "thr_2", now), "elsewhere", now)

    with pytest.raises(NotFound):
        _page(alice, thread, after=after)


def test_the_latest_thread_comes_first(alice: Person, now: datetime) -> None:
    for n in range(3):
        _thread(alice, f"thr_{n}", now + n * MINUTE)
    _put(alice, "thr_0", "msg", now + 10 * MINUTE)

    assert _threads(alice) == (["thr_0", "thr_2", "thr_1"], None)
    assert _threads(alice, order="asc") == (["thr_1", "thr_2", "thr_0"], None)


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_threads_of_one_moment_come_in_pages_too(alice: Person, now: datetime, order: str) -> None:
    for n in range(5):
        _thread(alice, f"thr_{n}", now)
    seen: list[str] = []
    after: str | None = None

    for _ in range(3):
        page, after = _threads(alice, limit=2, after=after, order=order)
        seen += page

    assert (seen, after) == (sorted(seen, reverse=order == "desc"), None)


def test_a_deleted_thread_is_out_of_sight_until_it_is_restored(alice: Person, thread: str, now: datetime) -> None:
    _put(alice, thread, "msg", now)
    conversations.delete_thread(alice, thread, now=now)

    hidden = _threads(alice)
    with pytest.raises(NotFound), writing() as session:
        items.put_item(alice, session, thread, "late", kind="x", data="{}", now=now)
    conversations.restore_thread(alice, thread)

    assert hidden == ([], None)
    assert _page(alice, thread) == (["msg"], None)


def test_a_thread_of_somebody_else_cannot_be_overwritten(
    alice: Person, bob: Person, thread: str, now: datetime
) -> None:
    with pytest.raises(NotFound), writing() as session:
        threads.save_thread(bob, session, thread, "stolen", title="stolen", now=now)

    with reading() as session:
        assert threads.load_thread(alice, session, thread).title is None


def test_a_thread_says_which_run_is_going(alice: Person, thread: str, now: datetime) -> None:
    start_run(Seat(alice, "hash"), "run_1", thread, now=now)

    with reading() as session:
        assert threads.load_thread(alice, session, thread).running == "run_1"
    assert [row.running for row in listing.find(alice).rows] == [True]


def test_ratings_stay_with_the_item(alice: Person, thread: str, now: datetime) -> None:
    for name in "ab":
        _put(alice, thread, name, now)

    conversations.rate(alice, thread, ["b"], "positive", "to the point")
    _put(alice, thread, "b", now)

    with reading() as session:
        page = items.items_page(alice, session, thread)
    assert [(item.rating, item.comment) for item in page.items] == [("", ""), ("positive", "to the point")]


def test_a_rating_is_changed_and_taken_back(alice: Person, thread: str, now: datetime) -> None:
    _put(alice, thread, "a", now)
    conversations.rate(alice, thread, ["a"], "positive", "to the point")

    conversations.rate(alice, thread, ["a"], "negative")
    with reading() as session:
        changed = items.load_item(alice, session, thread, "a")
    conversations.rate(alice, thread, ["a"], "")

    with reading() as session:
        row = session.exec(select(Items)).one()
    assert (changed.rating, changed.comment) == ("negative", "")
    assert (row.rating, row.comment) == (None, None)
