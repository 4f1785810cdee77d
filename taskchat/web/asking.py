"""Which tasks a GET asks for: the query parameters of section W, each checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from starlette.datastructures import QueryParams

from taskchat.domain.bounds import checked_tag, read_priority
from taskchat.domain.filter_text import LONGEST, read_query
from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter
from taskchat.domain.person import Ways
from taskchat.domain.task import Status
from taskchat.errors import Invalid
from taskchat.web.wire import read_day

Value = TypeVar("Value")
REPEATABLE = {"priority", "tag"}
KNOWN = REPEATABLE | {
    "status",
    "due",
    "list",
    "reminder",
    "recurring",
    "q",
    "filter",
    "sort",
    "limit",
    "offset",
    "trashed",
}
MOST = 100
"""Tasks on one page; who asks for more gets these, and the total."""
FURTHEST = 1_000_000
STATUSES: dict[str, Status | None] = {"open": Status.OPEN, "done": Status.DONE, "all": None}


@dataclass(frozen=True, slots=True)
class Asked:
    wanted: TaskFilter
    sort: Sort
    limit: int
    offset: int


def decode_query(query: QueryParams, *, now: datetime, ways: Ways) -> Asked:
    """Raises Invalid for a parameter that is unknown, given twice, or cannot be meant."""
    for name, value in query.multi_items():
        _check(query, name, value)
    wanted = TaskFilter(
        status=_one(query, "status", STATUSES),
        priorities=tuple(read_priority(said) for said in query.getlist("priority")),
        tags=tuple(checked_tag(said) for said in query.getlist("tag")),
        due=_due(query.get("due")),
        list=query.get("list"),
        reminder=_flag(query, "reminder"),
        recurring=_flag(query, "recurring"),
        words=query.get("q", "").strip(),
        trashed=_flag(query, "trashed"),
    )
    written = read_query(query.get("filter", ""))
    sort = _one(query, "sort", {value.value: value for value in Sort}) if "sort" in query else written.sort or Sort.DUE
    wanted = written.within(wanted, now=now, ways=ways)
    return Asked(wanted, sort, min(MOST, _number(query, "limit", 50, 1)), _number(query, "offset", 0, 0))


def _check(query: QueryParams, name: str, value: str) -> None:
    if name not in KNOWN:
        raise Invalid(f"There is no parameter “{name[:50]}” here.", name[:50])
    if name not in REPEATABLE and len(query.getlist(name)) > 1:
        raise Invalid(f"“{name}” can be given once only.", name)
    longest = LONGEST if name == "filter" else 200
    if len(value) > longest or any(sign < " " or "\ud800" <= sign <= "\udfff" for sign in value):
        raise Invalid(f"“{name}” takes up to {longest} characters on one line.", name)


def _one(query: QueryParams, name: str, offered: Mapping[str, Value]) -> Value:
    """The value's meaning; the first one offered where nothing was said."""
    said = query.get(name, next(iter(offered)))
    if said not in offered:
        raise Invalid(f"“{name}” must be one of {', '.join(offered)}.", name)
    return offered[said]


def _flag(query: QueryParams, name: str) -> bool:
    return _one(query, name, {"false": False, "true": True})


def _number(query: QueryParams, name: str, usual: int, least: int) -> int:
    said = query.get(name, str(usual))
    if not (said.isascii() and said.isdigit()) or not least <= int(said) <= FURTHEST:
        raise Invalid(f"“{name}” must be a whole number from {least} to {FURTHEST}.", name)
    return int(said)


def _due(said: str | None) -> DueWindow | DueRange | None:
    """today, week, overdue, none, or FROM..TO with either side left open."""
    if said is None:
        return None
    if said in set(DueWindow):
        return DueWindow(said)
    first, dots, last = said.partition("..")
    if not dots or not (first or last):
        raise Invalid("“due” must be today, week, overdue, none, or FROM..TO such as 2026-03-01..2026-03-31.", "due")
    wanted = DueRange(read_day(first, "due") if first else None, read_day(last, "due") if last else None)
    if wanted.first and wanted.last and wanted.first > wanted.last:
        raise Invalid("“due” ends before it begins.", "due")
    return wanted
