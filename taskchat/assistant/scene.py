"""What a sentence is understood against: the clock, the person's ways, and what was said just before."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from taskchat.assistant.told import Told, put_together, title_of
from taskchat.domain.person import Ways

TO_WHEN = "To when shall it move?"
"""The end of an answer that a date alone answers."""


@dataclass(frozen=True, slots=True)
class Called:
    """One tool call and what it answered; None while it has not."""

    tool: str
    arguments: dict[str, Any]
    result: Told | None


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a row may look at beside the sentence itself."""

    now: datetime
    ways: Ways
    earlier: tuple[Called, ...] = field(default=())
    """What the turn before this one called."""
    answered: str = ""
    """What the assistant said last."""
    read: dict[tuple[str, str], Any] = field(default_factory=dict, compare=False)
    """What slots have been read as, while this turn is understood."""
    shows: bool = False
    """Whether the tasks that are found stand below the answer, so that it need not list them."""

    @property
    def asked(self) -> Called | None:
        """The call that ended in a question which is still open."""
        return next((call for call in reversed(self.earlier) if call.result and "ask" in call.result), None)

    @property
    def listed(self) -> bool:
        """Whether the turn before only looked things up."""
        return bool(self.earlier) and all(call.tool == "list_tasks" for call in self.earlier)

    @property
    def touched(self) -> bool:
        """Whether the turn before changed something."""
        return any(call.result and call.result.get("did") not in {None, "deleted"} for call in self.earlier)

    @property
    def wants_date(self) -> bool:
        """Whether the assistant has just asked to when something shall be moved."""
        return self.answered.endswith(TO_WHEN)

    @property
    def changed(self) -> bool:
        """Whether the turn before changed anything that can be taken back."""
        return any(call.result and call.result.get("did") not in {None, "undone"} for call in self.earlier)

    @property
    def last_id(self) -> str | None:
        """The id of the task spoken of last, None if there were several or none."""
        found = {str(task.get("id")) for call in self.earlier for task in tasks_of(call.result)}
        return found.pop() if len(found) == 1 else None

    @property
    def last_title(self) -> str:
        """The title of the task spoken of last, "" if there were several or none."""
        found = [task for call in self.earlier for task in tasks_of(call.result)]
        return title_of(found[-1]) if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Talk:
    """The input of a model, taken apart: the person's last words, what followed, and the turn before."""

    said: str
    calls: tuple[Called, ...]
    """Of this turn, in the order they were made."""
    earlier: tuple[Called, ...]
    answered: str = ""
    """What the turn before was answered."""


def tasks_of(result: Told | None) -> list[Told]:
    """The tasks (or candidates) a tool's answer names."""
    found = (result or {}).get("tasks") or (result or {}).get("candidates")
    return [task for task in found if isinstance(task, dict)] if isinstance(found, list) else []


def talk_of(items: str | Sequence[Any]) -> Talk:
    """`items` are Responses input items as the Agents SDK hands them to a model."""
    if isinstance(items, str):
        return Talk(items, (), ())
    plain = [item if isinstance(item, dict) else dict(item) for item in items]
    turns = [place for place, item in enumerate(plain) if item.get("role") == "user"]
    if not turns:
        return Talk("", (), ())
    last = turns[-1]
    earlier = [place for place in turns if any(item.get("role") != "user" for item in plain[place + 1 : last])]
    before = earlier[-1] if earlier else last
    answered = [item for item in plain[before:last] if item.get("role") == "assistant"]
    return Talk(
        _text(plain[last].get("content")),
        _calls(plain[last + 1 :]),
        _calls(plain[before:last]),
        _text(answered[-1].get("content")) if answered else "",
    )


def _text(content: object) -> str:
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return " ".join(str(part.get("text", "")) for part in parts if isinstance(part, dict)).strip()


def _calls(items: Iterable[dict[str, Any]]) -> tuple[Called, ...]:
    items = list(items)
    answers = {str(i.get("call_id")): i.get("output") for i in items if i.get("type") == "function_call_output"}
    return tuple(
        Called(str(item.get("name")), _object(item.get("arguments")), _answer(answers.get(str(item.get("call_id")))))
        for item in items
        if item.get("type") == "function_call"
    )


def _answer(output: object) -> Told | None:
    if output is None:
        return None
    text = output if isinstance(output, str) else _text(output)
    return put_together(_object(text)) or {"error": "It did not work."}


def _object(text: object) -> dict[str, Any]:
    try:
        found = json.loads(text) if isinstance(text, str) else text
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
