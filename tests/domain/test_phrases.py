"""Ways to say a day or a time, each behind a title and alone: Wednesday 4 March 2026, 09:30 in Berlin."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.quickadd import answer
from taskchat.domain.dates import read_when
from taskchat.domain.english.date_rows import ROWS
from taskchat.domain.english.repeat_rows import OPENINGS
from taskchat.domain.person import Ways
from taskchat.domain.recurrence import Repeat, read_repeat, say_repeat
from tests.domain import phrases_repeated as repeated
from tests.domain.phrases_dated import MONTHLY, NEAR, WEEKLY, YEARLY
from tests.domain.phrases_left_alone import LEFT_ALONE
from tests.domain.phrases_named import LEFT_AS_SPANS, NAMED, PARTS
from tests.domain.phrases_timed import CLOCKS, LASTING, LEANING, MOMENTS, ZONED
from tests.domain.phrases_written import WRITTEN

NOW, ZONE = "2026-03-04T09:30:00", "Europe/Berlin"
REPEATED = repeated.DAILY + repeated.WEEKLY + repeated.MONTHLY + repeated.YEARLY
HEADS = frozenset({"on ", "at ", "by ", "nex", "tom"})


def meant(said: str) -> str:
    due = read_when(said, now=datetime.fromisoformat(NOW).replace(tzinfo=ZoneInfo(ZONE)), ways=Ways(zone=ZONE)).due(
        ZONE
    )
    return due.local.replace(tzinfo=None).isoformat(timespec="seconds") if due.local else due.on.isoformat()


@pytest.mark.parametrize("table", [NEAR, WEEKLY, MONTHLY, YEARLY, NAMED, PARTS, CLOCKS, MOMENTS, ZONED, WRITTEN])
def test_a_day_or_time_is_understood_behind_a_title_and_alone(table: tuple[tuple[str, str], ...]) -> None:
    """A table at a time: a thousand tests take longer to tell than to walk."""
    for said, due in table:
        line = answer(f"pay rent {said}", NOW, ZONE)

        assert (line["title"], line["due"], line["rrule"], meant(said)) == ("pay rent", due, None, due), said


@pytest.mark.parametrize(("said", "due", "minutes"), LASTING)
def test_two_times_say_when_it_begins_and_how_long_it_lasts(said: str, due: str, minutes: int) -> None:
    line = answer(f"pay rent {said}", NOW, ZONE)

    assert (line["title"], line["due"], line["duration_minutes"]) == ("pay rent", due, minutes)


@pytest.mark.parametrize(("line", "title", "due"), LEANING)
def test_what_is_done_says_which_half_of_the_day_an_hour_is_in(line: str, title: str, due: str) -> None:
    said = answer(line, NOW, ZONE)

    assert (said["title"], said["due"]) == (title, due)


@pytest.mark.parametrize("table", [repeated.DAILY, repeated.WEEKLY, repeated.MONTHLY, repeated.YEARLY])
def test_a_repeat_is_understood_behind_a_title(table: tuple[tuple[str, str, str], ...]) -> None:
    for said, due, rrule in table:
        line = answer(f"pay rent {said}", NOW, ZONE)

        assert (line["title"], line["due"], line["rrule"]) == ("pay rent", due, rrule), said
        assert not line["after_completion"], said


@pytest.mark.parametrize("counted", [False, True])
def test_what_is_said_about_a_rule_is_read_back(counted: bool) -> None:
    now = datetime.fromisoformat(NOW).replace(tzinfo=ZoneInfo(ZONE))

    for rrule in sorted({rule for _, _, rule in REPEATED}):
        read = read_repeat(say_repeat(rrule, counted), now=now, ways=Ways(zone=ZONE))

        assert read == Repeat(rrule, counted), rrule


@pytest.mark.parametrize(("said", "due", "rrule"), repeated.AFTER_DONE)
def test_a_repeat_may_count_from_the_completion(said: str, due: str, rrule: str) -> None:
    line = answer(f"pay rent {said}", NOW, ZONE)

    assert (line["title"], line["due"], line["rrule"], line["after_completion"]) == ("pay rent", due, rrule, True)


@pytest.mark.parametrize("said", repeated.TOO_OFTEN)
def test_what_would_repeat_within_a_day_is_told(said: str) -> None:
    line = answer(f"stretch {said}", NOW, ZONE)

    assert [kind for *_, kind in line["spans"]] == ["problem"]


@pytest.mark.parametrize("line", repeated.NOT_REPEATED + LEFT_AS_SPANS + LEFT_ALONE)
def test_ordinary_words_and_spans_of_days_are_left_alone(line: str) -> None:
    said = answer(line, NOW, ZONE)

    assert (said["title"], said["spans"]) == (line, [])


@pytest.mark.parametrize(("said", "due"), [row for row in WEEKLY + MONTHLY + NAMED + CLOCKS if row[0][:3] in HEADS])
def test_a_day_or_time_at_the_head_of_a_line_is_understood(said: str, due: str) -> None:
    line = answer(f"{said} call Ana", NOW, ZONE)

    assert (line["title"], line["due"]) == ("call Ana", due)


WORDS = sorted({word for row in (*ROWS, *OPENINGS) for step in row.pattern for word in step.words})
VALUES = ("5", "31", "12:30", "5pm", "3rd", "2027", "friday", "june", "christmas", "2 weeks", "30 feb", "EST", "q3")


@given(st.lists(st.sampled_from((*WORDS, *VALUES)), max_size=7).map(" ".join))
@settings(max_examples=200)
def test_any_words_of_the_tables_become_a_task(line: str) -> None:
    said = answer(line, NOW, ZONE)

    assert [line[start:end] for start, end, _ in said["spans"]] == [
        line[start:end].strip() for start, end, _ in said["spans"]
    ]
