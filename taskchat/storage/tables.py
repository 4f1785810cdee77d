"""The whole schema on one page; rows never leave this room."""

from datetime import date, datetime, time

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from taskchat.storage.columns import BYTEWISE, COUNTER, Moment, refers_to


class People(SQLModel, table=True):
    id: str = Field(primary_key=True)
    email: str | None = None
    email_folded: str | None = Field(default=None, unique=True)
    password_hash: str | None = None
    guest: bool
    zone: str
    first_weekday: int
    clock_24: bool
    day_first: bool
    created: datetime = Field(sa_type=Moment)
    seen: datetime = Field(sa_type=Moment)
    disabled: datetime | None = Field(default=None, sa_type=Moment)


class Sessions(SQLModel, table=True):
    """A cookie's SHA-256; the cookie itself is nowhere."""

    hash: str = Field(primary_key=True)
    person_id: str = refers_to("people", index=True)
    created: datetime = Field(sa_type=Moment)
    expires: datetime = Field(sa_type=Moment, index=True)


class Feeds(SQLModel, table=True):
    """A person's calendar feed: the SHA-256 of its address's secret; the secret itself is nowhere."""

    person_id: str = refers_to("people", primary_key=True)
    hash: str = Field(unique=True)
    created: datetime = Field(sa_type=Moment)


class Named(SQLModel):
    """Columns of what a person has by name, one of each name."""

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people")
    name: str
    name_folded: str = Field(sa_type=BYTEWISE)  # pyright: ignore[reportArgumentType] - an instance serves as well
    created: datetime = Field(sa_type=Moment)


class Lists(Named, table=True):
    __table_args__ = (UniqueConstraint("person_id", "name_folded", name="lists_name"),)

    position: str = Field(sa_type=BYTEWISE)  # pyright: ignore[reportArgumentType]
    colour: str
    icon: str
    """A lucide name, "" = the dot alone."""
    archived: datetime | None = Field(default=None, sa_type=Moment)


class Templates(Named, table=True):
    __table_args__ = (UniqueConstraint("person_id", "name_folded", name="templates_name"),)

    data: str = Field(sa_type=Text)
    """What it makes, as JSON."""


class Preferences(Named, table=True):
    """What a person has asked to be remembered of their ways, by the sentence that says it."""

    __table_args__ = (UniqueConstraint("person_id", "name_folded", name="preferences_name"),)

    kind: str
    about: str
    value: str


class Sections(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("list_id", "name_folded", name="sections_name"),)

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people", index=True)
    list_id: str = refers_to("lists")
    name: str
    name_folded: str
    position: str = Field(sa_type=BYTEWISE)  # pyright: ignore[reportArgumentType]


NOT_DELETED = text("deleted IS NULL")
SUBTASK = text("parent_id IS NOT NULL")
DATES = "due_on", "due_at", "start_on"
OPEN = "person_id", "status", "due_sort", "priority", "position", "id", "list_id", *DATES, "deleted"
"""The first view in its order, and behind it what decides whether a task is in it."""
COUNTED = "person_id", "status", "list_id", *DATES, "sample", "deleted"
"""What the numbers beside places and headings are made from, those that are alike together: no row is read for it."""


class Tasks(SQLModel, table=True):
    __table_args__ = (
        Index("tasks_by_due", "person_id", "deleted", "status", "due_sort"),
        Index("tasks_open", *OPEN, sqlite_where=NOT_DELETED, postgresql_where=NOT_DELETED),
        Index("tasks_counted", *COUNTED, sqlite_where=NOT_DELETED, postgresql_where=NOT_DELETED),
        Index("tasks_samples", "person_id", sqlite_where=text("sample IS 1"), postgresql_where=text("sample IS true")),
        Index("tasks_by_position", "person_id", "position"),
        Index("tasks_by_parent", "parent_id", sqlite_where=SUBTASK, postgresql_where=SUBTASK),
        Index("tasks_by_list", "list_id"),
        Index("tasks_by_section", "section_id"),
        Index("tasks_by_deleted", "deleted"),
        Index("tasks_by_series", "series_id"),
        Index(
            "tasks_by_import",
            "person_id",
            "import_key",
            sqlite_where=text("import_key IS NOT NULL"),
            postgresql_where=text("import_key IS NOT NULL"),
        ),
        Index("tasks_by_remind_at", "remind_at"),
    )

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people")
    title: str
    title_folded: str = Field(sa_type=BYTEWISE)  # pyright: ignore[reportArgumentType]
    description: str = Field(sa_type=Text)
    status: str
    priority: int
    """1 high, 2 medium, 3 low: it sorts as it reads."""
    start_on: date | None = None
    due_on: date | None = None
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    due_clock: time | None = None
    """The wall-clock time that was meant, where a clock change skips it on that day."""
    zone: str | None = None
    due_sort: datetime | None = Field(default=None, sa_type=Moment)
    """The moment; for a whole day just before its first moment, so that it comes first on its day."""
    estimate_minutes: int | None = None
    reminder_minutes: int | None = None
    remind_at: datetime | None = Field(default=None, sa_type=Moment)
    """When the reminder is due; None where none is any more."""
    rrule: str | None = None
    after_completion: bool
    series_id: str | None = None
    next_id: str | None = None
    """The task its completion planned. No reference: what was planned once is not planned again when that is purged."""
    parent_id: str | None = refers_to("tasks", gone="CASCADE", default=None)
    list_id: str | None = refers_to("lists", gone="SET NULL", default=None)
    section_id: str | None = refers_to("sections", gone="SET NULL", default=None)
    position: str = Field(sa_type=BYTEWISE)  # pyright: ignore[reportArgumentType]
    sample: bool
    search_text: str = Field(sa_type=Text)
    """Title, description and tags, folded (F-03)."""
    created: datetime = Field(sa_type=Moment)
    updated: datetime = Field(sa_type=Moment)
    completed: datetime | None = Field(default=None, sa_type=Moment)
    deleted: datetime | None = Field(default=None, sa_type=Moment)
    deleted_with: str | None = None
    """The task whose removal took this one along; restoring that one brings this one back."""
    import_key: str | None = None
    """Which row of which import it came from: a second run makes no second task of it."""


