"""Counting what happens, atomically: how often in any window of time (K-07)."""

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete, text
from sqlmodel import Session, col, select

from taskchat.errors import TooMany
from taskchat.storage.database import insert_row
from taskchat.storage.tables import Limits


def hit(user_id: str, session: Session, name: str, limit: int, window: timedelta, *, now: datetime) -> None:
    """Count one more, or raise TooMany with the moment it resets; a limit of 0 is off.

    `user_id` is a person's id, or the hash of an address where nobody is known yet.
    """
    if limit <= 0:
        return
    _one_at_a_time(user_id, session, name)
    recent = (*_of(user_id, name), col(Limits.at) > now - window)
    counted = session.exec(select(Limits.at).where(*recent).order_by(col(Limits.at).desc())).all()
    if len(counted) >= limit:
        raise _too_many(name, counted[limit - 1] + window, now)
    insert_row(session, Limits, subject=user_id, name=name, at=now)


def _one_at_a_time(user_id: str, session: Session, name: str) -> None:
    # SQLite's writing transaction is alone anyway; on PostgreSQL two could count the same rows.
    if session.get_bind().dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        session.connection().execute(lock, {"key": f"{user_id} {name}"})


def _of(user_id: str, name: str) -> tuple:
    return col(Limits.subject) == user_id, col(Limits.name) == name


def _too_many(name: str, resets_at: datetime, now: datetime) -> TooMany:
    seconds = max(1, ceil((resets_at - now).total_seconds()))
    return TooMany("That is more than the limit allows. Try again later.", seconds, resets_at, limit=name)


def forget(user_id: str, session: Session, name: str) -> None:
    """Start counting anew."""
    session.execute(delete(Limits).where(*_of(user_id, name)))
