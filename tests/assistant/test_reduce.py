"""The pure reducer: each event of the wire, and what a client must not do with it (chatkit 1.4)."""

from typing import Any

import pytest

from taskchat.assistant.reduce import CLOSED, LOCKED, Conversation, Notice, Problem, from_items, reduce, settled

Event = dict[str, Any]


def after(*events: Event) -> Conversation:
    conversation = Conversation()
    for event in events:
        conversation = reduce(conversation, event)
    return conversation


def added(item: Event) -> Event:
    return {"type": "thread.item.added", "item": item}


def done(item: Event) -> Event:
    return {"type": "thread.item.done", "item": item}


def updated(item_id: str, kind: str, **update: Any) -> Event:
    return {"type": "thread.item.updated", "item_id": item_id, "update": {"type": kind, **update}}


def delta(text: str, place: int = 0) -> Event:
    return updated("a", "assistant_message.content_part.text_delta", content_index=place, delta=text)


def answer(text: str = "", **more: Any) -> Event:
    content = [{"type": "output_text", "text": text, "annotations": []}] if text else []
    return {"type": "assistant_message", "id": "a", "content": content} | more


def task(title: str, **more: Any) -> Event:
    return {"type": "custom", "title": title, "status_indicator": "complete"} | more


def workflow(*tasks: Event) -> Event:
    return {"type": "workflow", "id": "w", "workflow": {"type": "custom", "tasks": list(tasks)}}


def widget(**parts: Any) -> Event:
    return {"type": "widget", "id": "g", "widget": {"type": "Card", **parts}}


def test_words_arrive_one_after_another() -> None:
    shown = after(added(answer()), delta("Hel"), delta("lo"), delta("!", 1))

    assert [(item.text, item.done, item.ending) for item in shown.items] == [("Hello!", False, "open")]


def test_an_item_is_put_by_its_id() -> None:
    shown = after(added(answer()), done(workflow()), done(answer("Hello.", model="m")))

    assert [(item.id, item.text, item.done, item.model) for item in shown.items] == [
        ("a", "Hello.", True, "m"),
        ("w", "", True, ""),
    ]


def test_a_step_stands_at_its_place() -> None:
    both = workflow(task("one"), task("two"))
    late = updated("w", "workflow.task.updated", task_index=0, task=task("ONE"))
    second = updated("w", "workflow.task.added", task_index=1, task=task("two"))

    shown = after(added(both), second, late)

    assert [step.title for step in shown.items[0].steps] == ["ONE", "two"]


def test_a_step_tells_its_state_and_what_is_inside() -> None:
    content = '{"tool": "t", "arguments": {"a": 1}, "result": {"b": 2}, "ms": 7, "state": "failed", "group": "m"}'

    shown = after(done(workflow(task("x", content=content, icon="lucide:circle-x"), task("y", content="plain"))))

    first, second = shown.items[0].steps
    assert (first.state, first.icon, first.tool, first.milliseconds, first.group) == ("failed", "circle-x", "t", 7, "m")
    assert (first.arguments, first.result) == ('{\n  "a": 1\n}', '{\n  "b": 2\n}')
    assert (second.state, second.tool) == ("done", "")


def test_what_nobody_knows_is_ignored() -> None:
    shown = after(delta("lost"), {"type": "client_effect", "name": "x", "data": {}}, added(answer()))

    assert [item.text for item in shown.items] == [""]
    assert reduce(shown, updated("a", "something.new")) == shown


def test_the_progress_line_goes_with_the_first_word() -> None:
    thinking: Event = {"type": "progress_update", "text": "Thinking…"}
    a_step = updated("w", "workflow.task.updated", task_index=0, task=task("x"))

    assert after(thinking).progress == "Thinking…"
    assert after(done(workflow(task("x"))), thinking, a_step).progress == "Thinking…"
    assert after(added(answer()), thinking, delta("x")).progress == ""


def test_the_progress_line_brings_its_icon() -> None:
    assert after({"type": "progress_update", "text": "Looking…", "icon": "lucide:search"}).progress_icon == "search"


