"""Tasks over HTTP: each verb of section W, on both databases."""

from typing import Any

import httpx
import pytest

from taskchat.domain.task import Task
from tests.conftest import Seats
from tests.databases import emptied  # noqa: F401 - the wire is the same on both
from tests.web.conftest import Visit

World = dict[str, Task]


@pytest.fixture
def alices(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token)


def titles(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [task["title"] for task in answer.json()["tasks"]]


async def test_a_task_is_made_read_changed_and_gone(alices: httpx.AsyncClient) -> None:
    made = await alices.post("/api/tasks", json={"title": " Call mom ", "due": "2026-11-22T17:00", "tags": ["Home"]})
    address = made.headers["location"]
    read = await alices.get(address)
    changed = await alices.patch(address, json={"due": None, "priority": "HIGH"})
    deleted = await alices.delete(address)
    gone = await alices.get(address)

    assert made.status_code == 201
    assert made.json() == read.json()
    assert (made.json()["title"], made.json()["tags"]) == ("Call mom", ["home"])
    assert (made.json()["due"], made.json()["zone"]) == ("2026-11-22T17:00:00+01:00", "Europe/Berlin")
    assert (changed.json()["due"], changed.json()["priority"]) == (None, "high")
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert (gone.status_code, gone.json()["error"]["code"]) == (404, "not_found")


async def test_completing_reopening_and_restoring_show_the_task(alices: httpx.AsyncClient, world: World) -> None:
    address = f"/api/tasks/{world['milk'].id}"

    done = await alices.post(f"{address}/complete")
    again = await alices.post(f"{address}/complete")
    reopened = await alices.post(f"{address}/reopen")
    await alices.delete(address)
    restored = await alices.post(f"{address}/restore")

    assert done.json()["status"] == "done" and done.json()["completed"]
    assert again.json() == done.json()
    assert (reopened.json()["status"], reopened.json()["completed"]) == ("open", None)
    assert (restored.status_code, restored.json()["title"]) == (200, "Buy milk")


async def test_a_status_can_be_sent_like_any_field(alices: httpx.AsyncClient, world: World) -> None:
    address = f"/api/tasks/{world['milk'].id}"

    done = await alices.patch(address, json={"title": "Buy oat milk", "status": "done"})
    made_done = await alices.post("/api/tasks", json={"title": "Was done anyway", "status": "done"})
    undone = await alices.post("/api/undo")
    undone_before = await alices.post("/api/undo")

    assert (done.json()["title"], done.json()["status"]) == ("Buy oat milk", "done")
    assert (made_done.status_code, made_done.json()["status"]) == (201, "done")
    assert (undone.status_code, undone_before.status_code) == (200, 200)
    assert (await alices.get(address)).json()["title"] == "Buy milk"
    assert (await alices.get(address)).json()["status"] == "open"


async def test_a_task_that_was_read_can_be_sent_back_as_it_is(alices: httpx.AsyncClient, world: World) -> None:
    address = f"/api/tasks/{world['plants'].id}"
    read = (await alices.get(address)).json()
    kept = {name: value for name, value in read.items() if name not in {"id", "created", "updated", "completed"}}

    sent_back = await alices.patch(address, json=kept)

    assert sent_back.json() == read


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Pay rent", "Buy milk", "Water the plants", "Call the dentist", "Write the report"]),
        ("sort=-due&due=2026-11-21..2026-11-24", ["Call the dentist", "Water the plants", "Buy milk"]),
        ("due=overdue", ["Pay rent"]),
        ("due=today", ["Buy milk"]),
        ("due=none", ["Write the report"]),
        ("tag=home&tag=shop", ["Buy milk"]),
        ("priority=high&priority=low&sort=priority", ["Pay rent", "Write the report"]),
        ("list=Health", ["Call the dentist"]),
        ("list=&due=today", ["Buy milk"]),
        ("recurring=true", ["Water the plants"]),
        ("reminder=true", []),
        ("q=quarterly", ["Write the report"]),
        ("q=%25", []),
        ("status=done", []),
        ("status=all&sort=title&limit=2&offset=1", ["Call the dentist", "Pay rent"]),
        ("limit=1000", ["Pay rent", "Buy milk", "Water the plants", "Call the dentist", "Write the report"]),
        ("offset=500", []),
    ],
)
async def test_tasks_are_found(alices: httpx.AsyncClient, world: World, query: str, found: list[str]) -> None:
    assert titles(await alices.get(f"/api/tasks?{query}")) == found


