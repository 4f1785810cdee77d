"""Ids: uuid7 as text, so that a later one sorts behind an earlier one (decision 4)."""

from uuid_utils import uuid7


def new_id(prefix: str = "") -> str:
    """`new_id("thr")` is "thr_" and a uuid7; without a prefix the uuid7 alone."""
    return f"{prefix}_{uuid7()}" if prefix else str(uuid7())
