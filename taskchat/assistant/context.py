"""What a turn of the conversation knows: who speaks, when, where, and what it has set off so far."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime

from taskchat.domain.person import Person, Seat
from taskchat.domain.task import By


@dataclass(slots=True)
class Tally:
    """What one message of the person has changed so far, whatever the tool (C-06)."""

    deletes: int = 0
    completions: int = 0
    updates: int = 0
    things: int = 0
    """Lists and templates made, used or put away."""
    undos: int = 0


@dataclass(frozen=True, slots=True)
class Waits:
    """One call that did not act: the tool, the exact tasks, and its parameters as JSON text."""

    tool: str
    ids: tuple[str, ...]
    params: str = "{}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look through the tasks found: `ids` of the page, `total` of everything that matches."""

    ids: tuple[str, ...]
    total: int


@dataclass(slots=True)
class Turn:
    """ChatKit's request context everywhere; one a request, so the tally counts one message."""

    seat: Seat
    now: datetime
    thread_id: str = ""
    run_id: str = ""
    message_id: str = ""
    text: str = ""
    """What the person wrote."""
    written: str = ""
    """The item that was written together with the run, before the model heard of it."""
    waited: bool = False
    """Said while another answer was written, so without having seen that one's end."""
    changes: Tally = field(default_factory=Tally)
    waiting: list[Waits] = field(default_factory=list)
    """What the confirmation card at the end of the run will ask about."""
    shows: bool = False
    """Whether what is found also goes out as a widget: an answer need not list it then."""
    plans: bool = False
    """Whether it was the day as a whole that was asked for."""
    looked: Looked | None = None
    """The last look of this message."""
    touched: list[str] = field(default_factory=list)
    """The tasks this message created or changed."""
    order: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Tools of one message act one after another, in the order they were called: the count of C-06 is exact."""

    @property
    def person(self) -> Person:
        return self.seat.person

    def by(self, tool: str) -> By:
        """One message is one group: undo takes all of it back together (T-13)."""
        return By(self.message_id or self.run_id, "assistant", self.thread_id or None, self.run_id or None, tool)
