"""Fifty answers at once: what arrives, when, and what it costs a core and in memory, beside the bare SDK.

Both servers stand side by side and are asked turn by turn, by the same clients and from the same model, so that what
else the machine does meets both; the figures are medians of the rounds.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import httpx

from bench.crowd import WORDS, Answer, ask, judged, talk
from bench.endpoint import signed_in
from bench.report import Figure, p50, p95
from bench.servers import Running, bare, busy, memory, model, own_first_ms, taskchat

RESULTS = Path(__file__).parent / "soak.json"
SECONDS = 120
"""Of a round."""
ROUNDS = 3
THREADS = 50
RATE = 50
"""Tokens a second of each answer."""
FIRST_MS = 200
GROWTH = 1.1
"""How much more memory a round may end with than it had after its first quarter: at 120 s and at 30 s."""
NOISE = 0.02
"""Two rounds of the same server differ by so much."""


@dataclass(frozen=True, slots=True)
class Round:
    """Everything one server did in one go; memory in MB after each quarter, `busy` in seconds of a core."""

    answers: Sequence[Answer]
    rate: float
    memory: Sequence[float]
    busy: float

    @property
    def firsts(self) -> list[float]:
        return [answer.first * 1000 for answer in self.answers if answer.first]

    @property
    def work(self) -> float:
        """Milliseconds of a core for a thousand tokens."""
        return self.busy * 1_000_000 / max(1, sum(answer.tokens for answer in self.answers))


@dataclass(frozen=True, slots=True)
class Soaked:
    """All rounds of one server."""

    rounds: Sequence[Round]

    def middle(self, figure: Callable[[Round], float]) -> float:
        return median(map(figure, self.rounds))

    def each(self, figure: Callable[[Round], float]) -> str:
        return " · ".join(f"{figure(one):.0f}" for one in self.rounds)

    @property
    def answers(self) -> list[Answer]:
        return [answer for one in self.rounds for answer in one.answers]

    @property
    def errors(self) -> list[str]:
        return [error for answer in self.answers for error in answer.errors]


async def soak(seconds: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        async with model(FIRST_MS, RATE) as port, bare(port) as theirs, taskchat(Path(folder), port) as ours:
            own = await own_first_ms(port)
            nobody, guests = [""] * THREADS, await _guests(ours.port)
            beside: list[Round] = []
            taken: list[Round] = []
            for _ in range(ROUNDS):
                beside.append(await _round(theirs, seconds, nobody))
                taken.append(await _round(ours, seconds, guests))
    return [
        *_times(Soaked(taken), Soaked(beside), own),
        *_whole(Soaked(taken), Soaked(beside)),
        *_memory(taken, beside),
    ]


async def _guests(port: int) -> list[str]:
    """The header that says who it is, for each of the clients."""
    guests = []
    for _ in range(THREADS):
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            await signed_in(client)
            guests.append(f"Authorization: {client.headers['Authorization']}\r\n")
    return guests


async def _round(running: Running, seconds: int, guests: Sequence[str]) -> Round:
    """Answers until the time is over; one before, so that nobody is measured cold."""
    await ask(running.port, WORDS, guests[0])
    before, until = busy(running.pid), time.perf_counter() + seconds
    async with asyncio.TaskGroup() as group:
        talking = [group.create_task(_talk(running.port, n, who, until)) for n, who in enumerate(guests)]
        levels = await _levels(running.pid, seconds)
    worked = busy(running.pid) - before
    talks = [[judged(heard, FIRST_MS, RATE) for heard in task.result()] for task in talking]
    return Round([answer for talk in talks for answer in talk], sum(map(_rate, talks)), levels, worked)


async def _talk(port: int, number: int, guest: str, until: float) -> list:
    """Clients begin one by one, as people do, not all in one instant."""
    await asyncio.sleep(number / THREADS * WORDS / RATE)
    return await talk(port, WORDS + number, guest, until)


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


def _offered() -> float:
    """Tokens a second that all clients would get from the model itself."""
    lengths = [WORDS + n for n in range(THREADS)]
    return sum(length / (FIRST_MS / 1000 + length / RATE) for length in lengths)


def _times(ours: Soaked, beside: Soaked, own: float) -> list[Figure]:
    def late(one: Round) -> float:
        return p95(one.firsts) - own

    def half(one: Round) -> float:
        return p50(one.firsts) - own

    first, theirs = ours.middle(late), beside.middle(late)
    rate, their_rate = ours.middle(_of("rate")), beside.middle(_of("rate"))
    lowest = round(their_rate * (1 - NOISE), 1)
    said = f"p50 {ours.middle(half):.1f} ms  rounds {ours.each(late)}"
    their_said = f"p50 {beside.middle(half):.1f} ms, beyond the model's  rounds {beside.each(late)}"
    compared = f"{rate / their_rate:.2f} of bare  rounds {ours.each(_of('rate'))}"
    return [
        Figure("the model's own first token, asked directly (p50)", own, "ms"),
        Figure("tokens a second, offered by the model", _offered(), "/s"),
        Figure("first delta, bare SDK (p95)", theirs, "ms", None, their_said),
        Figure("first delta, TaskChat (p95)", first, "ms", round(theirs, 1), said),
        Figure("tokens a second, bare SDK", their_rate, "/s", None, f"rounds {beside.each(_of('rate'))}"),
        Figure("tokens a second, TaskChat", rate, "/s", lowest, compared, at_least=True),
        Figure("a core's time for 1,000 tokens, bare SDK", beside.middle(_of("work")), "ms"),
        Figure("a core's time for 1,000 tokens, TaskChat", ours.middle(_of("work")), "ms"),
    ]


def _of(name: str) -> Callable[[Round], float]:
    return lambda one: getattr(one, name)


def _whole(ours: Soaked, beside: Soaked) -> list[Figure]:
    def total(soaked: Soaked, name: str) -> int:
        return sum(getattr(answer, name) for answer in soaked.answers)

    first = next(iter(ours.errors), "")
    note = f"{len(ours.answers)} answers, bare {len(beside.errors)} of {len(beside.answers)}  {first}".rstrip()
    return [
        Figure("errors", len(ours.errors), "", 0, note),
        Figure("tokens lost", total(ours, "lost"), "", 0, f"bare {total(beside, 'lost')}"),
        Figure("tokens doubled", total(ours, "doubled"), "", 0, f"bare {total(beside, 'doubled')}"),
    ]


def _memory(ours: Sequence[Round], beside: Sequence[Round]) -> list[Figure]:
    grown = max(one.memory[-1] / one.memory[0] for one in ours)
    return [
        Figure("memory at the end, bare SDK", beside[-1].memory[-1], "MB", None, _way(beside)),
        Figure("memory at the end, TaskChat", ours[-1].memory[-1], "MB", None, _way(ours)),
        Figure("memory at a round's end, of its first quarter's", grown, "times", GROWTH, "the worst round"),
    ]


def _way(rounds: Sequence[Round]) -> str:
    return f"{' · '.join(f'{level:.0f}' for one in rounds for level in one.memory)} by quarters of each round"
