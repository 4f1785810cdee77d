"""Starts what is measured: TaskChat by `bin/run`, and a model that takes exactly as long as it says."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Running:
    """A started server: its port, the seconds from the command until it was ready, and its process."""

    port: int
    seconds: float
    pid: int


def memory(pid: int) -> float:
    """What a process alone holds, in MB, where the system tells it apart: pages of the database's file are the
    system's to take back. Else all that is resident."""
    rollup = Path(f"/proc/{pid}/smaps_rollup")
    if rollup.exists():
        (own,) = (line for line in rollup.read_text().splitlines() if line.startswith("Anonymous:"))
        return int(own.split()[1]) / 1024
    return int(_told("rss", pid)) / 1024


def busy(pid: int) -> float:
    """Seconds a process has kept a core busy since its start; whatever else the machine does hardly changes them."""
    days, _, clock = _told("time", pid).rpartition("-")
    seconds = 0.0
    for part in clock.split(":"):
        seconds = seconds * 60 + float(part)
    return int(days or 0) * 86_400 + seconds


def _told(what: str, pid: int) -> str:
    command = ("ps", "-o", f"{what}=", "-p", str(pid))
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@asynccontextmanager
async def model(first_ms: int, rate: int) -> AsyncIterator[int]:
    """The mock provider of the tests: its first token after `first_ms`, then `rate` chunks a second."""
    port = free_port()
    command = [sys.executable, "-m", "tests.assistant.provider"]
    options = ["--port", str(port), "--first-ms", str(first_ms), "--rate", str(rate)]
    process = await asyncio.create_subprocess_exec(*command, *options, cwd=ROOT)
    try:
        await _answers(port)
        yield port
    finally:
        await _stopped(process)


async def own_first_ms(port: int) -> float:
    """Milliseconds until the model's first token reaches a bare connection that asks nothing else of anybody (p50)."""
    body = json.dumps({"model": "mock", "messages": [{"role": "user", "content": "1 words"}], "stream": True})
    request = f"POST /v1/chat/completions HTTP/1.1\r\nHost: mock\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    waited: list[float] = []
    for _ in range(5):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        started = time.perf_counter()
        writer.write(request.encode())
        await reader.readuntil(b"data: ")
        waited.append((time.perf_counter() - started) * 1000)
        writer.close()
    return median(waited)


@asynccontextmanager
async def taskchat(folder: Path, model_port: int) -> AsyncIterator[Running]:
    """`bin/run` on a fresh database in `folder`, answered by the mock model, without limits."""
    port = free_port()
    settings = {
        "DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
        "PORT": str(port),
        "TASKCHAT_MODEL": "mock",
        "TASKCHAT_MODEL_URL": f"http://127.0.0.1:{model_port}/v1",
        "TASKCHAT_MODEL_KEY": "not-a-secret",
        "TASKCHAT_LIMIT_DAY": "0",
        "TASKCHAT_LIMIT_MINUTE": "0",
        "TASKCHAT_TITLES": "false",
    }
    started = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        str(ROOT / "bin" / "run"), cwd=ROOT, env=os.environ | settings, stdout=asyncio.subprocess.PIPE
    )
    try:
        await asyncio.wait_for(_says_ready(process), READY_SECONDS)
        yield Running(port, time.perf_counter() - started, process.pid)
    finally:
        await _stopped(process)


@asynccontextmanager
async def bare(model_port: int) -> AsyncIterator[Running]:
    """ChatKit and the Agents SDK alone, answered by the same model."""
    port, started = free_port(), time.perf_counter()
    command = [sys.executable, "-m", "bench.bare", str(port), f"http://127.0.0.1:{model_port}/v1"]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    try:
        await _answers(port)
        yield Running(port, time.perf_counter() - started, process.pid)
    finally:
        await _stopped(process)


async def _says_ready(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    said = ""
    while line := (await process.stdout.readline()).decode():
        said += line
        if line.startswith("Ready:"):
            return
    raise SystemExit(f"bin/run ended without a Ready line:\n{said}")


async def _answers(port: int) -> None:
    for _ in range(600):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise SystemExit(f"Nothing answers on port {port}.")


async def _stopped(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()  # a command in the background of a shell, and what it starts, hears no interrupt
        await asyncio.wait_for(process.wait(), 20)
