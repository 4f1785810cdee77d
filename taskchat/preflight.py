"""The one sentence when TaskChat cannot start: `python -m taskchat.preflight` says it and exits with 1."""

import errno
import socket
import sqlite3
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

from taskchat.config import ROOT, Settings, load_settings
from taskchat.errors import Invalid, TaskChatError, Unavailable

CONNECT_SECONDS = 5
DATABASE_REFUSALS = {
    "password authentication failed": "refuses this user or password",
    "no password supplied": "wants a password",
    "does not exist": "has no such database or user",
    "permission denied": "does not let this user in",
}
"""What PostgreSQL says, and how it is told."""


def main() -> int:
    try:
        settings = load_settings()
        check_port(settings.host, settings.port)
        print(f"Database … {check_database(settings)}", flush=True)
    except TaskChatError as error:
        print(error.message, file=sys.stderr)
        return 1
    return 0


def check_port(host: str, port: int) -> None:
    """Unavailable when we could not listen there."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        raise Invalid(f"HOST {host} is not an address. For this machine alone leave it out.") from None
    with socket.socket(family, kind, protocol) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
            listener.listen()
        except OSError as error:
            raise Unavailable(_why_not_here(error, host, port)) from None


def _why_not_here(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program. Try: PORT={port % 65535 + 1} bin/run"
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than this user has. Try: PORT=3000 bin/run"
    return f"HOST {host} is not an address of this machine. For this machine alone leave it out."


def check_database(settings: Settings) -> str:
    """The database in a few words; Unavailable when it cannot be reached or written."""
    _check_folder(settings.data_folder)
    if settings.database_url.startswith("sqlite"):
        return _check_sqlite(Path(settings.database_url.partition(":///")[2]))
    return _check_postgresql(settings.database_url)


def where_data_lives(settings: Settings) -> str:
    """For "Your data is in …": a folder of ours, or a server."""
    if settings.database_url.startswith("sqlite"):
        return _near(settings.data_folder)
    return _server(settings.database_url)


def _check_folder(folder: Path) -> None:
    trial = folder / ".write"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise Unavailable(
            f"TaskChat cannot write to {_near(folder)} ({(error.strerror or 'no reason given').lower()}). "
            "Make the folder writable, or move the data with DATABASE_URL."
        ) from None


def _check_sqlite(path: Path) -> str:
    is_new = not path.exists()
    try:
        with sqlite3.connect(path, timeout=CONNECT_SECONDS) as database:
            database.execute("BEGIN IMMEDIATE")
        database.close()
    except sqlite3.Error as error:
        raise Unavailable(f"The database {_near(path)} cannot be used: {error}.") from None
    if is_new:
        path.unlink(missing_ok=True)
    return f"{_near(path).removeprefix('./')}{', new' if is_new else ''}"


def _check_postgresql(url: str) -> str:
    address = "postgresql://" + url.partition("://")[2]
    try:
        connection = psycopg2.connect(address, connect_timeout=CONNECT_SECONDS)
    except psycopg2.Error as error:
        raise Unavailable(f"{_server(url)} {refusal(str(error))}. Check DATABASE_URL.") from None
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass('alembic_version')")
            (known,) = cursor.fetchone() or (None,)
    finally:
        connection.close()
    return f"{_server(url)}{'' if known else ', new'}"


def refusal(said: str) -> str:
    return next((told for words, told in DATABASE_REFUSALS.items() if words in said), "does not answer")


def _server(url: str) -> str:
    """`PostgreSQL tasks at db.example.org:5432`: never with its password."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return f"PostgreSQL {parts.path.strip('/') or 'default'} at {parts.hostname or 'this machine'}{port}"


def _near(path: Path) -> str:
    """A path as a person in the project's folder would write it."""
    full = path.resolve()
    return f"./{full.relative_to(ROOT)}" if full.is_relative_to(ROOT) else str(full)


if __name__ == "__main__":
    sys.exit(main())
