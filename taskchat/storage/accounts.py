"""People and their sessions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy import select as sa_select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from taskchat.domain.person import Person, Ways
from taskchat.domain.preferences import Preference
from taskchat.errors import Conflict, NotFound
from taskchat.storage.database import bare
from taskchat.storage.ids import new_id
from taskchat.storage.preferences import kept_by
from taskchat.storage.sight import visible
from taskchat.storage.tables import People, Sessions

TAKEN = "There is already an account with this e-mail. Sign in instead."


@dataclass(frozen=True, slots=True)
class Known:
    """A person found by e-mail, and what their password hashes to."""

    person: Person
    password_hash: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A session that has not ended, and until when it lasts."""

    person: Person
    expires: datetime


def insert_person(
    session: Session, email: str | None, password_hash: str | None, ways: Ways, *, now: datetime
) -> Person:
    """A new account, a guest when there is no e-mail. Raises Conflict when the e-mail is taken."""
    row = People(
        id=new_id(),
        email=email,
        email_folded=email and fold_email(email),
        password_hash=password_hash,
        guest=email is None,
        **_columns(ways),
        created=now,
        seen=now,
    )
    session.add(row)
    _flush_unless_taken(session)
    return _frozen(row, ())


def fold_email(email: str) -> str:
    """Two spellings of one address are one account."""
    return email.casefold()


def _columns(ways: Ways) -> dict[str, Any]:
    return {
        "zone": ways.zone,
        "first_weekday": ways.first_weekday,
        "clock_24": ways.clock_24,
        "day_first": ways.day_first,
    }


def _flush_unless_taken(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        raise Conflict(TAKEN, "email_taken") from error


def person_of(row: People, session: Session) -> Person:
    """With what they have asked to be remembered."""
    return _frozen(row, kept_by(session, (row.id,))[row.id])


def _frozen(row: People, kept: tuple[Preference, ...]) -> Person:
    ways = Ways(row.zone, row.first_weekday, row.clock_24, row.day_first, kept)
    return Person(row.id, row.email, row.guest, row.created, ways)


def become_account(user: Person, session: Session, email: str, password_hash: str) -> Person:
    """A guest keeps everything and is a guest no more. Raises Conflict when the e-mail is taken."""
    row = _row(user, session)
    if not row.guest:
        raise Conflict("You already have an account.", "not_a_guest")
    row.email, row.email_folded, row.password_hash, row.guest = email, fold_email(email), password_hash, False
    session.add(row)
    _flush_unless_taken(session)
    return person_of(row, session)


def _row(user: Person, session: Session) -> People:
    row = session.exec(select(People).where(col(People.id) == user.id).with_for_update()).first()
    if row is None:
        raise NotFound("There is no such account.")
    return row


def find_by_email(session: Session, email: str) -> Known | None:
    """Whoever may sign in with this address."""
    row = session.exec(select(People).where(col(People.email_folded) == fold_email(email))).first()
    if row is None or row.password_hash is None or row.disabled is not None:
        return None
    return Known(person_of(row, session), row.password_hash)


def is_taken(session: Session, email: str) -> bool:
    return session.exec(select(People.id).where(col(People.email_folded) == fold_email(email))).first() is not None


def save_ways(user: Person, session: Session, ways: Ways) -> Person:
    row = _row(user, session)
    for name, value in _columns(ways).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    return person_of(row, session)


def save_password_hash(user: Person, session: Session, password_hash: str) -> None:
    session.execute(update(People).where(col(People.id) == user.id).values(password_hash=password_hash))


def insert_session(user: Person, session: Session, session_hash: str, *, now: datetime, expires: datetime) -> None:
    session.add(Sessions(hash=session_hash, person_id=user.id, created=now, expires=expires))
    session.execute(update(People).where(col(People.id) == user.id).values(seen=now))
    session.flush()


def find_session(session: Session, session_hash: str, *, now: datetime) -> Visit | None:
    """Who stands behind this session, unless it or the account has ended."""
    query = (
        select(Sessions, People)
        .join(People, col(People.id) == col(Sessions.person_id))
        .where(col(Sessions.hash) == session_hash, col(Sessions.expires) > now, col(People.disabled).is_(None))
    )
    found = session.exec(query).first()
    return Visit(person_of(found[1], session), found[0].expires) if found else None


def find_people(session: Session, ids: Collection[str]) -> dict[str, Person]:
    """Those of them whose accounts stand, by id."""
    query = select(People).where(col(People.id).in_(list(ids)), col(People.disabled).is_(None))
    kept = kept_by(session, ids)
    return {row.id: _frozen(row, kept[row.id]) for row in session.exec(query)}


def standing(session: Session, hashes: Collection[str], *, now: datetime) -> set[str]:
    """Those of the sessions that have not ended, neither they nor their accounts."""
    ours, people = bare(Sessions).c, bare(People).c
    query = sa_select(ours.hash).join(bare(People), people.id == ours.person_id)
    query = query.where(ours.hash.in_(hashes), ours.expires > now, people.disabled.is_(None))
    return set(session.connection().execute(query).scalars())


def renew_session(user: Person, session: Session, session_hash: str, *, now: datetime, expires: datetime) -> None:
    session.execute(
        update(Sessions).where(visible(user, Sessions), col(Sessions.hash) == session_hash).values(expires=expires)
    )
    session.execute(update(People).where(col(People.id) == user.id).values(seen=now))


def delete_session(session: Session, session_hash: str) -> str | None:
    """Whose it was; None if there was none."""
    person_id = session.exec(select(Sessions.person_id).where(col(Sessions.hash) == session_hash)).first()
    session.execute(delete(Sessions).where(col(Sessions.hash) == session_hash))
    return person_id


def delete_sessions(user: Person, session: Session) -> tuple[str, ...]:
    """End all of a person's sessions; their hashes, so that others can be told."""
    hashes = tuple(session.exec(select(Sessions.hash).where(visible(user, Sessions))))
    session.execute(delete(Sessions).where(visible(user, Sessions)))
    return hashes


def delete_person(user: Person, session: Session) -> None:
    """The account, with everything in it."""
    session.execute(delete(People).where(col(People.id) == user.id))
