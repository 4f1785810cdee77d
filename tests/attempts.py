"""Alice has one of everything, and Bob tries to reach it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from taskchat.domain.file import File
from taskchat.domain.person import Person, Seat
from taskchat.domain.preferences import Kind
from taskchat.domain.task import By, Draft, Due
from taskchat.services import (
    activity,
    conversations,
    devices,
    feeds,
    files,
    lists,
    memory,
    reminders,
    tasks,
    templates,
    views,
)
from taskchat.storage import items, threads
from taskchat.storage.accounts import insert_session
from taskchat.storage.database import Session, writing
from tests.beginnings import claim_send, let_wait, start_run
from tests.push_service import Browser

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Attempt:
    """Bob, and what is Alice's."""

    bob: Person
    now: datetime
    task: str
    trashed: str
    group: str = "deed"
    thread: str = "thr_alice"
    deleted_thread: str = "thr_gone"
    item: str = "msg_alice"
    run: str = "run_alice"
    waiting: str = "msg_waits"
    question: str = ""
    file: str = ""
    announced: str = ""
    view: str = ""
    list: str = ""
    section: str = ""
    template: str = ""
    preference: str = ""
    reminder: str = ""
    device: str = ""

    @property
    def stolen(self) -> File:
        """Her file as Bob would write it."""
        return File(id=self.file, name="stolen", kind="text/plain", size=1, is_here=True, created=self.now)

    def stored(self, act: Callable[..., object], *args: object, **named: object) -> object:
        with writing() as session:
            return act(self.bob, session, *args, **named)


def attempted(alice: Person, bob: Person, now: datetime) -> Attempt:
    """Alice has one of everything; Bob has nothing."""
    task = tasks.create(alice, Draft(title="Hers", tags=("hers",), list="Hers"), by=By("deed"), now=now)
    tasks.create(alice, Draft(title="A sample", sample=True), by=By("deed"), now=now)
    trashed = tasks.create(alice, Draft(title="Gone"), by=By("deed", thread_id="thr_alice"), now=now)
    tasks.delete(alice, trashed.id, by=By("deed"), now=now)
    feeds.renew(alice, now=now)
    with writing() as session:
        _talk(alice, session, now)
    start_run(Seat(alice, "hers"), "run_alice", "thr_alice", message_id="msg_alice", now=now)
    claim_send(alice, "thr_alice", "key", "hash", now=now)
    let_wait(Seat(alice, "hers"), "run_waits", "thr_alice", message_id="msg_waits", now=now)
    activity.record_call(alice, "thr_alice", "create_task", "{}", "done", 1, now=now)
    question = conversations.ask(alice, "thr_alice", tool="x", payload="{}", now=now)
    view = views.create(alice, "Hers", "#hers", by=By("deed"), now=now)
    listed = lists.named(alice, "Hers")
    section = lists.add_section(alice, listed.id, "Hers", by=By("deed"), now=now)
    tasks.create(alice, Draft(title="Under it", parent_id=task.id), by=By("deed"), now=now)
    template = templates.save_list(alice, listed.id, "Kept", by=By("deed"), now=now)
    kept_way = memory.remember(alice, Kind.LIST, "hers", "Hers", by=By("deed"), now=now)
    ids = {
        "preference": kept_way.id,
        "list": listed.id,
        "section": section.id,
        "template": template.id,
        "view": view.id,
    }
    kept, announced = files.add(alice, "hers.txt", b"hers", now=now), files.announce(alice, "hers.txt", 4, now=now)
    files.attach(alice, task.id, [kept.id], by=By("deed"), now=now)
    asked = {"question": question.id, "file": kept.id, "announced": announced.id}
    told = {"reminder": _told(alice, now), "device": _phone(alice, now)}
    return Attempt(bob, now, task.id, trashed.id, **asked, **told, **ids)


def _told(alice: Person, now: datetime) -> str:
    due = Due.moment(now.date(), now.time(), "UTC")
    tasks.create(alice, Draft(title="Due now", due=due, reminder_minutes=0), by=By("deed"), now=now)
    reminders.tell_due(now=now)
    return reminders.inbox(alice)[0].id


def _phone(alice: Person, now: datetime) -> str:
    with writing() as session:
        insert_session(alice, session, "hers", now=now, expires=now + DAY)
    return devices.keep(alice, Browser("phone").device(now), "hers", now=now).id


def _talk(alice: Person, session: Session, now: datetime) -> None:
    for thread_id in ("thr_alice", "thr_gone"):
        threads.save_thread(alice, session, thread_id, "{}", title="Hers", now=now)
    items.put_item(alice, session, "thr_alice", "msg_alice", kind="user_message", data="{}", now=now)
    threads.delete_thread(alice, session, "thr_gone", now=now)
