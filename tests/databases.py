"""Databases for tests: migrated once a process, empty for each test; each worker of a run has its own."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from taskchat.storage import database
from taskchat.storage.database import around, make_engine, migrate

POSTGRESQL = os.environ.get("TEST_DATABASE_URL", "")
SCHEMA = os.environ.get("PYTEST_XDIST_WORKER", "public")
"""Workers share the one database there is, each in a schema of its own."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A database that tests use one after the other: what its engine has connected and compiled serves the next one."""

    url: str
    engine: Engine
    empty: Callable[[], None]

    @contextmanager
    def opened(self) -> Iterator[str]:
        """As `open_database` leaves it, without asking again for migrations."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(database, "_database", around(self.engine))
            yield self.url


def fresh_sqlite(folder: Path) -> Path:
    file = folder / "taskchat.db"
    migrate(f"sqlite:///{file}")
    return file


@contextmanager
def kept_sqlite(template: Path) -> Iterator[Kept]:
    """Empty is a new copy of the template."""
    file = template.with_name("kept.db")
    engine = make_engine(f"sqlite:///{file}")

    def empty() -> None:
        engine.dispose()
        for former in file.parent.glob(f"{file.name}*"):
            former.unlink()
        shutil.copy(template, file)

    yield Kept(f"sqlite:///{file}", engine, empty)
    engine.dispose()


@contextmanager
def kept_postgresql() -> Iterator[Kept]:
    """The test database, whatever was in it thrown away; a test without one is skipped, with CI=true it fails."""
    if not POSTGRESQL:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("TEST_DATABASE_URL is not set")
    with _own_schema() as url:
        migrate(url)
        engine = make_engine(url)
        emptied = text(";".join(f"DELETE FROM {table.name}" for table in reversed(SQLModel.metadata.sorted_tables)))

        def empty() -> None:
            with engine.begin() as connection:
                connection.execute(emptied)

        yield Kept(url, engine, empty)
        engine.dispose()


@contextmanager
def _own_schema() -> Iterator[str]:
    """The address of the test database whose tables stand in this process's schema; a worker's ends with it."""
    _ordered(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE", f"CREATE SCHEMA {SCHEMA}")
    # Tests outlive no crash of PostgreSQL: its commits need not wait for the disk.
    options = {"options": f"-csearch_path={SCHEMA} -csynchronous_commit=off"}
    yield make_url(POSTGRESQL).update_query_dict(options).render_as_string(hide_password=False)
    if SCHEMA != "public":
        _ordered(f"DROP SCHEMA {SCHEMA} CASCADE")


def _ordered(*orders: str) -> None:
    engine = make_engine(POSTGRESQL)
    try:
        with engine.begin() as connection:
            for order in orders:
                connection.execute(text(order))
    except DBAPIError as error:
        pytest.fail(f"TEST_DATABASE_URL has to name a database of the user's own: {error.orig}", pytrace=False)
    finally:
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def emptied(request: pytest.FixtureRequest) -> Kept:
    """A migrated, empty database of each kind."""
    kept: Kept = request.getfixturevalue(request.param)
    kept.empty()
    return kept
