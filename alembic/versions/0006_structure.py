"""Lists have a colour and an icon and can be archived, templates are kept, and what happens to them can be undone.

Revision: 0006, after 0003.
"""

from itertools import groupby

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
BYTEWISE = sa.String().with_variant(sa.String(collation="C"), "postgresql")
COLOURS = ("pine", "lake", "ochre", "iris", "brick", "plum", "moss", "stone")


def upgrade() -> None:
    op.add_column("lists", sa.Column("colour", sa.String(), nullable=False, server_default="pine"))
    op.add_column("lists", sa.Column("icon", sa.String(), nullable=False, server_default=""))
    op.add_column("lists", sa.Column("archived", MOMENT))
    op.add_column("activity", sa.Column("kind", sa.String(), nullable=False, server_default="task"))
    op.create_table(
        "templates",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person_id", sa.String(), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", BYTEWISE, nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.UniqueConstraint("person_id", "name_folded", name="templates_name"),
    )
    _keep_colours()


def _keep_colours() -> None:
    """Until now a list had the colour of its place: it keeps it."""
    lists = sa.table("lists", *map(sa.column, ("id", "person_id", "position", "colour")))
    bind = op.get_bind()
    rows = bind.execute(sa.select(lists.c.person_id, lists.c.id).order_by(lists.c.person_id, lists.c.position)).all()
    for _, theirs in groupby(rows, key=lambda row: row.person_id):
        for place, row in enumerate(theirs):
            kept = lists.update().where(lists.c.id == row.id).values(colour=COLOURS[place % len(COLOURS)])
            bind.execute(kept)


def downgrade() -> None:
    op.execute("DELETE FROM activity WHERE kind <> 'task'")
    op.drop_table("templates")
    op.drop_column("activity", "kind")
    op.drop_column("lists", "archived")
    op.drop_column("lists", "icon")
    op.drop_column("lists", "colour")
