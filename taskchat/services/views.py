"""Saved views: filters a person has given a name."""

from dataclasses import replace
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import By
from taskchat.domain.view import View, checked_filter, checked_name
from taskchat.errors import Conflict
from taskchat.live import Change, What, live
from taskchat.services.changes import put_thing
from taskchat.storage import things, views
from taskchat.storage.database import reading, writing
from taskchat.storage.ids import new_id

MOST = 50


def find(user: Person) -> tuple[View, ...]:
    """By name."""
    with reading() as session:
        return views.find(user, session)


def create(user: Person, name: str, text: str, *, by: By, now: datetime) -> View:
    """`text` is a filter. Raises Invalid with the field that is wrong, Conflict where the name is taken."""
    made = View(new_id(), checked_name(name), checked_filter(text, now=now, ways=user.ways), now)
    with writing() as session:
        if len(views.find(user, session)) >= MOST:
            raise Conflict(f"There are {MOST} views already. Delete one first.")
        put_thing(user, session, None, made, by=by, now=now)
    _tell(user, made)
    return made


def edit(
    user: Person, view_id: str, *, name: str | None = None, text: str | None = None, by: By, now: datetime
) -> View:
    """Only what is given changes. Raises NotFound, Invalid, Conflict."""
    with writing() as session:
        before = things.load_view(user, session, view_id, lock=True)
        after = replace(
            before,
            name=before.name if name is None else checked_name(name),
            filter=before.filter if text is None else checked_filter(text, now=now, ways=user.ways),
        )
        put_thing(user, session, before, after, by=by, now=now)
    _tell(user, after)
    return after


def delete(user: Person, view_id: str, *, by: By, now: datetime) -> View:
    """What was there. Raises NotFound."""
    with writing() as session:
        view = things.load_view(user, session, view_id, lock=True)
        put_thing(user, session, view, None, by=by, now=now)
    _tell(user, view)
    return view


def _tell(user: Person, view: View) -> None:
    live().publish(user.id, Change(What.VIEWS, (view.id,)))
