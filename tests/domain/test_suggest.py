"""Tags and days suggested from what was done with tasks like it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from taskchat.domain.suggest import days_for, tags_for
from taskchat.domain.task import Status, Task
from tests.domain.made import NOW, task

TODAY = date(2026, 11, 21)
"""A Saturday."""


def tagged(**titles: str) -> list[Task]:
    return [task(title.replace("_", " "), tags=tuple(tags.split())) for title, tags in titles.items()]


def done(title: str, on: str, days: int = 0) -> Task:
    """Done at noon of `on`, `days` after it was noted down."""
    at = datetime.fromisoformat(on).replace(hour=12, tzinfo=UTC)
    return task(title, id=f"{title} {on}", status=Status.DONE, created=at - timedelta(days=days), completed=at)


@pytest.mark.parametrize(
    ("title", "known", "wanted"),
    [
        ("buy bread", tagged(buy_milk="shop", buy_eggs="shop"), ("shop",)),
        ("buy bread", tagged(buy_milk="shop"), ()),
        ("buy bread", tagged(buy_milk="shop", buy_eggs="food", buy_ham="house"), ()),
        ("buy bread", tagged(buy_milk="shop home", buy_eggs="home shop"), ("shop", "home")),
        ("call the bank", tagged(buy_milk="shop", buy_eggs="shop"), ()),
        ("call the bank about the loan", tagged(call_mom="family", call_dad="family"), ()),
        ("water the plants", [], ()),
    ],
)
def test_tags(title: str, known: list[Task], wanted: tuple[str, ...]) -> None:
    assert tags_for([task(title)], known) == ({title: wanted} if wanted else {})


@pytest.mark.parametrize(
    ("title", "known", "wanted"),
    [
        # Done on two Thursdays: on the next one.
        ("water plants", [done("water the plants", "2026-11-12"), done("water plants", "2026-11-05")], "2026-11-26"),
        # On no weekday of its own, but within three days each time.
        (
            "file receipts",
            [done("file receipts", "2026-11-09", 3), done("file receipts", "2026-11-03", 3)],
            "2026-11-24",
        ),
        # What was done once is no habit; what took months was not waited for.
        ("file receipts", [done("file receipts", "2026-11-09", 3)], None),
        ("read Proust", [done("read Proust", "2026-11-09", 300), done("read Proust", "2026-11-03", 200)], None),
        ("buy bread", [done("buy milk", "2026-11-12"), done("buy eggs", "2026-11-05")], None),
    ],
)
def test_days(title: str, known: list[Task], wanted: str | None) -> None:
    found = days_for([task(title)], known, today=TODAY, zone="Europe/Berlin")

    assert found == ({title: date.fromisoformat(wanted)} if wanted else {})


def test_no_more_is_suggested_than_a_person_reads() -> None:
    bare = [task(f"buy bread {n}", created=NOW + timedelta(minutes=n)) for n in range(50)]

    found = tags_for(bare, tagged(buy_some_bread="shop", buy_more_bread="shop"))

    assert list(found)[:2] == ["buy bread 49", "buy bread 48"]
    assert len(found) == 20


def test_a_day_is_never_past() -> None:
    old = task("file receipts", created=NOW - timedelta(days=90))
    known = [done("file receipts", "2026-11-09", 3), done("file receipts", "2026-11-03", 3)]

    assert days_for([old], known, today=TODAY, zone="Europe/Berlin") == {"file receipts": TODAY}


def test_what_has_a_tag_or_a_date_or_is_done_is_left_alone() -> None:
    known = [
        done("water plants", "2026-11-12"),
        done("water plants", "2026-11-05"),
        *tagged(buy_milk="shop", buy_eggs="shop"),
    ]
    settled = [
        task("water plants", "2026-11-30", tags=("home",)),
        task("buy ham", tags=("x",)),
        done("buy jam", "2026-11-20"),
    ]

    assert tags_for(settled, known) == {}
    assert days_for(settled[:1], known, today=TODAY, zone="Europe/Berlin") == {}
