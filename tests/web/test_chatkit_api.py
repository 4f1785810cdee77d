"""The ChatKit endpoint: what HTTP adds to the chat server, with a chat server that does as it is told."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from starlette.types import ASGIApp

from taskchat.assistant.server import Json
from taskchat.domain.person import Seat
from taskchat.errors import Conflict, NotFound, TaskChatError, TooMany, Unavailable
from taskchat.live import Frame, InProcess
from taskchat.services import accounts
from taskchat.web import chatkit, sse
from tests.conftest import Seats
from tests.databases import emptied  # noqa: F401 - the wire is the same on both
from tests.web.asgi import HOST, Reader, ask, http_scope
from tests.web.conftest import OWN, Build

RUN = "run_1"


@dataclass(slots=True)
class Streamed:
    frames: AsyncIterator[Frame]


@dataclass(slots=True)
class Obedient:
    """Answers as the body says; runs are read from `live`, like the real one's."""

    live: InProcess
    asked: list[tuple[str, object]] = field(default_factory=list)
    refusal: TaskChatError | None = None

    async def handle(self, seat: Seat, body: bytes, *, now: datetime) -> Json | Streamed:
        self.asked.append((seat.session, body))
        if self.refusal:
            raise self.refusal
        if json.loads(body)["type"] == "threads.list":
            return Json(b'{"data":[]}')
        return Streamed(self.live.read(RUN))

    async def stop(self, seat: Seat, thread_id: str) -> None:
        self.asked.append(("stop", thread_id))
        if thread_id != "thr_mine":
            raise NotFound("There is no such conversation.")

    async def follow(self, seat: Seat, thread_id: str, after: int = 0) -> AsyncIterator[Frame]:
        await self.stop(seat, thread_id)
        return self.live.read(RUN, after)


@pytest.fixture
def server(live: InProcess, monkeypatch: pytest.MonkeyPatch) -> Obedient:
    obedient = Obedient(live)
    monkeypatch.setattr(chatkit, "chat", lambda: obedient)
    return obedient


@pytest.fixture
def app(build: Build, server: Obedient) -> ASGIApp:
    return build()


@pytest.fixture
def signed(seats: Seats) -> list[tuple[str, str]]:
    return [("authorization", f"Bearer {seats.alice.token}"), ("content-type", "application/json")]


@pytest.fixture
def quiet_heart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sse, "HEARTBEAT_SECONDS", 0.001)
    yield


def send(app: ASGIApp, signed: list[tuple[str, str]]) -> Reader:
    return Reader(app, http_scope("POST", "/api/chatkit", signed), b'{"type":"threads.create"}')


async def test_what_does_not_stream_is_json(app: ASGIApp, server: Obedient, signed: list, seats: Seats) -> None:
    answer = await ask(app, "POST", "/api/chatkit", signed, (b'{"type":"thre', b'ads.list"}'))

    assert (answer.status, answer.body) == (200, b'{"data":[]}')
    assert answer.headers["content-type"] == "application/json"
    assert server.asked == [(seats.alice.seat.session, b'{"type":"threads.list"}')]


async def test_what_streams_is_one_line_of_data_an_event(app: ASGIApp, live: InProcess, signed: list) -> None:
    await live.append(RUN, b'{"type":"a"}')
    reader = send(app, signed)

    opening = await reader.opening()
    first = await reader.line()
    await live.append(RUN, '{"text":"\u2028 €"}'.encode())
    second = await reader.line()
    await live.end(RUN)
    rest = await reader.line()
    await reader.done

    assert opening.status == 200
    assert opening.headers["content-type"].startswith("text/event-stream")
    assert "no-cache" in opening.headers["cache-control"] and "no-store" in opening.headers["cache-control"]
    assert opening.headers["x-accel-buffering"] == "no"
    assert first == b'data: {"type":"a"}\n\n'
    assert second == 'data: {"text":"\u2028 €"}\n\n'.encode()
    assert rest == b""


async def test_what_is_there_already_goes_out_in_one_piece(app: ASGIApp, live: InProcess, signed: list) -> None:
    await live.append(RUN, b"1")
    await live.append(RUN, b"2")
    reader = send(app, signed)
    await reader.opening()

    assert await reader.line() == b"data: 1\n\ndata: 2\n\n"
    await reader.leave()


@pytest.mark.usefixtures("quiet_heart")
async def test_silence_is_filled_with_a_comment(app: ASGIApp, live: InProcess, signed: list) -> None:
    reader = send(app, signed)
    await reader.opening()

    heartbeat = await reader.line()
    await live.end(RUN)
    await reader.done

    assert heartbeat.startswith(b":") and heartbeat.endswith(b"\n\n")


