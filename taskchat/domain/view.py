"""A saved view: a filter with a name, one click away."""

from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.filter_text import read_query
from taskchat.domain.person import Ways
from taskchat.domain.text import clean, is_blank
from taskchat.errors import Invalid

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class View:
    """`filter` is written in the filter language, its order included."""

    id: str
    name: str
    filter: str
    created: datetime


def checked_name(name: str) -> str:
    """Raises Invalid (field name)."""
    name = clean(name)
    if is_blank(name):
        raise Invalid("Give the view a name.", "name")
    if len(name) > LONGEST_NAME:
        raise Invalid(f"A view's name has {LONGEST_NAME} characters at most.", "name")
    return name


def checked_filter(text: str, *, now: datetime, ways: Ways) -> str:
    """In one spelling. Raises Invalid (field filter) for what could not be shown."""
    query = read_query(text)
    if not query.terms:
        raise Invalid("A view needs a filter, for example: priority:high due:<7d.", "filter")
    query.filter(now=now, ways=ways)
    return query.text
