"""POST /api/tasks/bulk: many tasks in one request, all of them or none."""

from typing import Any

import httpx
import pytest

from taskchat.domain.task import Task
from tests.conftest import Seats
from tests.web.conftest import Visit

World = dict[str, Task]
BULK = "/api/tasks/bulk"


@pytest.fixture
def alices(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token)


async def test_one_request_changes_several_and_one_undo_takes_it_back(alices: httpx.AsyncClient, world: World) -> None:
    ids = [world["milk"].id, world["dentist"].id]
    changes = {"day": "2026-12-24", "priority": "high", "add_tags": ["Soon"], "list": "Errands"}

    done = await alices.post(BULK, json={"ids": ids, "action": "edit", "changes": changes})
    undone = await alices.post("/api/undo", json={"group": done.json()["undo"]})
    back = await alices.get(f"/api/tasks/{ids[0]}")

    told = [(task["due"], task["priority"], task["tags"], task["list"]) for task in done.json()["tasks"]]
    assert done.status_code == 200 and done.json()["total"] == 2
    assert told == [
        ("2026-12-24T17:00:00+01:00", "high", ["home", "shop", "soon"], "Errands"),
        ("2026-12-24T09:00:00+01:00", "high", ["soon"], "Errands"),
    ]
    assert undone.json()["words"].startswith("Took it back")
    assert (back.json()["due"], back.json()["list"]) == ("2026-11-21T17:00:00+01:00", None)


async def test_what_is_done_already_is_no_change(alices: httpx.AsyncClient, world: World) -> None:
    asked = {"ids": [task.id for task in world.values()], "action": "complete"}

    first, second = await alices.post(BULK, json=asked), await alices.post(BULK, json=asked)

    assert (first.json()["total"], second.json()) == (5, {"tasks": [], "total": 0, "undo": None})


async def test_all_or_nothing_says_what_is_wrong_with_which(
    alices: httpx.AsyncClient, seats: Seats, visit: Visit, world: World
) -> None:
    full = await alices.post("/api/tasks", json={"title": "Full", "tags": [f"tag {n}" for n in range(20)]})
    theirs = await visit(seats.bob.token).post("/api/tasks", json={"title": "Secret"})
    ids = [world["milk"].id, full.json()["id"], theirs.json()["id"]]

    answer = await alices.post(BULK, json={"ids": ids, "action": "edit", "changes": {"add_tags": ["more"]}})

    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (409, "not_all")
    assert [(one["id"], one["code"]) for one in error["tasks"]] == [(ids[1], "invalid"), (ids[2], "not_found")]
    assert (await alices.get(f"/api/tasks/{ids[0]}")).json()["tags"] == ["home", "shop"]


async def test_an_id_that_could_be_nobodys_is_not_found(alices: httpx.AsyncClient, world: World) -> None:
    answer = await alices.post(BULK, json={"ids": [world["milk"].id, "no/such id"], "action": "delete"})

    assert (answer.status_code, answer.json()["error"]["tasks"][0]["id"]) == (409, "no/such id")
    assert (await alices.get(f"/api/tasks/{world['milk'].id}")).status_code == 200


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"ids": [], "action": "complete"}, "ids"),
        ({"ids": "all", "action": "complete"}, "ids"),
        ({"ids": [1], "action": "complete"}, "ids"),
        ({"ids": [str(n) for n in range(10_001)], "action": "complete"}, "ids"),
        ({"ids": ["x"], "action": "explode"}, "action"),
        ({"ids": ["x"]}, "action"),
        ({"ids": ["x"], "action": "edit"}, "action"),
        ({"ids": ["x"], "action": "delete", "changes": {"list": "Home"}}, "changes"),
        ({"ids": ["x"], "action": "edit", "changes": {"title": "all the same"}}, "title"),
        ({"ids": ["x"], "action": "edit", "changes": {"colour": "red"}}, "colour"),
        ({"ids": ["x"], "action": "edit", "changes": {"day": "tomorrow"}}, "day"),
        ({"ids": ["x"], "action": "edit", "changes": {"day": 1}}, "day"),
        ({"ids": ["x"], "action": "edit", "changes": {"day": "1999-01-01"}}, "day"),
        ({"ids": ["x"], "action": "edit", "changes": {"add_tags": "home"}}, "add_tags"),
        ({"ids": ["x"], "action": "complete", "when": "now"}, "when"),
    ],
)
async def test_what_cannot_be_meant_is_refused_with_its_field(
    alices: httpx.AsyncClient, sent: dict[str, Any], field: str
) -> None:
    answer = await alices.post(BULK, json=sent)

    assert (answer.status_code, answer.json()["error"]["field"]) == (400, field), answer.text


async def test_without_a_session_nothing_is_done(visit: Visit, world: World) -> None:
    answer = await visit("").post(BULK, json={"ids": [world["milk"].id], "action": "delete"})

    assert answer.status_code == 401
