"""What changes anywhere reaches every open tab of that person, and nobody else's (X-01, K-05, decision 12 and 13)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import reflex as rx

from taskchat.domain.person import Person, Seat
from taskchat.domain.task import By, Draft
from taskchat.live import Change, InProcess, What
from taskchat.live import live as current
from taskchat.services import conversations, listing, tasks
from taskchat.storage import database, threads
from taskchat.ui.chat import attachments, state, stream, threads_state
from taskchat.ui.chat.state import ChatState, StreamState
from taskchat.ui.chat.threads_state import ThreadsState
from taskchat.ui.session import Session
from taskchat.ui.sync import Sync, running
from taskchat.ui.tasks.state import TasksState
from tests.beginnings import start_run
from tests.ui.browserless import Page, Served, served, soon, tab
from tests.ui.talking import Script, added, answer, delta, done, step, user, workflow


@pytest.fixture
def script(alice: Person, monkeypatch: pytest.MonkeyPatch) -> Script:
    script = Script(alice.id, items={"thr_1": [user("msg_0", "hello")], "thr_2": []})
    for module in (attachments, state, stream, threads_state):
        monkeypatch.setattr(module, "chat", lambda: script)
    return script


@pytest.fixture
async def at(alice: Person, bob: Person, live: InProcess, script: Script) -> AsyncIterator[Served]:
    people = {"a": Seat(alice, "session a"), "a2": Seat(alice, "session a2"), "b": Seat(bob, "session b")}
    async with served(people) as at, running(at.app):
        yield at


def buy_milk(person: Person) -> None:
    tasks.create(person, Draft(title="buy milk"), by=By("g"), now=datetime.now(UTC))


def titles(page: Page) -> list[str]:
    return [row["title"] for row in page.value(TasksState, "rows") or ()]


def rows(page: Page) -> list[dict[str, Any]]:
    return [row for part in ("settled", "fresh", "coming") for row in page.value(ChatState, part) or ()]


def texts(page: Page) -> list[str]:
    return [row["text"] or "".join(row["blocks"]) or row["steps"][0]["title"] for row in rows(page)]


def writing(page: Page) -> str:
    parts = [
        *(page.value(StreamState, "blocks") or ()),
        page.value(StreamState, "lead"),
        page.value(StreamState, "tail"),
    ]
    return "".join(part or "" for part in parts)


async def opened(page: Page) -> None:
    await page.call(ChatState, "arrive")
    await page.until(lambda page: page.value(ChatState, "loading") is False)


async def test_a_task_made_anywhere_stands_in_every_tab_of_that_person(at: Served, alice: Person) -> None:
    async with tab(at, "t1", "a") as first, tab(at, "t2", "a2") as second, tab(at, "t3", "b") as foreign:
        await asyncio.to_thread(buy_milk, alice)

        await first.until(lambda page: titles(page) == ["buy milk"])
        await second.until(lambda page: titles(page) == ["buy milk"])
        await foreign.settled()
        assert "buy milk" not in str(foreign.got)


async def test_many_changes_in_one_go_are_one_reload(at: Served, alice: Person) -> None:
    async with tab(at, "t1", "a"):
        sync = Sync(at.app, at.tabs)
        (mine,) = at.tabs.of(alice.id)
        for _ in range(20):
            sync._pass_on(mine, Change(What.TASKS))

        assert len(sync._errands) == 1
        await asyncio.gather(*sync._errands)


async def test_an_answer_streams_in_every_tab_that_shows_its_thread(at: Served, script: Script) -> None:
    async with (
        tab(at, "t1", "a", "?c=thr_1") as first,
        tab(at, "t2", "a2", "?c=thr_1") as second,
        tab(at, "t3", "a", "?c=thr_2") as elsewhere,
    ):
        for page in (first, second, elsewhere):
            await opened(page)
        script.begin("thr_1")
        await script.say("thr_1", done(user("msg_1", "and you?")), added(answer("msg_2")), delta("msg_2", "I am"))

        for page in (first, second):
            await page.until(lambda page: "I am" in writing(page))
            assert texts(page) == ["hello", "and you?"]
            assert page.value(ChatState, "running")
        await script.say("thr_1", delta("msg_2", " fine."), done(answer("msg_2", "I am fine.")))
        await script.end("thr_1")
        for page in (first, second):
            await page.until(lambda page: page.value(ChatState, "running") is False)
            assert texts(page) == ["hello", "and you?", "<p>I am fine.</p>"]
            assert writing(page) == ""
            assert page.value(ChatState, "said") == "Answer: I am fine."
        assert "fine" not in str(elsewhere.got)


async def test_an_opinion_shows_in_every_tab_that_shows_the_conversation(
    at: Served, script: Script, alice: Person, live: InProcess
) -> None:
    script.items["thr_1"].append(answer("msg_2", "Hi."))
    async with tab(at, "t1", "a", "?c=thr_1") as first, tab(at, "t2", "a2", "?c=thr_1") as second:
        for page in (first, second):
            await opened(page)
        script.items["thr_1"][-1] |= {"rating": "negative", "comment": "too short"}

        live.publish(alice.id, Change(What.ITEMS, ("thr_1",)))

        for page in (first, second):
            await page.until(lambda page: opinions(page) == [("negative", "too short")])


def opinions(page: Page) -> list[tuple[str, str]]:
    return [(row["rating"], row["comment"]) for row in rows(page) if row["rating"]]


async def test_a_tab_opened_in_the_middle_of_an_answer_finds_it(at: Served, script: Script) -> None:
    script.begin("thr_1")
    await script.say("thr_1", added(answer("msg_2")), delta("msg_2", "In the "))
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await page.call(ChatState, "arrive")
        await page.until(lambda page: "In the" in writing(page))
        await script.say("thr_1", delta("msg_2", "middle"))

        await page.until(lambda page: "In the middle" in writing(page))


async def test_a_run_nobody_followed_is_shown_once_it_is_over(at: Served, script: Script, live: InProcess) -> None:
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await opened(page)
        script.begin("thr_1")
        del script.runs["thr_1"]  # begun, but its thread does not say so yet: the follower finds nothing to follow
        (mine,) = at.tabs
        await soon(lambda: mine.run_id == "run_1" and mine.follower and mine.follower.done())
        script.items["thr_1"].append(answer("msg_2", "Done meanwhile."))
        live.publish(script.owner, Change(What.RUN, ("thr_1", "run_1")))

        await page.until(lambda page: texts(page) == ["hello", "<p>Done meanwhile.</p>"])


async def test_what_the_assistant_changed_is_marked_until_the_next_message(at: Served, script: Script) -> None:
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await opened(page)
        script.begin("thr_1")
        await script.say(
            "thr_1", done(user("msg_1", "milk")), done(workflow("wf_1", step("Created: milk", tasks=("m",))))
        )
        await page.until(lambda page: page.value(TasksState, "touched") == ["m"])
        await script.end("thr_1")
        await page.until(lambda page: page.value(ChatState, "running") is False)
        script.begin("thr_1", "run_2")
        await script.say("thr_1", done(user("msg_3", "thanks")))

        await page.until(lambda page: page.value(TasksState, "touched") == [])


async def test_sending_shows_the_sentence_and_its_answer(at: Served, script: Script, alice: Person) -> None:
    async with tab(at, "t1", "a", "?view=today") as page:
        await page.call(ChatState, "send", sent={"text": "buy milk", "id": "s1", "thread": "", "person": alice.id})
        await page.until(lambda page: page.value(ChatState, "answered") == "s1")

        assert texts(page) == ["buy milk"], "in the frame that says it was taken"
        assert page.value(StreamState, "progress") == "Thinking…"
        await script.say("thr_new", done(user("msg_s1", "buy milk")), added(answer("msg_2")), delta("msg_2", "Done"))
        await page.until(lambda page: "Done" in writing(page))
        assert texts(page) == ["buy milk"]


async def test_signing_out_anywhere_tells_the_tab_and_closes_its_socket(
    at: Served, live: InProcess, alice: Person
) -> None:
    async with tab(at, "t1", "a") as gone, tab(at, "t2", "a2") as stays:
        await asyncio.to_thread(buy_milk, alice)
        await gone.until(lambda page: titles(page) == ["buy milk"])
        del at.people["a"]
        live.publish(alice.id, Change(What.SESSION, ("session a",)))

        await gone.until(lambda page: page.closed)
        assert gone.value(Session, "signed_out")
        assert titles(gone) == []
        await stays.settled()
        assert not stays.closed


async def test_a_session_that_expires_ends_the_stream_into_its_tab(at: Served, script: Script) -> None:
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await opened(page)
        script.begin("thr_1")
        await page.until(lambda page: page.value(ChatState, "running"))
        del at.people["a"]

        await page.until(lambda page: page.closed)
        assert page.value(Session, "signed_out")


async def test_a_push_into_a_tab_whose_state_has_expired_brings_its_own_person(
    at: Served, script: Script, alice: Person
) -> None:
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await opened(page)
        at.app.state_manager._purge_token(rx.BaseStateToken(ident="t1", cls=rx.State))  # pyright: ignore[reportAttributeAccessIssue]
        page.seen.clear()
        script.begin("thr_1")
        await script.say("thr_1", added(answer("msg_2")), delta("msg_2", "Still here"))

        await page.until(lambda page: "Still here" in writing(page))
        assert texts(page) == ["hello"]
        assert page.value(Session, "email") == alice.email


async def test_a_push_never_reaches_the_next_person_in_the_tab(
    at: Served, script: Script, live: InProcess, alice: Person
) -> None:
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await opened(page)
        script.begin("thr_1")
        await page.until(lambda page: page.value(ChatState, "running"))
        at.people["a"] = at.people["b"]
        page.got.clear()
        await script.say("thr_1", added(answer("msg_2")), delta("msg_2", "for alice only"))
        await page.call(Session, "refresh")
        await page.until(lambda page: page.value(Session, "email") == "bob@example.org")
        await script.say("thr_1", delta("msg_2", " still hers"))
        live.publish(alice.id, Change(What.TASKS))
        await page.settled()

        assert "still hers" not in str(page.got)
        assert page.value(ChatState, "thread_id") == ""
        assert writing(page) == ""


async def test_a_conversation_of_somebody_else_is_not_there(at: Served) -> None:
    async with tab(at, "t1", "b", "?c=thr_1") as page:
        await opened(page)

        assert texts(page) == []
        assert page.value(ChatState, "problem") == "This conversation does not exist, or not any more."


async def test_the_state_of_an_open_tab_does_not_expire(at: Served) -> None:
    manager: Any = at.app.state_manager
    manager.token_expiration = 0.2
    async with tab(at, "t1", "a"):
        (key,) = (key for key in manager._token_expires_at if "t1" in key)
        first = manager._token_expires_at[key][0]
        sync = Sync(at.app, at.tabs)
        keeping = asyncio.create_task(sync.keep())

        await soon(lambda: manager._token_expires_at[key][0] > first + 0.2)
        assert key in manager.states
        keeping.cancel()


async def test_a_closed_tab_is_followed_no_longer(at: Served, script: Script) -> None:
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await opened(page)
        script.begin("thr_1")
        await page.until(lambda page: page.value(ChatState, "running"))
        (mine,) = at.tabs
        follower = mine.follower

    await soon(lambda: not list(at.tabs))
    assert follower is not None
    await soon(follower.done)


async def test_the_list_of_conversations_follows(at: Served, script: Script, live: InProcess, alice: Person) -> None:
    async with tab(at, "t1", "a") as page, tab(at, "t2", "b") as foreign:
        talk(alice, "thr_1")
        live.publish(alice.id, Change(What.THREADS, ("thr_1",)))

        await page.until(lambda page: links(page) == [("thr_1", False)])
        assert links(foreign) == []


async def test_an_answer_nobody_looks_at_is_unread_until_some_tab_shows_it(
    at: Served, script: Script, alice: Person
) -> None:
    talk(alice, "thr_1")
    async with tab(at, "t1", "a") as page, tab(at, "t2", "a2", "?c=thr_2") as other:
        answered(alice, "thr_1")
        for one in (page, other):
            await one.until(lambda page: links(page) == [("thr_1", True)])

        page.query = "?c=thr_1"
        await opened(page)

        for one in (page, other):
            await one.until(lambda page: links(page) == [("thr_1", False)])


async def test_an_answer_that_ends_before_ones_eyes_is_read(at: Served, script: Script, alice: Person) -> None:
    talk(alice, "thr_1")
    async with tab(at, "t1", "a", "?c=thr_1") as page, tab(at, "t2", "a2") as other:
        await opened(page)
        script.begin("thr_1")
        await page.until(lambda page: page.value(ChatState, "running"))
        answered(alice, "thr_1")
        await script.end("thr_1")
        await page.until(lambda page: page.value(ChatState, "running") is False)

        await soon(lambda: not any(row.unread for row in listing.find(alice).rows))
        await other.until(lambda page: links(page) == [("thr_1", False)])
        assert ("thr_1", True) not in links(page)


def talk(person: Person, thread_id: str) -> None:
    with database.writing() as session:
        threads.save_thread(person, session, thread_id, "{}", title="A title", now=datetime.now(UTC))


def answered(person: Person, thread_id: str) -> None:
    """A run that ended there, told as runs are."""
    now = datetime.now(UTC)
    start_run(Seat(person, "session"), "run_0", thread_id, now=now)
    conversations.finish(person, "run_0", state="done", now=now)
    current().publish(person.id, Change(What.RUN, (thread_id, "run_0")))


def links(page: Page) -> list[tuple[str, bool]]:
    """The list of conversations, and which of them are unread."""
    return [(link["id"], link["unread"]) for link in page.value(ThreadsState, "links") or ()]
