"""The browsers a person takes notices on: switched on there, listed and removed anywhere, gone with their session."""

from base64 import urlsafe_b64decode
from dataclasses import replace
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.reminding import Device, push_host
from taskchat.domain.text import clean
from taskchat.errors import Invalid, NotFound
from taskchat.live import Change, What, live
from taskchat.storage import devices
from taskchat.storage.database import reading, writing

NAME = 60
MOST = 20
"""Devices of one person: each costs a request to a push service for every notice."""
BYTES = {"p256dh": 65, "auth": 16}
"""RFC 8291: an uncompressed point, and a secret."""
WRONG_KEYS = "The browser's keys for notices cannot be read. Switch notices off and on again."
GONE = "There is no such device. It may have been removed."


def keep(user: Person, device: Device, session_hash: str, *, now: datetime) -> Device:
    """This browser takes notices from now on, as long as its session lasts. Raises Invalid, Conflict."""
    push_host(device.endpoint)
    _check_key("p256dh", device.p256dh)
    _check_key("auth", device.auth)
    called = clean(device.name)[:NAME].strip() or "A browser"
    with writing() as session:
        kept = devices.keep(user, session, replace(device, name=called, created=now), session_hash)
        for surplus in devices.devices_of(user, session, now=now)[:-MOST]:
            devices.remove(user, session, surplus.id)
    live().publish(user.id, Change(What.DEVICES))
    return kept


def _check_key(field: str, value: str) -> None:
    try:
        size = len(urlsafe_b64decode(value + "=" * (-len(value) % 4)))
    except ValueError:
        size = 0
    if size != BYTES[field]:
        raise Invalid(WRONG_KEYS, field)


def find(user: Person, *, now: datetime) -> tuple[Device, ...]:
    """The oldest first."""
    with reading() as session:
        return devices.devices_of(user, session, now=now)


def remove(user: Person, device_id: str) -> None:
    """By its id or its address. Raises NotFound."""
    with writing() as session:
        if not devices.remove(user, session, device_id):
            raise NotFound(GONE)
    live().publish(user.id, Change(What.DEVICES))


def forget(user_id: str, device_id: str) -> None:
    """Nobody is there any more, says the push service."""
    with writing() as session:
        devices.forget(session, device_id)
    live().publish(user_id, Change(What.DEVICES))
