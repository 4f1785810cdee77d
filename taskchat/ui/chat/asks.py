"""What the page asks of the chat server, in ChatKit's own words."""

import json
from dataclasses import dataclass, field
from typing import Any

from taskchat.assistant.wire import BUILT_IN


@dataclass(frozen=True, slots=True)
class Sent:
    """What the composer sends: `person` pressed Enter, and saw `thread` then ("" = none has begun).

    The same `id` again is the same message (K-06).
    """

    text: str
    id: str
    thread: str
    person: str
    pieces: list[Any] = field(default_factory=list)
    """The same text in pieces where it names something: an object is a task or a list."""
    quote: str = ""
    files: list[str] = field(default_factory=list)
    """Their ids."""
    files_to: str = ""
    """Who reads them, as the person was told."""
    instead: str = ""
    """The queued message that it was made of, and whose place it takes."""


def send(sent: Sent, screen: dict[str, Any] | None = None) -> bytes:
    """A message; without a thread it begins one. `screen`: what its sender has before their eyes."""
    message: dict[str, Any] = {
        "content": content(sent),
        "attachments": sent.files,
        "inference_options": {},
    }
    message |= {"quoted_text": sent.quote} if sent.quote else {}
    also = {"files_to": sent.files_to, "in_place_of": sent.instead, "screen": screen}
    metadata: dict[str, Any] = {"send_id": sent.id} | {name: said for name, said in also.items() if said}
    if not sent.thread:
        return _body("threads.create", metadata, input=message)
    return _body("threads.add_user_message", metadata, thread_id=sent.thread, input=message)


def content(sent: Sent) -> list[dict[str, Any]]:
    """The parts of a message."""
    if not sent.pieces or not all(isinstance(one, str) or _is_name(one) for one in sent.pieces):
        return [{"type": "input_text", "text": sent.text}]
    return [{"type": "input_text", "text": one} if isinstance(one, str) else _tag(one) for one in sent.pieces]


def _is_name(one: Any) -> bool:
    return isinstance(one, dict) and all(isinstance(one.get(key), str) for key in ("id", "kind", "name"))


def _tag(one: dict[str, str]) -> dict[str, Any]:
    """Not interactive: no client has a preview to ask for."""
    data = {"kind": one["kind"]}
    return {"type": "input_tag", "id": one["id"], "text": one["name"], "data": data, "interactive": False}


def retry(
    thread_id: str, item_id: str, text: str | None = None, *, keep: bool = False, built_in: bool = False
) -> bytes:
    """A message once more: as it was, or in other words; what it changed is taken back first, or kept.

    `built_in`: the built-in assistant answers it.
    """
    metadata = ({} if text is None else {"text": text}) | ({"keep": True} if keep else {})
    metadata |= {"answer_by": BUILT_IN} if built_in else {}
    return _body("threads.retry_after_item", metadata, thread_id=thread_id, item_id=item_id)


def rate(thread_id: str, item_id: str, rating: str, comment: str = "", *, withdrawn: bool = False) -> bytes:
    metadata = {"withdrawn": True} if withdrawn else {"comment": comment}
    return _body("items.feedback", metadata, thread_id=thread_id, item_ids=[item_id], kind=rating)


def press(thread_id: str, item_id: str, kind: str, payload: Any, *, at_once: bool = False) -> bytes:
    """A button of a card; the server decides whether `payload` is true. `at_once`: without a run, beside any other."""
    operation = "threads.sync_custom_action" if at_once else "threads.custom_action"
    action = {"type": kind, "payload": payload}
    return _body(operation, thread_id=thread_id, item_id=item_id or None, action=action)


def answer(thread_id: str, item_id: str, answers: dict[str, Any], *, skips: bool = False) -> bytes:
    """What was filled into a form of the server's, or that it is left alone."""
    submission = {"status": "skipped" if skips else "answered", "answers": {} if skips else answers}
    return _body("threads.add_structured_input", thread_id=thread_id, item_id=item_id, input=submission)


def with_values(payload: str, values: str) -> dict[str, Any]:
    """An action's payload, and what stands in the form around it: dots nest, and the payload's own words win."""
    merged: dict[str, Any] = {}
    for name, value in json.loads(values).items():
        _nest(merged, name.split("."), value)
    given = json.loads(payload)
    return _over(merged, given) if isinstance(given, dict) else merged


def _nest(into: dict[str, Any], path: list[str], value: Any) -> None:
    for name in path[:-1]:
        inner = into.setdefault(name, {})
        into = inner if isinstance(inner, dict) else into.setdefault(name, {})
    into[path[-1]] = value


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    both = {
        name: _over(below[name], value)
        for name, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(name), dict)
    }
    return below | above | both


def rename(thread_id: str, title: str) -> bytes:
    return _body("threads.update", thread_id=thread_id, title=title)


def delete(thread_id: str) -> bytes:
    return _body("threads.delete", thread_id=thread_id)


def _body(operation: str, metadata: dict[str, Any] | None = None, /, **params: Any) -> bytes:
    request: dict[str, Any] = {"type": operation, "params": params}
    return json.dumps(request | ({"metadata": metadata} if metadata else {})).encode()
