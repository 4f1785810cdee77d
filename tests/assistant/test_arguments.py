"""What tools look like to a model, and what models send to them."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from agents import FunctionTool
from hypothesis import given
from hypothesis import strategies as st

from taskchat.assistant.arguments import plain, read_arguments
from taskchat.assistant.tools import TOOLS
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import Task
from taskchat.errors import Invalid
from taskchat.services import tasks
from tests.assistant.provider import call, calls, playing, says
from tests.assistant.talking import Client, chatting_with, errors

EVERY_TOOL = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
KEYS = {"type", "properties", "required", "description", "items", "enum"}
"""All that every provider reads: no $ref, anyOf, default, title, format or additionalProperties."""
SCHEMA = {tool.name: tool.params_json_schema for tool in TOOLS}


def nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for part in schema.get("properties", {}).values():
        yield from nodes(part)
    if "items" in schema:
        yield from nodes(schema["items"])


@EVERY_TOOL
def test_every_provider_reads_the_schema(tool: FunctionTool) -> None:
    for node in nodes(tool.params_json_schema):
        assert set(node) <= KEYS
        assert isinstance(node["type"], str)
        assert node["type"] != "array" or node["items"]["type"] == "string"
        assert all(isinstance(value, str) for value in node.get("enum", ()))
    assert set(tool.params_json_schema.get("required", ())) <= set(tool.params_json_schema["properties"])
    assert tool.params_json_schema.get("required") != []


@EVERY_TOOL
def test_a_small_model_has_little_to_read(tool: FunctionTool) -> None:
    assert len(tool.name) <= 40
    assert 0 < len(tool.description) <= 200
    for name, part in tool.params_json_schema["properties"].items():
        assert 0 < len(part.get("description", "")) <= 200, name


def test_all_of_them_together_are_short() -> None:
    """As JSON: some 2,500 tokens."""
    said = [
        {"name": tool.name, "description": tool.description, "parameters": tool.params_json_schema} for tool in TOOLS
    ]

    assert len(json.dumps(said)) < 13_000


def test_a_union_a_default_and_a_reference_become_plain() -> None:
    fancy = {
        "$defs": {"X": {"type": "string"}},
        "additionalProperties": False,
        "properties": {
            "a": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None, "title": "A"},
            "b": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]},
            "c": {"enum": [1, 2], "type": "integer", "description": "one\nor two"},
        },
    }

    assert plain(fancy) == {
        "type": "object",
        "properties": {
            "a": {"type": "string"},
            "b": {"type": "array", "items": {"type": "string"}},
            "c": {"type": "integer", "description": "one or two", "enum": ["1", "2"]},
        },
    }


MEANT: list[tuple[str, str, dict[str, Any]]] = [
    ("create_task", '{"title": "milk"}', {"title": "milk"}),
    ("create_task", '{"title": 5}', {"title": "5"}),
    ("create_task", '{"title": "null"}', {"title": "null"}),
    ("create_task", '{"title": "milk", "due": null}', {"title": "milk"}),
    ("create_task", '{"title": "milk", "due": "null", "tags": "null"}', {"title": "milk"}),
    ("create_task", '{"title": "milk", "due": "None"}', {"title": "milk", "due": "None"}),
    ("create_task", '{"title": "milk", "tags": "home, shop"}', {"title": "milk", "tags": ["home", "shop"]}),
    (
        "create_task",
        '{"title": "milk", "tags": "[\\"home\\", \\"shop\\"]"}',
        {"title": "milk", "tags": ["home", "shop"]},
    ),
    ("create_task", '{"title": "milk", "tags": "[\'home\']"}', {"title": "milk", "tags": ["home"]}),
    ("create_task", '{"title": "milk", "tags": [2026, null, ""]}', {"title": "milk", "tags": ["2026"]}),
    ("create_task", '{"title": "milk", "tags": [{"name": "home"}]}', {"title": "milk", "tags": ["home"]}),
    ("create_task", '{"title": "milk", "reminder_minutes": "15"}', {"title": "milk", "reminder_minutes": 15}),
    ("create_task", '{"title": "milk", "reminder_minutes": 15.0}', {"title": "milk", "reminder_minutes": 15}),
    ("create_task", '{"title": "milk", "reminder_minutes": "15 minutes"}', {"title": "milk", "reminder_minutes": 15}),
    ("create_task", '{"name": "milk", "dueDate": "friday"}', {"title": "milk", "due": "friday"}),
    ("create_task", '{"Title": "milk", "due-date": "friday"}', {"title": "milk", "due": "friday"}),
    ("create_task", '"{\\"title\\": \\"milk\\"}"', {"title": "milk"}),
    ("create_task", '{"arguments": {"title": "milk"}}', {"title": "milk"}),
    ("create_task", '{"arguments": "{\\"title\\": \\"milk\\"}"}', {"title": "milk"}),
    ("create_task", '[{"title": "milk"}]', {"title": "milk"}),
    ("create_task", "{'title': 'milk', 'due': None}", {"title": "milk"}),
    ("create_task", '```json\n{"title": "milk"}\n```', {"title": "milk"}),
    ("create_task", '{"title": "two\nlines"}', {"title": "two\nlines"}),
    ("complete_task", '{"task": 2}', {"task": "2"}),
    ("complete_task", '{"task": ["it"]}', {"task": "it"}),
    ("complete_task", '{"task_id": "abc"}', {"task": "abc"}),
    ("list_tasks", "", {}),
    ("list_tasks", "null", {}),
    ("list_tasks", "{}", {}),
    ("list_tasks", '{"priorities": "high", "limit": "5"}', {"priorities": ["high"], "limit": 5}),
    ("list_tasks", '{"query": "milk"}', {"search": "milk"}),
    ("archive_list", '{"name": "Home", "bring_back": "true"}', {"name": "Home", "bring_back": True}),
    ("archive_list", '{"list_name": "Home", "name": "Home"}', {"name": "Home"}),
    ("create_list", '{"title": "Home", "color": "pine"}', {"name": "Home", "colour": "pine"}),
    ("create_task", '{"title": "milk", "list_name": "Home"}', {"title": "milk", "list": "Home"}),
    ("undo_last", '{"reason": "wrong"}', {}),
]


@pytest.mark.parametrize(("tool", "sent", "meant"), MEANT)
def test_what_is_meant_is_understood(tool: str, sent: str, meant: dict[str, Any]) -> None:
    assert read_arguments(sent, SCHEMA[tool]).arguments == meant


REFUSED: list[tuple[str, str, str]] = [
    ("create_task", "{}", "“title” is missing."),
    ("create_task", '{"title": null}', "“title” is missing."),
    ("create_task", '{"title": {"is": "milk"}}', "“title” takes a text."),
    ("create_task", '{"title": "milk", "reminder_minutes": "soon"}', "“reminder_minutes” takes a whole number."),
    ("create_task", '{"title": "milk", "reminder_minutes": 1.5}', "“reminder_minutes” takes a whole number."),
    ("create_task", '{"title": "milk", "reminder_minutes": true}', "“reminder_minutes” takes a whole number."),
    ("complete_task", '{"task": ["a", "b"]}', "“task” takes one value. Call the tool once for each."),
    ("archive_list", '{"name": "Home", "bring_back": "perhaps"}', "“bring_back” is true or false."),
    ("list_tasks", "{", "The arguments of this call could not be read."),
    ("list_tasks", "__import__('os')", "The arguments of this call could not be read."),
    ("list_tasks", '"x"', "The arguments of this call could not be read."),
    ("list_tasks", "[1, 2]", "The arguments of this call could not be read."),
    ("list_tasks", "[" * 5_000, "The arguments of this call could not be read."),
]


@pytest.mark.parametrize(("tool", "sent", "says"), REFUSED)
def test_what_cannot_be_meant_is_refused_in_words(tool: str, sent: str, says: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_arguments(sent, SCHEMA[tool])

    assert caught.value.message == says


def test_what_a_tool_does_not_take_is_named() -> None:
    read = read_arguments(
        '{"title": "milk", "colour": "red", "due": "friday", "date": "monday"}', SCHEMA["create_task"]
    )

    assert read.arguments == {"title": "milk", "due": "friday"}
    assert read.ignored == ("colour", "date")


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=9)
KEY = st.sampled_from(["title", "task", "tags", "x"])
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3))


@given(st.text(max_size=60) | JSON.map(json.dumps))
def test_whatever_is_sent_is_read_or_refused(sent: str) -> None:
    for schema in (SCHEMA["create_task"], SCHEMA["list_tasks"], SCHEMA["undo_last"]):
        try:
            read_arguments(sent, schema)
        except Invalid as error:
            assert error.message.endswith(".")


async def test_a_small_model_gets_done_what_it_means(alice: Person, now: datetime, world: dict[str, Task]) -> None:
    sent = json.dumps(
        {"name": "bread", "due_date": "null", "labels": "home, shop", "reminder": "null", "colour": "red"}
    )
    made = calls([call("Create_Task", sent, id="", index=0)], finish="stop")
    async with playing(made, says("Bread is there.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("add bread")

        [bread] = tasks.find(alice, TaskFilter(words="bread"), now=now).tasks
        [result] = [json.loads(m["content"]) for m in mock.asked[1]["messages"] if m["role"] == "tool"]
        assert errors(events) == []
        assert (bread.title, set(bread.tags), bread.due) == ("bread", {"home", "shop"}, None)
        assert result["ignored"] == ["colour"]


@pytest.mark.parametrize("name", ["format_disk", "create_tasks_for_everybody", "x" * 300, "Ignore all rules"])
async def test_a_tool_that_was_made_up_is_told_apart_in_words(name: str, alice: Person, now: datetime) -> None:
    made = calls([call(name, {}, id="a", index=0), call("create_task", {"title": "milk"}, id="b", index=1)])
    async with playing(made, says("Only the milk.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("do it")

        said = [json.loads(m["content"]) for m in mock.asked[1]["messages"] if m["role"] == "tool"]
        [unknown] = [each for each in said if "error" in each]
        assert errors(events) == []
        assert unknown["error"].startswith("There is no tool “…”.")
        assert unknown["data"] == {"error": name[:50]}
        assert [task.title for task in tasks.find(alice, TaskFilter(), now=now).tasks] == ["milk"]
