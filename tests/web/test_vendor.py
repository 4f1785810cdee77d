"""The page with the vendor's own chat: off unless wanted, for people only, and no other page is loosened by it."""

from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from taskchat.config import Settings
from taskchat.web.headers import SafeHeaders
from taskchat.web.site import Site
from taskchat.web.vendor import HOST, options
from tests.conftest import Seats
from tests.web.asgi import ask, rest
from tests.web.conftest import Visit

ON = {"taskchat_vendor_chat": True}
WAYS_TO_NAME_IT = ["/chatkit", "/chatkit/", "/chatkit.html", "/chatkit/index.html"]


def signed_in(seats: Seats) -> dict[str, str]:
    return {"Cookie": f"taskchat={seats.alice.token}"}


@pytest.mark.parametrize("path", WAYS_TO_NAME_IT)
async def test_the_page_is_not_there_unless_wanted(visit: Visit, seats: Seats, path: str) -> None:
    answer = await visit().get(path, headers=signed_in(seats))

    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")
    assert HOST not in answer.headers["content-security-policy"]


async def test_what_it_is_told_is_not_there_either(visit: Visit, seats: Seats) -> None:
    assert (await visit(seats.alice.token).get("/api/chatkit/options")).status_code == 404


@pytest.mark.parametrize("path", WAYS_TO_NAME_IT)
async def test_it_is_for_whoever_is_signed_in(visit: Visit, seats: Seats, path: str) -> None:
    nobody = await visit(**ON).get(f"{path}?c=thr_1")
    alice = await visit(**ON).get(path, headers=signed_in(seats))

    assert nobody.status_code == 303
    assert nobody.headers["location"] == f"/sign-in?next={path.replace('/', '%2F')}%3Fc%3Dthr_1"
    assert (alice.status_code, alice.headers["cache-control"]) == (200, "no-store")


async def test_it_is_told_what_the_vendor_wants_to_know(visit: Visit, seats: Seats) -> None:
    told = await visit(seats.alice.token, **ON, taskchat_vendor_key="domain_pk_1").get("/api/chatkit/options")

    assert told.json()["domainKey"] == "domain_pk_1"
    assert told.json()["script"].startswith(f"{HOST}/")


@pytest.mark.parametrize(("model", "says"), [("builtin", "Built-in."), ("gemini/g", "Gemini. Your messages")])
def test_it_never_says_that_nothing_leaves_this_server(model: str, says: str) -> None:
    told = options(Settings(_env_file=None, taskchat_model=model))["disclaimer"]  # pyright: ignore[reportCallIssue]

    assert told.startswith(says) and "OpenAI" in told
    assert "Nothing leaves" not in told


def directives(answer: httpx.Response) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))


@pytest.mark.parametrize("path", WAYS_TO_NAME_IT)
async def test_its_policy_lets_in_one_host_and_nothing_else(visit: Visit, seats: Seats, path: str) -> None:
    usual = directives(await visit().get("/", headers=signed_in(seats)))
    its = directives(await visit(**ON).get(path, headers=signed_in(seats)))

    assert its.pop("script-src") == f"{usual.pop('script-src')} {HOST}"
    assert (its.pop("frame-src"), usual.pop("frame-src")) == (HOST, "'none'")
    assert its == usual


@pytest.mark.parametrize(
    "path", ["/", "/settings", "/sign-in", "/chatkit/x", "/api/chatkit", "/assets/a.js", "/missing"]
)
async def test_no_other_answer_is_loosened_by_it(tmp_path: Path, path: str) -> None:
    def app(**settings: object) -> ASGIApp:
        return SafeHeaders(rest, Site(Settings(_env_file=None, **settings)), tmp_path)  # pyright: ignore

    without, with_it = await ask(app(), "GET", path), await ask(app(**ON), "GET", path)

    assert with_it.headers["content-security-policy"] == without.headers["content-security-policy"]
    assert "frame-src 'none'" in with_it.headers["content-security-policy"]
