"""What a person sees of a tool run, and which places and tasks words mean."""

from typing import Any

import pytest

from taskchat.assistant.positions import read_positions
from taskchat.assistant.steps import Step, doing, done, read_result
from taskchat.assistant.tools import TOOLS

MILK = {"id": "t1", "data": {"title": "buy milk"}, "due_words": "tomorrow, Sun 22 Nov"}


@pytest.mark.parametrize("tool", [tool.name for tool in TOOLS])
def test_every_tool_says_what_it_does_while_it_does_it(tool: str) -> None:
    assert doing(tool, {}).endswith("…")
    assert doing(tool, {}) != "Working…"


@pytest.mark.parametrize(
    ("tool", "result", "title", "icon", "ok"),
    [
        ("create_task", {"did": "created", "tasks": [MILK]}, "Created: buy milk", "check", True),
        ("complete_task", {"did": "completed", "tasks": [MILK]}, "Completed: buy milk", "check", True),
        ("delete_task", {"did": "deleted", "tasks": [MILK]}, "Moved to trash: buy milk", "check", True),
        ("update_task", {"did": "updated", "tasks": [MILK] * 4}, "Changed: 4 tasks", "check", True),
        ("list_tasks", {"total": 1, "tasks": [MILK]}, "Found 1 task", "check", True),
        (
            "create_task",
            {"error": "The date lies more than 10 years back."},
            "Could not create it: the date lies more than 10 years back",
            "circle-x",
            False,
        ),
        (
            "delete_task",
            {"error": "I found no task."},
            "Could not move it to the trash: I found no task",
            "circle-x",
            False,
        ),
        ("delete_all_tasks", {"waits": "Move 6 tasks to the trash?"}, "Waiting for your answer", "circle-pause", True),
        ("break_down", {"ask": "What are the steps?", "steps_of": "t1"}, "Asked for the steps", "circle-pause", True),
        ("break_down", {"did": "created", "total": 1, "tasks": [MILK]}, "Created: buy milk", "check", True),
        ("sum_up", {"counts": {"open": 3}}, "Added it up", "check", True),
        ("tidy_up", {"found": 0}, "Found nothing to tidy up", "check", True),
        ("plan_day", {"waits": "Plan 2 tasks like this?"}, "Waiting for your answer", "circle-pause", True),
        ("delete_task", {"ask": "Which one?", "candidates": [MILK]}, "Asked which one", "circle-pause", True),
    ],
)
def test_a_step_says_what_came_of_it(tool: str, result: dict[str, Any], title: str, icon: str, ok: bool) -> None:
    step = done(tool, {}, result)

    assert (step.title, step.icon, step.ok) == (title, icon, ok)


def test_a_step_carries_the_tasks_it_touched() -> None:
    step = done("create_task", {}, {"did": "created", "tasks": [MILK]})

    (task,) = step.tasks
    assert (task.id, task.title, task.due_words) == ("t1", "buy milk", "tomorrow, Sun 22 Nov")


@pytest.mark.parametrize("text", ["An error occurred", "", "[1]", "null"])
def test_an_answer_that_is_no_object_reads_as_a_failure(text: str) -> None:
    step: Step = done("create_task", {}, read_result(text))

    assert not step.ok


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("2", (2,)),
        ("the second", (2,)),
        ("second one", (2,)),
        ("2nd", (2,)),
        ("#3", (3,)),
        ("number 4", (4,)),
        ("the last one", (-1,)),
        ("last", (-1,)),
        ("second to last", (-2,)),
        ("the first two", (1, 2)),
        ("last two", (-2, -1)),
        ("1 and 3", (1, 3)),
        ("1, 2 and 4", (1, 2, 4)),
        ("the first and the third", (1, 3)),
        ("2-4", (2, 3, 4)),
        ("2 to 4", (2, 3, 4)),
        ("tasks 1 and 2", (1, 2)),
        ("the first of them", (1,)),
        ("milk", None),
        ("second hand car", None),
        ("first aid course", None),
        ("0", None),
        ("4-2", None),
        ("", None),
        ("the one", None),
        ("2 eggs", None),
    ],
)
def test_places_are_read_as_people_say_them(said: str, places: tuple[int, ...] | None) -> None:
    assert read_positions(said) == places
