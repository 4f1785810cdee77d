"""A TaskChat of its own, on an empty database, in which people say things as in the real one."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from evals.listed import There, bring, plain
from taskchat.assistant.models import Models
from taskchat.assistant.server import Chat, Json, close_chat, open_chat, warm
from taskchat.config import Settings, load_settings
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Seat, Ways
from taskchat.live import close_live, open_live
from taskchat.services import conversations, tasks
from taskchat.storage.accounts import insert_person
from taskchat.storage.database import close_database, open_database, writing
from taskchat.storage.disk import close_disk, open_disk

SHOWN = {"Title", "Text", "Caption", "Markdown", "Badge"}
"""Parts of a card that are words."""


class _Here(ThreadPoolExecutor):
    """Does the work where it is asked for: nobody else waits, and to change threads takes longer than the work."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asked for it hears of it
            done.set_exception(error)
        return done


@asynccontextmanager
async def opened(folder: Path, model: str, models: Callable[[Settings], Models] = Models) -> AsyncIterator["Room"]:
    """With everything it keeps in `folder`. `model` as the settings name it, "" for the one they choose.

    Storage, news and chat server alone: reminders and the purge follow the real clock, and people here have their own.
    """
    settings = _settings(folder, model)
    async with AsyncExitStack() as stack:
        asyncio.get_running_loop().set_default_executor(_Here())
        stack.callback(close_disk)
        open_disk(settings.data_folder / "files")
        stack.callback(close_database)
        open_database(settings.database_url)
        stack.push_async_callback(close_live)
        await open_live()
        stack.push_async_callback(close_chat)
        chat = await open_chat(settings, models(settings))
        await warm()
        yield Room(chat)


def _settings(folder: Path, model: str) -> Settings:
    """Those of the environment, but for the database, and for limits: who judges may say more than a person."""
    chosen = {"taskchat_model": model} if model else {}
    off = {"taskchat_limit_day": 0, "taskchat_limit_minute": 0, "taskchat_limit_server": 0, "taskchat_limit_tokens": 0}
    return load_settings(database_url=f"sqlite:///{folder / 'taskchat.db'}", taskchat_titles=False, **chosen, **off)


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of a sentence: the model's calls in their order, all that was shown, and how long it took."""

    calls: tuple[dict[str, Any], ...]
    reply: str
    ms: float


@dataclass(frozen=True, slots=True)
class Room:
    """An open chat server, and one person a conversation."""

    chat: Chat

    def person(self, there: Sequence[There], ways: Ways, now: datetime) -> "Talking":
        """Somebody new, with these tasks. Raises Invalid for tasks that cannot be."""
        with writing() as session:
            person = insert_person(session, None, None, ways, now=now)
        bring(person, there, now=now)
        return Talking(self.chat, person, now)


@dataclass(slots=True)
class Talking:
    """One person's conversation; `now` is their clock, and may move on."""

    chat: Chat
    person: Person
    now: datetime
    thread_id: str = field(default="")

    async def say(self, text: str) -> Heard:
        """A sentence as the page sends it, read to the end. Raises TaskChatError where it is refused."""
        started = time.perf_counter()
        begun = await self.chat.handle(Seat(self.person, ""), self._request(text), now=self.now)
        if isinstance(begun, Json):
            raise TypeError("a message is answered by a stream")
        self.thread_id = begun.thread_id
        shown = [words for frame in [each async for each in begun.frames] if (words := _shown(json.loads(frame.data)))]
        ms = (time.perf_counter() - started) * 1000
        return Heard(self._calls(), "\n".join(shown), ms)

    def _request(self, text: str) -> bytes:
        said = {"content": [{"type": "input_text", "text": text}], "attachments": [], "inference_options": {}}
        kind, where = ("threads.add_user_message", {"thread_id": self.thread_id}) if self.thread_id else BEGINNING
        return json.dumps({"type": kind, "params": where | {"input": said}}).encode()

    def _calls(self) -> tuple[dict[str, Any], ...]:
        """As the run has them on record."""
        runs = conversations.past(self.person, self.thread_id, before="").runs
        made = [item for item in json.loads(runs[-1].items) if item.get("type") == "function_call"] if runs else []
        return tuple({"name": call["name"], "arguments": _object(call["arguments"])} for call in made)

    def tasks(self) -> list[dict[str, Any]]:
        """All that are not in the trash, done ones too, in the order in which they were made."""
        return plain(tasks.find_all(self.person, TaskFilter(status=None), now=self.now))


BEGINNING: tuple[str, dict[str, str]] = ("threads.create", {})


def _object(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _shown(event: dict[str, Any]) -> str:
    """What a person sees of an event once it is over: words, the words of a card, or why there are none."""
    if event["type"] == "error":
        return str(event.get("message") or "")
    item = event.get("item", {}) if event["type"] == "thread.item.done" else {}
    match item.get("type"):
        case "assistant_message":
            return "".join(part["text"] for part in item["content"])
        case "widget":
            return "\n".join(_words(item["widget"]))
    return ""


def _words(part: dict[str, Any]) -> list[str]:
    """The words of a card, a line each; what stands in one row of a list stands in one line."""
    said = [str(part["value"])] if part.get("type") in SHOWN else []
    said += [str(part["status"]["text"])] if "status" in part else []
    said += [words for child in _children(part) for words in _words(child)]
    return [f"- {' · '.join(said)}"] if part.get("type") == "ListViewItem" and said else said


def _children(part: dict[str, Any]) -> list[dict[str, Any]]:
    children = part.get("children") or []
    return [child for child in (children if isinstance(children, list) else [children]) if isinstance(child, dict)]
