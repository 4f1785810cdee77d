"""What the person thinks of answers: kept, shown again in every tab, changed and taken back at any time.

ChatKit's `items.feedback` says positive or negative; `metadata.comment` says why, in at most 1,000 characters, and
`metadata.withdrawn: true` takes the opinion back. What was said last stands alone: a rating without a comment has none.
"""

import asyncio
from typing import Any

from chatkit.types import ItemsFeedbackReq

from taskchat.assistant.context import Turn
from taskchat.assistant.store import ThreadStore
from taskchat.domain.text import clean
from taskchat.errors import Invalid
from taskchat.services import conversations

LONGEST_COMMENT = 1_000


async def rated(store: ThreadStore, request: ItemsFeedbackReq, turn: Turn) -> bytes:
    """The answer of the operation. Raises Invalid for the comment, NotFoundError for what is not there."""
    of = request.params
    rating = "" if request.metadata.get("withdrawn") is True else of.kind
    comment = _comment(request.metadata) if rating else ""
    for item_id in of.item_ids:
        await store.load_item(of.thread_id, item_id, context=turn)
    await asyncio.to_thread(conversations.rate, turn.person, of.thread_id, of.item_ids, rating, comment)
    return b"{}"


def _comment(metadata: dict[str, Any]) -> str:
    said = metadata.get("comment", "")
    if not isinstance(said, str):
        raise Invalid("A comment must be text.", "comment")
    comment = clean(said, lines=True)
    if len(comment) > LONGEST_COMMENT:
        raise Invalid(
            f"A comment has at most {LONGEST_COMMENT:,} characters; this one has {len(comment):,}.", "comment"
        )
    return comment
