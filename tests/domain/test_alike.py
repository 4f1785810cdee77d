"""Which tasks are probably one, and which of them stays."""

from datetime import timedelta
from typing import Any

import pytest

from taskchat.domain.alike import duplicates, words_of
from taskchat.domain.task import Status, Task
from tests.domain.made import NOW, task

ZONE = "Europe/Berlin"
Fields = dict[str, Any]


def made(titles: str, *fields: Fields) -> list[Task]:
    """ "buy milk | get the milk", each a minute after the one before."""
    names = [title.strip() for title in titles.split("|")]
    rest = [*fields, *({} for _ in names[len(fields) :])]
    later = (NOW + timedelta(minutes=n) for n in range(len(names)))
    return [
        task(title, **({"id": f"{n}", "created": at} | more))
        for n, (title, at, more) in enumerate(zip(names, later, rest, strict=True))
    ]


@pytest.mark.parametrize(
    "titles",
    [
        "buy milk | buy milk",
        "buy milk | Buy Milk!",
        "buy milk | get the milk",
        "Call mum | phone mom",
        "pay the bills | pay bill",
        "Café besuchen | cafe besuchen",
        "dentist appointment | dentist apointment",
        "renew passport | Renew my passport.",
        "🎂 | 🎂",
    ],
)
def test_titles_that_say_the_same(titles: str) -> None:
    (found,) = duplicates(made(titles), zone=ZONE)

    assert (found.keep.id, [other.id for other in found.others]) == ("0", ["1"])


@pytest.mark.parametrize(
    "titles",
    [
        "buy milk | buy bread",
        "call mom | call dad",
        "chapter 1 | chapter 2",
        "call Anna | call Hanna",
        "flight to Rome | flight from Rome",
        "flight from Rome to Oslo | flight from Oslo to Rome",
        "buy milk | buy milk and eggs",
        "report for March | report for May",
        "clean the kitchen | clean the garage",
        "C | C++",
        "dentist | dentist appointment",
    ],
)
def test_titles_that_do_not(titles: str) -> None:
    assert duplicates(made(titles), zone=ZONE) == ()


@pytest.mark.parametrize(
    ("titles", "fields", "is_one"),
    [
        ("pay rent | pay rent", ({"due": "2026-12-01"}, {"due": "2027-01-01"}), False),
        ("pay rent | pay rent", ({"due": "2026-12-01"}, {"due": "2026-12-02"}), True),
        ("pay rent | pay rent", ({"due": "2026-12-01"}, {}), True),
        ("clean up | clean up", ({"list": "Home"}, {"list": "Work"}), True),
        ("pay rent | pay rent", ({"list": "Home", "due": "2026-12-01"}, {"due": "2026-12-02"}), True),
        ("appointment | apointment", ({"list": "Home", "due": "2026-12-01"}, {"due": "2026-12-02"}), False),
        ("pack bags | pack bags", ({"parent_id": "rome"}, {"parent_id": "oslo"}), False),
        ("pack bags | pack bags", ({"parent_id": "rome"}, {"parent_id": "rome"}), True),
        ("buy milk | buy milk", ({"status": Status.DONE}, {}), False),
        ("buy milk | buy milk", ({"sample": True}, {}), False),
    ],
)
def test_the_list_and_the_date_count_too(titles: str, fields: tuple[Fields, ...], is_one: bool) -> None:
    assert bool(duplicates(made(titles, *fields), zone=ZONE)) is is_one


def test_the_one_with_most_to_it_stays() -> None:
    (found,) = duplicates(made("buy milk | buy milk | buy milk", {}, {"description": "two litres"}), zone=ZONE)

    assert (found.keep.id, [other.id for other in found.others]) == ("1", ["0", "2"])


def test_thousands_of_titles_are_compared_in_no_time() -> None:
    words = ("appointment", "insurance", "documents", "reservation", "subscription")
    tasks = [task(f"{words[n % 5]} {n}", id=str(n)) for n in range(5000)]

    assert duplicates([*tasks, *made("subscription renewal | subscripton renewal")], zone=ZONE)[0].keep.id == "0"


def test_a_title_of_nothing_but_small_words_is_itself() -> None:
    assert words_of("The On") == ("the on",)
