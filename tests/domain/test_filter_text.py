"""The filter language: what is written, what it asks for, and what is told where it is not understood."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.filter_text import Query, Term, read_query
from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter
from taskchat.domain.person import Ways
from taskchat.domain.task import Priority, Status
from taskchat.errors import Invalid

NOW = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")


def asked(text: str) -> TaskFilter:
    return read_query(text).filter(now=NOW, ways=BERLIN)


def days(first: str, last: str) -> DueRange:
    return DueRange(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", TaskFilter()),
        ("tax return", TaskFilter(words="tax return")),
        ('"tax return"', TaskFilter(phrases=("tax return",))),
        ("#work", TaskFilter(tags=("work",))),
        ('tag:work #"two words"', TaskFilter(tags=("work", "two words"))),
        ("@Home", TaskFilter(list="Home")),
        ('list:"Big shop"', TaskFilter(list="Big shop")),
        ("list:inbox", TaskFilter(list="")),
        ("priority:high", TaskFilter(priorities=(Priority.HIGH,))),
        ("priority:low,HIGH", TaskFilter(priorities=(Priority.HIGH, Priority.LOW))),
        ("!1 p:3", TaskFilter(priorities=(Priority.HIGH, Priority.LOW))),
        ("due:today", TaskFilter(due=DueWindow.TODAY)),
        ("due:week", TaskFilter(due=DueWindow.WEEK)),
        ("due:overdue", TaskFilter(due=DueWindow.OVERDUE)),
        ("is:overdue", TaskFilter(due=DueWindow.OVERDUE)),
        ("due:none", TaskFilter(due=DueWindow.NONE)),
        ("due:<7d", TaskFilter(due=days("", "2026-03-10"))),
        ("due:<=7d", TaskFilter(due=days("", "2026-03-11"))),
        ("due:>2w", TaskFilter(due=days("2026-03-19", ""))),
        ("due:>=1m", TaskFilter(due=days("2026-04-04", ""))),
        ("due:<2026-04-01", TaskFilter(due=days("", "2026-03-31"))),
        ("due:2026-03-01..2026-03-31", TaskFilter(due=days("2026-03-01", "2026-03-31"))),
        ("due:2026-03-01..", TaskFilter(due=days("2026-03-01", ""))),
        ("due:tomorrow", TaskFilter(due=days("2026-03-05", "2026-03-05"))),
        ('due:"next week"', TaskFilter(due=days("2026-03-09", "2026-03-15"))),
        ("is:recurring has:reminder", TaskFilter(recurring=True, reminder=True)),
        ("status:done", TaskFilter(status=Status.DONE)),
        ("is:done", TaskFilter(status=Status.DONE)),
        ("status:all", TaskFilter(status=None)),
        ("-#someday", TaskFilter(without=(TaskFilter(status=None, tags=("someday",)),))),
        ("-milk", TaskFilter(without=(TaskFilter(status=None, words="milk"),))),
        ("has:date", TaskFilter(without=(TaskFilter(status=None, due=DueWindow.NONE),))),
        ("-has:date", TaskFilter(due=DueWindow.NONE)),
        ("e-mail - milk", TaskFilter(words="e-mail - milk")),
        ('"due:today"', TaskFilter(words="due:today")),
        (
            'priority:high due:<7d #work -#someday "tax return"',
            TaskFilter(
                priorities=(Priority.HIGH,),
                due=days("", "2026-03-10"),
                tags=("work",),
                phrases=("tax return",),
                without=(TaskFilter(status=None, tags=("someday",)),),
            ),
        ),
    ],
)
def test_a_filter_asks_for_what_it_says(text: str, wanted: TaskFilter) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("milk colour:red", "“colour:” is no filter; to search for it put it in quotes (at 6)."),
        ("see http://x", "“http:” is no filter; to search for it put it in quotes (at 5)."),
        ('milk "tax return', "This quote is not closed (at 6)."),
        ('"tax"return', "Put a space here (at 6)."),
        ('""', "There is nothing between the quotes (at 1)."),
        ("milk priority:", "Say what “priority:” is to be (at 6)."),
        ("priority:huge", "A priority is high, medium or low (at 1)."),
        ("status:maybe", "“status:” is one of open, done, all (at 1)."),
        ("is:nice", "“is:” is one of recurring, overdue, open, done (at 1)."),
        ("sort:size", "“sort:” is one of due, -due, priority, -priority, created, -created, updated, -updated, title, "
            "-title, manual, -manual (at 1)."),
        ("due:today due:none", "“due:” is said twice (at 11)."),
        ("is:done status:open", "“status:” is said twice (at 9)."),
        ("-sort:due", "“sort:” cannot be excluded (at 1)."),
        ("milk due:soonish", "I do not understand the date “soonish” (at 6)."),
        ("due:<x", "I do not understand the date “<x” (at 1)."),
        ("due:2026-02-31", "I do not understand the date “2026-02-31” (at 1)."),
        ("x" * 501, "A filter has 500 characters at most."),
        ("x" * 202, "A search has 200 characters at most."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(Invalid) as caught:
        asked(text)

    assert (caught.value.message, caught.value.field) == (told, "filter")


def test_the_order_is_part_of_it() -> None:
    assert (read_query("#work sort:-created").sort, read_query("#work").sort) == (Sort.CREATED_LAST, None)


PRINTED = "".join(chr(code) for code in range(33, 127) if chr(code) != '"')
NAMES = st.lists(st.text(PRINTED, min_size=1, max_size=8), min_size=1, max_size=3).map(" ".join)


TERMS = st.lists(
    st.one_of(
        st.builds(Term, st.just(""), NAMES, st.booleans()),
        st.builds(Term, st.just("tag"), NAMES.map(str.lower).filter(lambda tag: tag[0] != "#"), st.booleans()),
        st.builds(Term, st.just("priority"), st.sampled_from(["high", "low", "high,low"]), st.booleans()),
        st.builds(
            Term,
            st.just("due"),
            st.sampled_from(["today", "<7d", "2026-03-01..2026-03-31", "next week"]),
            st.just(True),
        ),
        st.builds(Term, st.just("has"), st.just("reminder"), st.booleans()),
        st.builds(Term, st.just("list"), NAMES.filter(lambda name: name.lower() != "inbox"), st.just(True)),
    ),
    max_size=6,
).map(tuple)


@given(TERMS)
def test_what_is_written_of_a_filter_reads_as_the_same_filter(terms: tuple[Term, ...]) -> None:
    assert read_query(Query(terms).text) == Query(terms)


@given(st.text(max_size=80))
def test_any_text_is_a_filter_or_a_sentence_and_its_own_text_reads_alike(text: str) -> None:
    try:
        query = read_query(text)
    except Invalid as problem:
        assert problem.field == "filter"
        return

    assert read_query(query.text) == query
