"""What a sentence comes to: calls to make, lists to look through first, or words to say."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Do:
    """One call of a tool."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)
    asks: str = field(default="", compare=False)
    """What a look is to answer ("any", "free", "next", …): other words, the same call."""
    detail: str = field(default="", compare=False)
    """What the answer has to heed beside: "finished *today*"."""
    wider: dict[str, Any] | None = field(default=None, compare=False)
    """Arguments of a second look, where the first finds nothing."""


@dataclass(frozen=True, slots=True)
class Through:
    """First look, then do it to what was found: all of it, or the one at `then.arguments["task"]`."""

    look: Do
    then: Do
    otherwise: Do | None = None
    """Where nothing was found."""


@dataclass(frozen=True, slots=True)
class Say:
    """Nothing to do, only to answer."""

    words: str
    lost: bool = False
    """Whether the sentence was not understood."""


Step = Do | Through | Say
Plan = tuple[Step, ...]
"""In the order it was said."""
ALL_FOUND = "those"
"""As the `task` of what follows a look: everything it found."""
AFTER_IT = "after it"
"""As the `due` of a second look: what is due later that day than what the first one found."""


def is_one_look(plan: Plan) -> bool:
    """Whether all that was asked for is to see some tasks."""
    return len(plan) == 1 and isinstance(plan[0], Do) and plan[0].tool in {"list_tasks", "sum_up", "plan_day"}


def is_the_day(plan: Plan) -> bool:
    """Whether that is today, as a whole."""
    return plan in ((Do("list_tasks", {"due": "today"}),), (Do("plan_day"),))
