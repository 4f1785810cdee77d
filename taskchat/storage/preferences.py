"""What people have asked to be remembered."""

from collections import defaultdict
from collections.abc import Collection

from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.preferences import Kind, Preference
from taskchat.storage.sight import visible
from taskchat.storage.tables import Preferences

ORDER = (col(Preferences.created), col(Preferences.id))


def find(user: Person, session: Session) -> tuple[Preference, ...]:
    """The oldest first."""
    return tuple(
        map(frozen_preference, session.exec(select(Preferences).where(visible(user, Preferences)).order_by(*ORDER)))
    )


def kept_by(session: Session, ids: Collection[str]) -> dict[str, tuple[Preference, ...]]:
    """Of several people, by their ids; every one of them is in it."""
    kept: defaultdict[str, list[Preference]] = defaultdict(list)
    for row in session.exec(select(Preferences).where(col(Preferences.person_id).in_(list(ids))).order_by(*ORDER)):
        kept[row.person_id].append(frozen_preference(row))
    return {person_id: tuple(kept[person_id]) for person_id in ids}


def frozen_preference(row: Preferences) -> Preference:
    return Preference(
        id=row.id, name=row.name, kind=Kind(row.kind), about=row.about, value=row.value, created=row.created
    )
