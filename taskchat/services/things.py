"""Taking back what was done to a list, or to anything else that is no task (T-13)."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from taskchat.domain.lists import ListSection, TaskList, Thing
from taskchat.domain.person import Person
from taskchat.domain.preferences import Preference
from taskchat.domain.task import By, Clash
from taskchat.domain.view import View
from taskchat.services.changes import put_thing
from taskchat.storage import activity, lists, preferences, tasks, things, views
from taskchat.storage.activity import Deed
from taskchat.storage.database import Session

THING_BACK = {
    "created": "the {kind} “{}” is gone again",
    "edited": "the {kind} “{}” is as it was",
    "deleted": "the {kind} “{}” is back",
    "undone": "the {kind} “{}” is changed again",
}


def take_thing_back(
    user: Person, session: Session, deed: Deed, *, by: By, force: bool, undo_of: str, now: datetime
) -> list[Clash]:
    """One change of one thing; what keeps it from being taken back, unless `force`. Raises Conflict."""
    found = things.find_thing(user, session, deed.kind, deed.task_id)
    clashes = _clashes(user, session, found, deed)
    if clashes and not force:
        return clashes
    wanted = _wanted(found, deed)
    if wanted is None and found is not None:
        _empty(user, session, found, by=by, undo_of=undo_of, now=now)
    if wanted is None or found is not None or _has_room(user, session, wanted):
        put_thing(user, session, found, wanted, by=by, now=now, undo_of=undo_of)
    return []


def _wanted(found: Thing | None, deed: Deed) -> Thing | None:
    """As it was before; of an edited one only what that edit changed."""
    before, after = deed.thing_before, deed.thing_after
    if before is None or after is None or found is None:
        return before
    return replace(found, **{name: getattr(before, name) for name in _differences(before, after)})


def _differences(before: Thing, after: Thing) -> list[str]:
    return [f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)]


def _clashes(user: Person, session: Session, found: Thing | None, deed: Deed) -> list[Clash]:
    before, after = deed.thing_before, deed.thing_after
    if found is None or after is None:
        return []
    if before is None:
        inside = _living_in(user, session, found)
        return [Clash(found.id, found.name, "number of tasks", str(inside), "0")] if inside else []
    return [
        Clash(found.id, found.name, name, _said(getattr(found, name)), _said(getattr(before, name)))
        for name in _differences(before, after)
        if name != "position" and getattr(found, name) not in (getattr(before, name), getattr(after, name))
    ]


def _said(value: Any) -> str:
    return str(value) if isinstance(value, str) and value else "set" if value else "none"


def _living_in(user: Person, session: Session, thing: Thing) -> int:
    return len(tasks.load_many(user, session, _inside(user, session, thing)))


def _inside(user: Person, session: Session, thing: Thing) -> dict[str, str]:
    match thing:
        case TaskList():
            return lists.tasks_in(user, session, list_id=thing.id)
        case ListSection():
            return lists.tasks_in(user, session, section_id=thing.id)
        case _:
            return {}


def _empty(user: Person, session: Session, thing: Thing, *, by: By, undo_of: str, now: datetime) -> None:
    """What stands in it stays, and that it stood there is on record, so that an undo of the undo puts it back."""
    inside = _inside(user, session, thing)
    is_list = isinstance(thing, TaskList)
    found = tasks.load_many(user, session, inside, lock=True, trashed=None)
    wanted = [replace(task, list=None if is_list else task.list, section=None, updated=now) for task in found]
    with_whom = {task_id: root for task_id, root in inside.items() if root}
    after = tasks.save_many(user, session, zip(found, wanted, strict=True), deleted_with=with_whom)
    changes = zip(found, after, strict=True)
    activity.record_many(user, session, by, verb="undone", changes=changes, now=now, undo_of=undo_of)
    if isinstance(thing, TaskList):
        for section in lists.sections_of(user, session, thing.id):
            put_thing(user, session, section, None, by=by, now=now, undo_of=undo_of)


def _has_room(user: Person, session: Session, wanted: Thing) -> bool:
    """Whether it can come back: its name may be another one's by now, which then takes in what was here."""
    match wanted:
        case TaskList():
            return lists.list_named(user, session, wanted.name) is None
        case ListSection():
            in_list = lists.sections_of(user, session, wanted.list_id)
            has_list = things.find_thing(user, session, "list", wanted.list_id) is not None
            return has_list and wanted.name not in {section.name for section in in_list}
        case Preference():
            return wanted.slot not in {one.slot for one in preferences.find(user, session)}
        case View():
            return views.named(user, session, wanted.name) is None
        case _:
            return things.template_named(user, session, wanted.name) is None
