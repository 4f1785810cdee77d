"""Blanking the words of purged tasks in stored JSON text: pure, so that it can be tried on anything."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

BLANK = "…"
CUT = 50
"""Longer titles stand in the audit cut to this (C-09)."""
SHORTEST_PART = 3
"""A shorter title is blanked only where it stands alone: "a" is in every sentence."""
IDS = ("id", "task_id", "task")
WORDS = ("title", "description", "name", "text", "words")


@dataclass(frozen=True, slots=True)
class Words:
    """A purged task's own words. `common`: another living task has the same title, which must stay readable."""

    task_id: str
    title: str
    description: str
    common: bool = False


class Scrubber:
    """Replaces a set of purged tasks' words wherever they stand."""

    def __init__(self, purged: Iterable[Words]) -> None:
        known = tuple(purged)
        self._ids = frozenset(words.task_id for words in known)
        texts = {text for words in known for text in _texts(words)}
        self._alone = frozenset(text.casefold() for text in texts)
        parts = sorted((text for text in texts if len(text) >= SHORTEST_PART), key=len, reverse=True)
        # Between letters it is another word; the longest first, so that a title inside a longer one leaves no rest.
        self._part = re.compile("|".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in parts) or r"(?!)", re.IGNORECASE)

    def text(self, text: str) -> str:
        """Plain text, or JSON as text inside other JSON."""
        if text[:1] in {"{", "["}:
            return self.json(text)
        said, gap, data = text.rpartition("\n\n")
        if gap and data.startswith("{"):  # a message and what it names
            return f"{self.text(said)}{gap}{self.json(data)}"
        return BLANK if text.strip().casefold() in self._alone else self._part.sub(BLANK, text)

    def json(self, text: str) -> str:
        """JSON text; what is not JSON is treated as plain text."""
        try:
            value = json.loads(text)
        except ValueError:
            return self._part.sub(BLANK, text)
        scrubbed = self._value(value)
        return text if scrubbed == value else json.dumps(scrubbed, ensure_ascii=False)

    def _value(self, value: Any) -> Any:
        match value:
            case str():
                return value if value in self._ids else self.text(value)
            case list():
                return [self._value(each) for each in value]
            case dict():
                return {key: self._value(each) for key, each in self._own(value).items()}
            case _:
                return value

    def _own(self, value: dict[str, Any]) -> dict[str, Any]:
        """A record of a purged task loses its words, however they were shortened."""
        if not any(isinstance(value.get(key), str) and value[key] in self._ids for key in IDS):
            return value
        return {key: BLANK if key in WORDS and isinstance(each, str) else each for key, each in value.items()}


def _texts(words: Words) -> set[str]:
    lines = {line.strip() for line in (words.description, *words.description.splitlines())}
    titles = set() if words.common else {words.title, words.title[:CUT].strip()}
    return {text for text in lines | titles if text}
