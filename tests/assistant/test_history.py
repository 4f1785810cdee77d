"""What the model remembers (K-04): whole turns as their runs had them, cut at a user message, within a budget."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from chatkit.types import InferenceOptions, ThreadItem, UserMessageItem, UserMessageTextContent, WidgetItem
from chatkit.widgets import DynamicWidgetRoot

from taskchat.assistant.answer import Answer, local_now, spoken, to_json
from taskchat.assistant.history import paired, recalled, said_by
from taskchat.assistant.titles import titled
from taskchat.domain.person import Person
from taskchat.storage.past import Past, PastItem, PastRun
from tests.assistant.provider import CUT, Reply, call, calls, playing, says, words
from tests.assistant.talking import Client, chatting_with, errors
from tests.databases import emptied  # noqa: F401 - the database takes part


def heard(item_id: str, text: str, quoted: str | None = None) -> UserMessageItem:
    return UserMessageItem(
        id=item_id,
        thread_id="thr_1",
        created_at=local_now(),
        content=[UserMessageTextContent(text=text)],
        inference_options=InferenceOptions(),
        quoted_text=quoted,
    )


def answer(item_id: str, text: str) -> Answer:
    return spoken(item_id, "thr_1", text, "")


def past(items: Sequence[ThreadItem], **remembered: list[Any]) -> Past:
    """As storage gives it: `remembered` is what the run of an item keeps."""
    stored = tuple(PastItem(item.id, item.type, to_json(item)) for item in items)
    return Past(stored, tuple(PastRun(message, "done", json.dumps(kept)) for message, kept in remembered.items()))


TURNS = [heard("u1", "one"), answer("a1", "first"), heard("u2", "two"), answer("a2", "second")]


async def test_without_a_memory_the_thread_itself_is_remembered() -> None:
    said = await recalled(past(TURNS))

    assert [(item["role"], item["content"]) for item in said] == [
        ("user", "one"),
        ("assistant", "first"),
        ("user", "two"),
        ("assistant", "second"),
    ]


async def test_a_run_remembers_better_than_the_thread() -> None:
    said = await recalled(past(TURNS, u2=[said_by("user", "two"), said_by("assistant", "with its tools")]))

    assert [item["content"] for item in said] == ["one", "first", "two", "with its tools"]


async def test_it_is_cut_at_a_user_message() -> None:
    long = [heard("u0", "x" * 400), answer("a0", "y" * 400), *TURNS]

    said = await recalled(past(long), budget=100)

    assert [item["content"] for item in said] == ["one", "first", "two", "second"]


async def test_a_turn_beyond_the_budget_is_left_out_whole() -> None:
    assert await recalled(past([heard("u1", "x" * 900)]), budget=100) == []


async def test_what_stands_before_the_first_message_belongs_to_no_turn() -> None:
    said = await recalled(past(TURNS[1:]))

    assert [item["content"] for item in said] == ["two", "second"]


async def test_what_came_of_a_card_is_part_of_its_turn() -> None:
    card = WidgetItem(
        id="w1", thread_id="thr_1", created_at=local_now(), widget=DynamicWidgetRoot(type="Card"), copy_text="Delete?"
    )
    kept = {"u1": [said_by("user", "one")], "w1": [said_by("assistant", "Kept.")]}

    with_memory = await recalled(past([TURNS[0], card], **kept))
    without = await recalled(past([TURNS[0], card]))

    assert [item["content"] for item in with_memory] == ["one", "Kept."]
    assert [item["content"] for item in without] == ["one", "Delete?"]


async def test_a_quotation_stands_before_the_message() -> None:
    said = await recalled(past([heard("u1", "why?", quoted="buy milk")]))

    assert [item["content"] for item in said] == ['About this: {"data": "buy milk"}', "why?"]


def test_a_call_without_its_output_is_dropped() -> None:
    def item(kind: str, call_id: str) -> dict[str, Any]:
        return {"type": kind, "call_id": call_id}

    whole = [item("function_call", "a"), item("function_call_output", "a")]
    loose = [item("function_call", "b"), item("function_call_output", "c"), {"type": "reasoning"}]

    assert paired([*whole, *loose, said_by("assistant", "x")]) == [*whole, said_by("assistant", "x")]


async def test_a_stopped_run_leaves_a_memory_the_next_turn_can_use(alice: Person, now: datetime) -> None:
    made = calls([call("create_task", {"title": "milk"}, id="a", index=0)])
    async with playing(made, Reply((*words("It is"), CUT)), says("Milk.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")

        events = await client.say("what did I say?")

        sent = mock.asked[-1]["messages"]
        assert errors(events) == []
        assert [m["role"] for m in sent] == ["system", "user", "assistant", "tool", "assistant", "user"]
        assert json.loads(sent[3]["content"])["did"] == "created"
        assert sent[4]["content"] == "It is"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("add milk", "add milk"),
        ("  two\n\nlines ", "two"),
        ("a  b\tc", "a b c"),
        ("x" * 61, "x" * 59 + "…"),
        ("word " * 20, "word " * 10 + "word…"),
        ("שלום", "שלום"),
    ],
)
def test_a_conversation_is_named_after_its_first_words(text: str, title: str) -> None:
    assert titled(text) == title
    assert len(titled(text)) <= 60
