"""The red team works on SQLite; what depends on the database says so."""

import pytest

from tests.databases import Kept


@pytest.fixture
def emptied(sqlite: Kept) -> Kept:
    sqlite.empty()
    return sqlite
