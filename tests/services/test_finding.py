"""Filters, search, sorts and pages."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from taskchat.domain.filter_text import read_query
from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter, matches
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Priority, Status, Task
from taskchat.errors import Invalid
from taskchat.services import tasks
from tests.world import BERLIN

BY = By("a-group")
World = dict[str, Task]
EVERY = ("rent", "milk", "plants", "dentist", "report")


def _found(alice: Person, world: World, wanted: TaskFilter, now: datetime, sort: Sort = Sort.DUE) -> list[str]:
    names = {task.id: name for name, task in world.items()}
    return [names[task.id] for task in tasks.find(alice, wanted, sort=sort, now=now).tasks]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (TaskFilter(), EVERY),
        (TaskFilter(status=Status.DONE), ()),
        (TaskFilter(priorities=(Priority.HIGH,)), ("rent",)),
        (TaskFilter(priorities=(Priority.HIGH, Priority.LOW)), ("rent", "report")),
        (TaskFilter(tags=("home",)), ("rent", "milk")),
        (TaskFilter(tags=("home", "Shop")), ("milk",)),
        (TaskFilter(tags=("hom",)), ()),
        (TaskFilter(due=DueWindow.TODAY), ("milk",)),
        (TaskFilter(due=DueWindow.OVERDUE), ("rent",)),
        (TaskFilter(due=DueWindow.WEEK), ("rent", "milk", "plants")),
        (TaskFilter(due=DueWindow.NONE), ("report",)),
        (TaskFilter(due=DueRange(date(2026, 11, 22), date(2026, 11, 24))), ("plants", "dentist")),
        (TaskFilter(due=DueRange(None, date(2026, 11, 21))), ("rent", "milk")),
        (TaskFilter(due=DueRange(date(2026, 11, 24), None)), ("dentist",)),
        (TaskFilter(list="work"), ("report",)),
        (TaskFilter(list=""), ("rent", "milk", "plants")),
        (TaskFilter(list="nowhere"), ()),
        (TaskFilter(recurring=True), ("plants",)),
        (TaskFilter(reminder=True), ()),
        (TaskFilter(words="THE dentist"), ("dentist",)),
        (TaskFilter(words="quarter"), ("report",)),
        (TaskFilter(words="shop"), ("milk",)),
        (TaskFilter(words="milk rent"), ()),
        (TaskFilter(words="%"), ()),
        (TaskFilter(words="_"), ()),
        (TaskFilter(words="\\"), ()),
        (TaskFilter(words="nil' OR 1=1 --"), ()),
        (TaskFilter(ids=()), ()),
        (TaskFilter(tags=("home",), words="pay", priorities=(Priority.HIGH,), due=DueWindow.OVERDUE), ("rent",)),
    ],
)
def test_filters_combine(
    alice: Person, world: World, now: datetime, wanted: TaskFilter, found: tuple[str, ...]
) -> None:
    assert tuple(_found(alice, world, wanted, now)) == found


LANGUAGE = (
    ("milk", ("milk",)),
    ('"the report"', ("report",)),
    ('"report the"', ()),
    ("-milk", ("rent", "plants", "dentist", "report")),
    ("-#home", ("plants", "dentist", "report")),
    ("#home -#shop", ("rent",)),
    ("-priority:high,low", ("milk", "plants", "dentist")),
    ("-@work -list:health", ("rent", "milk", "plants")),
    ("-list:inbox", ("dentist", "report")),
    ("has:date", ("rent", "milk", "plants", "dentist")),
    ("-has:date", ("report",)),
    ("-due:overdue", ("milk", "plants", "dentist", "report")),
    ("-due:<2d", ("dentist", "report")),
    ("due:<2d", ("rent", "milk", "plants")),
    ("due:>=2026-11-22", ("plants", "dentist")),
    ("due:2026-11-22..2026-11-23", ("plants",)),
    ("is:recurring", ("plants",)),
    ("-is:recurring -has:reminder", ("rent", "milk", "dentist", "report")),
    ("status:all is:overdue", ("rent",)),
    ('priority:high due:<7d #home -#someday "pay rent"', ("rent",)),
)


@pytest.mark.parametrize(("text", "found"), LANGUAGE)
def test_the_filter_language_finds_in_the_database_what_it_means(
    alice: Person, world: World, now: datetime, text: str, found: tuple[str, ...]
) -> None:
    wanted = read_query(text).filter(now=now, ways=alice.ways)

    assert tuple(_found(alice, world, wanted, now)) == found
    assert {name for name, task in world.items() if matches(task, wanted, now=now, ways=alice.ways)} == set(found)


@pytest.mark.parametrize("words", ["creme brulee", "CRÈME", "straße", "STRASSE", "50%", "a_b", "🍮"])
def test_search_forgives_case_and_accents_and_takes_letters_as_they_are(
    alice: Person, now: datetime, words: str
) -> None:
    task = tasks.create(alice, Draft(title="Crème brûlée 50% a_b", description="Hauptstraße 🍮"), by=BY, now=now)
    tasks.create(alice, Draft(title="aXb 500"), by=BY, now=now)

    found = tasks.find(alice, TaskFilter(words=words), now=now)

    assert [each.id for each in found.tasks] == [task.id]


def test_a_search_has_at_most_200_characters(alice: Person, now: datetime) -> None:
    with pytest.raises(Invalid) as caught:
        tasks.find(alice, TaskFilter(words="a" * 201), now=now)

    assert caught.value.field == "q"


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        (Sort.DUE, ("rent", "milk", "plants", "dentist", "report")),
        (Sort.DUE_LAST, ("dentist", "plants", "milk", "rent", "report")),
        (Sort.PRIORITY, ("rent", "milk", "dentist", "plants", "report")),
        (Sort.PRIORITY_LAST, ("report", "milk", "dentist", "plants", "rent")),
        (Sort.TITLE, ("milk", "dentist", "rent", "plants", "report")),
        (Sort.TITLE_LAST, ("report", "plants", "rent", "dentist", "milk")),
        (Sort.MANUAL, ("milk", "rent", "dentist", "report", "plants")),
        (Sort.MANUAL_LAST, ("plants", "report", "dentist", "rent", "milk")),
    ],
)
def test_sorts_go_both_ways_and_no_date_is_last(
    alice: Person, world: World, now: datetime, sort: Sort, found: tuple[str, ...]
) -> None:
    assert tuple(_found(alice, world, TaskFilter(), now, sort)) == found


@pytest.mark.parametrize("name", ["created", "updated"])
def test_newest_and_oldest_first(alice: Person, now: datetime, name: str) -> None:
    made = [tasks.create(alice, Draft(title=t), by=BY, now=now + timedelta(minutes=n)) for n, t in enumerate("cab")]

    oldest = tasks.find(alice, TaskFilter(), sort=Sort(name), now=now).tasks
    newest = tasks.find(alice, TaskFilter(), sort=Sort(f"-{name}"), now=now).tasks

    assert oldest == tuple(made)
    assert newest == tuple(reversed(made))


def test_a_whole_day_comes_before_a_time_on_that_day(alice: Person, now: datetime) -> None:
    midnight = Due.moment(date(2026, 11, 21), time(0), BERLIN)
    tasks.create(alice, Draft(title="at midnight", due=midnight), by=BY, now=now)
    tasks.create(alice, Draft(title="all day", due=Due(date(2026, 11, 21), BERLIN)), by=BY, now=now)

    found = tasks.find(alice, TaskFilter(), now=now).tasks

    assert [task.title for task in found] == ["all day", "at midnight"]


def test_pages_carry_the_total_and_never_overlap(alice: Person, now: datetime) -> None:
    made = [tasks.create(alice, Draft(title=f"task {n % 3}"), by=BY, now=now).id for n in range(7)]

    pages = [
        tasks.find(alice, TaskFilter(), sort=Sort.TITLE, limit=3, offset=offset, now=now) for offset in (0, 3, 6, 9)
    ]

    assert [page.total for page in pages] == [7] * 4
    assert [len(page.tasks) for page in pages] == [3, 3, 1, 0]
    assert {task.id for page in pages for task in page.tasks} == set(made)


def test_pages_have_bounds(alice: Person, now: datetime) -> None:
    for n in range(101):
        tasks.create(alice, Draft(title=f"{n}"), by=BY, now=now)

    asked = ((0, 0), (-5, -1), (10_000, 0), (5, 10**30))
    pages = [tasks.find(alice, TaskFilter(), limit=limit, offset=offset, now=now) for limit, offset in asked]

    assert [len(page.tasks) for page in pages] == [1, 1, 100, 0]
    assert {page.total for page in pages} == {101}


@pytest.mark.parametrize(
    ("moment", "window"),
    [
        (datetime(2026, 11, 20, 22, 59, tzinfo=UTC), DueWindow.OVERDUE),
        (datetime(2026, 11, 20, 23, 0, tzinfo=UTC), DueWindow.TODAY),
        (datetime(2026, 11, 21, 22, 59, tzinfo=UTC), DueWindow.TODAY),
    ],
)
def test_today_is_the_persons_own(alice: Person, now: datetime, moment: datetime, window: DueWindow) -> None:
    elsewhere = Due(on=moment.date(), zone="UTC", at=moment)
    task = tasks.create(alice, Draft(title="call", due=elsewhere), by=BY, now=now)

    found = tasks.find(alice, TaskFilter(due=window), now=now)

    assert [each.id for each in found.tasks] == [task.id]
    assert tasks.find(alice, TaskFilter(due=DueRange(date(2026, 11, 22), None)), now=now).total == 0


def test_what_is_done_is_not_overdue(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["rent"].id, by=BY, now=now)

    assert tasks.find(alice, TaskFilter(status=None, due=DueWindow.OVERDUE), now=now).total == 0


def test_everything_that_matches_is_found_past_the_page(alice: Person, now: datetime) -> None:
    for n in range(120):
        tasks.create(alice, Draft(title=f"{n}", tags=("x",)), by=BY, now=now)

    found = tasks.find_all(alice, TaskFilter(tags=("x",)), now=now)

    assert len(found) == 120
    assert {task.tags for task in found} == {("x",)}


def test_what_has_not_begun_is_left_out_where_only_what_has_is_wanted(alice: Person, now: datetime) -> None:
    today = date(2026, 11, 21)
    for days in (-1, 0, 1):
        draft = Draft(title=f"{days}", due=Due(today, BERLIN), start=today + timedelta(days))
        tasks.create(alice, draft, by=BY, now=now)

    found = tasks.find(alice, TaskFilter(begun=True), now=now).tasks
    late = tasks.find(alice, TaskFilter(begun=True), now=datetime(2026, 11, 21, 23, 30, tzinfo=UTC)).tasks

    assert [task.title for task in found] == ["-1", "0"]
    assert [task.title for task in late] == ["-1", "0", "1"]
    assert all(matches(task, TaskFilter(begun=True), now=now, ways=alice.ways) for task in found)
    assert not matches(late[-1], TaskFilter(begun=True), now=now, ways=alice.ways)
