"""The form of the grammar: a row says how people put something, and what they mean by it.

    Row("move|shift the? {task} to|until {when}", "update_task", due="{when}")

Words stand apart; `a|b` are alternatives, `word?` may be missing, `two_words` belong together, `{slot}` is any text
that its reader understands. Adding a verb is adding a row.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.scene import Scene

Reader = Callable[[str, Scene], Any]
"""A slot's text → its value, None when it is not of that kind: then the row does not fit."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A row that fits, and what its slots mean."""

    tool: str
    arguments: dict[str, Any]


class Row:
    """One way to say something. Arguments are constants, or `"{slot}"` for what stands in that slot."""

    __slots__ = ("arguments", "pattern", "tool", "words")

    def __init__(self, said: str, tool: str, **arguments: Any) -> None:
        self.words = said
        self.tool = tool
        self.arguments = arguments
        self.pattern = re.compile("".join(_element(part) for part in said.split()) + r"[\s.!?,]*", re.IGNORECASE)

    def fit(self, clause: str, scene: Scene, readers: Mapping[str, Reader]) -> Fit | None:
        found = self.pattern.fullmatch(f" {clause}")
        if not found:
            return None
        slots: dict[str, Any] = {}
        for name, text in found.groupdict().items():
            value = readers[name](text.strip(), scene)
            if value is None:
                return None
            slots[name] = value
        return Fit(self.tool, {name: _filled(value, slots) for name, value in self.arguments.items()})


def first_fit(rows: Iterable[Row], clause: str, scene: Scene, readers: Mapping[str, Reader]) -> Fit | None:
    """The first row that fits: more special rows stand above more general ones."""
    return next((fit for row in rows if (fit := row.fit(clause, scene, readers))), None)


def first_words(rows: Iterable[Row]) -> frozenset[str]:
    """The words rows begin with, where they begin with a word."""
    found: set[str] = set()
    for row in rows:
        head = row.words.split(maxsplit=1)[0]
        if not head.startswith("{") and not head.endswith("?"):
            found |= {word.split("_")[0].lower() for word in head.split("|")}
    return frozenset(found)


def _filled(value: Any, slots: dict[str, Any]) -> Any:
    named = re.fullmatch(r"\{(\w+)\}", value) if isinstance(value, str) else None
    return slots[named[1]] if named else value


def _element(part: str) -> str:
    slot = re.fullmatch(r"\{(\w+)\}([:,]?)(\??)", part)
    if slot:
        end = rf"\s*{slot[2]}" if slot[2] else ""
        return rf"(?:\s+(?P<{slot[1]}>\S.*?){end}){slot[3]}"
    optional = "?" if len(part) > 1 and part.endswith("?") else ""
    words = part.removesuffix("?") if optional else part
    spoken = "|".join(re.escape(word).replace("_", r"\s+").replace("'", "['’]") for word in words.split("|"))
    return rf"(?:\s+(?:{spoken}),?){optional}"
