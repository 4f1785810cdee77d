"""When a reminder is due, until when it is put off, and which addresses a notice may be sent to."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from taskchat.domain.task import Due, Status, Task
from taskchat.errors import Invalid

MORNING = time(9)
"""When a whole day "is due", and when "tomorrow morning" is: on the person's wall clock."""
LASTS = timedelta(days=1)
"""A reminder older than this is told nobody any more."""
LONGEST_SNOOZE = 7 * 24 * 60
Snooze = Literal["10", "60", "morning"]
SNOOZES: dict[Snooze, str] = {"10": "10 minutes", "60": "1 hour", "morning": "Tomorrow morning"}
PUSH_HOSTS = (
    "fcm.googleapis.com",
    "push.services.mozilla.com",
    "notify.windows.com",
    "push.apple.com",
)
"""The push services of the browsers; the last three have a host for each region or purpose below the name."""
LONGEST_ENDPOINT = 1_000
UNKNOWN = "This is not the address of a push service TaskChat knows."


@dataclass(frozen=True, slots=True)
class Reminder:
    """Somebody was told of a task. `group`: those told at the same time; `read`: seen in the inbox."""

    id: str
    group: str
    told: datetime
    read: bool
    task: Task


@dataclass(frozen=True, slots=True)
class Device:
    """A browser that takes notices when TaskChat is not open in it."""

    id: str
    name: str
    created: datetime
    endpoint: str
    p256dh: str
    auth: str


def remind_at(task: Task) -> datetime | None:
    """The moment a task's reminder is due; None where none is: no date, done, in the trash, a sample."""
    if task.reminder_minutes is None or task.due is None or task.status is Status.DONE or task.deleted or task.sample:
        return None
    try:
        return _begins(task.due) - timedelta(minutes=task.reminder_minutes)
    except OverflowError:
        return None  # at the beginning of the calendar: an import brings what it brings (T-15)


def _begins(due: Due) -> datetime:
    moment = due.at or Due.moment(due.on, MORNING, due.zone).at
    assert moment is not None  # noqa: S101 - `Due.moment` always has one
    return moment


def snoozed_until(choice: str, *, now: datetime, zone: str) -> datetime:
    """`choice` is a number of minutes or "morning". Raises Invalid."""
    if choice == "morning":
        tomorrow = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
        return _begins(Due(tomorrow, zone))
    if not (choice.isascii() and choice.isdigit() and 1 <= int(choice[:6]) <= LONGEST_SNOOZE):
        raise Invalid("A reminder can be put off for 1 minute to 7 days, or until tomorrow morning.", "minutes")
    return now + timedelta(minutes=int(choice))


def push_host(endpoint: str) -> str:
    """The host of a push address: https, port 443, a known push service. Raises Invalid (R-02)."""
    parts = _split(endpoint)
    host = parts.hostname if parts is not None else None
    if parts is None or host is None or parts.scheme != "https" or parts.port not in {None, 443}:
        raise Invalid(UNKNOWN, "endpoint")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise Invalid(UNKNOWN, "endpoint")
    if not any(host == known or host.endswith(f".{known}") for known in PUSH_HOSTS):
        raise Invalid(UNKNOWN, "endpoint")
    return host


def _split(endpoint: str) -> SplitResult | None:
    """None where it is no address at all: parsers must not have two opinions about one."""
    if len(endpoint) > LONGEST_ENDPOINT or not endpoint.isascii() or any(sign in endpoint for sign in " \\\t\r\n\x00"):
        return None
    try:
        parts = urlsplit(endpoint)
        _ = parts.port
    except ValueError:
        return None
    return parts if endpoint.isprintable() else None
