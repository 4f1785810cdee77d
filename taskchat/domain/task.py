"""What a task is: its values, and the bounds every door shares."""

from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, time
from enum import Enum, StrEnum
from zoneinfo import ZoneInfo


class Status(StrEnum):
    OPEN = "open"
    DONE = "done"


class Priority(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Due:
    """A day, or a moment on that day.

    `on` is the day in `zone`; `at` is the moment in UTC, None for all day (T-06). `clock` is the wall-clock time that
    was meant where that day skips it, so that what repeats at 02:30 is back at 02:30 the day after (R-05).
    """

    on: date
    zone: str
    at: datetime | None = None
    clock: time | None = None

    @classmethod
    def moment(cls, on: date, clock: time, zone: str) -> "Due":
        """The wall-clock time `clock` on `on` in `zone`; an hour that a clock change skips moves forward."""
        local = datetime.combine(on, clock, tzinfo=ZoneInfo(zone))
        utc = local.astimezone(UTC)
        there = utc.astimezone(ZoneInfo(zone))
        return cls(on=there.date(), zone=zone, at=utc, clock=None if there.time() == clock else clock)

    @property
    def local(self) -> datetime | None:
        """The moment on the person's wall clock, None for all day."""
        return None if self.at is None else self.at.astimezone(ZoneInfo(self.zone))

    @property
    def wall(self) -> time | None:
        """The wall-clock time that was meant, None for all day."""
        return self.clock or (self.local.time() if self.local else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A task before it exists; `list` is the list's name, None for Inbox."""

    title: str
    description: str = ""
    priority: Priority = Priority.MEDIUM
    tags: tuple[str, ...] = ()
    start: date | None = None
    due: Due | None = None
    estimate_minutes: int | None = None
    reminder_minutes: int | None = None
    rrule: str | None = None
    after_completion: bool = False
    list: str | None = None
    section: str | None = None
    parent_id: str | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task as everybody but storage sees it."""

    id: str
    title: str
    description: str
    status: Status
    priority: Priority
    tags: tuple[str, ...]
    start: date | None
    due: Due | None
    estimate_minutes: int | None
    reminder_minutes: int | None
    rrule: str | None
    series_id: str | None
    after_completion: bool
    list: str | None
    section: str | None
    parent_id: str | None
    position: str
    sample: bool
    created: datetime
    updated: datetime
    completed: datetime | None
    deleted: datetime | None = None
    attachments: tuple[str, ...] = ()
    """Ids of its files, the oldest first."""
    next_id: str | None = None
    """The task that its completion planned (R-04)."""

    def is_overdue(self, now: datetime, zone: str) -> bool:
        """T-07: a moment before now, or a day before today in `zone`."""
        if self.due is None or self.status is Status.DONE:
            return False
        if self.due.at is not None:
            return self.due.at < now
        return self.due.on < now.astimezone(ZoneInfo(zone)).date()


class Keep(Enum):
    """The value of a field nobody sent."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What somebody wants changed; KEEP = unchanged, None = erased (T-08)."""

    title: str | Keep = KEEP
    description: str | Keep = KEEP
    priority: Priority | Keep = KEEP
    tags: tuple[str, ...] | Keep = KEEP
    start: date | Keep | None = KEEP
    due: Due | Keep | None = KEEP
    estimate_minutes: int | Keep | None = KEEP
    reminder_minutes: int | Keep | None = KEEP
    rrule: str | Keep | None = KEEP
    after_completion: bool | Keep = KEEP
    list: str | Keep | None = KEEP
    section: str | Keep | None = KEEP
    parent_id: str | Keep | None = KEEP
    position: str | Keep = KEEP
    attachments: tuple[str, ...] | Keep = KEEP

    def sent(self) -> dict[str, object]:
        """Only the fields somebody sent."""
        return {f.name: v for f in fields(self) if (v := getattr(self, f.name)) is not KEEP}

    def applied_to(self, task: Task) -> Task:
        return replace(task, **self.sent())  # pyright: ignore[reportArgumentType] - same names, same types


@dataclass(frozen=True, slots=True)
class TagCount:
    tag: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what matches, and how many match in all (F-01)."""

    tasks: tuple[Task, ...]
    total: int


@dataclass(frozen=True, slots=True)
class By:
    """Through which door a change comes; everything with one `group` is taken back together (T-13)."""

    group: str
    door: str = "hand"
    """hand, assistant or program."""
    thread_id: str | None = None
    run_id: str | None = None
    tool: str | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A task that changed after what is being undone: the person chooses (T-13)."""

    task_id: str
    title: str
    field: str
    value_now: str
    value_then: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo took back, and what it left alone because it had changed since."""

    tasks: tuple[str, ...] = ()
    words: str = ""
    clashes: tuple[Clash, ...] = field(default=())
