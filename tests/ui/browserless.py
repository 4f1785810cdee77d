"""A browser tab without a browser: Reflex's socket spoken by hand, the app served on this very event loop."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
import reflex as rx
import uvicorn
from reflex_base.registry import RegistrationContext
from websockets.asyncio.client import ClientConnection, connect

from taskchat.config import Settings
from taskchat.domain.person import Person, Seat
from taskchat.ui.session import guard
from taskchat.ui.tabs import Tabs

ROOT = "reflex___state____state"
SUFFIX = "_rx_state_"
SPACE = "42/_event,"
VERSION = "of today"
"""Of the built pages."""


def seat(name: str) -> Seat:
    person = Person(name, f"{name}@example.org", False, datetime(2026, 11, 21, tzinfo=UTC))
    return Seat(person, f"session of {name}")


@dataclass(frozen=True, slots=True)
class Served:
    """The app on a free port of this machine; `people` is cookie → who sits behind it, taken out = signed out."""

    app: rx.App
    tabs: Tabs
    address: str
    people: dict[str, Seat]


@asynccontextmanager
async def served(people: dict[str, Seat]) -> AsyncIterator[Served]:
    """Neither compiled nor with a page: states and their events only."""
    # One app a context; a fork keeps what the modules have registered.
    RegistrationContext.set(RegistrationContext.get().fork())
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("__REFLEX_SKIP_COMPILE", "true")
        environment.setenv("REFLEX_ENV_MODE", "prod")
        app = rx.App()

        async def who(value: str) -> Seat | None:
            return people.get(value)

        tabs = guard(app, Settings(), who=who, version=VERSION)
        async with _listening(app) as address:
            yield Served(app, tabs, address, people)


@asynccontextmanager
async def _listening(app: rx.App) -> AsyncIterator[str]:
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ws="websockets-sansio", factory=True)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    await soon(lambda: server.started)
    try:
        yield "{}:{}".format(*server.servers[0].sockets[0].getsockname()[:2])
    finally:
        server.should_exit = True
        await running


async def soon(condition: Callable[[], object]) -> None:
    """Wait for what tells nobody; TimeoutError where it never comes."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.005)


@dataclass
class Page:
    """One tab: `seen` is the state the page would hold, `got` every update as it came."""

    socket: ClientConnection
    query: str = ""
    seen: dict[str, dict[str, Any]] = field(default_factory=dict)
    got: list[dict[str, Any]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Names of whatever came that was no update."""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    async def call(self, state: type[rx.State], handler: str, **payload: Any) -> None:
        await self.send(f"{state.get_full_name()}.{handler}", **payload)

    async def send(self, name: str, **payload: Any) -> None:
        where = {"pathname": "/", "asPath": f"/{self.query}"}
        await self.socket.send(SPACE + json.dumps(["event", {"name": name, "payload": payload, "router_data": where}]))

    async def listen(self) -> None:
        async for frame in self.socket:
            text = str(frame)
            if text == "2":
                await self.socket.send("3")
            elif text.startswith(SPACE):
                self._take(json.loads(text.removeprefix(SPACE)))
            elif text.startswith("41"):
                break
            self.news.set()
        self.closed = True
        self.news.set()

    def _take(self, message: list[Any]) -> None:
        if message[0] != "event":
            self.others.append(message[0])
            return
        self.got.append(message[1])
        for state, changes in (message[1].get("delta") or {}).items():
            values = {key.removesuffix(SUFFIX): value for key, value in changes.items()}
            self.seen.setdefault(state, {}).update(values)

    def value(self, state: type[rx.State], name: str) -> Any:
        return self.seen.get(state.get_full_name(), {}).get(name)

    @property
    def events(self) -> list[dict[str, Any]]:
        """What the server told the browser to do."""
        return [event for update in self.got for event in update.get("events") or ()]

    async def until(self, condition: Callable[["Page"], object]) -> None:
        """Wait for the thing; TimeoutError where it never comes."""
        async with asyncio.timeout(10):
            while not condition(self):
                self.news.clear()
                await self.news.wait()

    def flips(self, since: int = 0) -> list[bool]:
        """What `is_hydrated` was set to, one after the other."""
        roots = [(update.get("delta") or {}).get(ROOT, {}) for update in self.got[since:]]
        return [root[f"is_hydrated{SUFFIX}"] for root in roots if f"is_hydrated{SUFFIX}" in root]

    async def settled(self) -> None:
        """Everything sent so far has been dealt with: events of a tab run one after the other, and these two show."""
        before = len(self.got)
        await self.send(f"{ROOT}.set_is_hydrated", value=False)
        await self.send(f"{ROOT}.set_is_hydrated", value=True)
        await self.until(lambda page: page.flips(before)[-2:] == [False, True])


@asynccontextmanager
async def tab(
    at: Served, token: str, cookie: str = "", query: str = "", schema: str | None = None
) -> AsyncIterator[Page]:
    """Connect, hydrate, and listen until the block ends. `schema` names the states the page was built for."""
    headers = {"Cookie": f"taskchat={cookie}"} if cookie else {}
    url = f"ws://{at.address}/_event/?EIO=4&transport=websocket&token={token}"
    async with connect(url, additional_headers=headers) as socket:
        await socket.recv()
        where = {"pathname": "/", "asPath": f"/{query}", "query": {}}
        boot = {"name": f"{ROOT}.hydrate_and_load", "payload": {}, "router_data": where}
        await socket.send("40/_event," + json.dumps({"event": boot} | ({"state_schema": schema} if schema else {})))
        page = Page(socket, query)
        listening = asyncio.create_task(page.listen())
        await page.until(lambda page: page.seen.get(ROOT, {}).get("is_hydrated") or page.closed)
        yield page
        listening.cancel()
