"""A TaskChat of its own, on an empty database, in which people say things as in the real one."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from chatkit.errors import CustomStreamError
from chatkit.types import (
    AssistantMessageItem,
    ErrorEvent,
    ThreadItem,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadMetadata,
    ThreadsCreateReq,
    ThreadStreamEvent,
    UserMessageInput,
    WidgetItem,
)

from evals.listed import There, bring, plain
from taskchat.assistant.answer import answer_text, local_now, to_json
from taskchat.assistant.context import Turn
from taskchat.assistant.models import Models
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.talk import Talk
from taskchat.assistant.warming import warm_up
from taskchat.assistant.wire import read
from taskchat.config import Settings, load_settings
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Seat, Ways
from taskchat.live import close_live, open_live
from taskchat.services import tasks
from taskchat.storage.accounts import insert_person
from taskchat.storage.database import close_database, insert_row, open_database, writing
from taskchat.storage.disk import close_disk, open_disk
from taskchat.storage.ids import new_id
from taskchat.storage.items import put_item
from taskchat.storage.past import Past
from taskchat.storage.tables import Runs
from taskchat.storage.threads import insert_thread

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

    Storage, news and models alone: reminders and the purge follow the real clock, and people here have their own.
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
        answering = models(settings)
        stack.push_async_callback(answering.close)
        await warm_up(settings, now=datetime.now(UTC))
        yield Room(answering, ThreadStore(settings.address))


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
    """Models and a store, and one person a conversation."""

    models: Models
    store: ThreadStore

    def person(self, there: Sequence[There], ways: Ways, now: datetime) -> "Talking":
        """Somebody new, with these tasks and an empty conversation. Raises Invalid for tasks that cannot be."""
        thread_id = new_id("thr")
        with writing() as session:
            person = insert_person(session, None, None, ways, now=now)
            bring(person, session, there, now=now)
            insert_thread(person, session, thread_id, "", now=now)
        return Talking(self, person, now, thread_id)


@dataclass(slots=True)
class Talking:
    """One person's conversation; `now` is their clock, and may move on."""

    room: Room
    person: Person
    now: datetime
    thread_id: str
    _left: "_Left | None" = None
    """What the sentence before has left, until it is written down for the next one."""

    async def say(self, text: str) -> Heard:
        """What the chat server does between a message and the end of its answer, without what it does for those who
        look on, come later or start again. Raises TaskChatError where the sentence is refused."""
        started = time.perf_counter()
        if self._left is not None:
            self._write_down(self._left)
        turn = Turn(Seat(self.person, ""), self.now, self.thread_id, run_id=new_id("run"))
        talk = Talk(self.room.store, self.room.models, Record(model=self.room.models.name_for(turn)))
        await talk.write(_input(text), turn)
        if self._left is None:
            await talk.think_ahead(Past(), turn)
        self._left = _Left(turn, talk)
        shown = [words async for event in self._left.events() if (words := _shown(event))]
        return Heard(self._left.calls(), "\n".join(shown), (time.perf_counter() - started) * 1000)

    def _write_down(self, left: "_Left") -> None:
        """What the next sentence is understood by: what stands in the conversation, and what the run remembers."""
        memory = {"items": json.dumps(left.talk.record.remembered(), ensure_ascii=False, default=str), "usage": "{}"}
        own = {"id": left.turn.run_id, "message_id": left.turn.message_id, "model": left.talk.record.model}
        at, thread_id = datetime.now(UTC), self.thread_id
        over = {
            "session": "",
            "worker": "",
            "error": "",
            "state": "done",
            "started": at,
            "ended": at,
            "lease_until": at,
        }
        with writing() as session:
            for item in left.items.values():
                put_item(
                    self.person, session, thread_id, item.id, kind=item.type, data=to_json(item), now=self.now
                )  # fmt: skip
            insert_row(session, Runs, person_id=self.person.id, thread_id=thread_id, **own, **memory, **over)

    def tasks(self) -> list[dict[str, Any]]:
        """All that are not in the trash, done ones too, in the order in which they were made."""
        return plain(tasks.find_all(self.person, TaskFilter(status=None), now=self.now))


class _Left:
    """An answer, as it is read and as it is left behind."""

    def __init__(self, turn: Turn, talk: Talk) -> None:
        self.turn = turn
        self.talk = talk
        self.items: dict[str, ThreadItem] = {talk.message.id: talk.message} if talk.message else {}

    async def events(self) -> AsyncIterator[ThreadStreamEvent]:
        thread = ThreadMetadata(id=self.turn.thread_id, created_at=local_now())
        try:
            async for event in self.talk.respond(thread, self.talk.message, self.turn):
                if isinstance(event, ThreadItemDoneEvent | ThreadItemReplacedEvent):
                    self.items[event.item.id] = event.item
                yield event
        except CustomStreamError as error:
            yield ErrorEvent(message=error.message, allow_retry=error.allow_retry)
        finally:
            await self.talk.let_go()

    def calls(self) -> tuple[dict[str, Any], ...]:
        """As the run has them on record."""
        made = [item for item in self.talk.record.remembered() if item.get("type") == "function_call"]
        return tuple({"name": call["name"], "arguments": _object(call["arguments"])} for call in made)


def _input(text: str) -> UserMessageInput:
    """The message as the page sends it, cleaned and bounded. Raises Invalid."""
    said = {"content": [{"type": "input_text", "text": text}], "attachments": [], "inference_options": {}}
    request = read(json.dumps({"type": "threads.create", "params": {"input": said}}).encode())
    return cast(ThreadsCreateReq, request).params.input


def _object(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _shown(event: ThreadStreamEvent) -> str:
    """What a person sees of an event once it is over: words, the words of a card, or why there are none."""
    match event:
        case ErrorEvent():
            return event.message or ""
        case ThreadItemDoneEvent(item=AssistantMessageItem() as answer):
            return answer_text(answer)
        case ThreadItemDoneEvent(item=WidgetItem() as card):
            return "\n".join(_words(card.widget.model_dump(by_alias=True, exclude_none=True)))
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
