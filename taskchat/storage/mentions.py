"""What a person can name: their lists by what is typed or by id, and the titles of their open tasks."""

from collections.abc import Sequence

from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.task import Status
from taskchat.domain.text import clean, folded
from taskchat.storage.database import bare
from taskchat.storage.finding import ESCAPE, like_pattern
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Tasks

Named = tuple[tuple[str, str], ...]
"""Pairs of id and name."""
ORDER = (col(Lists.position), col(Lists.id))


def lists_like(user: Person, session: Session, words: str, *, limit: int) -> Named:
    """Lists in whose name every word occurs, in the person's order."""
    occur = [col(Lists.name_folded).like(like_pattern(word), escape=ESCAPE) for word in folded(clean(words)).split()]
    query = select(Lists.id, Lists.name).where(visible(user, Lists), col(Lists.archived).is_(None), *occur)
    return tuple((i, name) for i, name in session.exec(query.order_by(*ORDER).limit(limit)))


def lists_with(user: Person, session: Session, ids: Sequence[str]) -> Named:
    """Those of these ids that are lists of this person."""
    query = select(Lists.id, Lists.name).where(visible(user, Lists), col(Lists.id).in_(ids))
    return tuple((i, name) for i, name in session.exec(query.order_by(*ORDER)))


def open_titles(user: Person, session: Session) -> Named:
    """Id and folded title of every open task, what was changed last first."""
    is_open = (visible(user, Tasks), col(Tasks.deleted).is_(None), col(Tasks.status) == Status.OPEN.value)
    query = select(Tasks.id, Tasks.title_folded).where(*is_open).order_by(col(Tasks.updated).desc(), col(Tasks.id))
    return tuple((i, title) for i, title in session.exec(query))


def titles_of(user: Person, session: Session, ids: Sequence[str]) -> dict[str, str]:
    """Those of these ids that are tasks of this person, by their titles; what is in the trash has none."""
    task = bare(Tasks).c
    mine = (visible(user, Tasks), task.id.in_(ids), task.deleted.is_(None))
    found = session.connection().execute(sa_select(task.id, task.title).where(*mine))
    return {row.id: row.title for row in found}
