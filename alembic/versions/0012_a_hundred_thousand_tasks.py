"""A hundred thousand tasks: what is counted stands together in an index, and subtasks are found among subtasks alone.

Revision: 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ORDER = ["person_id", "status", "due_sort", "priority", "position", "id"]
OPEN = [*ORDER, "list_id", "due_on", "due_at", "start_on", "deleted"]
OPEN_BEFORE = [*ORDER, "list_id", "sample", "due_on", "due_at", "start_on", "deleted"]
COUNTED = ["person_id", "status", "list_id", "due_on", "due_at", "start_on", "sample", "deleted"]


def upgrade() -> None:
    op.drop_index("tasks_open", "tasks")
    _of_the_living("tasks_open", OPEN)
    _of_the_living("tasks_counted", COUNTED)
    op.drop_index("tasks_by_parent", "tasks")
    # Where most tasks have no parent, the statistics of an index over all of them say that it is of no use.
    subtask = sa.text("parent_id IS NOT NULL")
    op.create_index("tasks_by_parent", "tasks", ["parent_id"], sqlite_where=subtask, postgresql_where=subtask)


def downgrade() -> None:
    op.drop_index("tasks_by_parent", "tasks")
    op.create_index("tasks_by_parent", "tasks", ["parent_id"])
    op.drop_index("tasks_counted", "tasks")
    op.drop_index("tasks_open", "tasks")
    _of_the_living("tasks_open", OPEN_BEFORE)


def _of_the_living(name: str, columns: list[str]) -> None:
    living = sa.text("deleted IS NULL")
    op.create_index(name, "tasks", columns, sqlite_where=living, postgresql_where=living)
