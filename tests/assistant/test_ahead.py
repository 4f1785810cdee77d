"""The first request goes out before the agent is started: it is the very one the Agents SDK would make."""

import asyncio
from datetime import datetime
from typing import Any

import pytest
from agents import ModelSettings

from taskchat.assistant.context import Turn
from taskchat.assistant.history import said_by
from taskchat.assistant.mended import MendedChatCompletions
from taskchat.domain.person import Person
from tests.assistant.provider import Pause, Reply, call, calls, playing, says
from tests.assistant.talking import Client, chatting_with, errors

Asked = list[tuple[Any, ...]]


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> tuple[Asked, Asked]:
    """What is asked ahead, and what the SDK asks; both in their order."""
    ahead: Asked = []
    later: Asked = []
    ask, fetch = MendedChatCompletions.ask_ahead, MendedChatCompletions._fetch_response

    def asks(self: MendedChatCompletions, *asked: Any) -> Any:
        ahead.append(asked)
        return ask(self, *asked)

    async def fetches(self: MendedChatCompletions, *asked: Any, **more: Any) -> Any:
        later.append(asked)
        return await fetch(self, *asked, **more)

    monkeypatch.setattr(MendedChatCompletions, "ask_ahead", asks)
    monkeypatch.setattr(MendedChatCompletions, "_fetch_response", fetches)
    return ahead, later


async def test_it_is_what_the_sdk_asks_first(alice: Person, now: datetime, both: tuple[Asked, Asked]) -> None:
    ahead, later = both
    looks = calls([call("list_tasks", {}, id="c1", index=0)])
    async with playing(looks, says("None."), says("Still none.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        for said in ("what is there?", "and now?"):
            assert errors(await client.say(said)) == []

        assert len(mock.asked) == 3, "each round is asked once"
        assert [asked[:3] for asked in ahead] == [later[0][:3], later[2][:3]]
        assert [[tool.name for tool in asked[3]] for asked in ahead] == [[t.name for t in later[n][3]] for n in (0, 2)]
        assert [later[n][4:6] for n in (0, 2)] == [(None, []), (None, [])]


async def test_what_nobody_takes_over_is_hung_up(alice: Person, now: datetime) -> None:
    async with playing(Reply((Pause(60),))) as mock, chatting_with(mock.url) as chat:
        model = chat.models.model_for(Turn(Client(chat, alice, now).seat, now))
        ahead = model.ask_ahead("Be brief.", [said_by("user", "hello?")], ModelSettings(), [])
        assert ahead is not None
        await asyncio.wait({ahead}, timeout=5)
        assert mock.open == 1

        await model.forget()

        await asyncio.wait_for(mock.quiet.wait(), 5)
