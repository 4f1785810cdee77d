"""The manual order: keys between keys, ties told apart by id, and spread out anew where they grow long (decision 4)."""

from dataclasses import dataclass
from typing import Any

from fractional_indexing import generate_key_between, generate_n_keys_between
from sqlalchemy import ColumnElement, and_, or_, update
from sqlmodel import Session, col, select

from taskchat.domain.lists import ListSection
from taskchat.domain.person import Person
from taskchat.errors import Invalid, NotFound
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, People, Sections, Tasks

Ordered = type[Tasks] | type[Lists] | type[Sections]
LONGEST = 24
"""Characters of a key; six moves to the same place add one."""
SPREAD = (64, 1024)
"""Neighbours that get new keys, as few as make them short; if that is not enough, all."""
SHORT = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands; of two with one key the smaller id comes first."""

    position: str
    id: str


def alone(user: Person, session: Session) -> None:
    """Until the end of the transaction nobody else changes how this person's things stand to each other.

    Taken before any task is locked: whoever waits here holds nothing that the other one needs.
    """
    session.exec(select(People.id).where(col(People.id) == user.id).with_for_update(key_share=True)).one()


def task_place(
    user: Person, session: Session, task_id: str, *, after: str | None = None, before: str | None = None
) -> str:
    """The key that puts a task right behind or right before another one; first of all where neither is named.

    Call it `alone`. Raises NotFound where the other one is not there, Invalid where both are named.
    """
    return _key(session, Line(Tasks, (visible(user, Tasks), col(Tasks.id) != task_id)), after, before)


def list_place(
    user: Person, session: Session, list_id: str, *, after: str | None = None, before: str | None = None
) -> str:
    """The same for a list."""
    return _key(session, Line(Lists, (visible(user, Lists), col(Lists.id) != list_id)), after, before)


def section_place(
    user: Person, session: Session, section: ListSection, *, after: str | None = None, before: str | None = None
) -> str:
    """The same for a section among those of its list."""
    others = (col(Sections.list_id) == section.list_id, col(Sections.id) != section.id)
    return _key(session, Line(Sections, (visible(user, Sections), *others)), after, before)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in one order, but for what is to be moved."""

    table: Ordered
    scope: tuple[ColumnElement[bool], ...]


def _key(session: Session, line: Line, after: str | None, before: str | None) -> str:
    if after is not None and before is not None:
        raise Invalid("Name what it comes after or what it comes before, not both.", "after")
    for size in (*SPREAD, None):
        upper, lower = _neighbours(session, line, after, before)
        if key := _between(upper, lower):
            return key
        _spread(session, line, upper or lower, size)
    upper, lower = _neighbours(session, line, after, before)
    return generate_key_between(upper and upper.position, lower and lower.position)


def _between(upper: Place | None, lower: Place | None) -> str | None:
    """None where there is no room left, or too little."""
    if upper and lower and upper.position >= lower.position:
        return None
    key = generate_key_between(upper and upper.position, lower and lower.position)
    return key if len(key) <= LONGEST else None


def _neighbours(
    session: Session, line: Line, after: str | None, before: str | None
) -> tuple[Place | None, Place | None]:
    if after is not None:
        upper = _place(session, line, after)
        return upper, _next(session, line, upper)
    if before is not None:
        lower = _place(session, line, before)
        return _previous(session, line, lower), lower
    return None, _next(session, line, None)


def _place(session: Session, line: Line, row_id: str) -> Place:
    found = session.exec(select(line.table.position).where(*line.scope, col(line.table.id) == row_id)).first()
    if found is None:
        raise NotFound("What it was to stand beside is not there any more.")
    return Place(found, row_id)


def _next(session: Session, line: Line, of: Place | None) -> Place | None:
    behind = (_behind(line, of),) if of else ()
    query = (
        select(line.table.position, line.table.id)
        .where(*line.scope, *behind)
        .order_by(col(line.table.position), col(line.table.id))
    )
    found = session.exec(query.limit(1)).first()
    return Place(*found) if found else None


def _previous(session: Session, line: Line, of: Place) -> Place | None:
    ahead = ~_behind(line, of) & (col(line.table.id) != of.id)
    order = (col(line.table.position).desc(), col(line.table.id).desc())
    found = session.exec(
        select(line.table.position, line.table.id).where(*line.scope, ahead).order_by(*order).limit(1)
    ).first()
    return Place(*found) if found else None


def _behind(line: Line, of: Place) -> ColumnElement[bool]:
    position = col(line.table.position)
    # The plain comparison first: it is the one an index serves.
    return and_(position >= of.position, or_(position > of.position, col(line.table.id) > of.id))


def _spread(session: Session, line: Line, around: Place | None, size: int | None) -> None:
    """New keys for the neighbours on both sides; nobody's order changes, nor when they were changed."""
    rows = _window(session, line, around, size)
    upper = _previous(session, line, rows[0]) if size else None
    lower = _next(session, line, rows[-1]) if size else None
    if upper and lower and upper.position >= lower.position:
        return
    keys = generate_n_keys_between(upper and upper.position, lower and lower.position, len(rows))
    if size and max(map(len, keys)) > SHORT:
        return
    # Locked in the order everything locks tasks in.
    session.exec(
        select(line.table.id)
        .where(col(line.table.id).in_([row.id for row in rows]))
        .order_by(line.table.id)
        .with_for_update()
    ).all()
    news: list[dict[str, Any]] = [{"id": row.id, "position": key} for row, key in zip(rows, keys, strict=True)]
    session.execute(update(line.table), news)


def _window(session: Session, line: Line, around: Place | None, size: int | None) -> list[Place]:
    forth, back = (
        (col(line.table.position), col(line.table.id)),
        (col(line.table.position).desc(), col(line.table.id).desc()),
    )
    query = select(line.table.position, line.table.id).where(*line.scope)
    if around is None or size is None:
        return [Place(*row) for row in session.exec(query.order_by(*forth))]
    behind = session.exec(query.where(_behind(line, around)).order_by(*forth).limit(size // 2)).all()
    ahead = session.exec(query.where(~_behind(line, around)).order_by(*back).limit(size // 2)).all()
    return [Place(*row) for row in (*reversed(ahead), *behind)]
