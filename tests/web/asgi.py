"""A bare ASGI client: sends one request the way a server would, and shows what came back."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "localhost:3000"
PAGE = b"<!doctype html><script>start()</script><p>Hello</p>"


@dataclass(slots=True)
class Answer:
    messages: list[Message] = field(default_factory=list)

    @property
    def opening(self) -> Message:
        return self.messages[0]

    @property
    def status(self) -> int:
        return self.opening["status"]

    @property
    def headers(self) -> Headers:
        return Headers(raw=list(self.opening["headers"]))

    @property
    def body(self) -> bytes:
        return b"".join(m.get("body", b"") for m in self.messages)

    @property
    def error(self) -> str:
        return json.loads(self.body)["error"]["code"]


def http_scope(method: str, path: str, headers: Sequence[tuple[str, str]] = (), **more: Any) -> Scope:
    path, _, query = path.partition("?")
    named = headers if any(name.lower() == "host" for name, _ in headers) else [("host", HOST), *headers]
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in named],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 3000),
        **more,
    }


def socket_scope(headers: Sequence[tuple[str, str]] = (), *, can_answer: bool = True) -> Scope:
    scope = http_scope("GET", "/_event/", headers, type="websocket", scheme="ws", subprotocols=[])
    del scope["method"]
    return {**scope, "extensions": {"websocket.http.response": {}} if can_answer else {}}


async def ask(
    app: ASGIApp, method: str, path: str, headers: Sequence[tuple[str, str]] = (), chunks: Sequence[bytes] = (b"",)
) -> Answer:
    return await answered(app, http_scope(method, path, headers), chunks)


async def answered(app: ASGIApp, scope: Scope, chunks: Sequence[bytes] = (b"",)) -> Answer:
    """Everything the application sends until it returns; the client stays connected."""
    answer = Answer()
    left = list(chunks)

    async def receive() -> Message:
        if scope["type"] == "websocket":
            return {"type": "websocket.connect"}
        if left:
            return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        answer.messages.append(message)

    await app(scope, receive, send)
    return answer


async def rest(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for what Reflex serves: pages, files, the websocket, and a part that breaks."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    if scope["path"] == "/breaks":
        raise RuntimeError("secret of /srv/internals")
    if scope["path"] == "/reads":
        while (await receive()).get("more_body"):
            continue
    is_file = scope["path"].startswith(("/assets/", "/fonts/", "/favicon", "/sw.js"))
    kind = b"text/javascript" if is_file else b"text/html; charset=utf-8"
    status = {"/assets/missing.js": 404, "/missing": 404, "/moved": 307}.get(scope["path"], 200)
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", kind)]})
    await send({"type": "http.response.body", "body": PAGE})


class Reader:
    """A client that reads an answer while it is being made, and can go away."""

    def __init__(self, app: ASGIApp, scope: Scope, body: bytes = b"") -> None:
        self._sent: asyncio.Queue[Message] = asyncio.Queue()
        self._coming: asyncio.Queue[Message] = asyncio.Queue()
        self._sent.put_nowait({"type": "http.request", "body": body, "more_body": False})
        self.done = asyncio.create_task(app(scope, self._sent.get, self._coming.put))  # pyright: ignore

    async def opening(self) -> Answer:
        return Answer([await self._next()])

    async def line(self) -> bytes:
        """The next piece of the body."""
        return (await self._next())["body"]

    async def _next(self) -> Message:
        coming = asyncio.ensure_future(self._coming.get())
        await asyncio.wait({coming, self.done}, return_when=asyncio.FIRST_COMPLETED)
        if not coming.done():
            coming.cancel()
            raise EOFError(self.done.exception())
        return coming.result()

    async def leave(self) -> None:
        self._sent.put_nowait({"type": "http.disconnect"})
        await self.done
