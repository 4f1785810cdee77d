"""The commands: each does one thing, and what is said is understood."""

from datetime import datetime

import pytest

from taskchat.assistant.phrases import understand
from taskchat.assistant.plan import Say
from taskchat.assistant.scene import Scene
from taskchat.domain.person import Ways
from taskchat.ui.chat.commands import COMMANDS, table


def test_each_name_stands_once_and_does_one_thing() -> None:
    names = [command.name for command in COMMANDS]

    assert len(set(names)) == len(names)
    assert all(bool(c.says) + bool(c.begins) + bool(c.does) == 1 for c in COMMANDS)
    assert [row["name"] for row in table()] == names


@pytest.mark.parametrize("said", [command.says for command in COMMANDS if command.says])
def test_what_a_command_says_is_understood(said: str, now: datetime, ways: Ways) -> None:
    plan = understand(said, Scene(now, ways))

    assert not any(isinstance(step, Say) and step.lost for step in plan)
