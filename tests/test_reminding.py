"""The watch over the clock: within seconds of the moment, once, to every device, and asleep in between."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from taskchat import reminding
from taskchat.domain.person import Person, Seat
from taskchat.domain.reminding import Device
from taskchat.domain.task import By, Draft, Due, Edit, Task
from taskchat.live import Change, InProcess, What
from taskchat.push import close_push, open_push
from taskchat.reminding import Watch
from taskchat.services import devices, reminders, tasks
from taskchat.storage.database import ping
from tests.conftest import Seats
from tests.push_service import APPLES, Browser, PushService
from tests.world import BERLIN

BY = By("deed")
DUE = Due.moment(date(2026, 11, 21), time(17), BERLIN)


class Clock:
    """Moved by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Home:
    """Alice's devices, the push service they listen to, and the watch that tells them."""

    alice: Seat
    watch: Watch
    clock: Clock
    service: PushService

    def has(self, device: Device) -> None:
        devices.keep(self.alice.person, device, self.alice.session, now=self.clock.now)

    async def look(self, at: datetime | None = None) -> datetime | None:
        """What the watch sees at that moment, and until everything it sends has arrived."""
        self.clock.now = at or self.clock.now
        until = await self.watch.look()
        await self.watch.settled()
        return until

    @property
    def sent(self) -> list[str]:
        return sorted(sent.browser for sent in self.service.sent)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    with PushService(tmp_path_factory.mktemp("push")).running() as running:
        yield running


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def watch(service: PushService, clock: Clock, tmp_path: Path) -> Iterator[Watch]:
    service.sent.clear()
    service.answers.clear()
    watching = Watch(open_push(tmp_path, "mailto:me@example.org", service.way()), clock, again=(0.0,))
    yield watching
    watching.leave()
    close_push()


@pytest.fixture
def home(seats: Seats, watch: Watch, clock: Clock, service: PushService) -> Home:
    return Home(seats.alice.seat, watch, clock, service)


@pytest.fixture
def phone(home: Home, now: datetime) -> Browser:
    browser = Browser("phone")
    home.has(browser.device(now))
    return browser


@pytest.fixture
def milk(alice: Person, now: datetime) -> Task:
    return tasks.create(alice, Draft(title="Buy milk", due=DUE, reminder_minutes=15), by=BY, now=now)


@pytest.fixture
def then(now: datetime) -> datetime:
    """When she wants to hear of the milk."""
    return now.replace(hour=15, minute=45)


async def test_every_device_is_told_once(home: Home, milk: Task, phone: Browser, then: datetime) -> None:
    home.has(Browser("laptop").device(then))
    await home.look(then - timedelta(seconds=1))
    for seconds in range(3):
        await home.look(then + timedelta(seconds=seconds))

    assert home.sent == ["laptop", "phone"]
    (to_phone,) = (sent for sent in home.service.sent if sent.browser == "phone")
    assert phone.opened(to_phone.body)["title"] == "Buy milk"


async def test_it_sleeps_until_the_next_moment(home: Home, milk: Task, then: datetime) -> None:
    assert await home.look() == then
    assert await home.look(then) is None


async def test_acting_on_one_device_clears_the_others(home: Home, milk: Task, phone: Browser, then: datetime) -> None:
    await home.look(then)
    (one,) = reminders.inbox(home.alice.person)

    reminders.done(home.alice.person, [one.group], by=BY, now=then)
    await home.look()

    notice, over = home.service.sent
    assert phone.opened(over.body) == {"over": one.group}
    assert notice.headers["topic"] == over.headers["topic"]


async def test_a_browser_that_has_to_show_everything_is_told_nothing_silently(
    home: Home, milk: Task, then: datetime
) -> None:
    home.has(replace(Browser("").device(then), endpoint=f"https://{APPLES}/iphone"))
    await home.look(then)

    tasks.complete(home.alice.person, milk.id, by=BY, now=then)
    await home.look()

    assert home.sent == ["iphone"]


async def test_a_device_nobody_is_at_any_more_is_forgotten(
    home: Home, milk: Task, phone: Browser, then: datetime
) -> None:
    home.service.answers["phone"] = 410
    await home.look(then)

    assert devices.find(home.alice.person, now=then) == ()
    assert home.sent == ["phone"]


