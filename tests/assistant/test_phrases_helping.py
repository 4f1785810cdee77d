"""The grammar of help with many tasks: sentences as data, no database."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from taskchat.assistant.phrases import understand
from taskchat.assistant.plan import Do, Say, Step, Through
from taskchat.assistant.scene import Called, Scene
from taskchat.domain.person import Ways
from tests.assistant.sentences_helping import HELPING, ORDINARY, Call

SATURDAY = Scene(datetime(2026, 11, 21, 10, 0, tzinfo=UTC), Ways("Europe/Berlin"))
ASKED = replace(SATURDAY, earlier=(Called("break_down", {"task": "trip"}, {"ask": "Steps?", "steps_of": "t1"}),))


@pytest.mark.parametrize(("said", "call"), HELPING, ids=[said for said, _ in HELPING])
def test_there_are_many_ways_to_ask_for_help(said: str, call: Call) -> None:
    assert understand(said, SATURDAY) == (Do(*call),)


@pytest.mark.parametrize(("said", "tool"), ORDINARY, ids=[said for said, _ in ORDINARY])
def test_what_sounds_like_it_stays_what_it_was(said: str, tool: str) -> None:
    steps = (step.then if isinstance(step, Through) else step for step in understand(said, SATURDAY))

    assert [step.tool for step in steps if isinstance(step, Do)] == [tool]


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("pack, book the hotel and buy tickets", ["pack", "book the hotel", "buy tickets"]),
        ("pack and book", ["pack", "book"]),
        ("- pack\n- book the hotel", ["pack", "book the hotel"]),
        ("1. pack\n2. buy bread and butter\n3. go", ["pack", "buy bread and butter", "go"]),
        ("buy tickets by friday", ["buy tickets by friday"]),
        ("Bread and butter, milk, eggs.", ["Bread and butter", "milk", "eggs"]),
    ],
)
def test_what_follows_the_question_for_steps_are_the_steps(said: str, parts: list[str]) -> None:
    assert understand(said, ASKED) == (Do("break_down", {"task": "t1", "parts": parts}),)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("never mind", Say("Good. Nothing was changed.")),
        ("no thanks", Say("Good. Nothing was changed.")),
        ("what is on today?", Do("list_tasks", {"due": "today"})),
        ("undo that", Do("undo_last")),
        ("delete the report", Do("delete_task", {"task": "report"})),
    ],
)
def test_or_something_else_is_said_instead(said: str, meant: Step) -> None:
    assert understand(said, ASKED) == (meant,)
