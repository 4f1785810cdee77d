"""The first schema: people, tasks, conversations, and what happened.

Revision: 0001, after nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
BYTEWISE = sa.String().with_variant(sa.String(collation="C"), "postgresql")
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _only_where(condition: str) -> dict[str, sa.TextClause]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    _create_people()
    _create_tasks()
    _create_conversations()
    _create_history()


def _create_people() -> None:
    op.create_table(
        "limits",
        sa.Column("seq", COUNTER, primary_key=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_limits_at", "limits", ["at"])
    op.create_index("limits_by_time", "limits", ["subject", "name", "at"])
    op.create_table(
        "people",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("email", sa.String()),
        sa.Column("email_folded", sa.String(), unique=True),
        sa.Column("password_hash", sa.String()),
        sa.Column("guest", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("first_weekday", sa.Integer(), nullable=False),
        sa.Column("clock_24", sa.Boolean(), nullable=False),
        sa.Column("day_first", sa.Boolean(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("seen", MOMENT, nullable=False),
        sa.Column("disabled", MOMENT),
    )
    op.create_table(
        "sessions",
        sa.Column("hash", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("expires", MOMENT, nullable=False),
    )
    op.create_index("ix_sessions_expires", "sessions", ["expires"])
    op.create_index("ix_sessions_person_id", "sessions", ["person_id"])


def _create_tasks() -> None:
    op.create_table(
        "lists",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", BYTEWISE, nullable=False),
        sa.Column("position", BYTEWISE, nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.UniqueConstraint("person_id", "name_folded", name="lists_name"),
    )
    op.create_table(
        "sections",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("list_id", sa.String(), sa.ForeignKey("lists.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column("position", BYTEWISE, nullable=False),
        sa.UniqueConstraint("list_id", "name_folded", name="sections_name"),
    )
    op.create_index("ix_sections_person_id", "sections", ["person_id"])
    op.create_table(
        "tasks",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_folded", BYTEWISE, nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("start_on", sa.Date()),
        sa.Column("due_on", sa.Date()),
        sa.Column("due_at", MOMENT),
        sa.Column("zone", sa.String()),
        sa.Column("due_sort", MOMENT),
        sa.Column("estimate_minutes", sa.Integer()),
        sa.Column("reminder_minutes", sa.Integer()),
        sa.Column("rrule", sa.String()),
        sa.Column("after_completion", sa.Boolean(), nullable=False),
        sa.Column("series_id", sa.String()),
        sa.Column("parent_id", sa.String(), sa.ForeignKey("tasks.id", ondelete="CASCADE")),
        sa.Column("list_id", sa.String(), sa.ForeignKey("lists.id", ondelete="SET NULL")),
        sa.Column("section_id", sa.String(), sa.ForeignKey("sections.id", ondelete="SET NULL")),
        sa.Column("position", BYTEWISE, nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("updated", MOMENT, nullable=False),
        sa.Column("completed", MOMENT),
        sa.Column("deleted", MOMENT),
        sa.Column("deleted_with", sa.String()),
    )
    op.create_index("tasks_by_deleted", "tasks", ["deleted"])
    op.create_index("tasks_by_due", "tasks", ["person_id", "deleted", "status", "due_sort"])
    op.create_index("tasks_by_list", "tasks", ["list_id"])
    op.create_index("tasks_by_parent", "tasks", ["parent_id"])
    op.create_index("tasks_by_position", "tasks", ["person_id", "position"])
    op.create_index("tasks_by_section", "tasks", ["section_id"])
    op.create_table(
        "tags",
        sa.Column("task_id", sa.String(), sa.ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("tag", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
    )
    op.create_index("tags_by_name", "tags", ["tag", "person_id"])


def _create_conversations() -> None:
    op.create_table(
        "threads",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("title", sa.String()),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("updated", MOMENT, nullable=False),
        sa.Column("deleted", MOMENT),
    )
    op.create_index("threads_by_updated", "threads", ["person_id", "deleted", "updated"])
    op.create_table(
        "items",
        sa.Column("seq", COUNTER, primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("thread_id", sa.String(), sa.ForeignKey("threads.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("rating", sa.String()),
        sa.Column("created", MOMENT, nullable=False),
        sa.UniqueConstraint("thread_id", "id", name="items_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "attachments",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("thread_id", sa.String(), sa.ForeignKey("threads.id", ondelete="SET NULL")),
        sa.Column("task_id", sa.String(), sa.ForeignKey("tasks.id", ondelete="SET NULL")),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
    )
    op.create_index("ix_attachments_person_id", "attachments", ["person_id"])
    op.create_index("ix_attachments_task_id", "attachments", ["task_id"])
    op.create_index("ix_attachments_thread_id", "attachments", ["thread_id"])
    op.create_table(
        "runs",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("thread_id", sa.String(), sa.ForeignKey("threads.id", ondelete="CASCADE"), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("lease_until", MOMENT, nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("usage", sa.Text(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("started", MOMENT, nullable=False),
        sa.Column("ended", MOMENT),
    )
    op.create_index("ix_runs_person_id", "runs", ["person_id"])
    op.create_index("runs_by_lease", "runs", ["state", "lease_until"])
    op.create_index("runs_by_thread", "runs", ["thread_id", "started"])
    op.create_index("runs_one_running", "runs", ["thread_id"], unique=True, **_only_where("state = 'running'"))
    op.create_table(
        "sends",
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("thread_id", sa.String(), primary_key=True),
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
    )
    op.create_index("ix_sends_created", "sends", ["created"])
    op.create_table(
        "confirmations",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("thread_id", sa.String(), sa.ForeignKey("threads.id", ondelete="CASCADE"), nullable=False),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("expires", MOMENT, nullable=False),
        sa.Column("settled", MOMENT),
        sa.Column("answer", sa.String()),
    )
    op.create_index("confirmations_one_pending", "confirmations", ["thread_id"], unique=True, **_only_where("settled IS NULL"))
    op.create_index("ix_confirmations_person_id", "confirmations", ["person_id"])


def _create_history() -> None:
    op.create_table(
        "activity",
        sa.Column("seq", COUNTER, primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("thread_id", sa.String()),
        sa.Column("run_id", sa.String()),
        sa.Column("tool", sa.String()),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("task_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("undone", MOMENT),
        sa.Column("undo_of", sa.String()),
        sqlite_autoincrement=True,
    )
    op.create_index("activity_by_group", "activity", ["person_id", "group"])
    op.create_index("activity_by_task", "activity", ["task_id"])
    op.create_index("activity_by_time", "activity", ["person_id", "at"])
    op.create_table(
        "calls",
        sa.Column("seq", COUNTER, primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("thread_id", sa.String()),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("calls_by_time", "calls", ["person_id", "at"])


def downgrade() -> None:
    for table in (
        "calls",
        "activity",
        "confirmations",
        "sends",
        "runs",
        "attachments",
        "items",
        "threads",
        "tags",
        "tasks",
        "sections",
        "lists",
        "sessions",
        "people",
        "limits",
    ):
        op.drop_table(table)
