"""Whether the house stands: each part asked for itself."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from taskchat.assistant.server import chat
from taskchat.errors import TaskChatError
from taskchat.live import live
from taskchat.services import accounts
from taskchat.web.answers import SafeJSON

PATIENCE_SECONDS = 3.0


async def health(_request: Request) -> Response:
    """200 with each part's state once all are up, 503 when one is down."""
    parts = {name: await _state(ask) for name, ask in PARTS.items()}
    well = all(state == "ok" for state in parts.values())
    return SafeJSON({"status": "ok" if well else "down", "parts": parts}, 200 if well else 503)


async def _state(ask: Callable[[], Awaitable[object]]) -> str:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await ask()
    except (TaskChatError, TimeoutError):
        return "down"
    return "ok"


async def _database() -> None:
    """Looks for a session nobody has: the shortest way through every floor down to the database."""
    await asyncio.to_thread(accounts.by_session, "", now=datetime.now(UTC))


async def _live() -> None:
    live()


async def _assistant() -> None:
    chat()


PARTS: Mapping[str, Callable[[], Awaitable[object]]] = {"database": _database, "live": _live, "assistant": _assistant}
