"""The one composition root: storage, then live, then the chat server, opened in this order and closed in reverse."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from taskchat.assistant.models import Models
from taskchat.assistant.server import Chat, close_chat, open_chat, warm
from taskchat.config import Settings
from taskchat.errors import TaskChatError, Unavailable
from taskchat.live import What, close_live, live, open_live
from taskchat.push import Way, close_push, open_push
from taskchat.reminding import Watch
from taskchat.services import accounts
from taskchat.services.purge import purge
from taskchat.storage.database import POOL_SIZE, close_database, open_database
from taskchat.storage.disk import close_disk, open_disk

log = logging.getLogger(__name__)

DAY_SECONDS = 24 * 60 * 60
LOOK_SECONDS = 0.5
"""Between two looks at the sessions under which something runs: what expires tells nobody."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything that is open."""

    settings: Settings
    chat: Chat


@asynccontextmanager
async def opened(settings: Settings, models: Models | None = None, way: Way | None = None) -> AsyncIterator[House]:
    """TaskChat, ready to be used: for the front door, the benches and the tests.

    Those may bring other models, and a push service of their own.
    """
    async with AsyncExitStack() as stack:
        # As many threads as connections: whoever has a thread has a connection (decision 11).
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(POOL_SIZE, "taskchat"))
        stack.callback(close_disk)
        open_disk(settings.data_folder / "files")
        stack.callback(close_database)
        await asyncio.to_thread(open_database, settings.database_url)
        stack.push_async_callback(close_live)
        await open_live()
        _keep_doing(stack, _forget_ended_sessions())
        _keep_doing(stack, _purge_daily())
        stack.push_async_callback(close_chat)
        chat = await open_chat(settings, models)
        await warm()
        _keep_doing(stack, _end_what_has_expired(chat))
        stack.callback(close_push)
        push = await asyncio.to_thread(open_push, settings.data_folder, settings.contact, way)
        watch = Watch(push)
        stack.callback(watch.leave)
        # What came due while nobody was here is told before anybody is.
        _keep_doing(stack, watch.run(await watch.look_and_go_on()))
        yield House(settings, chat)


def _keep_doing(stack: AsyncExitStack, work: Coroutine[None, None, None]) -> None:
    """Run it until the house closes."""
    task = asyncio.create_task(work)

    async def end() -> None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    stack.push_async_callback(end)


async def _forget_ended_sessions() -> None:
    """Whoever signs out on any worker is asked for again on this one (decision 6)."""
    async for user_id, change in live().changes():
        if change.what is What.SESSION:
            for session_hash in change.ids:
                accounts.forget_cached(session_hash)
        elif change.what in {What.PERSON, What.MEMORY, What.RESYNC}:
            accounts.forget_cached_person(user_id)


async def _end_what_has_expired(chat: Chat) -> None:
    """A run ends with the session it was started under, though nobody reads it (K-05)."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        if seats := chat.runs.seats():
            with suppress(Unavailable):  # the database is away for a moment: asked again at the next look
                await asyncio.to_thread(accounts.tell_what_has_ended, seats, now=datetime.now(UTC))


async def _purge_daily() -> None:
    while True:
        try:
            await asyncio.to_thread(purge, now=datetime.now(UTC))
        except TaskChatError:
            log.exception("the trash could not be emptied; tried again tomorrow")
        await asyncio.sleep(DAY_SECONDS)
