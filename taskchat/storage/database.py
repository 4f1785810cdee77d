"""The database: opened once, two doors (`reading`, `writing`), and its migrations."""

import fcntl
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Semaphore
from typing import Any, cast

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, insert, literal_column, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlmodel import Session, SQLModel

from taskchat.errors import Invalid, Unavailable
from taskchat.storage.seats import SeatCache

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "alembic"
POOL_SIZE = 16
"""As many as worker threads, so that no thread waits for a connection (decision 11)."""
BUSY_MILLISECONDS = 5_000
LONGEST_WRITE = 20
"""Seconds: more than an import of thousands of tasks takes, during which others wait instead of failing."""
PRAGMAS = (
    "journal_mode=WAL",
    "foreign_keys=ON",
    "synchronous=NORMAL",
    f"busy_timeout={BUSY_MILLISECONDS}",
    "mmap_size=1073741824",  # a search looks at every row: read in place, 100,000 take half as long
    "secure_delete=ON",  # what is purged is overwritten in the file too
)
MIGRATION_LOCK = 7_241_113_958
"""Any number, the same for every worker: pg_advisory_lock's key."""
INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
SILENT = "The database does not answer. Nothing was lost; try again in a few seconds."


@dataclass(frozen=True, slots=True)
class Database:
    """The open database: an engine whose transactions read, one whose transactions write, and who was seen lately."""

    engine: Engine
    writes: Engine
    turns: Semaphore
    """As many may write at once: one on SQLite, where whoever waits is woken instead of looking again and again."""
    seats: SeatCache = field(default_factory=SeatCache)


_database: Database | None = None


def database() -> Database:
    """The open instance; Unavailable before `opened()` has run."""
    if _database is None:
        raise Unavailable("TaskChat is still starting. Try again in a few seconds.")
    return _database


def open_database(url: str) -> Database:
    """Connect, migrate to the newest schema, and keep it open until `close_database`."""
    global _database  # noqa: PLW0603 - decision 7: only open and close set it
    migrate(url)
    _database = around(make_engine(url))
    return _database


def around(engine: Engine) -> Database:
    turns = Semaphore(1 if _is_sqlite(engine.url) else POOL_SIZE)
    return Database(engine, engine.execution_options(writes=True), turns)


def close_database() -> None:
    global _database  # noqa: PLW0603 - decision 7: only open and close set it
    if _database is not None:
        _database.engine.dispose()
    _database = None


@contextmanager
def reading() -> Iterator[Session]:
    """A transaction that sees one moment and changes nothing."""
    with _said_plainly(), Session(database().engine, expire_on_commit=False) as session:
        yield session


@contextmanager
def writing() -> Iterator[Session]:
    """A transaction that commits at the end, or changes nothing when something is raised.

    SQLite: it holds the write lock from its first statement, so what it reads stays true. PostgreSQL: a read that
    decides a write locks its rows, or rests on a unique key.
    """
    opened = database()
    with (
        _said_plainly(),
        _in_turn(opened.turns),
        Session(opened.writes, expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


@contextmanager
def _in_turn(turns: Semaphore) -> Iterator[None]:
    if not turns.acquire(timeout=LONGEST_WRITE):
        raise Unavailable(SILENT)
    try:
        yield
    finally:
        turns.release()


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except (OperationalError, NoConnectionFree) as error:
        raise Unavailable(SILENT) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise Unavailable(SILENT) from error
        raise


def insert_row(into: Session, table: type[SQLModel], **values: object) -> Any:
    """One row, without the unit of work, which takes three times as long; returns its primary key's first part."""
    made = into.connection().execute(insert(bare(table)), values).inserted_primary_key
    return made[0] if made else None


def insert_once(into: Session, table: type[SQLModel], **values: object) -> bool:
    """The same where no row has its key yet; whether this one was first."""
    once = INSERTS[into.get_bind().dialect.name](bare(table)).on_conflict_do_nothing()
    return bool(into.connection().execute(once, values).rowcount)


def put_row(
    into: Session, table: type[SQLModel], *, key: Sequence[str], kept: Sequence[str] = (), **values: object
) -> None:
    """One row under its key, the unique one of these columns: a new one, or these values, but what is `kept`."""
    # By name: SQLAlchemy's own `excluded` builds the whole table anew each time, which takes longer than the rest.
    changed = {name: literal_column(f"excluded.{name}") for name in values if name not in {*key, *kept}}
    new = INSERTS[into.get_bind().dialect.name](bare(table))
    into.connection().execute(new.on_conflict_do_update(index_elements=key, set_=changed), values)


def bare(table: type[SQLModel]) -> Table:
    """The table without its class: what is asked through it costs half, where seconds count."""
    return cast(Table, table.__table__)  # pyright: ignore[reportAttributeAccessIssue] - every table has one


def ping() -> None:
    """Unavailable unless the database answers."""
    with reading() as session:
        session.connection().execute(text("SELECT 1"))


def tidy_file() -> None:
    """SQLite: empty the journal, where former versions of purged rows wait, and count what helps it choose an index.

    PostgreSQL does both by itself.
    """
    engine = database().engine
    if not _is_sqlite(engine.url):
        return
    connection = engine.raw_connection()
    try:
        for order in ("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA analysis_limit=400", "ANALYZE"):
            connection.cursor().execute(order).close()
    except sqlite3.OperationalError as error:
        raise Unavailable(SILENT) from error
    finally:
        connection.close()


def make_engine(url: str) -> Engine:
    """An engine for `sqlite:///file`, `postgresql://…` or `postgres://…`."""
    parsed = _parsed(url)
    return _sqlite(parsed) if _is_sqlite(parsed) else _postgresql(parsed)


def _parsed(url: str) -> URL:
    if url.startswith("postgres://"):
        url = "postgresql://" + url.removeprefix("postgres://")
    parsed = make_url(url)
    return parsed.set(drivername="sqlite" if _is_sqlite(parsed) else "postgresql+psycopg2")


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_use_lifo=True,  # the connection used last is the warm one
        pool_pre_ping=True,
        hide_parameters=True,  # an error in the log names no title, message or password hash
        connect_args={"connect_timeout": 5},
    )


def _sqlite(url: URL) -> Engine:
    _folder_of(url).mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_use_lifo=True,
        hide_parameters=True,
        connect_args={"timeout": BUSY_MILLISECONDS / 1000},
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _folder_of(url: URL) -> Path:
    return Path(url.database or "taskchat.db").resolve().parent


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # The driver must not start transactions by itself: a deferred BEGIN that later wants to write fails as "locked".
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def migrate(url: str, revision: str = "head") -> None:
    """Bring the schema to `revision`; workers that start together wait for each other."""
    engine = make_engine(url)
    try:
        with _said_plainly(), _one_at_a_time(engine), engine.execution_options(writes=True).begin() as connection:
            _run_scripts(connection, revision)
    except CommandError as error:
        raise Invalid(f"This database was made by another version of TaskChat ({error}).") from error
    finally:
        engine.dispose()


def _run_scripts(connection: Connection, revision: str) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    down = revision == "base" or revision.startswith("-")
    (command.downgrade if down else command.upgrade)(config, revision)


@contextmanager
def _one_at_a_time(engine: Engine) -> Iterator[None]:
    with _file_lock(engine.url) if _is_sqlite(engine.url) else _advisory_lock(engine):
        yield


@contextmanager
def _file_lock(url: URL) -> Iterator[None]:
    file = Path(url.database or "taskchat.db").resolve()
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _advisory_lock(engine: Engine) -> Iterator[None]:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": MIGRATION_LOCK})
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": MIGRATION_LOCK})
