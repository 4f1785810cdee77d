"""Runs belong to the server: one a thread, one a send key, found again by any reader, ended with their session."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from taskchat.assistant.server import Streamed
from taskchat.assistant.server import chat as open_server
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Seat
from taskchat.errors import Conflict, Invalid, NotFound, TooMany, Unavailable
from taskchat.live import Change, InProcess, What
from taskchat.services import accounts, conversations, listing, tasks
from tests.assistant.provider import Pause, Reply, playing, says, words
from tests.assistant.talking import Client, chatting, chatting_with, errors, kinds, op, script, seen
from tests.assistant.test_pitfalls_of_the_server import ENDLESS, HALF, until_said
from tests.conftest import PASSWORD
from tests.databases import emptied  # noqa: F401 - the database takes part


async def test_after_stop_the_next_message_is_welcome_at_once(alice: Person, now: datetime) -> None:
    async with playing(ENDLESS, says("Yes?")) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.begin(client.sending("talk"))
        await until_said(client, HALF)
        await chat.stop(client.seat, client.thread_id)

        events = await client.say("listen")

        assert errors(events) == []
        assert (await client.answers())[-1] == "Yes?"


async def test_stopping_where_nothing_runs_does_nothing(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")

        await chat.stop(client.seat, client.thread_id)

        with pytest.raises(NotFound):
            await chat.stop(Seat(bob, ""), client.thread_id)


async def test_fifty_sends_with_one_key_are_one_message_and_one_run(alice: Person, now: datetime) -> None:
    model = script(("create_task", {"title": "milk"}), "There it is.")
    async with chatting(model) as chat:
        client = Client(chat, alice, now)
        body = client.sending("add milk", send_id="k1")

        begun = await asyncio.gather(*(client.begin(body) for _ in range(50)))
        read = await asyncio.gather(*(_read(one) for one in begun))

        assert len({one.run_id for one in begun}) == 1
        assert len({one.thread_id for one in begun}) == 1
        assert all(events == read[0] for events in read)
        assert [item.text for item in (await client.stored()).items if item.kind == "user"] == ["add milk"]
        assert tasks.find(alice, TaskFilter(), now=now).total == 1
        model.assert_complete()


async def _read(begun: Streamed) -> list[object]:
    return [json.loads(frame.data) async for frame in begun.frames]


async def test_a_key_belongs_to_its_text_its_thread_and_its_day(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting(script("One.", "Two.", "Three.", "Four.")) as chat:
        client = Client(chat, alice, now)
        await client.say("first", send_id="k1")
        opened = client.thread_id

        with pytest.raises(Conflict) as reused:
            await Client(chat, alice, now).say("other words", send_id="k1")
        await client.say("first", send_id="k1")
        await Client(chat, bob, now).say("first", send_id="k1")
        later = Client(chat, alice, now + timedelta(hours=24, seconds=1))
        await later.say("first", send_id="k1")

        assert reused.value.code == "send_key_reused"
        assert later.thread_id != opened
        assert await client.answers() == ["One.", "Two."]


async def test_a_send_repeated_after_a_restart_gets_what_it_left(alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        body = client.sending("hi", send_id="k1")
        first = await client.stream(body)
    from_scratch = InProcess()
    async with chatting(script()) as chat:
        client.chat = chat
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("taskchat.live._live", from_scratch)
            again = await client.stream(body)

    assert seen(again).items == seen(first).items
    assert kinds(again) == ["stream_options", "thread.item.done", "thread.item.done"]


@pytest.mark.parametrize("key", ["", "x" * 201, "with space", "ü", 7, None])
async def test_a_key_that_is_none_is_refused(key: object, alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        body = client.sending("hi", send_id=key)

        if key is None:
            assert errors(await client.stream(body)) == []
        else:
            with pytest.raises(Invalid):
                await client.post(body)


async def test_two_readers_and_a_late_one_see_the_same(alice: Person, now: datetime) -> None:
    slow = Reply((*words("A long"), Pause(0.05), *says("answer").parts))
    async with playing(slow) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        begun = await client.begin(client.sending("talk"))
        one, two = await asyncio.gather(_read(begun), _all(await chat.follow(client.seat, begun.thread_id)))

        late = await _all(await chat.follow(client.seat, begun.thread_id))

        assert one == two == late


async def _all(frames: AsyncIterator[object]) -> list[object]:
    return [json.loads(frame.data) async for frame in frames]  # pyright: ignore[reportAttributeAccessIssue]


async def test_a_view_in_the_middle_goes_on_from_its_position(alice: Person, now: datetime) -> None:
    slow = Reply((*words("One two"), Pause(0.5), *says("three").parts))
    async with playing(slow) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.begin(client.sending("count"))
        await until_said(client, "One two")

        view = await chat.view(client.seat, client.thread_id)
        after = await chat.follow(client.seat, client.thread_id, view.position)
        rest = [json.loads(frame.data) async for frame in after]

        assert view.run_id is not None
        assert [item.text for item in view.conversation.items] == ["count", "One two"]
        assert seen(rest, view.conversation).items == (await client.stored()).items


async def test_following_another_persons_conversation_is_not_found(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")

        with pytest.raises(NotFound):
            await chat.follow(Seat(bob, ""), client.thread_id)
        with pytest.raises(NotFound):
            await chat.view(Seat(bob, ""), client.thread_id)


async def test_signing_out_ends_the_answer_and_keeps_the_thread(alice: Person, now: datetime) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        signed = accounts.sign_in(str(alice.email), PASSWORD, now=now)
        client = Client(chat, alice, now, session=signed.seat.session)
        begun = await client.begin(client.sending("talk"))
        await until_said(client, HALF)

        accounts.sign_out(signed.token, now=now)
        events = [json.loads(frame.data) async for frame in begun.frames]

        await mock.quiet.wait()
        [error] = errors(events)
        assert error["message"].startswith("You were signed out")
        assert not error["allow_retry"]
        assert seen(events).items == (await client.stored()).items
        assert [item.ending for item in seen(events).items] == ["complete", "stopped"]


async def test_the_minute_has_a_limit_for_every_model(alice: Person, bob: Person, now: datetime) -> None:
    async with chatting(script(*["Yes."] * 4), taskchat_limit_minute=2) as chat:
        client = Client(chat, alice, now)
        await client.say("one")
        await client.say("two")

        with pytest.raises(TooMany) as refused:
            await client.say("three")
        await Client(chat, bob, now).say("mine is counted apart")
        later = Client(chat, alice, now + timedelta(seconds=61), thread_id=client.thread_id)
        await later.say("three")

        assert refused.value.retry_after == 60
        assert refused.value.resets_at == now + timedelta(minutes=1)
        assert await client.answers() == ["Yes.", "Yes.", "Yes."]


async def test_the_day_has_a_limit_for_hosted_models_only(alice: Person, now: datetime) -> None:
    async with playing(says("Yes.")) as mock, chatting_with(mock.url, taskchat_limit_day=1) as chat:
        client = Client(chat, alice, now)
        await client.say("one")
        with pytest.raises(TooMany):
            await client.say("two")
    async with chatting(taskchat_limit_day=1) as chat:
        client = Client(chat, alice, now)
        await client.say("one")
        assert errors(await client.say("two")) == []


async def test_a_refused_message_leaves_nothing_and_may_be_sent_again(alice: Person, now: datetime) -> None:
    async with chatting(script("One.", "Two."), taskchat_limit_minute=1) as chat:
        await Client(chat, alice, now).say("first")
        second = Client(chat, alice, now)
        body = second.sending("second", send_id="k2")
        with pytest.raises(TooMany):
            await second.post(body)

        second.now += timedelta(minutes=2)
        await second.stream(body)

        assert await second.answers() == ["Two."]
        assert len(listing.find(second.person).rows) == 2


async def test_a_run_whose_worker_died_is_interrupted_and_can_be_tried_again(alice: Person, now: datetime) -> None:
    model = script("Now then.")
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        begun = await client.begin(client.sending("talk"))
        await until_said(client, HALF)
        for answer in next(iter(chat.runs._running.values())).talk.record.open.values():
            await chat.store.add_thread_item(begun.thread_id, answer, next(iter(chat.runs._running.values())).turn)
        snapshot = await client.items()

        long_after = datetime.now(UTC) + timedelta(minutes=1)
        [dead] = conversations.interrupt_dead(now=long_after)
        view = await chat.view(client.seat, client.thread_id)

        assert dead.run_id == begun.run_id
        assert [(item["type"], item.get("ending")) for item in snapshot][1] == ("assistant_message", "open")
        assert [(item.text, item.ending) for item in view.conversation.items][1] == (HALF, "cut")
        assert view.conversation.error is not None
        assert view.conversation.error.allow_retry
    async with chatting(model) as chat:
        client.chat = chat
        said = (await client.items())[0]["id"]
        events = await client.stream(op("threads.retry_after_item", thread_id=client.thread_id, item_id=said))
        assert errors(events) == []
        assert await client.answers() == ["Now then."]


async def test_closing_the_server_interrupts_and_keeps_what_was_said(alice: Person, now: datetime) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.begin(client.sending("talk"))
        await until_said(client, HALF)
    async with chatting(script()) as chat:
        client.chat = chat

        view = await chat.view(client.seat, client.thread_id)

        assert [run.state for run in conversations.runs_of(alice, client.thread_id)] == ["interrupted"]
        assert [(item.text, item.ending) for item in view.conversation.items][1] == (HALF, "cut")
        assert view.conversation.error is not None


async def test_deleting_a_conversation_ends_its_answer(alice: Person, now: datetime) -> None:
    async with playing(ENDLESS) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.begin(client.sending("talk"))
        await until_said(client, HALF)

        await client.json("threads.delete", thread_id=client.thread_id)

        await mock.quiet.wait()
        assert listing.find(client.person).rows == ()


async def test_everybody_hears_when_a_run_begins_and_ends(
    alice: Person, now: datetime, heard: list[tuple[str, Change]]
) -> None:
    async with chatting(script("Hello.")) as chat:
        client = Client(chat, alice, now)
        await client.say("hi")
        await asyncio.sleep(0)

        runs = [change.ids for _, change in heard if change.what is What.RUN]
        named = [change.ids for _, change in heard if change.what is What.THREADS]

        assert len(runs) == 2
        assert runs[0] == runs[1]
        assert runs[0][0] == client.thread_id
        assert set(named) == {(client.thread_id,)}


async def test_retry_takes_back_what_the_first_try_did(alice: Person, now: datetime) -> None:
    milk = ("create_task", {"title": "milk"})
    async with chatting(script(milk, "There.", milk, "There again.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        before = seen(client.events)
        said = (await client.items())[0]["id"]

        events = await client.stream(op("threads.retry_after_item", thread_id=client.thread_id, item_id=said))

        assert tasks.find(alice, TaskFilter(), now=now).total == 1
        assert "notice" in kinds(events)
        assert seen(events, before).items == (await client.stored()).items


async def test_retry_keeps_what_the_person_keeps(alice: Person, now: datetime) -> None:
    milk = ("create_task", {"title": "milk"})
    async with chatting(script(milk, "There.", "As it was.")) as chat:
        client = Client(chat, alice, now)
        await client.say("add milk")
        said = (await client.items())[0]["id"]

        retry = op("threads.retry_after_item", {"keep": True}, thread_id=client.thread_id, item_id=said)
        await client.stream(retry)

        assert tasks.find(alice, TaskFilter(), now=now).total == 1


def test_before_it_is_open_the_server_is_unavailable() -> None:
    with pytest.raises(Unavailable):
        open_server()
