"""Repeating tasks over HTTP: the fields of the wire, completing, skipping, changing one time alone."""

from typing import Any

import httpx
import pytest

from taskchat.domain.task import Task
from tests.conftest import Seats
from tests.web.conftest import Visit

RENT = {"title": "Pay rent", "due": "2027-01-31", "start": "2027-01-28", "rrule": "freq=monthly"}


@pytest.fixture
def alices(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token)


async def made(alices: httpx.AsyncClient, **more: Any) -> str:
    answer = await alices.post("/api/tasks", json=RENT | more)
    assert answer.status_code == 201, answer.text
    return answer.headers["location"]


async def listed(alices: httpx.AsyncClient, status: str = "open") -> list[dict[str, Any]]:
    return (await alices.get("/api/tasks", params={"status": status, "recurring": "true"})).json()["tasks"]


async def test_completing_shows_the_next_one_in_the_list(alices: httpx.AsyncClient) -> None:
    address = await made(alices)

    done = await alices.post(f"{address}/complete")
    await alices.post(f"{address}/complete")
    await alices.post(f"{address}/reopen")
    await alices.patch(address, json={"status": "done"})

    [following] = await listed(alices)
    assert (done.json()["status"], done.json()["rrule"]) == ("done", "FREQ=MONTHLY;BYMONTHDAY=31")
    assert (following["due"], following["start"]) == ("2027-02-28", "2027-02-25")
    assert following["rrule"] == done.json()["rrule"]
    assert len(await listed(alices, "all")) == 2


async def test_undo_takes_the_next_one_back(alices: httpx.AsyncClient) -> None:
    address = await made(alices)
    await alices.post(f"{address}/complete")

    await alices.post("/api/undo")

    assert [task["due"] for task in await listed(alices, "all")] == ["2027-01-31"]
    assert (await alices.get(address)).json()["status"] == "open"


async def test_a_rule_is_changed_and_erased_like_any_field(alices: httpx.AsyncClient) -> None:
    address = await made(alices, after_completion=True)

    weekly = (await alices.patch(address, json={"rrule": "FREQ=WEEKLY;BYDAY=MO", "after_completion": False})).json()
    untouched = (await alices.patch(address, json={"title": "Rent"})).json()
    once = (await alices.patch(address, json={"rrule": None, "after_completion": None})).json()

    assert (weekly["rrule"], weekly["after_completion"]) == ("FREQ=WEEKLY;BYDAY=MO", False)
    assert untouched["rrule"] == weekly["rrule"]
    assert (once["rrule"], once["after_completion"]) == (None, False)


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ({"rrule": "FREQ=HOURLY"}, "A task can repeat daily at most, not by the hour."),
        ({"rrule": "FREQ=DAILY;INTERVAL=366"}, "Repeat every 1 to 365 days, weeks, months or years."),
        ({"rrule": "FREQ=DAILY;COUNT=1001"}, "A repeating task can end after 1 to 1,000 times."),
        ({"rrule": "FREQ=DAILY;UNTIL=20270130"}, "This repeating task would end before it starts."),
        ({"rrule": 7}, "“rrule” must be text."),
    ],
)
async def test_a_rule_beyond_the_bounds_is_refused_made_or_changed(
    alices: httpx.AsyncClient, sent: dict[str, Any], answer: str
) -> None:
    address = await made(alices)

    for refused in (await alices.post("/api/tasks", json=RENT | sent), await alices.patch(address, json=sent)):
        assert refused.status_code == 400
        assert refused.json()["error"] == {"code": "invalid", "message": answer, "field": "rrule"}


async def test_a_time_is_skipped_and_undone(alices: httpx.AsyncClient) -> None:
    address = await made(alices)

    skipped = await alices.post(f"{address}/skip")
    undone = await alices.post("/api/undo")

    assert (skipped.status_code, skipped.json()["due"], skipped.json()["status"]) == (200, "2027-02-28", "open")
    assert undone.json()["words"] == "Took it back: “Pay rent” is back on its day."
    assert [task["due"] for task in await listed(alices, "all")] == ["2027-01-31"]


async def test_what_does_not_repeat_cannot_be_skipped(alices: httpx.AsyncClient, world: dict[str, Task]) -> None:
    address = f"/api/tasks/{world['milk'].id}"

    for refused in (await alices.post(f"{address}/skip"), await alices.patch(f"{address}?only=this", json={})):
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "not_repeating")
    assert (await alices.post("/api/tasks/unknown/skip")).status_code == 404


async def test_one_time_is_changed_alone(alices: httpx.AsyncClient) -> None:
    address = await made(alices)

    alone = await alices.patch(f"{address}?only=this", json={"due": "2027-02-01"})
    wrong = await alices.patch(f"{address}?only=that", json={})

    assert (alone.json()["due"], alone.json()["rrule"]) == ("2027-02-01", None)
    assert [task["due"] for task in await listed(alices)] == ["2027-02-28"]
    assert (wrong.status_code, wrong.json()["error"]["field"]) == (400, "only")
