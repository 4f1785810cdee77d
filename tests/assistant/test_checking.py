"""Whether the model that is set answers: told for what it is, in words one can act on, without the key."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import httpx2
import pytest
from pydantic import SecretStr

from taskchat.assistant import checking
from taskchat.assistant.checking import SAYS, Checked, Checks
from taskchat.assistant.models import Models
from taskchat.domain.person import Person, Seat
from tests.assistant.dialects import DIALECTS, Dialect, body
from tests.assistant.provider import Mock, Pause, Reply, playing, refuses, says
from tests.assistant.talking import chatting, chatting_with, settings

KEY = "key-that-nobody-may-see"
ANSWER = json.dumps(
    {
        "id": "c", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Yes."}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 9, "completion_tokens": 1, "total_tokens": 10},
    }
)  # fmt: skip
FINE = Reply(headers=(("content-type", "application/json"),), body=ANSWER)
OUTCOMES = [
    pytest.param(dialect, reply, cause, id=f"{name}-{kind}")
    for name, dialect in DIALECTS.items()
    for kind, (reply, cause) in dialect.refusals.items()
]


@asynccontextmanager
async def models_of(dialect: Dialect, mock: Mock) -> AsyncIterator[Models]:
    chosen: dict[str, Any] = {
        name: SecretStr(KEY) if name.endswith("key") else value for name, value in dialect.settings.items()
    }
    models = Models(settings(**chosen, taskchat_model_url=mock.url))
    yield models
    await models.close()


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=list(DIALECTS))
async def test_a_model_that_answers_works(dialect: Dialect) -> None:
    async with playing(FINE) as mock, models_of(dialect, mock) as models:
        found = await Checks(models).check(hosted=True)

        assert models.endpoint is not None
        [asked] = mock.asked
        assert found.works
        assert found.says.startswith(f"It works: answers come from {models.endpoint.model}, the last in 0.")
        assert asked[models.endpoint.provider.room] == 64
        assert len(asked["tools"]) == 1


@pytest.mark.parametrize(("dialect", "reply", "cause"), OUTCOMES)
async def test_each_refusal_is_told_for_what_it_is_and_logged_without_the_key(
    dialect: Dialect, reply: Reply, cause: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    expected = "not_pulled" if cause == "no_model" and dialect is DIALECTS["ollama"] else cause
    async with playing(reply) as mock, models_of(dialect, mock) as models:
        found = await Checks(models).check(hosted=True)

    assert found.cause == expected
    assert found.says.endswith((".", "x", "4b")) and "{" not in found.says
    assert "SECRET" not in found.says + caplog.text and KEY not in found.says + caplog.text
    assert [f"the model was checked: {cause}" in record.getMessage() for record in caplog.records].count(True) == 1


async def test_no_network_is_not_a_wrong_key(caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is there under the address; and nothing is there of that name."""

    def unresolved(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("[Errno -2]") from checking.socket.gaierror(-2, "Name or service not known")

    async with playing(FINE) as mock:
        gone = mock.url
    async with httpx2.AsyncClient(transport=httpx2.MockTransport(unresolved)) as http:
        nowhere = Models(settings(taskchat_model="gemini/x", gemini_api_key=SecretStr(KEY)), http)
        closed = Models(settings(taskchat_model="x", taskchat_model_url=gone))
        found = [await Checks(models).check(hosted=True) for models in (nowhere, closed)]
        await closed.close()

    assert [one.cause for one in found] == ["no_such_host", "unreachable"]
    assert "generativelanguage.googleapis.com" in found[0].says and "network" in found[0].says
    assert "Is it running" in found[1].says


async def test_a_model_that_keeps_silent_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "PATIENCE", 0.1)
    async with playing(Reply((Pause(),))) as mock, models_of(DIALECTS["any"], mock) as models:
        found = await Checks(models).check(hosted=True)

    assert found.cause == "slow"


async def test_a_model_that_thinks_long_works_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SLOW", 0.0)
    async with playing(FINE) as mock, models_of(DIALECTS["any"], mock) as models:
        found = await Checks(models).check(hosted=True)

    assert found.works and found.says.endswith(" That is slow.")


@pytest.mark.parametrize("reply", [Reply(body="<html>a page</html>"), Reply(body="{}"), Reply(body="[]")])
async def test_what_is_no_chat_completion_is_none(reply: Reply) -> None:
    async with playing(reply) as mock, models_of(DIALECTS["any"], mock) as models:
        found = await Checks(models).check(hosted=True)

    assert found.says == SAYS["unreadable"].format(host=mock.url.split("/")[2])


async def test_an_address_that_takes_no_such_bound_is_asked_without_it() -> None:
    def respond(request: dict[str, Any]) -> Reply:
        return refuses(400, body=body(message="Unsupported: 'max_tokens'")) if "max_tokens" in request else FINE

    async with playing(respond=respond) as mock, models_of(DIALECTS["any"], mock) as models:
        assert (await Checks(models).check(hosted=True)).works


async def test_many_who_ask_at_once_are_one_question() -> None:
    async with playing(FINE) as mock, models_of(DIALECTS["any"], mock) as models:
        checks = Checks(models)
        found = await asyncio.gather(*(checks.check(hosted=True) for _ in range(9)))

        assert len(mock.asked) == 1
        assert len(set(found)) == 1


async def test_the_built_in_assistant_is_asked_nothing(alice: Person, now: datetime) -> None:
    async with chatting() as chat:
        assert await chat.check(Seat(alice, "")) == Checked("", checking.BUILT_IN)
        assert chat.answers_with(Seat(alice, "")) == ("Built-in", "")


async def test_a_guest_of_an_open_server_cannot_spend_its_tokens(alice: Person, now: datetime) -> None:
    guest = Seat(Person("g", None, guest=True, created=now), "")
    async with playing(says("no")) as mock, chatting_with(mock.url, host="0.0.0.0") as chat:
        found = await chat.check(guest)

        assert found.says == checking.BUILT_IN
        assert mock.asked == []
        assert chat.answers_with(Seat(alice, "")) == ("mock", "127.0.0.1")