class Reminders(SQLModel, table=True):
    """One for each moment at which somebody was told of a task, or will be because they put it off."""

    __table_args__ = (
        UniqueConstraint("task_id", "moment", name="reminders_once"),
        Index("reminders_by_person", "person_id", "told"),
        Index("reminders_by_cleared", "cleared", "told", "moment"),
    )

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people")
    task_id: str = refers_to("tasks")
    moment: datetime = Field(sa_type=Moment)
    about: datetime = Field(sa_type=Moment)
    """The task's own moment: once that is another, this one is over."""
    group: str
    """Those told at once are one notice."""
    told: datetime | None = Field(default=None, sa_type=Moment)
    """None while it waits: it was put off."""
    sent: datetime | None = Field(default=None, sa_type=Moment)
    """When it was handed to the push services."""
    read: datetime | None = Field(default=None, sa_type=Moment)
    settled: datetime | None = Field(default=None, sa_type=Moment)
    """When somebody acted on it."""
    cleared: datetime | None = Field(default=None, sa_type=Moment)
    """When there was nothing left to do for it: every device knows that it is over, or it is too old."""


class Devices(SQLModel, table=True):
    """A browser that takes notices while its session lasts: signing out is the end of them."""

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people", index=True)
    session: str = Field(foreign_key="sessions.hash", ondelete="CASCADE", index=True)
    endpoint: str = Field(unique=True)
    p256dh: str
    auth: str
    name: str
    created: datetime = Field(sa_type=Moment)


class Tags(SQLModel, table=True):
    __table_args__ = (Index("tags_of_person", "person_id", "tag", "task_id"),)

    task_id: str = refers_to("tasks", primary_key=True)
    tag: str = Field(primary_key=True)
    person_id: str = refers_to("people")
    place: int


class Views(Named, table=True):
    """Filters a person has given a name."""

    __table_args__ = (UniqueConstraint("person_id", "name_folded", name="views_name"),)

    filter: str = Field(sa_type=Text)


class Attachments(SQLModel, table=True):
    id: str = Field(primary_key=True)
    person_id: str = refers_to("people", index=True)
    thread_id: str | None = refers_to("threads", gone="SET NULL", default=None, index=True)
    task_id: str | None = refers_to("tasks", gone="SET NULL", default=None, index=True)
    data: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=Moment)


class Threads(SQLModel, table=True):
    __table_args__ = (Index("threads_by_updated", "person_id", "deleted", "updated"),)

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people")
    title: str | None = None
    search_text: str = Field(sa_type=Text)
    data: str = Field(sa_type=Text)
    shown: str = Field(sa_type=Text)
    """Ids of the last list shown, as JSON: what "it" and "the second" mean (C-05)."""
    created: datetime = Field(sa_type=Moment)
    updated: datetime = Field(sa_type=Moment)
    deleted: datetime | None = Field(default=None, sa_type=Moment)
    pinned: datetime | None = Field(default=None, sa_type=Moment)
    answered: datetime | None = Field(default=None, sa_type=Moment)
    """When the last answer in it ended; it is unread while `read` is earlier or unset."""
    read: datetime | None = Field(default=None, sa_type=Moment)


