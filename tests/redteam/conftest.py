"""The red team works on SQLite, in a house that is furnished once and copied; what depends on the database says so."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from taskchat.domain.person import Ways
from taskchat.live import InProcess
from taskchat.storage.accounts import insert_person
from taskchat.storage.database import writing
from taskchat.storage.disk import close_disk, open_disk
from tests.conftest import PASSWORD_HASH
from tests.databases import Kept, kept_sqlite
from tests.redteam.scene import People, furnished


@dataclass(slots=True)
class House:
    """A database file with everything in it, and who lives there."""

    kept: Kept
    file: Path
    people: People | None = None

    def furnish(self, ways: Ways, now: datetime) -> People:
        self.people = people_in(ways, now)
        self.kept.engine.dispose()
        shutil.copy(self.file.with_name("kept.db"), self.file)
        return self.people


def people_in(ways: Ways, now: datetime) -> People:
    with writing() as session:
        alice, bob = (
            insert_person(session, f"{name}@example.org", PASSWORD_HASH, ways, now=now) for name in ("alice", "bob")
        )
    return furnished(alice, bob, now)


@pytest.fixture(scope="session")
def house(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    file = shutil.copy(template, tmp_path_factory.mktemp("house") / "taskchat.db")
    with kept_sqlite(file) as kept:
        yield House(kept, file)


@pytest.fixture
def people(house: House, live: InProcess, ways: Ways, now: datetime, tmp_path: Path) -> Iterator[People]:
    """Alice and Bob with all that is theirs, as new."""
    house.kept.empty()
    open_disk(tmp_path / "files")
    with house.kept.opened():
        yield house.people or house.furnish(ways, now)
    close_disk()
