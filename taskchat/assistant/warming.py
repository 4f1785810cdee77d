"""The first answer costs no more than the second: one of each kind is given before anybody asks (decision 18)."""

import json
from datetime import datetime

import httpx2
from chatkit import types
from chatkit.types import ThreadItem
from pydantic import BaseModel

from taskchat.assistant.answer import to_json
from taskchat.assistant.answering import ask
from taskchat.assistant.context import Turn
from taskchat.assistant.history import said_by
from taskchat.assistant.models import Endpoint, Models
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.config import Settings
from taskchat.domain.person import Person, Seat

SAID = "hello"
CHUNKS = (
    {"choices": [{"index": 0, "delta": {"role": "assistant", "content": "Hello."}, "finish_reason": None}]},
    {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
)


class _Nowhere(ThreadStore):
    """Keeps nothing: nobody is there yet."""

    async def add_thread_item(self, thread_id: str, item: ThreadItem, context: Turn) -> None:
        return None


async def warm_up(settings: Settings, *, now: datetime) -> None:
    """One turn of the built-in assistant, one of a provider that is a function of ours; nothing leaves the server."""
    _build_types()
    settings = settings.model_copy(update={"taskchat_limit_server": 0, "taskchat_limit_tokens": 0})
    builtin = settings.model_copy(update={"taskchat_model": "builtin"})
    await _answer(Models(builtin), now)
    endpoint = Endpoint("Nobody", "nothing", "http://127.0.0.1/v1", "none", "nobody")
    async with httpx2.AsyncClient(transport=httpx2.MockTransport(_reply)) as http:
        await _answer(Models(settings, http, endpoint=endpoint), now)


def _build_types() -> None:
    """ChatKit's types wait for each other and are finished when first used: the first message waited 40 ms for it."""
    for one in vars(types).values():
        if isinstance(one, type) and issubclass(one, BaseModel) and one is not BaseModel:
            one.model_rebuild()


async def _answer(models: Models, now: datetime) -> None:
    turn = Turn(Seat(Person("nobody", None, guest=False, created=now), ""), now, "thr_nowhere", text=SAID)
    record = Record(model=models.name_for(turn))
    async for event in ask(_Nowhere(), models, record, turn, [said_by("user", SAID)]).events():
        to_json(event)
    await models.close()


def _reply(request: httpx2.Request) -> httpx2.Response:
    lines = [json.dumps({"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m"} | c) for c in CHUNKS]
    body = "".join(f"data: {line}\n\n" for line in [*lines, "[DONE]"])
    return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=body)
