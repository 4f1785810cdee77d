"""A calendar feed: open tasks with a date, to be read by any calendar that knows its secret address."""

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.exchange.outgoing import CLOSING, as_event, opening
from taskchat.domain.exchange.outgoing import zones as told_zones
from taskchat.domain.person import Person
from taskchat.errors import NotFound
from taskchat.services.outgoing import pages
from taskchat.storage import feeds, outgoing
from taskchat.storage.database import reading, writing

SECRET_BYTES = 32
LAYOUT = "1"
"""Another one as soon as the same tasks are written differently: what calendars have kept is then old."""
NO_FEED = "There is no such calendar."


@dataclass(frozen=True, slots=True)
class Feed:
    """Whose it is, and what tells that nothing has changed since."""

    person: Person
    mark: str
    updated: datetime | None


def since(user: Person) -> datetime | None:
    """When its address was made; None while it is switched off. The address itself is kept nowhere."""
    with reading() as session:
        return feeds.since(user, session)


def renew(user: Person, *, now: datetime) -> str:
    """The secret of a new address; one that was there before leads nowhere from now on."""
    token = secrets.token_urlsafe(SECRET_BYTES)
    with writing() as session:
        feeds.put_feed(user, session, _hash(token), now=now)
    return token


def switch_off(user: Person) -> None:
    with writing() as session:
        feeds.delete_feed(user, session)


def find(token: str) -> Feed:
    """Raises NotFound, the same for one that never was and one that is switched off."""
    with reading() as session:
        person = feeds.find_reader(session, _hash(token))
        if person is None:
            raise NotFound(NO_FEED)
        stamp = outgoing.stamp(person, session)
    parts = (LAYOUT, person.id, person.ways.zone, str(stamp.count), str(stamp.updated))
    return Feed(person, hashlib.sha256("|".join(parts).encode()).hexdigest()[:32], stamp.updated)


def events(user: Person, *, now: datetime) -> Iterator[bytes]:
    """The calendar, piece by piece."""
    with reading() as session:
        zones = outgoing.zones(user, session)
    yield (opening("TaskChat") + told_zones(zones, now)).encode()
    for page in pages(user, calendar=True):
        yield "".join(map(as_event, page)).encode()
    yield CLOSING.encode()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
