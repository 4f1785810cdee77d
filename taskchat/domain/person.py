"""Who somebody is and how they tell the time."""

from dataclasses import dataclass, field
from datetime import datetime, time

from taskchat.domain.english.vocabulary import HOURS
from taskchat.domain.preferences import Preference, said_hour


@dataclass(frozen=True, slots=True)
class Ways:
    """A person's habits (T-14), taken from the browser at the first visit."""

    zone: str = "UTC"
    """IANA name, checked before it gets here."""
    first_weekday: int = 0
    """0 = Monday … 6 = Sunday."""
    clock_24: bool = True
    day_first: bool = True
    """Whether "3/4" is the 3rd of April (True) or March 4th (False)."""
    kept: tuple[Preference, ...] = ()
    """What they have asked to be remembered, the oldest first."""

    def hour(self, part: str) -> time:
        """When a part of the day ("morning", "end of day") is for them."""
        return said_hour(part, self.kept) or HOURS[part]


@dataclass(frozen=True, slots=True)
class Person:
    """One account, guest or full."""

    id: str
    email: str | None
    guest: bool
    created: datetime
    ways: Ways = field(default_factory=Ways)


@dataclass(frozen=True, slots=True)
class Seat:
    """A person behind one live session; `session` is the hash of the cookie, never the cookie."""

    person: Person
    session: str
