"""Lists and their sections: found by name, made when first named."""

from dataclasses import asdict
from datetime import datetime

from fractional_indexing import generate_key_between
from sqlalchemy import func
from sqlalchemy import select as sa_select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from taskchat.domain.lists import ListSection, TaskList, next_colour
from taskchat.domain.person import Person
from taskchat.domain.text import clean, folded
from taskchat.storage.database import bare
from taskchat.storage.ids import new_id
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Sections, Tasks, Templates, Views

ORDER = (col(Lists.position), col(Lists.id))


def list_id_of(user: Person, session: Session, name: str | None, *, now: datetime) -> str | None:
    """The id of the list of that name, whatever its case and accents; a new one if there is none. None = Inbox."""
    if not name:
        return None
    named = select(Lists).where(visible(user, Lists), col(Lists.name_folded) == folded(name))
    if found := session.exec(named).first():
        return found.id
    made = new_list(user, session, name, now=now)
    row = Lists(name_folded=folded(name), **{name: getattr(made, name) for name in OF_LIST})
    return row.id if is_first(user, session, row) else session.exec(named).one().id


OF_LIST = ("id", "name", "colour", "icon", "position", "created", "archived")
"""Columns that are fields of the same name."""


def new_list(user: Person, session: Session, name: str, *, now: datetime) -> TaskList:
    """One that stands last and looks like as few others as possible; not written yet."""
    others = session.exec(select(Lists.position, Lists.colour).where(visible(user, Lists))).all()
    position = generate_key_between(max((place for place, _ in others), default=None), None)
    colour = next_colour([colour for _, colour in others])
    return TaskList(id=new_id(), name=name, colour=colour, icon="", position=position, created=now)


def is_first(user: Person, session: Session, row: Lists | Sections | Templates | Views) -> bool:
    """Insert it as theirs, unless somebody else named the same one in this very moment."""
    row.person_id = user.id
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
    made = new_section(user, session, list_id, name)
    row = Sections(name_folded=folded(name), **asdict(made))
    return row.id if is_first(user, session, row) else session.exec(named).one().id


def new_section(user: Person, session: Session, list_id: str, name: str) -> ListSection:
    """One that stands last; not written yet."""
    of_list = (visible(user, Sections), col(Sections.list_id) == list_id)
    last = session.exec(select(func.max(Sections.position)).where(*of_list)).one()
    return ListSection(id=new_id(), list_id=list_id, name=name, position=generate_key_between(last, None))


def list_names(user: Person, session: Session) -> tuple[str, ...]:
    """Of those in use, in the person's order."""
    its = bare(Lists).c
    mine = sa_select(its.name).where(visible(user, Lists), its.archived.is_(None)).order_by(*ORDER)
    return tuple(session.connection().execute(mine).scalars())


def all_lists(user: Person, session: Session) -> tuple[TaskList, ...]:
    """In the person's order, archived ones too."""
    return tuple(map(frozen_list, session.exec(select(Lists).where(visible(user, Lists)).order_by(*ORDER))))


def list_named(user: Person, session: Session, name: str) -> TaskList | None:
    named = select(Lists).where(visible(user, Lists), col(Lists.name_folded) == folded(clean(name)))
    row = session.exec(named).first()
    return frozen_list(row) if row else None


def frozen_list(row: Lists) -> TaskList:
    return TaskList(**{name: getattr(row, name) for name in OF_LIST})


def sections_of(user: Person, session: Session, list_id: str) -> tuple[ListSection, ...]:
    """In their order."""
    query = select(Sections).where(visible(user, Sections), col(Sections.list_id) == list_id)
    rows = session.exec(query.order_by(col(Sections.position), col(Sections.id)))
    return tuple(frozen_section(row) for row in rows)


def frozen_section(row: Sections) -> ListSection:
    return ListSection(id=row.id, list_id=row.list_id, name=row.name, position=row.position)


def tasks_in(user: Person, session: Session, *, list_id: str = "", section_id: str = "") -> dict[str, str]:
    """The ids of all in a list or in a section, done and deleted too; beside each whose removal took it along."""
    within = col(Tasks.list_id) == list_id if list_id else col(Tasks.section_id) == section_id
    found = session.exec(select(Tasks.id, Tasks.deleted_with).where(visible(user, Tasks), within))
    return {task_id: root or "" for task_id, root in found}
