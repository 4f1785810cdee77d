"""What the address asks the task pane to show: a place, filters, an order, how many pages (F-01 to F-07)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

from taskchat.domain.filter_text import LONGEST, Query, Term, read_query
from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter
from taskchat.domain.lanes import Along
from taskchat.domain.person import Ways
from taskchat.domain.task import Priority, Status
from taskchat.errors import Invalid

VIEWS = {
    "list": "All tasks",
    "inbox": "Inbox",
    "today": "Today",
    "upcoming": "Upcoming",
    "done": "Done",
    "trash": "Trash",
    "board": "Board",
    "calendar": "Calendar",
    "activity": "Activity",
}
APART = frozenset({"board", "calendar", "activity"})
"""Views that are no list of rows; each has a state of its own."""
GROUPS = frozenset({Along.DUE, Along.PRIORITY, Along.LIST, Along.TAG})
BOARDS = frozenset({Along.SECTION, Along.LIST, Along.PRIORITY, Along.DUE})
PAGE = 50
MOST_PAGES = 200
WORDS_MOST = 200
MOST_NAMED = 100
"""Tasks an address names one by one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`view` is one of VIEWS or "in", which shows the list `name`."""

    view: str = "list"
    name: str = ""
    words: str = ""
    priorities: tuple[Priority, ...] = ()
    tags: tuple[str, ...] = ()
    due: DueWindow | DueRange | None = None
    reminder: bool = False
    recurring: bool = False
    sort: Sort | None = None
    pages: int = 1
    group: Along | None = None
    by: Along | None = None
    """What a board's columns are."""
    on: date | None = None
    """A day the calendar shows; None = today."""
    span: str = "month"
    written: str = ""
    """A filter as text, as saved views have it."""
    only: tuple[str, ...] = ()
    """Exactly these tasks: what an answer in the chat spoke of (X-02)."""

    @property
    def title(self) -> str:
        if self.only:
            return "From the conversation"
        if self.written and self.view == "list":
            return "Filter"
        return self.name or VIEWS[self.view]

    @property
    def order(self) -> Sort:
        """Done work stands with the latest on top, everything else by its due date unless the person chose."""
        return self.sort or self._written_order() or (Sort.UPDATED_LAST if self.view in {"done", "trash"} else Sort.DUE)

    @property
    def along(self) -> Along | None:
        """What the headings say: when it is due, unless the order is another one or others were asked for."""
        if self.view in {"done", "trash"}:
            return None
        return self.group or (Along.DUE if self.order is Sort.DUE and not self.by_day else None)

    @property
    def by_day(self) -> bool:
        """Upcoming goes day by day."""
        return self.view == "upcoming" and self.group is None and self.order is Sort.DUE

    @property
    def columns(self) -> Along:
        """A board of one list has its sections as columns, another one days; sections of no list are the lists."""
        by = self.by or (Along.SECTION if self.name else Along.DUE)
        return Along.LIST if by is Along.SECTION and not self.name else by

    @property
    def is_filtered(self) -> bool:
        return bool(
            self.only
            or self.words
            or self.written
            or self.priorities
            or self.tags
            or self.due
            or self.reminder
            or self.recurring
        )

    def place(self, now: datetime, zone: str) -> TaskFilter:
        """Everything that belongs to the place, without the person's filters."""
        today = now.astimezone(ZoneInfo(zone)).date()
        places = {
            "inbox": TaskFilter(list=""),
            "in": TaskFilter(list=self.name),
            "today": TaskFilter(due=DueRange(None, today), begun=True),
            "upcoming": TaskFilter(due=DueRange(today + timedelta(days=1), None)),
            "done": TaskFilter(status=Status.DONE),
            "trash": TaskFilter(status=None, trashed=True),
        }
        return places.get(self.view, TaskFilter(list=self.name or None))

    def filter(self, now: datetime, ways: Ways) -> TaskFilter:
        """The place narrowed by the filters; a due filter stands in for the place's own days.

        Raises Invalid for what is written and not understood.
        """
        place = self.place(now, ways.zone)
        if self.only:
            place = replace(place, status=None, ids=self.only)
        narrowed = replace(
            place,
            priorities=self.priorities,
            tags=self.tags,
            due=self.due or place.due,
            reminder=self.reminder,
            recurring=self.recurring,
        )
        for text in (self.written, self.words):
            narrowed = read_query(text).within(narrowed, now=now, ways=ways)
        return narrowed

    @property
    def query(self) -> Query:
        """All of it in the filter language, as a saved view keeps it; empty where it cannot be said in one."""
        chips = {Term("tag", tag): True for tag in self.tags} | {
            Term("list", self.name): self.view == "in",
            Term("list", "inbox"): self.view == "inbox",
            Term("priority", ",".join(self.priorities)): bool(self.priorities),
            Term("due", _said_due(self.due)): self.due is not None,
            Term("has", "reminder"): self.reminder,
            Term("is", "recurring"): self.recurring,
            Term("sort", self.sort or ""): self.sort is not None,
        }
        said = Query(tuple(term for term, is_set in chips.items() if is_set))
        try:
            return read_query(" ".join(filter(None, (self.written, said.text, self.words))))
        except Invalid:
            return Query()

    def _written_order(self) -> Sort | None:
        try:
            return read_query(self.words).sort or read_query(self.written).sort
        except Invalid:
            return None


def asked_by(query: str) -> Asked:
    """Reads the query of the address; what it does not understand it leaves out."""
    said = parse_qs(query, max_num_fields=50)
    view = _one(said, "view")
    name = _one(said, "in")
    return Asked(
        view=view if view in APART else "in" if name else view if view in VIEWS else "list",
        name=name,
        words=_one(said, "q").strip()[:WORDS_MOST],
        priorities=tuple(Priority(p) for p in said.get("priority", ()) if p in {*Priority}),
        tags=tuple(said.get("tag", ())),
        due=_due(_one(said, "due")),
        reminder=_one(said, "reminder") == "true",
        recurring=_one(said, "recurring") == "true",
        sort=Sort(_one(said, "sort")) if _one(said, "sort") in {*Sort} else None,
        group=_along(said, "group", GROUPS),
        by=_along(said, "by", BOARDS),
        on=_day(_one(said, "on")),
        span="week" if _one(said, "span") == "week" else "month",
        pages=_pages(_one(said, "pages")),
        written=_one(said, "filter").strip()[:LONGEST],
        only=tuple(dict.fromkeys(filter(None, _one(said, "only").split("."))))[:MOST_NAMED],
    )


def _one(said: Mapping[str, list[str]], name: str) -> str:
    return said.get(name, [""])[-1]


def _along(said: Mapping[str, list[str]], name: str, offered: frozenset[Along]) -> Along | None:
    wanted = _one(said, name)
    return Along(wanted) if wanted in offered else None


def _pages(said: str) -> int:
    return min(max(int(said), 1), MOST_PAGES) if said.isdecimal() and len(said) < 4 else 1


def _due(said: str) -> DueWindow | DueRange | None:
    if said in {*DueWindow}:
        return DueWindow(said)
    first, dots, last = said.partition("..")
    return DueRange(_day(first), _day(last)) if dots and (first or last) else None


def _said_due(due: DueWindow | DueRange | None) -> str:
    if isinstance(due, DueRange):
        return f"{due.first or ''}..{due.last or ''}"
    return due or ""


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
