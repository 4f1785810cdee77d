"""Good answer, bad answer, and why: what the page asks of the server."""

from collections.abc import Iterator
from typing import Any

import pytest

from taskchat.domain.person import Person
from taskchat.errors import Invalid
from taskchat.live import InProcess
from taskchat.ui.chat import state
from taskchat.ui.chat.opinion_state import OpinionState
from taskchat.ui.chat.state import ChatState
from taskchat.ui.session import sitting
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


@pytest.fixture
async def opinion() -> OpinionState:
    opinion = page(OpinionState)
    (await opinion.get_state(ChatState)).thread_id = "thr_1"
    return opinion


def asked(kind: str, **metadata: Any) -> dict[str, Any]:
    params = {"thread_id": "thr_1", "item_ids": ["msg_2"], "kind": kind}
    return {"type": "items.feedback", "params": params, "metadata": metadata}


async def test_an_answer_is_rated_and_then_asked_why(script: Script, opinion: OpinionState) -> None:
    await opinion.rate("msg_2", "negative", "")

    assert script.asked == [asked("negative", comment="")]
    assert (opinion.about, opinion.rating, opinion.comment) == ("msg_2", "negative", "")


async def test_the_other_thumb_changes_it(script: Script, opinion: OpinionState) -> None:
    await opinion.rate("msg_2", "positive", "negative")

    assert script.asked == [asked("positive", comment="")]


async def test_a_second_press_takes_it_back(script: Script, opinion: OpinionState) -> None:
    await opinion.rate("msg_2", "negative", "negative")

    assert script.asked == [asked("negative", withdrawn=True)]
    assert opinion.about == ""


async def test_the_reason_goes_with_the_rating(script: Script, opinion: OpinionState) -> None:
    opinion.explain("msg_2", "negative", "")

    await opinion.keep({"comment": "too short"})

    assert script.asked == [asked("negative", comment="too short")]
    assert opinion.about == ""


async def test_a_reason_that_is_refused_stays_in_its_field(script: Script, opinion: OpinionState) -> None:
    opinion.explain("msg_2", "negative", "")
    script.refuses = Invalid("A comment has at most 1,000 characters; this one has 1,001.")

    await opinion.keep({"comment": "x" * 1_001})

    assert (opinion.about, opinion.wrong) == ("msg_2", script.refuses.message)
    assert (await opinion.get_state(ChatState)).problem == ""
