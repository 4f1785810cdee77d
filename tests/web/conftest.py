"""The web app as the front door puts it together, around a stand-in for the pages."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from functools import reduce
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from taskchat.config import Settings
from taskchat.live import InProcess
from taskchat.web.app import guards, routed
from taskchat.web.site import Site
from tests.databases import Kept
from tests.web.asgi import HOST, rest

OWN = f"http://{HOST}"
Build = Callable[..., ASGIApp]
Visit = Callable[..., httpx.AsyncClient]


@pytest.fixture
def emptied(sqlite: Kept) -> Kept:
    """What the web makes of what services give is the same on both; the wire of tasks and chat is walked on both."""
    sqlite.empty()
    return sqlite


@pytest.fixture
def build(now: datetime, tmp_path: Path) -> Build:
    """build(front="", inner=rest, clock=…, **settings) -> the whole application, at a fixed moment unless told."""

    def built(
        front: str = "", inner: ASGIApp = rest, clock: Callable[[], datetime] = lambda: now, **settings: object
    ) -> ASGIApp:
        site = Site(Settings(_env_file=None, **settings), front, clock)  # pyright: ignore
        return reduce(lambda app, around: around(app), [routed(site), *guards(site, tmp_path)], inner)

    return built


@pytest.fixture
async def visit(build: Build, database: str, live: InProcess) -> AsyncIterator[Visit]:
    """visit(token=None, **settings) -> a program that calls the application; each call is a new one with no cookies."""
    clients: list[httpx.AsyncClient] = []

    def visiting(token: str | None = None, url: str = OWN, **settings: object) -> httpx.AsyncClient:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        transport = httpx.ASGITransport(build(**settings), raise_app_exceptions=False)
        clients.append(httpx.AsyncClient(transport=transport, base_url=url, headers=headers))
        return clients[-1]

    yield visiting
    for client in clients:
        await client.aclose()
