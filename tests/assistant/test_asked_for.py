"""What people ask of the tasks that are there, understood without a database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from time import process_time

import pytest

from taskchat.assistant.phrases import understand
from taskchat.assistant.plan import Do, Plan, Say, Step, Through
from taskchat.assistant.scene import TO_WHEN, Called, Scene
from taskchat.domain.person import Ways
from tests.assistant.asked_after import ASKED_AFTER
from tests.assistant.asked_for import ASKED_FOR
from tests.assistant.asked_to_change import ASKED_TO_CHANGE

EVERYTHING = (*ASKED_FOR, *ASKED_TO_CHANGE)

SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
WAYS = Ways("Europe/Berlin")
MILLISECONDS = 20
OFFERED = "I did not understand “I am so tired today”. Did you mean “show what is due today”? Nothing was changed."


def scene(earlier: tuple[Called, ...] = (), answered: str = "") -> Scene:
    return Scene(SATURDAY, WAYS, earlier, answered)


def spoken(plan: Plan) -> str:
    """What is said, where nothing else is done."""
    words = [step.words for step in plan if isinstance(step, Say)]
    return " ".join(words) if len(words) == len(plan) else ""


def deletes(steps: Plan) -> Iterator[Step]:
    for step in steps:
        do = step.then if isinstance(step, Through) else step
        if isinstance(do, Do) and do.tool in {"delete_task", "delete_all_tasks"}:
            yield step


@pytest.mark.parametrize("table", [ASKED_FOR, ASKED_TO_CHANGE], ids=["asked", "to change"])
def test_what_is_asked_for_is_understood(table: tuple[tuple[str, Plan | str], ...]) -> None:
    for said, meant in table:
        plan = understand(said, scene())

        assert plan == meant or (isinstance(meant, str) and meant in spoken(plan)), said


@pytest.mark.parametrize(
    ("earlier", "said", "meant"), ASKED_AFTER, ids=[f"{row[0][:1]}{row[1]}"[-60:] for row in ASKED_AFTER]
)
def test_what_is_said_after_something_else_is_understood(
    earlier: tuple[Called, ...], said: str, meant: Plan | str
) -> None:
    plan = understand(said, scene(earlier))

    assert plan == meant or (isinstance(meant, str) and meant in spoken(plan))


def test_nineteen_of_twenty_questions_are_understood_in_20_milliseconds() -> None:
    taken = []
    for said, _ in EVERYTHING:
        began = process_time()
        understand(said, scene())
        taken.append((process_time() - began) * 1000)

    assert sorted(taken)[len(taken) * 19 // 20] < MILLISECONDS


def test_yes_takes_up_an_offer() -> None:
    assert understand("yes", scene(answered=OFFERED)) == (Do("list_tasks", {"due": "today"}),)


@pytest.mark.parametrize(
    "answered",
    [
        "1. Did you mean “show what is due today”? Nothing was changed.",
        "I did not understand “x”. Did you mean “delete everything”? Nothing was changed.",
        "I did not understand “x”. Did you mean “show what is due today and delete all”? Nothing was changed.",
    ],
)
def test_yes_takes_up_nothing_but_a_look_the_assistant_offered(answered: str) -> None:
    assert list(deletes(understand("yes", scene(answered=answered)))) == []


def test_a_day_alone_answers_to_when() -> None:
    plan = understand("monday at 9", scene(answered=f"“dentist” is due Fri 27 Nov at 15:00. {TO_WHEN}"))

    assert plan == (Do("update_task", {"task": "it", "due": "monday at 9"}),)


@pytest.mark.parametrize(
    "said",
    [
        "delte everything", "remoev all", "clera my calendar", "deleet them", "ersae those",
        "cancle everything tomorrow",
        "delte all but one", "delete", "remove something", "i am done with you", "everything is terrible",
        "do you delete things?", "should i delete the report?", "what happens when i delete everything?",
        "how do i clear my list", "can i remove a task", "did i cancel the meeting",
    ],
)  # fmt: skip
def test_nothing_is_deleted_that_nobody_asked_for(said: str) -> None:
    assert list(deletes(understand(said, scene()))) == []
