"""Serves page, programs and websocket on one port, and says so once they answer; called by bin/start.py."""

import gc
import logging
import os
import re
import sys
import threading
import time
import urllib.request
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

import uvicorn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
# What is loaded stays: to look through half a million new objects for what can go is a tenth of the start.
gc.disable()

from taskchat.assistant.models import who_answers  # noqa: E402 - the path has to be set first
from taskchat.config import Settings, load_settings  # noqa: E402
from taskchat.preflight import where_data_lives  # noqa: E402

SERVED_AS_BUILT = {
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
}
REACHED_AT = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound
SECRETS = re.compile(r"""((?:taskchat|token)=|bearer |/feed/)[^;&\s'"]+""", re.IGNORECASE)
PATIENCE_SECONDS = 60
"""After which a server whose /health is not 200 gives up."""
LOG_LIMIT = 5_000_000
"""Bytes after which a start begins a new log and keeps the last one beside it."""


class WithoutSecrets(logging.Formatter):
    """Cookies, bearer tokens, the tokens of tabs and the addresses of feeds never reach the log (A-04)."""

    def format(self, record: logging.LogRecord) -> str:
        return SECRETS.sub(r"\1…", super().format(record))


class Server(uvicorn.Server):
    """Uvicorn that tells a person when the page answers."""

    def __init__(self, settings: Settings, terminal: TextIO) -> None:
        super().__init__(
            uvicorn.Config(
                "taskchat.taskchat:app",
                factory=True,
                host=settings.host,
                port=settings.port,
                loop="uvloop",
                http="httptools",
                ws="websockets-sansio",
                ws_per_message_deflate=True,
                ws_max_size=2**20,
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,  # taskchat.web counts the hops it may trust itself
                timeout_graceful_shutdown=3,
            )
        )
        self.settings = settings
        self.terminal = terminal
        self.is_well = False

    async def main_loop(self) -> None:
        threading.Thread(target=self._welcome, daemon=True).start()
        await super().main_loop()

    def _welcome(self) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while not (self.is_well or self.should_exit):
            time.sleep(0.1)
            self.is_well = _is_well(self.settings)
            self.should_exit |= time.monotonic() > until
        if self.is_well:
            print(f"Ready: {self.settings.address}", file=self.terminal, flush=True)


def _is_well(settings: Settings) -> bool:
    """Whether /health says 200, asked under the name a person uses (other names are turned away)."""
    host = REACHED_AT.get(settings.host, settings.host)
    url = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/health"
    request = urllib.request.Request(url, headers={"Host": urlsplit(settings.address).netloc})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - always http
            return answer.status == 200
    except OSError:
        return False


def _keep_log(settings: Settings) -> TextIO:
    """Send everything libraries say to data/taskchat.log; returns what still reaches the terminal."""
    path = settings.data_folder / "taskchat.log"
    if path.exists() and path.stat().st_size > LOG_LIMIT:
        path.replace(path.with_suffix(".log.1"))
    terminal = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    with path.open("a") as log:
        os.dup2(log.fileno(), sys.stdout.fileno())
        os.dup2(log.fileno(), sys.stderr.fileno())
    return terminal


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutSecrets("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for chatty in ("alembic", "engineio", "httpx", "httpx2", "openai", "socketio"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # It warns of arguments that do not fit, and repeats them: they may be what somebody wrote.
    logging.getLogger("reflex_base.event.processor.base_state_processor").setLevel(logging.ERROR)


def main(options: list[str]) -> int:
    settings = load_settings()
    terminal = sys.stdout if "--verbose" in options else _keep_log(settings)
    _log_to_stderr()
    os.environ.update(SERVED_AS_BUILT)
    _welcome(settings, terminal)
    server = Server(settings, terminal)
    stopped = False
    try:
        server.run()
        stopped = server.is_well  # when both come at once, uvicorn is done before it hears of the interrupt again
    except KeyboardInterrupt:
        stopped = True
    except SystemExit:
        pass
    if stopped:
        print("\nStopped.", file=terminal, flush=True)
    else:
        print("TaskChat could not start. What happened stands at the end of its log:", file=terminal)
        print(settings.data_folder / "taskchat.log", file=terminal, flush=True)
    return 0 if stopped else 1


def _welcome(settings: Settings, terminal: TextIO) -> None:
    print(f"Your data is in {where_data_lives(settings)}. Ctrl+C stops the server, nothing is lost.", file=terminal)
    print(f"Assistant: {_assistant(settings)}", file=terminal, flush=True)


def _assistant(settings: Settings) -> str:
    name, line = who_answers(settings)
    if name == "Built-in":
        return "built-in. For Gemini put GEMINI_API_KEY=… into .env and start again."
    return line


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