async def test_what_a_service_did_not_take_is_tried_again_there_alone(
    home: Home, milk: Task, phone: Browser, then: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    home.has(Browser("laptop").device(then))
    home.service.answers["phone"] = 503
    await home.look(then)

    assert home.sent == ["laptop", "phone", "phone"]
    assert not reminders.is_something_due(now=then)
    assert "did not take" in caplog.text
    assert "milk" not in caplog.text and phone.endpoint not in caplog.text


async def test_a_session_that_has_ended_is_told_nothing(home: Home, milk: Task, phone: Browser, now: datetime) -> None:
    in_a_week = Due.moment(date(2026, 11, 29), time(11), BERLIN)
    tasks.edit(home.alice.person, milk.id, Edit(due=in_a_week), by=BY, now=now)

    await home.look(now + timedelta(days=8))

    assert len(reminders.inbox(home.alice.person)) == 1
    assert home.sent == []


async def test_it_wakes_at_a_change_and_at_its_moment(
    alice: Person, watch: Watch, clock: Clock, live: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole loop: asleep with nothing to do, woken by a new task, then by the clock alone."""
    monkeypatch.setattr(reminding, "REST", 0.0)
    monkeypatch.setattr(reminding, "STEP", 0.005)
    told = asyncio.create_task(_heard(live, What.REMINDERS))
    running = asyncio.create_task(watch.run())
    await _some(5)
    milk = Draft(title="Buy milk", due=DUE, reminder_minutes=15)
    await asyncio.to_thread(tasks.create, alice, milk, by=BY, now=clock.now)

    clock.now = clock.now.replace(hour=15, minute=45)
    await told

    assert [one.task.title for one in reminders.inbox(alice)] == ["Buy milk"]
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_it_ends_when_it_is_told_to_whatever_happens_at_the_same_moment(
    home: Home, live: InProcess, tmp_path: Path
) -> None:
    """Closing must not wait for a watch that has just been woken and so missed that it was to end."""
    push = open_push(tmp_path, "mailto:me@example.org", home.service.way())
    for ticks in range(8):
        watch = Watch(push, home.clock)
        running = asyncio.create_task(watch.run(home.clock.now + timedelta(days=1)))
        await _some(5)
        live.publish(home.alice.person.id, Change(What.TASKS))
        await _some(ticks)
        running.cancel()
        await asyncio.wait({running}, timeout=1)

        assert running.cancelled(), f"woken {ticks} steps before"


async def _some(ticks: int) -> None:
    """Steps of the loop; after five of them a watch that was just started hears what changes."""
    for _ in range(ticks):
        await asyncio.sleep(0)


async def test_when_the_leading_worker_is_gone_another_tells_within_ten_seconds(
    home: Home, milk: Task, phone: Browser, then: datetime, tmp_path: Path
) -> None:
    second = Watch(open_push(tmp_path, "mailto:me@example.org", home.service.way()), home.clock)
    home.clock.now = then - timedelta(seconds=1)
    await home.look()
    until = await second.look()

    home.watch.leave()
    home.clock.now = until or then
    await second.look()
    await second.settled()
    second.leave()

    assert until is not None and until <= then + timedelta(seconds=10)
    assert home.sent == ["phone"]


async def _heard(live: InProcess, what: What) -> None:
    async with asyncio.timeout(10):
        async for _, change in live.changes():
            if change.what is what:
                return


async def test_the_database_is_asked_when_something_changes_and_not_otherwise(
    alice: Person, watch: Watch, live: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No busy polling: a hundred steps of sleep are one look."""
    monkeypatch.setattr(reminding, "REST", 0.0)
    monkeypatch.setattr(reminding, "STEP", 0.001)
    looks: list[datetime] = []
    monkeypatch.setattr(reminders, "next_moment", lambda *, now: looks.append(now))
    monkeypatch.setattr(reminders, "is_something_due", lambda *, now: False)
    running = asyncio.create_task(watch.run())
    await _some(5)
    live.publish(alice.id, Change(What.TASKS))
    async with asyncio.timeout(10):
        while not looks:
            await asyncio.to_thread(ping)
    for _ in range(100):
        await asyncio.to_thread(ping)

    assert len(looks) == 1
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_mistake_does_not_stop_the_watch(
    watch: Watch, clock: Clock, database: str, live: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*, now: datetime) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(reminders, "is_something_due", broken)

    assert await watch.look_and_go_on() == clock.now + timedelta(seconds=reminding.STEP)
