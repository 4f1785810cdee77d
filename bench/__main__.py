"""Measures TaskChat on this machine, prints a table, writes it as JSON; exits 3 when a target is missed."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

import httpx
import uvloop
from playwright.async_api import Browser

from bench.browser import chromium, guest, listening, prepare, send, weigh
from bench.endpoint import first_delta, signed_in
from bench.paint import painted
from bench.plenty import MANY, MOST
from bench.relay import relaying
from bench.report import RESULTS, Figure, p50, p95, table, write
from bench.sentences import sentences
from bench.servers import Running, free_port, model, own_first_ms, taskchat
from bench.soak import RESULTS as SOAKED
from bench.soak import ROUNDS, SECONDS, soak
from bench.tasks import plenty

FIRST_MS = 500
RATE = 25
WORD = "Certainly"
"""The first word of the mock model's answer."""
SENDS = 20
BROWSERS = 10
LONG_RATE = 50
LONG = "1000 words"
"""Asks the mock model for an answer of a thousand tokens."""
PLENTY = RESULTS.with_name("tasks.json")


async def first_send(browser: Browser, running: Running, own: float) -> list[Figure]:
    page = await guest(browser, running.port)
    await prepare(page, "first of all", WORD)
    [beyond] = [ms - own for ms in await send(page)]
    await page.context.close()
    return [Figure("first painted word, first send after a start", beyond, "ms", 150, "beyond the model's own")]


async def alone(browser: Browser, running: Running, own: float) -> list[Figure]:
    page = await guest(browser, running.port)
    beyond: list[float] = []
    for n in range(SENDS):
        await prepare(page, f"say something {n}", WORD)
        beyond += [ms - own for ms in await send(page)]
    weight = await weigh(browser, page)
    await page.context.close()
    return [
        Figure("first painted word, one browser (p50)", p50(beyond), "ms", 25, f"p95 {p95(beyond):.0f} ms"),
        Figure("JavaScript of the dashboard, transferred", weight.script / 1000, "KB", 230),
        Figure("CSS of the dashboard, transferred", weight.style / 1000, "KB", 20),
    ]


async def together(browser: Browser, running: Running, own: float) -> list[Figure]:
    pages = [await guest(browser, running.port) for _ in range(BROWSERS)]
    beyond: list[float] = []
    for n in range(3):
        for page in pages:
            await prepare(page, f"all at once {n}", WORD)
        beyond += [ms - own for ms in await send(*pages)]
    for page in pages:
        await page.context.close()
    name = f"first painted word, {BROWSERS} browsers at once (p50)"
    return [Figure(name, p50(beyond), "ms", 80, f"p95 {p95(beyond):.0f} ms")]


async def server_side(running: Running, own: float) -> list[Figure]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{running.port}") as client:
        await signed_in(client)
        beyond = [await first_delta(client, f"hello {n}") - own for n in range(SENDS)]
    return [Figure("first delta at the endpoint (p95)", p95(beyond), "ms", 15, f"p50 {p50(beyond):.1f} ms")]


async def long_answer(browser: Browser, running: Running) -> list[Figure]:
    async with relaying(free_port(), running.port) as relay:
        page = await guest(browser, relay.port)
        payload = await listening(page)
        before, said = relay.to_browser, payload.size
        await prepare(page, LONG, WORD)
        await send(page)
        await page.context.close()
        note = f"payload before compression {(payload.size - said) / 1000:.0f} KB"
        return [Figure("a 1,000-token answer to the browser", (relay.to_browser - before) / 1000, "KB", 60, note)]


async def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        async with chromium() as browser:
            async with model(FIRST_MS, RATE) as port, taskchat(Path(folder), port) as running:
                own = await own_first_ms(port)
                figures = [Figure("the model's own first token, asked directly (p50)", own, "ms")]
                figures += await first_send(browser, running, own)
                figures += await alone(browser, running, own)
                figures += await together(browser, running, own)
                figures += await server_side(running, own)
            async with model(FIRST_MS, LONG_RATE) as port, taskchat(Path(folder), port) as running:
                figures += await long_answer(browser, running)
                figures.append(Figure("time to ready, nothing changed", running.seconds, "s", 10))
    return figures


async def with_plenty() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        figures, whole = await plenty(Path(folder))
        async with chromium() as browser, model(FIRST_MS, RATE) as port, taskchat(Path(folder), port) as running:
            for number, signed in ((MANY, whole.many), (MOST, whole.most)):
                figures += await painted(browser, running, signed, number)
    return figures


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    words = f"50 answers at once, beside the bare SDK: {ROUNDS} rounds of so many seconds ({SECONDS}) for each"
    parser.add_argument("--soak", nargs="?", type=int, const=SECONDS, metavar="seconds", help=words)
    among = "10,000 and 100,000 tasks of one person among a million, on both databases where TEST_DATABASE_URL is set"
    parser.add_argument("--tasks", action="store_true", help=among)
    return parser.parse_args()


def main() -> int:
    wanted = asked()
    if wanted.soak:
        figures, kept = uvloop.run(soak(wanted.soak)), SOAKED
    elif wanted.tasks:
        figures, kept = asyncio.run(with_plenty()), PLENTY
    else:
        figures, kept = [*asyncio.run(measure()), *sentences()], RESULTS
    print(table(figures))
    write(figures, kept)
    return 3 if any(f.missed for f in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
