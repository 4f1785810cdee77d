"""What the whole server asks of its hosted model in a day (UTC): counted in one row, by one statement each time."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from math import ceil

from sqlmodel import Session

from taskchat.errors import TooMany
from taskchat.storage.database import INSERTS, bare
from taskchat.storage.tables import Spent

SERVER_DAY = "server_day"


@dataclass(frozen=True, slots=True)
class Cap:
    """The most of a day, everybody's together; 0 is off."""

    messages: int = 0
    tokens: int = 0

    @property
    def is_on(self) -> bool:
        return bool(self.messages or self.tokens)

    def allows(self, messages: int, tokens: int) -> bool:
        """Whether the last of so many messages may still go, after so many tokens."""
        return (not self.messages or messages <= self.messages) and (not self.tokens or tokens < self.tokens)


def spend(session: Session, *, messages: int = 0, tokens: int = 0, now: datetime) -> tuple[int, int]:
    """Count it; returns what the day has come to, messages and tokens.

    Whoever counts at the same moment waits for this transaction's end, so nothing is counted twice or forgotten.
    """
    table = bare(Spent)
    today = {"day": now.astimezone(UTC).date(), "messages": messages, "tokens": tokens}
    more = {"messages": table.c.messages + messages, "tokens": table.c.tokens + tokens}
    count = INSERTS[session.get_bind().dialect.name](table).values(**today)
    count = count.on_conflict_do_update(index_elements=[table.c.day], set_=more)
    row = session.connection().execute(count.returning(table.c.messages, table.c.tokens)).one()
    return row.messages, row.tokens


def send(session: Session, cap: Cap, *, now: datetime) -> None:
    """One more message of anybody, or TooMany until the day is over."""
    if cap.is_on and not cap.allows(*spend(session, messages=1, now=now)):
        resets = next_day(now)
        seconds = max(1, ceil((resets - now).total_seconds()))
        raise TooMany("The server's share of today is used up. Try again tomorrow.", seconds, resets, limit=SERVER_DAY)


def next_day(now: datetime) -> datetime:
    """When the count begins anew."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time(), UTC)
