"""What a model was told, taken apart: what stands in data fields, and everything else."""

import json
import re
from collections.abc import Iterable
from typing import Any

from agents.testing import ModelCall

from taskchat.assistant.attached import HEADING
from taskchat.domain.text import folded

OBJECT = re.compile(r"\{.*\}")
"""JSON in a line: from the first brace to the last. What we write has no line break in it."""


def told(heard: Iterable[ModelCall]) -> str:
    """Everything, data or not, in one text; what the model itself said and called is left out."""
    return "\n".join(text for call in heard for text in _texts(call))


def outside_data(heard: Iterable[ModelCall]) -> str:
    """The same without what stands in a data field: what a model may take for an instruction."""
    return "\n".join(_without_data(text) for call in heard for text in _texts(call))


def _texts(call: ModelCall) -> list[str]:
    items = call.input if isinstance(call.input, list) else []
    texts = [str(item["output"]) for item in map(_plain, items) if item.get("type") == "function_call_output"]
    for item in map(_plain, items):
        if item.get("role") == "user":
            content = item["content"]
            texts += [content] if isinstance(content, str) else [part.get("text", "") for part in content]
    return [call.system_instructions or "", *texts]


def _plain(item: Any) -> dict[str, Any]:
    return item if isinstance(item, dict) else dict(item)


def _without_data(text: str) -> str:
    """A file that was attached is data as a whole, its name too: the heading in front of it says so."""
    if text.startswith(HEADING):
        return HEADING
    return "\n".join(OBJECT.sub(_pruned_object, line) for line in text.split("\n"))


def _pruned_object(found: re.Match[str]) -> str:
    try:
        return json.dumps(_pruned(json.loads(found[0])), ensure_ascii=False)
    except ValueError:
        return found[0]


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _pruned(each) for name, each in value.items() if name != "data"}
    return [_pruned(each) for each in value] if isinstance(value, list) else value


def gist(text: str) -> str:
    """A text by its letters and digits alone: a tag has hyphens, a file name has underscores, JSON has backslashes."""
    return "".join(c for c in folded(text) if c.isalnum())
