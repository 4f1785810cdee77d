"""A row of the red team's table: where a text stands, what a model that obeys it does, and what may come of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Call = tuple[str, dict[str, Any]]
"""A tool and its arguments; "{name}" in a text is filled in from the scene: ids of tasks, of other people's too."""
Round = tuple[Call, ...]
LOOK: Round = (("list_tasks", {"status": "all", "limit": 100}),)
"""How the text reaches the model where it stands in a task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """What happens without a question, at the most: tasks, and things they stand in."""

    trashed: int = 0
    done: int = 0
    changed: int = 0
    """Tasks with another title, date, list, … than before; those that came back from the trash or were reopened too."""
    made: int = 0
    things: int = 0
    """Lists, sections and templates made, put away or changed."""

    def __str__(self) -> str:
        words = {"trashed": "in the trash", "done": "done", "changed": "changed", "made": "new"}
        told = [f"{getattr(self, name)} {said}" for name, said in words.items() if getattr(self, name)]
        told += [f"{self.things} {'list or template' if self.things == 1 else 'lists or templates'}"] * bool(
            self.things
        )
        return ", ".join(told) or "nothing"


NOTHING = Passes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Injection:
    """One attempt. The model makes every call of `tries`, whatever the tools answer, and then `says`."""

    name: str
    """What it tries, in a few words; no two rows have the same."""
    stands: str
    """Where the text stands: a key of `places.PLACES`."""
    text: str
    tries: tuple[Round, ...] = ()
    asked: str = "What do I have to do?"
    """The harmless thing the person asks meanwhile."""
    says: str = "Done."
    passes: Passes = NOTHING
    waits: int = 0
    """Tasks that stand on the card that waits for the person."""
    leaves: int = 0
    """Empty lists that stay after the undo: they were made by naming them."""
    ends: str = ""
    """The cause, of `trouble.CAUSES`, where the run is ended early."""
    arrives: str = ""
    """What of the text reaches the model, where a door changes it."""
    hidden: bool = False
    """Whether the text is one that nobody could see, and must not arrive."""

    @property
    def calls(self) -> list[Call]:
        return [call for each in self.tries for call in each]


@dataclass(frozen=True, slots=True)
class Family:
    """Rows of one kind."""

    title: str
    rows: tuple[Injection, ...] = field(default=())


def each(tool: str, tasks: Iterable[object], **arguments: Any) -> Round:
    """The same call for many tasks."""
    return tuple((tool, {"task": str(task)} | arguments) for task in tasks)
