"""Spans of time as RFC 5545 and ISO 8601 write them, and which years and zones there are."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SPAN = re.compile(r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?")
YEARS = range(1000, 9000)
"""Of dates that every clock of the world can tell."""
MINUTES = (7 * 24 * 60, 24 * 60, 60, 1)


def minutes_of(said: str) -> int | None:
    """ "-PT30M" → -30, "P1D" → 1440; None for what is no span."""
    found = SPAN.fullmatch(said.strip().upper().removeprefix("TRIGGER:"))
    if not found or not any(found.groups()[1:]):
        return None
    whole = sum(int(part or 0) * minutes for part, minutes in zip(found.groups()[1:5], MINUTES, strict=True))
    return -whole if found[1] == "-" else whole


def is_zone(name: str) -> bool:
    """Whether it is an IANA name that is known here."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def read_moment(said: str) -> datetime:
    """RFC 3339 with its offset, in UTC. Raises ValueError."""
    at = datetime.fromisoformat(said)
    if at.tzinfo is None:
        raise ValueError(said)
    return at.astimezone(UTC)
