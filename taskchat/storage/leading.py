"""Which of several workers watches the clock: on PostgreSQL whoever holds a lock, on SQLite the one process."""

from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

from taskchat.errors import Unavailable
from taskchat.storage.database import SILENT, database

CLOCK = 7_241_114
"""Any number, the same for every worker: the lock's key, beside the schema, of which a database may have several."""
TAKE = text("SELECT pg_try_advisory_lock(:key, hashtext(current_schema()))")


class Lead:
    """Held by a connection of its own: a worker that dies, or loses its database, leads no more."""

    def __init__(self) -> None:
        self._connection: Connection | None = None

    def holds(self) -> bool:
        """Take the lead where nobody has it. Blocking, but never waits for another worker. Raises Unavailable."""
        if database().engine.dialect.name == "sqlite":
            return True
        try:
            return self._asked()
        except DBAPIError as error:
            self.leave()
            raise Unavailable(SILENT) from error

    def _asked(self) -> bool:
        if self._connection is not None:
            self._connection.execute(text("SELECT 1"))
            return True
        # Beside the pool, which has one connection a thread and none to spare.
        engine = create_engine(database().engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        connection = engine.connect()
        if connection.execute(TAKE, {"key": CLOCK}).scalar():
            self._connection = connection
        else:
            connection.close()
        return self._connection is not None

    def leave(self) -> None:
        """Another worker may take it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
