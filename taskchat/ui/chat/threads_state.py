"""A person's conversations, pinned ones and then the latest first, and what can be done with them (P-02)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import reflex as rx

from taskchat.assistant.server import chat
from taskchat.domain.words import count
from taskchat.errors import TaskChatError
from taskchat.services import conversations, listing
from taskchat.ui.chat import asks
from taskchat.ui.chat.state import ChatState
from taskchat.ui.chat.thread_links import ThreadLink, grouped
from taskchat.ui.session import place_of, seat_of

LONGEST_SEARCH = 200


class ThreadsState(rx.State):
    ready: rx.Field[bool] = rx.field(False)
    links: rx.Field[list[ThreadLink]] = rx.field(default_factory=list)
    has_more: rx.Field[bool] = rx.field(False)
    words: rx.Field[str] = rx.field("")
    """What the list was searched for; "" while it holds everything."""
    told: rx.Field[str] = rx.field("")
    """What the search found, in words."""
    problem: rx.Field[str] = rx.field("")
    gone: rx.Field[str] = rx.field("")
    """The conversation that can still be brought back."""
    gone_title: rx.Field[str] = rx.field("")
    gone_count: rx.Field[int] = rx.field(0)
    """Grows with every delete; 0 when there is nothing to bring back."""
    _deletes: int = 0
    _sought: str = ""
    """The newest words anybody asked for: an answer to older ones comes too late."""
    _after: listing.Cursor | None = None

    @rx.event
    async def reload(self) -> None:
        """On load, and whenever a conversation began, ended, was answered, read, renamed or pinned."""
        await self._list(self.words)

    @rx.event
    async def seek(self, words: str) -> None:
        """Only the conversations whose title or text has each of the words; "" is all of them again."""
        await self._list(words.strip()[:LONGEST_SEARCH])

    @rx.event
    async def more(self) -> None:
        """The next page, behind what stands there."""
        if self._after is None:
            return
        seat = await seat_of(self)
        page = await asyncio.to_thread(listing.find, seat.person, after=self._after, words=self.words)
        known = {link.id for link in self.links}
        links = self._grouped(tuple(row for row in page.rows if row.id not in known), after=self.links[-1].group)
        self.links = [*self.links, *links]
        self._ends_at(page)

    @rx.event
    async def rename(self, thread_id: str, title: str) -> None:
        async with self._trying():
            await chat().handle(await seat_of(self), asks.rename(thread_id, title), now=datetime.now(UTC))

    @rx.event
    async def pin(self, thread_id: str) -> None:
        async with self._trying():
            person = (await seat_of(self)).person
            await asyncio.to_thread(listing.pin, person, thread_id, now=datetime.now(UTC))

    @rx.event
    async def unpin(self, thread_id: str) -> None:
        async with self._trying():
            await asyncio.to_thread(listing.unpin, (await seat_of(self)).person, thread_id)

    @rx.event
    async def delete(self, thread_id: str, title: str) -> list[rx.event.EventType[()]] | None:
        async with self._trying():
            await chat().handle(await seat_of(self), asks.delete(thread_id), now=datetime.now(UTC))
            self._deletes += 1
            self.gone, self.gone_title, self.gone_count = thread_id, title, self._deletes
        shown = await self.get_state(ChatState)
        return [ChatState.new_chat] if shown.thread_id == thread_id and self.gone == thread_id else None

    @rx.event
    async def restore(self) -> None:
        """Undo of the delete."""
        async with self._trying():
            self.gone_count = 0
            await asyncio.to_thread(conversations.restore_thread, (await seat_of(self)).person, self.gone)

    @rx.event
    def forget_gone(self) -> None:
        self.gone_count = 0

    @asynccontextmanager
    async def _trying(self) -> AsyncIterator[None]:
        """What was refused is told over the list; what was done shows in it at once."""
        self.problem = ""
        try:
            yield
        except TaskChatError as error:
            self.problem = error.message
        await self._list(self.words)

    async def _list(self, words: str) -> None:
        """As many lines as stand there, one page at least."""
        seat = await seat_of(self)
        self._sought = words
        shown = sum(not link.pinned for link in self.links) if words == self.words else 0
        page = await asyncio.to_thread(listing.find, seat.person, limit=max(listing.PAGE, shown), words=words)
        if words != self._sought:
            return
        links = self._grouped(page.rows)
        for name, value in {"ready": True, "links": links, "words": words, "told": _told(words, page)}.items():
            if getattr(self, name) != value:
                setattr(self, name, value)
        self._ends_at(page)
        await self._retitle()

    def _grouped(self, rows: tuple[listing.ThreadRow, ...], after: str = "") -> list[ThreadLink]:
        place, now = place_of(self), datetime.now(UTC)
        return grouped(rows, now=now, ways=place.seat.person.ways, shown=place.tab.thread_id, after=after)

    def _ends_at(self, page: listing.Listing) -> None:
        self._after = page.after
        if self.has_more != (page.after is not None):
            self.has_more = page.after is not None

    async def _retitle(self) -> None:
        """The conversation on the screen may have another name by now."""
        talk = await self.get_state(ChatState)
        title = next((link.title for link in self.links if link.id == talk.thread_id), "")
        if title and talk.title and title != talk.title:
            talk.title = title


def _told(words: str, page: listing.Listing) -> str:
    if not words:
        return ""
    if not page.rows:
        return f"No conversation speaks of “{words}”."
    found = f"{count(len(page.rows), 'conversation')} with “{words}”"
    return f"{found}, and more." if page.after else f"{found}."
