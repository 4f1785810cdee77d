"""Passwords: which are accepted, and how they are hashed."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from taskchat.errors import Invalid, TooMany

SHORTEST, LONGEST = 12, 128
COMMON = frozenset(FREQUENCY_LISTS["passwords"])
REPEATED = re.compile(r"(.+?)\1+", re.DOTALL)
FIGURES = re.compile(r"[\d\W_]+$")
HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""argon2id with the parameters OWASP names first among those of 19 MiB."""
NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$4uMnDLU67gMwOr16inB3fQ$gsaqF/j5i8G06S6yqRBpKRWpUq9bWCD3NoD0gt8/pZw"
"""Checked where the e-mail is unknown, so that the answer takes the same time (A-03)."""
GATE = BoundedSemaphore(4)
"""Each hash takes 19 MiB: no more than four at once (A-03)."""
WAIT_SECONDS = 2.0


def check_password(password: str, email: str, *, shortest: int = SHORTEST) -> None:
    """A-01. Raises Invalid (field password) with what to do instead."""
    plain = _normal(password)
    if len(plain) < shortest:
        raise _refused(f"A password needs {shortest} characters or more. A sentence of a few words is a good one.")
    if len(plain) > LONGEST:
        raise _refused(f"A password has at most {LONGEST} characters.")
    if _is_own_address(plain.casefold(), email.casefold()):
        raise _refused("Your e-mail address is not a good password. Choose something else.")
    if _is_common(plain.casefold()):
        raise _refused("This password is on every list of common passwords. Choose something else.")


def _normal(password: str) -> str:
    """The same keys give the same password on every device (NIST SP 800-63B)."""
    return unicodedata.normalize("NFKC", password)


def _refused(problem: str) -> Invalid:
    return Invalid(problem, "password")


def _is_own_address(plain: str, email: str) -> bool:
    name = email.partition("@")[0]
    return email in plain or FIGURES.sub("", plain) == name


def _is_common(plain: str) -> bool:
    """On the list, or one of the list or a few characters again and again."""
    again = REPEATED.fullmatch(plain)
    return plain in COMMON or (again is not None and (len(again[1]) <= 4 or again[1] in COMMON))


def hash_password(password: str) -> str:
    """Raises TooMany when four others are being hashed for 2 s."""
    with _one_of_four():
        return HASHER.hash(_normal(password))


def is_right(password: str, password_hash: str | None) -> bool:
    """Whether it is this one; without a hash it takes as long and is wrong. Raises TooMany as above."""
    with _one_of_four():
        try:
            return HASHER.verify(password_hash or NOBODY, _normal(password)) and password_hash is not None
        except (VerifyMismatchError, InvalidHashError):
            return False


def is_outdated(password_hash: str) -> bool:
    """Whether it was made with other parameters than today's."""
    return HASHER.check_needs_rehash(password_hash)


@contextmanager
def _one_of_four() -> Iterator[None]:
    if not GATE.acquire(timeout=WAIT_SECONDS):
        raise TooMany("Too many people are signing in right now. Try again in a few seconds.", retry_after=2)
    try:
        yield
    finally:
        GATE.release()
