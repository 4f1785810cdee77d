"""Journeys in the terminal: what `bin/run` says, and that a port is only a number."""

import re
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.desk import at_the_desk, checkbox, say, try_it
from tests.journeys.served import ROOT, Run, Served, free_port


@pytest.fixture
def started(chromium: str, tmp_path: Path) -> Iterator[Run]:
    server = Run(tmp_path)
    yield server
    server.stop()


def test_it_starts_in_a_few_lines_stops_cleanly_and_moves_to_another_port(
    started: Run, visits: Callable[..., BrowserContext]
) -> None:
    """One life of a server, since a start takes ten seconds."""
    said = "".join(started.lines)
    assert re.fullmatch(
        r"TaskChat\..*\n"
        r"Packages … [\d.]+ s\n"
        r"Database … .*taskchat\.db, new\n"
        r"Page … [\d.]+ s\n"
        r"Your data is in .+\. Ctrl\+C stops the server, nothing is lost\.\n"
        r"Assistant: built-in\. For Gemini put GEMINI_API_KEY=… into \.env and start again\.\n"
        rf"Ready: http://localhost:{started.port}\n",
        said,
    ), said
    built = (ROOT / ".build" / "page.log").stat().st_mtime_ns
    context = visits(started.address)
    say(try_it(context), "create a task to call mom tomorrow at 5pm")
    secret = next(c["value"] for c in context.cookies() if c.get("name") == "taskchat")

    code = started.stop(signal.SIGINT)

    assert (code, started.lines[-1]) == (0, "Stopped.\n")
    assert "Traceback" not in started.log
    assert secret not in started.log
    started.start(free_port())
    assert (ROOT / ".build" / "page.log").stat().st_mtime_ns == built, "another port builds nothing"
    moved = visits(started.address, storage_state=context.storage_state())
    there = moved.new_page()
    there.goto("/")
    at_the_desk(there)
    expect(checkbox(there, "call mom")).to_be_visible()


def test_a_port_in_use_is_one_sentence(served: Served) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        done = subprocess.run(
            [ROOT / "bin" / "run"],
            env={**served.environment, "PORT": str(port)},
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr == f"Port {port} is in use by another program. Try: PORT={port % 65535 + 1} bin/run\n"
