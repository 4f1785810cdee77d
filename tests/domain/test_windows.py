"""Spans of days in words: Saturday 21 November 2026 in Berlin."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.dates import find_window, read_window
from taskchat.domain.filters import DueRange, DueWindow
from taskchat.domain.person import Ways
from taskchat.errors import Invalid

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")
LINE = """from to between and before by until after next this week month friday 3 march 31 feb overdue no due date in
    2 weeks - .. 2026-03-02 today list tasks with"""
WORDS = st.sampled_from(LINE.split())


def shown(window: DueWindow | DueRange) -> str:
    return window.value if isinstance(window, DueWindow) else f"{window.first or ''}..{window.last or ''}"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("today", "today"),
        ("due today", "today"),
        ("overdue", "overdue"),
        ("this week", "week"),
        ("week", "week"),
        ("no date", "none"),
        ("without a due date", "none"),
        ("tomorrow", "2026-11-22..2026-11-22"),
        ("tomorrow at 5pm", "2026-11-22..2026-11-22"),
        ("yesterday", "2026-11-20..2026-11-20"),
        ("friday", "2026-11-27..2026-11-27"),
        ("on friday", "2026-11-27..2026-11-27"),
        ("next week", "2026-11-23..2026-11-29"),
        ("last week", "2026-11-09..2026-11-15"),
        ("from last week", "2026-11-09..2026-11-15"),
        ("this month", "2026-11-01..2026-11-30"),
        ("next month", "2026-12-01..2026-12-31"),
        ("in march", "2027-03-01..2027-03-31"),
        ("december 2026", "2026-12-01..2026-12-31"),
        ("november", "2026-11-01..2026-11-30"),
        ("next year", "2027-01-01..2027-12-31"),
        ("this weekend", "2026-11-21..2026-11-22"),
        ("next weekend", "2026-11-28..2026-11-29"),
        ("next 7 days", "2026-11-21..2026-11-27"),
        ("in the next 2 weeks", "2026-11-21..2026-12-04"),
        ("within 3 days", "2026-11-21..2026-11-23"),
        ("the last 3 days", "2026-11-18..2026-11-21"),
        ("before friday", "..2026-11-26"),
        ("by friday", "..2026-11-27"),
        ("until 3 march", "..2027-03-03"),
        ("before next week", "..2026-11-22"),
        ("after friday", "2026-11-28.."),
        ("after this week", "2026-11-23.."),
        ("from friday", "2026-11-27.."),
        ("from monday to friday", "2026-11-23..2026-11-27"),
        ("monday to wednesday", "2026-11-23..2026-11-25"),
        ("between monday and wednesday", "2026-11-23..2026-11-25"),
        ("friday to monday", "2026-11-27..2026-11-30"),
        ("2026-12-01..2026-12-05", "2026-12-01..2026-12-05"),
        ("2026-12-01..", "2026-12-01.."),
        ("..2026-12-05", "..2026-12-05"),
        ("2026-12-05", "2026-12-05..2026-12-05"),
        ("the rest of the week", "2026-11-21..2026-11-22"),
        ("next march", "2027-03-01..2027-03-31"),
        ("this november", "2026-11-01..2026-11-30"),
        ("this quarter", "2026-10-01..2026-12-31"),
        ("q1 2027", "2027-01-01..2027-03-31"),
        ("in q1", "2027-01-01..2027-03-31"),
        ("this summer", "2027-06-21..2027-09-21"),
        ("july 1 to 14", "2027-07-01..2027-07-14"),
        ("1-14 july", "2027-07-01..2027-07-14"),
        ("the first week of december", "2026-12-01..2026-12-07"),
        ("the week of december 7", "2026-12-07..2026-12-13"),
        ("the week after next", "2026-11-30..2026-12-06"),
        ("in the coming week", "2026-11-23..2026-11-29"),
        ("over the weekend", "2026-11-21..2026-11-22"),
        ("next 48 hours", "2026-11-21..2026-11-22"),
        ("today and tomorrow", "2026-11-21..2026-11-22"),
        ("monday or tuesday", "2026-11-23..2026-11-24"),
        ("before the end of the week", "..2026-11-22"),
        ("by the end of next week", "..2026-11-29"),
    ],
)
def test_words_mean_a_span_of_days(said: str, days: str) -> None:
    assert shown(read_window(said, now=NOW, ways=BERLIN)) == days


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("flurb", "I do not understand the date “flurb”."),
        ("", "I do not understand the date “”."),
        ("friday flurb", "I do not understand the date “friday flurb”."),
        ("31 feb", "There is no 31 February. 28 February, or 1 March?"),
        ("before 31 feb", "There is no 31 February. 28 February, or 1 March?"),
        ("2026-12-05..2026-12-01", "This time ends before it starts."),
        ("before " * 60, f"I do not understand the date “{('before ' * 60)[:59].strip()}…”."),
    ],
)
def test_words_that_mean_no_days_are_refused(said: str, answer: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_window(said, now=NOW, ways=BERLIN)

    assert (refused.value.message, refused.value.field) == (answer, "due")


@pytest.mark.parametrize(
    ("text", "phrase", "days"),
    [
        ("what is on today?", "on today", "today"),
        ("show tasks due before friday with #work", "due before friday", "..2026-11-26"),
        ("delete all tasks from last week", "from last week", "2026-11-09..2026-11-15"),
        ("list overdue tasks", "overdue", "overdue"),
        ("what do I have next week?", "next week", "2026-11-23..2026-11-29"),
        ("tasks between monday and friday please", "between monday and friday", "2026-11-23..2026-11-27"),
        ("everything without a date", "without a date", "none"),
    ],
)
def test_a_span_of_days_is_found_in_a_sentence(text: str, phrase: str, days: str) -> None:
    span = find_window(text, now=NOW, ways=BERLIN)

    assert span is not None
    assert (text[span.start : span.end], shown(span.window)) == (phrase, days)


@pytest.mark.parametrize("text", ["", "list my tasks", "call sun about march", "the milk one"])
def test_a_sentence_without_days_has_none(text: str) -> None:
    assert find_window(text, now=NOW, ways=BERLIN) is None


@given(st.lists(WORDS, max_size=10).map(" ".join))
def test_any_words_are_days_in_order_or_a_sentence(text: str) -> None:
    try:
        window = read_window(text, now=NOW, ways=BERLIN)
    except Invalid as refused:
        assert refused.message.endswith((".", "?"))
    else:
        either_open = isinstance(window, DueWindow) or window.first is None or window.last is None
        assert either_open or date.min < window.first <= window.last
