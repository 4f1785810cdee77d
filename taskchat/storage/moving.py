"""Handing over what a guest made to the account they signed in to (A-02)."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.preferences import MOST
from taskchat.domain.templates import free_name
from taskchat.domain.text import folded
from taskchat.storage import preferences
from taskchat.storage.lists import ORDER, list_named, new_list, section_id_of
from taskchat.storage.sight import visible
from taskchat.storage.tables import (
    Activity,
    Attachments,
    Calls,
    Confirmations,
    Lists,
    Preferences,
    Reminders,
    Runs,
    Sections,
    Sends,
    Tags,
    Tasks,
    Templates,
    Threads,
    Views,
)
from taskchat.storage.things import all_templates

HANDED_OVER = (Tasks, Tags, Reminders, Attachments, Threads, Runs, Sends, Confirmations, Activity, Calls)


def move_everything(user: Person, session: Session, guest: Person, *, now: datetime) -> tuple[str, ...]:
    """All but the samples; lists of the same name become one. The ids of the tasks."""
    session.execute(delete(Tasks).where(visible(guest, Tasks), col(Tasks.sample)))
    _move_lists(user, session, guest, now)
    _move_views(user, session, guest)
    _move_templates(user, session, guest)
    _move_preferences(user, session, guest)
    brought = tuple(session.exec(select(Tasks.id).where(visible(guest, Tasks), col(Tasks.deleted).is_(None))))
    for table in HANDED_OVER:
        session.execute(update(table).where(visible(guest, table)).values(person_id=user.id))
    return brought


def _move_lists(user: Person, session: Session, guest: Person, now: datetime) -> None:
    """With their looks and sections; of two of one name the account's own stays, and takes in the other's tasks."""
    for old in session.exec(select(Lists).where(visible(guest, Lists)).order_by(*ORDER)).all():
        own = list_named(user, session, old.name)
        if own is None:
            old.person_id, old.position = user.id, new_list(user, session, old.name, now=now).position
            session.add(old)
            session.flush()
            of_it = update(Sections).where(visible(guest, Sections), col(Sections.list_id) == old.id)
            session.execute(of_it.values(person_id=user.id))
        else:
            _move_sections(user, session, guest, old.id, own.id)
            in_list = update(Tasks).where(visible(guest, Tasks), col(Tasks.list_id) == old.id)
            session.execute(in_list.values(list_id=own.id))


def _move_views(user: Person, session: Session, guest: Person) -> None:
    """Where the account has one of that name, its own stays."""
    own = select(Views.name_folded).where(visible(user, Views))
    brought = update(Views).where(visible(guest, Views), col(Views.name_folded).not_in(own))
    session.execute(brought.values(person_id=user.id))


def _move_sections(user: Person, session: Session, guest: Person, old_list: str, new_list: str) -> None:
    for old in session.exec(select(Sections).where(visible(guest, Sections), col(Sections.list_id) == old_list)).all():
        new_id = section_id_of(user, session, new_list, old.name)
        in_section = update(Tasks).where(visible(guest, Tasks), col(Tasks.section_id) == old.id)
        session.execute(in_section.values(section_id=new_id))


def _move_templates(user: Person, session: Session, guest: Person) -> None:
    for old in session.exec(select(Templates).where(visible(guest, Templates))).all():
        old.name = free_name(old.name, [template.name for template in all_templates(user, session)])
        old.person_id, old.name_folded = user.id, folded(old.name)
        session.add(old)
        session.flush()


def _move_preferences(user: Person, session: Session, guest: Person) -> None:
    """Those the account says nothing about: its own stay as they are."""
    own = {one.slot for one in preferences.find(user, session)}
    brought = [one.id for one in preferences.find(guest, session) if one.slot not in own][: MOST - len(own)]
    theirs = update(Preferences).where(visible(guest, Preferences), col(Preferences.id).in_(brought))
    session.execute(theirs.values(person_id=user.id))
