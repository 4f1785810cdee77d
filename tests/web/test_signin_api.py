"""Accounts over HTTP, as programs see them: JSON in, JSON and a cookie out."""

import logging

import httpx
import pytest

from tests.conftest import PASSWORD, Seats
from tests.web.conftest import Visit

EMAIL = "carol@example.org"
CAROL = {"email": EMAIL, "password": PASSWORD}


def attributes(answer: httpx.Response) -> dict[str, str]:
    """The session cookie as it was set: its name, value and attributes."""
    (line,) = answer.headers.get_list("set-cookie")
    return {name.strip(): value for name, _, value in (part.partition("=") for part in line.split(";"))}


async def test_signing_up_signs_in_at_once(visit: Visit) -> None:
    program = visit()

    made = await program.post("/api/auth/sign-up", json={**CAROL, "timezone": "Asia/Tokyo", "clock_24": False})
    me = await program.get("/api/auth/me")

    assert made.status_code == 201
    assert made.json()["user"] == me.json()["user"]
    assert {**me.json()["user"], "id": ""} == {"id": "", "email": EMAIL, "guest": False, "timezone": "Asia/Tokyo"}
    cookie = attributes(made)
    assert cookie["taskchat"] == made.json()["token"] and len(cookie["taskchat"]) >= 43
    assert (cookie["Max-Age"], cookie["Path"], cookie["SameSite"]) == (str(7 * 24 * 3600), "/", "Lax")
    assert "HttpOnly" in cookie and "Secure" not in cookie and "Domain" not in cookie


async def test_on_https_the_cookie_is_bound_to_the_host(visit: Visit) -> None:
    program = visit(url="https://tasks.example.org", taskchat_public_url="https://tasks.example.org")

    made = await program.post("/api/auth/sign-up", json=CAROL)

    cookie = attributes(made)
    assert cookie["__Host-taskchat"] == made.json()["token"]
    assert "Secure" in cookie and cookie["Path"] == "/" and "Domain" not in cookie
    assert (await program.get("/api/auth/me")).status_code == 200


async def test_an_address_that_is_taken_is_told(visit: Visit) -> None:
    await visit().post("/api/auth/sign-up", json=CAROL)

    again = await visit().post("/api/auth/sign-up", json={**CAROL, "email": EMAIL.upper()})

    assert (again.status_code, again.json()["error"]["code"]) == (409, "email_taken")
    assert "set-cookie" not in again.headers


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"password": PASSWORD}, "email"),
        ({"email": EMAIL}, "password"),
        ({"email": "", "password": PASSWORD}, "email"),
        ({"email": None, "password": PASSWORD}, "email"),
        ({"email": "nobody", "password": PASSWORD}, "email"),
        ({"email": 7, "password": PASSWORD}, "email"),
        ({"email": EMAIL, "password": ["x"]}, "password"),
        ({"email": EMAIL, "password": "short"}, "password"),
        ({"email": EMAIL, "password": "x" * 129}, "password"),
        ({"email": EMAIL, "password": EMAIL}, "password"),
        ({**CAROL, "timezone": "Mars/Olympus"}, "timezone"),
        ({**CAROL, "first_weekday": 9}, "first_weekday"),
        ({**CAROL, "is_admin": True}, "is_admin"),
        ({**CAROL, "id": "me"}, "id"),
    ],
)
async def test_what_makes_no_account_is_refused_by_name(visit: Visit, sent: dict[str, object], field: str) -> None:
    answer = await visit().post("/api/auth/sign-up", json=sent)

    assert (answer.status_code, answer.json()["error"]["field"]) == (400, field)
    assert "set-cookie" not in answer.headers


async def test_the_shortest_password_is_configured(visit: Visit) -> None:
    sent = {"email": EMAIL, "password": "wobbly12"}

    assert (await visit().post("/api/auth/sign-up", json=sent)).status_code == 400
    assert (await visit(taskchat_password_min=8).post("/api/auth/sign-up", json=sent)).status_code == 201


