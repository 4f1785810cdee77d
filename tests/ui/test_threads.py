"""The list of conversations on the page: under which day, page by page, searched, named, pinned, taken back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from taskchat.domain.person import Person, Seat, Ways
from taskchat.errors import Invalid, NotFound
from taskchat.live import InProcess
from taskchat.services import conversations, listing
from taskchat.services.listing import PAGE, ThreadRow
from taskchat.storage import threads
from taskchat.storage.database import writing
from taskchat.ui.chat import threads_state
from taskchat.ui.chat.state import ChatState
from taskchat.ui.chat.thread_links import grouped
from taskchat.ui.chat.threads_state import ThreadsState
from taskchat.ui.session import place_of, sitting
from tests.ui.states import page
from tests.ui.talking import Script

MINUTE = timedelta(minutes=1)


@pytest.fixture
def script(live: InProcess, at_tab: Person, monkeypatch: pytest.MonkeyPatch) -> Script:
    script = Script(at_tab.id)
    monkeypatch.setattr(threads_state, "chat", lambda: script)
    return script


def talks(person: Person, count: int) -> list[str]:
    """So many conversations, the latest first."""
    now = datetime.now(UTC)
    with writing() as session:
        for n in range(count):
            threads.save_thread(person, session, f"thr_{n:03}", "{}", title=f"Talk {n:03}", now=now - n * MINUTE)
    return [f"thr_{n:03}" for n in range(count)]


def shown(state: ThreadsState) -> list[str]:
    return [link.id for link in state.links]


@pytest.mark.parametrize(
    ("updated", "group"),
    [
        ("2026-11-21T09:00:00", "Today"),
        ("2026-11-20T23:30:00", "Today"),  # half past midnight in Berlin
        ("2026-11-22T12:00:00", "Today"),  # a clock that is ahead
        ("2026-11-20T12:00:00", "Yesterday"),
        ("2026-11-19T12:00:00", "Previous 7 days"),
        ("2026-11-14T12:00:00", "Previous 7 days"),
        ("2026-11-13T12:00:00", "November"),
        ("2026-03-01T12:00:00", "March"),
        ("2025-12-31T22:30:00", "December 2025"),
        ("2025-12-31T23:30:00", "January"),
    ],
)
def test_conversations_stand_under_their_day(updated: str, group: str, now: datetime, ways: Ways) -> None:
    row = ThreadRow("thr_1", None, datetime.fromisoformat(f"{updated}+00:00"), running=True)

    (link,) = grouped([row], now=now, ways=ways)

    assert (link.group, link.heads, link.title, link.running) == (group, True, "New conversation", True)


def test_only_the_first_of_a_group_carries_its_name(now: datetime, ways: Ways) -> None:
    found = [ThreadRow(f"thr_{n}", "T", now, pinned=n < 2) for n in range(4)]

    links = grouped(found, now=now, ways=ways)

    assert [(link.group, link.heads) for link in links] == [
        ("Pinned", True), ("Pinned", False), ("Today", True), ("Today", False),
    ]  # fmt: skip


def test_a_page_behind_another_goes_on_in_its_group(now: datetime, ways: Ways) -> None:
    (link,) = grouped([ThreadRow("thr_1", "T", now)], now=now, ways=ways, after="Today")

    assert not link.heads


def test_what_is_on_the_screen_is_never_unread(now: datetime, ways: Ways) -> None:
    found = [ThreadRow(f"thr_{n}", "T", now, unread=True) for n in range(2)]

    assert [link.unread for link in grouped(found, now=now, ways=ways, shown="thr_1")] == [True, False]


async def test_a_thousand_conversations_come_page_by_page(at_tab: Person) -> None:
    everything = talks(at_tab, 2 * PAGE + 3)
    state = page(ThreadsState)

    await state.reload()
    first, had_more = shown(state), state.has_more
    await state.more()
    await state.more()

    assert (first, had_more) == (everything[:PAGE], True)
    assert (shown(state), state.has_more) == (everything, False)
    assert sum(link.heads for link in state.links) == len({link.group for link in state.links})


async def test_what_one_has_scrolled_to_stays_when_the_list_is_read_again(at_tab: Person) -> None:
    everything = talks(at_tab, 2 * PAGE)
    state = page(ThreadsState)
    await state.reload()
    await state.more()

    await state.reload()

    assert shown(state) == everything


async def test_a_conversation_that_moves_up_meanwhile_stands_once(at_tab: Person) -> None:
    talks(at_tab, PAGE + 2)
    state = page(ThreadsState)
    await state.reload()
    with writing() as session:
        threads.touch_thread(at_tab, session, state.links[-1].id, now=datetime.now(UTC))

    await state.more()

    assert len(shown(state)) == len(set(shown(state))) == PAGE + 2


async def test_the_list_is_searched_and_says_what_it_found(at_tab: Person) -> None:
    talks(at_tab, 12)
    state = page(ThreadsState)

    await state.seek("  1 talk ")

    assert shown(state) == ["thr_001", "thr_010", "thr_011"]
    assert (state.words, state.told) == ("1 talk", "3 conversations with “1 talk”.")


async def test_an_empty_result_says_what_was_searched(at_tab: Person) -> None:
    talks(at_tab, 1)
    state = page(ThreadsState)

    await state.seek("zeppelin")
    nothing, told = shown(state), state.told
    await state.seek("")

    assert (nothing, told) == ([], "No conversation speaks of “zeppelin”.")
    assert (shown(state), state.words, state.told) == (["thr_000"], "", "")


async def test_the_newest_search_wins(at_tab: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    talks(at_tab, 12)
    state = page(ThreadsState)
    real = listing.find

    def overtaken(*who: Any, words: str, **wanted: Any) -> listing.Listing:
        """While the first is looked for, the person has typed on."""
        state._sought = "talk 011"
        return real(*who, words=words, **wanted)

    monkeypatch.setattr(listing, "find", overtaken)
    await state.seek("talk")
    assert (shown(state), state.words) == ([], "")

    await state.seek("talk 011")

    assert shown(state) == ["thr_011"]


async def test_a_change_elsewhere_leaves_the_search_standing(at_tab: Person) -> None:
    talks(at_tab, 12)
    state = page(ThreadsState)
    await state.seek("talk 011")

    await state.reload()

    assert (shown(state), state.words) == (["thr_011"], "talk 011")


async def test_a_conversation_can_be_renamed(script: Script) -> None:
    state = page(ThreadsState)

    await state.rename("thr_1", "Tax papers")

    assert script.asked[0] == {"type": "threads.update", "params": {"thread_id": "thr_1", "title": "Tax papers"}}
    assert state.problem == ""


async def test_a_name_that_is_refused_is_told(script: Script) -> None:
    script.refuses = Invalid("A title has 1 to 255 characters.", "title")
    state = page(ThreadsState)

    await state.rename("thr_1", "x" * 256)

    assert state.problem == "A title has 1 to 255 characters."


async def test_a_new_name_stands_over_the_conversation_too(at_tab: Person) -> None:
    talks(at_tab, 1)
    state = page(ThreadsState)
    talk = await state.get_state(ChatState)
    talk.thread_id, talk.title = "thr_000", "an older name"

    await state.reload()

    assert talk.title == "Talk 000"


async def test_pinning_puts_it_on_top_at_once(at_tab: Person) -> None:
    everything = talks(at_tab, 3)
    state = page(ThreadsState)

    await state.pin("thr_002")
    pinned = [(link.id, link.group) for link in state.links]
    await state.unpin("thr_002")

    assert pinned == [("thr_002", "Pinned"), ("thr_000", "Today"), ("thr_001", "Today")]
    assert shown(state) == everything


async def test_what_is_gone_cannot_be_pinned_and_that_is_told(at_tab: Person) -> None:
    state = page(ThreadsState)

    await state.pin("thr_gone")

    assert state.problem.startswith("There is no such conversation.")


async def test_deleting_the_conversation_in_view_leaves_it(script: Script) -> None:
    state = page(ThreadsState)
    talk = await state.get_state(ChatState)
    talk.thread_id = "thr_1"

    events = await state.delete("thr_1", "A title")

    assert script.asked[0]["type"] == "threads.delete"
    assert events is not None
    assert (state.gone, state.gone_title, state.gone_count) == ("thr_1", "A title", 1)
    assert await state.delete("thr_2", "Another") is None


async def test_what_could_not_be_deleted_is_not_left(script: Script) -> None:
    script.refuses = NotFound("There is no such conversation.")
    state = page(ThreadsState)
    talk = await state.get_state(ChatState)
    talk.thread_id = "thr_1"

    events = await state.delete("thr_1", "A title")

    assert (events, state.gone_count, state.problem) == (None, 0, "There is no such conversation.")


async def test_what_was_deleted_comes_back(at_tab: Person) -> None:
    everything = talks(at_tab, 2)
    conversations.delete_thread(at_tab, "thr_001", now=datetime.now(UTC))
    state = page(ThreadsState)
    state.gone, state.gone_count = "thr_001", 1

    await state.restore()

    assert (shown(state), state.gone_count) == (everything, 0)


async def test_nobody_elses_conversations_are_listed(at_tab: Person, bob: Person) -> None:
    talks(at_tab, 2)
    state = page(ThreadsState)

    with sitting(Seat(bob, "session")):
        await state.reload()
        await state.pin("thr_000")

    assert (shown(state), state.problem != "") == ([], True)
    assert not any(row.pinned for row in listing.find(at_tab).rows)


async def test_the_shown_conversation_is_the_tabs(at_tab: Person) -> None:
    talks(at_tab, 1)
    now = datetime.now(UTC)
    state = page(ThreadsState)
    place_of(state).tab.thread_id = "thr_000"
    with writing() as session:
        session.connection().exec_driver_sql("UPDATE threads SET answered = updated")

    await state.reload()

    assert [(link.id, link.unread) for link in state.links] == [("thr_000", False)]
    assert listing.mark_read(at_tab, "thr_000", now=now)
