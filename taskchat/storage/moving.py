"""Handing over what a guest made to the account they signed in to (A-02)."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.storage.lists import list_id_of, section_id_of
from taskchat.storage.sight import visible
from taskchat.storage.tables import (
    Activity,
    Attachments,
    Calls,
    Confirmations,
    Lists,
    Reminders,
    Runs,
    Sections,
    Sends,
    Tags,
    Tasks,
    Threads,
)

HANDED_OVER = (Tasks, Tags, Reminders, Attachments, Threads, Runs, Sends, Confirmations, Activity, Calls)


def move_everything(user: Person, session: Session, guest: Person, *, now: datetime) -> tuple[str, ...]:
    """All but the samples; lists of the same name become one. The ids of the tasks."""
    session.execute(delete(Tasks).where(visible(guest, Tasks), col(Tasks.sample)))
    _move_lists(user, session, guest, now)
    brought = tuple(session.exec(select(Tasks.id).where(visible(guest, Tasks), col(Tasks.deleted).is_(None))))
    for table in HANDED_OVER:
        session.execute(update(table).where(visible(guest, table)).values(person_id=user.id))
    return brought


def _move_lists(user: Person, session: Session, guest: Person, now: datetime) -> None:
    used = select(Tasks.list_id).where(visible(guest, Tasks), col(Tasks.list_id).is_not(None))
    for old in session.exec(select(Lists).where(visible(guest, Lists), col(Lists.id).in_(used))).all():
        new_id = list_id_of(user, session, old.name, now=now)
        _move_sections(user, session, guest, old.id, new_id)
        in_list = update(Tasks).where(visible(guest, Tasks), col(Tasks.list_id) == old.id)
        session.execute(in_list.values(list_id=new_id))


def _move_sections(user: Person, session: Session, guest: Person, old_list: str, new_list: str | None) -> None:
    for old in session.exec(select(Sections).where(visible(guest, Sections), col(Sections.list_id) == old_list)).all():
        new_id = section_id_of(user, session, new_list, old.name)
        in_section = update(Tasks).where(visible(guest, Tasks), col(Tasks.section_id) == old.id)
        session.execute(in_section.values(section_id=new_id))
