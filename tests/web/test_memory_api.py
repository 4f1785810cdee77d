"""/api/memory: a program reads and forgets what is remembered of its own person; it cannot have anything remembered."""

from datetime import datetime

from taskchat.domain.preferences import Kind
from taskchat.domain.task import By
from taskchat.services import memory
from tests.conftest import Seats
from tests.web.conftest import Visit


async def test_what_is_remembered_is_read_and_forgotten(visit: Visit, seats: Seats, now: datetime) -> None:
    kept = memory.remember(seats.alice.seat.person, Kind.HOUR, "morning", "08:00", by=By("kept"), now=now)
    alice = visit(seats.alice.token)

    listed = await alice.get("/api/memory")
    gone = await alice.delete(f"/api/memory/{kept.id}")
    again = await alice.delete(f"/api/memory/{kept.id}")

    said = {"sentence": "Mornings mean 08:00", "kind": "hour", "about": "morning", "value": "08:00"}
    assert listed.json() == {"preferences": [{"id": kept.id, "created": "2026-11-21T10:00:00+00:00"} | said]}
    assert (gone.status_code, again.status_code) == (204, 404)
    assert (await alice.get("/api/memory")).json() == {"preferences": []}


async def test_anothers_is_not_there_and_nothing_comes_in_this_way(visit: Visit, seats: Seats, now: datetime) -> None:
    kept = memory.remember(seats.alice.seat.person, Kind.NAME, "", "Alice", by=By("kept"), now=now)
    bob = visit(seats.bob.token)

    answers = [
        await bob.delete(f"/api/memory/{kept.id}"),
        await bob.delete("/api/memory/%00"),
        await bob.post("/api/memory", json={"text": "call me Bob"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 405]
    assert (await bob.get("/api/memory")).json() == {"preferences": []}
    assert memory.find(seats.alice.seat.person) == (kept,)
