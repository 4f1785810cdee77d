"""What tasks stand together by: the groups of a list, the columns of a board, the days of a calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from taskchat.domain.arrange import LAST_DAY, NAMES, month_of, section_of
from taskchat.domain.days import Asked, day_of, month_start, week_of
from taskchat.domain.english.vocabulary import MONTH_NAMES
from taskchat.domain.person import Ways
from taskchat.domain.task import Due, Edit, Found, Priority, Task
from taskchat.domain.words import short_due
from taskchat.errors import Invalid

OPEN_NAMES = NAMES[:6]
AHEAD = {"Today": 0, "Tomorrow": 1, "Next 7 days": 2, "Later": 8}
"""Days from today that a task goes to when it is put there: the first that belongs to it."""
BY_DAY = 14
"""Days that Upcoming shows one by one, before it goes on by month."""


class Along(StrEnum):
    DUE = "due"
    PRIORITY = "priority"
    LIST = "list"
    TAG = "tag"
    SECTION = "section"


UNNAMED = {Along.LIST: "Inbox", Along.TAG: "No tag", Along.SECTION: "No section"}
LEVELS = {"high": "High", "medium": "Medium", "low": "Low"}


@dataclass(frozen=True, slots=True)
class Lane:
    """`key` is what its tasks have in common ("" = nothing); `total` counts those that are not in `tasks`, too."""

    key: str
    name: str
    tasks: tuple[Task, ...]
    total: int


def lane_of(task: Task, along: Along, *, now: datetime, ways: Ways) -> str:
    """The key of the lane a task stands in; of several tags the first counts, so that it stands only once."""
    match along:
        case Along.DUE:
            return section_of(task, now=now, ways=ways)
        case Along.PRIORITY:
            return task.priority.value
        case Along.LIST:
            return task.list or ""
        case Along.SECTION:
            return task.section or ""
        case Along.TAG:
            return task.tags[0] if task.tags else ""


def name_of(key: str, along: Along) -> str:
    """What stands above the lane."""
    return LEVELS.get(key, key) if along is Along.PRIORITY else key or UNNAMED.get(along, "")


def columns(
    found: Iterable[Found], along: Along, *, keys: Iterable[str] = (), now: datetime, ways: Ways
) -> tuple[Lane, ...]:
    """A board's columns: those of `keys` though nobody stands in them, and whatever else there is, in a fixed order."""
    filled = {lane_of(one.tasks[0], along, now=now, ways=ways): one for one in found if one.tasks}
    fixed = {Along.PRIORITY: tuple(LEVELS), Along.DUE: OPEN_NAMES}.get(along, ("", *keys))
    wanted = [key for key in fixed if key in filled or key != "Overdue"]
    wanted += sorted(key for key in filled if key not in wanted)
    nobody = Found((), 0)
    return tuple(
        Lane(key, name_of(key, along), filled.get(key, nobody).tasks, filled.get(key, nobody).total) for key in wanted
    )


def put_into(task: Task, along: Along, key: str, *, now: datetime, ways: Ways) -> Edit:
    """What has to change for a task to stand in that lane. Raises Invalid where nothing can be put."""
    match along:
        case Along.PRIORITY if key in {*Priority}:
            return Edit(priority=Priority(key))
        case Along.LIST:
            return Edit(list=key or None)
        case Along.SECTION:
            return Edit(section=key or None)
        case Along.DUE if key == "No date":
            return Edit(due=None)
        case Along.DUE if key in AHEAD:
            return Edit(due=_ahead(task, AHEAD[key], now, ways))
        case _:
            raise Invalid("A task cannot be put there. Choose another column.", "lane")


def _ahead(task: Task, days: int, now: datetime, ways: Ways) -> Due:
    """So many days from today; a time that has passed today already falls away."""
    day = Asked(now, ways).day + timedelta(days=days)
    due = on_day(task.due, day, ways.zone)
    return due if due.at is None or due.at >= now else Due(on=day, zone=ways.zone)


def on_day(due: Due | None, on: date, zone: str) -> Due:
    """That day; a time of day stays what it was."""
    clock = due.local if due else None
    return Due.moment(on, clock.time(), due.zone if due else zone) if clock else Due(on=on, zone=zone)


def ahead(tasks: Iterable[Task], *, now: datetime, ways: Ways) -> tuple[tuple[str, tuple[Task, ...]], ...]:
    """Upcoming: what is due day by day for two weeks, then month by month; in the order given."""
    today = Asked(now, ways).day
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        day = day_of(task.due, ways.zone) if task.due else LAST_DAY
        groups.setdefault(_day_or_month(day, today, now, ways), []).append(task)
    return tuple((name, tuple(group)) for name, group in groups.items())


def _day_or_month(day: date, today: date, now: datetime, ways: Ways) -> str:
    if (day - today).days <= BY_DAY:
        return short_due(Due(on=day, zone=ways.zone), now=now, ways=ways)
    return f"{MONTH_NAMES[day.month - 1]}{'' if day.year == today.year else f' {day.year}'}"


def shown_days(on: date, span: str, *, ways: Ways) -> tuple[tuple[date, ...], ...]:
    """The weeks a calendar shows around that day: its own, or those of its month."""
    if span == "month":
        return month_of(on, ways=ways)
    first = week_of(on, ways)
    return (tuple(first + timedelta(days=n) for n in range(7)),)


def next_to(on: date, span: str, step: int) -> date:
    """A day in the span before (-1) or after (1)."""
    return month_start(on, step) if span == "month" else on + timedelta(days=7 * step)
