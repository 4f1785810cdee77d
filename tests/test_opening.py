"""The house opens everything in order, looks after it, and leaves nothing open."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from taskchat.assistant.server import chat
from taskchat.config import Settings
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Ways
from taskchat.domain.task import By, Draft, Due
from taskchat.errors import Unavailable
from taskchat.live import Change, What, live
from taskchat.opening import opened
from taskchat.services import accounts, reminders, tasks
from taskchat.storage.database import database as storage
from taskchat.storage.database import ping, writing
from taskchat.storage.tables import Sessions

BY = By("a-group")


async def _comes_true(question: Callable[[], bool]) -> bool:
    async with asyncio.timeout(10):
        while not await asyncio.to_thread(question):
            pass
    return True


@pytest.fixture
def settings(database_url: str) -> Settings:
    return Settings(database_url=database_url, taskchat_model="builtin")


async def test_everything_is_open_inside_and_closed_after(settings: Settings) -> None:
    async with opened(settings) as house:
        ping()
        assert live() is not None
        assert chat() is house.chat

    for part in (ping, live, chat):
        with pytest.raises(Unavailable):
            part()


async def test_work_in_threads_has_a_connection_each(settings: Settings) -> None:
    async with opened(settings):
        await asyncio.gather(*(asyncio.to_thread(ping) for _ in range(64)))

        assert storage().engine.pool.checkedout() == 0  # pyright: ignore[reportAttributeAccessIssue]


async def test_what_came_due_while_the_house_was_closed_is_told_when_it_opens(settings: Settings) -> None:
    now = datetime.now(UTC)
    before, due = now - timedelta(hours=2), Due(on=now.date(), zone="UTC", at=now - timedelta(hours=1))
    async with opened(settings):
        person = accounts.guest(Ways(), now=before).seat.person
        tasks.create(person, Draft(title="Due", due=due, reminder_minutes=0), by=BY, now=before)

    async with opened(settings):
        assert [one.task.title for one in reminders.inbox(person)] == ["Due"]


async def test_the_trash_of_last_month_is_emptied_when_the_house_opens(settings: Settings) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=31)
    async with opened(settings):
        person = accounts.guest(Ways(), now=long_ago).seat.person
        task = tasks.create(person, Draft(title="Old"), by=BY, now=long_ago)
        tasks.delete(person, task.id, by=BY, now=long_ago)

    async with opened(settings):
        trash = TaskFilter(trashed=True)
        assert await _comes_true(lambda: tasks.find(person, trash, now=datetime.now(UTC)).total == 0)


async def test_a_session_that_ends_on_another_worker_ends_here(settings: Settings) -> None:
    now = datetime.now(UTC)
    async with opened(settings):
        signed = accounts.guest(Ways(), now=now)
        assert accounts.who(signed.token, now=now) is not None
        with writing() as session:
            session.delete(session.get_one(Sessions, signed.seat.session))

        live().publish(signed.seat.person.id, Change(What.SESSION, (signed.seat.session,)))

        assert await _comes_true(lambda: accounts.who(signed.token, now=now) is None)


async def test_a_database_that_is_away_is_said_and_nothing_stays_open() -> None:
    with pytest.raises(Unavailable):
        async with opened(Settings(database_url="postgresql://nobody@127.0.0.1:1/none")):
            pass

    with pytest.raises(Unavailable):
        live()
