"""The address is typed by anybody: what it does not understand it leaves out."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Ways
from taskchat.ui.tasks.asked import MOST_NAMED, MOST_PAGES, WORDS_MOST, Asked, asked_by

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "view=",
        "view=admin",
        "sort=drop",
        "priority=urgent",
        "due=someday",
        "due=..",
        "pages=x",
        "pages=-1",
        "c=thr_1",
    ],
)
def test_nonsense_asks_for_everything(query: str) -> None:
    assert asked_by(query) == Asked()


def test_bounds_hold() -> None:
    asked = asked_by(f"q={'x' * 999}&pages=99999&pages=999")

    assert (len(asked.words), asked.pages) == (WORDS_MOST, MOST_PAGES)


def test_an_answer_names_its_tasks_one_by_one() -> None:
    asked = asked_by("only=a.b..a&q=milk")
    wanted = asked.filter(NOW, Ways(zone="Europe/Berlin"))

    assert (asked.only, asked.title, asked.is_filtered) == (("a", "b"), "From the conversation", True)
    assert (wanted.ids, wanted.status) == (("a", "b"), None)
    assert wanted.also == (TaskFilter(status=None, words="milk"),)
    assert len(asked_by("only=" + ".".join(map(str, range(999)))).only) == MOST_NAMED


def test_done_work_stands_with_the_latest_on_top() -> None:
    assert asked_by("view=done").order is Sort.UPDATED_LAST
    assert asked_by("view=done&sort=title").order is Sort.TITLE


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_address_breaks_the_page(query: str) -> None:
    asked = asked_by(query)

    assert asked.title
    assert 1 <= asked.pages <= MOST_PAGES
