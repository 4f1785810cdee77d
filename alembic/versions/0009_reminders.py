"""Reminders: when each task's is due, who was told of what, and the browsers that take notices.

Revision: 0009, after 0003.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
MORNING = time(9)


def upgrade() -> None:
    op.add_column("tasks", sa.Column("remind_at", MOMENT))
    op.create_index("tasks_by_remind_at", "tasks", ["remind_at"])
    _fill_in()
    op.create_table(
        "reminders",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("task_id", sa.String(), sa.ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False),
        sa.Column("moment", MOMENT, nullable=False),
        sa.Column("about", MOMENT, nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("told", MOMENT),
        sa.Column("sent", MOMENT),
        sa.Column("read", MOMENT),
        sa.Column("settled", MOMENT),
        sa.Column("cleared", MOMENT),
        sa.UniqueConstraint("task_id", "moment", name="reminders_once"),
    )
    op.create_index("reminders_by_person", "reminders", ["person_id", "told"])
    op.create_index("reminders_by_cleared", "reminders", ["cleared", "told", "moment"])
    op.create_table(
        "devices",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("session", sa.String(), sa.ForeignKey("sessions.hash", ondelete="CASCADE"), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False, unique=True),
        sa.Column("p256dh", sa.String(), nullable=False),
        sa.Column("auth", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
    )
    op.create_index("ix_devices_person_id", "devices", ["person_id"])
    op.create_index("ix_devices_session", "devices", ["session"])


def _fill_in() -> None:
    """Tasks that have a reminder already get its moment; a whole day begins at nine."""
    tasks = sa.table(
        "tasks",
        *(sa.column(name, sa.String()) for name in ("id", "zone", "status")),
        *(sa.column(name, MOMENT) for name in ("due_at", "remind_at", "deleted")),
        sa.column("due_on", sa.Date()),
        sa.column("reminder_minutes", sa.Integer()),
        sa.column("sample", sa.Boolean()),
    )
    have = (tasks.c.reminder_minutes.is_not(None), tasks.c.due_on.is_not(None), tasks.c.deleted.is_(None))
    stand = (tasks.c.status == "open", tasks.c.sample.is_(False))
    connection = op.get_bind()
    for row in connection.execute(sa.select(tasks).where(*have, *stand)).all():
        moment = _moment(row.due_on, row.due_at, row.zone or "UTC") - timedelta(minutes=row.reminder_minutes)
        # SQLite keeps moments in UTC and without their zone.
        kept = moment.replace(tzinfo=None) if connection.dialect.name == "sqlite" else moment
        connection.execute(sa.update(tasks).where(tasks.c.id == row.id).values(remind_at=kept))


def _moment(on: date, at: datetime | None, zone: str) -> datetime:
    if at is None:
        return datetime.combine(on, MORNING, ZoneInfo(zone)).astimezone(UTC)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def downgrade() -> None:
    op.drop_table("devices")
    op.drop_table("reminders")
    op.drop_index("tasks_by_remind_at", "tasks")
    op.drop_column("tasks", "remind_at")
