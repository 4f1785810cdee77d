"""What is offered behind @, and what becomes of a name that is sent."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from taskchat.assistant.reduce import from_items
from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Draft, Due
from taskchat.services import tasks
from taskchat.ui.chat import asks
from taskchat.ui.chat.asks import Sent
from taskchat.ui.chat.mentioning import MentionsState
from taskchat.ui.chat.rows import Piece, rows
from tests.ui.states import page
from tests.ui.talking import WHEN

MOM = {"id": "t1", "kind": "task", "name": "call mom"}
TEXT = "move @call mom to friday"
SENT = Sent(TEXT, "s1", "thr_1", "alice", ["move ", MOM, " to friday"])
TAG = {"type": "input_tag", "id": "t1", "text": "call mom", "data": {"kind": "task"}, "interactive": False}
CONTENT = [{"type": "input_text", "text": "move "}, TAG, {"type": "input_text", "text": " to friday"}]


async def test_what_matches_is_offered_with_what_tells_it_apart(at_tab: Person, now: datetime) -> None:
    zone = at_tab.ways.zone
    milk = Draft(title="Buy milk", due=Due(on=now.date(), zone=zone), list="Milkman")
    made = tasks.create(at_tab, milk, by=By("x"), now=now)
    done = tasks.create(at_tab, Draft(title="Old milk"), by=By("x"), now=now)
    tasks.complete(at_tab, done.id, by=By("x"), now=now)
    state = page(MentionsState)

    await state.look("milk")

    assert state.offers.words == "milk"
    found = [(one.kind, one.name, one.hint) for one in state.offers.found]
    assert found == [("task", "Buy milk", "Today"), ("task", "Old milk", "Done"), ("list", "Milkman", "List")]
    assert state.offers.found[0].id == made.id


def test_names_are_sent_as_tags_that_any_client_could_send() -> None:
    asked = json.loads(asks.send(SENT))

    assert asked["params"]["input"]["content"] == CONTENT


@pytest.mark.parametrize("pieces", [[], [{"id": "t1"}], ["x", 3]])
def test_what_is_no_name_is_text(pieces: list[Any]) -> None:
    assert asks.content(replace(SENT, pieces=pieces)) == [{"type": "input_text", "text": TEXT}]


def test_a_name_is_a_chip_in_the_sentence_and_after_a_reload() -> None:
    item = {"id": "m", "type": "user_message", "content": CONTENT, "created_at": WHEN}

    (row,) = rows(from_items([item]).items, Ways())

    assert row.text == TEXT
    assert row.pieces == [Piece("move "), Piece("@call mom", is_name=True, task="t1"), Piece(" to friday")]
