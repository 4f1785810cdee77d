"""What tests stand on: a fixed moment, a fresh database of each kind, two people, and a small named world."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Task
from taskchat.live import Change, InProcess, close_live, open_live
from taskchat.services import accounts, tasks
from taskchat.storage.accounts import insert_person
from taskchat.storage.database import writing
from taskchat.storage.disk import close_disk, open_disk
from tests.databases import Kept, emptied, fresh_sqlite, kept_postgresql, kept_sqlite
from tests.world import BERLIN, WORLD

__all__ = ["emptied"]
PASSWORD = "correct horse battery staple"
PASSWORD_HASH = "$argon2id$v=19$m=19456,t=2,p=1$nFsQ+WGWLWwzN39qsEEhhA$99HUK3F+hhPPhRM2PxWCM0wC0bOVFJSOVbj01YbPHlo"


@pytest.fixture
def now() -> datetime:
    """A Saturday; 11:00 in Berlin."""
    return datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture
def ways() -> Ways:
    return Ways(zone=BERLIN)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated SQLite file: to be copied."""
    return fresh_sqlite(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def sqlite(template: Path) -> Iterator[Kept]:
    with kept_sqlite(template) as kept:
        yield kept


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Kept]:
    with kept_postgresql() as kept:
        yield kept


@pytest.fixture
def database_url(emptied: Kept) -> str:
    """Its address; it is not open yet."""
    return emptied.url


@pytest.fixture
def database(emptied: Kept, tmp_path: Path) -> Iterator[str]:
    """The same, open."""
    open_disk(tmp_path / "files")
    with emptied.opened() as url:
        yield url
    close_disk()


@pytest.fixture
async def live() -> AsyncIterator[InProcess]:
    yield await open_live()
    await close_live()


@pytest.fixture
def heard(live: InProcess, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Change]]:
    """What was published, as it was published."""
    news: list[tuple[str, Change]] = []
    monkeypatch.setattr(live, "publish", lambda user_id, change: news.append((user_id, change)))
    return news


def _person(email: str, ways: Ways, now: datetime) -> Person:
    with writing() as session:
        return insert_person(session, email, PASSWORD_HASH, ways, now=now)


@pytest.fixture
def alice(database: str, live: InProcess, ways: Ways, now: datetime) -> Person:
    """Her password is PASSWORD, like Bob's."""
    return _person("alice@example.org", ways, now)


@pytest.fixture
def bob(database: str, live: InProcess, ways: Ways, now: datetime) -> Person:
    return _person("bob@example.org", ways, now)


class Seats(NamedTuple):
    """Both signed in, with the tokens of their cookies."""

    alice: accounts.Signed
    bob: accounts.Signed


@pytest.fixture
def seats(alice: Person, bob: Person, now: datetime) -> Seats:
    return Seats(*(accounts.sign_in(str(person.email), PASSWORD, now=now) for person in (alice, bob)))


@pytest.fixture
def world(alice: Person, now: datetime) -> dict[str, Task]:
    """Alice's tasks by a short name: one overdue, one today, one tomorrow, one next week, one without a date."""
    return {name: tasks.create(alice, draft, by=By(f"made-{name}"), now=now) for name, draft in WORLD.items()}
