"""Repeats in words and in RFC 5545, and the one next date (R-03 to R-07)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from taskchat.domain.person import Ways
from taskchat.domain.recurrence import checked_rule, first_due, next_due, next_rule, read_repeat, read_rule, say_rule
from taskchat.domain.rules import anchored
from taskchat.domain.task import Due
from taskchat.errors import Invalid

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")
DAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True).map(
    lambda days: ",".join(sorted(days, key=["MO", "TU", "WE", "TH", "FR", "SA", "SU"].index))
)
INTERVALS = st.integers(1, 365).map(lambda n: "" if n == 1 else f";INTERVAL={n}")
ENDS = st.one_of(
    st.just(""),
    st.integers(1, 1000).map(lambda n: f";COUNT={n}"),
    st.dates(date(2027, 1, 1), date(2040, 1, 1)).map(lambda day: f";UNTIL={day:%Y%m%d}"),
)
RULES = st.one_of(
    st.tuples(st.just("FREQ=DAILY"), INTERVALS, ENDS),
    st.tuples(st.just("FREQ=WEEKLY"), INTERVALS, st.one_of(st.just(""), DAYS.map(lambda days: f";BYDAY={days}")), ENDS),
    st.tuples(st.just("FREQ=MONTHLY"), INTERVALS, st.integers(1, 31).map(lambda n: f";BYMONTHDAY={n}"), ENDS),
    st.tuples(st.just("FREQ=MONTHLY"), INTERVALS, st.just(";BYMONTHDAY=-1"), ENDS),
    st.tuples(
        st.just("FREQ=MONTHLY"), INTERVALS, st.sampled_from([1, 2, 3, 4, -1]).map(lambda n: f";BYDAY={n}FR"), ENDS
    ),
    st.tuples(st.just("FREQ=YEARLY"), INTERVALS, st.just(";BYMONTH=3;BYMONTHDAY=3"), ENDS),
).map("".join)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("every day", "FREQ=DAILY"),
        ("daily", "FREQ=DAILY"),
        ("Everyday", "FREQ=DAILY"),
        ("every other day", "FREQ=DAILY;INTERVAL=2"),
        ("every 3 days", "FREQ=DAILY;INTERVAL=3"),
        ("every three days", "FREQ=DAILY;INTERVAL=3"),
        ("every week", "FREQ=WEEKLY"),
        ("weekly on friday", "FREQ=WEEKLY;BYDAY=FR"),
        ("every monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("each monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("every tuesdays", "FREQ=WEEKLY;BYDAY=TU"),
        ("every mon, wed and fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("every fri and mon", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("every mon-fri", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every 2 weeks on tue and thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ("every other friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every 2nd friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("biweekly", "FREQ=WEEKLY;INTERVAL=2"),
        ("every month", "FREQ=MONTHLY"),
        ("monthly on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("every month on the 31st", "FREQ=MONTHLY;BYMONTHDAY=31"),
        ("every month on the last day", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every month on the first monday", "FREQ=MONTHLY;BYDAY=1MO"),
        ("every 2nd tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("every last friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every last friday of the month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every 6 months", "FREQ=MONTHLY;INTERVAL=6"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("every year", "FREQ=YEARLY"),
        ("annually", "FREQ=YEARLY"),
        ("every year on 3 march", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3"),
        ("every march 3rd", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3"),
        ("every 29 feb", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("every day for 5 times", "FREQ=DAILY;COUNT=5"),
        ("every monday until 3 march", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270303"),
        ("rrule:freq=daily;count=3", "FREQ=DAILY;COUNT=3"),
        ("every", None),
        ("every person", None),
        ("every 31 feb", None),
        ("tomorrow", None),
        ("every monday flurb", None),
        ("", None),
    ],
)
def test_words_mean_a_rule(said: str, rule: str | None) -> None:
    assert read_rule(said, now=NOW, ways=BERLIN) == rule


def test_a_repeat_may_count_from_its_completion_or_name_a_part_of_the_day() -> None:
    after = read_repeat("every 3 days after completion")
    morning = read_repeat("every morning")

    assert after is not None
    assert after.after_completion
    assert morning is not None
    assert morning.period == "morning"


@given(RULES)
def test_what_is_said_about_a_rule_can_be_read_back(rule: str) -> None:
    rule = checked_rule(rule)

    assert read_rule(say_rule(rule), now=NOW, ways=BERLIN) == rule


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=MO", "every Monday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR", "every 2 weeks on Monday, Wednesday and Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=22", "every month on the 22nd"),
        ("FREQ=MONTHLY;BYMONTHDAY=11;COUNT=5", "every month on the 11th, 5 times"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3;UNTIL=20300303", "every year on 3 March, until 3 March 2030"),
    ],
)
def test_a_rule_is_said_in_words(rule: str, said: str) -> None:
    assert say_rule(rule) == said


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("FREQ=SECONDLY", "A task can repeat daily at most, not by the hour."),
        ("FREQ=MINUTELY;INTERVAL=5", "A task can repeat daily at most, not by the hour."),
        ("FREQ=DAILY;INTERVAL=0", "Repeat every 1 to 365 days, weeks, months or years."),
        ("FREQ=DAILY;INTERVAL=366", "Repeat every 1 to 365 days, weeks, months or years."),
        ("FREQ=DAILY;INTERVAL=99999999999", "Repeat every 1 to 365 days, weeks, months or years."),
        ("FREQ=DAILY;COUNT=0", "A repeating task can end after 1 to 1,000 times."),
        ("FREQ=DAILY;COUNT=1001", "A repeating task can end after 1 to 1,000 times."),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270101", "A repeating task ends after a number of times or on a date, not both."),
        ("FREQ=DAILY;UNTIL=20270231", "I do not understand the date on which this ends."),
        ("FREQ=DAILY;UNTIL=soon", "I do not understand the date on which this ends."),
        ("FREQ=DAILY;UNTIL=20261120", "This repeating task would end before it starts."),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "This rule never comes true."),
    ],
)
def test_a_rule_beyond_the_bounds_is_refused_with_a_sentence(rule: str, answer: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_rule(rule, first=date(2026, 11, 21))

    assert (refused.value.message, refused.value.field) == (answer, "rrule")


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ",
        "FREQ=",
        "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;BYHOUR=1",
        "FREQ=DAILY;BYMONTH=2",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=YEARLY;BYYEARDAY=1",
        "DTSTART=20260101;FREQ=DAILY",
        "FREQ=DAILY\nRDATE:20260101",
        "FREQ=WEEKLY;BYDAY=" + "MO," * 500 + "MO",
    ],
)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(Invalid):
        checked_rule(rule)


def due_at(text: str, zone: str = "Europe/Berlin") -> Due:
    moment = datetime.fromisoformat(text)
    return Due.moment(moment.date(), moment.time(), zone) if "T" in text else Due(on=moment.date(), zone=zone)


@pytest.mark.parametrize(
    ("due", "rule", "completed", "following"),
    [
        # on schedule: the first after now, however many were missed
        ("2026-11-21", "FREQ=DAILY", "2026-11-21T10:00", "2026-11-22"),
        ("2026-11-23", "FREQ=WEEKLY;BYDAY=MO", "2026-11-21T10:00", "2026-11-30"),
        ("2026-11-10", "FREQ=DAILY", "2026-11-21T10:00", "2026-11-22"),
        ("2026-11-10T09:00", "FREQ=DAILY", "2026-11-21T07:00", "2026-11-21T09:00"),
        ("2026-11-10T09:00", "FREQ=DAILY", "2026-11-21T10:00", "2026-11-22T09:00"),
        ("2026-11-21T17:00", "FREQ=DAILY", "2026-11-21T10:00", "2026-11-22T17:00"),
        ("2026-11-06", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-21T10:00", "2026-12-04"),
        ("2026-11-20", "FREQ=DAILY;INTERVAL=3", "2026-11-28T10:00", "2026-11-29"),
        # months are months
        ("2027-01-31", "FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31T10:00", "2027-02-28"),
        ("2027-02-28", "FREQ=MONTHLY;BYMONTHDAY=31", "2027-02-28T10:00", "2027-03-31"),
        ("2028-01-30", "FREQ=MONTHLY;BYMONTHDAY=30", "2028-01-30T10:00", "2028-02-29"),
        ("2027-01-31", "FREQ=MONTHLY", "2027-01-31T10:00", "2027-02-28"),
        ("2027-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-31T10:00", "2027-02-28"),
        ("2026-11-27", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T10:00", "2026-12-25"),
        ("2026-11-10", "FREQ=MONTHLY;BYDAY=2TU", "2026-11-10T10:00", "2026-12-08"),
        ("2028-02-29", "FREQ=YEARLY", "2028-02-29T10:00", "2029-02-28"),
        ("2029-02-28", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2029-02-28T10:00", "2030-02-28"),
        # a wall-clock time stays what it was over a clock change
        ("2027-03-27T09:00", "FREQ=DAILY", "2027-03-27T10:00", "2027-03-28T09:00"),
        ("2026-10-24T09:00", "FREQ=DAILY", "2026-10-24T10:00", "2026-10-25T09:00"),
        # ends
        ("2026-11-21", "FREQ=DAILY;UNTIL=20261122", "2026-11-21T10:00", "2026-11-22"),
        ("2026-11-22", "FREQ=DAILY;UNTIL=20261122", "2026-11-22T10:00", None),
        ("2026-11-21", "FREQ=DAILY;COUNT=2", "2026-11-21T10:00", "2026-11-22"),
        ("2026-11-21", "FREQ=DAILY;COUNT=1", "2026-11-21T10:00", None),
    ],
)
def test_completing_on_schedule_plans_the_next(due: str, rule: str, completed: str, following: str | None) -> None:
    now = datetime.fromisoformat(completed).replace(tzinfo=UTC)

    assert next_due(due_at(due), rule, False, now) == (following and due_at(following))


@pytest.mark.parametrize(
    ("due", "rule", "completed", "following"),
    [
        ("2026-11-10", "FREQ=DAILY;INTERVAL=3", "2026-11-21T10:00", "2026-11-24"),
        ("2026-11-30", "FREQ=WEEKLY", "2026-11-21T10:00", "2026-11-28"),
        ("2026-11-10T09:00", "FREQ=DAILY", "2026-11-21T07:00", "2026-11-22T09:00"),
        ("2027-01-10", "FREQ=MONTHLY", "2027-01-31T10:00", "2027-02-28"),
        ("2026-11-10", "FREQ=DAILY", "2026-11-20T23:30", "2026-11-22"),
    ],
)
def test_completing_counts_from_the_completion_where_it_is_said_so(
    due: str, rule: str, completed: str, following: str
) -> None:
    now = datetime.fromisoformat(completed).replace(tzinfo=UTC)

    assert next_due(due_at(due), rule, True, now) == due_at(following)


def test_a_task_without_a_date_comes_back_after_its_completion() -> None:
    assert next_due(None, "FREQ=DAILY", False, NOW, zone="Europe/Berlin") == due_at("2026-11-22")


def test_the_31st_comes_back_after_february_through_a_whole_series() -> None:
    due, rule, days = due_at("2027-01-31"), "FREQ=MONTHLY", []

    for _ in range(4):
        rule = next_rule(rule, due)
        following = next_due(due, rule, False, datetime.combine(due.on, time(12), UTC))
        assert following is not None
        due = following
        days.append(due.on.isoformat())

    assert days == ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]


def test_a_rule_for_a_number_of_times_counts_down() -> None:
    assert next_rule("FREQ=DAILY;COUNT=3") == "FREQ=DAILY;COUNT=2"


@given(RULES, st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 2000), st.booleans(), st.booleans())
def test_the_next_date_is_later_than_the_due_date_and_the_completion(
    rule: str, on: date, days_late: int, timed: bool, after_completion: bool
) -> None:
    due = Due.moment(on, time(9), "Europe/Berlin") if timed else Due(on=on, zone="Europe/Berlin")
    now = datetime.combine(on + timedelta(days=days_late), time(10), UTC)

    following = next_due(due, rule, after_completion, now)

    assume(following is not None)
    assert following is not None
    assert after_completion or following.on > due.on
    assert following.on > now.date()
    assert (following.at is None) == (due.at is None)


@given(RULES)
def test_a_repeat_begins_today_or_later(rule: str) -> None:
    repeat = read_repeat(rule)
    assert repeat is not None

    due = first_due(repeat, now=NOW, ways=BERLIN)

    assert due is None or due.on >= date(2026, 11, 21)


def test_only_a_rule_without_days_is_tied_to_the_day_it_begins_on() -> None:
    assert anchored("FREQ=MONTHLY", date(2027, 1, 31)) == "FREQ=MONTHLY;BYMONTHDAY=31"
    assert anchored("FREQ=MONTHLY", date(2027, 1, 28)) == "FREQ=MONTHLY"
    assert anchored("FREQ=MONTHLY;BYDAY=1MO", date(2027, 1, 31)) == "FREQ=MONTHLY;BYDAY=1MO"
