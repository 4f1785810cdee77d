"""Every row of the table of causes, brought about: its sentence, whether Retry is offered, now and after a reload."""

import json
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy.exc import OperationalError

from taskchat.assistant import wired
from taskchat.assistant.reduce import Problem
from taskchat.assistant.trouble import CAUSES
from taskchat.config import ROOT
from taskchat.domain.person import Person
from taskchat.errors import TaskChatError
from taskchat.services import conversations, tasks
from taskchat.storage import items
from taskchat.web.answers import status_of
from tests.assistant.provider import CUT, Pause, Reply, call, calls, chunk, playing, refuses, says, words
from tests.assistant.talking import Client, chatting, chatting_with, errors, script

SAID = "canary words of a person"
SECRET = "SECRET"
GARBAGE = Reply((*words("Half an"), "data: {{{not json"))
HALF = Reply((*words("Half an"), CUT))
SILENT = Reply((Pause(),))
ENDLESS = calls([call("list_tasks", {}, id="a", index=0)])
DECLINED = Reply((chunk(finish="content_filter"), "data: [DONE]"))
TOO_LONG = refuses(400, body='{"error": {"code": "context_length_exceeded", "message": "SECRET"}}')
PROVIDER: dict[str, Reply] = {
    "key_refused": refuses(401),
    "no_quota": refuses(402),
    "no_model": refuses(404),
    "no_tools": refuses(400, body='{"error": {"message": "SECRET:4b does not support tools"}}'),
    "busy": refuses(429, "90"),
    "down": refuses(503),
    "slow": SILENT,
    "too_long": TOO_LONG,
    "declined": DECLINED,
    "refused": refuses(400),
    "cut_short": HALF,
    "no_answer": says(" "),
    "unreadable": GARBAGE,
    "too_many_steps": ENDLESS,
}
"""What a provider does."""


@dataclass(frozen=True, slots=True)
class Came:
    """What a person is told: in the conversation and again after a reload, or instead of a stream."""

    message: str
    retry: bool
    built_in: bool = False
    status: int | None = None
    reloaded: Problem | None = None


Scene = Callable[[Person, datetime, pytest.MonkeyPatch], Awaitable[Came]]


async def told(client: Client, events: list[dict[str, Any]]) -> Came:
    [error] = errors(events)
    view = await client.chat.view(client.seat, client.thread_id)
    offered = error.get("built_in", False)
    return Came(error["message"], error["allow_retry"], offered, reloaded=view.conversation.error)


async def refused(client: Client, *, after: int = 0, **metadata: Any) -> Came:
    for _ in range(after):
        await client.say(SAID)
    with pytest.raises(TaskChatError) as caught:
        await client.say(SAID, **metadata)
    return Came(caught.value.message, retry=False, status=status_of(caught.value))


