"""A long conversation is read from its end: no more of it than is shown."""

from datetime import datetime

from chatkit.types import EndOfTurnItem, UserMessageItem, UserMessageTextContent

from taskchat.assistant.answer import local_now
from taskchat.assistant.context import Turn
from taskchat.assistant.server import Chat
from taskchat.domain.person import Person
from tests.assistant.talking import Client, chatting, script

COUNT = 40


async def grown(chat: Chat, alice: Person, now: datetime) -> Client:
    """A conversation of many messages, every third of which nobody sees."""
    client = Client(chat, alice, now)
    await client.say("the first")
    turn = Turn(client.seat, now)
    for n in range(COUNT):
        about = {"id": f"msg_{n:03}", "thread_id": client.thread_id, "created_at": local_now()}
        said = UserMessageTextContent(text=f"line {n}")
        await chat.store.add_thread_item(
            client.thread_id, UserMessageItem(**about, content=[said], attachments=[], inference_options={}), turn
        )
        if n % 3 == 0:
            await chat.store.add_thread_item(
                client.thread_id, EndOfTurnItem(**about | {"id": f"end_{n:03}"}), context=turn
            )
    return client


async def test_the_latest_of_a_conversation_are_as_many_as_were_asked_for(alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = await grown(chat, alice, now)

        view = await chat.view(client.seat, client.thread_id, latest=10)

    assert [item.text for item in view.conversation.items] == [f"line {n}" for n in range(COUNT - 10, COUNT)]


async def test_a_conversation_shorter_than_that_is_whole(alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = await grown(chat, alice, now)

        part = await chat.view(client.seat, client.thread_id, latest=100)
        whole = await chat.view(client.seat, client.thread_id)

    assert part == whole
    assert [item.text for item in whole.conversation.items[:3]] == ["the first", "Hello.", "line 0"]
