"""When a session ends, so does all that is open under it: sockets, streams and runs; the thread stays (K-05)."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from taskchat.services import accounts
from taskchat.storage.database import reading, writing
from taskchat.storage.tables import Runs, Sessions
from taskchat.ui.chat.state import ChatState
from taskchat.ui.session import Session
from tests.assistant.provider import Pause, Reply, chunk, playing, words
from tests.ui.browserless import tab
from tests.ui.whole import Somebody, Whole, whole

ENDLESS = Reply((chunk({"role": "assistant", "content": ""}), *words("It begins and"), Pause()))
PATIENCE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Open:
    """Alice's answer is being written, into a tab and into a stream."""

    at: Whole
    alice: Somebody
    stream: AsyncIterator[str]


@pytest.fixture
async def at(database_url: str, tmp_path: Path) -> AsyncIterator[Whole]:
    async with (
        playing(*[ENDLESS] * 9) as mock,
        whole(database_url, tmp_path / "no pages", taskchat_model="mock", taskchat_model_url=mock.url) as at,
    ):
        yield at


@asynccontextmanager
async def reading_along(alice: Somebody) -> AsyncIterator[tuple[str, AsyncIterator[str]]]:
    """A conversation whose answer goes on and on, and its lines as they come."""
    message = {"content": [{"type": "input_text", "text": "hello"}], "attachments": [], "inference_options": {}}
    body = {"type": "threads.create", "params": {"input": message}}
    async with alice.client.stream("POST", "/api/chatkit", json=body) as answer:
        lines = answer.aiter_lines()
        thread = ""
        async for line in lines:
            if '"thread.created"' in line:
                thread = json.loads(line.removeprefix("data: "))["thread"]["id"]
            if "begins" in line:
                break
        yield thread, lines


async def sign_out(alice: Somebody) -> None:
    assert (await alice.client.post("/api/auth/sign-out")).status_code < 400


async def expire(alice: Somebody) -> None:
    """Its seven days are over."""
    with writing() as session:
        session.execute(update(Sessions).values(expires=datetime.now(UTC) - timedelta(seconds=1)))
    accounts.forget_cached(accounts.hash_token(alice.token))


async def vanish(_alice: Somebody) -> None:
    """Somebody deletes it from the database, behind the program's back."""
    with writing() as session:
        session.execute(Sessions.__table__.delete())  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize("ended_by", [sign_out, expire, vanish])
async def test_all_that_is_open_ends_with_the_session(
    at: Whole, ended_by: Callable[[Somebody], Awaitable[None]]
) -> None:
    alice = await at.somebody("alice@example.org")
    async with reading_along(alice) as (thread, lines), tab(at.served, "t1", alice.token, f"?c={thread}") as page:
        await page.call(ChatState, "arrive")
        await page.until(lambda page: page.value(ChatState, "running"))

        await ended_by(alice)

        async with asyncio.timeout(PATIENCE_SECONDS):
            async for _ in lines:
                continue
        await page.until(lambda page: page.closed)
        assert page.value(Session, "signed_out")
        assert not page.value(ChatState, "settled")
    assert await ended_runs() == ["stopped"]
    assert (await alice.client.get("/api/tasks")).status_code == 401


async def ended_runs() -> list[str]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            with reading() as session:
                if not session.exec(select(Runs).where(col(Runs.ended).is_(None))).all():
                    return list(session.exec(select(Runs.state)))
            await asyncio.sleep(0.05)


async def test_what_was_said_stays_for_the_next_session(at: Whole) -> None:
    alice = await at.somebody("alice@example.org")
    async with reading_along(alice) as (thread, _):
        await sign_out(alice)
    await ended_runs()
    again = await at.again("alice@example.org")

    page = await again.chatkit("threads.get_by_id", {"thread_id": thread})

    assert "It begins and" in page.text
    assert "hello" in page.text
