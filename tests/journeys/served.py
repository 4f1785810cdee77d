"""A TaskChat on a free port, with its data in a folder of its own; `Run` is one that a newcomer starts."""

import os
import random
import signal
import socket
import subprocess
import threading
from contextlib import suppress
from functools import cache
from pathlib import Path

from bin.steps import alone, build_page
from tests.journeys.forked import ROOT, Forked
from tests.workers import MOST, NUMBER

READY_SECONDS = 240
PLAIN = {
    "TASKCHAT_MODEL": "builtin",
    "TASKCHAT_LIMIT_MINUTE": "0",
    "TASKCHAT_LIMIT_SIGN_IN": "0",
    "TASKCHAT_LIMIT_SIGN_UP": "0",
}


def free_port() -> int:
    """Nobody takes it before it is used: the system hands out higher ones, and other workers draw others."""
    while True:
        port = random.randrange(10_000 + NUMBER, 32_000, MOST)
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port


class Served:
    """One running TaskChat; `restart` keeps its data and its address."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.settings = {"DATABASE_URL": f"sqlite:///{folder / 'taskchat.db'}"} | PLAIN | settings
        self.lines: list[str] = []
        self.start()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | self.settings | {"PORT": str(self.port)}

    @property
    def log(self) -> str:
        return (self.folder / "taskchat.log").read_text(errors="replace")

    def start(self, port: int | None = None) -> None:
        self.port = port or self.port
        self.lines = []
        self.process = self._begin()
        ready = threading.Event()
        self.reader = threading.Thread(target=self._read, args=(ready,))
        self.reader.start()
        if not ready.wait(READY_SECONDS) or self.process.poll() is not None:
            self.stop()
            raise AssertionError(f"It said no Ready line:\n{''.join(self.lines)}")

    def _begin(self) -> Forked | subprocess.Popen[str]:
        _page()
        return Forked(self.environment)

    def _read(self, ready: threading.Event) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as said:
            for line in said:
                self.lines.append(line)
                if line.startswith("Ready:"):
                    ready.set()
        ready.set()

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it as Ctrl+C does, or as told; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(how)
        try:
            code = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self.reader.join(10)
        return code

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)


class Run(Served):
    """Started by `bin/run`, from nothing."""

    def _begin(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [ROOT / "bin" / "run"],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


@cache
def _page() -> None:
    """As `bin/run` would build it, once for all journeys."""
    with alone():
        build_page()
