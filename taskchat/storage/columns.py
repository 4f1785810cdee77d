"""Columns that are kept alike on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import BigInteger, DateTime, Integer, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field


class Moment(TypeDecorator[datetime]):
    """An aware datetime, UTC on the way out; SQLite keeps it without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a zone.")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


BYTEWISE: TypeEngine[str] = String().with_variant(String(collation="C"), "postgresql")
"""Text that sorts alike on both databases, whatever the server's language."""
COUNTER: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite counts up only an INTEGER key."""


def refers_to(table: str, *, gone: Literal["CASCADE", "SET NULL"] = "CASCADE", **options: Any) -> Any:
    """A reference to a row of `table`, and what happens to this one when that one goes."""
    return Field(foreign_key=f"{table}.id", ondelete=gone, **options)
