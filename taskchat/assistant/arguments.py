"""A call's arguments as models really send them: put right where what is meant is plain, refused in words otherwise.

Small models write numbers as text, lists as one string, "null" for what they leave out, JSON inside of JSON, and names
of their own for what a tool takes. What a tool does not take is left out and named, so that the model can tell.
"""

import ast
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from taskchat.errors import Invalid

Schema = Mapping[str, Any]
"""JSON schema of the arguments, in the small part of it that every provider reads: see `plain`."""
NOTHING_DONE = "Nothing was changed by this step."
UNREADABLE = "The arguments of this call could not be read."
UNSAID = {"null", "undefined", "nil"}
"""Written where nothing was meant. "none" may mean something: no date."""
YES, NO = {"true", "yes", "1", "on"}, {"false", "no", "0", "off"}
FENCE = re.compile(r"\A\s*```\w*\s*(.*?)\s*```\s*\Z", re.DOTALL)
WHOLE = re.compile(r"([+-]?\d+)(?:\.0+)?(?:\s*min(?:ute)?s?)?")
AROUND = {"arguments", "parameters", "params", "input", "args", "kwargs"}
"""What some put once more around the arguments."""
OTHERWISE = {
    "due": "due_date duedate date deadline when",
    "title": "name task_name task_title new_title content summary",
    "task": "id task_id taskid which",
    "list": "list_name project",
    "name": "title list list_name template",
    "colour": "color",
    "description": "notes note details",
    "tags": "tag label labels",
    "search": "query q keyword",
    "reminder_minutes": "reminder remind_minutes",
    "recurrence": "repeat repeats rrule recurring",
    "sort": "sort_by order_by",
}
"""Other names for what a tool takes; they count where it takes that, and has no such name itself."""


@dataclass(frozen=True, slots=True)
class Given:
    """The arguments a tool is called with, and the names of those it does not take."""

    arguments: dict[str, Any]
    ignored: tuple[str, ...] = ()


def plain(schema: Schema) -> dict[str, Any]:
    """The same without what Gemini and small local models stumble over: unions, nulls, defaults, titles, references."""
    properties = {name: _plain(part) for name, part in schema.get("properties", {}).items()}
    required = [name for name in schema.get("required", ()) if name in properties]
    return {"type": "object", "properties": properties} | ({"required": required} if required else {})


def _plain(part: Schema) -> dict[str, Any]:
    meant = next((one for one in part.get("anyOf", ()) if one.get("type") != "null"), part)
    said: dict[str, Any] = {"type": meant.get("type", "string")}
    if "description" in part:
        said["description"] = " ".join(part["description"].split())
    if "enum" in meant:
        said["enum"] = [str(one) for one in meant["enum"]]
    if said["type"] == "array":
        said["items"] = {"type": meant.get("items", {}).get("type", "string")}
    return said


def read_arguments(text: str, schema: Schema) -> Given:
    """Raises Invalid with a sentence for the model: which argument is wrong, or missing, and what it takes."""
    takes: Mapping[str, Schema] = schema.get("properties", {})
    needs = schema.get("required", ())
    sent = _unwrapped(_object(text), takes)
    given: dict[str, Any] = {}
    ignored: list[str] = []
    for said, value in sent.items():
        name = _name(said, takes)
        if name is None or (name != said and name in {*given, *sent}):
            ignored.append(str(said)[:50])
        elif value is not None and (name in needs or not _is_unsaid(value)):
            given[name] = READERS[takes[name]["type"]](name, value)
    if missing := [name for name in needs if name not in given]:
        raise Invalid(f"“{missing[0]}” is missing.", missing[0])
    return Given(given, tuple(ignored))


def _object(text: str) -> dict[str, Any]:
    found: Any = FENCE.sub(r"\1", text or "{}")
    for _ in range(3):
        if isinstance(found, str):
            found = _parsed(found)
        if isinstance(found, list) and len(found) == 1:
            found = found[0]
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Invalid(UNREADABLE)
    return found


def _parsed(text: str) -> Any:
    """JSON, or what Python would write for it."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text.strip()) if len(text) < 20_000 else text
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        raise Invalid(UNREADABLE) from None


def _unwrapped(sent: dict[str, Any], takes: Mapping[str, Schema]) -> dict[str, Any]:
    if len(sent) == 1 and (name := next(iter(sent))) in AROUND and name not in takes:
        inner = sent[name]
        return _object(inner) if isinstance(inner, str) else inner if isinstance(inner, dict) else sent
    return sent


def _name(said: object, takes: Mapping[str, Schema]) -> str | None:
    """What a tool calls it; None for what it does not take."""
    if said in takes:
        return str(said)
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", str(said)).lower().replace("-", "_").strip()
    if snake in takes:
        return snake
    return next((name for name, others in OTHERWISE.items() if name in takes and snake in others.split()), None)


def _is_unsaid(value: object) -> bool:
    return isinstance(value, str) and value.strip().lower() in UNSAID


def _text(name: str, value: object) -> str:
    match value:
        case str():
            return value
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return f"{value:g}"
        case [one] if not isinstance(one, list | dict):
            return _text(name, one)
        case [_, *_]:
            raise Invalid(f"“{name}” takes one value. Call the tool once for each.", name)
    raise Invalid(f"“{name}” takes a text.", name)


def _texts(name: str, value: object) -> list[str]:
    """Names: as a list, as a list written out, or one after another."""
    if isinstance(value, str):
        text = value.strip()
        value = _parsed(text) if text.startswith("[") and text.endswith("]") else text.split(",")
    several = value if isinstance(value, list) else [value]
    named = [one.get("name") or one.get("title") if isinstance(one, dict) else one for one in several]
    texts = [_text(name, one).strip() for one in named if one is not None and not _is_unsaid(one)]
    return [text for text in texts if text]


def _whole(name: str, value: object) -> int:
    found = WHOLE.fullmatch(_text(name, value).strip().lower())
    if isinstance(value, bool) or found is None:
        raise Invalid(f"“{name}” takes a whole number.", name)
    return int(found.group(1))


def _yes_or_no(name: str, value: object) -> bool:
    word = _text(name, value).strip().lower()
    if word not in YES | NO:
        raise Invalid(f"“{name}” is true or false.", name)
    return word in YES


READERS: dict[str, Callable[[str, object], Any]] = {
    "string": _text,
    "array": _texts,
    "integer": _whole,
    "boolean": _yes_or_no,
}
"""By the type a schema names."""
