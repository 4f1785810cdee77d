"""Saved views, by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.text import folded
from taskchat.domain.view import View
from taskchat.errors import Conflict, NotFound
from taskchat.storage.ids import new_id
from taskchat.storage.sight import visible
from taskchat.storage.tables import Views


def find(user: Person, session: Session) -> tuple[View, ...]:
    rows = session.exec(select(Views).where(visible(user, Views)).order_by(col(Views.name_folded), col(Views.id)))
    return tuple(map(_view, rows))


def count(user: Person, session: Session) -> int:
    return session.exec(select(func.count()).select_from(Views).where(visible(user, Views))).one()


def insert(user: Person, session: Session, name: str, text: str, *, now: datetime) -> View:
    """Raises Conflict where there is one of that name."""
    row = Views(id=new_id(), person_id=user.id, name=name, name_folded=folded(name), filter=text, created=now)
    with _of_its_own_name(session, name):
        session.add(row)
    return _view(row)


def save(user: Person, session: Session, view: View) -> View:
    """Raises NotFound, and Conflict where another one has that name."""
    row = _owned(user, session, view.id)
    with _of_its_own_name(session, view.name):
        row.name, row.name_folded, row.filter = view.name, folded(view.name), view.filter
    return _view(row)


def load(user: Person, session: Session, view_id: str) -> View:
    """Raises NotFound."""
    return _view(_owned(user, session, view_id))


def delete(user: Person, session: Session, view_id: str) -> View:
    """Raises NotFound."""
    row = _owned(user, session, view_id)
    session.delete(row)
    return _view(row)


def _owned(user: Person, session: Session, view_id: str) -> Views:
    row = session.exec(select(Views).where(visible(user, Views), col(Views.id) == view_id).with_for_update()).first()
    if row is None:
        raise NotFound("There is no such view.")
    return row


@contextmanager
def _of_its_own_name(session: Session, name: str) -> Iterator[None]:
    try:
        with session.begin_nested():
            yield
    except IntegrityError:
        raise Conflict(f"There is already a view named “{name}”.") from None


def _view(row: Views) -> View:
    return View(row.id, row.name, row.filter)
