"""After 30 days what was deleted is gone for good: a canary is looked for in the whole database."""

import io
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Seat
from taskchat.domain.task import By, Draft, Due, Edit, Task
from taskchat.errors import NotFound
from taskchat.live import Change, What
from taskchat.services import accounts, activity, conversations, incoming, listing, lists, reminders, tasks, templates
from taskchat.services.purge import purge
from taskchat.storage import items, threads
from taskchat.storage.database import reading, writing
from tests.beginnings import let_wait, start_run

CANARY, WORDS = "Canary in the mine", "It sings Zwölftonmusik"
LATER = timedelta(days=30)
THREAD = "thr_1"
BY = By("msg_1", "assistant", THREAD, "run_1", "create_task")
OTHER = By("elsewhere")


@pytest.fixture
def canary(alice: Person, now: datetime) -> Task:
    """A task that left traces everywhere: tool result, model's memory, card, audit, undo, title, attachment."""
    with writing() as session:
        threads.save_thread(alice, session, THREAD, json.dumps({"title": CANARY}), title=CANARY, now=now)
    start_run(Seat(alice, "s"), "run_1", THREAD, message_id="msg_1", now=now)
    due = Due.moment(now.date(), now.time(), "UTC")
    kept = Draft(title=CANARY, description=WORDS, tags=("bird",), due=due, reminder_minutes=0, list="Mine")
    task = tasks.create(alice, kept, by=BY, now=now)
    tasks.edit(alice, task.id, Edit(description=f"{WORDS}\nevery day"), by=OTHER, now=now)
    result = json.dumps({"id": task.id, "title": CANARY, "description": WORDS[:12] + "…"})
    arguments = json.dumps({"title": CANARY, "description": WORDS})
    output = {"type": "function_call_output", "output": result, "arguments": arguments}
    told = f"This took longer than 120 seconds and was stopped. What was done stays: Created: {CANARY}."
    conversations.finish(alice, "run_1", state="failed", items=json.dumps([output]), error=told, now=now)
    activity.record_call(alice, THREAD, "create_task", arguments, "done", 5, now=now)
    activity.record_call(alice, None, "create_task", arguments, "failed: no", 5, now=now)
    payload = json.dumps({"ids": [task.id], "titles": [CANARY]})
    conversations.ask(alice, THREAD, tool="delete_all_tasks", payload=payload, now=now)
    conversations.show(alice, THREAD, json.dumps({"listed": [[task.id, CANARY]]}))
    step = {"tasks": [{"title": f"Created: {CANARY}", "content": json.dumps({"result": result})}]}
    said = {"text": f"create “{CANARY.lower()}”"}
    with writing() as session:
        for n, data in enumerate((said, step)):
            items.put_item(
                alice, session, THREAD, f"msg_{n}", kind="x", data=json.dumps(data), words=CANARY.lower(), now=now
            )
    conversations.rate(alice, THREAD, ["msg_1"], "negative", f"It was not “{CANARY}”.")
    reminders.tell_due(now=now)
    waits = json.dumps({"content": [{"type": "input_text", "text": f"finish “{CANARY}”"}]})
    let_wait(Seat(alice, "s"), "run_2", THREAD, message_id="msg_2", message=waits, now=now)
    return task


def _dump() -> str:
    with reading() as session:
        return "\n".join(
            row.model_dump_json()
            for mapper in SQLModel._sa_registry.mappers  # pyright: ignore[reportAttributeAccessIssue]
            for row in session.exec(select(mapper.class_))
        ).casefold()


def _file(url: str) -> bytes:
    file = Path(url.removeprefix("sqlite:///"))
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


def test_nothing_of_a_purged_task_is_left_anywhere(
    alice: Person, canary: Task, now: datetime, database: str, heard: list
) -> None:
    kept = tasks.create(alice, Draft(title="Canary islands"), by=OTHER, now=now)
    tasks.delete(alice, canary.id, by=OTHER, now=now)
    heard.clear()

    gone = purge(now=now + LATER)

    assert gone == 1
    dump = _dump()
    assert [word for word in (CANARY, WORDS, WORDS[:12]) if word.casefold() in dump] == []
    assert tasks.get(alice, kept.id) == kept
    assert "canary islands" in dump
    assert heard == [(alice.id, Change(What.TASKS, (canary.id,)))]
    if database.startswith("sqlite"):
        assert CANARY.encode() not in _file(database)


