"""What people ask of the tasks that are there, understood without a database."""

from datetime import UTC, datetime

import pytest

from taskchat.assistant.phrases import understand
from taskchat.assistant.plan import Plan, Say
from taskchat.assistant.scene import Scene
from taskchat.domain.person import Ways
from tests.assistant.asked_for import ASKED_FOR

SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
SCENE = Scene(SATURDAY, Ways("Europe/Berlin"))


@pytest.mark.parametrize(("said", "meant"), ASKED_FOR, ids=[said for said, _ in ASKED_FOR])
def test_what_is_asked_for_is_understood(said: str, meant: Plan | str) -> None:
    plan = understand(said, SCENE)

    assert plan == meant or (isinstance(meant, str) and meant in spoken(plan))


def spoken(plan: Plan) -> str:
    """What is said, where nothing else is done."""
    return " ".join(step.words for step in plan) if all(isinstance(step, Say) for step in plan) else ""
