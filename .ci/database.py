"""Makes an empty database on the PostgreSQL of this machine and prints its address; drops it again when given that."""

import os
import sys

import psycopg2
from psycopg2 import sql

SERVER = "127.0.0.1:5432"
USERS = ("postgres", "postgres:postgres")


def main(given: list[str]) -> int:
    name = given[0].rpartition("/")[2] if given else f"taskchat_test_{os.getpid()}"
    order = "DROP DATABASE IF EXISTS {} WITH (FORCE)" if given else "CREATE DATABASE {}"
    for user in USERS:
        try:
            connection = psycopg2.connect(f"postgresql://{user}@{SERVER}/postgres", connect_timeout=5)
        except psycopg2.OperationalError:
            continue
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(order).format(sql.Identifier(name)))
        connection.close()
        sys.stdout.write(f"postgresql://{user}@{SERVER}/{name}\n")
        return 0
    sys.stderr.write(f"PostgreSQL at {SERVER} lets nobody in. Set TEST_DATABASE_URL to an empty database.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
