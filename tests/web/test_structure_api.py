"""Lists, sections, templates, subtasks, moving and clashing edits over HTTP."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Task
from taskchat.services import tasks
from tests.conftest import Seats
from tests.web.conftest import Visit

World = dict[str, Task]


@pytest.fixture
def alices(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token)


async def titles(client: httpx.AsyncClient, query: str = "sort=manual") -> list[str]:
    return [task["title"] for task in (await client.get(f"/api/tasks?{query}")).json()["tasks"]]


async def test_a_list_lives_its_whole_life(alices: httpx.AsyncClient) -> None:
    made = await alices.post("/api/lists", json={"name": "Trip", "icon": "plane"})
    address = f"/api/lists/{made.json()['id']}"
    changed = await alices.patch(address, json={"name": "Journey", "colour": "plum", "archived": True})
    read = await alices.get(address)
    gone = await alices.delete(address)

    assert (made.status_code, made.json()["colour"], made.json()["archived"]) == (201, "pine", None)
    assert (changed.status_code, changed.json()["colour"]) == (200, "plum")
    assert changed.json()["archived"] is not None
    assert (read.json()["name"], read.json()["sections"]) == ("Journey", [])
    assert (gone.status_code, (await alices.get(address)).status_code) == (204, 404)
    assert (await alices.post("/api/undo")).json()["words"] == "Took it back: the list “Journey” is back."
    assert [one["name"] for one in (await alices.get("/api/lists")).json()["lists"]] == ["Journey"]


async def test_a_name_that_is_taken_is_a_conflict(alices: httpx.AsyncClient, world: World) -> None:
    answer = await alices.post("/api/lists", json={"name": "work"})

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "name_taken")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "name"), ({"name": None}, "name"), ({"name": 7}, "name"), ({"name": "x" * 101}, "name"),
        ({"name": "x", "colour": "red"}, "colour"), ({"name": "x", "icon": "robot"}, "icon"),
        ({"name": "x", "owner": "bob"}, "owner"),
    ],
)  # fmt: skip
async def test_a_list_that_cannot_be_is_refused_by_the_field(
    alices: httpx.AsyncClient, sent: dict[str, Any], field: str
) -> None:
    answer = await alices.post("/api/lists", json=sent)

    assert (answer.status_code, answer.json()["error"].get("field")) == (400, field)


async def test_sections_and_places_in_the_order(alices: httpx.AsyncClient, world: World) -> None:
    health, work = (await alices.get("/api/lists")).json()["lists"]
    soon, later = [
        (await alices.post(f"/api/lists/{work['id']}/sections", json={"name": name})).json()
        for name in ("Soon", "Later")
    ]
    moved = await alices.post(f"/api/sections/{later['id']}/move", json={"before": soon["id"]})
    named = await alices.patch(f"/api/sections/{soon['id']}", json={"name": "Now"})
    await alices.post(f"/api/lists/{work['id']}/move", json={"before": health["id"]})
    sections = (await alices.get(f"/api/lists/{work['id']}/sections")).json()["sections"]

    assert (moved.status_code, named.status_code) == (200, 200)
    assert [one["name"] for one in sections] == ["Later", "Now"]
    assert [one["name"] for one in (await alices.get("/api/lists")).json()["lists"]] == ["Work", "Health"]
    assert (await alices.delete(f"/api/sections/{soon['id']}")).status_code == 204


async def test_a_template_is_saved_and_used(alices: httpx.AsyncClient, world: World) -> None:
    (_, work) = (await alices.get("/api/lists")).json()["lists"]

    saved = await alices.post("/api/templates", json={"list_id": work["id"], "name": "Weekly"})
    used = await alices.post(f"/api/templates/{saved.json()['id']}/use", json={"name": "Week 48"})
    renamed = await alices.patch(f"/api/templates/{saved.json()['id']}", json={"name": "Week"})

    assert (saved.status_code, saved.json()["of"], saved.json()["tasks"]) == (201, "list", 1)
    assert (used.status_code, used.json()["list"]["name"]) == (201, "Week 48")
    assert [task["title"] for task in used.json()["tasks"]] == ["Write the report"]
    assert [one["name"] for one in (await alices.get("/api/templates")).json()["templates"]] == ["Week"]
    assert renamed.status_code == 200
    assert (await alices.delete(f"/api/templates/{saved.json()['id']}")).status_code == 204
    assert (await alices.post("/api/templates", json={"name": "of nothing"})).status_code == 400


async def test_tasks_are_moved_by_their_neighbours(alices: httpx.AsyncClient, world: World) -> None:
    milk, report = world["milk"].id, world["report"].id

    moved = await alices.post(f"/api/tasks/{report}/move", json={"before": milk})

    assert moved.status_code == 200
    assert (await titles(alices))[:2] == ["Write the report", "Buy milk"]
    assert (await alices.post(f"/api/tasks/{report}/move", json={"after": "nowhere"})).status_code == 404
    assert (await alices.post(f"/api/tasks/{report}/move", json={"up": 1})).status_code == 400


async def test_subtasks_are_made_found_and_bounded(alices: httpx.AsyncClient, world: World) -> None:
    parent = world["report"].id
    answers: list[httpx.Response] = []
    for number in range(4):
        answers.append(await alices.post("/api/tasks", json={"title": str(number), "parent_id": parent}))
        parent = answers[-1].json().get("id", "")

    below = (await alices.get(f"/api/tasks/{world['report'].id}/subtasks")).json()

    assert [answer.status_code for answer in answers] == [201, 201, 201, 400]
    assert answers[-1].json()["error"]["field"] == "parent_id"
    assert ([task["title"] for task in below["tasks"]], below["total"]) == (["0"], 1)


async def test_a_clashing_change_shows_both_values(
    alices: httpx.AsyncClient, alice: Person, world: World, now: datetime
) -> None:
    milk, address = world["milk"], f"/api/tasks/{world['milk'].id}"
    before = milk.updated.isoformat()
    tasks.edit(alice, milk.id, Edit(title="Buy oat milk"), by=By("other tab"), now=now + timedelta(seconds=1))

    clash = await alices.patch(address, json={"title": "Buy soy milk", "expected_updated": before})
    other = await alices.patch(address, json={"priority": "low", "expected_updated": before})
    fresh = clash.json()["task"]["updated"]

    assert clash.status_code == 409
    assert clash.json()["error"]["code"] == "changed_since"
    assert clash.json()["error"]["clashes"] == [{"field": "title", "yours": "Buy soy milk", "now": "Buy oat milk"}]
    assert (other.status_code, other.json()["title"]) == (200, "Buy oat milk")
    assert (await alices.patch(address, json={"title": "Soy", "expected_updated": fresh})).json()["title"] == "Soy"


@pytest.mark.parametrize("seen", ["yesterday", 7, ""])
async def test_a_moment_that_is_none_is_refused(alices: httpx.AsyncClient, world: World, seen: Any) -> None:
    answer = await alices.patch(f"/api/tasks/{world['milk'].id}", json={"title": "x", "expected_updated": seen})

    assert (answer.status_code, answer.json()["error"]["field"]) == (400, "expected_updated")


async def test_another_persons_things_are_as_unknown_as_none(
    visit: Visit, seats: Seats, alices: httpx.AsyncClient, world: World
) -> None:
    bobs = visit(seats.bob.token)
    (_, work) = (await alices.get("/api/lists")).json()["lists"]
    section = (await alices.post(f"/api/lists/{work['id']}/sections", json={"name": "Soon"})).json()
    template = (await alices.post("/api/templates", json={"list_id": work["id"]})).json()
    before = (await alices.get(f"/api/lists/{work['id']}")).json()

    for method, path, ident in (
        ("GET", "/api/lists/{}", work["id"]), ("PATCH", "/api/lists/{}", work["id"]),
        ("DELETE", "/api/lists/{}", work["id"]), ("POST", "/api/lists/{}/move", work["id"]),
        ("GET", "/api/lists/{}/sections", work["id"]), ("POST", "/api/lists/{}/sections", work["id"]),
        ("PATCH", "/api/sections/{}", section["id"]), ("DELETE", "/api/sections/{}", section["id"]),
        ("POST", "/api/sections/{}/move", section["id"]), ("PATCH", "/api/templates/{}", template["id"]),
        ("DELETE", "/api/templates/{}", template["id"]), ("POST", "/api/templates/{}/use", template["id"]),
    ):  # fmt: skip
        sent = {"name": "Stolen"} if method in {"PATCH", "POST"} and not path.endswith("move") else None
        foreign, unknown = [await bobs.request(method, path.format(one), json=sent) for one in (ident, "nowhere")]
        assert (foreign.status_code, foreign.json()) == (404, unknown.json()), (method, path)

    assert (await alices.get(f"/api/lists/{work['id']}")).json() == before
    assert (await bobs.get("/api/lists")).json() == {"lists": []}
    assert (await bobs.get("/api/templates")).json() == {"templates": []}
