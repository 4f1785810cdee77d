"""The one place that says what a person may see (T-12): today what is theirs, one day what is shared with them too."""

from sqlalchemy import ColumnElement
from sqlmodel import col

from taskchat.domain.person import Person
from taskchat.storage.tables import (
    Activity,
    Attachments,
    Calls,
    Confirmations,
    Devices,
    Feeds,
    Lists,
    Preferences,
    Reminders,
    Runs,
    Sections,
    Sends,
    Sessions,
    Tags,
    Tasks,
    Templates,
    Threads,
    Views,
)

Owned = (
    type[Activity]
    | type[Attachments]
    | type[Calls]
    | type[Confirmations]
    | type[Devices]
    | type[Feeds]
    | type[Lists]
    | type[Preferences]
    | type[Reminders]
    | type[Runs]
    | type[Sections]
    | type[Sends]
    | type[Sessions]
    | type[Tags]
    | type[Tasks]
    | type[Templates]
    | type[Threads]
    | type[Views]
)


def visible(user: Person, table: Owned) -> ColumnElement[bool]:
    """The condition every query of a person's rows begins with."""
    return col(table.person_id) == user.id
