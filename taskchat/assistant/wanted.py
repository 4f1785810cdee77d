"""What a tool's filter arguments mean: the same filter grammar as the page and the wire (F-02, C-03)."""

from collections.abc import Sequence
from dataclasses import dataclass

from taskchat.assistant.context import Turn
from taskchat.assistant.dated import split_due
from taskchat.assistant.english.arguments import ALL, ANY_DAY, DONE, OPEN, SORTS, WINDOWS
from taskchat.assistant.which import FULL_ID
from taskchat.assistant.within_hours import within_hours
from taskchat.domain.bounds import checked_tag, read_priority
from taskchat.domain.filter_text import read_query
from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter
from taskchat.domain.hours import Hours
from taskchat.domain.task import Status
from taskchat.domain.windows import read_window
from taskchat.errors import Invalid
from taskchat.services import lists

STATUSES: dict[str, Status | None] = {
    **dict.fromkeys(OPEN, Status.OPEN),
    **dict.fromkeys(DONE, Status.DONE),
    **dict.fromkeys(ALL, None),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filter arguments as they came; None = not said."""

    status: str | None = None
    priorities: Sequence[str] | None = None
    tags: Sequence[str] | None = None
    due: str | None = None
    search: str | None = None
    list: str | None = None
    task: str | None = None
    filter: str | None = None


def filter_of(turn: Turn, wanted: Wanted) -> TaskFilter:
    """Raises Invalid for what cannot be understood: a filter that is dropped in silence would widen the set."""
    status = (wanted.status or "").strip().lower()
    if status not in STATUSES:
        raise Invalid("A status is open, done or all.", "status")
    words = (wanted.search or "").strip()
    if len(words) > 200:
        raise Invalid("A search has 200 characters at most.", "search")
    if wanted.task and not FULL_ID.fullmatch(wanted.task):
        raise Invalid("Give the task's id, or search for its words.", "task")
    day, hours = _due(turn, wanted.due)
    plain = TaskFilter(
        ids=(wanted.task,) if wanted.task else None,
        status=None if wanted.task else STATUSES[status],
        priorities=tuple(read_priority(priority) for priority in wanted.priorities or ()),
        tags=tuple(checked_tag(tag) for tag in wanted.tags or ()),
        due=day,
        words=words,
        list=_list(turn, wanted.list),
    )
    whole = read_query(wanted.filter or "").within(plain, now=turn.now, ways=turn.person.ways)
    return within_hours(turn, whole, hours) if hours else whole


def sort_of(sort: str | None, filter_text: str | None = None) -> Sort:
    """The order that is named, or else the one in the filter. Raises Invalid for an unknown order."""
    if not sort and filter_text and (written := read_query(filter_text).sort):
        return written
    word = (sort or "due").strip().lower()
    try:
        return Sort(SORTS.get(word, word))
    except ValueError:
        raise Invalid("Sort by due, priority, created, updated or title.", "sort") from None


def _due(turn: Turn, text: str | None) -> tuple[DueWindow | DueRange | None, Hours | None]:
    """The days, and the hours of those days where only some are meant."""
    plain = (text or "").strip().lower()
    if not plain or plain in ANY_DAY:
        return None, None
    if plain in WINDOWS:
        return DueWindow(WINDOWS[plain]), None
    dated = split_due(plain, now=turn.now, ways=turn.person.ways)
    if dated.hours and not dated.rest.strip(" ,.!?"):
        return dated.window, dated.hours
    return read_window(plain, now=turn.now, ways=turn.person.ways), None


def _list(turn: Turn, name: str | None) -> str | None:
    """A list by its name, or by what differs from it in an ending: "grocery" is "Groceries"."""
    said = (name or "").strip()
    if not said:
        return None
    if said.lower() == "inbox":
        return ""
    return lists.meant(turn.person, said)
