"""U-03: what stands on every answer."""

import base64
import hashlib
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from taskchat.config import Settings
from taskchat.web.headers import SafeHeaders, inline_hashes
from taskchat.web.site import Site
from tests.web.asgi import answered, ask, http_scope, rest, socket_scope

SCRIPT = "start()\n// two lines"
PAGE = (
    f"<!doctype html><script>{SCRIPT}</script><script src='/assets/a.js'></script><script type=module>x&lt;y</script>"
)


def sha256(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "settings").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "settings" / "index.html").write_text(PAGE.replace("start()", "settings()"), newline="\r\n")
    return tmp_path


def app(pages: Path, **settings: object) -> ASGIApp:
    return SafeHeaders(rest, Site(Settings(_env_file=None, **settings)), pages)  # pyright: ignore


def test_every_inline_script_of_every_page_is_known_by_its_hash(pages: Path) -> None:
    expected = {SCRIPT, SCRIPT.replace("start()", "settings()"), "x&lt;y"}

    assert set(inline_hashes(pages)) == {sha256(script) for script in expected}


def test_without_a_build_there_are_no_hashes(tmp_path: Path) -> None:
    assert inline_hashes(tmp_path / "nowhere") == ()


async def test_a_page_allows_its_own_scripts_and_nothing_evaluated(pages: Path) -> None:
    answer = await ask(app(pages), "GET", "/")

    directives = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert directives["script-src"].split() == ["'self'", *(f"'{h}'" for h in inline_hashes(pages))]
    assert directives["img-src"] == "'self' data:"
    assert directives["worker-src"] == directives["manifest-src"] == "'self'"
    assert directives["object-src"] == directives["base-uri"] == directives["frame-ancestors"] == "'none'"
    assert directives["connect-src"] == "'self' ws://localhost:3000"


@pytest.mark.parametrize("path", ["/", "/assets/a-1.js", "/favicon.ico", "/missing", "/api/tasks"])
async def test_every_answer_carries_the_headers(pages: Path, path: str) -> None:
    answer = await ask(app(pages), "GET", path)

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe-eval" not in answer.headers["content-security-policy"]
    assert "strict-transport-security" not in answer.headers


async def test_only_pages_carry_the_hashes(pages: Path) -> None:
    answer = await ask(app(pages), "GET", "/assets/a-1.js")

    assert "sha256" not in answer.headers["content-security-policy"]


async def test_a_refused_websocket_carries_them_too(pages: Path) -> None:
    async def refusing(scope: dict, receive: object, send: object) -> None:  # type: ignore[type-arg]
        await send({"type": "websocket.http.response.start", "status": 403, "headers": []})  # type: ignore[operator]

    wrapped = SafeHeaders(refusing, Site(Settings(_env_file=None)), pages)  # pyright: ignore

    assert (await answered(wrapped, socket_scope())).headers["x-content-type-options"] == "nosniff"


async def test_https_is_kept_to_and_the_socket_named(pages: Path) -> None:
    behind_a_proxy = app(pages, taskchat_public_url="https://tasks.example.org")

    answer = await ask(behind_a_proxy, "GET", "/", [("host", "tasks.example.org")])

    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "connect-src 'self' wss://tasks.example.org;" in answer.headers["content-security-policy"]


async def test_a_foreign_host_is_never_repeated_in_the_policy(pages: Path) -> None:
    answer = await ask(app(pages), "GET", "/", [("host", "evil.example; script-src *")])

    assert "evil" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "no-store"),
        ("/settings", "no-store"),
        ("/api/tasks", "no-store"),
        ("/health", "no-store"),
        ("/assets/index-Dfwd_-i3.js", "public, max-age=31536000, immutable"),
        ("/assets/missing.js", "no-store"),
        ("/moved", "no-store"),
        ("/fonts/instrument.woff2", "public, max-age=604800"),
        ("/favicon.ico", "no-cache"),
        ("/sw.js", "no-cache"),
    ],
)
async def test_a_browser_keeps_files_named_by_hash_and_no_page(pages: Path, path: str, kept: str) -> None:
    assert (await ask(app(pages), "GET", path)).headers["cache-control"] == kept


async def test_an_answer_that_knows_better_keeps_its_own_caching(pages: Path) -> None:
    async def streaming(scope: dict, receive: object, send: object) -> None:  # type: ignore[type-arg]
        headers = [(b"cache-control", b"no-cache, no-store")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})  # type: ignore[operator]

    wrapped = SafeHeaders(streaming, Site(Settings(_env_file=None)), pages)  # pyright: ignore

    answer = await answered(wrapped, http_scope("POST", "/api/chatkit"))

    assert answer.headers.getlist("cache-control") == ["no-cache, no-store"]
