"""Who somebody is: signing up, in and out, trying it without an account, and the session behind a cookie."""

import hashlib
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from taskchat.domain.person import Person, Seat, Ways
from taskchat.domain.text import clean
from taskchat.errors import Conflict, Invalid, NotSignedIn
from taskchat.live import Change, What, live
from taskchat.services.changes import tell_memory
from taskchat.services.passwords import SHORTEST, check_password, hash_password, is_outdated, is_right
from taskchat.services.samples import sample_drafts
from taskchat.storage import accounts, limits, moving, tasks
from taskchat.storage.database import database, reading, writing

ACCOUNT_LASTS = timedelta(days=7)
GUEST_LASTS = timedelta(days=400)
RENEWED_AFTER = timedelta(days=1)
"""A guest's visits within a day renew the session once."""
ATTEMPTS, ATTEMPTS_WITHIN = 10, timedelta(minutes=10)
"""Wrong passwords an account accepts before it makes whoever tries wait (A-03)."""
WRONG = "E-mail or password is wrong."
ADDRESS = re.compile(r"[^@\s<>()\[\],;:\\\"]+@[^@\s<>()\[\],;:\\\"]+")
ADDRESS_LENGTH = 254


@dataclass(frozen=True, slots=True)
class Signed:
    """A new session: who sits there, the token for the cookie (kept nowhere else), and until when it lasts."""

    seat: Seat
    token: str
    expires: datetime


def sign_up(
    email: str,
    password: str,
    ways: Ways,
    *,
    now: datetime,
    guest_token: str | None = None,
    shortest: int = SHORTEST,
) -> Signed:
    """A new account, signed in at once; a guest becomes one and keeps everything (A-01, A-02).

    Raises Invalid (field email or password), Conflict (code email_taken) when there is such an account.
    """
    address = _checked_email(email)
    check_password(password, address, shortest=shortest)
    _check_free(address)
    password_hash = hash_password(password)
    guest = _guest_behind(guest_token, now=now)
    with writing() as session:
        ended = accounts.delete_sessions(guest, session) if guest else ()
        if guest:
            person = accounts.become_account(guest, session, address, password_hash)
        else:
            person = accounts.insert_person(session, address, password_hash, known_ways(ways), now=now)
    signed = _signed(person, now=now)
    _tell_ended(person.id, ended)
    return signed


def _checked_email(email: str) -> str:
    address = clean(email)
    if not ADDRESS.fullmatch(address) or len(address) > ADDRESS_LENGTH:
        raise Invalid("This is not an e-mail address. It looks like anna@example.org.", "email")
    return address


def _check_free(address: str) -> None:
    with reading() as session:
        if accounts.is_taken(session, address):
            raise Conflict(accounts.TAKEN, "email_taken")


def _guest_behind(token: str | None, *, now: datetime) -> Person | None:
    seat = who(token, now=now) if token else None
    return seat.person if seat and seat.person.guest else None


def known_ways(ways: Ways) -> Ways:
    """What a browser sent, with UTC for a zone nobody knows and Monday for a day that does not exist."""
    zone = ways.zone if _is_zone(ways.zone) else "UTC"
    return replace(ways, zone=zone, first_weekday=ways.first_weekday if 0 <= ways.first_weekday <= 6 else 0)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _signed(person: Person, *, now: datetime) -> Signed:
    """A new session under a new id (ASVS 7.2.4)."""
    token = secrets.token_urlsafe(32)
    expires = now + (GUEST_LASTS if person.guest else ACCOUNT_LASTS)
    with writing() as session:
        accounts.insert_session(person, session, hash_token(token), now=now, expires=expires)
    return Signed(Seat(person, hash_token(token)), token, expires)


