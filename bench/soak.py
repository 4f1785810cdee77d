"""Fifty answers at once for two minutes: what arrives, when, and what it costs in memory, beside the bare SDK."""

import asyncio
import contextlib
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bench.endpoint import beginning, signed_in
from bench.report import Figure, p50, p95
from bench.servers import Running, bare, busy, memory, model, own_first_ms, taskchat
from tests.assistant.provider import prose

RESULTS = Path(__file__).parent / "soak.json"
SECONDS = 120
THREADS = 50
RATE = 50
"""Tokens a second of each answer."""
FIRST_MS = 200
WORDS = 225
"""Of the shortest answer; each client asks for another length, so that nobody else's answer would pass for its own."""
TOKEN = re.compile(r"\S+\s*")
GROWTH = 1.1
"""How much more memory the end may hold than the first quarter."""
NOISE = 0.02
"""Two runs of the same server differ by so much."""
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
class Soaked:
    """Everything one server did; memory in MB after each quarter of the time, `busy` in seconds of a core."""

    answers: Sequence[Answer]
    rate: float
    memory: Sequence[float]
    busy: float

    @property
    def firsts(self) -> list[float]:
        return [answer.first * 1000 for answer in self.answers if answer.first]

    @property
    def errors(self) -> list[str]:
        return [error for answer in self.answers for error in answer.errors]

    @property
    def work(self) -> float:
        """Milliseconds of a core for a thousand tokens."""
        return self.busy * 1_000_000 / sum(answer.tokens for answer in self.answers)

    @property
    def lost(self) -> int:
        return sum(answer.lost for answer in self.answers)

    @property
    def doubled(self) -> int:
        return sum(answer.doubled for answer in self.answers)