class Items(SQLModel, table=True):
    """What stands in a thread, in the order of insertion."""

    __table_args__ = (UniqueConstraint("thread_id", "id", name="items_id"), {"sqlite_autoincrement": True})

    seq: int | None = Field(default=None, primary_key=True, sa_type=COUNTER)  # pyright: ignore[reportArgumentType]
    id: str
    thread_id: str = refers_to("threads")
    kind: str
    data: str = Field(sa_type=Text)
    search_text: str = Field(sa_type=Text)
    rating: str | None = None
    """positive or negative, when the person said so."""
    comment: str | None = Field(default=None, sa_type=Text)
    """Why, in the person's own words."""
    created: datetime = Field(sa_type=Moment)


class Runs(SQLModel, table=True):
    __table_args__ = (
        Index(
            "runs_one_running",
            "thread_id",
            unique=True,
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
        Index("runs_by_thread", "thread_id", "started"),
        Index("runs_by_lease", "state", "lease_until"),
    )

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people", index=True)
    thread_id: str = refers_to("threads")
    session: str
    message_id: str
    state: str
    worker: str
    lease_until: datetime = Field(sa_type=Moment)
    model: str
    items: str = Field(sa_type=Text)
    """The Agents SDK's own items as JSON: the model's memory (decision 23)."""
    usage: str = Field(sa_type=Text)
    error: str
    cause: str | None = None
    """Which row of the table of causes the error is."""
    request: str | None = Field(default=None, sa_type=Text)
    """The message that waits for its turn, with its words and its send key, as JSON; None once it runs."""
    started: datetime = Field(sa_type=Moment)
    ended: datetime | None = Field(default=None, sa_type=Moment)


class Sends(SQLModel, table=True):
    """Which run a repeated send belongs to (K-06); no thread yet is the thread ""."""

    person_id: str = refers_to("people", primary_key=True)
    thread_id: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    text_hash: str
    run_id: str
    created: datetime = Field(sa_type=Moment, index=True)


class Confirmations(SQLModel, table=True):
    __table_args__ = (
        Index(
            "confirmations_one_pending",
            "thread_id",
            unique=True,
            sqlite_where=text("settled IS NULL"),
            postgresql_where=text("settled IS NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    person_id: str = refers_to("people", index=True)
    thread_id: str = refers_to("threads")
    tool: str
    payload: str = Field(sa_type=Text)
    """The exact set and its parameters as JSON text."""
    item_id: str
    created: datetime = Field(sa_type=Moment)
    expires: datetime = Field(sa_type=Moment)
    settled: datetime | None = Field(default=None, sa_type=Moment)
    answer: str | None = None


class Limits(SQLModel, table=True):
    """One row a counted event; `subject` is a person's id, or a hash where nobody is known yet."""

    __table_args__ = (Index("limits_by_time", "subject", "name", "at"), {"sqlite_autoincrement": True})

    seq: int | None = Field(default=None, primary_key=True, sa_type=COUNTER)  # pyright: ignore[reportArgumentType]
    subject: str
    name: str
    at: datetime = Field(sa_type=Moment, index=True)


class Spent(SQLModel, table=True):
    """What the whole server has asked of its hosted model on one day (UTC)."""

    day: date = Field(primary_key=True)
    messages: int
    tokens: int = Field(sa_type=BigInteger)


class Activity(SQLModel, table=True):
    """What happened to a task, a list or what else can be undone, and what it was before and after: undo reads it."""

    __table_args__ = (
        Index("activity_by_group", "person_id", "group"),
        Index("activity_by_time", "person_id", "at"),
        Index("activity_by_task", "task_id"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = Field(default=None, primary_key=True, sa_type=COUNTER)  # pyright: ignore[reportArgumentType]
    person_id: str = refers_to("people")
    group: str
    door: str
    thread_id: str | None = None
    run_id: str | None = None
    tool: str | None = None
    verb: str
    kind: str
    """task, list, section, template, view or preference: what `task_id` and `title` are of."""
    task_id: str
    title: str
    before: str | None = Field(default=None, sa_type=Text)
    after: str | None = Field(default=None, sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    undone: datetime | None = Field(default=None, sa_type=Moment)
    undo_of: str | None = None
    """The group this one took back."""


class Calls(SQLModel, table=True):
    """Every tool call, failed ones too (C-09)."""

    __table_args__ = (Index("calls_by_time", "person_id", "at"), {"sqlite_autoincrement": True})

    seq: int | None = Field(default=None, primary_key=True, sa_type=COUNTER)  # pyright: ignore[reportArgumentType]
    person_id: str = refers_to("people")
    thread_id: str | None = None
    tool: str
    arguments: str = Field(sa_type=Text)
    outcome: str = Field(sa_type=Text)
    milliseconds: int
    at: datetime = Field(sa_type=Moment)
