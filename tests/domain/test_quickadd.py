"""One line and the task it describes: Saturday 21 November 2026, 11:00 in Berlin."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.person import Ways
from taskchat.domain.quickadd import read_line, read_lines
from taskchat.domain.task import Priority

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")
LINE = """milk tomorrow 5pm at 5 #home #"two words" @Home @"my list" !high p2 !3 ~30m ~ "tomorrow" " “ ” every monday
    day 2 weeks daily until friday remind me 15 min before 31 feb ( ) , . # @ ! \ufffc \u202e 3/4 hours \0"""
WORDS = st.sampled_from(LINE.split(" "))


def read(line: str) -> tuple[str, dict[str, object]]:
    """The title, and every other field that was understood."""
    draft = read_line(line, now=NOW, ways=BERLIN).draft
    due = draft.due and (f"{draft.due.local:%m-%d %H:%M}" if draft.due.local else f"{draft.due.on:%m-%d}")
    parts = {
        "due": due,
        "tags": draft.tags,
        "list": draft.list,
        "priority": None if draft.priority is Priority.MEDIUM else draft.priority.value,
        "rule": draft.rrule,
        "remind": draft.reminder_minutes,
        "minutes": draft.estimate_minutes,
    }
    return draft.title, {name: value for name, value in parts.items() if value not in {None, ()}}


LINES = [
    ("milk", "milk", {}),
    ("milk tomorrow 9am #home !high", "milk", {"due": "11-22 09:00", "tags": ("home",), "priority": "high"}),
    ("call mom tomorrow at 5pm", "call mom", {"due": "11-22 17:00"}),
    ("tomorrow call mom at 5pm", "call mom", {"due": "11-22 17:00"}),
    ("Tomorrow: call mom", "call mom", {"due": "11-22"}),
    ("buy milk, tomorrow", "buy milk", {"due": "11-22"}),
    ("buy milk tomorrow.", "buy milk.", {"due": "11-22"}),
    ("buy milk, tomorrow.", "buy milk.", {"due": "11-22"}),
    ("call bob (tomorrow)", "call bob", {"due": "11-22"}),
    ("prepare Monday report by friday", "prepare Monday report", {"due": "11-27"}),
    ("submit report by friday, #work, @Office", "submit report", {"due": "11-27", "tags": ("work",), "list": "Office"}),
    ("send 2026-12-01", "send", {"due": "12-01"}),
    ("call mum 12/3 at 6pm", "call mum", {"due": "03-12 18:00"}),
    ("meet at 12 with bob", "meet with bob", {"due": "11-21 12:00"}),
    ("trip from 5pm to 6:30pm", "trip", {"due": "11-21 17:00", "minutes": 90}),
    ("trip tomorrow 17:00-18:00", "trip", {"due": "11-22 17:00", "minutes": 60}),
    ("tomorrow", "", {"due": "11-22"}),
    # tags
    ("#home milk", "milk", {"tags": ("home",)}),
    ("milk #Home #home", "milk", {"tags": ("home",)}),
    ("milk #home, #shop.", "milk.", {"tags": ("home", "shop")}),
    ("write code #C++", "write code", {"tags": ("c++",)}),
    ("file #2026 taxes", "file taxes", {"tags": ("2026",)}),
    ("clean #🏠 now", "clean now", {"tags": ("🏠",)}),
    ('clean #"two words"', "clean", {"tags": ("two words",)}),
    ("learn c#", "learn c#", {}),
    ("a # b", "a # b", {}),
    ("see page.html#part", "see page.html#part", {}),
    # lists
    ("milk @Home", "milk", {"list": "Home"}),
    ('milk @"My errands"', "milk", {"list": "My errands"}),
    ("mail bob@example.com friday", "mail bob@example.com", {"due": "11-27"}),
    ("milk @Home @Shop", "milk @Home", {"list": "Shop"}),
    # priority
    ("milk !1", "milk", {"priority": "high"}),
    ("milk !3", "milk", {"priority": "low"}),
    ("milk p1", "milk", {"priority": "high"}),
    ("milk !LOW", "milk", {"priority": "low"}),
    ("milk !medium", "milk", {}),
    ("milk high priority", "milk", {"priority": "high"}),
    ("milk !low !high", "milk !low", {"priority": "high"}),
    ("hurry!", "hurry!", {}),
    ("wow !bang", "wow !bang", {}),
    ("high mountains", "high mountains", {}),
    # repeats
    ("water plants every monday", "water plants", {"rule": "FREQ=WEEKLY;BYDAY=MO", "due": "11-23"}),
    ("water plants every day at 9", "water plants", {"rule": "FREQ=DAILY", "due": "11-22 09:00"}),
    ("water plants every day at 5pm", "water plants", {"rule": "FREQ=DAILY", "due": "11-21 17:00"}),
    ("at 9 every day water plants", "water plants", {"rule": "FREQ=DAILY", "due": "11-22 09:00"}),
    ("standup daily", "standup", {"rule": "FREQ=DAILY", "due": "11-21"}),
    ("daily standup", "daily standup", {}),
    ("weekly report friday", "weekly report", {"due": "11-27"}),
    ("pills every morning", "pills", {"rule": "FREQ=DAILY", "due": "11-22 09:00"}),
    ("bins every other friday", "bins", {"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "due": "11-27"}),
    ("gym every mon, wed and fri 6pm", "gym", {"rule": "FREQ=WEEKLY;BYDAY=MO,WE,FR", "due": "11-23 18:00"}),
    (
        "rent every month on the 31st @Home",
        "rent",
        {"rule": "FREQ=MONTHLY;BYMONTHDAY=31", "due": "11-30", "list": "Home"},
    ),
    ("x every week starting tomorrow", "x", {"rule": "FREQ=WEEKLY", "due": "11-22"}),
    ("cake every 3 march", "cake", {"rule": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "due": "03-03"}),
    ("each person brings food", "each person brings food", {}),
    # reminders and estimates
    ("dentist friday 3pm remind me 30 min before", "dentist", {"due": "11-27 15:00", "remind": 30}),
    ("dentist friday, remind me a day before", "dentist", {"due": "11-27", "remind": 1440}),
    ("dentist friday with a 2 hour reminder", "dentist", {"due": "11-27", "remind": 120}),
    ("dentist at 3pm remind me when due", "dentist", {"due": "11-21 15:00", "remind": 0}),
    ("remind me to call mom tomorrow", "remind me to call mom", {"due": "11-22"}),
    ("essay ~30m", "essay", {"minutes": 30}),
    ("essay ~1h30 tomorrow", "essay", {"minutes": 90, "due": "11-22"}),
    ("essay ~1.5h", "essay", {"minutes": 90}),
    ("bake for 30 minutes", "bake", {"minutes": 30}),
    ("leave for 2 weeks", "leave for 2 weeks", {}),
    # quotes
    ('buy "tomorrow" magazine', "buy tomorrow magazine", {}),
    ('read "War and Peace" tomorrow', 'read "War and Peace"', {"due": "11-22"}),
    ('note "#home" #work', "note #home", {"tags": ("work",)}),
    ("see “every day” film", "see every day film", {}),
    ('a 5" nail', 'a 5" nail', {}),
    # ordinary words
    ("call 5 people", "call 5 people", {}),
    ("may call bob", "may call bob", {}),
    ("sun cream", "sun cream", {}),
    ("march in the parade", "march in the parade", {}),
    ("购买牛奶 🥛", "购买牛奶 🥛", {}),
    ("", "", {}),
]


@pytest.mark.parametrize(("line", "title", "understood"), LINES)
def test_a_line_becomes_a_task(line: str, title: str, understood: dict[str, object]) -> None:
    assert read(line) == (title, understood)


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        (
            "Call the plumber tomorrow 9am #home !high",
            [
                ("tomorrow 9am", "date", "Tomorrow, Sun 22 Nov, 09:00"),
                ("#home", "tag", "#home"),
                ("!high", "priority", "High"),
            ],
        ),
        ("tomorrow call at 5pm", [("tomorrow", "date", "Tomorrow, Sun 22 Nov"), ("at 5pm", "date", "17:00")]),
        ("rent every month @Home", [("every month", "repeat", "Every month"), ("@Home", "list", "@Home")]),
        (
            "x every 3 days after completion",
            [("every 3 days after completion", "repeat", "Every 3 days, after completion")],
        ),
        (
            "x friday ~1h remind me 15 min before",
            [
                ("friday", "date", "Fri 27 Nov"),
                ("~1h", "estimate", "1 hour"),
                ("remind me 15 min before", "reminder", "15 minutes before"),
            ],
        ),
        ("party 31 feb", [("31 feb", "problem", "There is no 31 February. 28 February, or 1 March?")]),
        ("x every 400 days", [("every 400 days", "problem", "Repeat every 1 to 365 days, weeks, months or years.")]),
        ("x every 2 hours", [("every 2 hours", "problem", "A task can repeat daily at most, not by the hour.")]),
    ],
)
def test_what_was_understood_is_shown_where_it_stands(line: str, spans: list[tuple[str, str, str]]) -> None:
    found = read_line(line, now=NOW, ways=BERLIN).spans

    assert [(line[span.start : span.end], span.kind, span.said) for span in found] == spans


