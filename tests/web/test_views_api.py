"""/api/views: a program keeps, reads, changes and deletes saved views, its own alone."""

from tests.conftest import Seats
from tests.web.conftest import Visit


async def test_a_view_is_made_read_changed_and_deleted(visit: Visit, seats: Seats) -> None:
    alice = visit(seats.alice.token)

    made = await alice.post("/api/views", json={"name": "Work", "filter": "tag:work sort:title"})
    view = made.json()
    changed = await alice.patch(f"/api/views/{view['id']}", json={"name": "Desk"})
    listed = await alice.get("/api/views")
    gone = await alice.delete(f"/api/views/{view['id']}")

    assert (made.status_code, view) == (201, {"id": view["id"], "name": "Work", "filter": "#work sort:title"})
    assert (changed.status_code, changed.json()) == (200, view | {"name": "Desk"})
    assert listed.json() == {"views": [view | {"name": "Desk"}]}
    assert (gone.status_code, (await alice.get("/api/views")).json()) == (204, {"views": []})


async def test_anothers_view_is_not_there(visit: Visit, seats: Seats) -> None:
    view = (await visit(seats.alice.token).post("/api/views", json={"name": "Work", "filter": "#work"})).json()
    bob = visit(seats.bob.token)

    refused = [
        await bob.patch(f"/api/views/{view['id']}", json={"name": "Stolen"}),
        await bob.delete(f"/api/views/{view['id']}"),
        await bob.delete("/api/views/%00"),
    ]

    assert [answer.status_code for answer in refused] == [404, 404, 404]
    assert (await bob.get("/api/views")).json() == {"views": []}


async def test_what_cannot_be_meant_is_refused_with_a_sentence(visit: Visit, seats: Seats) -> None:
    alice = visit(seats.alice.token)

    answers = [
        await alice.post("/api/views", json=sent)
        for sent in (
            {"name": "Work"},
            {"name": 1, "filter": "x"},
            {"name": "W", "filter": "colour:red"},
            {"colour": "x"},
        )
    ]

    assert [answer.status_code for answer in answers] == [400] * 4
    assert answers[2].json()["error"]["message"].startswith("“colour:” is no filter")


async def test_tasks_are_found_by_a_filter(visit: Visit, seats: Seats) -> None:
    alice = visit(seats.alice.token)
    for title, tags in (("one", ["work"]), ("two", ["work", "someday"])):
        await alice.post("/api/tasks", json={"title": title, "tags": tags})

    found = await alice.get("/api/tasks", params={"filter": "#work -#someday"})
    refused = await alice.get("/api/tasks", params={"filter": "#work -colour:red"})

    assert [task["title"] for task in found.json()["tasks"]] == ["one"]
    assert (refused.status_code, refused.json()["error"]["message"]) == (
        400,
        "“colour:” is no filter; to search for it put it in quotes (at 7).",
    )
