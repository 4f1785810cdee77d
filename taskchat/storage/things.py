"""What is no task as rows and as frozen things: lists and the like change and are taken back as tasks are."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from taskchat.domain.lists import ListSection, TaskList, Template, Thing, kind_of
from taskchat.domain.person import Person
from taskchat.domain.preferences import Preference
from taskchat.domain.text import clean, folded
from taskchat.domain.view import View
from taskchat.errors import Conflict, NotFound
from taskchat.storage.frozen import template_tasks
from taskchat.storage.lists import OF_LIST, frozen_list, frozen_section, is_first
from taskchat.storage.preferences import frozen_preference
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Preferences, Sections, Templates, Views
from taskchat.storage.views import frozen_view

TABLES: dict[str, Any] = {
    "list": Lists,
    "section": Sections,
    "template": Templates,
    "view": Views,
    "preference": Preferences,
}
GONE = "There is no such {}. It may have been deleted."
TAKEN = "There is a {} of that name already."


def load_thing(user: Person, session: Session, kind: str, ident: str, *, lock: bool = False) -> Thing:
    """Raises NotFound."""
    row = _row(user, session, kind, ident, lock=lock)
    if row is None:
        raise NotFound(GONE.format(kind))
    return _frozen(row)


def load_list(user: Person, session: Session, ident: str, *, lock: bool = False) -> TaskList:
    found = load_thing(user, session, "list", ident, lock=lock)
    assert isinstance(found, TaskList)  # noqa: S101 - the kind says so
    return found


def load_section(user: Person, session: Session, ident: str, *, lock: bool = False) -> ListSection:
    found = load_thing(user, session, "section", ident, lock=lock)
    assert isinstance(found, ListSection)  # noqa: S101 - the kind says so
    return found


def load_template(user: Person, session: Session, ident: str, *, lock: bool = False) -> Template:
    found = load_thing(user, session, "template", ident, lock=lock)
    assert isinstance(found, Template)  # noqa: S101 - the kind says so
    return found


def load_view(user: Person, session: Session, ident: str, *, lock: bool = False) -> View:
    found = load_thing(user, session, "view", ident, lock=lock)
    assert isinstance(found, View)  # noqa: S101 - the kind says so
    return found


def find_thing(user: Person, session: Session, kind: str, ident: str) -> Thing | None:
    row = _row(user, session, kind, ident, lock=True)
    return _frozen(row) if row is not None else None


def _row(user: Person, session: Session, kind: str, ident: str, *, lock: bool) -> Any:
    table = TABLES[kind]
    query = select(table).where(visible(user, table), table.id == ident).execution_options(populate_existing=True)
    return session.exec(query.with_for_update() if lock else query).first()


def save_thing(user: Person, session: Session, thing: Thing) -> None:
    """Write every field. Raises Conflict where another one has its name."""
    kind = kind_of(thing)
    table = TABLES[kind]
    values = _values(thing) | {"person_id": user.id, "name_folded": folded(thing.name)}
    _check_name(user, session, thing)
    row = _row(user, session, kind, thing.id, lock=True)
    if row is None:
        if not is_first(user, session, table(**values)):
            raise Conflict(TAKEN.format(kind), "name_taken")
        return
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def _check_name(user: Person, session: Session, thing: Thing) -> None:
    table = TABLES[kind_of(thing)]
    same = (visible(user, table), table.name_folded == folded(clean(thing.name)), table.id != thing.id)
    within = (Sections.list_id == thing.list_id,) if isinstance(thing, ListSection) else ()
    if session.exec(select(table.id).where(*same, *within)).first() is not None:
        raise Conflict(TAKEN.format(kind_of(thing)), "name_taken")


def remove_thing(user: Person, session: Session, thing: Thing) -> None:
    table = TABLES[kind_of(thing)]
    session.execute(delete(table).where(visible(user, table), table.id == thing.id))


def _values(thing: Thing) -> dict[str, Any]:
    match thing:
        case TaskList():
            return {name: getattr(thing, name) for name in OF_LIST}
        case ListSection() | View() | Preference():
            return asdict(thing)
        case Template():
            made = {"of_list": thing.of_list, "colour": thing.colour, "icon": thing.icon}
            made |= {"sections": thing.sections, "tasks": [asdict(task) for task in thing.tasks]}
            data = json.dumps(made, ensure_ascii=False)
            return {"id": thing.id, "name": thing.name, "data": data, "created": thing.created}


def _frozen(row: Any) -> Thing:
    match row:
        case Lists():
            return frozen_list(row)
        case Sections():
            return frozen_section(row)
        case Preferences():
            return frozen_preference(row)
        case Views():
            return frozen_view(row)
        case _:
            return frozen_template(row)


def frozen_template(row: Templates) -> Template:
    made = json.loads(row.data)
    return Template(
        id=row.id,
        name=row.name,
        of_list=made["of_list"],
        tasks=template_tasks(made["tasks"]),
        created=row.created,
        colour=made["colour"],
        icon=made["icon"],
        sections=tuple(made["sections"]),
    )


def all_templates(user: Person, session: Session) -> tuple[Template, ...]:
    """By name."""
    query = select(Templates).where(visible(user, Templates)).order_by(col(Templates.name_folded))
    return tuple(map(frozen_template, session.exec(query)))


def template_named(user: Person, session: Session, name: str) -> Template | None:
    named = select(Templates).where(visible(user, Templates), col(Templates.name_folded) == folded(clean(name)))
    row = session.exec(named).first()
    return frozen_template(row) if row else None
