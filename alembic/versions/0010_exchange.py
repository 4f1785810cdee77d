"""A task knows which row of an import it came from; a person may have a calendar feed.

Revision: 0010, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tasks", sa.Column("import_key", sa.String()))
    imported = sa.text("import_key IS NOT NULL")
    op.create_index(
        "tasks_by_import", "tasks", ["person_id", "import_key"], sqlite_where=imported, postgresql_where=imported
    )
    op.create_table(
        "feeds",
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("hash", sa.String(), nullable=False, unique=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("feeds")
    op.drop_index("tasks_by_import", "tasks")
    op.drop_column("tasks", "import_key")
