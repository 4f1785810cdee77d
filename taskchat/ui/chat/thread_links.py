"""The list of conversations as it is seen: pure, each under its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from taskchat.domain.person import Ways
from taskchat.services.listing import ThreadRow

UNTITLED = "New conversation"
PINNED = "Pinned"
WEEK = timedelta(days=7)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """One conversation in the list; the first of a group carries its heading."""

    id: str
    title: str
    running: bool = False
    unread: bool = False
    pinned: bool = False
    group: str = ""
    heads: bool = False


def grouped(
    found: Iterable[ThreadRow], *, now: datetime, ways: Ways, shown: str = "", after: str = ""
) -> list[ThreadLink]:
    """`shown` is the conversation on the screen, which is never unread; `after` the group of what stands above."""
    links = []
    for row in found:
        group = PINNED if row.pinned else _group(row.updated, now, ways)
        unread, heads = row.unread and row.id != shown, group != after
        links.append(ThreadLink(row.id, row.title or UNTITLED, row.running, unread, row.pinned, group, heads))
        after = group
    return links


def _group(updated: datetime, now: datetime, ways: Ways) -> str:
    """Today, Yesterday, Previous 7 days; then months by name, with the year where it is another."""
    zone = ZoneInfo(ways.zone)
    on, today = updated.astimezone(zone).date(), now.astimezone(zone).date()
    if on >= today:
        return "Today"
    if on == today - timedelta(days=1):
        return "Yesterday"
    return "Previous 7 days" if on >= today - WEEK else _month(on, today)


def _month(on: date, today: date) -> str:
    month = MONTHS[on.month - 1]
    return month if on.year == today.year else f"{month} {on.year}"
