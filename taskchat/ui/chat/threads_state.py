"""A person's conversations, the latest first, and what can be done with them (P-02)."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import reflex as rx

from taskchat.assistant.server import chat
from taskchat.domain.person import Ways
from taskchat.services import conversations
from taskchat.ui.chat import asks
from taskchat.ui.chat.state import ChatState
from taskchat.ui.session import seat_of

NEWEST = 6
"""Conversations in the sidebar; all of them stand behind "history"."""
LISTED = 100
UNTITLED = "New conversation"


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """One conversation in the list; `day` heads the first of its group."""

    id: str
    title: str
    running: bool = False
    day: str = ""


class ThreadsState(rx.State):
    ready: rx.Field[bool] = rx.field(False)
    newest: rx.Field[list[ThreadLink]] = rx.field(default_factory=list)
    listed: rx.Field[list[ThreadLink]] = rx.field(default_factory=list)
    renaming: rx.Field[str] = rx.field("")
    renamed_from: rx.Field[str] = rx.field("")
    gone: rx.Field[str] = rx.field("")
    """The conversation that can still be brought back."""
    gone_title: rx.Field[str] = rx.field("")
    gone_count: rx.Field[int] = rx.field(0)
    """Grows with every delete; 0 when there is nothing to bring back."""
    _deletes: int = 0

    @rx.event
    async def reload(self) -> None:
        """On load, and whenever a conversation began, ended or changed its name."""
        seat = await seat_of(self)
        found = await chat().threads(seat, limit=LISTED)
        links = grouped(found, now=datetime.now(UTC), ways=seat.person.ways)
        newest = [ThreadLink(link.id, link.title, link.running) for link in links[:NEWEST]]
        for name, value in {"ready": True, "newest": newest, "listed": links}.items():
            if getattr(self, name) != value:
                setattr(self, name, value)

    @rx.event
    def begin_rename(self, thread_id: str, title: str) -> None:
        self.renaming, self.renamed_from = thread_id, title

    @rx.event
    def end_rename(self, is_open: bool) -> None:
        if not is_open:
            self.renaming = ""

    @rx.event
    async def rename(self, form: dict[str, str]) -> None:
        title = form.get("title", "").strip()
        if title:
            await chat().handle(await seat_of(self), asks.rename(self.renaming, title[:255]), now=datetime.now(UTC))
        self.renaming = ""

    @rx.event
    async def delete(self, thread_id: str, title: str) -> list[rx.event.EventType[()]] | None:
        await chat().handle(await seat_of(self), asks.delete(thread_id), now=datetime.now(UTC))
        self._deletes += 1
        self.gone, self.gone_title, self.gone_count = thread_id, title, self._deletes
        shown = await self.get_state(ChatState)
        return [ChatState.new_chat] if shown.thread_id == thread_id else None

    @rx.event
    async def restore(self) -> None:
        """Undo of the delete."""
        seat = await seat_of(self)
        await asyncio.to_thread(conversations.restore_thread, seat.person, self.gone)
        self.gone_count = 0

    @rx.event
    def forget_gone(self) -> None:
        self.gone_count = 0


def grouped(found: Iterable[conversations.ThreadRow], *, now: datetime, ways: Ways) -> list[ThreadLink]:
    links, last = [], ""
    for row in found:
        day = _day(row.updated, now, ways)
        links.append(ThreadLink(row.id, row.title or UNTITLED, row.running, day if day != last else ""))
        last = day
    return links


def _day(updated: datetime, now: datetime, ways: Ways) -> str:
    zone = ZoneInfo(ways.zone)
    today = now.astimezone(zone).date()
    on = updated.astimezone(zone).date()
    if on >= today:
        return "Today"
    if on == today - timedelta(days=1):
        return "Yesterday"
    return "This week" if on > today - timedelta(days=7) else "Earlier"
