"""A-07: foreign names, foreign origins, and the websocket."""

import pytest
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from tests.web.asgi import HOST, answered, ask, http_scope, rest, socket_scope
from tests.web.conftest import OWN, Build

EVIL = "https://evil.example"
PUBLIC = "https://tasks.example.org"

ORIGINS = [
    ({}, True),
    ({"origin": OWN}, True),
    ({"origin": OWN, "sec-fetch-site": "same-origin"}, True),
    ({"sec-fetch-site": "same-origin"}, True),
    ({"sec-fetch-site": "none"}, True),
    ({"origin": EVIL}, False),
    ({"origin": EVIL, "sec-fetch-site": "same-origin"}, False),
    ({"origin": "null"}, False),
    ({"origin": ""}, False),
    ({"origin": "http://localhost:3001"}, False),
    ({"origin": f"{OWN}.evil.example"}, False),
    ({"origin": f"http://{HOST}@evil.example"}, False),
    ({"sec-fetch-site": "cross-site"}, False),
    ({"origin": OWN, "sec-fetch-site": "cross-site"}, False),
]


@pytest.mark.parametrize(("headers", "passes"), ORIGINS)
@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE", "PUT", "TRACE", "ANYTHING"])
async def test_what_another_site_starts_changes_nothing(
    build: Build, method: str, headers: dict[str, str], passes: bool
) -> None:
    answer = await ask(build(), method, "/api/tasks/0199", list(headers.items()))

    assert (answer.status != 403) is passes
    if not passes:
        assert answer.error == "foreign_origin"


@pytest.mark.parametrize(("headers", "passes"), ORIGINS)
async def test_a_websocket_opens_only_for_our_own_pages(build: Build, headers: dict[str, str], passes: bool) -> None:
    answer = await answered(build(), socket_scope(list(headers.items())))

    assert (answer.opening["type"] == "websocket.accept") is passes
    if not passes:
        assert answer.status == 403


async def test_a_refused_websocket_is_closed_where_it_cannot_be_answered(build: Build) -> None:
    answer = await answered(build(), socket_scope([("origin", EVIL)], can_answer=False))

    assert [message["type"] for message in answer.messages] == ["websocket.close"]


async def test_two_origins_are_one_too_many(build: Build) -> None:
    answer = await ask(build(), "POST", "/api/tasks", [("origin", OWN), ("origin", EVIL)])

    assert answer.status == 403


@pytest.mark.parametrize("headers", [{"origin": EVIL}, {"sec-fetch-site": "cross-site"}])
async def test_a_link_from_another_site_may_be_followed(build: Build, headers: dict[str, str]) -> None:
    answer = await ask(build(), "GET", "/sign-in", list(headers.items()))

    assert answer.status == 200


async def test_behind_a_proxy_the_public_address_is_the_own_origin(build: Build) -> None:
    public = build(taskchat_public_url=PUBLIC)
    host = ("host", "tasks.example.org")

    own = await ask(public, "POST", "/api/undo", [host, ("origin", PUBLIC)])
    without_tls = await ask(public, "POST", "/api/undo", [host, ("origin", "http://tasks.example.org")])

    assert (own.status, without_tls.status) == (401, 403)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "", "x/public?", "localhost/../x"]
)
@pytest.mark.parametrize("path", ["/", "/sign-in", "/health", "/api/tasks", "/assets/a.js"])
async def test_a_foreign_name_reaches_nothing(build: Build, host: str, path: str) -> None:
    answer = await ask(build(), "GET", path, [("host", host)])

    assert (answer.status, answer.error) == (421, "misdirected")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_foreign_name_opens_no_websocket(build: Build) -> None:
    answer = await answered(build(), socket_scope([("host", "evil.example"), ("origin", "http://evil.example")]))

    assert answer.status == 421


async def test_two_hosts_are_one_too_many(build: Build) -> None:
    answer = await ask(build(), "GET", "/health", [("host", HOST), ("host", "evil.example")])

    assert answer.status == 421


async def test_no_host_is_no_name_of_ours(build: Build) -> None:
    scope = socket_scope()
    scope["headers"] = []

    assert (await answered(build(), scope)).status == 421


async def test_a_refusal_leaves_one_line_without_line_breaks(build: Build, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "taskchat.security")

    await ask(build(), "POST", "/api/tasks", [("origin", "https://evil.example\r\nforged line")])

    (line,) = [record.getMessage() for record in caplog.records if record.name == "taskchat.security"]
    assert "refused_origin" in line and "evil.example" in line
    assert "\n" not in line and "\r" not in line


async def seen_by_the_rest(app_of: Build, scope: Scope, **settings: object) -> Scope:
    """The request as it reaches what stands behind the guards."""
    seen: list[Scope] = []

    async def watching(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)
        await rest(scope, receive, send)

    await answered(app_of(inner=watching, **settings), scope)
    return seen[0]


@pytest.mark.parametrize("host", ["192.168.1.20:3000", "[::1]:3000", HOST])
async def test_reflex_sees_an_origin_it_knows_by_whatever_address_it_is_reached(build: Build, host: str) -> None:
    scope = socket_scope([("host", host), ("origin", f"http://{host}")])

    seen = await seen_by_the_rest(build, scope)

    assert Headers(scope=seen).getlist("origin") == ["http://localhost:3000"]


async def test_behind_a_proxy_redirects_keep_to_https(build: Build) -> None:
    scope = http_scope("GET", "/nowhere", [("host", "tasks.example.org")])

    assert (await seen_by_the_rest(build, scope, taskchat_public_url=PUBLIC))["scheme"] == "https"


async def test_a_page_is_found_in_its_folder_without_a_detour(build: Build) -> None:
    assert (await seen_by_the_rest(build, http_scope("GET", "/sign-in?error=x")))["path"] == "/sign-in/"
