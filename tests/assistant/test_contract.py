"""All 17 operations of ChatKit: valid, malformed, and as the other person; on both databases."""

import json
from datetime import datetime
from typing import Any, get_args

import pytest
from chatkit.types import (
    ChatKitReq,
    StructuredInputFreeform,
    StructuredInputItem,
    StructuredInputMultipleChoice,
    StructuredInputMultipleChoiceOption,
    ThreadStreamEvent,
    WidgetItem,
)
from chatkit.widgets import DynamicWidgetRoot
from pydantic import TypeAdapter

from taskchat.assistant.answer import local_now
from taskchat.assistant.context import Turn
from taskchat.domain.person import Person
from taskchat.errors import Conflict, Invalid, NotFound, TaskChatError, TooLarge
from tests.assistant.talking import Client, chatting, errors, kinds, message, op, script, seen, text_in
from tests.databases import emptied  # noqa: F401 - the database takes part

EVENT: TypeAdapter[ThreadStreamEvent] = TypeAdapter(ThreadStreamEvent)
NOWHERE = "thr_00000000000000000000000000000000"


def valid(thread_id: str, item_id: str) -> dict[str, dict[str, Any]]:
    """Parameters that are right for each operation that names a thread."""
    action = {"type": "confirmation.confirm", "payload": {"id": "x"}}
    return {
        "threads.get_by_id": {"thread_id": thread_id},
        "threads.add_user_message": {"thread_id": thread_id, "input": message("And?")},
        "threads.add_structured_input": {"thread_id": thread_id, "item_id": item_id, "input": {"answers": {}}},
        "threads.retry_after_item": {"thread_id": thread_id, "item_id": item_id},
        "threads.custom_action": {"thread_id": thread_id, "action": action},
        "threads.sync_custom_action": {"thread_id": thread_id, "action": action},
        "threads.update": {"thread_id": thread_id, "title": "Mine"},
        "threads.delete": {"thread_id": thread_id},
        "items.list": {"thread_id": thread_id},
        "items.feedback": {"thread_id": thread_id, "item_ids": [item_id], "kind": "positive"},
    }


REFUSED = {
    "threads.add_client_tool_output": {"thread_id": NOWHERE, "result": {}},
    "input.transcribe": {"audio_base64": "", "mime_type": "audio/mp4"},
}
FREE = {
    "threads.create": {"input": message("Hello")},
    "threads.list": {},
    "attachments.create": {"name": "a.txt", "size": 1, "mime_type": "text/plain"},
    "attachments.delete": {"attachment_id": "atc_1"},
}
EVERY = [*valid("", ""), *REFUSED, *FREE]


async def started(chat: Any, person: Person, now: datetime) -> Client:
    client = Client(chat, person, now)
    await client.say("What is there to do today?")
    return client


def test_these_are_all_the_operations() -> None:
    offered = [get_args(req.model_fields["type"].annotation)[0] for req in get_args(get_args(ChatKitReq)[0])]

    assert sorted(EVERY) == sorted(offered)


async def test_a_conversation_is_opened_listed_read_renamed_and_deleted(alice: Person, now: datetime) -> None:
    async with chatting(script("Nothing at all.")) as chat:
        client = await started(chat, alice, now)

        listed = await client.json("threads.list")
        read = await client.json("threads.get_by_id", thread_id=client.thread_id)
        renamed = await client.json("threads.update", thread_id=client.thread_id, title="  Today\u202e ")
        deleted = await client.json("threads.delete", thread_id=client.thread_id)

        assert [thread["title"] for thread in listed["data"]] == ["What is there to do today?"]
        assert [item["type"] for item in read["items"]["data"]] == ["user_message", "assistant_message"]
        assert renamed["title"] == "Today"
        assert deleted == {}
        with pytest.raises(NotFound):
            await client.json("threads.get_by_id", thread_id=client.thread_id)


async def test_every_event_of_a_stream_is_one_of_chatkits(alice: Person, now: datetime) -> None:
    answers = script(("create_task", {"title": "milk"}), "There it is.", "Yes.")
    async with chatting(answers) as chat:
        client = Client(chat, alice, now)
        first = await client.say("add milk")
        second = await client.say("really?")

        assert [EVENT.validate_python(event).type for event in first] == kinds(first)
        assert kinds(first)[:3] == ["thread.created", "thread.item.done", "stream_options"]
        assert kinds(second)[:2] == ["thread.item.done", "stream_options"]
        assert first[2]["stream_options"] == {"allow_cancel": False}
        assert errors(first + second) == []


async def test_a_reader_of_the_stream_sees_what_the_store_holds(alice: Person, now: datetime) -> None:
    many = [("create_task", {"title": f"task {n}"}) for n in range(3)]
    async with chatting(script(many, ("list_tasks", {}), "All three.", "You are welcome.")) as chat:
        client = Client(chat, alice, now)
        shown = seen(await client.say("add three tasks"))
        shown = seen(await client.say("thanks"), shown)

        stored = await client.stored()
        view = await chat.view(client.seat, client.thread_id)

        assert shown.items == stored.items
        assert view.conversation.items == stored.items
        assert [step.state for item in stored.items for step in item.steps] == ["done"] * 4


