"""A task knows the one that its completion planned, and the wall-clock time that a clock change moved.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tasks", sa.Column("next_id", sa.String()))
    op.add_column("tasks", sa.Column("due_clock", sa.Time()))
    op.create_index("tasks_by_series", "tasks", ["series_id"])


def downgrade() -> None:
    op.drop_index("tasks_by_series", "tasks")
    op.drop_column("tasks", "due_clock")
    op.drop_column("tasks", "next_id")
