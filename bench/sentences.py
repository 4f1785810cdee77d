"""How long the built-in assistant takes for a sentence: to understand it, and until the whole answer is there."""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.report import Figure, p50, p95
from evals.judging import judged
from evals.room import opened
from evals.scenarios import Scenario, read_all
from taskchat.assistant.phrases import understand
from taskchat.assistant.scene import Scene

TARGET_MS = 20


def sentences() -> list[Figure]:
    """Over everything that is said in the scenarios, one after another."""
    scenarios = read_all()
    _understood(scenarios)  # what is compiled once, is
    alone, whole = _understood(scenarios), asyncio.run(_answered(scenarios))
    return [
        _figure("a sentence understood (p95)", alone, TARGET_MS),
        _figure("a sentence answered, tools and database included (p95)", whole),
    ]


def _figure(name: str, milliseconds: Sequence[float], target: float | None = None) -> Figure:
    note = f"p50 {p50(milliseconds):.1f}, most {max(milliseconds):.1f} ms, {len(milliseconds)} sentences"
    return Figure(name, p95(milliseconds), "ms", target, note)


def _understood(scenarios: Sequence[Scenario]) -> list[float]:
    spent: list[float] = []
    for scenario in scenarios:
        scene = Scene(scenario.now, scenario.ways)
        for turn in scenario.turns:
            started = time.perf_counter()
            understand(turn.said, scene)
            spent.append((time.perf_counter() - started) * 1000)
    return spent


async def _answered(scenarios: Sequence[Scenario]) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder), "builtin") as room:
            return [ms for scenario in scenarios for ms in (await judged(room, scenario)).ms]
