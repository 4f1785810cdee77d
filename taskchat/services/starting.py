"""Starting a run: all that must hold for it is checked and written in one transaction."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.storage import starts
from taskchat.storage.database import writing
from taskchat.storage.spending import SERVER_DAY
from taskchat.storage.starts import Begun, Limit, Message, Start, thread_of

__all__ = ["SERVER_DAY", "Begun", "Limit", "Message", "Start", "begin", "thread_of"]


def begin(user: Person, start: Start, *, now: datetime) -> Begun:
    """The run of this send, and whether the caller is to carry it out, or it waits for its turn (K-06).

    Raises NotFound for the thread, Conflict while another run is going in it (run_active, or queue_full for a
    message) or for a key used with another text (send_key_reused), TooMany at a limit (K-07), and what
    `start.check` raises. A refusal leaves nothing behind.
    """
    with writing() as session:
        return starts.begin(user, session, start, now=now)
