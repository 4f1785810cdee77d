"""Two doors to the database: what is read in a writing transaction stays true."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from taskchat.errors import NotFound, Unavailable
from taskchat.storage.database import close_database, make_engine, migrate, open_database, ping, reading, writing
from taskchat.storage.tables import People
from tests.databases import fresh_sqlite

THREADS, EACH = 8, 100
LONGER_THAN_SQLITE_WAITS = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000000) "
    "SELECT max(n) FROM numbers"
)
MOMENT = datetime(2026, 11, 21, 10, tzinfo=UTC)
PRAGMAS = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": 5000, "secure_delete": 1}


def _person(name: str) -> People:
    ways = {"zone": "UTC", "first_weekday": 0, "clock_24": True, "day_first": True}
    return People(id=name, guest=True, created=MOMENT, seen=MOMENT, **ways)


def _count_up(_: int) -> None:
    for _ in range(EACH):
        with writing() as session:
            row = session.exec(select(People).where(People.id == "counter").with_for_update()).one()
            row.first_weekday += 1
            session.add(row)


def test_eight_threads_count_to_800(database: str) -> None:
    with writing() as session:
        session.add(_person("counter"))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(_count_up, range(THREADS)))

    with reading() as session:
        assert session.exec(select(People.first_weekday)).one() == THREADS * EACH


def test_a_write_waits_for_a_long_one_instead_of_giving_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taskchat.storage.database.PRAGMAS", ("journal_mode=WAL", "busy_timeout=1"))
    open_database(f"sqlite:///{tmp_path / 'one.db'}")
    begun = Event()

    def long() -> None:
        with writing() as session:
            session.add(_person("long"))
            session.flush()
            begun.set()
            session.connection().exec_driver_sql(LONGER_THAN_SQLITE_WAITS)

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(long)
        begun.wait(5)
        with writing() as session:
            session.add(_person("short"))
        first.result()

    with reading() as session:
        assert sorted(row.id for row in session.exec(select(People))) == ["long", "short"]
    close_database()


def test_what_fails_changes_nothing(database: str) -> None:
    with pytest.raises(NotFound), writing() as session:
        session.add(_person("gone"))
        session.flush()
        raise NotFound("…")

    with reading() as session:
        assert session.exec(select(People)).all() == []


def test_reading_sees_one_moment(database: str) -> None:
    with writing() as session:
        session.add(_person("first"))

    with reading() as session:
        assert [row.id for row in session.exec(select(People))] == ["first"]


def test_the_database_answers_while_it_is_open(database: str) -> None:
    ping()

    close_database()

    with pytest.raises(Unavailable):
        ping()


def test_a_silent_database_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="does not answer") as caught:
        open_database("postgresql://nobody@127.0.0.1:1/none")

    assert "127.0.0.1" not in caught.value.message


def test_sqlite_keeps_a_journal_and_foreign_keys(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'deep' / 'er' / 'a.db'}")

    with engine.connect() as connection:
        told = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
    engine.dispose()

    assert told == PRAGMAS


def test_a_second_writer_waits_instead_of_failing(tmp_path: Path) -> None:
    """The write lock is taken at BEGIN, so that a busy database is met before anything was read."""
    file = fresh_sqlite(tmp_path)
    open_database(f"sqlite:///{file}")
    with writing() as session:
        session.connection()
        other = sqlite3.connect(file, timeout=0, isolation_level=None)

        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

        other.close()
    close_database()


@pytest.mark.parametrize("scheme", ["postgres://", "postgresql://"])
def test_both_spellings_of_postgresql_use_the_same_driver(scheme: str) -> None:
    engine = make_engine(f"{scheme}someone@127.0.0.1/somewhere")

    assert (engine.dialect.name, engine.dialect.driver) == ("postgresql", "psycopg2")


def test_workers_that_start_together_migrate_one_after_the_other(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(migrate, [url] * 4))

    assert done == [None] * 4


def test_an_error_of_the_database_names_no_value(database: str) -> None:
    with writing() as session:
        session.add(_person("a secret title"))

    with pytest.raises(IntegrityError) as told, writing() as session:
        session.add(_person("a secret title"))

    assert "secret" not in str(told.value).partition("DETAIL")[0]
