"""Notices over Web Push: only the browser can read them, and they go nowhere but to a known push service."""

import socket
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from taskchat.errors import Invalid, Unavailable
from taskchat.push import KEY_FILE, Outcome, Push, Way, close_push, is_public, open_push, push
from tests.push_service import HOST, Browser, PushService

SAID = {"group": "0190-aa", "title": "Buy milk", "body": "Due today at 17:00", "task": "one"}
CONTACT = "https://tasks.example.org"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PushService]:
    with PushService(tmp_path_factory.mktemp("push")).running() as running:
        yield running


@pytest.fixture
def phone(service: PushService) -> Browser:
    service.sent.clear()
    service.answers.clear()
    return Browser("phone")


@pytest.fixture
def open_way(tmp_path: Path, service: PushService) -> Iterator[Push]:
    yield open_push(tmp_path, CONTACT, service.way())
    close_push()


async def test_the_browser_alone_can_read_it(
    open_way: Push, service: PushService, phone: Browser, now: datetime
) -> None:
    outcome = await open_way.send(phone.device(now), SAID, now=now)

    (sent,) = service.sent
    assert outcome is Outcome.SENT
    assert phone.opened(sent.body) == SAID
    assert b"milk" not in sent.body
    assert (sent.headers["content-encoding"], sent.headers["ttl"]) == ("aes128gcm", "86400")
    assert (sent.headers["urgency"], sent.headers["topic"]) == ("high", "0190aa")


async def test_the_service_can_tell_who_sends_it(
    open_way: Push, service: PushService, phone: Browser, now: datetime
) -> None:
    now = datetime.now(now.tzinfo)  # the library that checks the token reads the clock itself
    await open_way.send(phone.device(now), SAID, now=now)

    (sent,) = service.sent
    ends = int((now + timedelta(hours=12)).timestamp())
    assert sent.claims() == {"aud": f"https://{HOST}", "sub": CONTACT, "exp": ends}
    assert sent.sender() == open_way.public_key


@pytest.mark.parametrize(
    "answer",
    [(201, "sent"), (404, "gone"), (410, "gone"), (429, "failed"), (500, "failed"), (301, "failed"), (307, "failed")],
)
async def test_what_the_service_answers_is_understood_and_no_redirect_followed(
    open_way: Push, service: PushService, phone: Browser, now: datetime, answer: tuple[int, str]
) -> None:
    service.answers["phone"] = answer[0]

    assert (await open_way.send(phone.device(now), SAID, now=now)).value == answer[1]
    assert [sent.browser for sent in service.sent] == ["phone"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:0:7f00:1::", "ff02::1", "::",
    ],
)  # fmt: skip
async def test_a_known_name_that_leads_into_the_house_is_not_called(
    service: PushService, phone: Browser, tmp_path: Path, now: datetime, address: str
) -> None:
    """The name is looked up when something is sent: what it led to when it was stored counts for nothing."""
    inside = open_push(tmp_path, CONTACT, service.way(look_up=lambda _: ["142.250.1.1", address], may_go_to=is_public))

    assert not is_public(address)
    assert await inside.send(phone.device(now), SAID, now=now) is Outcome.GONE
    assert service.sent == []
    close_push()


@pytest.mark.parametrize("address", ["142.250.74.138", "2a00:1450:4001:82f::200a"])
def test_the_internet_may_be_called(address: str) -> None:
    assert is_public(address)


async def test_the_certificate_has_to_be_the_services(
    service: PushService, phone: Browser, tmp_path: Path, now: datetime
) -> None:
    doubtful = open_push(tmp_path, CONTACT, service.way(tls=Way().tls))

    assert await doubtful.send(phone.device(now), SAID, now=now) is Outcome.FAILED
    assert service.sent == []
    close_push()


async def test_a_service_that_is_not_there_is_tried_again_later(
    phone: Browser, service: PushService, tmp_path: Path, now: datetime
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = open_push(tmp_path, CONTACT, service.way(port=taken.getsockname()[1]))

        assert await nobody.send(phone.device(now), SAID, now=now) is Outcome.FAILED
    close_push()


async def test_a_notice_goes_out_in_a_thread_of_its_own(
    service: PushService, phone: Browser, tmp_path: Path, now: datetime
) -> None:
    """The event loop and the threads of the database wait for no push service."""
    where: list[str] = []

    def look_up(_: str) -> list[str]:
        where.append(threading.current_thread().name)
        return ["127.0.0.1"]

    await open_push(tmp_path, CONTACT, service.way(look_up=look_up)).send(phone.device(now), SAID, now=now)

    assert [name.split("_")[0] for name in where] == ["push"]
    close_push()


def test_the_keys_are_made_once_and_for_this_account_alone(tmp_path: Path) -> None:
    first = open_push(tmp_path / "data", CONTACT).public_key
    file = tmp_path / "data" / KEY_FILE
    file.chmod(0o644)
    second = open_push(tmp_path / "data", CONTACT).public_key
    close_push()

    assert first == second and len(first) == 87
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [KEY_FILE]


def test_workers_that_start_together_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as workers:
        keys = set(workers.map(lambda _: open_push(tmp_path, CONTACT).public_key, range(8)))
    close_push()

    assert len(keys) == 1


def test_keys_that_cannot_be_read_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("nonsense")

    with pytest.raises(Invalid, match="delete it"):
        open_push(tmp_path, CONTACT)
    with pytest.raises(Invalid, match="write there"):
        open_push(tmp_path / KEY_FILE, CONTACT)


def test_it_is_not_there_before_the_house_opens() -> None:
    with pytest.raises(Unavailable):
        push()
