"""What the model remembers of a conversation: the SDK's own items of each run, cut at a user message (K-04)."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from agents import TResponseInputItem
from chatkit.agents import ThreadItemConverter
from chatkit.types import (
    AssistantMessageItem,
    TaskItem,
    UserMessageItem,
    UserMessageTagContent,
    WidgetItem,
    WorkflowItem,
)
from openai.types.responses import EasyInputMessageParam, ResponseInputContentParam, ResponseInputTextParam

from taskchat.assistant.answer import answer_text, from_json
from taskchat.assistant.mentions import Known, input_text
from taskchat.storage.past import Past, PastItem

BUDGET = 24_000
"""Tokens of earlier conversation a model gets; a token is taken for 4 characters."""
CHARACTERS_A_TOKEN = 4
Remembered = Mapping[str, str]
"""Id of the user message or card that started a run → the run's SDK items as JSON."""


class PlainConverter(ThreadItemConverter):
    """Thread items as input where no run remembers them.

    The SDK's own turns an answer into `output_text` parts, which no chat-completions model accepts (P1), and shows
    workflows and widgets to the model, which then starts to imitate them.
    """

    async def assistant_message_to_input(self, item: AssistantMessageItem) -> TResponseInputItem | None:
        return said_by("assistant", answer_text(item)) if answer_text(item).strip() else None

    async def user_message_to_input(
        self, item: UserMessageItem, is_last_message: bool = True
    ) -> list[TResponseInputItem]:
        return user_input(item)

    async def tag_to_message_content(self, tag: UserMessageTagContent) -> ResponseInputContentParam:
        return ResponseInputTextParam(type="input_text", text=f"@{tag.text}")

    async def workflow_to_input(self, item: WorkflowItem) -> None:
        return None

    async def task_to_input(self, item: TaskItem) -> None:
        return None

    async def widget_to_input(self, item: WidgetItem) -> TResponseInputItem | None:
        return said_by("assistant", item.copy_text) if item.copy_text else None


def said_by(role: Any, text: str) -> TResponseInputItem:
    return EasyInputMessageParam(role=role, content=text)


def user_input(item: UserMessageItem, known: Known = MappingProxyType({})) -> list[TResponseInputItem]:
    """What the person said; what they quote stands before it as a message of its own.

    `known`: what its tags stand for; without it they are no more than words.
    """
    quoted = [said_by("user", f"About this: {_data(item.quoted_text)}")] if item.quoted_text else []
    return [*quoted, said_by("user", _said(item, known))]


def _said(item: UserMessageItem, known: Known) -> str:
    """A message that is nothing but its files says their names, which somebody else may have given them."""
    text, names = input_text(item, known), ", ".join(file.name for file in item.attachments)
    return f"Attached: {_data(names)}" if names and text == f"Attached: {names}" else text


def _data(text: str) -> str:
    """What may be somebody else's words, as data (U-01)."""
    return json.dumps({"data": text}, ensure_ascii=False)


async def recalled(past: Past, budget: int = BUDGET) -> list[Any]:
    """The model's input for what came before: whole turns, the newest that fit, each as its last run remembers it.

    What a retry took back is forgotten.
    """
    kept: list[Any] = []
    left = budget * CHARACTERS_A_TOKEN
    remembered = {run.message_id: run.items for run in past.runs}
    for turn in reversed(list(_turns(past.items))):
        said = await _input_of(turn, remembered)
        left -= len(json.dumps(said, ensure_ascii=False, default=str))
        if left < 0:
            break
        kept = [*said, *kept]
    return kept


def _turns(items: Iterable[PastItem]) -> Iterable[list[PastItem]]:
    """Items from one user message to the next; what stands before the first belongs to no turn."""
    turn: list[PastItem] = []
    for item in items:
        if item.kind == "user_message":
            if turn:
                yield turn
            turn = [item]
        elif turn:
            turn.append(item)
    if turn:
        yield turn


async def _input_of(turn: list[PastItem], remembered: Remembered) -> list[Any]:
    if not (said := json.loads(remembered.get(turn[0].id, "[]"))):
        return [*await PlainConverter().to_agent_input([from_json(item.data) for item in turn])]
    return [*said, *(item for each in turn[1:] for item in json.loads(remembered.get(each.id, "[]")))]


def paired(items: Iterable[Any]) -> list[Any]:
    """Without calls that have no output and outputs that have no call: a stopped run leaves such behind."""
    items = list(items)
    called = {i.get("call_id") for i in items if i.get("type") == "function_call"}
    put_out = {i.get("call_id") for i in items if i.get("type") == "function_call_output"}
    whole = called & put_out
    return [i for i in items if i.get("type") != "reasoning" and ("call_id" not in i or i["call_id"] in whole)]
