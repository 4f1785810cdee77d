"""Clients that send a message, keep what comes back as it comes, and judge it only when nobody is measured any more."""

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from bench.endpoint import beginning
from tests.assistant.provider import prose

WORDS = 225
"""Of the shortest answer; each client asks for another length, so that nobody else's answer would pass for its own."""
TOKEN = re.compile(r"\S+\s*")
TEXT = "assistant_message.content_part.text_delta"


@dataclass(slots=True)
class Answer:
    """What one request came to; times in seconds."""

    first: float = 0.0
    took: float = 0.0
    tokens: int = 0
    lost: int = 0
    doubled: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one request brought, byte for byte."""

    said: str
    got: bytes
    first: float
    took: float


async def talk(port: int, words: int, guest: str, until: float) -> list[Heard]:
    """One conversation after another until the time is over, the last one read to its end."""
    heard = [await ask(port, words, guest)]
    while time.perf_counter() < until:
        heard.append(await ask(port, words, guest))
    return heard


async def ask(port: int, words: int, guest: str) -> Heard:
    """`guest` is the header that says who asks, or nothing."""
    said = f"{words} words"
    body = json.dumps(beginning(said))
    head = f"POST /api/chatkit HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n{guest}"
    request = f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()
    started, reader = time.perf_counter(), _Reader(request)
    try:
        await asyncio.get_running_loop().create_connection(lambda: reader, "127.0.0.1", port)
        await reader.over.wait()
    except OSError:
        reader.got.clear()
    first = reader.first - started if reader.first else 0.0
    return Heard(said, bytes(reader.got), first, time.perf_counter() - started)


class _Reader(asyncio.Protocol):
    """Bare, because a client library would load the machine more than the server does."""

    def __init__(self, request: bytes) -> None:
        self._request = request
        self.got = bytearray()
        self.first = 0.0
        self.over = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        cast(asyncio.WriteTransport, transport).write(self._request)

    def data_received(self, data: bytes) -> None:
        self.got += data
        if not self.first and TEXT.encode() in self.got:
            self.first = time.perf_counter()

    def connection_lost(self, exc: Exception | None) -> None:
        self.over.set()


def judged(heard: Heard, first_ms: int, rate: int) -> Answer:
    """Compare what was streamed, and what was kept at its end, with what the mock model sent."""
    answer = Answer(heard.first, heard.took)
    head, _, body = heard.got.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        answer.errors.append(head.split(b"\r\n", 1)[0].decode() or "no connection")
        return answer
    try:
        events = [json.loads(line[6:]) for line in _dechunked(body).split(b"\n\n") if line.startswith(b"data: ")]
    except ValueError as error:
        answer.errors.append(f"broken off: {error}")
        return answer
    _compare(answer, events, _sent(heard.said, first_ms, rate))
    return answer


def _dechunked(body: bytes) -> bytes:
    """Raises ValueError where the last chunk is missing."""
    parts: list[bytes] = []
    while True:
        size, _, rest = body.partition(b"\r\n")
        if not (length := int(size, 16)):
            return b"".join(parts)
        parts.append(rest[:length])
        body = rest[length + 2 :]


def _sent(text: str, first_ms: int, rate: int) -> str:
    """What the mock model answers to it."""
    parts = prose({"messages": [{"role": "user", "content": text}]}, first_ms, rate).parts
    deltas = [choice["delta"] for part in parts if isinstance(part, dict) for choice in part["choices"]]
    return "".join(delta.get("content", "") for delta in deltas)


def _compare(answer: Answer, events: Sequence[dict], sent: str) -> None:
    updates = [event["update"] for event in events if event["type"] == "thread.item.updated"]
    text = "".join(update["delta"] for update in updates if update["type"] == TEXT)
    expected, arrived = Counter(TOKEN.findall(sent)), Counter(TOKEN.findall(text))
    answer.tokens = arrived.total()
    answer.lost, answer.doubled = (expected - arrived).total(), (arrived - expected).total()
    answer.errors += [f"error: {event.get('message')}" for event in events if event["type"] == "error"]
    if text != sent and expected == arrived:
        answer.errors.append("tokens out of order")
    if _kept(events) != [sent]:
        answer.errors.append("another text kept than sent")


def _kept(events: Sequence[dict]) -> list[str]:
    items = [event["item"] for event in events if event["type"] == "thread.item.done"]
    return ["".join(part["text"] for part in item["content"]) for item in items if item["type"] == "assistant_message"]
