"""What one can call with / in an empty composer: a row is a name, what it does, and how."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One of `says` (a sentence that is sent), `begins` (words to go on writing with) or `does` (the page's own)."""

    name: str
    words: str
    says: str = ""
    begins: str = ""
    does: str = ""


COMMANDS = (
    Command(name="new", words="Start a new conversation", does="new"),
    Command(name="today", words="What is on today", says="what is on today?"),
    Command(name="week", words="What is due this week", says="what is due this week?"),
    Command(name="overdue", words="What is overdue", says="what is overdue?"),
    Command(name="add", words="Add a task", begins="add "),
    Command(name="find", words="Find a task", begins="find "),
    Command(name="undo", words="Take back the last change", says="undo that"),
    Command(name="help", words="What the assistant can do", says="what can you do?"),
)


def table() -> list[dict[str, str]]:
    """The commands as the page takes them."""
    return [asdict(command) for command in COMMANDS]
