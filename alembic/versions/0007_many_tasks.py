"""Ten thousand tasks: the first view, the numbers beside the places and the tags are read off indexes.

Revision: 0007, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OPEN = [
    "person_id", "status", "due_sort", "priority", "position", "id",
    "list_id", "sample", "due_on", "due_at", "start_on", "deleted",
]  # fmt: skip


def upgrade() -> None:
    living = sa.text("deleted IS NULL")
    op.create_index("tasks_open", "tasks", OPEN, sqlite_where=living, postgresql_where=living)
    samples = {"sqlite_where": sa.text("sample IS 1"), "postgresql_where": sa.text("sample IS true")}
    op.create_index("tasks_samples", "tasks", ["person_id"], **samples)
    op.drop_index("tags_by_name", "tags")
    op.create_index("tags_of_person", "tags", ["person_id", "tag", "task_id"])


def downgrade() -> None:
    op.drop_index("tags_of_person", "tags")
    op.create_index("tags_by_name", "tags", ["tag", "person_id"])
    op.drop_index("tasks_samples", "tasks")
    op.drop_index("tasks_open", "tasks")