def test_an_imported_task_and_a_template_that_was_deleted_leave_nothing_either(alice: Person, now: datetime) -> None:
    csv = f"TYPE,CONTENT,DESCRIPTION\ntask,{CANARY},{WORDS}\n".encode()
    incoming.bring_in(alice, incoming.Upload("Mine.csv", io.BytesIO(csv), len(csv)), None, by=BY, now=now)
    mine = lists.named(alice, "Mine")
    made = templates.save_list(alice, mine.id, CANARY, by=OTHER, now=now)
    templates.delete(alice, made.id, by=OTHER, now=now)
    lists.delete(alice, mine.id, by=OTHER, now=now)

    gone = purge(now=now + LATER)

    assert gone == 1
    assert [word for word in (CANARY, WORDS, "Mine.csv") if word.casefold() in _dump()] == []


def test_before_30_days_everything_is_there(alice: Person, canary: Task, now: datetime) -> None:
    tasks.delete(alice, canary.id, by=OTHER, now=now)

    gone = purge(now=now + LATER - timedelta(seconds=1))

    assert gone == 0
    assert CANARY.casefold() in _dump()
    assert tasks.restore(alice, canary.id, by=OTHER, now=now).title == CANARY


def test_the_record_of_what_happened_stays_without_its_words(alice: Person, canary: Task, now: datetime) -> None:
    tasks.delete(alice, canary.id, by=OTHER, now=now)

    purge(now=now + LATER)

    deeds = activity.latest(alice)
    assert [(deed.verb, deed.title) for deed in deeds] == [("deleted", ""), ("edited", ""), ("created", "")]
    assert [call.tool for call in activity.calls(alice)] == ["create_task"] * 2
    with pytest.raises(NotFound):
        activity.undo_latest(alice, now=now)


def test_subtasks_go_with_it_and_those_brought_back_stay(alice: Person, now: datetime) -> None:
    parent = tasks.create(alice, Draft(title="Parent"), by=OTHER, now=now)
    gone, kept = (
        tasks.create(alice, Draft(title=title, parent_id=parent.id), by=OTHER, now=now) for title in ("Gone", "Kept")
    )
    tasks.delete(alice, parent.id, by=By("bulk"), now=now)
    tasks.restore(alice, kept.id, by=OTHER, now=now)

    purge(now=now + LATER)

    left = tasks.find(alice, TaskFilter(status=None), now=now).tasks
    assert [(task.id, task.parent_id) for task in left] == [(kept.id, None)]
    assert tasks.find(alice, TaskFilter(ids=(gone.id,), trashed=True), now=now).total == 0


def test_a_title_that_another_task_has_stays_readable(alice: Person, canary: Task, now: datetime) -> None:
    tasks.create(alice, Draft(title=CANARY), by=OTHER, now=now)
    tasks.delete(alice, canary.id, by=OTHER, now=now)

    purge(now=now + LATER)

    assert [row.title for row in listing.find(alice).rows] == [CANARY]


def test_another_persons_words_stay(alice: Person, bob: Person, canary: Task, now: datetime) -> None:
    activity.record_call(bob, None, "create_task", json.dumps({"title": CANARY}), "done", 1, now=now)
    tasks.delete(alice, canary.id, by=OTHER, now=now)

    purge(now=now + LATER)

    assert CANARY in activity.calls(bob)[0].arguments


def test_conversations_sessions_and_absent_guests_go_too(alice: Person, ways, now: datetime) -> None:
    with writing() as session:
        for thread_id in ("thr_gone", "thr_kept"):
            threads.save_thread(alice, session, thread_id, "{}", title=thread_id, now=now)
    conversations.delete_thread(alice, "thr_gone", now=now)
    absent = accounts.guest(ways, now=now - timedelta(days=371))
    present = accounts.guest(ways, now=now)

    purge(now=now + LATER)

    dump = _dump()
    assert ("thr_gone" in dump, "thr_kept" in dump) == (False, True)
    assert (absent.seat.person.id in dump, present.seat.person.id in dump) == (False, True)
    assert accounts.who(present.token, now=now + LATER) is not None
