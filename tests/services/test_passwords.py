"""Which passwords are accepted, and that no more than four are hashed at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BoundedSemaphore, Lock

import pytest
from argon2 import PasswordHasher

from taskchat.errors import Invalid, TooMany
from taskchat.services import passwords
from taskchat.services.passwords import check_password, hash_password, is_outdated, is_right

EMAIL = "anna.bell@example.org"


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "zwölf zeichen lang",
        "密码很长很长很长很长很长",
        "x" * 3 + "qp93kfj20x",
        "a1 b2 c3 d4 e5 f6",
    ],
)
def test_a_long_password_of_any_kind_is_accepted(password: str) -> None:
    check_password(password, EMAIL)

    assert is_right(password, hash_password(password))


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "12 characters or more"),
        ("x7!" + "é" * 8, "12 characters or more"),
        ("y" * 2 + "q" * 130, "at most 128"),
        ("1qaz2wsx3edc", "common"),
        ("QWERTY123456", "common"),
        ("aaaaaaaaaaaaaa", "common"),
        ("abcabcabcabc", "common"),
        ("passwordpassword", "common"),
        ("anna.bell@example.org", "e-mail"),
        ("Anna.Bell@Example.ORG!!", "e-mail"),
        ("anna.bell2026!", "e-mail"),
    ],
)
def test_what_is_easily_guessed_is_refused(password: str, why: str) -> None:
    with pytest.raises(Invalid, match=why) as caught:
        check_password(password, EMAIL)

    assert caught.value.field == "password"


def test_the_least_length_is_a_setting() -> None:
    check_password("12 x 4 y", EMAIL, shortest=8)

    with pytest.raises(Invalid, match="15 characters"):
        check_password("correct horse", EMAIL, shortest=15)


def test_nothing_is_cut_off() -> None:
    """bcrypt would take two passwords that differ after 72 bytes for the same."""
    long = "é" * 100

    assert not is_right(long + "b", hash_password(long + "a"))


def test_the_same_letters_typed_otherwise_are_the_same_password() -> None:
    assert is_right("Ame\u0301lie und der Wind", hash_password("Am\u00e9lie und der Wind"))


def test_without_an_account_every_password_is_wrong() -> None:
    assert not is_right("nobody has this password", None)


def test_another_hash_than_argon2_is_wrong_not_an_error() -> None:
    assert not is_right("x", "$2b$12$abcdefghijklmnopqrstuv")


def test_a_hash_of_older_parameters_is_to_be_renewed() -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("x")

    assert (is_outdated(old), is_outdated(hash_password("x"))) == (True, False)


class Counting:
    """A hasher that waits until four are at work, and counts how many ever were."""

    def __init__(self) -> None:
        self.most = self.now = 0
        self._lock = Lock()
        self._four = Barrier(4)

    def hash(self, password: str) -> str:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self._four.wait(10)
        with self._lock:
            self.now -= 1
        return password


def test_four_are_hashed_at_once_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting()
    monkeypatch.setattr(passwords, "HASHER", counting)

    with ThreadPoolExecutor(12) as pool:
        done = list(pool.map(hash_password, [str(n) for n in range(12)]))

    assert (len(done), counting.most) == (12, 4)


def test_who_waits_too_long_is_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    full = BoundedSemaphore(1)
    full.acquire()
    monkeypatch.setattr(passwords, "GATE", full)
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 0.01)

    with pytest.raises(TooMany) as caught:
        hash_password("x")

    assert caught.value.retry_after == 2
