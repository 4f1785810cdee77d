"""What waits for its turn, as a tab holds it: it comes with the rows it belongs to, and a refusal says why."""

import json
from collections.abc import AsyncIterator
from datetime import datetime
from types import SimpleNamespace

import pytest

from taskchat.assistant.reading import ThreadView
from taskchat.domain.person import Person, Seat
from taskchat.errors import Conflict
from taskchat.live import Change, InProcess, What
from taskchat.services import files
from taskchat.services.queue import Waiting
from taskchat.ui.chat import attachments, queue_state, state, stream, threads_state
from taskchat.ui.chat.asks import Sent, send
from taskchat.ui.chat.queue_state import Queued, QueueState, rows
from taskchat.ui.chat.state import ChatState
from taskchat.ui.session import sitting
from taskchat.ui.sync import running
from tests.ui.browserless import Page, Served, seat, served, tab
from tests.ui.states import page
from tests.ui.talking import Script, answer, done, user
from tests.ui.test_sync import opened, texts

BEGUN = Conflict("This message is being answered already.", "has_begun")


def message(message_id: str, *content: object, **more: object) -> str:
    return json.dumps({"id": message_id, "content": content, "attachments": []} | more)


def text(words: str) -> dict[str, str]:
    return {"type": "input_text", "text": words}


async def test_a_row_has_all_that_the_field_needs_to_have_it_back(alice: Person, now: datetime) -> None:
    kept = files.add(alice, "list.txt", b"milk", now=now)
    tag = {"type": "input_tag", "id": "t1", "text": "milk", "data": {"kind": "task"}}
    attached = [{"id": kept.id, "name": "list.txt"}, {"id": "atc_gone", "name": "gone.txt"}]
    said = message("msg_1", text("do "), tag, text(" now"), quoted_text="that", attachments=attached)

    found = await rows(Seat(alice, "s"), [Waiting("run_1", "msg_1", said, "s1", held=True)])

    names = [{"id": "t1", "kind": "task", "name": "milk"}]
    there = [{"id": kept.id, "name": "list.txt", "size": 4, "picture": False}]
    assert found == [Queued("msg_1", "do @milk now", names, "that", there, "s1", held=True)]


def test_what_stands_in_the_field_again_is_sent_in_its_place() -> None:
    sent = json.loads(send(Sent("anew", "s2", "thr_1", "alice", instead="msg_1")))

    assert sent["metadata"] == {"send_id": "s2", "in_place_of": "msg_1"}


@pytest.mark.parametrize("handler", ["withdraw", "send_now"])
async def test_what_came_too_late_says_so_beside_the_line(handler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(seat: Seat, thread_id: str, message_id: str) -> None:
        raise BEGUN

    monkeypatch.setattr(queue_state, "chat", lambda: SimpleNamespace(queue=SimpleNamespace(**{handler: refuse})))
    line = page(QueueState)
    line.thread_id, line.rows = "thr_1", [Queued("msg_1", "one")]

    with sitting(seat("alice")):
        await getattr(line, handler)("msg_1")

    assert (line.wrong, line.about) == (BEGUN.message, "msg_1")
    assert [row.id for row in line.rows] == ["msg_1"]
    line._show("thr_2", [])
    assert (line.wrong, line.about, line.rows) == ("", "", [])


class Standing(Script):
    """A script whose thread has a line."""

    line: tuple[Waiting, ...] = ()

    async def view(self, seat: Seat, thread_id: str, latest: int | None = None) -> ThreadView:
        seen = await super().view(seat, thread_id, latest)
        return ThreadView(seen.thread_id, seen.title, seen.conversation, seen.run_id, seen.position, self.line)


@pytest.fixture
def script(alice: Person, monkeypatch: pytest.MonkeyPatch) -> Standing:
    script = Standing(alice.id, items={"thr_1": [user("msg_0", "hello")], "thr_2": []})
    for module in (attachments, queue_state, state, stream, threads_state):
        monkeypatch.setattr(module, "chat", lambda: script)
    return script


@pytest.fixture
async def at(alice: Person, live: InProcess, script: Standing) -> AsyncIterator[Served]:
    people = {"a": Seat(alice, "session a"), "a2": Seat(alice, "session a2")}
    async with served(people) as at, running(at.app):
        yield at


def line(page: Page) -> list[str]:
    return [row["text"] for row in page.value(QueueState, "rows") or ()]


async def test_a_change_of_the_line_shows_in_every_tab_that_shows_its_conversation(
    at: Served, script: Standing, live: InProcess
) -> None:
    async with (
        tab(at, "t1", "a", "?c=thr_1") as first,
        tab(at, "t2", "a2", "?c=thr_1") as second,
        tab(at, "t3", "a", "?c=thr_2") as elsewhere,
    ):
        for each in (first, second, elsewhere):
            await opened(each)
        script.begin("thr_1")
        script.line = (Waiting("run_2", "msg_2", message("msg_2", text("and bread"))),)
        live.publish(script.owner, Change(What.ITEMS, ("thr_1",)))

        for each in (first, second):
            await each.until(lambda page: line(page) == ["and bread"])
            assert each.value(QueueState, "thread_id") == "thr_1"
        script.line = ()
        live.publish(script.owner, Change(What.ITEMS, ("thr_1",)))
        for each in (first, second):
            await each.until(lambda page: line(page) == [])
        assert line(elsewhere) == []


async def test_it_leaves_the_line_in_the_frame_in_which_it_stands_in_the_log(at: Served, script: Standing) -> None:
    waits = Waiting("run_2", "msg_2", message("msg_2", text("and bread")))
    async with tab(at, "t1", "a", "?c=thr_1") as page:
        await opened(page)
        script.line = (waits,)
        script.begin("thr_1")
        await page.until(lambda page: line(page) == ["and bread"])
        await script.say("thr_1", done(answer("msg_1", "Done.")))
        await script.end("thr_1")
        script.line = ()
        script.items["thr_1"].append(user("msg_2", "and bread"))
        script.begin("thr_1", "run_2")

        await page.until(lambda page: line(page) == [])
        assert texts(page)[-1] == "and bread"
        assert page.value(ChatState, "said") == "Answer: Done.", "though the next had begun before it was read out"
