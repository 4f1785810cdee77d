"""A server begun where its libraries are loaded already: to load them is three quarters of a start."""

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent.parent
LIBRARIES = [
    "agents", "alembic", "argon2", "chatkit.server", "openai", "PIL.Image", "pygments", "reflex",
    "reflex.app", "reflex.model", "sqlmodel", "uvicorn", __name__,
]  # fmt: skip
"""What is loaded once; TaskChat itself is loaded anew by each server, with the settings of its own."""


class Forked:
    """One process of `bin/serve.py`, spoken to like a `subprocess.Popen`."""

    def __init__(self, environment: dict[str, str]) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(LIBRARIES)
        ours, its = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(environment, its), daemon=True)
        self._process.start()
        its.close()
        self.stdout: TextIO = os.fdopen(os.dup(ours.fileno()))
        ours.close()

    def poll(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, which: signal.Signals) -> None:
        os.kill(self._process.pid or 0, which)

    def kill(self) -> None:
        self._process.kill()

    def wait(self, seconds: float) -> int:
        """Its exit code. Raises subprocess.TimeoutExpired."""
        self._process.join(seconds)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("bin/serve.py", seconds)
        return self._process.exitcode


def _serve(environment: dict[str, str], said: Connection) -> None:
    """What `bin/run` comes to: this process becomes the server."""
    for descriptor in (1, 2):
        os.dup2(said.fileno(), descriptor)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    sys.argv = ["bin/serve.py"]
    runpy.run_path("bin/serve.py", run_name="__main__")
