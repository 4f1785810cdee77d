"""What a model says and hears is the same on both databases; where the database takes part, a module asks for both."""

import pytest

from tests.databases import Kept


@pytest.fixture
def emptied(sqlite: Kept) -> Kept:
    sqlite.empty()
    return sqlite
