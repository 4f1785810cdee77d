"""A mock OpenAI-compatible provider on loopback: plays every quirk and every failure that real ones have.

In a test: `async with playing(says("Done.")) as mock: ... mock.url ... mock.asked`. By hand, answering prose for ever:
`python -m tests.assistant.provider --port 8089 --first-ms 500 --rate 25`.
"""

import argparse
import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvloop

TEXT = Path(__file__).resolve().parent.parent / "journeys" / "axe" / "LICENSE"
PROSE = ("Certainly ", ". ", *re.findall(r"\S+\s*", TEXT.read_text("utf-8")))
"""Real English in paragraphs, which compresses as English does; a few sentences over and over would not."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing for so many seconds; None = for ever."""

    seconds: float | None = None


CUT = object()
"""The connection breaks here."""
Part = dict[str, Any] | str | Pause | object


@dataclass(frozen=True, slots=True)
class Reply:
    """What one request gets: chunks as JSON, raw lines, pauses, or the cut."""

    parts: tuple[Part, ...] = ()
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""


def chunk(delta: dict[str, Any] | None = None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    choices = [] if delta is None and finish is None else [{"index": 0, "delta": delta or {}, "finish_reason": finish}]
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "mock", "choices": choices} | more


USAGE = chunk(usage={"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12})
ENDING: tuple[Part, ...] = (chunk(finish="stop"), USAGE, "data: [DONE]")


def words(text: str) -> list[Part]:
    return [chunk({"content": piece}) for piece in re.findall(r"\S+\s*", text)]


def says(text: str, *end: Part) -> Reply:
    """A whole streamed answer; other `end` parts replace the honest ending."""
    return Reply((chunk({"role": "assistant", "content": ""}), *words(text), *(end or ENDING)))


def call(name: str, arguments: dict[str, Any] | str, *, id: str | None, index: int | None) -> dict[str, Any]:  # noqa: A002
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    said: dict[str, Any] = {"type": "function", "function": {"name": name, "arguments": text}}
    return said | ({"id": id} if id is not None else {}) | ({"index": index} if index is not None else {})


def calls(*chunks: Iterable[dict[str, Any]], finish: str = "tool_calls") -> Reply:
    """Tool calls, one iterable a chunk."""
    return Reply((*[chunk({"tool_calls": list(each)}) for each in chunks], chunk(finish=finish), USAGE, "data: [DONE]"))


def refuses(
    status: int, retry_after: str | None = None, body: str = '{"error": {"message": "SECRET /srv/x"}}'
) -> Reply:
    headers = (("retry-after", retry_after),) if retry_after is not None else ()
    return Reply(status=status, headers=headers, body=body)


Responder = Callable[[dict[str, Any]], Reply]


@dataclass(slots=True)
class Mock:
    """A running provider: where it is, what it was asked, how many of its streams are open."""

    respond: Responder
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    open: int = 0
    quiet: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while nobody is connected to a stream."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while (request := await _request(reader)) is not None:
                self.asked.append(request)
                if not await self._answer(reader, writer, self.respond(request)):
                    break
        writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, reply: Reply) -> bool:
        """Whether the connection may be used again."""
        if reply.status != 200 or reply.body:
            await _send_body(writer, reply)
            return True
        self.open += 1
        self.quiet.clear()
        try:
            return await _send_stream(reader, writer, reply)
        finally:
            self.open -= 1
            if not self.open:
                self.quiet.set()


async def _request(reader: asyncio.StreamReader) -> dict[str, Any] | None:
    head = await reader.readuntil(b"\r\n\r\n")
    found = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    body = await reader.readexactly(int(found.group(1))) if found else b""
    return json.loads(body) if body else None


async def _send_body(writer: asyncio.StreamWriter, reply: Reply) -> None:
    body = reply.body.encode()
    headers = "".join(f"{name}: {value}\r\n" for name, value in reply.headers)
    writer.write(f"HTTP/1.1 {reply.status} X\r\ncontent-length: {len(body)}\r\n{headers}\r\n".encode() + body)
    await writer.drain()


async def _send_stream(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, reply: Reply) -> bool:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n")
    gone = asyncio.create_task(reader.read(1))
    loop = asyncio.get_running_loop()
    due = loop.time()
    try:
        for part in reply.parts:
            if part is CUT:
                return False
            if isinstance(part, Pause):
                # By the clock, so that what the writing takes does not make the model slower.
                due += part.seconds or 0
                await asyncio.wait({gone}, timeout=None if part.seconds is None else max(0, due - loop.time()))
                if gone.done():
                    return False
                continue
            line = part if isinstance(part, str) else f"data: {json.dumps(part)}"
            data = f"{line}\n\n".encode()
            writer.write(b"%x\r\n%b\r\n" % (len(data), data))
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        await writer.drain()
    finally:
        gone.cancel()
        await asyncio.wait({gone})
    return True


@contextlib.asynccontextmanager
async def playing(*replies: Reply, respond: Responder | None = None) -> AsyncIterator[Mock]:
    """The replies one after another, the last one for ever; or whatever `respond` says to a request."""
    left = list(replies)

    def next_reply(request: dict[str, Any]) -> Reply:
        return left.pop(0) if len(left) > 1 else left[0]

    mock = Mock(respond or next_reply)
    mock.quiet.set()
    server = await asyncio.start_server(mock.serve, "127.0.0.1", 0)
    mock.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield mock
    finally:
        server.close()


def prose(request: dict[str, Any], first_ms: int, rate: float) -> Reply:
    """`first_ms` of silence, then as many words as the last message asks for ("1000 words"), 25 otherwise.

    A message that begins with "Say:" is answered with what follows.
    """
    said = json.dumps(request.get("messages", [])[-1:])
    wanted = re.search(r"(\d+) words", said)
    count = int(wanted.group(1)) if wanted else 25
    pieces = _dictated(request) or [PROSE[n % len(PROSE)] for n in range(count)]
    parts: list[Part] = [Pause(first_ms / 1000)]
    for piece in pieces:
        parts += [chunk({"content": piece}), Pause(1 / rate)]
    return Reply((*parts, *ENDING))


def _dictated(request: dict[str, Any]) -> list[str]:
    said = request.get("messages", [{}])[-1].get("content")
    return re.findall(r"\S+\s*", said.removeprefix("Say:")) if isinstance(said, str) and said.startswith("Say:") else []


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--first-ms", type=int, default=500)
    parser.add_argument("--rate", type=float, default=25, help="chunks a second")
    options = parser.parse_args()
    mock = Mock(lambda request: prose(request, options.first_ms, options.rate))
    server = await asyncio.start_server(mock.serve, "127.0.0.1", options.port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(main())
