"""The whole way over HTTP: a sentence in, a task on the list, with the real chat server and the built-in assistant."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from taskchat.assistant.server import close_chat, open_chat
from taskchat.config import Settings
from taskchat.domain.person import Person
from taskchat.services import accounts
from tests.conftest import PASSWORD, Seats
from tests.web.asgi import Answer, Reader, ask, http_scope
from tests.web.conftest import Build, Visit

SETTINGS: dict[str, Any] = {"taskchat_model": "builtin"}


def clock() -> datetime:
    """Runs have leases and sessions by the real time."""
    return datetime.now(UTC)


@pytest.fixture
def seats(alice: Person, bob: Person) -> Seats:
    return Seats(*(accounts.sign_in(str(person.email), PASSWORD, now=clock()) for person in (alice, bob)))


@pytest.fixture
async def app(build: Build, seats: Seats) -> AsyncIterator[ASGIApp]:
    await open_chat(Settings(_env_file=None, **SETTINGS))  # pyright: ignore[reportCallIssue]
    yield build(clock=clock, **SETTINGS)
    await close_chat()


@pytest.fixture
def alices(app: ASGIApp, visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token, clock=clock, **SETTINGS)


def message(text: str, thread_id: str | None = None, **metadata: str) -> dict[str, Any]:
    said = {"content": [{"type": "input_text", "text": text}], "attachments": [], "inference_options": {}}
    kind = "threads.add_user_message" if thread_id else "threads.create"
    params: dict[str, Any] = {"input": said} | ({"thread_id": thread_id} if thread_id else {})
    return {"type": kind, "params": params, "metadata": metadata}


def events(answer: httpx.Response) -> list[dict[str, Any]]:
    """What a ChatKit client makes of a stream."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    pieces = [piece for piece in answer.text.split("\n\n") if piece and not piece.startswith(":")]
    assert all(piece.startswith("data: ") for piece in pieces)
    return [json.loads(piece.removeprefix("data: ")) for piece in pieces]


def thread_in(seen: list[dict[str, Any]]) -> str:
    return next(event["thread"]["id"] for event in seen if event["type"] == "thread.created")


async def test_a_sentence_becomes_a_task(alices: httpx.AsyncClient) -> None:
    seen = events(await alices.post("/api/chatkit", json=message("create a task to call mom tomorrow at 5pm")))
    found = (await alices.get("/api/tasks")).json()["tasks"]
    listed = await alices.post("/api/chatkit", json={"type": "threads.list", "params": {}})

    assert [task["title"].lower() for task in found] == ["call mom"]
    assert "T17:00:00+" in found[0]["due"] and found[0]["zone"] == "Europe/Berlin"
    assert not [event for event in seen if event["type"] == "error"]
    assert [thread["id"] for thread in listed.json()["data"]] == [thread_in(seen)]


async def test_what_the_assistant_did_is_undone_like_anything_else(alices: httpx.AsyncClient) -> None:
    events(await alices.post("/api/chatkit", json=message("add buy milk")))

    assert (await alices.post("/api/undo")).status_code == 200
    assert (await alices.get("/api/tasks")).json()["total"] == 0


async def test_a_send_repeated_with_its_key_is_one_message_and_one_task(alices: httpx.AsyncClient) -> None:
    sent = message("add buy milk", send_id="key-1")

    first, again = await alices.post("/api/chatkit", json=sent), await alices.post("/api/chatkit", json=sent)
    other = await alices.post("/api/chatkit", json=message("add buy bread", send_id="key-1"))

    assert thread_in(events(first)) == thread_in(events(again))
    assert other.status_code == 409
    assert (await alices.get("/api/tasks")).json()["total"] == 1


async def test_an_answer_can_be_followed_from_any_position(
    app: ASGIApp, alices: httpx.AsyncClient, seats: Seats
) -> None:
    seen = events(await alices.post("/api/chatkit", json=message("add buy milk")))
    path = f"/api/chatkit/threads/{thread_in(seen)}/events?after={len(seen) - 1}"

    followed = await alices.get(path)

    number, data = followed.text.strip().split("\n")
    assert number == f"id: {len(seen)}"
    assert json.loads(data.removeprefix("data: ")) == seen[-1]


