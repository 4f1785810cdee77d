"""Settings about the assistant: who answers, what it took, and a check that is told as it goes."""

from datetime import datetime

import pytest

from taskchat.domain.person import Person
from taskchat.errors import Unavailable
from taskchat.ui.pages import answering
from taskchat.ui.pages.answering import AnsweringState, UsageView
from tests.assistant.provider import playing, refuses, says
from tests.assistant.talking import Client, chatting_with
from tests.ui.states import page


async def test_it_shows_the_model_and_what_it_took(at_tab: Person, now: datetime) -> None:
    async with playing(says("Hello.")) as mock, chatting_with(mock.url) as chat:
        await Client(chat, at_tab, now).say("hi")
        state = page(AnsweringState)

        await state.arrive()

    assert (state.model, state.host) == ("mock", "127.0.0.1")
    assert state.used == [UsageView("mock", "Today", "1", "7", "5"), UsageView("mock", "30 days", "1", "7", "5")]


async def test_a_check_says_that_it_asks_and_then_what_it_found(at_tab: Person) -> None:
    async with playing(refuses(401)) as mock, chatting_with(mock.url):
        state = page(AnsweringState)

        seen = [(state.checking, state.checked[:12], state.works) async for _ in state.check()]

    assert seen == [(True, "", False)]
    assert (state.checking, state.works) == (False, False)
    assert state.checked.startswith("mock refused the key")


async def test_a_check_that_cannot_be_made_is_told(at_tab: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed() -> None:
        raise Unavailable("TaskChat is still starting.")

    monkeypatch.setattr(answering, "chat", closed)
    state = page(AnsweringState)

    async for _ in state.check():
        pass

    assert (state.checking, state.checked) == (False, "TaskChat is still starting.")