@pytest.mark.parametrize("setting", ["closed", "invite"])
async def test_a_closed_door_makes_no_account(visit: Visit, setting: str) -> None:
    answer = await visit(taskchat_sign_up=setting).post("/api/auth/sign-up", json=CAROL)

    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "sign_up_closed")


async def test_signing_in_gives_a_session_of_its_own(visit: Visit, seats: Seats) -> None:
    program = visit()

    answer = await program.post("/api/auth/sign-in", json={"email": "ALICE@example.org", "password": PASSWORD})

    assert answer.status_code == 200
    assert answer.json()["token"] not in {seats.alice.token, ""}
    assert (await program.get("/api/auth/me")).json()["user"]["id"] == seats.alice.seat.person.id


async def test_an_unknown_address_and_a_wrong_password_are_told_apart_by_nobody(visit: Visit, seats: Seats) -> None:
    wrong = await visit().post("/api/auth/sign-in", json={"email": "alice@example.org", "password": PASSWORD + "!"})
    unknown = await visit().post("/api/auth/sign-in", json={"email": "zoe@example.org", "password": PASSWORD})

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.content == unknown.content
    assert set(wrong.headers) == set(unknown.headers)


async def test_signing_out_ends_the_session_and_can_be_repeated(visit: Visit, seats: Seats) -> None:
    program = visit(seats.alice.token)

    first, second = await program.post("/api/auth/sign-out"), await program.post("/api/auth/sign-out")

    assert (first.status_code, second.status_code) == (204, 204)
    assert (attributes(first)["taskchat"], attributes(first)["Max-Age"]) == ("", "0")
    assert (await program.get("/api/auth/me")).status_code == 401
    assert (await visit(seats.bob.token).get("/api/auth/me")).status_code == 200


async def test_a_guest_sits_down_with_samples_and_a_long_session(visit: Visit) -> None:
    program = visit()

    answer = await program.post("/api/auth/guest", json={"timezone": "Europe/Berlin"})

    assert answer.status_code == 201
    assert (answer.json()["user"]["guest"], answer.json()["user"]["email"]) == (True, None)
    assert attributes(answer)["Max-Age"] == str(400 * 24 * 3600)
    assert (await program.get("/api/tasks?status=all")).json()["total"] == 5


async def test_guests_are_off_once_the_server_is_open(visit: Visit) -> None:
    refused = await visit(host="0.0.0.0").post("/api/auth/guest")

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "no_guests")
    assert (await visit(host="0.0.0.0", taskchat_guests=True).post("/api/auth/guest")).status_code == 201
    assert (await visit(taskchat_guests=False).post("/api/auth/guest")).status_code == 403


async def test_a_guest_who_signs_up_keeps_everything_under_a_new_session(visit: Visit) -> None:
    program = visit()
    guest = (await program.post("/api/auth/guest")).json()
    task = (await program.post("/api/tasks", json={"title": "Mine"})).json()

    made = (await program.post("/api/auth/sign-up", json=CAROL)).json()

    assert made["user"]["id"] == guest["user"]["id"]
    assert made["token"] != guest["token"]
    assert (await program.get(f"/api/tasks/{task['id']}")).status_code == 200
    assert (await visit(guest["token"]).get("/api/auth/me")).status_code == 401


async def test_a_guest_may_leave_everything_behind_when_signing_up(visit: Visit) -> None:
    program = visit()
    guest = (await program.post("/api/auth/guest")).json()

    made = (await program.post("/api/auth/sign-up", json={**CAROL, "guest": False})).json()

    assert made["user"]["id"] != guest["user"]["id"]


@pytest.mark.parametrize(("bring", "comes"), [(True, True), (False, False), (None, False)])
async def test_a_guest_who_signs_in_elsewhere_brings_the_tasks_when_told_to(
    visit: Visit, seats: Seats, bring: bool | None, comes: bool
) -> None:
    program = visit()
    await program.post("/api/auth/guest")
    task = (await program.post("/api/tasks", json={"title": "Mine"})).json()

    answer = await program.post(
        "/api/auth/sign-in", json={"email": "alice@example.org", "password": PASSWORD, "bring": bring}
    )

    assert answer.status_code == 200
    assert ((await program.get(f"/api/tasks/{task['id']}")).status_code == 200) is comes


