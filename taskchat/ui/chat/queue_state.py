"""The messages of the conversation on show that wait for their turn, and what a person does with them (K-06)."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import reflex as rx

from taskchat.assistant.server import chat
from taskchat.domain.file import File
from taskchat.domain.person import Seat
from taskchat.errors import TaskChatError
from taskchat.services import files, queue
from taskchat.services.queue import Waiting
from taskchat.ui.session import seat_of


@dataclass(frozen=True, slots=True)
class Queued:
    """One of them, with all that the composer needs to have it back. `send` is the key it was sent under."""

    id: str
    text: str
    names: list[dict[str, str]] = field(default_factory=list)
    """The tasks and lists that the text names with @."""
    quote: str = ""
    files: list[dict[str, Any]] = field(default_factory=list)
    send: str = ""
    held: bool = False
    """It goes only when the person sends it."""


class QueueState(rx.State):
    """`thread_id` is the conversation whose line this is."""

    thread_id: rx.Field[str] = rx.field("")
    rows: rx.Field[list[Queued]] = rx.field(default_factory=list)
    wrong: rx.Field[str] = rx.field("")
    """Why the last thing asked of `about` could not be done."""
    about: rx.Field[str] = rx.field("")

    @rx.event
    async def withdraw(self, message_id: str) -> None:
        async with self._asked_about(message_id):
            await chat().queue.withdraw(await seat_of(self), self.thread_id, message_id)

    @rx.event
    async def send_now(self, message_id: str) -> None:
        async with self._asked_about(message_id):
            await chat().queue.send_now(await seat_of(self), self.thread_id, message_id)

    async def _look(self, seat: Seat, thread_id: str) -> None:
        """As it stands now; nothing was wrong with that."""
        waiting = await asyncio.to_thread(queue.line, seat.person, thread_id)
        self._show(thread_id, await rows(seat, waiting))
        self.wrong = self.about = ""

    def _show(self, thread_id: str, line: list[Queued]) -> None:
        if self.rows != line:
            self.rows = line
        if self.thread_id != thread_id:
            self.thread_id, self.wrong, self.about = thread_id, "", ""

    @asynccontextmanager
    async def _asked_about(self, message_id: str) -> AsyncIterator[None]:
        """What is refused is said beside the line, which stays usable. The line itself comes to every tab."""
        self.wrong = self.about = ""
        try:
            yield
        except TaskChatError as error:
            self.wrong, self.about = error.message, message_id


async def rows(seat: Seat, waiting: Iterable[Waiting]) -> list[Queued]:
    """Their files are read again: a message knows no sizes."""
    messages = [(one, json.loads(one.message)) for one in waiting]
    ids = [each["id"] for _, message in messages for each in message.get("attachments") or ()]
    found = await asyncio.to_thread(files.several, seat.person, ids) if ids else ()
    return [_row(one, message, {file.id: file for file in found}) for one, message in messages]


def _row(waiting: Waiting, message: Mapping[str, Any], there: Mapping[str, File]) -> Queued:
    content = message["content"]
    tags = [part for part in content if part["type"] == "input_tag"]
    return Queued(
        waiting.message_id,
        "".join(part["text"] if part["type"] == "input_text" else f"@{part['text']}" for part in content),
        [{"id": tag["id"], "kind": (tag.get("data") or {}).get("kind", ""), "name": tag["text"]} for tag in tags],
        message.get("quoted_text") or "",
        [_file(there[each["id"]]) for each in message.get("attachments") or () if each["id"] in there],
        waiting.key,
        waiting.held,
    )


def _file(file: File) -> dict[str, Any]:
    return {"id": file.id, "name": file.name, "size": file.size, "picture": file.is_picture}