def provider(cause: str) -> Scene:
    async def scene(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
        if cause == "slow":
            patch.setattr(wired, "PATIENCE", httpx2.Timeout(0.2))
        async with playing(PROVIDER[cause]) as mock, chatting_with(mock.url) as chat:
            client = Client(chat, alice, now)
            return await told(client, await client.say(SAID))

    return scene


async def unreachable(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    async with playing(says("")) as mock:
        gone = mock.url
    async with chatting_with(gone) as chat:
        client = Client(chat, alice, now)
        return await told(client, await client.say(SAID))


async def minute(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    async with chatting(taskchat_limit_minute=1) as chat:
        return await refused(Client(chat, alice, now), after=1)


async def day(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    async with playing(says("Hello.")) as mock, chatting_with(mock.url, taskchat_limit_day=1) as chat:
        return await refused(Client(chat, alice, now), after=1)


async def server_day(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    async with playing(says("Hello.")) as mock, chatting_with(mock.url, taskchat_limit_server=1) as chat:
        return await refused(Client(chat, alice, now), after=1)


async def database(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    """Away when the answer is to be saved; before that it is a 503 (see below)."""
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        patch.setattr(items, "put_item", gone)
        events = await client.say(SAID)
        patch.undo()
        return await told(client, events)


def gone(*_: object, **__: object) -> None:
    raise OperationalError(SECRET, {}, Exception(SECRET))


async def mistake(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        patch.setattr("taskchat.assistant.talk.titled", broken)
        return await told(client, await client.say(SAID))


def broken(*_: object, **__: object) -> None:
    raise RuntimeError(SECRET)


async def timeout(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    async with playing(SILENT) as mock, chatting_with(mock.url, taskchat_run_seconds=0.2) as chat:
        client = Client(chat, alice, now)
        return await told(client, await client.say(SAID))


def ended(reason: str) -> Scene:
    async def scene(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
        async with playing(SILENT) as mock, chatting_with(mock.url) as chat:
            client = Client(chat, alice, now)
            begun = await client.begin(client.sending(SAID))
            await chat.runs.end(chat.runs._running[begun.run_id], reason)
            return await told(client, [json.loads(frame.data) async for frame in begun.frames])

    return scene


async def interrupted(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    """Found later by whoever looks: nobody was there to tell it."""
    async with playing(SILENT) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.begin(client.sending(SAID))
        conversations.interrupt_dead(now=datetime.now(UTC) + timedelta(minutes=1))
        error = (await chat.view(client.seat, client.thread_id)).conversation.error
        assert error is not None
        return Came(error.message, error.allow_retry, error.built_in, reloaded=error)


async def too_many_tokens(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    """Each of its calls takes 12; what they did is told."""
    made = calls([call("create_task", {"title": "milk"}, id="a", index=0)])
    async with playing(made, ENDLESS) as mock, chatting_with(mock.url, taskchat_run_tokens=20) as chat:
        client = Client(chat, alice, now)
        came = await told(client, await client.say(SAID))
        assert "What was done stays: Created: milk" in came.message
        assert len(mock.asked) == 2
        return came


async def tool_failed(alice: Person, now: datetime, patch: pytest.MonkeyPatch) -> Came:
    """The step says so, and the answer goes on."""
    patch.setattr(tasks, "create", broken)
    async with chatting(script(("create_task", {"title": "milk"}), "I could not.")) as chat:
        client = Client(chat, alice, now)
        events = await client.say(SAID)
        [step] = [step for item in (await client.stored()).items for step in item.steps]
        assert errors(events) == []
        assert step.state == "failed"
        assert await client.answers() == ["I could not."]
        return Came(json.loads(step.result)["error"], retry=False)


SCENES: dict[str, Scene] = {cause: provider(cause) for cause in PROVIDER} | {
    "unreachable": unreachable,
    "too_many_tokens": too_many_tokens,
    "tool_failed": tool_failed,
    "minute": minute,
    "day": day,
    "server_day": server_day,
    "database": database,
    "timeout": timeout,
    "signed_out": ended("signed_out"),
    "closing": ended("closing"),
    "interrupted": interrupted,
    "lost": ended("lost"),
    "mistake": mistake,
}


@pytest.mark.parametrize("cause", CAUSES)
async def test_each_cause_has_its_sentence_its_retry_and_its_line_in_the_log(
    cause: str, alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    row = CAUSES[cause]

    came = await SCENES[cause](alice, now, monkeypatch)

    assert fits(row.says, came.message), came.message
    assert came.message.endswith(".")
    assert (came.retry, came.status) == (row.retry, row.status if cause != "database" else None)
    assert came.built_in is (row.built_in and not row.status)
    assert came.reloaded is None or came.reloaded == Problem(came.message, row.retry, row.built_in)
    assert (came.reloaded is None) == (row.status == 429 or cause in {"tool_failed", "signed_out"})
    assert SECRET not in came.message and SAID not in came.message
    ours = [record for record in caplog.records if record.name.startswith("taskchat")]
    assert not [record for record in ours if SAID in record.getMessage()]


def fits(says: str, message: str) -> bool:
    """Whether the sentence is this one, its blanks filled in."""
    pattern = "".join(".*" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{\w+\})", says))
    return re.fullmatch(pattern, message) is not None and "{" not in message


QUIET = (
    "too_many_tokens",
    "unreachable",
    "minute",
    "day",
    "server_day",
    "database",
    "timeout",
    "signed_out",
    "closing",
    "lost",
)
"""Without a provider's own words. A mistake of ours is logged with its whole stack."""


@pytest.mark.parametrize("cause", [*PROVIDER, *QUIET])
async def test_the_log_names_the_cause_and_nothing_else(
    cause: str, alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    await SCENES[cause](alice, now, monkeypatch)

    lines = [record for record in caplog.records if record.name.startswith("taskchat") and cause in record.getMessage()]
    assert [record.levelno for record in lines] == [CAUSES[cause].level]
    assert SECRET not in caplog.text and SAID not in caplog.text


async def test_a_database_that_is_away_refuses_a_message_before_anything_is_begun(
    alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with chatting(script("Hello.")) as chat:
        monkeypatch.setattr("taskchat.storage.starts.begin", gone)

        came = await refused(Client(chat, alice, now))

    assert (came.message, came.status) == (CAUSES["database"].says, CAUSES["database"].status)


def test_every_cause_is_brought_about() -> None:
    assert set(SCENES) == set(CAUSES)


def test_a_sentence_says_what_is_safe_and_what_to_do() -> None:
    for cause, row in CAUSES.items():
        assert row.says.count(".") >= 2, cause
        assert "!" not in row.says and "please" not in row.says.lower() and "successfully" not in row.says


def test_the_page_shows_the_same_table() -> None:
    page = (ROOT / "docs" / "chat.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (yes|no) \| (yes|no) \| (\d*) \| (\w+) \|$", page, re.MULTILINE)

    assert rows == [
        (
            name,
            row.says.replace("{", "‹").replace("}", "›"),
            "yes" if row.retry else "no",
            "yes" if row.built_in else "no",
            str(row.status or ""),
            logging.getLevelName(row.level).lower(),
        )
        for name, row in CAUSES.items()
    ]