def test_a_notice_stands_until_the_next_stream() -> None:
    notice: Event = {"type": "notice", "level": "warning", "message": "**Two** left.", "title": "Today"}

    assert after(notice).notice == Notice("**Two** left.", "warning", "Today")
    assert after(notice, {"type": "stream_options", "stream_options": {}}).notice is None


@pytest.mark.parametrize(
    ("status", "closed"),
    [
        ({"type": "active"}, ""),
        ({"type": "locked"}, LOCKED),
        ({"type": "closed", "reason": None}, CLOSED),
        ({"type": "closed", "reason": "It is over."}, "It is over."),
    ],
)
def test_a_conversation_says_why_it_takes_no_more_messages(status: Event, closed: str) -> None:
    told: Event = {"type": "thread.updated", "thread": {"id": "t", "status": status}}

    assert (after(told).closed, from_items([], status=status).closed) == (closed, closed)


@pytest.mark.parametrize(
    ("task", "title", "result"),
    [
        ({"type": "custom", "title": "Sorted", "content": "by **date**"}, "Sorted", "by **date**"),
        ({"type": "web_search", "title_query": "milk", "queries": ["milk"]}, "milk", ""),
        ({"type": "thought", "content": "Hm."}, "Thought about it", "Hm."),
    ],
)
def test_a_task_outside_a_workflow_is_a_step(task: Event, title: str, result: str) -> None:
    (item,) = after(done({"type": "task", "id": "k", "task": task})).items

    assert item.kind == "workflow"
    assert [(step.title, step.state, step.result) for step in item.steps] == [(title, "done", result)]


def test_an_error_stands_until_the_next_stream() -> None:
    failed: Event = {"type": "error", "code": "custom", "message": "Away.", "allow_retry": True}
    next_one: Event = {"type": "stream_options", "stream_options": {"allow_cancel": False}}

    assert after(failed).error == Problem("Away.", allow_retry=True)
    assert after(failed, next_one).error is None
    assert after({"type": "error", "code": "stream.error"}).error == Problem("That did not work. Try again.")


def test_metadata_of_a_thread_never_touches_its_items() -> None:
    thread: Event = {"type": "thread.updated", "thread": {"id": "t", "title": "Milk", "items": {"data": []}}}

    shown = after(done(answer("Hello.")), thread)

    assert (shown.thread_id, shown.title, len(shown.items)) == ("t", "Milk", 1)


def test_removed_is_removed() -> None:
    assert after(done(answer("x")), {"type": "thread.item.removed", "item_id": "a"}).items == ()


@pytest.mark.parametrize(
    ("update", "value"),
    [
        (("widget.root.updated", {"widget": {"type": "Card", "new": 1}}), {"type": "Card", "new": 1}),
        (
            ("widget.component.updated", {"component_id": "t", "component": {"type": "Text", "value": "new"}}),
            {"type": "Card", "children": [{"type": "Text", "value": "new"}]},
        ),
        (
            ("widget.streaming_text.value_delta", {"component_id": "t", "delta": "!", "done": True}),
            {"type": "Card", "children": [{"type": "Text", "id": "t", "value": "old!"}]},
        ),
    ],
)
def test_a_widget_changes_in_place(update: tuple[str, Event], value: Event) -> None:
    kind, fields = update
    shown = after(done(widget(children=[{"type": "Text", "id": "t", "value": "old"}])), updated("g", kind, **fields))

    assert shown.items[0].widget == value


def test_hidden_items_are_not_shown() -> None:
    hidden: Event = {"type": "sdk_hidden_context", "id": "h", "content": "x"}

    assert [item.id for item in from_items([hidden, answer("x")]).items] == ["a"]


def test_where_no_run_is_going_nothing_is_open() -> None:
    left = from_items([answer("Half", ending="open"), workflow(task("x", status_indicator="loading"))])

    over = settled(left)

    assert (left.items[0].done, over.items[0].done, over.items[0].ending) == (False, True, "cut")
    assert (left.items[1].steps[0].state, over.items[1].steps[0].state) == ("running", "stopped")


def test_the_reducer_changes_nothing_it_was_given() -> None:
    before = after(added(answer()), delta("x"))

    reduce(before, delta("y"))

    assert before.items[0].text == "x"
