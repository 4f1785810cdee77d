"""One look at a person's tasks: everything the task pane and the sidebar show, read in one go in a worker thread."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from taskchat.domain.arrange import ordered, sections
from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.lanes import Along, ahead, lane_of, name_of
from taskchat.domain.lists import ListSection
from taskchat.domain.person import Person, Ways
from taskchat.domain.task import Due, Status, Task
from taskchat.domain.words import count, short_due
from taskchat.errors import Invalid
from taskchat.services import layouts, tasks, views
from taskchat.services.layouts import Rows
from taskchat.ui.tasks.asked import APART, PAGE, Asked
from taskchat.ui.tasks.outline import FLAT, by_section, nested, outlined, sectioned
from taskchat.ui.tasks.views import Group, Heading, Marked, TaskView, rows

SAVED_FROM = {"list", "in", "inbox"}
"""Places that a filter can name."""
TICKED_STAYS = timedelta(seconds=5)
"""How long a ticked row keeps its place (F-07)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """`shown` is "5 of 50" while filters are set; `above` and `more` say how many lie before and behind the rows.

    `good_until`: the moment, in milliseconds since 1970, at which a word of it will be wrong by itself.
    """

    rows: list[TaskView]
    shown: str
    above: int
    more: int
    samples: bool
    good_until: int
    title: str = ""
    """The name of the saved view that this is."""
    savable: str = ""
    """What is shown as a filter that could become a view; "" where it is one."""
    problem: str = ""
    """What of a written filter is not understood: then nothing is shown instead of too much."""
    by_hand: bool = False
    """Whether the rows stand in manual order and can be moved."""
    bare: list[Heading] = field(default_factory=list)


def look(
    person: Person,
    asked: Asked,
    before: tuple[str, ...],
    *,
    now: datetime,
    part: tuple[int, int] = (0, PAGE),
    folded: frozenset[str] = frozenset(),
) -> Seen:
    """What `asked` shows, a `part` of it: from which row on, and how many.

    Of the ids shown `before`, those just ticked keep their place.
    """
    nothing = Seen([], "", 0, 0, samples=False, good_until=_midnight_ms(now, person.ways))
    if asked.view in APART:
        return nothing
    asked, parts = sectioned(person, asked)
    try:
        above, found = _part(person, asked, *part, now=now)
    except Invalid as problem:
        return replace(nothing, problem=problem.message)
    ticked = _just_ticked(person, asked, before, found, now)
    shown = (*found.tasks, *ticked)
    groups = by_section(shown, parts) if parts else grouped(shown, asked, now=now, ways=person.ways)
    groups = tuple(replace(group, whole=found.groups.get(group.key, 0)) for group in groups)
    groups = groups if asked.view in FLAT else nested(groups)
    if asked.view == "today" and not asked.is_filtered:
        groups = (*groups, *_done_today(person, ticked, now))
    marked = Marked(frozenset(task.id for task in ticked), asked.query.sought)
    view, savable = _as_view(person, asked)
    return Seen(
        rows=outlined(person, rows(groups, marked, now=now, ways=person.ways), groups, folded),
        title=view,
        savable=savable,
        shown=_shown(person, asked, found, now),
        above=above,
        more=found.total - above - len(found.tasks),
        samples=asked.view != "trash" and any(task.sample for task in found.tasks),
        good_until=int(grows_old(found.tasks, now=now, ways=person.ways).timestamp() * 1000),
        bare=_bare(parts, groups, found),
        by_hand=asked.order is Sort.MANUAL and asked.view not in FLAT,
    )


def _bare(parts: tuple[ListSection, ...], groups: tuple[Group, ...], found: Rows) -> list[Heading]:
    """The sections that hold nothing, in view or beyond."""
    held = {group.ident for group in groups}
    return [Heading(part.id, part.name) for part in parts if part.id not in held and not found.groups.get(part.name)]


def _part(person: Person, asked: Asked, first: int, number: int, *, now: datetime) -> tuple[int, Rows]:
    """The rows in sight and how many stand before them; where there are none any more, the first ones."""
    wanted = asked.filter(now, person.ways)

    def part(start: int) -> Rows:
        return layouts.rows(person, wanted, sort=asked.order, along=asked.along, limit=number, offset=start, now=now)

    found = part(first)
    return (first, found) if found.tasks or not first else (0, part(0))


def _as_view(person: Person, asked: Asked) -> tuple[str, str]:
    """(the name of the view that this is, what could become one)."""
    text = asked.query.text if asked.is_filtered and asked.view in SAVED_FROM and not asked.only else ""
    if not text:
        return "", ""
    name = next((view.name for view in views.find(person) if view.filter == text), "")
    return (name, "") if name else ("", text)


