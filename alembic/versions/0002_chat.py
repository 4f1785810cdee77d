"""Conversations can be pinned and unread, a rating can be explained, a message can wait for its turn.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("threads", sa.Column("pinned", MOMENT))
    op.add_column("threads", sa.Column("answered", MOMENT))
    op.add_column("threads", sa.Column("read", MOMENT))
    op.add_column("items", sa.Column("comment", sa.Text()))
    op.add_column("runs", sa.Column("request", sa.Text()))


def downgrade() -> None:
    op.drop_column("runs", "request")
    op.drop_column("items", "comment")
    op.drop_column("threads", "read")
    op.drop_column("threads", "answered")
    op.drop_column("threads", "pinned")