async def soak(seconds: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        async with model(FIRST_MS, RATE) as port:
            own = await own_first_ms(port)
            async with bare(port) as running:
                beside = await _soaked(running, seconds, [""] * THREADS)
            async with taskchat(Path(folder), port) as running:
                ours = await _soaked(running, seconds, await _guests(running.port))
    return [*_times(ours, beside, own), *_whole(ours, beside), *_memory(ours, beside)]


async def _guests(port: int) -> list[str]:
    """The header that says who it is, for each of the clients."""
    guests = []
    for _ in range(THREADS):
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            await signed_in(client)
            guests.append(f"Authorization: {client.headers['Authorization']}\r\n")
    return guests


async def _soaked(running: Running, seconds: int, guests: Sequence[str]) -> Soaked:
    """Answers until the time is over, the last ones read to their end; one before, so that nobody is measured cold."""
    await _ask(running.port, WORDS, guests[0])
    before, until = busy(running.pid), time.perf_counter() + seconds
    async with asyncio.TaskGroup() as group:
        talking = [group.create_task(_talk(running.port, n, who, until)) for n, who in enumerate(guests)]
        levels = await _levels(running.pid, seconds)
    talks = [task.result() for task in talking]
    return Soaked(
        [answer for talk in talks for answer in talk], sum(map(_rate, talks)), levels, busy(running.pid) - before
    )


async def _levels(pid: int, seconds: int) -> list[float]:
    """MB after each quarter: the first is what memory should have settled at (30 s of 120)."""
    levels: list[float] = []
    for _ in range(4):
        await asyncio.sleep(seconds / 4)
        levels.append(await asyncio.to_thread(memory, pid))
    return levels


def _rate(talk: Sequence[Answer]) -> float:
    """Tokens a second of one client, the waiting for first tokens included."""
    return sum(a.tokens for a in talk) / sum(a.took for a in talk)


async def _talk(port: int, number: int, guest: str, until: float) -> list[Answer]:
    """One conversation after another; clients begin one by one, as people do, not all in one instant."""
    await asyncio.sleep(number / THREADS * WORDS / RATE)
    talk = [await _ask(port, WORDS + number, guest)]
    while time.perf_counter() < until:
        talk.append(await _ask(port, WORDS + number, guest))
    return talk


async def _ask(port: int, words: int, guest: str) -> Answer:
    text, answer, got = f"{words} words", Answer(), b""
    started = time.perf_counter()
    try:
        async for chunk in _posted(port, json.dumps(beginning(text)), guest):
            if not answer.first and TEXT.encode() in chunk:
                answer.first = time.perf_counter() - started
            got += chunk
    except (OSError, EOFError, ValueError) as error:
        answer.errors.append(f"{type(error).__name__}: {error}")
    answer.took = time.perf_counter() - started
    _judge(answer, got, _sent(text))
    return answer


async def _posted(port: int, body: str, guest: str) -> AsyncIterator[bytes]:
    """The chunks of a streamed answer, read bare: a client library would load the machine more than the server."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /api/chatkit HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n{guest}"
    writer.write(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode())
    with contextlib.closing(writer):
        said = await reader.readuntil(b"\r\n\r\n")
        if not said.startswith(b"HTTP/1.1 200"):
            raise ValueError(said.split(b"\r\n", 1)[0].decode())
        while size := int(await reader.readline(), 16):
            yield (await reader.readexactly(size + 2))[:-2]


def _sent(text: str) -> str:
    """What the mock model answers to it."""
    parts = prose({"messages": [{"role": "user", "content": text}]}, FIRST_MS, RATE).parts
    deltas = [choice["delta"] for part in parts if isinstance(part, dict) for choice in part["choices"]]
    return "".join(delta.get("content", "") for delta in deltas)


def _judge(answer: Answer, got: bytes, sent: str) -> None:
    """Compare what was streamed, and what was kept at its end, with what the model sent."""
    events = [json.loads(line[6:]) for line in got.split(b"\n\n") if line.startswith(b"data: ")]
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


def _times(ours: Soaked, beside: Soaked, own: float) -> list[Figure]:
    first = [value - own for value in ours.firsts]
    theirs = [value - own for value in beside.firsts]
    lowest = round(beside.rate * (1 - NOISE), 1)
    return [
        Figure("the model's own first token, asked directly (p50)", own, "ms"),
        Figure("first delta, bare SDK (p95)", p95(theirs), "ms", None, f"p50 {p50(theirs):.1f} ms, beyond the model's"),
        Figure("first delta, TaskChat (p95)", p95(first), "ms", round(p95(theirs), 1), f"p50 {p50(first):.1f} ms"),
        Figure("tokens a second, bare SDK", beside.rate, "/s", None, f"{len(beside.answers)} answers"),
        Figure("tokens a second, TaskChat", ours.rate, "/s", lowest, f"{len(ours.answers)} answers", at_least=True),
        Figure("a core's time for 1,000 tokens, bare SDK", beside.work, "ms"),
        Figure("a core's time for 1,000 tokens, TaskChat", ours.work, "ms"),
    ]


def _whole(ours: Soaked, beside: Soaked) -> list[Figure]:
    first = next(iter(ours.errors), "")
    return [
        Figure("errors", len(ours.errors), "", 0, f"bare {len(beside.errors)}  {first}".rstrip()),
        Figure("tokens lost", ours.lost, "", 0, f"bare {beside.lost}"),
        Figure("tokens doubled", ours.doubled, "", 0, f"bare {beside.doubled}"),
    ]


def _memory(ours: Soaked, beside: Soaked) -> list[Figure]:
    highest = round(ours.memory[0] * GROWTH, 1)
    return [
        Figure("memory at the end, bare SDK", beside.memory[-1], "MB", None, _way(beside)),
        Figure("memory at the end, TaskChat", ours.memory[-1], "MB", highest, _way(ours)),
    ]


def _way(soaked: Soaked) -> str:
    return f"{' · '.join(f'{level:.0f}' for level in soaked.memory)} by quarters"
