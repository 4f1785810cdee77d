"""What one may want to say next: it follows from what was done, and the assistant understands it."""

from datetime import datetime
from typing import Any

import pytest

from taskchat.assistant.reduce import from_items
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.services import tasks
from taskchat.ui.chat.following import ASKED, FOUND, HELP, HIGH, MOST, OVERDUE, REMIND, TODAY, TOMORROW, UNDO, following
from tests.assistant.talking import Client, chatting
from tests.ui.talking import answer, step, user, workflow


def after(*items: dict[str, Any], said: str = "add milk") -> list[str]:
    return following(from_items([user("u", said), *items]))


async def said(alice: Person, now: datetime, *sentences: str) -> list[str]:
    """What is offered after these sentences were said to the built-in assistant."""
    async with chatting() as chat:
        client = Client(chat, alice, now)
        for sentence in sentences:
            await client.say(sentence)
        return following(await client.stored())


@pytest.mark.parametrize(
    ("sentences", "offered"),
    [
        (("add milk",), [UNDO, TOMORROW, HIGH]),
        (("call mom on friday at 5pm",), [UNDO, REMIND, TOMORROW]),
        (("call mom tomorrow at 5pm",), [UNDO, REMIND, HIGH]),
        (("remind me to call mom tomorrow at 5pm",), [UNDO, HIGH]),
        (("add milk", "make it high priority"), [UNDO, TOMORROW]),
        (("add milk", "complete it"), [UNDO, TODAY]),
        (("add milk", "undo that"), [TODAY, OVERDUE]),
        (("add milk", "what tasks do I have?"), [*FOUND]),
        (("what is overdue?",), [TODAY]),
        (("what is on today?",), [OVERDUE]),
        (("hello",), [TODAY, OVERDUE, HELP]),
        (("what can you do?",), [TODAY, OVERDUE]),
        (("add milk for Ben", "add milk for Eva", "complete milk"), [*ASKED]),
        (("add milk for Ben", "add milk for Eva", "delete all my tasks"), []),
    ],
)
async def test_it_follows_from_what_was_done(
    alice: Person, now: datetime, sentences: tuple[str, ...], offered: list[str]
) -> None:
    assert await said(alice, now, *sentences) == offered


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("call mom tomorrow at 5pm", UNDO),
        ("call mom tomorrow at 5pm", REMIND),
        ("call mom on friday", TOMORROW),
        ("add milk", TOMORROW),
        ("add milk", HIGH),
        ("what tasks do I have?", FOUND[0]),
        ("what tasks do I have?", FOUND[1]),
        ("complete milk", ASKED[0]),
        ("complete milk", ASKED[1]),
    ],
)
async def test_each_of_them_changes_what_it_says(alice: Person, now: datetime, before: str, sentence: str) -> None:
    for name in ("milk for Ben", "milk for Eva"):
        tasks.create(alice, Draft(title=name), by=By(name), now=now)
    async with chatting() as chat:
        client = Client(chat, alice, now)
        await client.say(before)
        known = len(await client.items())

        await client.say(sentence)

        steps = [task for item in (await client.items())[known:] for task in item.get("workflow", {}).get("tasks", ())]
    assert [task["icon"] for task in steps] == ["lucide:check"]


def test_nothing_is_offered_where_something_waits_or_went_wrong() -> None:
    assert after() == []
    assert after(workflow("w", step("x", tasks=("t",), state="failed")), answer("a", "No.")) == []
    assert after(workflow("w", step("x", tasks=("t",), state="running"))) == []
    assert after(answer("a", "Half") | {"ending": "stopped"}) == []


def test_several_changes_are_one_thing_to_take_back() -> None:
    both = workflow("w", step("x", tasks=("t1",)), step("y", tasks=("t2",)))

    assert after(both, answer("a", "Done.")) == [UNDO, TODAY]


def test_what_was_just_said_is_not_offered_again() -> None:
    assert after(answer("a", "Hello."), said=TODAY.upper()) == [OVERDUE, HELP]


def test_three_are_the_most() -> None:
    due = step("x", tasks=("t",))  # tomorrow at 17:00

    assert len(after(workflow("w", due), answer("a", "Done."))) <= MOST
