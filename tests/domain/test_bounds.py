"""The bounds that every door shares (T-02 to T-06, R-01, R-06)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from taskchat.domain.bounds import checked_draft, checked_edit, read_priority
from taskchat.domain.task import KEEP, Draft, Due, Edit, Priority
from taskchat.errors import Invalid

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
MILK = Draft(title="buy milk")


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("title", "  buy\x00 milk ", "buy milk"),
        ("title", "x" * 255, "x" * 255),
        ("title", "购买牛奶 🥛", "购买牛奶 🥛"),
        ("description", "one\r\ntwo", "one\ntwo"),
        ("description", None, ""),
        ("tags", ("Home", "home ", "#HOME"), ("home",)),
        ("tags", ("C++", "2026", "two words", "🏠", "c#"), ("c++", "2026", "two words", "🏠", "c#")),
        ("tags", None, ()),
        ("priority", "HIGH", Priority.HIGH),
        ("list", "  ", None),
        ("list", " Home ", "Home"),
        ("estimate_minutes", 30, 30),
        ("reminder_minutes", 0, 0),
        ("rrule", "rrule:freq=weekly;byday=mo;interval=1", "FREQ=WEEKLY;BYDAY=MO"),
        ("rrule", "", None),
        ("start", date(2026, 11, 22), date(2026, 11, 22)),
    ],
)
def test_a_field_is_stored_in_one_spelling(field: str, value: Any, stored: Any) -> None:
    draft = replace(MILK, **{field: value})

    assert getattr(checked_draft(draft, now=NOW), field) == stored
    assert getattr(checked_edit(Edit(**{field: value}), now=NOW), field) == stored


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "A task needs a title."),
        ("title", " \u200b ", "A task needs a title."),
        ("title", "x" * 256, "A title has 255 characters at most; this one has 256."),
        ("description", "x" * 5001, "A description has 5,000 characters at most; this one has 5,001."),
        ("tags", ("",), "A tag needs a name."),
        ("tags", ("x" * 51,), "A tag has 50 characters at most; this one has 51."),
        ("tags", tuple(f"t{n}" for n in range(21)), "A task has 20 tags at most; these are 21."),
        ("priority", "purple", "A priority is high, medium or low."),
        ("due", Due(on=date(2016, 11, 20), zone="UTC"), "The date lies more than 10 years back."),
        ("start", date(1999, 1, 1), "The date lies more than 10 years back."),
        ("due", Due(on=date(9999, 12, 31), zone="UTC"), "The date lies too far ahead."),
        ("estimate_minutes", 0, "An estimate is between 1 minute and a year."),
        ("estimate_minutes", True, "An estimate is between 1 minute and a year."),
        ("reminder_minutes", -5, "A reminder comes 0 minutes to a year before the task is due."),
        ("rrule", "FREQ=HOURLY", "A task can repeat daily at most, not by the hour."),
        ("rrule", "nonsense", "I do not understand how this repeats. Try “every monday” or “every 2 weeks”."),
        ("list", "x" * 101, "A list's name has 100 characters at most; this one has 101."),
    ],
)
def test_a_field_beyond_its_bounds_is_refused_with_a_sentence(field: str, value: Any, said: str) -> None:
    with pytest.raises(Invalid) as of_draft:
        checked_draft(replace(MILK, **{field: value}), now=NOW)
    with pytest.raises(Invalid) as of_edit:
        checked_edit(Edit(**{field: value}), now=NOW)

    assert (of_draft.value.message, of_draft.value.field) == (said, field)
    assert of_edit.value.message == said


def test_an_edit_leaves_alone_what_was_not_sent_and_erases_what_is_null() -> None:
    edit = checked_edit(Edit(due=None, title="tea"), now=NOW)

    assert edit.due is None
    assert edit.description is KEEP
    assert edit.sent() == {"title": "tea", "due": None}


def test_ten_years_back_to_the_day_is_still_accepted_in_the_persons_zone() -> None:
    due = Due(on=date(2016, 11, 22), zone="Pacific/Kiritimati")

    late = datetime(2026, 11, 21, 11, tzinfo=UTC)

    assert checked_draft(replace(MILK, due=due), now=late).due == due
    with pytest.raises(Invalid):
        checked_draft(replace(MILK, due=replace(due, on=date(2016, 11, 21))), now=late)


def test_a_rule_that_ends_before_the_task_is_due_is_refused() -> None:
    due = Due(on=date(2026, 12, 1), zone="UTC")

    with pytest.raises(Invalid, match="would end before it starts"):
        checked_draft(replace(MILK, due=due, rrule="FREQ=DAILY;UNTIL=20261130"), now=NOW)


def test_a_monthly_rule_remembers_a_day_that_short_months_do_not_have() -> None:
    draft = replace(MILK, due=Due(on=date(2027, 1, 31), zone="UTC"), rrule="FREQ=MONTHLY")

    assert checked_draft(draft, now=NOW).rrule == "FREQ=MONTHLY;BYMONTHDAY=31"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("High", Priority.HIGH),
        ("!1", Priority.HIGH),
        ("urgent", Priority.HIGH),
        ("p1", Priority.HIGH),
        ("low priority", Priority.LOW),
        ("LOW", Priority.LOW),
        ("!3", Priority.LOW),
        ("normal", Priority.MEDIUM),
        ("", Priority.MEDIUM),
    ],
)
def test_a_priority_is_understood_in_everyday_words(said: str, meant: Priority) -> None:
    assert read_priority(said) is meant
