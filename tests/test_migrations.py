"""The migrations and the schema say the same, on both databases, up, down and up again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlmodel import SQLModel

from taskchat.errors import Invalid
from taskchat.storage import tables
from taskchat.storage.database import make_engine, migrate

KEPT_BY_ALEMBIC = {"alembic_version"}


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = make_engine(database_url)
    yield opened
    migrate(database_url)
    opened.dispose()


def _differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, SQLModel.metadata))


def _tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - KEPT_BY_ALEMBIC


def test_the_migrations_lead_to_the_schema(engine: Engine) -> None:
    assert _differences(engine) == []
    assert _tables(engine) == set(tables.SQLModel.metadata.tables)


def test_a_missing_column_would_be_noticed(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE items DROP COLUMN rating"))

    found = _differences(engine)

    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE items ADD COLUMN rating VARCHAR"))
    assert [difference[0] for difference in found] == ["add_column"]  # pyright: ignore[reportIndexIssue]


def test_down_and_up_again(engine: Engine, database_url: str) -> None:
    migrate(database_url, "base")
    empty = _tables(engine)

    migrate(database_url)

    assert empty == set()
    assert _differences(engine) == []


def test_the_partial_indexes_are_partial(engine: Engine) -> None:
    unique = {
        index["name"]
        for name in ("runs", "confirmations")
        for index in inspect(engine).get_indexes(name)
        if index["unique"] and index.get("dialect_options")
    }

    assert unique == {"runs_one_running", "confirmations_one_pending"}


def test_a_database_of_a_later_version_is_refused_in_words(template: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'later.db'}"
    migrate(url)
    engine = make_engine(url)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(Invalid, match="another version of TaskChat"):
        migrate(url)


def test_lists_keep_the_colours_of_their_places(engine: Engine, database_url: str) -> None:
    migrate(database_url, "base")
    migrate(database_url, "0003")
    now = "'2026-11-21 10:00:00'"
    with engine.begin() as connection:
        person = f"'anna', true, 'UTC', 0, true, true, {now}, {now}"
        columns = "id, guest, zone, first_weekday, clock_24, day_first, created, seen"
        connection.execute(text(f"INSERT INTO people ({columns}) VALUES ({person})"))
        for name, position in (("c", "a2"), ("a", "a0"), ("b", "a1")):
            row = f"'{name}', 'anna', '{name}', '{name}', '{position}', {now}"
            columns = "id, person_id, name, name_folded, position, created"
            connection.execute(text(f"INSERT INTO lists ({columns}) VALUES ({row})"))

    migrate(database_url)

    with engine.begin() as connection:
        kept = connection.execute(text("SELECT name, colour, icon FROM lists ORDER BY name")).all()
        connection.execute(text("DELETE FROM people"))
    assert [tuple(row) for row in kept] == [("a", "pine", ""), ("b", "lake", ""), ("c", "ochre", "")]
