"""The conversation a tab shows, and what a person does in it; every word goes through the ChatKit server."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

import reflex as rx

from taskchat.assistant.reduce import from_items
from taskchat.assistant.sending import Streamed
from taskchat.assistant.server import chat
from taskchat.assistant.talk import THINKING
from taskchat.domain.person import Ways
from taskchat.errors import NotSignedIn, TaskChatError
from taskchat.services import activity
from taskchat.ui.chat import asks, forms
from taskchat.ui.chat.asks import Sent
from taskchat.ui.chat.following import UNDO
from taskchat.ui.chat.onscreen import on_screen
from taskchat.ui.chat.queue_state import QueueState
from taskchat.ui.chat.rows import Row, rows
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import place_of, seat_of
from taskchat.ui.tabs import WINDOW, Tab
from taskchat.ui.tasks.editing import EditorState

log = logging.getLogger(__name__)

FRESH = 24
"""New rows that are sent without the older ones, which stay as they were sent."""
MAY_CHANGE = 8
"""Rows at the end that a run may still change."""
SOMEBODY_ELSE = "Somebody else has signed in here since. Nothing was sent."
OPENS = "task.open"
"""The one action of a widget that is the page's own."""
FAILED = "Something went wrong on this server. Your text is kept. Try again."


@dataclass(frozen=True, slots=True)
class Picture:
    """What a tab should show right now of one conversation."""

    thread_id: str = ""
    title: str = ""
    rows: list[Row] = field(default_factory=list)
    has_earlier: bool = False
    blocks: list[str] = field(default_factory=list)
    lead: str = ""
    tail: str = ""
    progress: str = ""
    progress_icon: str = ""
    running: bool = False
    closed: str = ""
    """Why it takes no more messages."""
    problem: str = ""
    retry: str = ""
    """The message an answer can be tried again for; "" where that makes no sense."""
    built_in: bool = False
    """Whether the built-in assistant may answer it instead."""
    latest: str = ""
    """The answer that can be had anew though nothing went wrong."""
    asked: str = ""
    """The person's last message."""
    said: str = ""
    following: list[str] = field(default_factory=list)
    """What one may want to say next."""


class StreamState(rx.State):
    """What changes many times a second while an answer is written: settled blocks, and the block being written.

    Of that block `lead` changes rarely and `tail` with every frame.
    """

    blocks: rx.Field[list[str]] = rx.field(default_factory=list)
    lead: rx.Field[str] = rx.field("")
    tail: rx.Field[str] = rx.field("")
    progress: rx.Field[str] = rx.field("")
    progress_icon: rx.Field[str] = rx.field("")

    def _show(self, picture: Picture) -> None:
        assign(self, blocks=picture.blocks, lead=picture.lead, tail=picture.tail, progress=picture.progress)
        assign(self, progress_icon=picture.progress_icon)


