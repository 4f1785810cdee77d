"""Saved views, by name."""

from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.text import folded
from taskchat.domain.view import View
from taskchat.storage.sight import visible
from taskchat.storage.tables import Views


def find(user: Person, session: Session) -> tuple[View, ...]:
    rows = session.exec(select(Views).where(visible(user, Views)).order_by(col(Views.name_folded), col(Views.id)))
    return tuple(map(frozen_view, rows))


def named(user: Person, session: Session, name: str) -> View | None:
    row = session.exec(select(Views).where(visible(user, Views), col(Views.name_folded) == folded(name))).first()
    return frozen_view(row) if row else None


def frozen_view(row: Views) -> View:
    return View(row.id, row.name, row.filter, row.created)
