"""Files of JSON lines: what each line says, where and when, and why one cannot be answered."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from taskchat.domain.task import Due

YEARS = range(1970, 9000)
Asked = TypeVar("Asked")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a line of the file cannot be answered."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Line(Generic[Asked]):
    """What a line of the file asks."""

    number: int
    asked: Asked


def read_lines(
    lines: Iterable[str], read: Callable[[dict[str, Any]], Asked], form: str
) -> Iterator[Line[Asked] | Unreadable]:
    """Each line that is not empty, in their order. `read` raises ValueError for one that is not like `form`."""
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            yield Line(number, read(_object(text, form)))
        except ValueError as problem:
            yield Unreadable(number, str(problem))


def _object(text: str, form: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except json.JSONDecodeError as problem:
        raise ValueError(f"this is no JSON ({problem.msg}); a line looks like {form}") from None
    except RecursionError:
        raise ValueError(f"this is nested too deeply; a line looks like {form}") from None
    if not isinstance(said, dict):
        raise ValueError(f"a line looks like {form}")
    return said


def texts_of(said: dict[str, Any], names: tuple[str, ...], form: str) -> dict[str, str]:
    """These fields. Raises ValueError where one is missing or no text."""
    texts = {name: said[name] for name in names if isinstance(said.get(name), str)}
    if len(texts) < len(names):
        raise ValueError(f"a line looks like {form}")
    return texts


def moment_of(now: str, zone: str) -> datetime:
    """`now` is local to the zone. Raises ValueError where one of them is not what it should be."""
    moment = datetime.fromisoformat(now)
    if moment.tzinfo is not None:
        raise ValueError(f"now is local to the zone, without an offset: {now}")
    if moment.year not in YEARS:
        raise ValueError(f"now is no moment that anybody types at: {now}")
    return moment.replace(tzinfo=zone_of(zone))


@cache
def zone_of(name: str) -> ZoneInfo:
    """Raises ValueError for a name no zone has."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"there is no zone {name!r}") from None


def said_due(due: Due | None) -> str | None:
    """A day, or the wall clock of the zone."""
    if due is None:
        return None
    return due.local.replace(tzinfo=None).isoformat(timespec="seconds") if due.local else due.on.isoformat()
