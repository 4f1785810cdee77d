"""Every route, for nobody and for the other person; a route without a row here fails."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx
import pytest
from starlette.routing import BaseRoute, Mount, Route

from taskchat.config import Settings
from taskchat.domain.task import Task
from taskchat.services import accounts
from taskchat.web.app import build
from tests.conftest import PASSWORD, Seats
from tests.web.conftest import Visit

World = dict[str, Task]

PUBLIC = {
    ("GET", "/health"),
    ("GET", "/api/auth/closed.css"),
    ("POST", "/api/auth/sign-up"),
    ("POST", "/api/auth/sign-in"),
    ("POST", "/api/auth/guest"),
    ("POST", "/api/auth/sign-out"),
    ("GET", "/feed/{token}.ics"),
}
"""Open to anybody, because that is what they are for."""
OF_ONE_TASK = {
    ("GET", "/api/tasks/{task_id}"): None,
    ("PATCH", "/api/tasks/{task_id}"): {"title": "Stolen"},
    ("DELETE", "/api/tasks/{task_id}"): None,
    ("POST", "/api/tasks/{task_id}/complete"): None,
    ("POST", "/api/tasks/{task_id}/reopen"): None,
    ("POST", "/api/tasks/{task_id}/restore"): None,
    ("POST", "/api/tasks/{task_id}/skip"): None,
    ("POST", "/api/tasks/{task_id}/move"): {},
    ("GET", "/api/tasks/{task_id}/subtasks"): None,
}
OF_ONE_THING = {
    ("GET", "/api/lists/{ident}"),
    ("PATCH", "/api/lists/{ident}"),
    ("DELETE", "/api/lists/{ident}"),
    ("POST", "/api/lists/{ident}/move"),
    ("GET", "/api/lists/{ident}/sections"),
    ("POST", "/api/lists/{ident}/sections"),
    ("PATCH", "/api/sections/{ident}"),
    ("DELETE", "/api/sections/{ident}"),
    ("POST", "/api/sections/{ident}/move"),
    ("PATCH", "/api/templates/{ident}"),
    ("DELETE", "/api/templates/{ident}"),
    ("POST", "/api/templates/{ident}/use"),
}
"""As the other person: tried in test_structure_api."""
OF_ONE_CONVERSATION = {
    ("POST", "/api/chatkit/threads/{thread_id}/stop"),
    ("GET", "/api/chatkit/threads/{thread_id}/events"),
    ("GET", "/api/chatkit/threads/{thread_id}/export"),
    ("GET", "/api/chatkit/threads/{thread_id}/queue"),
    ("POST", "/api/chatkit/threads/{thread_id}/queue/{message_id}"),
    ("DELETE", "/api/chatkit/threads/{thread_id}/queue/{message_id}"),
}
OF_ONE_FILE = {
    ("GET", "/api/files/{file_id}"),
    ("POST", "/api/files/{file_id}"),
    ("PUT", "/api/files/{file_id}"),
    ("DELETE", "/api/files/{file_id}"),
}
"""As the other person: tried in test_files_api."""
OF_ONE_VIEW = {
    ("PATCH", "/api/views/{view_id}"),
    ("DELETE", "/api/views/{view_id}"),
}
"""As the other person: tried in test_views_api."""
OF_ONESELF = {
    ("GET", "/api/assistant"),
    ("POST", "/api/assistant/check"),
    ("GET", "/api/memory"),
    ("DELETE", "/api/memory/{preference_id}"),
    ("POST", "/api/tasks/bulk"),
    ("GET", "/api/views"),
    ("POST", "/api/views"),
    ("GET", "/api/reminders"),
    ("POST", "/api/reminders/done"),
    ("POST", "/api/reminders/snooze"),
    ("POST", "/api/reminders/read"),
    ("GET", "/api/push/key"),
    ("GET", "/api/push/subscriptions"),
    ("POST", "/api/push/subscriptions"),
    ("DELETE", "/api/push/subscriptions"),
    ("DELETE", "/api/push/subscriptions/{device_id}"),
    ("POST", "/api/push/test"),
    ("GET", "/api/files"),
    ("POST", "/api/files"),
    ("GET", "/api/auth/me"),
    ("GET", "/api/tasks"),
    ("POST", "/api/tasks"),
    ("GET", "/api/tags"),
    ("GET", "/api/lists"),
    ("POST", "/api/lists"),
    ("GET", "/api/templates"),
    ("POST", "/api/templates"),
    ("POST", "/api/undo"),
    ("POST", "/api/chatkit"),
    ("GET", "/api/chatkit/options"),
    ("POST", "/api/import"),
    ("GET", "/api/export"),
    ("GET", "/api/feed"),
    ("POST", "/api/feed"),
    ("DELETE", "/api/feed"),
}
PRIVATE = sorted({*OF_ONE_TASK, *OF_ONE_THING, *OF_ONE_CONVERSATION, *OF_ONE_FILE, *OF_ONE_VIEW, *OF_ONESELF})


def offered(routes: list[BaseRoute], prefix: str = "") -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for route in routes:
        if isinstance(route, Mount):
            found |= offered(list(route.routes), prefix + route.path)
        elif isinstance(route, Route):
            found |= {(method, prefix + route.path) for method in route.methods or () if method != "HEAD"}
    return found


def path_of(pattern: str, task_id: str = "0199", thread_id: str = "thr_1") -> str:
    ids = {"message_id": "msg_1", "file_id": f"atc_{'0' * 36}", "token": "x" * 43}
    ids |= dict.fromkeys(("ident", "view_id", "device_id", "preference_id"), "0199")
    return pattern.format(task_id=task_id, thread_id=thread_id, **ids)


def test_every_route_has_its_row() -> None:
    routes = build(Settings(_env_file=None)).routes  # pyright: ignore[reportCallIssue]

    assert offered(routes) == PUBLIC | set(PRIVATE)


@pytest.mark.parametrize(("method", "pattern"), PRIVATE)
async def test_nobody_gets_nothing(visit: Visit, world: World, method: str, pattern: str) -> None:
    answer = await visit().request(method, path_of(pattern, world["milk"].id), content=b"{}")

    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "not_signed_in")
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["x", "Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "Token abc", "", "bearer\tx"])
async def test_an_authorization_that_is_not_ours_is_no_session(visit: Visit, seats: Seats, header: str) -> None:
    program = visit()
    program.cookies.set("taskchat", seats.alice.token)

    answer = await program.get("/api/auth/me", headers={"Authorization": header})

    assert answer.status_code == 401


async def test_a_token_nobody_holds_is_no_session(visit: Visit) -> None:
    for token in ("x", "x" * 5000, "\u20ac".encode().decode("latin-1"), "' OR 1=1 --"):
        answer = await visit().get("/api/auth/me", headers={"Authorization": f"Bearer {token}".encode("latin-1")})
        assert answer.status_code == 401


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
async def test_cookie_and_bearer_are_the_same_session(visit: Visit, seats: Seats, scheme: str) -> None:
    by_header = await visit().get("/api/auth/me", headers={"Authorization": f"{scheme} {seats.alice.token}"})
    by_cookie = await visit().get("/api/auth/me", headers={"Cookie": f"taskchat={seats.alice.token}"})

    assert by_header.json() == by_cookie.json()
    assert by_header.json()["user"]["email"] == "alice@example.org"


@pytest.mark.parametrize(("method", "pattern"), sorted(OF_ONE_TASK))
async def test_a_foreign_task_is_as_unknown_as_none(
    visit: Visit, seats: Seats, world: World, method: str, pattern: str
) -> None:
    bob, alice = visit(seats.bob.token), visit(seats.alice.token)
    sent = OF_ONE_TASK[method, pattern]

    foreign = await bob.request(method, path_of(pattern, world["milk"].id), json=sent)
    unknown = await bob.request(method, path_of(pattern, "0199-nowhere"), json=sent)

    assert (foreign.status_code, foreign.json()) == (404, unknown.json())
    assert (await alice.get(f"/api/tasks/{world['milk'].id}")).json()["title"] == "Buy milk"


async def test_a_foreign_task_in_the_trash_stays_there(visit: Visit, seats: Seats, world: World) -> None:
    await visit(seats.alice.token).delete(f"/api/tasks/{world['milk'].id}")

    answer = await visit(seats.bob.token).post(f"/api/tasks/{world['milk'].id}/restore")

    assert answer.status_code == 404


async def test_nobody_sees_what_is_another_persons(visit: Visit, seats: Seats, world: World) -> None:
    bob = visit(seats.bob.token)

    assert (await bob.get("/api/tasks?status=all")).json() == {"tasks": [], "total": 0}
    assert (await bob.get("/api/tags")).json() == {"tags": []}
    assert (await bob.post("/api/undo", json={"group": "made-milk"})).status_code == 404


async def test_a_session_that_has_ended_opens_nothing(visit: Visit, seats: Seats, now: datetime) -> None:
    alice = visit(seats.alice.token)
    assert (await alice.get("/api/auth/me")).status_code == 200

    accounts.sign_out(seats.alice.token, now=now)

    assert (await alice.get("/api/auth/me")).status_code == 401
    assert (await alice.post("/api/tasks", json={"title": "x"})).status_code == 401


SENT: list[tuple[str, Callable[[httpx.AsyncClient, str, str], Any]]] = [
    ("nothing", lambda program, method, path: program.request(method, path)),
    ("broken", lambda program, method, path: program.request(method, path, content=b'{"title":')),
    ("a list", lambda program, method, path: program.request(method, path, json=[1])),
    ("a wrong field", lambda program, method, path: program.request(method, path, json={"color": "red"})),
    ("a wrong type", lambda program, method, path: program.request(method, path, json={"title": 1, "email": []})),
    ("a form", lambda program, method, path: program.request(method, path, data={"title": "x"})),
    ("files", lambda program, method, path: program.request(method, path, files={"title": b"x"})),
    ("bytes", lambda program, method, path: program.request(method, path, content=b"\x00\xff\xfe")),
    ("a query", lambda program, method, path: program.request(method, path + "?after=x&limit=x&color=red")),
]


@pytest.mark.parametrize("emptied", ["sqlite"], indirect=True)  # what is refused before the database is asked
@pytest.mark.parametrize(("method", "pattern"), sorted({*PRIVATE, *PUBLIC}))
async def test_no_answer_is_a_mistake_or_a_422(
    visit: Visit, seats: Seats, world: World, method: str, pattern: str
) -> None:
    program = visit(seats.alice.token)

    for what, send in SENT:
        answer = await send(program, method, path_of(pattern, world["milk"].id))
        assert answer.status_code < 500 or answer.status_code == 503, (what, answer.text)
        assert answer.status_code != 422, what
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_no_one_keeps_an_answer(visit: Visit, seats: Seats) -> None:
    answer = await visit().post("/api/auth/sign-in", json={"email": "alice@example.org", "password": PASSWORD})

    assert answer.headers["cache-control"] == "no-store"
    assert (await visit(seats.alice.token).get("/api/tasks")).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nowhere", 404),
        ("PUT", "/api/tasks", 405),
        ("GET", "/api/auth/sign-in", 405),
        ("GET", "/api/tasks/", 404),
    ],
)
async def test_what_is_not_there_says_so_in_our_shape(visit: Visit, method: str, path: str, status: int) -> None:
    answer = await visit().request(method, path)

    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"code", "message"}