def hash_token(token: str) -> str:
    """What is stored of a cookie, and what may be passed on (A-04)."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _tell_ended(user_id: str, hashes: tuple[str, ...]) -> None:
    for session_hash in hashes:
        forget_cached(session_hash)
    if hashes:
        live().publish(user_id, Change(What.SESSION, hashes))


def guest(ways: Ways, *, now: datetime) -> Signed:
    """Somebody who tries it, with five samples (A-02)."""
    with writing() as session:
        person = accounts.insert_person(session, None, None, known_ways(ways), now=now)
        for draft in sample_drafts(person.ways, now=now):
            tasks.insert(person, session, draft, now=now)
    return _signed(person, now=now)


def sign_in(email: str, password: str, *, now: datetime) -> Signed:
    """Raises NotSignedIn, the same for an unknown e-mail and a wrong password; TooMany after too many of them."""
    address = clean(email)[:ADDRESS_LENGTH]
    account = hashlib.sha256(accounts.fold_email(address).encode()).hexdigest()
    with writing() as session:
        limits.hit(account, session, "sign_in", ATTEMPTS, ATTEMPTS_WITHIN, now=now)
    with reading() as session:
        known = accounts.find_by_email(session, address)
    if not is_right(password, known.password_hash if known else None) or known is None:
        raise NotSignedIn(WRONG, "wrong_credentials")
    with writing() as session:
        limits.forget(account, session, "sign_in")
    _renew_hash(known, password)
    return _signed(known.person, now=now)


def _renew_hash(known: accounts.Known, password: str) -> None:
    if is_outdated(known.password_hash):
        password_hash = hash_password(password)
        with writing() as session:
            accounts.save_password_hash(known.person, session, password_hash)


def who(token: str, *, now: datetime) -> Seat | None:
    """Whoever holds this token, or None; at most 30 s old."""
    return by_session(hash_token(token), now=now)


def seen_lately(token: str, *, now: datetime) -> Seat | None:
    """The same without asking the database: None may also mean that it has to be asked."""
    return database().seats.get(hash_token(token), now)


def by_session(session_hash: str, *, now: datetime) -> Seat | None:
    """The same by the session's hash; a guest's session is renewed on the way (A-02)."""
    cache = database().seats
    if seat := cache.get(session_hash, now):
        return seat
    with reading() as session:
        visit = accounts.find_session(session, session_hash, now=now)
    if visit is None:
        cache.forget(session_hash)
        return None
    expires = _renewed(visit, session_hash, now=now)
    seat = Seat(visit.person, session_hash)
    cache.keep(seat, now, expires)
    return seat


def _renewed(visit: accounts.Visit, session_hash: str, *, now: datetime) -> datetime:
    expires = now + GUEST_LASTS
    if not visit.person.guest or expires - visit.expires < RENEWED_AFTER:
        return visit.expires
    with writing() as session:
        accounts.renew_session(visit.person, session, session_hash, now=now, expires=expires)
    return expires


def sign_out(token: str, *, now: datetime) -> None:
    """End this session everywhere it is used, at once (A-04); a token nobody holds is no error."""
    session_hash = hash_token(token)
    with writing() as session:
        person_id = accounts.delete_session(session, session_hash)
    if person_id:
        _tell_ended(person_id, (session_hash,))


def tell_what_has_ended(seats: Collection[Seat], *, now: datetime) -> None:
    """Everybody hears which of these sessions have ended (K-05): the database itself is asked, once for all."""
    with reading() as session:
        standing = accounts.standing(session, {seat.session for seat in seats}, now=now)
    for seat in seats:
        if seat.session not in standing:
            _tell_ended(seat.person.id, (seat.session,))


def forget_cached(session_hash: str) -> None:
    """Ask the database the next time: called when `live` tells that a session has ended."""
    database().seats.forget(session_hash)


def forget_cached_person(user_id: str) -> None:
    """The same for all of a person's sessions: called when `live` tells that the account has changed."""
    database().seats.forget_person(user_id)


def set_ways(user: Person, ways: Ways, *, now: datetime) -> Person:
    """T-14. Raises Invalid (field zone, first_weekday)."""
    if not _is_zone(ways.zone):
        raise Invalid("There is no such time zone. One looks like Europe/Berlin.", "zone")
    if not 0 <= ways.first_weekday <= 6:
        raise Invalid("A week begins on one of seven days.", "first_weekday")
    with writing() as session:
        person = accounts.save_ways(user, session, ways)
    forget_cached_person(user.id)
    live().publish(user.id, Change(What.PERSON))
    return person


def bring(user: Person, guest_token: str, *, now: datetime) -> int:
    """Take over what a guest made before signing in to an account; how many tasks that were (A-02)."""
    left = _guest_behind(guest_token, now=now)
    if left is None or left.id == user.id:
        return 0
    with writing() as session:
        ended = accounts.delete_sessions(left, session)
        brought = moving.move_everything(user, session, left, now=now)
        accounts.delete_person(left, session)
    _tell_ended(left.id, ended)
    live().publish(user.id, Change(What.TASKS, brought))
    live().publish(user.id, Change(What.THREADS))
    live().publish(user.id, Change(What.VIEWS))
    tell_memory(user)
    return len(brought)