async def test_the_total_counts_what_is_not_on_the_page(alices: httpx.AsyncClient, world: World) -> None:
    answer = await alices.get("/api/tasks?limit=2")

    assert (len(answer.json()["tasks"]), answer.json()["total"]) == (2, len(world))


async def test_tags_come_with_their_counts(alices: httpx.AsyncClient, world: World) -> None:
    answer = await alices.get("/api/tags")

    assert answer.json() == {"tags": [{"tag": "home", "count": 2}, {"tag": "shop", "count": 1}]}


async def test_an_undo_takes_back_the_latest_request(alices: httpx.AsyncClient, world: World) -> None:
    address = f"/api/tasks/{world['milk'].id}"
    await alices.delete(address)

    undone = await alices.post("/api/undo", json={})

    assert undone.json()["tasks"] == [world["milk"].id]
    assert (await alices.get(address)).status_code == 200


@pytest.mark.parametrize("sent", [{"group": 1}, {"force": "yes"}, {"color": "red"}, []])
async def test_an_undo_that_cannot_be_meant_is_refused(alices: httpx.AsyncClient, sent: Any) -> None:
    assert (await alices.post("/api/undo", json=sent)).status_code == 400


@pytest.mark.parametrize("group", ["nowhere", "x" * 5000, "", "a/b", "\x00"])
async def test_an_undo_of_nothing_is_not_found(alices: httpx.AsyncClient, group: str) -> None:
    answer = await alices.post("/api/undo", json={"group": group})

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "   \u202e "}, "title"),
        ({"title": "x" * 256}, "title"),
        ({"title": "x", "description": "y" * 5001}, "description"),
        ({"title": "x", "tags": ["y"] * 1 + [str(n) for n in range(21)]}, "tags"),
        ({"title": "x", "tags": ["y" * 51]}, "tags"),
        ({"title": "x", "due": "2016-01-01"}, "due"),
        ({"title": "x", "due": "2026-02-30"}, "due"),
        ({"title": "x", "rrule": "FREQ=SECONDLY"}, "rrule"),
        ({"title": "x", "rrule": "nonsense"}, "rrule"),
        ({"title": "x", "reminder_minutes": -1}, "reminder_minutes"),
        ({"title": "x", "estimate_minutes": 10**30}, "estimate_minutes"),
        ({"title": "x", "owner": "bob"}, "owner"),
    ],
)
async def test_what_a_task_cannot_hold_is_refused_by_name(
    alices: httpx.AsyncClient, sent: dict[str, Any], field: str
) -> None:
    answer = await alices.post("/api/tasks", json=sent)

    assert answer.status_code == 400
    assert answer.json()["error"]["field"] == field
    assert (await alices.get("/api/tasks")).json()["total"] == 0


async def test_a_foreign_parent_is_as_unknown_as_none(
    visit: Visit, seats: Seats, world: World, alices: httpx.AsyncClient
) -> None:
    bobs = visit(seats.bob.token)

    foreign = await bobs.post("/api/tasks", json={"title": "x", "parent_id": world["milk"].id})
    unknown = await bobs.post("/api/tasks", json={"title": "x", "parent_id": "nowhere"})

    assert (foreign.status_code, foreign.json()) == (unknown.status_code, unknown.json())
    assert foreign.status_code in {400, 404}


@pytest.mark.parametrize("task_id", ["nowhere", "x" * 300, "%00", "a%0Ab", "%F0%9F%92%A9", "1'%20OR%20'1'='1"])
async def test_an_id_that_cannot_be_one_is_not_found(alices: httpx.AsyncClient, task_id: str) -> None:
    answers = [await alices.get(f"/api/tasks/{task_id}"), await alices.post(f"/api/tasks/{task_id}/complete")]

    assert [answer.status_code for answer in answers] == [404, 404]
