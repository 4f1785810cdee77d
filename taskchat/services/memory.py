"""What a person has asked to be remembered: kept only when they have agreed, read by everything they say."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.preferences import MOST, Kind, Preference, preference, suited
from taskchat.domain.task import By, Draft
from taskchat.domain.text import folded
from taskchat.errors import Conflict, NotFound
from taskchat.services.changes import put_thing, tell_memory
from taskchat.storage import lists, order, preferences
from taskchat.storage.database import Session, reading, writing
from taskchat.storage.ids import new_id

GONE = "It is not remembered any more."
FULL = f"{MOST} things are remembered already. Have one forgotten first."


def find(user: Person) -> tuple[Preference, ...]:
    """The oldest first."""
    with reading() as session:
        return preferences.find(user, session)


def remember(user: Person, kind: Kind, about: str, value: str, *, by: By, now: datetime) -> Preference:
    """In place of what was remembered about the same. Raises Invalid (field text), Conflict where it is full."""
    said = preference(kind, about, value, ident=new_id(), now=now)
    with writing() as session:
        order.alone(user, session)
        kept = preferences.find(user, session)
        before = next((one for one in kept if one.slot == said.slot), None)
        if before is None and len(kept) >= MOST:
            raise Conflict(FULL)
        after = replace(said, id=before.id, created=before.created) if before else said
        put_thing(user, session, before, after, by=by, now=now)
    tell_memory(user)
    return after


def forget(user: Person, ids: Collection[str], *, by: By, now: datetime) -> tuple[Preference, ...]:
    """Those of them that are still there. Raises NotFound where none is."""
    with writing() as session:
        gone = [one for one in preferences.find(user, session) if one.id in ids]
        if not gone:
            raise NotFound(GONE)
        for one in gone:
            put_thing(user, session, one, None, by=by, now=now)
    tell_memory(user)
    return tuple(gone)


def follow_list(user: Person, session: Session, before: str, after: str | None, *, by: By, now: datetime) -> bool:
    """A list has another name, or (None) is gone: what was to go there goes along. Whether that was anything."""
    led = [one for one in preferences.find(user, session) if one.kind is Kind.LIST and _is(one.value, before)]
    for one in led:
        renamed = preference(one.kind, one.about, after, ident=one.id, now=one.created) if after else None
        put_thing(user, session, one, renamed, by=by, now=now)
    return bool(led)


def suit(user: Person, draft: Draft, *, said: Collection[str] = ()) -> Draft:
    """The draft as the person is used to have it; fields in `said` stay. Nothing goes to a list that is put away."""
    fitting = suited(draft, user.ways.kept, said=said)
    return suited(draft, user.ways.kept, said=(*said, "list")) if _is_away(user, draft, fitting) else fitting


def _is_away(user: Person, draft: Draft, fitting: Draft) -> bool:
    if fitting.list is None or fitting.list == draft.list:
        return False
    with reading() as session:
        found = lists.list_named(user, session, fitting.list)
    return found is not None and found.archived is not None


def _is(name: str, other: str) -> bool:
    return folded(name) == folded(other)
