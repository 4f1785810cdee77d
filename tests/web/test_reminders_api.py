"""Reminders and devices over HTTP: what the service worker calls while no page is open."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import httpx
import pytest

from taskchat.domain.task import By, Draft, Due, Status
from taskchat.push import Push, close_push, open_push
from taskchat.services import reminders, tasks
from tests.conftest import Seats
from tests.push_service import Browser, PushService
from tests.web.conftest import OWN, Visit
from tests.world import BERLIN

BY = By("deed")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    with PushService(tmp_path_factory.mktemp("push")).running() as running:
        yield running


@pytest.fixture
def out(service: PushService, tmp_path: Path) -> Iterator[Push]:
    service.sent.clear()
    service.answers.clear()
    yield open_push(tmp_path, "mailto:me@example.org", service.way())
    close_push()


@pytest.fixture
def alices(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token)


@pytest.fixture
def told(seats: Seats, now: datetime) -> str:
    """The group of what she was just told; the task is due an hour from now."""
    alice, due = seats.alice.seat.person, Due.moment(date(2026, 11, 21), time(12), BERLIN)
    tasks.create(alice, Draft(title="Buy milk", due=due, reminder_minutes=60), by=BY, now=now - timedelta(hours=1))
    reminders.tell_due(now=now)
    return reminders.inbox(alice)[0].group


async def test_the_inbox_shows_what_was_told(alices: httpx.AsyncClient, told: str) -> None:
    inbox = (await alices.get("/api/reminders")).json()
    await alices.post("/api/reminders/read")
    read = (await alices.get("/api/reminders")).json()

    assert [(one["group"], one["task"]["title"], one["read"]) for one in inbox["reminders"]] == [
        (told, "Buy milk", False)
    ]
    assert (inbox["unread"], read["unread"], len(read["reminders"])) == (1, 0, 1)


async def test_done_works_without_a_page(alices: httpx.AsyncClient, seats: Seats, told: str) -> None:
    done = await alices.post("/api/reminders/done", json={"ids": [told]})
    again = await alices.post("/api/reminders/done", json={"ids": [told]})

    assert [task["status"] for task in done.json()["tasks"]] == ["done"]
    assert (again.status_code, again.json()) == (200, {"tasks": []})
    assert tasks.get(seats.alice.seat.person, done.json()["tasks"][0]["id"]).status is Status.DONE


@pytest.mark.parametrize(
    ("said", "until"), [({"minutes": 10}, "2026-11-21T10:10"), ({"until": "morning"}, "2026-11-22T08:00")]
)
async def test_snooze_works_without_a_page(
    alices: httpx.AsyncClient, told: str, said: dict[str, object], until: str
) -> None:
    put_off = await alices.post("/api/reminders/snooze", json={"ids": [told], **said})

    assert put_off.json()["until"].startswith(until)
    assert (await alices.get("/api/reminders")).json()["reminders"] == []


async def test_another_person_settles_nothing(visit: Visit, seats: Seats, told: str) -> None:
    bobs = visit(seats.bob.token)
    await bobs.post("/api/reminders/done", json={"ids": [told]})
    await bobs.post("/api/reminders/snooze", json={"ids": [told], "minutes": 10})

    assert len(reminders.inbox(seats.alice.seat.person)) == 1


@pytest.mark.parametrize("verb", ["done", "snooze", "read"])
async def test_another_site_settles_nothing(visit: Visit, seats: Seats, told: str, verb: str) -> None:
    """The cookie goes along with what a page of another site sends; its Origin tells."""
    browser = visit()
    browser.cookies.set("taskchat", seats.alice.token)
    sent = await browser.post(
        f"/api/reminders/{verb}", json={"ids": [told], "minutes": 10}, headers={"Origin": "https://evil.example"}
    )
    own = await browser.post("/api/reminders/read", headers={"Origin": OWN})

    assert (sent.status_code, own.status_code) == (403, 204)
    assert len(reminders.inbox(seats.alice.seat.person)) == 1


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("done", {}),
        ("done", {"ids": "all"}),
        ("done", {"ids": [1]}),
        ("done", {"ids": ["../x"]}),
        ("done", {"ids": ["0"] * 101}),
        ("done", {"ids": ["0"], "minutes": 5}),
        ("snooze", {"ids": ["0"]}),
        ("snooze", {"ids": ["0"], "minutes": 0}),
        ("snooze", {"ids": ["0"], "minutes": True}),
        ("snooze", {"ids": ["0"], "minutes": 5, "until": "morning"}),
    ],
)
async def test_what_cannot_be_read_is_refused(alices: httpx.AsyncClient, path: str, sent: dict[str, object]) -> None:
    assert (await alices.post(f"/api/reminders/{path}", json=sent)).status_code == 400


async def test_a_browser_subscribes_is_tested_and_unsubscribes(
    alices: httpx.AsyncClient, seats: Seats, out: Push, service: PushService
) -> None:
    phone = Browser("phone")

    key = (await alices.get("/api/push/key")).json()["key"]
    made = await alices.post("/api/push/subscriptions", json={**phone.subscription(), "name": "Firefox on Linux"})
    listed = (await alices.get("/api/push/subscriptions")).json()
    tested = (await alices.post("/api/push/test")).json()
    gone = await alices.request("DELETE", "/api/push/subscriptions", json={"endpoint": phone.endpoint})

    assert key == out.public_key
    assert (made.status_code, made.json()) == (201, {**listed["devices"][0], "session": listed["session"]})
    assert listed["devices"][0]["name"] == "Firefox on Linux"
    assert phone.endpoint not in str(listed) and seats.alice.token not in str(listed)
    assert listed["devices"][0]["address"] == hashlib.sha256(phone.endpoint.encode()).hexdigest()
    assert tested == {"sent": 1, "devices": 1}
    assert phone.opened(service.sent[0].body)["title"] == "TaskChat"
    assert gone.status_code == 204
    assert (await alices.get("/api/push/subscriptions")).json()["devices"] == []


async def test_a_device_that_is_gone_is_forgotten_by_the_test(
    alices: httpx.AsyncClient, out: Push, service: PushService
) -> None:
    service.answers["phone"] = 410
    made = await alices.post("/api/push/subscriptions", json=Browser("phone").subscription())

    assert (await alices.post("/api/push/test")).json() == {"sent": 0, "devices": 1}
    assert (await alices.delete(f"/api/push/subscriptions/{made.json()['id']}")).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"endpoint": "https://fcm.googleapis.com/x"},
        {"endpoint": "https://fcm.googleapis.com/x", "keys": []},
        {"endpoint": "https://fcm.googleapis.com/x", "keys": {"p256dh": 1, "auth": 2}},
        {**Browser("phone").subscription(), "endpoint": "https://127.0.0.1/x"},
        {**Browser("phone").subscription(), "name": 5},
    ],
)
async def test_what_is_no_subscription_is_refused(alices: httpx.AsyncClient, sent: dict[str, object]) -> None:
    assert (await alices.post("/api/push/subscriptions", json=sent)).status_code == 400
