"""The bounds of a task's fields, the same for every door (T-02 to T-06, R-01, R-06)."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from taskchat.domain.english.priorities import HIGH, LOW, MEDIUM, PRIORITY
from taskchat.domain.rules import begun, checked_rule
from taskchat.domain.task import Draft, Due, Edit, Priority
from taskchat.domain.text import clean, is_blank
from taskchat.errors import Invalid

TITLE = 255
DESCRIPTION = 5_000
TAG = 50
TAGS = 20
LIST = 100
YEARS_BACK = 10
LONGEST = 366 * 24 * 60
"""A year in minutes: the longest estimate and the earliest reminder."""
TOO_FAR_BACK = "The date lies more than 10 years back."
LAST_YEAR = 9000

PRIORITIES = {
    **dict.fromkeys(HIGH, Priority.HIGH),
    **dict.fromkeys(MEDIUM, Priority.MEDIUM),
    **dict.fromkeys(LOW, Priority.LOW),
}
_AROUND_PRIORITY = re.compile(rf"[\s!]+|{PRIORITY}")


def checked_draft(draft: Draft, *, now: datetime) -> Draft:
    """The draft in its stored spelling. Raises Invalid with the field that is wrong."""
    checked = replace(draft, **{name: check(getattr(draft, name), now) for name, check in CHECKS.items()})
    if checked.rrule is None:
        return checked
    return replace(checked, rrule=begun(checked.rrule, checked.due, after_completion=checked.after_completion))


def checked_edit(edit: Edit, *, now: datetime) -> Edit:
    """The fields that were sent, in their stored spelling. Raises Invalid with the field that is wrong."""
    sent = edit.sent()
    return replace(edit, **{name: check(sent[name], now) for name, check in CHECKS.items() if name in sent})


def read_priority(text: str) -> Priority:
    """T-04: words and case are forgiven ("HIGH", "!1", "urgent", "low priority"). Raises Invalid."""
    word = _AROUND_PRIORITY.sub("", text.casefold())
    found = PRIORITIES.get(word)
    if found is None or (word == "" and text.strip()):
        raise Invalid("A priority is high, medium or low.", field="priority")
    return found


def checked_tag(tag: str) -> str:
    """One tag as it is stored: without a leading "#", case-folded. Raises Invalid."""
    name = clean(clean(tag).casefold())
    name = name[1:].lstrip() if re.match(r"#\w", name) else name
    if is_blank(name):
        raise Invalid("A tag needs a name.", field="tags")
    return _bounded(name, TAG, "A tag", "tags")


def checked_day(on: date, *, now: datetime, zone: str = "UTC", field: str = "due") -> date:
    """T-06: not more than 10 years back, counted in `zone`. Raises Invalid."""
    if on < now.astimezone(ZoneInfo(zone)).date() - relativedelta(years=YEARS_BACK):
        raise Invalid(TOO_FAR_BACK, field=field)
    if on.year > LAST_YEAR:
        raise Invalid("The date lies too far ahead.", field=field)
    return on


def _title(value: str | None, now: datetime) -> str:
    title = clean(value or "")
    if is_blank(title):
        raise Invalid("A task needs a title.", field="title")
    return _bounded(title, TITLE, "A title", "title")


def _description(value: str | None, now: datetime) -> str:
    return _bounded(clean(value or "", lines=True), DESCRIPTION, "A description", "description")


def _priority(value: Priority | str | None, now: datetime) -> Priority:
    return value if isinstance(value, Priority) else read_priority(value or "medium")


def _tags(value: tuple[str, ...] | None, now: datetime) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(checked_tag(tag) for tag in value or ()))
    if len(tags) > TAGS:
        raise Invalid(f"A task has {TAGS} tags at most; these are {len(tags)}.", field="tags")
    return tags


def _due(value: Due | None, now: datetime) -> Due | None:
    if value is not None:
        checked_day(value.on, now=now, zone=value.zone)
    return value


def _start(value: date | None, now: datetime) -> date | None:
    # A day's grace: the person's zone is not known here, and the bound is a matter of years.
    return value and checked_day(value, now=now - timedelta(days=1), field="start")


def _minutes(field: str, lowest: int, problem: str) -> Callable[[int | None, datetime], int | None]:
    def check(value: int | None, now: datetime) -> int | None:
        whole = value is None or (isinstance(value, int) and not isinstance(value, bool))
        if not whole or (value is not None and not lowest <= value <= LONGEST):
            raise Invalid(problem, field=field)
        return value

    return check


def _name(field: str, noun: str) -> Callable[[str | None, datetime], str | None]:
    def check(value: str | None, now: datetime) -> str | None:
        name = clean(value or "")
        return None if is_blank(name) else _bounded(name, LIST, noun, field)

    return check


def _rule(value: str | None, now: datetime) -> str | None:
    return checked_rule(value) if value else None


def _bounded(text: str, length: int, noun: str, field: str) -> str:
    if len(text) > length:
        raise Invalid(f"{noun} has {length:,} characters at most; this one has {len(text):,}.", field=field)
    return text


CHECKS: dict[str, Callable[[Any, datetime], Any]] = {
    "title": _title,
    "description": _description,
    "priority": _priority,
    "tags": _tags,
    "start": _start,
    "due": _due,
    "estimate_minutes": _minutes("estimate_minutes", 1, "An estimate is between 1 minute and a year."),
    "reminder_minutes": _minutes("reminder_minutes", 0, "A reminder comes 0 minutes to a year before the task is due."),
    "rrule": _rule,
    "list": _name("list", "A list's name"),
    "section": _name("section", "A section's name"),
}