def test_an_impossible_date_stays_in_the_text_and_is_told() -> None:
    added = read_line("party 31 feb at 8pm #fun", now=NOW, ways=BERLIN)

    assert added.problem == "There is no 31 February. 28 February, or 1 March?"
    assert (added.draft.title, added.draft.due, added.draft.tags) == ("party 31 feb at 8pm", None, ("fun",))


def test_a_repeat_after_completion_is_part_of_the_task() -> None:
    draft = read_line("backup every 3 days after completion", now=NOW, ways=BERLIN).draft

    assert (draft.rrule, draft.after_completion) == ("FREQ=DAILY;INTERVAL=3", True)


def test_a_long_text_is_taken_as_it_stands() -> None:
    line = "tomorrow " * 400

    added = read_line(line, now=NOW, ways=BERLIN)

    assert (added.draft.title, added.spans) == (line.strip(), ())


@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=14).map(" ".join)))
def test_no_line_fails_and_spans_lie_inside_it_apart(line: str) -> None:
    added = read_line(line, now=NOW, ways=BERLIN)

    last = 0
    for span in added.spans:
        assert last <= span.start < span.end <= len(line)
        assert span.said
        last = span.end
    assert (added.draft.rrule is not None) == any(span.kind == "repeat" for span in added.spans)


@given(st.text(st.characters(exclude_characters='"“”'), min_size=1, max_size=60))
def test_quotes_keep_any_text_from_being_understood(text: str) -> None:
    line = f'"{text.splitlines()[0] if text.splitlines() else "x"}"'

    added = read_line(line, now=NOW, ways=BERLIN)

    assert added.spans == ()


def test_pasted_lines_lose_their_bullets() -> None:
    pasted = "- milk\r\n* bread tomorrow\n\n3. eggs\n  [ ] tea\n• 5 apples\n2026 taxes\n"

    assert read_lines(pasted) == ("milk", "bread tomorrow", "eggs", "tea", "5 apples", "2026 taxes")
