"""Databases for tests: made once a session, emptied for each test."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from taskchat.storage.database import make_engine, migrate, writing

POSTGRESQL = os.environ.get("TEST_DATABASE_URL", "")


def fresh_sqlite(folder: Path) -> Path:
    file = folder / "taskchat.db"
    migrate(f"sqlite:///{file}")
    return file


def fresh_postgresql() -> str:
    """The test database, whatever was in it thrown away; a test without one is skipped, with CI=true it fails."""
    if not POSTGRESQL:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("TEST_DATABASE_URL is not set")
    engine = make_engine(POSTGRESQL)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    migrate(POSTGRESQL)
    return POSTGRESQL


def empty_every_table() -> None:
    with writing() as session:
        for table in reversed(SQLModel.metadata.sorted_tables):
            session.connection().execute(table.delete())
