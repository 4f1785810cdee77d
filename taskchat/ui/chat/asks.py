"""What the page asks of the chat server, in ChatKit's own words."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sent:
    """What the composer sends: `person` pressed Enter, and saw `thread` then ("" = none has begun).

    The same `id` again is the same message (K-06).
    """

    text: str
    id: str
    thread: str
    person: str
    quote: str = ""


def send(sent: Sent) -> bytes:
    """A message; without a thread it begins one."""
    message: dict[str, Any] = {
        "content": [{"type": "input_text", "text": sent.text}],
        "attachments": [],
        "inference_options": {},
    }
    message |= {"quoted_text": sent.quote} if sent.quote else {}
    metadata = {"send_id": sent.id}
    if not sent.thread:
        return _body("threads.create", metadata, input=message)
    return _body("threads.add_user_message", metadata, thread_id=sent.thread, input=message)


def retry(thread_id: str, item_id: str, text: str | None = None, *, keep: bool = False) -> bytes:
    """A message once more: as it was, or in other words; what it changed is taken back first, or kept."""
    metadata = ({} if text is None else {"text": text}) | ({"keep": True} if keep else {})
    return _body("threads.retry_after_item", metadata, thread_id=thread_id, item_id=item_id)


def rate(thread_id: str, item_id: str, rating: str, comment: str = "", *, withdrawn: bool = False) -> bytes:
    metadata = {"withdrawn": True} if withdrawn else {"comment": comment}
    return _body("items.feedback", metadata, thread_id=thread_id, item_ids=[item_id], kind=rating)


def press(thread_id: str, item_id: str, kind: str, payload: str) -> bytes:
    """A button of a card; `payload` is the JSON it came with, the server decides whether it is true."""
    action = {"type": kind, "payload": json.loads(payload)}
    return _body("threads.custom_action", thread_id=thread_id, item_id=item_id, action=action)


def rename(thread_id: str, title: str) -> bytes:
    return _body("threads.update", thread_id=thread_id, title=title)


def delete(thread_id: str) -> bytes:
    return _body("threads.delete", thread_id=thread_id)


def _body(operation: str, metadata: dict[str, Any] | None = None, /, **params: Any) -> bytes:
    request: dict[str, Any] = {"type": operation, "params": params}
    return json.dumps(request | ({"metadata": metadata} if metadata else {})).encode()
