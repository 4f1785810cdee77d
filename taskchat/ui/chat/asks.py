"""What the page asks of the chat server, in ChatKit's own words."""

import json
from typing import Any


def send(thread_id: str, text: str, send_id: str, names: str = "") -> bytes:
    """A message; without a thread it begins one. The same `send_id` again is the same message (K-06)."""
    message = {"content": content(text, names), "attachments": [], "inference_options": {}}
    metadata = {"send_id": send_id}
    if not thread_id:
        return _body("threads.create", metadata, input=message)
    return _body("threads.add_user_message", metadata, thread_id=thread_id, input=message)


def content(text: str, names: str) -> list[dict[str, Any]]:
    """The parts of a message. `names`: JSON of the same text in pieces, of which an object is a task or a list."""
    told = json.loads(names) if names else []
    if not told or not all(isinstance(one, str) or _is_name(one) for one in told):
        return [{"type": "input_text", "text": text}]
    return [{"type": "input_text", "text": one} if isinstance(one, str) else _tag(one) for one in told]


def _is_name(one: Any) -> bool:
    return isinstance(one, dict) and all(isinstance(one.get(key), str) for key in ("id", "kind", "name"))


def _tag(one: dict[str, str]) -> dict[str, Any]:
    """Not interactive: no client has a preview to ask for."""
    data = {"kind": one["kind"]}
    return {"type": "input_tag", "id": one["id"], "text": one["name"], "data": data, "interactive": False}


def retry(thread_id: str, item_id: str) -> bytes:
    return _body("threads.retry_after_item", thread_id=thread_id, item_id=item_id)


def press(thread_id: str, item_id: str, kind: str, payload: str) -> bytes:
    """A button of a card; `payload` is the JSON it came with, the server decides whether it is true."""
    action = {"type": kind, "payload": json.loads(payload)}
    return _body("threads.custom_action", thread_id=thread_id, item_id=item_id, action=action)


def rename(thread_id: str, title: str) -> bytes:
    return _body("threads.update", thread_id=thread_id, title=title)


def delete(thread_id: str) -> bytes:
    return _body("threads.delete", thread_id=thread_id)


def _body(kind: str, metadata: dict[str, str] | None = None, **params: Any) -> bytes:
    request: dict[str, Any] = {"type": kind, "params": params}
    return json.dumps(request | ({"metadata": metadata} if metadata else {})).encode()
