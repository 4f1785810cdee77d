"""How migrations run: on the connection that `taskchat.storage.database.migrate` hands over, or by `alembic` itself."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

from taskchat.config import load_settings
from taskchat.storage import tables
from taskchat.storage.database import make_engine

assert tables.SQLModel is SQLModel  # noqa: S101 - the metadata is complete once the tables are imported


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        transactional_ddl=True,  # SQLite can: `database` starts its transactions itself
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with make_engine(load_settings().database_url).execution_options(writes=True).begin() as connection:
        run(connection)