async def test_a_wrong_password_brings_nothing(visit: Visit, seats: Seats) -> None:
    program = visit()
    await program.post("/api/auth/guest")
    task = (await program.post("/api/tasks", json={"title": "Mine"})).json()

    wrong = {"email": "alice@example.org", "password": PASSWORD + "!", "bring": True}
    answer = await program.post("/api/auth/sign-in", json=wrong)

    assert answer.status_code == 401
    assert (await program.get(f"/api/tasks/{task['id']}")).status_code == 200
    assert (await visit(seats.alice.token).get("/api/tasks?status=all")).json()["total"] == 0


async def test_one_address_knocks_only_so_often(visit: Visit) -> None:
    program = visit(taskchat_limit_sign_in=2, taskchat_limit_sign_up=2)
    wrong = {"email": "zoe@example.org", "password": "x" * 12}

    answers = [await program.post("/api/auth/sign-in", json=wrong) for _ in range(3)]
    sign_ups = [await program.post("/api/auth/sign-up", json={"email": "x"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert [answer.status_code for answer in sign_ups] == [400, 400, 429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert answers[-1].json()["error"]["resets_at"]


async def test_a_stranger_cannot_choose_the_address_that_is_counted(visit: Visit) -> None:
    program = visit(taskchat_limit_sign_up=1)

    answers = [
        await program.post("/api/auth/sign-up", json={}, headers={"X-Forwarded-For": f"192.0.2.{n}"}) for n in range(2)
    ]

    assert [answer.status_code for answer in answers] == [400, 429]


async def test_each_client_behind_a_trusted_proxy_is_counted_for_itself(visit: Visit) -> None:
    program = visit(taskchat_limit_sign_up=1, taskchat_proxy_hops=1)

    answers = [
        await program.post("/api/auth/sign-up", json={}, headers={"X-Forwarded-For": f"6.6.6.6, 192.0.2.{n}"})
        for n in range(2)
    ]

    assert [answer.status_code for answer in answers] == [400, 400]


@pytest.mark.parametrize(
    ("settings", "hidden"),
    [
        ({}, set()),
        ({"taskchat_guests": False}, {"guest"}),
        ({"host": "0.0.0.0"}, {"guest"}),
        ({"taskchat_sign_up": "invite"}, {"sign-up"}),
        ({"taskchat_guests": False, "taskchat_sign_up": "closed"}, {"guest", "sign-up"}),
    ],
)
async def test_the_page_hides_what_is_switched_off(visit: Visit, settings: dict[str, object], hidden: set[str]) -> None:
    sheet = await visit(**settings).get("/api/auth/closed.css")

    assert sheet.headers["content-type"].startswith("text/css")
    assert sheet.headers["cache-control"] == "no-store"
    assert {way for way in ("guest", "sign-up") if f'[data-way="{way}"] {{ display: none' in sheet.text} == hidden
    assert ('[data-way="invited"] { display: block' in sheet.text) == ("sign-up" in hidden)


async def test_the_log_knows_who_came_and_who_was_refused_but_no_secret(
    visit: Visit, seats: Seats, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    program = visit()

    await program.post("/api/auth/sign-in", json={"email": "alice@example.org", "password": "Tr0ub4dor-secret"})
    right = await program.post("/api/auth/sign-in", json={"email": "alice@example.org", "password": PASSWORD})
    await program.post("/api/auth/sign-out")

    lines = [record.getMessage() for record in caplog.records if record.name == "taskchat.security"]
    assert [line.split()[0] for line in lines] == ["sign-in_refused", "sign-in_done", "sign-out_done"]
    assert f"user={seats.alice.seat.person.id}" in lines[1]
    assert all("address=127.0.0.1" in line for line in lines)
    for secret in ("Tr0ub4dor-secret", PASSWORD, right.json()["token"], "alice@example.org"):
        assert secret not in caplog.text
