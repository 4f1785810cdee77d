"""Saved views: filters a person has given a name."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.view import View, checked_filter, checked_name
from taskchat.errors import Conflict
from taskchat.live import Change, What, live
from taskchat.storage import views
from taskchat.storage.database import reading, writing

MOST = 50


def find(user: Person) -> tuple[View, ...]:
    """By name."""
    with reading() as session:
        return views.find(user, session)


def create(user: Person, name: str, text: str, *, now: datetime) -> View:
    """`text` is a filter. Raises Invalid with the field that is wrong, Conflict where the name is taken."""
    name, text = checked_name(name), checked_filter(text, now=now, ways=user.ways)
    with writing() as session:
        if views.count(user, session) >= MOST:
            raise Conflict(f"There are {MOST} views already. Delete one first.")
        view = views.insert(user, session, name, text, now=now)
    _tell(user, view)
    return view


def edit(user: Person, view_id: str, *, name: str | None = None, text: str | None = None, now: datetime) -> View:
    """Only what is given changes. Raises NotFound, Invalid, Conflict."""
    with writing() as session:
        before = views.load(user, session, view_id)
        wanted = View(
            before.id,
            before.name if name is None else checked_name(name),
            before.filter if text is None else checked_filter(text, now=now, ways=user.ways),
        )
        view = views.save(user, session, wanted)
    _tell(user, view)
    return view


def delete(user: Person, view_id: str) -> View:
    """What was there, so that it can be made again. Raises NotFound."""
    with writing() as session:
        view = views.delete(user, session, view_id)
    _tell(user, view)
    return view


def _tell(user: Person, view: View) -> None:
    live().publish(user.id, Change(What.VIEWS, (view.id,)))