def _midnight_ms(now: datetime, ways: Ways) -> int:
    return int(grows_old((), now=now, ways=ways).timestamp() * 1000)


def _just_ticked(person: Person, asked: Asked, before: tuple[str, ...], found: Rows, now: datetime) -> tuple[Task, ...]:
    missing = set(before) - {task.id for task in found.tasks}
    if not missing or asked.view in {"done", "trash"}:
        return ()
    done = tasks.find(person, TaskFilter(status=Status.DONE, ids=tuple(missing)), limit=PAGE, now=now)
    return tuple(task for task in done.tasks if task.completed and now - task.completed < TICKED_STAYS)


def _done_today(person: Person, ticked: tuple[Task, ...], now: datetime) -> tuple[Group, ...]:
    """Under Today stands what was finished today, but for what still rests in its place."""
    done = tasks.find(person, TaskFilter(status=Status.DONE), sort=Sort.UPDATED_LAST, limit=PAGE, now=now)
    resting = {task.id for task in ticked}
    fresh = (task for task in done.tasks if task.id not in resting)
    return tuple(
        Group(section.name, "done", section.tasks)
        for section in sections(fresh, now=now, ways=person.ways)
        if section.name == "Done today"
    )


def grouped(found: tuple[Task, ...], asked: Asked, *, now: datetime, ways: Ways) -> tuple[Group, ...]:
    """By due date as `sections` has it, done work by its day, what is upcoming by day and month, or as one asked."""
    if asked.view == "done":
        return _by_day(found, now, ways)
    as_they_are = {task.id: task for task in found}
    # A ticked row stays in the group it was in, so it is placed as if it were still open.
    still_open = tuple(replace(task, status=Status.OPEN) for task in found)
    return tuple(
        replace(group, tasks=tuple(as_they_are[task.id] for task in group.tasks))
        for group in _placed(still_open, asked, now, ways)
    )


def _placed(found: tuple[Task, ...], asked: Asked, now: datetime, ways: Ways) -> tuple[Group, ...]:
    if asked.along is Along.DUE and asked.order is Sort.DUE:
        return tuple(Group(s.name, s.tone, s.tasks, key=s.name) for s in sections(found, now=now, ways=ways))
    if asked.along is None:
        days = ahead(found, now=now, ways=ways) if asked.by_day else (("", found),)
        return tuple(Group(name, "plain", tasks) for name, tasks in days)
    lanes: dict[str, list[Task]] = {}
    for task in found:
        lanes.setdefault(lane_of(task, asked.along, now=now, ways=ways), []).append(task)
    tones = {"Overdue": "overdue"} if asked.along is Along.DUE else {}
    return tuple(
        # Sorted here as well: what was just ticked comes behind the others.
        Group(name_of(key, asked.along), tones.get(key, "plain"), ordered(lane, asked.order, ways=ways), key=key)
        for key, lane in lanes.items()
    )


def _by_day(found: tuple[Task, ...], now: datetime, ways: Ways) -> tuple[Group, ...]:
    def day(task: Task) -> str:
        finished = (task.completed or task.updated).astimezone(ZoneInfo(ways.zone))
        return short_due(Due(on=finished.date(), zone=ways.zone), now=now, ways=ways)

    ordered = sorted(found, key=lambda task: task.completed or task.updated, reverse=True)
    return tuple(Group(name, "plain", tuple(of_it)) for name, of_it in groupby(ordered, key=day))


def grows_old(found: tuple[Task, ...], *, now: datetime, ways: Ways) -> datetime:
    """When "today" or "overdue by 20 minutes" will be wrong: at the person's midnight, or at a time of these tasks."""
    zone = ZoneInfo(ways.zone)
    midnight = datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time(), zone)
    return min((midnight, *(_turns(task.due.at, now) for task in found if task.due and task.due.at)))


def _turns(at: datetime, now: datetime) -> datetime:
    """When what is said of a time changes: the moment after it, then every minute, then every hour."""
    late = now - at
    if late < timedelta():
        return at + timedelta(seconds=1)
    step = timedelta(minutes=1) if late < timedelta(hours=1) else timedelta(hours=1)
    return at + (late // step + 1) * step


def _shown(person: Person, asked: Asked, found: Rows, now: datetime) -> str:
    if not asked.is_filtered:
        return ""
    whole = tasks.find(person, asked.place(now, person.ways.zone), limit=1, now=now).total
    return f"{found.total} of {count(whole, 'task')}"
