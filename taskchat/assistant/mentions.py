"""Tasks and lists named with @ as a model gets them: a mark in the sentence, and what it stands for as data (U-01).

move [@1] to friday

{"mentioned":[{"n":1,"kind":"task","id":"0193…","data":{"title":"call mom"}}]}
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chatkit.types import UserMessageItem, UserMessageTagContent, UserMessageTextContent

from taskchat.assistant.answer import text_of
from taskchat.assistant.context import Turn
from taskchat.assistant.wire import AN_ID
from taskchat.services import mentions
from taskchat.services.mentions import Mention

KEY = "mentioned"
BEGINS = f'{{"{KEY}":'
WORDS = "words"
"""The kind of a tag whose id stands for nothing of this person's: just what it says."""
Known = Mapping[str, Mention]
"""Tag id → what it stands for."""


@dataclass(frozen=True, slots=True)
class Named:
    """One mark of a sentence. `kind`: task, list or words."""

    kind: str
    id: str
    title: str


def mark(number: int) -> str:
    return f"[@{number}]"


async def known_in(message: UserMessageItem | None, turn: Turn) -> Known:
    """What the tags of a message stand for; their ids are a client's word, so they are asked of the person's own."""
    tags = [part for part in message.content if isinstance(part, UserMessageTagContent)] if message else []
    ids = [tag.id for tag in tags if AN_ID.fullmatch(tag.id)]
    if not ids:
        return {}
    found = await asyncio.to_thread(mentions.known, turn.person, ids, now=turn.now)
    return {mention.id: mention for mention in found}


def input_text(message: UserMessageItem, known: Known) -> str:
    """What the person wrote, as a model reads it; a line that only looks like ours, which somebody pasted, is none."""
    tags = [part for part in message.content if isinstance(part, UserMessageTagContent)]
    if not tags:
        return _no_line_of_ours(text_of(message))
    numbers = iter(range(1, len(tags) + 1))
    said = "".join(
        _no_line_of_ours(part.text) if isinstance(part, UserMessageTextContent) else mark(next(numbers))
        for part in message.content
    )
    told = [_told(number, tag, known.get(tag.id)) for number, tag in enumerate(tags, 1)]
    return f"{said}\n\n{json.dumps({KEY: told}, ensure_ascii=False, separators=(',', ':'))}"


def _no_line_of_ours(text: str) -> str:
    return text.replace(BEGINS, f"{{ {BEGINS[1:]}")


def _told(number: int, tag: UserMessageTagContent, mention: Mention | None) -> dict[str, Any]:
    if mention is None:
        return {"n": number, "kind": WORDS, "data": {"title": tag.text}}
    return {"n": number, "kind": mention.kind, "id": mention.id, "data": {"title": mention.title}}


def taken_apart(said: str) -> tuple[str, tuple[Named, ...]]:
    """The sentence with its marks, and what they stand for; nothing where the last line is not of this kind."""
    sentence, _, last = said.rpartition("\n\n")
    if not last.startswith(BEGINS):
        return said, ()
    try:
        named = tuple(Named(one["kind"], one.get("id", ""), one["data"]["title"]) for one in json.loads(last)[KEY])
    except (ValueError, KeyError, TypeError, AttributeError):
        return said, ()  # somebody typed it
    return sentence, named
