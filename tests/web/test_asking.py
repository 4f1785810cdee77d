"""The query of GET /api/tasks."""

from datetime import UTC, date, datetime

import pytest
from starlette.datastructures import QueryParams

from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter
from taskchat.domain.person import Ways
from taskchat.domain.task import Priority, Status
from taskchat.errors import Invalid
from taskchat.web.asking import Asked, decode_query


def asked(query: str) -> Asked:
    return decode_query(
        QueryParams(query), now=datetime(2026, 3, 4, 8, 30, tzinfo=UTC), ways=Ways(zone="Europe/Berlin")
    )


def test_nothing_asked_is_the_first_fifty_open_tasks_by_due_date() -> None:
    assert asked("") == Asked(TaskFilter(), Sort.DUE, 50, 0)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("status=open", TaskFilter(status=Status.OPEN)),
        ("status=done", TaskFilter(status=Status.DONE)),
        ("status=all", TaskFilter(status=None)),
        ("priority=high&priority=LOW", TaskFilter(priorities=(Priority.HIGH, Priority.LOW))),
        ("tag=home&tag=C%2B%2B", TaskFilter(tags=("home", "c++"))),
        ("due=today", TaskFilter(due=DueWindow.TODAY)),
        ("due=week", TaskFilter(due=DueWindow.WEEK)),
        ("due=overdue", TaskFilter(due=DueWindow.OVERDUE)),
        ("due=none", TaskFilter(due=DueWindow.NONE)),
        ("due=2026-03-01..2026-03-31", TaskFilter(due=DueRange(date(2026, 3, 1), date(2026, 3, 31)))),
        ("due=..2026-03-31", TaskFilter(due=DueRange(None, date(2026, 3, 31)))),
        ("due=2026-03-01..", TaskFilter(due=DueRange(date(2026, 3, 1), None))),
        ("list=Home", TaskFilter(list="Home")),
        ("list=", TaskFilter(list="")),
        ("reminder=true&recurring=true", TaskFilter(reminder=True, recurring=True)),
        ("reminder=false", TaskFilter()),
        ("q=100%25%20_x", TaskFilter(words="100% _x")),
        ("trashed=true", TaskFilter(trashed=True)),
        (
            "filter=%23work%20-milk&tag=home",
            TaskFilter(
                tags=("home",),
                also=(TaskFilter(status=None, tags=("work",), without=(TaskFilter(status=None, words="milk"),)),),
            ),
        ),
        ("filter=status:done", TaskFilter(status=Status.DONE, also=(TaskFilter(status=Status.DONE),))),
        ("filter=", TaskFilter()),
    ],
)
def test_each_parameter_says_which_tasks(query: str, wanted: TaskFilter) -> None:
    assert asked(query).wanted == wanted


@pytest.mark.parametrize("sort", [value.value for value in Sort])
def test_every_order_can_be_asked_for(sort: str) -> None:
    assert asked(f"sort={sort}").sort == Sort(sort)


def test_the_order_in_a_filter_counts_where_none_is_named_beside_it() -> None:
    assert asked("filter=sort:title").sort is Sort.TITLE
    assert asked("filter=sort:title&sort=due").sort is Sort.DUE


def test_a_filter_that_is_not_understood_is_refused_with_its_place() -> None:
    with pytest.raises(Invalid) as caught:
        asked("filter=milk%20colour:red")

    assert caught.value.message == "“colour:” is no filter; to search for it put it in quotes (at 6)."


def test_a_page_is_a_limit_and_an_offset() -> None:
    page = asked("limit=100&offset=200")

    assert (page.limit, page.offset) == (100, 200)


def test_a_page_holds_a_hundred_at_most() -> None:
    assert asked("limit=5000").limit == 100


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=finished", "status"),
        ("status=", "status"),
        ("status=open&status=done", "status"),
        ("priority=huge", "priority"),
        ("tag=", "tags"),
        ("tag=" + "x" * 51, "tags"),
        ("due=soon", "due"),
        ("due=..", "due"),
        ("due=2026-03-01", "due"),
        ("due=2026-02-30..", "due"),
        ("due=20260301..", "due"),
        ("due=2026-W10-1..", "due"),
        ("due=2026-03-31..2026-03-01", "due"),
        ("reminder=yes", "reminder"),
        ("sort=random", "sort"),
        ("limit=0", "limit"),
        ("limit=", "limit"),
        ("limit=ten", "limit"),
        ("limit=-1", "limit"),
        ("limit=%C2%B2", "limit"),
        ("offset=-1", "offset"),
        ("offset=99999999999999999999", "offset"),
        ("q=" + "x" * 201, "q"),
        ("q=a%00b", "q"),
        ("list=a%0Ab", "list"),
        ("color=red", "color"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(query: str, field: str) -> None:
    with pytest.raises(Invalid) as caught:
        asked(query)

    assert caught.value.field == field
