"""What the page asks of the chat server, in ChatKit's own words."""

import json
from collections.abc import Sequence
from typing import Any


def send(thread_id: str, text: str, send_id: str, files: Sequence[str] = (), files_to: str = "") -> bytes:
    """A message; without a thread it begins one. The same `send_id` again is the same message (K-06).

    `files` are ids, `files_to` who reads them, as the person was told.
    """
    message = {"content": [{"type": "input_text", "text": text}], "attachments": [*files], "inference_options": {}}
    metadata = {"send_id": send_id} | ({"files_to": files_to} if files_to else {})
    if not thread_id:
        return _body("threads.create", metadata, input=message)
    return _body("threads.add_user_message", metadata, thread_id=thread_id, input=message)


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
