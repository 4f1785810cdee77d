"""All of TaskChat but its built page, served on this very event loop: every door of it at once, on a real socket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import reflex as rx
import uvicorn
from reflex_base.registry import RegistrationContext

from taskchat.config import load_settings
from taskchat.opening import opened
from taskchat.ui import session, sync
from taskchat.ui.pages import settings as settings_page
from taskchat.ui.pages import sign_in, workspace
from taskchat.web.app import transformers
from tests.ui.browserless import Served, soon

PAGES = (workspace, sign_in, settings_page)
"""Importing a page registers its states: what the app has, these tests see."""
PASSWORD = "a walk along the river"
PATIENCE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Somebody:
    """Signed up over HTTP: who they are, their cookie, and a program that has it."""

    id: str
    token: str
    client: httpx.AsyncClient

    async def task(self, title: str) -> str:
        answer = await self.client.post("/api/tasks", json={"title": title})
        assert answer.status_code == 201, answer.text
        return answer.json()["id"]

    async def titles(self) -> list[str]:
        answer = await self.client.get("/api/tasks?status=all&limit=100")
        return sorted(task["title"] for task in answer.json()["tasks"])

    async def say(self, text: str, thread_id: str = "", **metadata: str) -> httpx.Response:
        """The whole answer, as ChatKit's own client would read it."""
        message = {"content": [{"type": "input_text", "text": text}], "attachments": [], "inference_options": {}}
        kind = "threads.add_user_message" if thread_id else "threads.create"
        params = {"input": message} | ({"thread_id": thread_id} if thread_id else {})
        return await self.chatkit(kind, params, metadata)

    async def chatkit(
        self, kind: str, params: dict[str, Any], metadata: dict[str, str] | None = None
    ) -> httpx.Response:
        body = {"type": kind, "params": params} | ({"metadata": metadata} if metadata else {})
        return await self.client.post("/api/chatkit", json=body)


@dataclass(frozen=True, slots=True)
class Whole:
    served: Served
    clients: list[httpx.AsyncClient]

    @property
    def address(self) -> str:
        return self.served.address

    def program(self, token: str = "", **headers: str) -> httpx.AsyncClient:
        given = {"Authorization": f"Bearer {token}"} if token else {}
        client = httpx.AsyncClient(
            base_url=f"http://{self.address}", headers=given | headers, timeout=PATIENCE_SECONDS, trust_env=False
        )
        self.clients.append(client)
        return client

    async def somebody(self, email: str) -> Somebody:
        return await self._signed("sign-up", email)

    async def again(self, email: str) -> Somebody:
        """The same person in a new session."""
        return await self._signed("sign-in", email)

    async def _signed(self, door: str, email: str) -> Somebody:
        answer = await self.program().post(f"/api/auth/{door}", json={"email": email, "password": PASSWORD})
        assert answer.is_success, answer.text
        told = answer.json()
        return Somebody(told["user"]["id"], told["token"], self.program(told["token"]))


@asynccontextmanager
async def whole(database_url: str, pages: Path, **others: object) -> AsyncIterator[Whole]:
    """As the front door puts it together; `pages` is an empty folder, `others` are settings."""
    plain: dict[str, object] = {"_env_file": None, "database_url": database_url, "taskchat_model": "builtin"}
    unlimited = dict.fromkeys(("taskchat_limit_minute", "taskchat_limit_sign_in", "taskchat_limit_sign_up"), 0)
    settings = load_settings(**plain | unlimited | others)
    # One app a context; a fork keeps what the modules have registered.
    RegistrationContext.set(RegistrationContext.get().fork())
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("__REFLEX_SKIP_COMPILE", "true")
        environment.setenv("REFLEX_ENV_MODE", "prod")
        app = rx.App(api_transformer=transformers(settings, pages=pages))
        tabs = session.guard(app, settings)

        @app.register_lifespan_task
        @asynccontextmanager
        async def open_house() -> AsyncIterator[None]:
            async with opened(settings), sync.running(app):
                yield

        async with _listening(app) as address:
            here = Whole(Served(app, tabs, address, {}), [])
            yield here
            for client in here.clients:
                await client.aclose()


@asynccontextmanager
async def _listening(app: rx.App) -> AsyncIterator[str]:
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_level="error", ws="websockets-sansio", factory=True, lifespan="on",
        ws_max_size=2**20, timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    await soon(lambda: server.started or running.done())
    try:
        yield "{}:{}".format(*server.servers[0].sockets[0].getsockname()[:2])
    finally:
        server.should_exit = True
        await running
