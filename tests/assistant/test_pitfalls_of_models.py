"""P1, P2, P8, P9, P10, P12 of the SDKs: what chat-completions models do, played by a provider on loopback.

Each docstring names the line whose removal makes the test fail.
"""

import json
from datetime import datetime
from typing import Any

import pytest
from agents import Agent, RunConfig, Runner
from agents.testing import ScriptedModel, assistant_message
from openai.types.responses import ResponseFunctionToolCall

from taskchat.assistant.careful import Careful
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.services import conversations, tasks
from tests.assistant.provider import Reply, call, calls, playing, says
from tests.assistant.talking import Client, chatting, chatting_with, errors, script

MILK, BREAD = {"title": "milk"}, {"title": "bread"}


def titles(person: Person, now: datetime) -> list[str]:
    return sorted(task.title for task in tasks.find(person, TaskFilter(), now=now).tasks)


async def test_p01_the_second_turn_reaches_a_chat_completions_model(alice: Person, now: datetime) -> None:
    """Without `PlainConverter.assistant_message_to_input` the SDK raises "Unknown content" in the second turn."""
    async with playing(says("Hello."), says("Still here.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")
        run_id = str(conversations.latest_run(alice, client.thread_id))
        conversations.finish(alice, run_id, state="done", items="[]", now=now)

        events = await client.say("are you there?")

        assert errors(events) == []
        assert mock.asked[1]["messages"][1:] == [
            {"role": "user", "content": "hi"},
            {"role": "assistant", "content": "Hello."},
            {"role": "user", "content": "are you there?"},
        ]


async def test_p02_every_answer_has_an_id_of_its_own(alice: Person, now: datetime) -> None:
    """Without `Careful` (its `Names`) every answer is `__fake_id__` and the last one stands for all."""
    async with playing(says("One."), says("Two."), says("Three.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("first")
        await client.say("second")
        other = Client(chat, alice, now)
        await other.say("elsewhere")

        ids = [item["id"] for item in await client.items() + await other.items()]

        assert await client.answers() == ["One.", "Two."]
        assert await other.answers() == ["Three."]
        assert len(set(ids)) == len(ids) == 6
        assert "__fake_id__" not in ids


def one_chunk(*made: dict[str, Any]) -> Reply:
    return calls(made)


WIRES: dict[str, Reply] = {
    "several in a chunk": one_chunk(
        call("create_task", MILK, id="a", index=0), call("create_task", BREAD, id="b", index=1)
    ),
    "same index": calls([call("create_task", MILK, id="a", index=0)], [call("create_task", BREAD, id="b", index=0)]),
    "no index": calls(
        [call("create_task", MILK, id="a", index=None)], [call("create_task", BREAD, id="b", index=None)]
    ),
    "missing ids": calls([call("create_task", MILK, id=None, index=0)], [call("create_task", BREAD, id=None, index=0)]),
    "empty ids": one_chunk(call("create_task", MILK, id="", index=0), call("create_task", BREAD, id="", index=1)),
    "repeated ids": calls(
        [call("create_task", MILK, id="function-call-1", index=0)],
        [call("create_task", BREAD, id="function-call-1", index=0)],
    ),
    "finished as a text": calls(
        [call("create_task", MILK, id="a", index=0), call("create_task", BREAD, id="b", index=1)], finish="stop"
    ),
    "in pieces": calls(
        [call("create_task", '{"tit', id="a", index=0)],
        [{"index": 0, "function": {"arguments": 'le": "milk"}'}}],
        [call("create_task", '{"title"', id="b", index=1)],
        [{"index": 1, "function": {"arguments": ': "bread"}'}}],
    ),
    "in pieces without an index": calls(
        [call("create_task", '{"title": "mi', id="a", index=None)],
        [{"function": {"arguments": 'lk"}'}}],
        [{"extra_content": {"google": {"thought_signature": "sealed"}}}],
        [call("create_task", '{"title": "bread"}', id="b", index=None)],
        finish="stop",
    ),
    "names in other letters": one_chunk(
        call("createTask", MILK, id="a", index=0), call("default_api.Create_Task", BREAD, id="b", index=1)
    ),
    "pieces under one index": calls(
        [call("create_task", '{"title": "mi', id="a", index=0)],
        [call("create_task", '{"title": "br', id="b", index=0)],
        [{"index": 0, "id": "a", "function": {"arguments": 'lk"}'}}],
        [{"index": 0, "id": "b", "function": {"arguments": 'ead"}'}}],
    ),
}


@pytest.mark.parametrize("wire", WIRES)
async def test_p08_parallel_calls_are_told_apart(wire: str, alice: Person, now: datetime) -> None:
    """Without `Mender._called` calls melt into one, or fail for want of an id."""
    async with playing(WIRES[wire], says("Both are there.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("add milk and bread")

        assert errors(events) == []
        assert titles(alice, now) == ["bread", "milk"]
        answered = [m for m in mock.asked[1]["messages"] if m["role"] == "tool"]
        assert len({m["tool_call_id"] for m in answered}) == 2


def bare(arguments: dict[str, str], call_id: str) -> ResponseFunctionToolCall:
    """A call as a careless model makes it: no id of its own, the call's id used before."""
    text = json.dumps(arguments)
    return ResponseFunctionToolCall(name="create_task", arguments=text, call_id=call_id, type="function_call")


async def test_p08_a_call_id_used_again_later_is_a_new_call(alice: Person, now: datetime) -> None:
    """Without `call_id` in `Names._named` the second call is taken for a repetition and silently left out."""
    model = ScriptedModel([[bare(MILK, "x")], [bare(MILK, "x")], [assistant_message("Two of them.")]])
    async with chatting(model) as chat:
        await Client(chat, alice, now).say("add milk twice")

        assert titles(alice, now) == ["milk", "milk"]


async def test_p09_a_call_without_an_item_id_is_carried_out(alice: Person, now: datetime) -> None:
    """Without `id` in `Names._named` ChatKit stops at a bare assertion."""
    model = ScriptedModel([[bare(MILK, "x")], [assistant_message("There it is.")]])
    async with chatting(model) as chat:
        client = Client(chat, alice, now)

        events = await client.say("add milk")

        assert errors(events) == []
        assert await client.answers() == ["There it is."]


async def test_p10_tool_runs_are_shown_kept_and_remembered(alice: Person, now: datetime) -> None:
    """Without `hooks=` nothing is shown; without `Record.remembered` the next turn does not know the result."""
    model = script(("create_task", MILK), "There it is.", "Milk, as I said.")
    async with chatting(model) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        await client.say("what was it?")

        [workflow] = [item for item in (await client.stored()).items if item.kind == "workflow"]
        remembered = json.dumps(model.calls[-1].input)

        assert [(step.title, step.state) for step in workflow.steps] == [("Created: milk", "done")]
        assert "function_call_output" in remembered
        assert "created" in remembered


async def test_p12_usage_is_asked_for_and_kept(alice: Person, now: datetime) -> None:
    """Without `include_usage` in `SETTINGS` a provider that is not OpenAI reports none."""
    model = script("Hello.")
    await Runner.run(Agent("bare", model=Careful(model, "Script")), "hi", run_config=RunConfig(tracing_disabled=True))
    assert model.calls[0].model_settings.include_usage
    async with playing(says("Hello.")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")

        [run] = conversations.runs_of(alice, client.thread_id)

        assert mock.asked[0]["stream_options"] == {"include_usage": True}
        assert json.loads(run.usage) == {"requests": 1, "input": 7, "output": 5}
