"""When a reminder is due, until when it is put off, and where a notice may go."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from taskchat.domain.reminding import push_host, remind_at, snoozed_until
from taskchat.domain.task import Due, Priority, Status, Task
from taskchat.errors import Invalid
from tests.world import BERLIN

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
FIVE = Due.moment(date(2026, 11, 21), time(17), BERLIN)
SENT_TO = "https://updates.push.services.mozilla.com/wpush/v2/gAAAA"


def a_task(due: Due | None = FIVE, minutes: int | None = 15) -> Task:
    return Task(
        id="one", title="Buy milk", description="", status=Status.OPEN, priority=Priority.MEDIUM, tags=(), start=None,
        due=due, estimate_minutes=None, reminder_minutes=minutes, rrule=None, series_id=None, after_completion=False,
        list=None, section=None, parent_id=None, position="a0", sample=False, created=NOW, updated=NOW, completed=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("due", "minutes", "moment"),
    [
        (FIVE, 0, datetime(2026, 11, 21, 16, 0, tzinfo=UTC)),
        (FIVE, 15, datetime(2026, 11, 21, 15, 45, tzinfo=UTC)),
        (FIVE, 2880, datetime(2026, 11, 19, 16, 0, tzinfo=UTC)),
        (Due(date(2026, 11, 21), BERLIN), 0, datetime(2026, 11, 21, 8, 0, tzinfo=UTC)),
        (Due(date(2026, 7, 1), BERLIN), 60, datetime(2026, 7, 1, 6, 0, tzinfo=UTC)),
        (Due(date(2026, 11, 21), "Pacific/Auckland"), 0, datetime(2026, 11, 20, 20, 0, tzinfo=UTC)),
        (FIVE, None, None),
        (None, 15, None),
        (Due(date(1, 1, 1), "UTC"), 2880, None),
    ],
    ids=[
        "when due", "before it", "two days before", "a whole day at nine", "an hour before nine, in summer",
        "nine where the person is", "off", "without a date", "before the calendar begins",
    ],
)  # fmt: skip
def test_the_moment_of_a_reminder(due: Due | None, minutes: int | None, moment: datetime | None) -> None:
    assert remind_at(a_task(due, minutes)) == moment


@pytest.mark.parametrize(
    "changed", [{"status": Status.DONE}, {"deleted": NOW}, {"sample": True}], ids=["done", "in the trash", "a sample"]
)
def test_what_is_over_has_no_moment(changed: dict[str, object]) -> None:
    assert remind_at(a_task()) is not None
    assert remind_at(replace(a_task(), **changed)) is None  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("choice", "until"),
    [
        ("10", NOW + timedelta(minutes=10)),
        ("60", NOW + timedelta(hours=1)),
        ("morning", datetime(2026, 11, 22, 8, 0, tzinfo=UTC)),
        ("10080", NOW + timedelta(days=7)),
    ],
)
def test_a_reminder_is_put_off(choice: str, until: datetime) -> None:
    assert snoozed_until(choice, now=NOW, zone=BERLIN) == until


@pytest.mark.parametrize("choice", ["0", "-5", "", "soon", "1.5", "10081", "٣", "9" * 30])
def test_nonsense_is_no_time_to_put_off_to(choice: str) -> None:
    with pytest.raises(Invalid):
        snoozed_until(choice, now=NOW, zone=BERLIN)


@pytest.mark.parametrize(
    "endpoint",
    [
        SENT_TO,
        "https://fcm.googleapis.com/fcm/send/abc:def",
        "https://fcm.googleapis.com:443/wp/abc",
        "https://wns2-db5p.notify.windows.com/w/?token=abc",
        "https://web.push.apple.com/QAbc",
    ],
)
def test_the_browsers_own_push_services_are_known(endpoint: str) -> None:
    assert push_host(endpoint) in endpoint


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com:0x1bb/x",
        "https://fcm.googleapis.com@127.0.0.1/x",
        "https://me:secret@fcm.googleapis.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data/",
        "https://evilfcm.googleapis.com/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://push.apple.com.evil.example/x",
        "https://evil.example/fcm.googleapis.com",
        "https://fcm.googleapis.com\\@evil.example/x",
        "https://fcm.googleapis.com/x\r\nHost: evil.example",
        "https://fcm.googleapis.com /x",
        "https://fcm.googleapis.com/x#y",
        "https://fcm.googleapis.cöm/x",
        "https://[fcm.googleapis.com/x",
        "//fcm.googleapis.com/x",
        "file:///etc/passwd",
        "",
        "https://fcm.googleapis.com/" + "x" * 1_000,
    ],
)
def test_any_other_address_is_refused(endpoint: str) -> None:
    with pytest.raises(Invalid) as refused:
        push_host(endpoint)

    assert refused.value.field == "endpoint"


def test_an_address_is_refused_for_what_is_wrong_with_it_alone() -> None:
    """The table above proves nothing if its rows were wrong in another way."""
    assert push_host("https://fcm.googleapis.com/x") == "fcm.googleapis.com"