class ChatState(rx.State):
    """The log's rows: `settled` ones are sent once, `fresh` ones with each answer, those `coming` with the run that is
    going as often as it changes them.
    """

    thread_id: rx.Field[str] = rx.field("")
    title: rx.Field[str] = rx.field("")
    loading: rx.Field[bool] = rx.field(True)
    settled: rx.Field[list[Row]] = rx.field(default_factory=list)
    fresh: rx.Field[list[Row]] = rx.field(default_factory=list)
    coming: rx.Field[list[Row]] = rx.field(default_factory=list)
    has_earlier: rx.Field[bool] = rx.field(False)
    running: rx.Field[bool] = rx.field(False)
    closed: rx.Field[str] = rx.field("")
    problem: rx.Field[str] = rx.field("")
    retry: rx.Field[str] = rx.field("")
    built_in: rx.Field[bool] = rx.field(False)
    latest: rx.Field[str] = rx.field("")
    asked: rx.Field[str] = rx.field("")
    said: rx.Field[str] = rx.field("")
    answered: rx.Field[str] = rx.field("")
    """The send the server has answered last, by taking it or by refusing it."""
    refused: rx.Field[str] = rx.field("")
    """Why that send was refused; "" when it was taken."""
    pressed: rx.Field[int] = rx.field(0)
    """How many buttons of cards the server has dealt with."""
    following: rx.Field[list[str]] = rx.field(default_factory=list)

    @rx.event
    def arrive(self) -> None:
        """On load, and whenever the address changed: show the conversation it names."""
        thread_id = dict(parse_qsl(self.router.url.query)).get("c", "")
        if thread_id != self.thread_id:
            self._turn_to(thread_id)
        place_of(self).show(thread_id)
        self.loading = self.loading and bool(thread_id)

    @rx.event
    def reload(self) -> None:
        """Read everything again; the tab knows what it shows even where its state was lost."""
        place = place_of(self)
        self.thread_id = place.tab.thread_id
        place.show(self.thread_id, again=True)

    @rx.event
    async def send(self, sent: Sent) -> None:
        """Where it begins a conversation the composer gives the address its name."""
        is_here = sent.thread == self.thread_id
        async with self._answering(sent.id):
            if sent.person != (await seat_of(self)).person.id:
                raise NotSignedIn(SOMEBODY_ELSE)
            begun = await self._ask(asks.send(sent, await on_screen(self)))
            if is_here and begun is not None:
                await self._sent(begun)

    @rx.event
    async def stop(self) -> None:
        async with self._answering():
            await chat().stop(await seat_of(self), self.thread_id)

    @rx.event
    async def press(self, item_id: str, action: dict[str, Any], values: str) -> Any:
        """A button of a card, with what stands in the form around it."""
        async with self._answering():
            kind, said = action["type"], asks.with_values(action["payload"], values)
            if kind == OPENS:
                return EditorState.open(str(said.get("id")))
            await self._go_on(await self._ask(_pressed(self.thread_id, item_id, action, said)))
        self.pressed += 1
        return None

    @rx.event
    async def act(self, item_id: str, kind: str, task_id: str) -> None:
        """A button of one task: complete it, or open it again; in a list, that list hears of it."""
        async with self._answering():
            await self._ask(asks.press(self.thread_id, item_id, kind, {"id": task_id}, at_once=True))

    @rx.event
    async def undo(self, group: str) -> None:
        """Take back everything one message changed."""
        seat = await seat_of(self)
        async with self._answering():
            undone = await asyncio.to_thread(activity.undo, seat.person, group, now=datetime.now(UTC))
            toasts = await self.get_state(Toasts)
            toasts.undo = group
            toasts._answer(undone)
            self.following = [words for words in self.following if words != UNDO]

    @rx.event
    def show_earlier(self) -> None:
        """Half as much again, a window at least: the log is sent whole, so that long ones grow in few steps."""
        tab = place_of(self).tab
        tab.window += max(WINDOW, tab.window // 2)
        place_of(self).show(self.thread_id, again=True)

    @rx.event
    def new_chat(self) -> rx.event.EventSpec:
        return _here(self, "")

    async def _ask(self, body: bytes) -> Streamed | None:
        result = await chat().handle(await seat_of(self), body, now=datetime.now(UTC))
        return result if isinstance(result, Streamed) else None

    async def _sent(self, begun: Streamed) -> None:
        """Its row stands from this frame on: in the log, or among what waits."""
        if begun.waiting is None:
            return await self._go_on(begun)
        with suppress(TaskChatError):  # it was taken: what it looks like now comes to every tab anyway
            await (await self.get_state(QueueState))._look(await seat_of(self), begun.thread_id)
        return None

    async def _go_on(self, begun: Streamed | None) -> None:
        """The run's words come to this tab as to every other (decision 13); what is known of them stands from this
        frame on, just as its follower will find it.
        """
        if begun is None:
            return
        self.thread_id, self.running, self.problem = begun.thread_id, True, ""
        self.latest, self.following, self.said = "", [], ""
        place = place_of(self)
        if begun.message:
            said = rows_of(begun.message, place.tab)
            self.asked, self.coming = said[-1].id, [*self.coming, *said]
            (await self.get_state(StreamState)).progress = THINKING
        place.follow(begun.thread_id, begun.run_id)

    @property
    def _rows(self) -> list[Row]:
        return [*self.settled, *self.fresh, *self.coming]

    def _turn_to(self, thread_id: str) -> None:
        place_of(self).tab.window = WINDOW
        self.thread_id, self.loading = thread_id, bool(thread_id)
        self._show(Picture(thread_id))

    def _show(self, picture: Picture) -> None:
        shown, cut = picture.rows, len(self.settled)
        if self.settled != shown[:cut] or len(shown) - cut > FRESH:
            cut = max(0, len(shown) - MAY_CHANGE) if picture.running else len(shown)
        begun = max(cut, _begun(shown) if picture.running else len(shown))
        assign(
            self, title=picture.title, settled=shown[:cut], fresh=shown[cut:begun], coming=shown[begun:],
            has_earlier=picture.has_earlier, running=picture.running, closed=picture.closed,
            problem=picture.problem, retry=picture.retry, built_in=picture.built_in,
            latest=picture.latest, asked=picture.asked, following=picture.following,
            said=picture.said or ("" if picture.running else self.said),
        )  # fmt: skip

    @asynccontextmanager
    async def _answering(self, send_id: str = "") -> AsyncIterator[None]:
        """A door: whatever goes wrong becomes a sentence, and the composer is usable again at once (S-02)."""
        refused = ""
        try:
            yield
        except TaskChatError as error:
            refused = error.message
        except Exception:
            log.exception("the chat could not do what was asked")
            refused = FAILED
        self.refused = refused
        self.answered = send_id or self.answered
        if refused and not send_id:
            self.problem = refused


def _pressed(thread_id: str, item_id: str, action: dict[str, Any], said: dict[str, Any]) -> bytes:
    """A button of a card, or of a form."""
    if (kind := action["type"]) in {forms.ANSWER, forms.SKIP}:
        return asks.answer(thread_id, item_id, forms.answers(said), skips=kind == forms.SKIP)
    return asks.press(thread_id, item_id, kind, said, at_once=action["sync"])


def rows_of(message: str, tab: Tab) -> list[Row]:
    """What was just said, as the tab's follower will read it from the store."""
    ways = tab.seat.person.ways if tab.seat else Ways()
    return rows(from_items([json.loads(message)]).items, ways, tab.kept)


def _begun(shown: list[Row]) -> int:
    """Where the last message of the person stands; at the end where there is none."""
    return next((n for n in range(len(shown) - 1, -1, -1) if shown[n].kind == "user"), len(shown))


def assign(state: rx.State, **values: object) -> None:
    """Only what differs: an assigned var is sent whole."""
    for name, value in values.items():
        if getattr(state, name) != value:
            setattr(state, name, value)


def _here(state: rx.State, thread_id: str) -> rx.event.EventSpec:
    """The same place with another conversation: everything else the address says stays."""
    others = [(name, value) for name, value in parse_qsl(state.router.url.query) if name != "c"]
    query = urlencode([*others, *([("c", thread_id)] if thread_id else [])])
    return rx.redirect(f"/?{query}" if query else "/")
