"""Signing in by the browser's own forms, and which page is whose."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.conftest import PASSWORD, Seats
from tests.web.conftest import OWN, Visit

ALICE = {"email": "alice@example.org", "password": PASSWORD}
LEADS_ELSEWHERE = [
    "//evil.example",
    "/\\evil.example",
    "///evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\r\nX-Forged: yes",
    "/api/auth/me",
    "evil.example",
    "",
]


def place(answer: httpx.Response) -> str:
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def told(answer: httpx.Response) -> dict[str, str]:
    """What the page learns from the address it is sent back to."""
    return {name: values[0] for name, values in parse_qs(urlsplit(place(answer)).query).items()}


async def test_a_form_goes_where_it_wanted_to(visit: Visit, seats: Seats) -> None:
    program = visit()

    answer = await program.post("/api/auth/sign-in", data={**ALICE, "next": "/?c=thr_1&view=today"})

    assert place(answer) == "/?c=thr_1&view=today"
    assert (await program.get("/api/auth/me")).status_code == 200


@pytest.mark.parametrize("target", LEADS_ELSEWHERE)
async def test_no_form_leads_to_another_server(visit: Visit, target: str) -> None:
    answer = await visit().post("/api/auth/guest", data={"next": target})
    refused = await visit().post("/api/auth/sign-in", data={"next": target, "email": "x", "password": "y"})
    out = await visit().post("/api/auth/sign-out", data={"next": target})

    assert place(answer) == "/"
    assert place(refused).startswith("/sign-in?") and "evil" not in place(refused)
    assert place(out) in {"/", "/sign-in"}
    assert "x-forged" not in answer.headers


async def test_a_wrong_password_comes_back_with_its_code_and_no_secret(visit: Visit, seats: Seats) -> None:
    sent = {"email": "alice@example.org", "password": "wrong-but-secret", "next": "/?view=done"}

    answer = await visit().post("/api/auth/sign-in", data=sent)

    assert told(answer) == {"error": "wrong_credentials", "mode": "sign-in", "next": "/?view=done"}
    assert place(answer).startswith("/sign-in?")
    assert "secret" not in place(answer) and "alice" not in place(answer)
    assert "set-cookie" not in answer.headers


async def test_a_wrong_field_is_named(visit: Visit) -> None:
    answer = await visit().post("/api/auth/sign-up", data={"email": "carol@example.org", "password": "short"})

    assert told(answer)["mode"] == "sign-up"
    assert told(answer)["field"] == "password"


async def test_who_has_to_wait_learns_how_long(visit: Visit) -> None:
    program = visit(taskchat_limit_sign_in=1)
    await program.post("/api/auth/sign-in", data={"email": "x", "password": "y"})

    answer = await program.post("/api/auth/sign-in", data={"email": "x", "password": "y"})

    assert told(answer)["error"] == "too_many"
    assert 1 <= int(told(answer)["wait"]) <= 60


async def test_a_form_comes_back_to_the_page_it_stands_on(visit: Visit) -> None:
    sent = {"email": "x", "password": "y"}

    settings = await visit().post("/api/auth/sign-up", data=sent, headers={"Referer": f"{OWN}/settings?x=1"})
    elsewhere = await visit().post("/api/auth/sign-up", data=sent, headers={"Referer": "http://evil.example/evil"})

    assert place(settings).startswith("/settings?error=")
    assert place(elsewhere).startswith("/sign-in?error=")


async def test_a_form_may_come_in_parts(visit: Visit, seats: Seats) -> None:
    parts = {name: (None, value) for name, value in ALICE.items()}

    assert place(await visit().post("/api/auth/sign-in", files=parts)) == "/"


async def test_a_form_with_a_file_or_endless_fields_is_no_sign_in(visit: Visit) -> None:
    with_file = await visit().post("/api/auth/sign-in", files={"email": ("x.txt", b"x")})
    endless = await visit().post("/api/auth/sign-in", data={f"f{n}": "x" for n in range(200)})

    assert (with_file.status_code, endless.status_code) == (400, 400)


async def test_signing_out_by_form_leads_to_the_door(visit: Visit, seats: Seats) -> None:
    program = visit()
    program.cookies.set("taskchat", seats.alice.token)

    answer = await program.post(
        "/api/auth/sign-out", content=b"", headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert place(answer) == "/sign-in"
    assert (await visit(seats.alice.token).get("/api/auth/me")).status_code == 401


async def test_a_guest_with_tasks_is_asked_before_signing_in_elsewhere(visit: Visit, seats: Seats) -> None:
    program = visit()
    await program.post("/api/auth/guest", data={})
    samples_only = await visit().post("/api/auth/sign-in", data=ALICE)
    task = (await program.post("/api/tasks", json={"title": "Mine"})).json()

    asked = await program.post("/api/auth/sign-in", data=ALICE)
    brought = await program.post("/api/auth/sign-in", data={**ALICE, "bring": "yes"})

    assert place(samples_only) == "/"
    assert told(asked)["error"] == "bring"
    assert "set-cookie" not in asked.headers
    assert place(brought) == "/"
    assert (await program.get(f"/api/tasks/{task['id']}")).status_code == 200


async def test_in_development_a_form_comes_back_to_the_front_end(visit: Visit) -> None:
    front = "http://localhost:3000"
    program = visit(url="http://localhost:8000", front=front)

    answer = await program.post("/api/auth/guest", data={"next": "/settings"}, headers={"Origin": front})

    assert place(answer) == f"{front}/settings"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/", "/sign-in"),
        ("/index.html", "/sign-in?next=%2Findex.html"),
        ("/?c=thr_1&view=today", "/sign-in?next=%2F%3Fc%3Dthr_1%26view%3Dtoday"),
        ("/settings", "/sign-in?next=%2Fsettings"),
        ("/settings/", "/sign-in?next=%2Fsettings%2F"),
        ("/insights", "/sign-in?next=%2Finsights"),
        ("/insights.html", "/sign-in?next=%2Finsights.html"),
    ],
)
async def test_a_page_needs_somebody(visit: Visit, seats: Seats, path: str, leads_to: str) -> None:
    nobody = await visit().get(path)
    stale = await visit().get(path, headers={"Cookie": "taskchat=old"})
    alice = await visit().get(path, headers={"Cookie": f"taskchat={seats.alice.token}"})

    assert place(nobody) == place(stale) == leads_to
    assert (alice.status_code, alice.headers["cache-control"]) == (200, "no-store")


async def test_the_door_is_for_those_outside(visit: Visit, seats: Seats) -> None:
    inside = {"Cookie": f"taskchat={seats.alice.token}"}

    assert (await visit().get("/sign-in")).status_code == 200
    assert place(await visit().get("/sign-in", headers=inside)) == "/"
    assert place(await visit().get("/sign-in?mode=sign-up", headers=inside)) == "/"


async def test_a_guest_may_come_back_to_the_door_to_get_an_account(visit: Visit) -> None:
    program = visit()
    await program.post("/api/auth/guest")

    assert place(await program.get("/sign-in")) == "/"
    assert (await program.get("/sign-in?mode=sign-up")).status_code == 200
    assert (await program.get("/sign-in?error=email_taken&mode=sign-up")).status_code == 200


async def test_each_visit_of_a_guest_renews_the_cookie(visit: Visit, seats: Seats) -> None:
    program = visit()
    token = (await program.post("/api/auth/guest")).json()["token"]

    visited = await program.get("/")
    account = await visit().get("/", headers={"Cookie": f"taskchat={seats.alice.token}"})

    assert visited.headers["set-cookie"].startswith(f"taskchat={token}; Max-Age={400 * 24 * 3600};")
    assert "set-cookie" not in account.headers


@pytest.mark.parametrize("path", ["/assets/a.js", "/favicon.ico", "/_event", "/ping", "/settingsx"])
async def test_files_need_nobody(visit: Visit, path: str) -> None:
    assert (await visit().get(path)).status_code == 200
