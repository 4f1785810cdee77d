"""Words that come faster than anybody reads go on together: several chunks of a model's as one, their text the same.

Each piece of an answer passes the SDK, ChatKit and every reader; with fifty answers at once that is most of the work.
"""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

from taskchat.assistant.ahead import Ahead

BEAT = 0.05
"""Seconds between two pieces of one answer: less than a page takes to the next frame."""


async def gathered(chunks: AsyncIterator[Any]) -> AsyncGenerator[Any, None]:
    """Chunks as JSON, in their order: all up to the first words at once, then what a beat has brought."""
    async for chunk in chunks:
        yield chunk
        if words_in(chunk):
            break
    else:
        return
    ahead = Ahead(chunks)
    try:
        await ahead.pause(BEAT)
        while lot := await ahead.lot():
            for chunk in together(lot):
                yield chunk
            await ahead.pause(BEAT)
    finally:
        await ahead.let_go()


def together(chunks: list[Any]) -> list[Any]:
    """Neighbours that bring nothing but words as one; whatever else there is stays as and where it is."""
    whole: list[Any] = []
    for chunk in chunks:
        before: Any = whole[-1] if whole else None
        if words_in(before) and words_in(chunk) and (chunk.get("usage") or not before.get("usage")):
            whole[-1] = _joined(before, chunk)
        else:
            whole.append(chunk)
    return whole


def words_in(chunk: Any) -> str:
    """The words of a chunk that brings nothing else; "" where it brings none, or more than that."""
    match chunk:
        case {"choices": [{"delta": {"content": str(words), **beside}, **around}]}:
            beside.pop("role", None)
            return "" if any(beside.values()) or any(around.values()) else words
    return ""


def _joined(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The later one, with the words of both."""
    [first], [second] = before["choices"], after["choices"]
    words = {"content": first["delta"]["content"] + second["delta"]["content"]}
    return after | {"choices": [second | {"delta": first["delta"] | second["delta"] | words}]}
