"""A server that is killed in the middle of an answer: `python -m tests.assistant.killed DATABASE MODEL EMAIL`."""

import asyncio
import json
import sys
from datetime import UTC, datetime

from taskchat.assistant.server import close_chat, open_chat
from taskchat.live import open_live
from taskchat.services import accounts
from taskchat.storage.database import open_database
from tests.assistant.talking import Client, at
from tests.conftest import PASSWORD

SAVED = "It was a dark"


async def main(database: str, url: str, email: str) -> None:
    """Says one sentence, prints the thread once half of the answer is saved, and goes on for ever."""
    open_database(database)
    await open_live()
    now = datetime.now(UTC)
    chat = await open_chat(at(url))
    seat = accounts.sign_in(email, PASSWORD, now=now).seat
    client = Client(chat, seat.person, now, session=seat.session)
    begun = await client.begin(client.sending("talk"))
    while SAVED not in json.dumps(await client.items()):  # noqa: ASYNC110 - the save of a part is no event
        await asyncio.sleep(0.05)
    sys.stdout.write(json.dumps({"thread": begun.thread_id, "run": begun.run_id}) + "\n")
    sys.stdout.flush()
    await asyncio.Event().wait()
    await close_chat()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
