"""What people want noted down, read by the grammar alone: no database, no clock but the one of the scene."""

from datetime import UTC, datetime

import pytest

from taskchat.assistant.phrases import understand
from taskchat.assistant.plan import Do, Plan, Say
from taskchat.assistant.scene import Scene
from taskchat.domain.person import Ways
from tests.assistant.noted import NOTED, Calls
from tests.assistant.noted_more import CONDITIONS, NOTED_MORE, NOTHING
from tests.assistant.noted_wider import MAYBE_THERE, WIDER

SCENE = Scene(datetime(2026, 11, 21, 10, tzinfo=UTC), Ways(zone="Europe/Berlin"))


@pytest.mark.parametrize("table", [NOTED, NOTED_MORE, WIDER], ids=["noted", "more", "wider"])
def test_a_sentence_becomes_the_tasks_it_speaks_of(table: tuple[tuple[str, Calls], ...]) -> None:
    for said, calls in table:
        assert understand(said, SCENE) == calls, said


@pytest.mark.parametrize(("said", "plan"), MAYBE_THERE, ids=[row[0] for row in MAYBE_THERE])
def test_what_may_be_there_moves_or_is_noted_down(said: str, plan: Plan) -> None:
    assert understand(said, SCENE) == plan


@pytest.mark.parametrize(("said", "calls"), CONDITIONS, ids=[row[0] for row in CONDITIONS])
def test_a_condition_nobody_can_watch_is_kept_in_words_and_said_so(said: str, calls: Calls) -> None:
    plan = understand(said, SCENE)

    assert tuple(step for step in plan if isinstance(step, Do)) == calls
    assert [step.lost for step in plan if isinstance(step, Say)] == [False]


@pytest.mark.parametrize("said", NOTHING)
def test_talk_is_no_task(said: str) -> None:
    assert not [step for step in understand(said, SCENE) if isinstance(step, Do) and step.tool == "create_task"]