async def test_a_foreign_conversation_is_as_unknown_as_none(
    app: ASGIApp, alices: httpx.AsyncClient, visit: Visit, seats: Seats
) -> None:
    thread_id = thread_in(events(await alices.post("/api/chatkit", json=message("add buy milk"))))
    bob = visit(seats.bob.token, clock=clock, **SETTINGS)

    async def bobs(method: str, path: str, **sent: Any) -> tuple[int, Any]:
        answer = await bob.request(method, path, **sent)
        return answer.status_code, answer.json()

    for which in (thread_id, "thr_nowhere"):
        read = {"type": "threads.get_by_id", "params": {"thread_id": which}}
        assert (await bobs("POST", "/api/chatkit", json=read))[0] == 404
        assert (await bobs("POST", "/api/chatkit", json=message("hello", which)))[0] == 404
        assert (await bobs("POST", f"/api/chatkit/threads/{which}/stop"))[0] == 404
        assert (await bobs("GET", f"/api/chatkit/threads/{which}/events"))[0] == 404
        assert (await bobs("GET", f"/api/chatkit/threads/{which}/queue"))[0] == 404
        for method in ("POST", "DELETE"):
            assert (await bobs(method, f"/api/chatkit/threads/{which}/queue/msg_1"))[0] == 404


async def test_a_conversation_is_kept_as_a_file_by_its_owner_alone(
    alices: httpx.AsyncClient, visit: Visit, seats: Seats
) -> None:
    thread_id = thread_in(events(await alices.post("/api/chatkit", json=message("add buy *oat* milk"))))
    path = f"/api/chatkit/threads/{thread_id}/export"

    kept, foreign = await alices.get(path), await visit(seats.bob.token, clock=clock, **SETTINGS).get(path)

    assert kept.headers["content-type"] == "text/markdown; charset=utf-8"
    assert kept.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert kept.headers["cache-control"] == "no-store"
    assert r"add buy \*oat\* milk" in kept.text and "- Created: buy" in kept.text
    assert (foreign.status_code, foreign.json()["error"]["code"]) == (404, "not_found")


async def test_stopping_a_conversation_where_nothing_runs_changes_nothing(alices: httpx.AsyncClient) -> None:
    seen = events(await alices.post("/api/chatkit", json=message("add buy milk")))

    assert (await alices.post(f"/api/chatkit/threads/{thread_in(seen)}/stop")).status_code == 204


async def test_a_client_that_leaves_finds_its_answer_complete(
    app: ASGIApp, alices: httpx.AsyncClient, seats: Seats
) -> None:
    headers = [("authorization", f"Bearer {seats.alice.token}")]
    reader = Reader(app, http_scope("POST", "/api/chatkit", headers), json.dumps(message("add buy milk")).encode())
    await reader.opening()
    first, *_ = (await reader.line()).split(b"\n\n")
    created = json.loads(first.removeprefix(b"data: "))

    await reader.leave()
    await alices.get(f"/api/chatkit/threads/{created['thread']['id']}/events")

    assert (await alices.get("/api/tasks")).json()["total"] == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"type": 1}',
        b'{"type": "nothing.known"}',
        b'{"type": "threads.get_by_id"}',
        b'{"type": "threads.get_by_id", "params": {}}',
        b'{"type": "threads.create", "params": {"input": "text"}}',
        b'{"type": "attachments.create", "params": {}}',
        b'\xff{"type": "threads.list"}',
        b"[" * 100_000,
    ],
)
async def test_what_is_no_chatkit_request_is_refused_in_our_shape(app: ASGIApp, seats: Seats, body: bytes) -> None:
    answer: Answer = await ask(app, "POST", "/api/chatkit", [("authorization", f"Bearer {seats.alice.token}")], (body,))

    assert answer.status == 400, answer.body
    assert set(json.loads(answer.body)["error"]) >= {"code", "message"}


@pytest.mark.parametrize(("length", "status"), [(10_000, 200), (10_001, 400)])
async def test_a_message_has_its_bounds(alices: httpx.AsyncClient, length: int, status: int) -> None:
    assert (await alices.post("/api/chatkit", json=message("x" * length))).status_code == status


async def test_too_many_messages_a_minute_are_told_when_to_come_back(app: ASGIApp, seats: Seats, visit: Visit) -> None:
    await close_chat()
    await open_chat(Settings(_env_file=None, **SETTINGS, taskchat_limit_minute=1))  # pyright: ignore[reportCallIssue]
    program = visit(seats.alice.token, clock=clock, **SETTINGS)

    answers = [await program.post("/api/chatkit", json=message("hello")) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert int(answers[1].headers["retry-after"]) >= 1
    assert answers[1].json()["error"]["resets_at"]
