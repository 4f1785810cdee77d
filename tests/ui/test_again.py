"""Answering a message anew: what goes back is shown first, in the place of the message or its answer (C-11)."""

from collections.abc import Iterator

import pytest

from taskchat.domain.person import Person
from taskchat.errors import Conflict, Invalid
from taskchat.live import InProcess
from taskchat.ui.chat import again_state, state
from taskchat.ui.chat.again_state import AT_THE_PROBLEM, AgainState
from taskchat.ui.chat.state import ChatState
from taskchat.ui.session import sitting
from tests.ui.browserless import seat
from tests.ui.states import page
from tests.ui.talking import Script

GONE = ("“milk” is gone again",)


@pytest.fixture
def me() -> Iterator[Person]:
    with sitting(seat("alice")) as place:
        yield place.seat.person


@pytest.fixture
def script(live: InProcess, me: Person, monkeypatch: pytest.MonkeyPatch) -> Script:
    script = Script(me.id, items={"thr_1": []})
    for module in (state, again_state):
        monkeypatch.setattr(module, "chat", lambda: script)
    return script


async def at_a_thread() -> tuple[AgainState, ChatState]:
    """Its last message is msg_1."""
    again = page(AgainState)
    talk = await again.get_state(ChatState)
    talk.thread_id, talk.asked, talk.latest = "thr_1", "msg_1", "msg_2"
    return again, talk


async def test_retry_starts_at_the_last_message_at_once_where_nothing_goes_back(script: Script) -> None:
    again, talk = await at_a_thread()
    talk.retry, talk.problem = "msg_1", "Google is not answering."

    await again.retry(AT_THE_PROBLEM)

    assert script.asked == [{"type": "threads.retry_after_item", "params": {"thread_id": "thr_1", "item_id": "msg_1"}}]
    assert (again.place, talk.running, talk.problem, talk.latest) == ("", True, "", "")


async def test_retry_asks_first_where_something_goes_back(script: Script) -> None:
    script.changes = GONE
    again, _ = await at_a_thread()

    await again.retry("msg_2")

    assert script.asked == []
    assert (again.place, again.rewords, again.changes) == ("msg_2", False, [*GONE])


@pytest.mark.parametrize(("form", "metadata"), [({}, None), ({"keep": "on"}, {"keep": True})])
async def test_the_person_decides_whether_it_goes_back(
    script: Script, form: dict[str, str], metadata: dict[str, bool] | None
) -> None:
    script.changes = GONE
    again, talk = await at_a_thread()
    await again.retry("msg_2")

    await again.go(form)

    assert script.asked[0].get("metadata") == metadata
    assert (again.place, talk.running) == ("", True)


async def test_a_message_gets_other_words_in_its_place(script: Script) -> None:
    script.changes, script.later = GONE, 2
    again, _ = await at_a_thread()

    await again.reword("msg_1", "add milk")
    shown = (again.place, again.text, again.changes, again.goes_too)
    await again.go({"text": "add bread"})

    assert shown == ("msg_1", "add milk", [*GONE], "2 later messages go too.")
    assert script.asked[0]["metadata"] == {"text": "add bread"}
    assert script.asked[0]["params"]["item_id"] == "msg_1"
    assert again.place == ""


async def test_left_alone_nothing_happens(script: Script) -> None:
    again, _ = await at_a_thread()
    await again.reword("msg_1", "add milk")

    again.leave()

    assert (again.place, script.asked) == ("", [])


@pytest.mark.parametrize("error", [Invalid("The message is empty."), Conflict("TaskChat is still answering.")])
async def test_what_is_refused_is_said_where_it_was_asked(script: Script, error: Invalid | Conflict) -> None:
    again, talk = await at_a_thread()
    await again.reword("msg_1", "add milk")
    script.refuses = error

    await again.go({"text": ""})

    assert (again.place, again.wrong) == ("msg_1", error.message)
    assert (talk.problem, talk.running) == ("", False)


async def test_many_changes_are_named_in_part(script: Script) -> None:
    script.changes = tuple(f"“{n}” is gone again" for n in range(6))
    again, _ = await at_a_thread()

    await again.retry("msg_2")

    assert again.changes[-2:] == ["“3” is gone again", "and 2 more"]


async def test_the_built_in_assistant_is_asked_by_name_and_only_this_once(script: Script) -> None:
    again, talk = await at_a_thread()

    await again.retry_built_in(AT_THE_PROBLEM)
    talk.running = False
    await again.retry("msg_2")

    assert [asked.get("metadata") for asked in script.asked] == [{"answer_by": "built-in"}, None]


async def test_the_built_in_assistant_is_still_meant_behind_the_question(script: Script) -> None:
    again, _ = await at_a_thread()
    script.changes = GONE
    await again.retry_built_in(AT_THE_PROBLEM)
    assert (again.place, script.asked) == (AT_THE_PROBLEM, [])

    await again.go({})

    assert script.asked[0]["metadata"] == {"answer_by": "built-in"}
