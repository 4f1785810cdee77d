"""Journeys in the terminal: what `bin/run` says, and that a port is only a number."""

import re
import signal
import socket
import subprocess
from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.journeys.desk import at_the_desk, checkbox, say, try_it
from tests.journeys.served import ROOT, Served, free_port


def test_it_starts_in_a_few_lines_stops_cleanly_and_moves_to_another_port(
    own: Served, visits: Callable[..., BrowserContext]
) -> None:
    """One life of a server, since a start takes ten seconds."""
    said = "".join(own.lines)
    assert re.fullmatch(
        r"TaskChat\..*\n"
        r"Packages … [\d.]+ s\n"
        r"Database … .*taskchat\.db, new\n"
        r"Page … [\d.]+ s\n"
        r"Your data is in .+\. Ctrl\+C stops the server, nothing is lost\.\n"
        r"Assistant: built-in\. For Gemini put GEMINI_API_KEY=… into \.env and start again\.\n"
        rf"Ready: http://localhost:{own.port}\n",
        said,
    ), said
    built = (ROOT / ".build" / "page.log").stat().st_mtime_ns
    context = visits(own.address)
    say(try_it(context), "create a task to call mom tomorrow at 5pm")
    secret = next(c["value"] for c in context.cookies() if c.get("name") == "taskchat")

    code = own.stop(signal.SIGINT)

    assert (code, own.lines[-1]) == (0, "Stopped.\n")
    assert "Traceback" not in own.log
    assert secret not in own.log
    own.start(free_port())
    assert (ROOT / ".build" / "page.log").stat().st_mtime_ns == built, "another port builds nothing"
    moved = visits(own.address, storage_state=context.storage_state())
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
