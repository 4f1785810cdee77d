"""The endpoint as a program sees it: how long until the first delta of an answer."""

import json
import time
from typing import Any

import httpx


async def signed_in(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/auth/guest", json={"timezone": "Europe/Berlin"})
    client.headers["Authorization"] = f"Bearer {answer.raise_for_status().json()['token']}"


def beginning(text: str) -> dict[str, Any]:
    """The request that begins a conversation with a message."""
    said = {"content": [{"type": "input_text", "text": text}], "attachments": [], "inference_options": {}}
    return {"type": "threads.create", "params": {"input": said}}


async def first_delta(client: httpx.AsyncClient, text: str) -> float:
    """Milliseconds from the request to the first text of the answer; reads the stream to its end."""
    body = beginning(text)
    started, first = time.perf_counter(), 0.0
    async with client.stream("POST", "/api/chatkit", json=body, timeout=60) as answer:
        async for line in answer.aiter_lines():
            if not first and line.startswith("data: ") and _is_text(json.loads(line.removeprefix("data: "))):
                first = time.perf_counter()
    return (first - started) * 1000


def _is_text(event: dict) -> bool:
    return event.get("update", {}).get("type") == "assistant_message.content_part.text_delta"
