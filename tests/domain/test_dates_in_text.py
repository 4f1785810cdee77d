"""Dates inside a sentence: found where they are meant, ordinary words left alone."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.dates import chosen, find_when, from_wire, read_when, wire
from taskchat.domain.person import Ways
from taskchat.domain.task import Due
from taskchat.domain.words import full_date, short_due
from taskchat.errors import Invalid

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")
ALL_WAYS = st.builds(
    Ways,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"]),
    first_weekday=st.integers(0, 6),
    clock_24=st.booleans(),
    day_first=st.booleans(),
)
LINE = """tomorrow at 5 5pm on friday sat march 3rd the of in 2 weeks - , . 31 feb 3/4 03.04. 2026-03-02 next week may
    morning midnight to 17:00 half past before call mom \ufffc 25:00 a couple days ago"""
WORDS = st.sampled_from(LINE.split())


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_when(text, now=NOW, ways=BERLIN)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("call mom tomorrow at 5pm", ["tomorrow at 5pm"]),
        ("tomorrow call mom at 5pm", ["tomorrow", "at 5pm"]),
        ("milk tomorrow 9am", ["tomorrow 9am"]),
        ("lunch 12:30 friday with bob", ["12:30 friday"]),
        ("submit by eod friday", ["by eod friday"]),
        ("meet sat 9am", ["sat 9am"]),
        ("mow the lawn on sat", ["on sat"]),
        ("party sat evening", ["sat evening"]),
        ("dentist mar 3 9am", ["mar 3 9am"]),
        ("call mom at 5", ["at 5"]),
        ("call mom at 5 about the car", ["at 5"]),
        ("pay rent the 3rd", ["the 3rd"]),
        ("pay rent on the 3rd", ["on the 3rd"]),
        ("tomorrow 5 people come", ["tomorrow"]),
        ("plan trip in march", ["in march"]),
        ("cake for sunday", ["for sunday"]),
        ("finish in the morning", ["in the morning"]),
        ("tax return 3/4", ["3/4"]),
        ("buy milk, tomorrow.", ["tomorrow"]),
        ("(tomorrow) call", ["tomorrow"]),
        ("party 31 feb", ["31 feb"]),
        ("sit tomorrow, friday", ["tomorrow", "friday"]),
        ("book flight for dec 24", ["for dec 24"]),
        # ordinary words
        ("call 5 people", []),
        ("read 300 pages", []),
        ("may call bob", []),
        ("may 5 people come", []),
        ("march in the parade", []),
        ("the cat sat down", []),
        ("buy sun cream", []),
        ("sun-dried tomatoes", []),
        ("give mar a call", []),
        ("a second opinion", []),
        ("3rd party code", []),
        ("look at 5 flats", []),
        ("read 1/2 of the book", []),
        ("open 24/7", []),
        ("update to 3.4.2", []),
        ("$5 pizza at 5%", []),
        ("tomorrow's news", []),
        ("the friday report", []),
        ("black friday deals", []),
        ("minutes of last friday", []),
        ("invoice from yesterday", []),
        ("scan photos of 3 march 1998", []),
        ("see https://example.com/2026-03-02/today", []),
        ("write to today@example.com", []),
        ("room 17:99", []),
        ("", []),
    ],
)
def test_dates_are_found_and_ordinary_words_are_not(text: str, phrases: list[str]) -> None:
    assert found(text) == phrases


@pytest.mark.parametrize(
    ("text", "on", "clock"),
    [
        ("tomorrow call mom at 5pm", date(2026, 11, 22), time(17)),
        ("prepare monday report by friday", date(2026, 11, 27), None),
        ("call mom at 5", date(2026, 11, 21), time(17)),
        ("at 9am on monday, or at 5pm", date(2026, 11, 23), time(9)),
        ("tonight watch a film at 9", date(2026, 11, 21), time(21)),
    ],
)
def test_one_date_is_chosen_from_several_phrases(text: str, on: date, clock: time | None) -> None:
    spans = find_when(text, now=NOW, ways=BERLIN)

    when, _ = chosen(spans, now=NOW, ways=BERLIN)

    assert when is not None
    assert (when.on, when.clock) == (on, clock)


def test_an_impossible_date_is_found_with_its_problem() -> None:
    (span,) = find_when("party 31 feb", now=NOW, ways=BERLIN)

    assert span.when is None
    assert span.problem == "There is no 31 February. 28 February, or 1 March?"


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=12).map(" ".join)), ALL_WAYS)
def test_spans_lie_inside_the_text_and_do_not_overlap(text: str, ways: Ways) -> None:
    last = 0
    for span in find_when(text, now=NOW, ways=ways):
        assert last <= span.start < span.end <= len(text)
        assert (span.when is None) == bool(span.problem)
        last = span.end


@given(st.dates(date(2026, 11, 20), date(2036, 12, 31)), st.times() | st.none(), ALL_WAYS)
def test_what_is_said_about_a_date_can_be_read_back(on: date, clock: time | None, ways: Ways) -> None:
    clock = clock and clock.replace(second=0, microsecond=0, fold=0)
    due = Due(on=on, zone=ways.zone) if clock is None else Due.moment(on, clock, ways.zone)

    for words in (full_date(due, now=NOW, ways=ways), short_due(due, now=NOW, ways=ways)):
        assert read_when(words, now=NOW, ways=ways).due(ways.zone) == due


@given(st.dates(date(2017, 1, 1), date(2100, 1, 1)), st.times() | st.none(), ALL_WAYS)
def test_what_goes_out_on_the_wire_comes_back_the_same(on: date, clock: time | None, ways: Ways) -> None:
    clock = clock and clock.replace(microsecond=0, fold=0)
    due = Due(on=on, zone=ways.zone) if clock is None else Due.moment(on, clock, ways.zone)

    assert from_wire(wire(due), ways.zone, NOW) == due


@pytest.mark.parametrize(
    ("sent", "on", "at"),
    [
        ("2026-03-02", date(2026, 3, 2), None),
        ("2026-03-02T17:00:00+01:00", date(2026, 3, 2), datetime(2026, 3, 2, 16, tzinfo=UTC)),
        ("2026-03-02T17:00:00Z", date(2026, 3, 2), datetime(2026, 3, 2, 17, tzinfo=UTC)),
        ("2026-03-02t17:00:00.5z", date(2026, 3, 2), datetime(2026, 3, 2, 17, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-03-02T23:30:00-05:00", date(2026, 3, 3), datetime(2026, 3, 3, 4, 30, tzinfo=UTC)),
        ("2026-03-02T17:00", date(2026, 3, 2), datetime(2026, 3, 2, 16, tzinfo=UTC)),
        ("2026-03-02 17:00", date(2026, 3, 2), datetime(2026, 3, 2, 16, tzinfo=UTC)),
    ],
)
def test_a_due_date_is_read_from_the_wire(sent: str, on: date, at: datetime | None) -> None:
    assert from_wire(sent, "Europe/Berlin", NOW) == Due(on=on, zone="Europe/Berlin", at=at)


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "tomorrow",
        "2026-3-2",
        "20260302",
        "2026-02-30",
        "2026-03-02T25:00:00Z",
        "2026-03-02T17:00:00+99:00",
        "9999-12-31T23:59:59-23:00",
        "0001-01-01T00:00:00+23:00",
        "2026-W10-1",
        "2016-11-20",
        "２０２６-03-02",
    ],
)
def test_the_wire_is_strict(sent: str) -> None:
    with pytest.raises(Invalid) as refused:
        from_wire(sent, "Europe/Berlin", NOW)

    assert refused.value.field == "due"
