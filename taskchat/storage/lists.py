"""Lists and their sections: found by name, made when first named."""

from datetime import datetime

from fractional_indexing import generate_key_between
from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.text import folded
from taskchat.storage.ids import new_id
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Sections


def list_id_of(user: Person, session: Session, name: str | None, *, now: datetime) -> str | None:
    """The id of the list of that name, whatever its case and accents; a new one if there is none. None = Inbox."""
    if not name:
        return None
    named = select(Lists).where(visible(user, Lists), col(Lists.name_folded) == folded(name))
    if found := session.exec(named).first():
        return found.id
    last = session.exec(select(func.max(Lists.position)).where(visible(user, Lists))).one()
    position = generate_key_between(last, None)
    row = Lists(id=new_id(), person_id=user.id, name=name, name_folded=folded(name), position=position, created=now)
    return row.id if _is_first(session, row) else session.exec(named).one().id


def _is_first(session: Session, row: Lists | Sections) -> bool:
    """Insert it, unless somebody else named the same one in this very moment."""
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True


def section_id_of(user: Person, session: Session, list_id: str | None, name: str | None) -> str | None:
    """The id of that section of that list; a new one if there is none. Inbox has no sections."""
    if not name or list_id is None:
        return None
    of_list = (visible(user, Sections), col(Sections.list_id) == list_id)
    named = select(Sections).where(*of_list, col(Sections.name_folded) == folded(name))
    if found := session.exec(named).first():
        return found.id
    last = session.exec(select(func.max(Sections.position)).where(*of_list)).one()
    row = Sections(
        id=new_id(),
        person_id=user.id,
        list_id=list_id,
        name=name,
        name_folded=folded(name),
        position=generate_key_between(last, None),
    )
    return row.id if _is_first(session, row) else session.exec(named).one().id


def list_names(user: Person, session: Session) -> tuple[str, ...]:
    """In the person's order."""
    mine = select(Lists.name).where(visible(user, Lists)).order_by(col(Lists.position), col(Lists.id))
    return tuple(session.exec(mine))
