"""What a person does in the conversation: every handler called as the page calls it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from taskchat.domain.person import Person
from taskchat.errors import Conflict, TooMany
from taskchat.live import InProcess
from taskchat.ui.chat import forms, state
from taskchat.ui.chat.asks import Sent
from taskchat.ui.chat.rows import Piece, Row
from taskchat.ui.chat.state import FAILED, FRESH, SOMEBODY_ELSE, ChatState, Picture
from taskchat.ui.session import place_of, sitting
from tests.ui.browserless import seat
from tests.ui.states import page
from tests.ui.talking import Script


@pytest.fixture
def me() -> Iterator[Person]:
    with sitting(seat("alice")) as place:
        yield place.seat.person


@pytest.fixture
def script(live: InProcess, me: Person, monkeypatch: pytest.MonkeyPatch) -> Script:
    script = Script(me.id, items={"thr_1": []})
    monkeypatch.setattr(state, "chat", lambda: script)
    return script


def rows(count: int) -> list[Row]:
    return [Row(f"m{n}", "user", text=str(n)) for n in range(count)]


def pressed(kind: str, payload: str = "{}", *, sync: bool = False) -> dict[str, Any]:
    """An action as the page sends it back."""
    return {"type": kind, "payload": payload, "loading": "container", "sync": sync}


def path(event: Any) -> str:
    """Where a redirect leads."""
    return json.loads(str({str(name): value for name, value in event.args}["path"]))


async def test_a_sentence_goes_out_under_its_key(script: Script) -> None:
    talk = page(ChatState, "c=thr_1")
    talk.thread_id = "thr_1"

    await talk.send(Sent("buy milk", "s1", "thr_1", "alice"))

    (asked,) = script.asked
    assert asked["type"] == "threads.add_user_message"
    assert asked["params"]["thread_id"] == "thr_1"
    assert asked["params"]["input"]["content"] == [{"type": "input_text", "text": "buy milk"}]
    assert asked["metadata"] == {"send_id": "s1"}
    assert (talk.answered, talk.refused, talk.running) == ("s1", "", True)
    assert [row.text for row in talk.coming] == ["buy milk"]


async def test_what_was_quoted_goes_with_the_sentence(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    await talk.send(Sent("what is this?", "s1", "thr_1", "alice", quote="milk"))

    assert script.asked[0]["params"]["input"]["quoted_text"] == "milk"
    assert [(row.quoted, row.text) for row in talk.coming] == [("milk", "what is this?")]


async def test_what_a_sentence_names_goes_out_as_a_tag_and_stands_as_a_chip(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    await talk.send(Sent("do @milk", "s1", "thr_1", "alice", ["do ", {"id": "t1", "kind": "task", "name": "milk"}]))

    sent = script.asked[0]["params"]["input"]["content"]
    assert [(part["type"], part["text"]) for part in sent] == [("input_text", "do "), ("input_tag", "milk")]
    assert talk.coming[0].pieces == [Piece("do "), Piece("@milk", is_name=True, task="t1")]


async def test_what_to_say_next_goes_with_the_next_message(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"
    talk._show(Picture("thr_1", following=["Undo that"]))
    assert talk.following == ["Undo that"]

    await talk.send(Sent("buy milk", "s1", "thr_1", "alice"))

    assert talk.following == []


async def test_the_first_sentence_begins_a_conversation(script: Script) -> None:
    talk = page(ChatState, "view=today")

    await talk.send(Sent("buy milk", "s1", "", "alice"))

    assert script.asked[0]["type"] == "threads.create"
    assert talk.thread_id == "thr_new"


async def test_a_sentence_sent_again_under_its_key_stands_once(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    for _ in range(2):
        await talk.send(Sent("buy milk", "s1", "thr_1", "alice"))

    assert [row.text for row in talk.coming] == ["buy milk"]


@pytest.mark.parametrize(
    "error",
    [Conflict("The assistant is still answering."), TooMany("That was the hundredth message today.", retry_after=60)],
)
async def test_a_refused_sentence_is_answered_with_the_reason(script: Script, error: Any) -> None:
    script.refuses = error
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    await talk.send(Sent("buy milk", "s1", "thr_1", "alice"))

    assert (talk.answered, talk.refused) == ("s1", error.message)
    assert (talk.running, talk._rows) == (False, [])


async def test_a_mistake_of_ours_leaves_the_composer_usable(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "handle", None)
    talk = page(ChatState)

    await talk.send(Sent("buy milk", "s1", "", "alice"))

    assert (talk.answered, talk.refused, talk.running) == ("s1", FAILED, False)


async def test_what_somebody_else_wrote_in_this_tab_is_not_sent(script: Script) -> None:
    talk = page(ChatState)

    await talk.send(Sent("bob wrote this", "s1", "", "bob"))

    assert script.asked == []
    assert (talk.answered, talk.refused) == ("s1", SOMEBODY_ELSE)


async def test_a_sentence_goes_where_it_was_written_though_one_has_turned_away(script: Script) -> None:
    talk = page(ChatState, "c=thr_2")
    talk.thread_id = "thr_2"

    await talk.send(Sent("buy milk", "s1", "thr_1", "alice"))

    assert script.asked[0]["params"]["thread_id"] == "thr_1"
    assert (talk.thread_id, talk._rows) == ("thr_2", [])


async def test_a_button_goes_back_as_it_came(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    await talk.press("w1", pressed("confirmation.confirm", '{"id": "c1"}'), "{}")

    action = {"type": "confirmation.confirm", "payload": {"id": "c1"}}
    assert script.asked[0]["params"] == {"thread_id": "thr_1", "item_id": "w1", "action": action}


async def test_what_stands_in_the_form_goes_with_the_button(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"
    typed = '{"task.title": "typed", "task.due": "friday", "sure": true, "id": "forged"}'

    await talk.press("w1", pressed("form.save", '{"id": "c1", "task": {"title": "given"}}'), typed)

    payload = {"id": "c1", "task": {"title": "given", "due": "friday"}, "sure": True}
    assert script.asked[0]["params"]["action"] == {"type": "form.save", "payload": payload}
    assert talk.pressed == 1


async def test_a_button_that_asks_for_no_stream_starts_no_run(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    await talk.press("w1", pressed("task.undo", '{"group": "msg_1"}', sync=True), "{}")
    await talk.act("", "task.complete", "t1")

    undo, complete = script.asked
    assert undo["type"] == complete["type"] == "threads.sync_custom_action"
    assert complete["params"]["action"] == {"type": "task.complete", "payload": {"id": "t1"}}
    assert complete["params"]["item_id"] is None


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        (forms.ANSWER, {"status": "answered", "answers": {"q1": {"values": ["red"]}}}),
        (forms.SKIP, {"status": "skipped", "answers": {}}),
    ],
)
async def test_a_form_of_the_servers_is_answered_or_skipped(script: Script, kind: str, sent: dict[str, Any]) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"
    asked = '{"questions": [{"id": "q1", "options": ["red", "blue"]}]}'

    await talk.press("msg_form", pressed(kind, asked), '{"0.one": "red", "0.own": ""}')

    assert script.asked[-1]["type"] == "threads.add_structured_input"
    assert script.asked[-1]["params"] == {"thread_id": "thr_1", "item_id": "msg_form", "input": sent}
    assert talk.running


async def test_opening_a_task_is_the_pages_own_affair(script: Script) -> None:
    talk = page(ChatState)

    event = await talk.press("w1", pressed("task.open", '{"id": "t1"}'), "{}")

    assert script.asked == []
    assert event.handler.fn.__name__ == "open"


async def test_a_button_that_is_refused_says_why_in_the_conversation(script: Script) -> None:
    script.refuses = Conflict("This question has ended. Ask again.")
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    await talk.press("w1", pressed("confirmation.confirm"), "{}")

    assert talk.problem == "This question has ended. Ask again."


async def test_stop_stops_the_conversation_that_is_shown(script: Script) -> None:
    talk = page(ChatState)
    talk.thread_id = "thr_1"

    await talk.stop()

    assert script.stopped == ["thr_1"]


def test_the_address_names_the_conversation(script: Script) -> None:
    talk = page(ChatState, "c=thr_1&view=today")
    talk.settled = rows(3)

    talk.arrive()

    assert (talk.thread_id, talk.settled, talk.loading) == ("thr_1", [], True)
    assert place_of(talk).tab.window == 60


def test_coming_back_to_the_same_conversation_changes_nothing(script: Script) -> None:
    talk = page(ChatState, "c=thr_1&view=done")
    talk.thread_id, talk.settled, talk.loading = "thr_1", rows(3), False

    talk.arrive()

    assert (len(talk.settled), talk.loading) == (3, False)


def test_a_new_chat_keeps_everything_else_the_address_says() -> None:
    event = page(ChatState, "c=thr_1&view=today").new_chat()

    assert path(event) == "/?view=today"


def test_what_is_old_is_not_sent_again() -> None:
    talk = page(ChatState)
    talk._show(Picture(rows=rows(30)))
    assert (len(talk.settled), len(talk.fresh)) == (30, 0)
    talk._clean()

    talk._show(Picture(rows=rows(32), running=True))

    assert "settled" not in talk.dirty_vars
    assert [row.id for row in talk._rows[30:]] == ["m30", "m31"]


def test_what_is_new_settles_when_it_has_become_much() -> None:
    talk = page(ChatState)
    talk._show(Picture(rows=rows(30)))

    talk._show(Picture(rows=rows(30 + FRESH + 1)))

    assert (len(talk.settled), len(talk.fresh)) == (30 + FRESH + 1, 0)


def test_what_a_run_may_still_change_does_not_settle() -> None:
    talk = page(ChatState)

    talk._show(Picture(rows=rows(60), running=True))

    assert (len(talk.settled), len(talk._rows)) == (52, 60)


def test_what_was_taken_away_is_gone() -> None:
    talk = page(ChatState)
    talk._show(Picture(rows=rows(30)))

    talk._show(Picture(rows=rows(28)))

    assert talk._rows == rows(28)


def test_what_came_before_is_shown_in_ever_larger_steps(me: Person) -> None:
    talk = page(ChatState)
    windows = []

    for _ in range(4):
        talk.show_earlier()
        windows.append(place_of(talk).tab.window)

    assert windows == [120, 180, 270, 405]
