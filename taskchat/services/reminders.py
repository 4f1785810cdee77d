"""Telling people what they asked to be reminded of, and what they do about it: done, put off, read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from taskchat.domain.person import Person
from taskchat.domain.reminding import Device, Reminder, snoozed_until
from taskchat.domain.task import By, Task
from taskchat.domain.words import count, say_due
from taskchat.live import Change, What, live
from taskchat.services import tasks
from taskchat.storage import accounts, devices, reminders
from taskchat.storage.database import Session, reading, writing

LISTED = 3
"""Titles in a notice of several."""
PUNCTUAL = timedelta(minutes=1)
"""What is told at the very minute it is due is not called overdue."""
CUT = 80
"""Letters of a title in a notice: all of it has to fit into the 4 KB a push service takes."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What goes to a person's devices: `said` is all a device needs to show it, or to take it away."""

    user_id: str
    group: str
    said: dict[str, Any]
    devices: tuple[Device, ...]
    ids: tuple[str, ...] = ()
    """What it tells of; nothing where it takes another away."""


def next_moment(*, now: datetime) -> datetime | None:
    """When somebody is to be told next; None while nobody waits for anything."""
    with reading() as session:
        return reminders.next_moment(session, now=now)


def is_something_due(*, now: datetime) -> bool:
    with reading() as session:
        return reminders.is_something_due(session, now=now)


def tell_due(*, now: datetime) -> None:
    """Everybody whose moment has come is told, in their tabs; each moment once, whoever asks (R-02)."""
    with writing() as session:
        told = reminders.tell_due(session, now=now)
    for user_id, ids in told.items():
        live().publish(user_id, Change(What.REMINDERS, ids))


def unsent(*, now: datetime) -> tuple[Notice, ...]:
    """What was told and the devices have not got yet."""
    with reading() as session:
        lots = reminders.unsent(session)
        people = accounts.find_people(session, {lot.user_id for lot in lots})
        return tuple(_notice(people.get(lot.user_id), session, lot, now) for lot in lots)


def _notice(person: Person | None, session: Session, lot: reminders.Lot, now: datetime) -> Notice:
    """For nobody where the account is gone, or nothing stands any more."""
    found = reminders.inbox(person, session, lot.ids) if person else ()
    if person is None or not found:
        return Notice(lot.user_id, lot.group, {}, (), lot.ids)
    to = devices.devices_of(person, session, now=now)
    return Notice(person.id, lot.group, said(person, found, now=now), to, lot.ids)


def said(user: Person, found: Sequence[Reminder], *, now: datetime) -> dict[str, Any]:
    """A group as its notice says it: one task with its due date, or how many and the first few."""
    first = found[0]
    if len(found) == 1:
        due = say_due(first.task.due, now=now - PUNCTUAL, ways=user.ways)
        return {"group": first.group, "title": _cut(first.task.title), "body": due, "task": first.task.id}
    titles = [_cut(reminder.task.title) for reminder in found]
    more = [f"and {len(titles) - LISTED} more"] if len(titles) > LISTED else []
    body = "\n".join([*titles[:LISTED], *more])
    return {"group": first.group, "title": count(len(found), "reminder"), "body": body, "task": ""}


def _cut(title: str) -> str:
    return title if len(title) <= CUT else f"{title[: CUT - 1].rstrip()}…"


def mark_sent(notices: Sequence[Notice], *, now: datetime) -> None:
    with writing() as session:
        reminders.mark_sent(session, [one for notice in notices for one in notice.ids], now=now)


def clear(*, now: datetime) -> tuple[Notice, ...]:
    """What is over: devices that still show it may take it away."""
    with writing() as session:
        lots = reminders.clear(session, now=now)
        people = accounts.find_people(session, {lot.user_id for lot in lots})
        return tuple(
            Notice(person.id, lot.group, {"over": lot.group}, devices.devices_of(person, session, now=now))
            for lot in lots
            if (person := people.get(lot.user_id))
        )


def inbox(user: Person) -> tuple[Reminder, ...]:
    """What they were told of and have not settled, newest first."""
    with reading() as session:
        return reminders.inbox(user, session)


def mark_read(user: Person, *, now: datetime) -> None:
    """All of them."""
    with writing() as session:
        news = reminders.mark_read(user, session, now=now)
    if news:
        live().publish(user.id, Change(What.REMINDERS))


def done(user: Person, ids: Collection[str], *, by: By, now: datetime) -> tuple[Task, ...]:
    """Completes the tasks of these reminders, or groups of them; one that is settled, or was nobody's, is left out."""
    with reading() as session:
        found = reminders.inbox(user, session, ids)
    completed = tasks.complete_many(user, tuple(one.task.id for one in found), by=by, now=now) if found else ()
    with writing() as session:
        settled = reminders.settle(user, session, [one.id for one in found], now=now)
    _tell(user, settled)
    return completed


def snooze(user: Person, ids: Collection[str], choice: str, *, now: datetime) -> datetime:
    """Tells them again then; `choice` is minutes or "morning". One that is settled is left out. Raises Invalid."""
    until = snoozed_until(choice, now=now, zone=user.ways.zone)
    with writing() as session:
        found = reminders.inbox(user, session, ids)
        # Only what this very call has settled: two devices at once put it off once.
        settled = reminders.settle(user, session, [one.id for one in found], now=now)
        for one in found:
            if one.id in settled:
                reminders.put_off(user, session, one, until)
    _tell(user, settled)
    return until


def _tell(user: Person, settled: Collection[str]) -> None:
    if settled:
        live().publish(user.id, Change(What.REMINDERS, tuple(settled)))