async def test_items_are_paged_both_ways(alice: Person, now: datetime) -> None:
    async with chatting(script("One.", "Two.")) as chat:
        client = await started(chat, alice, now)
        await client.say("again")
        of = {"thread_id": client.thread_id}

        first = await client.json("items.list", **of, limit=3, order="asc")
        rest = await client.json("items.list", **of, limit=3, order="asc", after=first["after"])
        newest = await client.json("items.list", **of, limit=1)

        assert (len(first["data"]), first["has_more"]) == (3, True)
        assert [text_in(item) for item in rest["data"]] == ["Two."]
        assert [text_in(item) for item in newest["data"]] == ["Two."]


async def test_what_a_person_thinks_of_an_answer_is_kept(alice: Person, now: datetime) -> None:
    async with chatting(script("One.")) as chat:
        client = await started(chat, alice, now)
        answer = (await client.items())[-1]["id"]

        rated = await client.json("items.feedback", thread_id=client.thread_id, item_ids=[answer], kind="negative")

        assert rated == {}
        with pytest.raises(NotFound):
            await client.json("items.feedback", thread_id=client.thread_id, item_ids=["msg_none"], kind="negative")


async def test_trying_again_answers_the_same_message_anew(alice: Person, now: datetime) -> None:
    async with chatting(script("Wrong.", "Right.")) as chat:
        client = await started(chat, alice, now)
        before = seen(client.events)
        said = (await client.items())[0]["id"]

        again = await client.stream(op("threads.retry_after_item", thread_id=client.thread_id, item_id=said))

        assert await client.answers() == ["Right."]
        assert seen(again, before).items == (await client.stored()).items


async def test_a_form_is_answered_and_its_answers_are_heard(alice: Person, now: datetime) -> None:
    model = script("Hello.", "Blue it is.")
    async with chatting(model) as chat:
        client = await started(chat, alice, now)
        form = StructuredInputItem(id="msg_form", thread_id=client.thread_id, created_at=local_now(), inputs=QUESTIONS)
        await chat.store.add_thread_item(client.thread_id, form, Turn(seat=client.seat, now=now))
        answer = {"status": "answered", "answers": {"q1": {"values": ["blue"]}}}

        sent = op("threads.add_structured_input", thread_id=client.thread_id, item_id="msg_form", input=answer)
        events = await client.stream(sent)

        assert "thread.item.replaced" in kinds(events)
        assert await client.answers() == ["Hello.", "Blue it is."]
        assert "Which colour? blue" in json.dumps(model.calls[-1].input)
        with pytest.raises(Invalid):
            await client.stream(sent)


QUESTIONS = [
    StructuredInputMultipleChoice(
        id="q1", question="Which colour?", options=[StructuredInputMultipleChoiceOption(value="red")]
    ),
    StructuredInputFreeform(id="q2", question="Why?"),
]


