"""What waits behind an answer that did not come to its end is held: kept, told, and sent by the person alone (K-05)."""

from datetime import UTC, datetime, timedelta

import pytest

from taskchat.assistant.queue import HELD
from taskchat.domain.person import Person
from taskchat.live import InProcess
from taskchat.services import accounts, conversations
from tests.assistant.provider import CUT, Pause, Reply, playing, says, words
from tests.assistant.talking import Client, chatting_with, errors, kinds, op
from tests.assistant.test_pitfalls_of_the_server import ENDLESS, HALF, until_said
from tests.assistant.test_queue import ENDS, asked, line, message_ids, read, signed_in, stop, talking, texts, waiting
from tests.conftest import PASSWORD
from tests.databases import emptied  # noqa: F401 - the database takes part

FAILS = Reply((*words(HALF), Pause(0.3), CUT))


async def test_behind_an_answer_that_failed_it_is_held_until_the_person_sends_it(alice: Person) -> None:
    async with playing(FAILS, says("Two."), says("One.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        one, two = await waiting(client, "one", "two")

        streams = [await read(each) for each in (one, two)]

        assert [[error["message"] for error in errors(events)] for events in streams] == [[HELD], [HELD]]
        assert await line(client) == [("one", True), ("two", True)]
        first, second = await message_ids(client)
        await chat.queue.send_now(client.seat, client.thread_id, second)
        await whole(client)
        assert await line(client) == [("one", True)]
        await chat.queue.send_now(client.seat, client.thread_id, first)
        await whole(client)
        assert (await texts(client))[2:] == ["two", "Two.", "one", "One."]
        assert await line(client) == []


async def whole(client: Client) -> None:
    """The latest run has ended."""
    async for _ in await client.chat.follow(client.seat, client.thread_id):
        pass


async def test_what_is_sent_now_while_something_runs_goes_back_to_its_place(alice: Person) -> None:
    async with playing(FAILS, ENDLESS, says("One.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        [one] = await waiting(client, "one")
        await read(one)
        await client.begin(client.sending("go on"))
        await until_said(client, HALF)
        [two] = await waiting(client, "two")

        await chat.queue.send_now(client.seat, client.thread_id, (await message_ids(client))[0])

        assert await line(client) == [("one", False), ("two", False)]
        await stop(client)
        await read(two)
        assert asked(mock) == ["talk", "go on", "one", "two"]


async def test_signing_out_holds_what_waits_and_keeps_its_words(alice: Person) -> None:
    async with playing(ENDLESS, says("One.")) as mock, chatting_with(mock.url) as chat:
        now = datetime.now(UTC)
        signed = accounts.sign_in(str(alice.email), PASSWORD, now=now)
        client = Client(chat, alice, now, session=signed.seat.session)
        talk = await client.begin(client.sending("talk"))
        await until_said(client, HALF)
        [one] = await waiting(client, "one")

        accounts.sign_out(signed.token, now=now)
        await read(talk)
        assert errors(await read(one)) != []

        back = signed_in(chat, alice)
        back.thread_id = client.thread_id
        assert asked(mock) == ["talk"]
        assert await line(back) == [("one", True)]
        await chat.queue.send_now(back.seat, back.thread_id, (await message_ids(back))[0])
        await whole(back)
        assert (await texts(back))[-2:] == ["one", "One."]


async def test_a_message_of_another_session_goes_on(alice: Person) -> None:
    async with playing(ENDLESS, says("Two.")) as mock, chatting_with(mock.url) as chat:
        now = datetime.now(UTC)
        signed = accounts.sign_in(str(alice.email), PASSWORD, now=now)
        client = Client(chat, alice, now, session=signed.seat.session)
        await client.begin(client.sending("talk"))
        await until_said(client, HALF)
        await waiting(client, "one")
        other = signed_in(chat, alice)
        other.thread_id = client.thread_id
        [two] = await waiting(other, "two")

        accounts.sign_out(signed.token, now=now)
        await read(two)

        assert asked(mock) == ["talk", "two"]
        assert await line(other) == [("one", True)]


async def test_what_waits_survives_a_restart_and_goes_when_it_is_sent(alice: Person) -> None:
    async with playing(ENDLESS, says("One.")) as mock:
        async with chatting_with(mock.url) as chat:
            client = await talking(chat, alice)
            body = client.sending("one", send_id="k1")
            await client.begin(body)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("taskchat.live._live", InProcess())
            async with chatting_with(mock.url) as chat:
                client.chat = chat
                assert await line(client) == [("one", True)]
                assert kinds(await client.stream(body)) == ["thread.item.added", "error"]

                await chat.queue.send_now(client.seat, client.thread_id, (await message_ids(client))[0])
                again = await client.stream(body)

                assert kinds(again)[0] == "thread.item.done"
                assert (await texts(client))[-2:] == ["one", "One."]
                assert asked(mock) == ["talk", "one"]


async def test_an_answer_that_ends_while_the_server_closes_begins_nothing(alice: Person) -> None:
    async with playing(ENDS, says("One.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        [one] = await waiting(client, "one")
        chat.runs._is_closing = True

        await read(one)

        assert await line(client) == [("one", True)]
        assert asked(mock) == ["talk"]


async def test_behind_a_run_whose_worker_died_it_is_held(alice: Person) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        await waiting(client, "one")

        conversations.interrupt_dead(now=datetime.now(UTC) + timedelta(minutes=1))

        assert await line(client) == [("one", True)]


async def test_deleting_the_conversation_starts_nothing_and_bringing_it_back_keeps_the_line(alice: Person) -> None:
    async with playing(ENDLESS, says("One.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        await waiting(client, "one")

        await client.json("threads.delete", thread_id=client.thread_id)
        conversations.restore_thread(alice, client.thread_id)

        assert await line(client) == [("one", True)]
        assert asked(mock) == ["talk"]


async def test_a_failed_message_can_be_tried_again_while_others_wait_for_the_person(alice: Person) -> None:
    async with playing(FAILS, says("Talked.")) as mock, chatting_with(mock.url) as chat:
        client = await talking(chat, alice)
        [one] = await waiting(client, "one")
        await read(one)

        said = (await client.items())[0]["id"]
        await client.stream(op("threads.retry_after_item", thread_id=client.thread_id, item_id=said))

        assert await texts(client) == ["talk", "Talked."]
        assert await line(client) == [("one", True)]
