"""Talking to the chat server in a test: operations as a client sends them, frames as it reads them."""

import json
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from agents import Model
from agents.testing import ScriptedModel, assistant_message, function_call

from taskchat.assistant.careful import Careful
from taskchat.assistant.context import Turn
from taskchat.assistant.models import Models
from taskchat.assistant.reduce import Conversation, from_items, reduce
from taskchat.assistant.server import Chat, Json, Streamed, close_chat, open_chat
from taskchat.config import Settings
from taskchat.domain.person import Person, Seat

Event = dict[str, Any]
Script = ScriptedModel | Callable[[Turn], Model]


def settings(**more: Any) -> Settings:
    """Nothing from the environment; no limits unless a test is about them."""
    quiet = {"taskchat_model": "builtin", "taskchat_limit_minute": 0, "taskchat_limit_day": 0, "taskchat_titles": False}
    return Settings.model_construct(**{name: f.default for name, f in Settings.model_fields.items()} | quiet | more)


def at(url: str, **more: Any) -> Settings:
    """A provider at `url`."""
    return settings(taskchat_model="mock", taskchat_model_url=url, **more)


class Scripted(Models):
    """Models whose answers a test has written."""

    def __init__(self, script: Script, **more: Any) -> None:
        super().__init__(settings(**more))
        self.script = script

    def model_for(self, turn: Turn) -> Model:
        return Careful(self.script if isinstance(self.script, ScriptedModel) else self.script(turn), "Script", ())


def script(*steps: Any) -> ScriptedModel:
    """Strings are answers, (name, arguments) a call, lists several of either in one response."""
    return ScriptedModel([[_output(each) for each in (step if isinstance(step, list) else [step])] for step in steps])


def _output(step: Any) -> Any:
    if isinstance(step, str):
        return assistant_message(step)
    name, arguments = step
    return function_call(name, arguments, call_id="function-call-1")


@asynccontextmanager
async def chatting(models: Models | Script | None = None, **more: Any) -> AsyncIterator[Chat]:
    """An open chat server; `more` are settings."""
    models = Scripted(models, **more) if isinstance(models, ScriptedModel) or callable(models) else models
    try:
        yield await open_chat(models.settings if models else settings(**more), models)
    finally:
        await close_chat()


@asynccontextmanager
async def chatting_with(url: str, pauses: tuple[float, ...] = (0.0, 0.0), **more: Any) -> AsyncIterator[Chat]:
    """The provider at `url` answers."""
    async with chatting(Models(at(url, **more), pauses=pauses)) as chat:
        yield chat


def op(kind: str, /, metadata: Event | None = None, **params: Any) -> bytes:
    return json.dumps({"type": kind, "params": params, "metadata": metadata or {}}).encode()


def message(text: str, **more: Any) -> Event:
    content = [{"type": "input_text", "text": text}]
    return {"content": content, "attachments": [], "inference_options": {}} | more


@dataclass(slots=True)
class Client:
    """One person at one chat server."""

    chat: Chat
    person: Person
    now: datetime
    session: str = ""
    thread_id: str = ""
    events: list[Event] = field(default_factory=list)
    """Of the last stream."""

    @property
    def seat(self) -> Seat:
        return Seat(self.person, self.session)

    async def post(self, body: bytes) -> Json | Streamed:
        return await self.chat.handle(self.seat, body, now=self.now)

    async def json(self, kind: str, /, **params: Any) -> Any:
        result = await self.post(op(kind, **params))
        assert isinstance(result, Json)
        return json.loads(result.data)

    async def stream(self, body: bytes) -> list[Event]:
        """All events of a streaming operation."""
        begun = await self.begin(body)
        self.events = [json.loads(frame.data) async for frame in begun.frames]
        return self.events

    async def begin(self, body: bytes) -> Streamed:
        begun = await self.post(body)
        assert isinstance(begun, Streamed)
        self.thread_id = begun.thread_id
        return begun

    async def say(self, text: str, **metadata: Any) -> list[Event]:
        return await self.stream(self.sending(text, **metadata))

    def sending(self, text: str, **metadata: Any) -> bytes:
        if not self.thread_id:
            return op("threads.create", metadata, input=message(text))
        return op("threads.add_user_message", metadata, thread_id=self.thread_id, input=message(text))

    async def items(self) -> list[Event]:
        return (await self.json("items.list", thread_id=self.thread_id, limit=100, order="asc"))["data"]

    async def answers(self) -> list[str]:
        """The texts of the assistant, as stored."""
        return [text_in(item) for item in await self.items() if item["type"] == "assistant_message"]

    async def stored(self) -> Conversation:
        return from_items(await self.items())


def text_in(item: Event) -> str:
    return "".join(part["text"] for part in item["content"])


def seen(events: Iterable[Event], conversation: Conversation | None = None) -> Conversation:
    """What a client shows after these events."""
    conversation = conversation or Conversation()
    for event in events:
        conversation = reduce(conversation, event)
    return conversation


def kinds(events: Iterable[Event]) -> list[str]:
    return [event["type"] for event in events]


def errors(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event["type"] == "error"]
