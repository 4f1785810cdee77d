"""The browsers that take notices, one row an address of a push service."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.reminding import Device
from taskchat.errors import Conflict
from taskchat.storage.ids import new_id
from taskchat.storage.sight import visible
from taskchat.storage.tables import Devices, People, Sessions

OTHERS = "This browser's address for notices belongs to another one. Switch notices off and on again."


def keep(user: Person, session: Session, device: Device, session_hash: str) -> Device:
    """One row an address: whoever sits at that browser now has it, under the session they have now.

    Raises Conflict where its keys are others: only the browser itself knows them.
    """
    row = session.exec(select(Devices).where(col(Devices.endpoint) == device.endpoint).with_for_update()).first()
    theirs = {"person_id": user.id, "session": session_hash, "name": device.name, "created": device.created}
    if row is None:
        row = Devices(id=new_id(), endpoint=device.endpoint, p256dh=device.p256dh, auth=device.auth, **theirs)
    elif (row.p256dh, row.auth) != (device.p256dh, device.auth):
        raise Conflict(OTHERS, "other_keys")
    for name, value in theirs.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    return _device(row)


def devices_of(user: Person, session: Session, *, now: datetime) -> tuple[Device, ...]:
    """Those whose session has not ended, the oldest first."""
    query = (
        select(Devices)
        .join(Sessions, col(Sessions.hash) == col(Devices.session))
        .join(People, col(People.id) == col(Devices.person_id))
        .where(visible(user, Devices), col(Sessions.expires) > now, col(People.disabled).is_(None))
    )
    return tuple(map(_device, session.exec(query.order_by(col(Devices.created), col(Devices.id)))))


def remove(user: Person, session: Session, device_id: str) -> bool:
    """By its id or its address; whether there was one."""
    named = (col(Devices.id) == device_id) | (col(Devices.endpoint) == device_id)
    gone = session.exec(select(Devices).where(visible(user, Devices), named)).all()
    for row in gone:
        session.delete(row)
    session.flush()
    return bool(gone)


def forget(session: Session, device_id: str) -> None:
    """The push service says that nobody is there any more."""
    session.execute(delete(Devices).where(col(Devices.id) == device_id))


def _device(row: Devices) -> Device:
    return Device(row.id, row.name, row.created, row.endpoint, row.p256dh, row.auth)
