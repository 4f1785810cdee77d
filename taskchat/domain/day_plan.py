"""A day as one could do it: what has a time stays there, the rest goes into the hours that are left, in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from taskchat.domain.arrange import RANK
from taskchat.domain.days import Asked, day_of
from taskchat.domain.person import Ways
from taskchat.domain.task import Due, Edit, Priority, Status, Task

BEGINS, ENDS, LATE_END = time(9), time(18), time(22)
"""Working hours; who plans in the evening, or shortly before, has until LATE_END."""
QUARTER = timedelta(minutes=15)
TOO_SHORT = timedelta(hours=1)
"""Less than this before ENDS is no day any more."""
USUAL, SHORTEST = timedelta(minutes=30), timedelta(minutes=5)
"""How long a task without an estimate takes, and the least any takes."""
OFFERED = 3
"""Important tasks without a date that a day takes in."""


@dataclass(frozen=True, slots=True)
class Hours:
    """What there is of a day, in UTC; none where it does not end after it begins."""

    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """One task at its place; `moves`: accepting the plan gives it this time."""

    task: Task
    begins: datetime
    ends: datetime
    moves: bool


@dataclass(frozen=True, slots=True)
class DayPlan:
    """Slots by time; `left`: what there is no room for, the most pressing first."""

    day: date
    slots: tuple[Slot, ...]
    left: tuple[Task, ...]

    @property
    def moving(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.moves)

    def edits(self, zone: str) -> dict[str, Edit]:
        """What accepting it changes, by the id of the task."""
        return {slot.task.id: Edit(due=_due_at(slot.begins, zone)) for slot in self.moving}


def hours_of(day: date, *, until: time | None = None, now: datetime, ways: Ways) -> Hours:
    """Today from the next quarter of an hour on, any other day from BEGINS; `until` on the person's clock."""
    first = _moment(day, BEGINS, ways.zone)
    if day == Asked(now, ways).day:
        first = max(first, _next_quarter(now))
    last = _moment(day, until or ENDS, ways.zone)
    return Hours(first, last if until or first + TOO_SHORT <= last else _moment(day, LATE_END, ways.zone))


def planned(tasks: Iterable[Task], day: date, hours: Hours, *, now: datetime, ways: Ways) -> DayPlan:
    """`tasks`: open ones, of which those that belong to the day are taken (`belongs`).

    First what has a time on that day. Then by due day, priority and estimate into the first gap that is long enough.
    What repeats takes its place, but keeps its date: a time for one of them would be one for all that follow.
    """
    wanted = _wanted(tasks, day, now=now, ways=ways)
    slots = [
        _fixed(task, task.due.at) for task in wanted if task.due and task.due.at and _is_fixed(task, day, now, ways)
    ]
    placed = {slot.task.id for slot in slots}
    left: list[Task] = []
    for task in sorted((task for task in wanted if task.id not in placed), key=lambda task: _order(task, ways)):
        begins = _gap(slots, hours, _length(task))
        if begins is None:
            left.append(task)
        else:
            slots.append(Slot(task, begins, begins + _length(task), moves=task.rrule is None))
    return DayPlan(day, tuple(sorted(slots, key=lambda slot: (slot.begins, slot.ends))), tuple(left))


def belongs(task: Task, day: date, *, now: datetime, ways: Ways) -> bool:
    """Due that day or late already, or important and without a date; nothing before its start (T-01)."""
    if task.status is Status.DONE or (task.start is not None and task.start > day):
        return False
    if task.due is None:
        return task.priority is Priority.HIGH
    return day_of(task.due, ways.zone) == day or task.is_overdue(now, ways.zone)


def _wanted(tasks: Iterable[Task], day: date, *, now: datetime, ways: Ways) -> list[Task]:
    """Without a task whose parts stand in the plan themselves: it is done with them."""
    found = [task for task in tasks if belongs(task, day, now=now, ways=ways)]
    undated = sorted((task for task in found if task.due is None), key=lambda task: _order(task, ways))[OFFERED:]
    whole = {task.parent_id for task in found} | {task.id for task in undated}
    return [task for task in found if task.id not in whole]


def _is_fixed(task: Task, day: date, now: datetime, ways: Ways) -> bool:
    due = task.due
    return due is not None and due.at is not None and due.at >= now and day_of(due, ways.zone) == day


def _fixed(task: Task, at: datetime) -> Slot:
    return Slot(task, at, at + _length(task), moves=False)


def _order(task: Task, ways: Ways) -> tuple[date, int, timedelta, str, str]:
    day = day_of(task.due, ways.zone) if task.due else date.max
    return day, RANK[task.priority], _length(task), task.position, task.id


def _length(task: Task) -> timedelta:
    return max(timedelta(minutes=task.estimate_minutes), SHORTEST) if task.estimate_minutes else USUAL


def _gap(slots: Sequence[Slot], hours: Hours, length: timedelta) -> datetime | None:
    """Where the first room for `length` begins."""
    free = hours.first
    for slot in sorted(slots, key=lambda slot: slot.begins):
        if free + length <= slot.begins:
            break
        free = max(free, slot.ends)
    return free if free + length <= hours.last else None


def _moment(day: date, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def _next_quarter(now: datetime) -> datetime:
    past = timedelta(minutes=now.minute % 15, seconds=now.second, microseconds=now.microsecond)
    return now - past + (QUARTER if past else timedelta())


def _due_at(moment: datetime, zone: str) -> Due:
    there = moment.astimezone(ZoneInfo(zone))
    return Due.moment(there.date(), there.time(), zone)
