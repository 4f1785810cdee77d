"""Said or answered twice, at once, late, by the wrong person: over HTTP it happens once (C-06, K-06)."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, update
from sqlmodel import select

from taskchat.storage.database import reading, writing
from taskchat.storage.tables import Confirmations, Items, Runs
from tests.databases import emptied  # noqa: F401 - two hands at once: on both databases
from tests.ui.whole import Somebody, Whole, whole

ENDED = "This question has ended. Ask again."
TITLES = ["bread", "butter", "cheese", "honey"]


@pytest.fixture
async def at(database_url: str, tmp_path: Path) -> AsyncIterator[Whole]:
    async with whole(database_url, tmp_path / "no pages") as at:
        yield at


@dataclass(frozen=True, slots=True)
class Card:
    """A question that waits, as its owner's client sees it."""

    owner: Somebody
    thread: str
    item: str
    payload: dict[str, Any]
    tasks: dict[str, str]

    async def press(self, kind: str = "confirm", by: Somebody | None = None, **other: Any) -> str:
        """Everything the answer says."""
        action = {"type": f"confirmation.{kind}", "payload": other.get("payload", self.payload)}
        params = {"thread_id": other.get("thread", self.thread), "item_id": other.get("item", self.item)}
        answer = await (by or self.owner).chatkit("threads.custom_action", params | {"action": action})
        assert answer.status_code < 500, answer.text
        return answer.text


def events(said: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line.removeprefix("data: ")) for line in said.splitlines() if line.startswith("data: "))


def presses(node: Any) -> Iterator[dict[str, Any]]:
    """Every action that hangs somewhere in a widget."""
    if isinstance(node, dict):
        if str(node.get("type", "")).startswith("confirmation.") and "payload" in node:
            yield node
        yield from (press for part in node.values() for press in presses(part))
    elif isinstance(node, list):
        yield from (press for part in node for press in presses(part))


async def asked(at: Whole, email: str = "alice@example.org") -> Card:
    """Somebody who has said "delete all tasks" and has not answered yet."""
    owner = await at.somebody(email)
    tasks = {title: await owner.task(title) for title in TITLES}
    said = list(events((await owner.say("delete all tasks")).text))
    thread = next(event["thread"]["id"] for event in said if event["type"] == "thread.created")
    done = (event["item"] for event in said if event["type"] == "thread.item.done")
    card = next(item for item in done if item["type"] == "widget")
    assert await owner.titles() == TITLES, "nothing happens before the answer"
    return Card(owner, thread, card["id"], next(presses(card["widget"]))["payload"], tasks)


def stored(kind: type[Items] | type[Runs]) -> int:
    with reading() as session:
        return session.exec(select(func.count()).select_from(kind)).one()


async def test_clicked_ten_times_at_once_it_happens_once(at: Whole) -> None:
    card = await asked(at)

    said = await asyncio.gather(*(card.press() for _ in range(10)))

    assert await card.owner.titles() == []
    assert sum("Moved 4 tasks to the trash." in one for one in said) >= 1
    undone = await card.owner.client.post("/api/undo", json={})
    assert undone.status_code == 200
    assert await card.owner.titles() == TITLES, "one undo takes it back: it was done once"


async def test_yes_and_no_at_once_are_one_answer(at: Whole) -> None:
    card = await asked(at)

    await asyncio.gather(card.press("confirm"), card.press("cancel"), card.owner.say("yes", card.thread))

    assert await card.owner.titles() in ([], TITLES)
    with reading() as session:
        answers = session.exec(select(Confirmations.answer)).all()
    assert answers in (["yes"], ["no"])


async def test_replayed_after_it_was_done_it_only_says_so(at: Whole) -> None:
    card = await asked(at)
    await card.press()
    for task in card.tasks.values():
        assert (await card.owner.client.post(f"/api/tasks/{task}/restore")).status_code == 200

    again = await card.press()

    assert ENDED in again
    assert await card.owner.titles() == TITLES


async def test_somebody_elses_question_answers_to_nobody_else(at: Whole) -> None:
    card, other = await asked(at), await asked(at, "bob@example.org")

    by_thread = await card.press(by=other.owner)
    by_id = await card.press(by=other.owner, thread=other.thread, item=other.item)
    in_words = await other.owner.say("yes", card.thread)

    assert "not_found" in by_thread
    assert in_words.status_code == 404
    assert ENDED in by_id
    assert await card.owner.titles() == await other.owner.titles() == TITLES


MADE_UP = (None, {}, [], "x", {"id": None}, {"id": ["x"]}, {"id": "x" * 5000}, {"id": "cnf_nowhere"})


async def test_a_made_up_question_changes_nothing(at: Whole) -> None:
    card = await asked(at)

    for payload in MADE_UP:
        said = await card.press(payload=payload)
        assert ENDED in said or '"code"' in said, payload

    assert await card.owner.titles() == TITLES


async def test_what_changed_after_the_card_was_shown_stays(at: Whole) -> None:
    card = await asked(at)
    await card.owner.client.patch(f"/api/tasks/{card.tasks['bread']}", json={"title": "a will"})
    await card.owner.client.delete(f"/api/tasks/{card.tasks['butter']}")

    said = await card.press()

    assert "Moved 2 tasks to the trash. 2 had gone or changed before." in said
    assert await card.owner.titles() == ["a will"]


async def test_after_ten_minutes_the_question_has_ended(at: Whole) -> None:
    card = await asked(at)
    with writing() as session:
        session.execute(update(Confirmations).values(expires=datetime.now(UTC) - timedelta(seconds=1)))

    assert ENDED in await card.press()
    assert "trash" not in (await card.owner.say("yes", card.thread)).text
    assert await card.owner.titles() == TITLES


async def test_fifty_equal_sends_at_once_are_one_message_and_one_run(at: Whole) -> None:
    alice = await at.somebody("alice@example.org")

    said = await asyncio.gather(*(alice.say("create a task to water the plants", send_id="once") for _ in range(50)))

    assert {answer.status_code for answer in said} == {200}
    assert all("water the plants" in answer.text for answer in said)
    assert await alice.titles() == ["water the plants"]
    assert stored(Runs) == 1
    with reading() as session:
        threads = session.exec(select(Items.thread_id).distinct()).all()
        kinds = [json.loads(data)["type"] for data in session.exec(select(Items.data))]
    assert len(threads) == 1
    assert kinds.count("user_message") == 1


async def test_the_same_key_with_other_words_is_refused(at: Whole) -> None:
    alice = await at.somebody("alice@example.org")
    await alice.say("create a task to water the plants", send_id="once")

    answer = await alice.say("create a task to burn the plants", send_id="once")

    assert answer.status_code == 409
    assert await alice.titles() == ["water the plants"]
