"""kill -9 in the middle of an answer: it is interrupted, what was said is there, and trying again works."""

import asyncio
import json
import sys
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.services import conversations
from tests.assistant.provider import Pause, Reply, playing, says, words
from tests.assistant.talking import Client, chatting_with, errors, op
from tests.databases import emptied  # noqa: F401 - the database takes part

STEADY = Reply((*words("It was a dark"), Pause(1.1), *words("and "), Pause(1.1), *words("stormy"), Pause()))
"""Longer than one checkpoint takes; and once more, where a slow machine began so late that the first was too early."""


async def killed(database: str, url: str, email: str) -> dict[str, str]:
    """What the server said before it died."""
    command = [sys.executable, "-m", "tests.assistant.killed", database, url, email]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    line = await process.stdout.readline()
    process.kill()
    await process.wait()
    return json.loads(line)


async def test_a_killed_server_leaves_an_answer_that_can_be_tried_again(
    alice: Person, now: datetime, database: str
) -> None:
    async with playing(STEADY, says("Once more, whole.")) as mock:
        left = await killed(database, mock.url, str(alice.email))
        async with chatting_with(mock.url) as chat:
            client = Client(chat, alice, now, thread_id=left["thread"])
            view = await chat.view(client.seat, client.thread_id)
            said = view.conversation.items[0].id

            again = await client.stream(op("threads.retry_after_item", thread_id=client.thread_id, item_id=said))

            assert view.run_id is None
            assert view.conversation.items[1].text.startswith("It was a dark")
            assert view.conversation.items[1].ending == "cut"
            assert view.conversation.error is not None
            assert view.conversation.error.allow_retry
            assert errors(again) == []
            assert await client.answers() == ["Once more, whole."]
            states = [run.state for run in conversations.runs_of(alice, client.thread_id)]
            assert states == ["interrupted", "done"]