async def test_an_action_of_a_card_that_is_none_of_ours_is_refused(alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = await started(chat, alice, now)
        card = WidgetItem(
            id="msg_card",
            thread_id=client.thread_id,
            created_at=local_now(),
            widget=DynamicWidgetRoot.model_validate({"type": "Card", "children": []}),
        )
        await chat.store.add_thread_item(client.thread_id, card, Turn(seat=client.seat, now=now))
        answer = (await client.items())[1]["id"]

        for kind in ("threads.custom_action", "threads.sync_custom_action"):
            of = {"thread_id": client.thread_id, "action": {"type": "launch", "payload": {}}}
            with pytest.raises(Invalid) as unknown:
                await client.post(op(kind, item_id="msg_card", **of))
            with pytest.raises(Invalid):
                await client.post(op(kind, item_id=answer, **of))
            assert unknown.value.code == "unknown_action"


@pytest.mark.parametrize("kind", list(valid("", "")))
async def test_to_the_other_person_a_conversation_does_not_exist(
    kind: str, alice: Person, bob: Person, now: datetime
) -> None:
    async with chatting(script("Private.")) as chat:
        client = await started(chat, alice, now)
        item_id = (await client.items())[0]["id"]
        before = await client.items()

        with pytest.raises(NotFound):
            await Client(chat, bob, now).post(op(kind, **valid(client.thread_id, item_id)[kind]))
        with pytest.raises(NotFound):
            await client.post(op(kind, **valid(NOWHERE, item_id)[kind]))

        assert await client.items() == before
        assert (await Client(chat, bob, now).json("threads.list"))["data"] == []


@pytest.mark.parametrize("kind", REFUSED)
async def test_what_is_switched_off_says_so(kind: str, alice: Person, now: datetime) -> None:
    async with chatting(script()) as chat:
        with pytest.raises(Invalid) as refused:
            await Client(chat, alice, now).post(op(kind, **REFUSED[kind]))

        assert refused.value.code == "not_supported"


@pytest.mark.parametrize("kind", [kind for kind in EVERY if kind != "threads.list"])
async def test_an_operation_without_its_parameters_is_malformed(kind: str, alice: Person, now: datetime) -> None:
    async with chatting(script()) as chat:
        client = Client(chat, alice, now)
        for broken in (op(kind), op(kind, thread_id=1, input=[], item_ids="x"), op(kind, thread_id={"$ne": ""})):
            with pytest.raises(Invalid) as refused:
                await client.post(broken)
            assert refused.value.code in {"malformed", "not_supported"}

        assert (await client.json("threads.list"))["data"] == []


BAD_BODIES = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'"threads.list"',
    b"\xff\xfe",
    b"{}",
    b'{"type": 1, "params": {}}',
    b'{"type": "threads.explode", "params": {}}',
    b'{"type": "threads.list"}',
    b'{"type": "threads.list", "params": {"order": "sideways"}}',
    b'{"type": "threads.list", "params": {"limit": 0}}',
    b'{"type": "threads.create", "params": {"input": {"content": [{"type": "input_text", "text": "\\ud800"}]}}}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("body", BAD_BODIES, ids=lambda body: body[:60].decode("latin-1"))
async def test_what_is_no_request_is_refused_with_a_sentence(body: bytes, alice: Person, now: datetime) -> None:
    async with chatting(script()) as chat:
        with pytest.raises(Invalid) as refused:
            await Client(chat, alice, now).post(body)

        assert refused.value.message.endswith(".")
        assert "pydantic" not in refused.value.message.lower()


BAD_MESSAGES: list[tuple[dict[str, Any], str]] = [
    (message(""), "empty"),
    (message(" \n\t "), "empty"),
    (message("\u200b\u202e\x00"), "empty"),
    (message("x" * 10_001), "too_long"),
    (message("x", quoted_text="y" * 10_001), "too_long"),
    (message("x", attachments=[f"atc_{n}" for n in range(11)]), "too_many_files"),
    (message("x", inference_options={"model": "other"}), "not_supported"),
    ({"content": [], "attachments": [], "inference_options": {}}, "empty"),
]


@pytest.mark.parametrize(("sent", "code"), BAD_MESSAGES)
async def test_a_message_that_says_nothing_or_too_much_opens_no_conversation(
    sent: dict[str, Any], code: str, alice: Person, now: datetime
) -> None:
    async with chatting(script()) as chat:
        client = Client(chat, alice, now)

        with pytest.raises(Invalid) as refused:
            await client.post(op("threads.create", input=sent))

        assert refused.value.code == code
        assert (await client.json("threads.list"))["data"] == []


async def test_a_body_beyond_all_bounds_is_too_large(alice: Person, now: datetime) -> None:
    async with chatting(script()) as chat:
        with pytest.raises(TooLarge):
            await Client(chat, alice, now).post(b" " * 1_000_001)


STRANGE = [
    "שלום עולם",
    "👨‍👩‍👧 buy 🥛",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "x" * 10_000,
    "'; DROP--",
]


@pytest.mark.parametrize("text", STRANGE)
async def test_strange_text_is_kept_as_it_is(text: str, alice: Person, now: datetime) -> None:
    async with chatting(script(text)) as chat:
        client = Client(chat, alice, now)
        await client.say(text)

        stored = await client.stored()

        assert [item.text for item in stored.items] == [text, text]


async def test_what_nobody_sees_is_removed_on_the_way_in(alice: Person, now: datetime) -> None:
    async with chatting(script("Yes.")) as chat:
        client = Client(chat, alice, now)
        await client.say("buy\x00 mi\U000e0041lk\u202e\nand bread")

        assert (await client.stored()).items[0].text == "buy milk\nand bread"


@pytest.mark.parametrize("title", ["", " ", "x" * 256, "\u200b"])
async def test_a_title_has_bounds(title: str, alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = await started(chat, alice, now)

        with pytest.raises(Invalid):
            await client.json("threads.update", thread_id=client.thread_id, title=title)


async def test_a_closed_conversation_takes_no_messages(alice: Person, now: datetime) -> None:
    async with chatting(script("Hello.")) as chat:
        client = await started(chat, alice, now)
        turn = Turn(seat=client.seat, now=now)
        thread = await chat.store.load_thread(client.thread_id, turn)
        locked = thread.model_validate(thread.model_dump() | {"status": {"type": "locked", "reason": "Archived."}})
        await chat.store.save_thread(locked, turn)

        with pytest.raises(Conflict, match="Archived"):
            await client.say("still there?")


async def test_ids_that_cannot_be_ours_are_not_found(alice: Person, now: datetime) -> None:
    async with chatting(script()) as chat:
        for thread_id in ("", "a\x00b", "../../etc", "x" * 200):
            with pytest.raises(TaskChatError) as refused:
                await Client(chat, alice, now).post(op("threads.get_by_id", thread_id=thread_id))
            assert isinstance(refused.value, NotFound)