async def test_leaving_does_not_end_the_run(app: ASGIApp, live: InProcess, server: Obedient, signed: list) -> None:
    reader = send(app, signed)
    await reader.opening()
    await reader.leave()

    await live.append(RUN, b'{"type":"later"}')
    again = send(app, signed)
    await again.opening()

    assert await again.line() == b'data: {"type":"later"}\n\n'
    assert ("stop", "thr_mine") not in server.asked
    await again.leave()


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NotFound("x"), 404),
        (Conflict("x", "run_active"), 409),
        (TooMany("x", 42), 429),
        (Unavailable("x"), 503),
    ],
)
async def test_a_refusal_is_told_before_the_stream_begins(
    app: ASGIApp, server: Obedient, signed: list, refusal: TaskChatError, status: int
) -> None:
    server.refusal = refusal

    answer = await ask(app, "POST", "/api/chatkit", signed, (b'{"type":"threads.create"}',))

    assert (answer.status, answer.error) == (status, refusal.code)
    assert (answer.headers.get("retry-after") == "42") is (status == 429)


async def test_stopping_answers_with_nothing(app: ASGIApp, server: Obedient, signed: list) -> None:
    mine = await ask(app, "POST", "/api/chatkit/threads/thr_mine/stop", signed)
    foreign = await ask(app, "POST", "/api/chatkit/threads/thr_bobs/stop", signed)
    impossible = await ask(app, "POST", "/api/chatkit/threads/a%b/stop", signed)

    assert (mine.status, mine.body) == (204, b"")
    assert (foreign.status, impossible.status) == (404, 404)
    assert server.asked == [("stop", "thr_mine"), ("stop", "thr_bobs")]


@pytest.mark.parametrize(
    ("query", "header"), [("?after=1", None), ("", "1"), ("?after=0", "1")], ids=["query", "header", "both"]
)
async def test_a_reader_goes_on_behind_what_it_has(
    app: ASGIApp, live: InProcess, signed: list, query: str, header: str | None
) -> None:
    await live.append(RUN, b"one")
    await live.append(RUN, b"two")
    headers = [*signed, *([("last-event-id", header)] if header else [])]

    reader = Reader(app, http_scope("GET", f"/api/chatkit/threads/thr_mine/events{query}", headers))
    await reader.opening()

    assert await reader.line() == b"id: 2\ndata: two\n\n"
    await reader.leave()


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "²", "9" * 12, "%00"])
async def test_a_position_is_a_number(app: ASGIApp, signed: list, after: str) -> None:
    answer = await ask(app, "GET", f"/api/chatkit/threads/thr_mine/events?after={after}", signed)

    assert (answer.status, answer.error) == (400, "invalid")


async def test_a_foreign_conversation_is_not_followed(app: ASGIApp, signed: list) -> None:
    answer = await ask(app, "GET", "/api/chatkit/threads/thr_bobs/events", signed)

    assert (answer.status, answer.error) == (404, "not_found")


async def test_signing_out_ends_the_streams_of_that_session_only(
    app: ASGIApp, live: InProcess, seats: Seats, signed: list, now: datetime
) -> None:
    bob = [("authorization", f"Bearer {seats.bob.token}")]
    hers, his = send(app, signed), send(app, bob)
    await hers.opening()
    await his.opening()

    await asyncio.to_thread(accounts.sign_out, seats.alice.token, now=now)

    assert await hers.line() == b""
    await hers.done
    await live.append(RUN, b"still")
    assert await his.line() == b"data: still\n\n"
    await his.leave()


async def test_a_body_that_is_too_large_never_reaches_the_server(app: ASGIApp, server: Obedient, signed: list) -> None:
    answer = await ask(app, "POST", "/api/chatkit", signed, (b"x" * 1_000_000, b"x"))

    assert (answer.status, answer.error) == (413, "too_large")
    assert server.asked == []


async def test_another_sites_page_starts_no_run(app: ASGIApp, server: Obedient, seats: Seats) -> None:
    cookie = ("cookie", f"taskchat={seats.alice.token}")

    foreign = await ask(app, "POST", "/api/chatkit", [cookie, ("origin", "https://evil.example")], (b"{}",))
    as_text = await ask(app, "POST", "/api/chatkit", [cookie, ("content-type", "text/plain")], (b"{}",))
    own = await ask(app, "POST", "/api/chatkit", [cookie, ("origin", OWN)], (b'{"type":"threads.list"}',))

    assert (foreign.status, as_text.status, own.status) == (403, 400, 200)
    assert len(server.asked) == 1


async def test_no_session_no_run(app: ASGIApp, server: Obedient) -> None:
    answer = await ask(app, "POST", "/api/chatkit", [("host", HOST)], (b'{"type":"threads.create"}',))

    assert (answer.status, answer.error) == (401, "not_signed_in")
    assert server.asked == []
