"""Nobody reaches what is somebody else's: every function that takes a person is tried as the other one (T-12).

The table is held against the modules: a new function without a row fails.
"""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest
from sqlmodel import SQLModel, select

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.insights import Period
from taskchat.domain.lanes import Along
from taskchat.domain.person import Person
from taskchat.domain.several import Changes, NotAll
from taskchat.domain.task import By, Draft, Edit, Found, Undone
from taskchat.errors import NotFound
from taskchat.services import (
    accounts,
    activity,
    advice,
    belongings,
    conversations,
    devices,
    feeds,
    files,
    history,
    incoming,
    insights,
    jumping,
    layouts,
    lines,
    listing,
    lists,
    memory,
    mentions,
    outgoing,
    queue,
    reminders,
    repeating,
    several,
    starting,
    subtasks,
    tasks,
    templates,
    trash,
    usage,
    views,
)
from taskchat.services.conversations import Ended
from taskchat.services.listing import Listing
from taskchat.services.outgoing import Shape
from taskchat.services.several import Act
from taskchat.services.starting import Start
from taskchat.storage import files as stored_files
from taskchat.storage import items, threads
from taskchat.storage.database import reading
from taskchat.storage.finding import Counts
from taskchat.storage.tables import Lists
from tests.attempts import Attempt, attempted
from tests.beginnings import claim_send

BY = By("bobs-deed")
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
ANY, HERS = TaskFilter(status=None), TaskFilter(status=None, list="Hers")
COUNTED = Counts(0, 0, 0, ())
MOMENT = datetime(2026, 11, 21, 10, tzinfo=UTC)
START = Start(at=MOMENT, run_id="run_bob", session="s", worker="w", model="m", message_id="m", thread_id="thr_alice")


Try = Callable[[Attempt], object]


def list_ids() -> tuple[str, ...]:
    """Of everybody's lists."""
    with reading() as session:
        return tuple(session.exec(select(Lists.id)))


REFUSED: dict[str, Try] = {
    "devices.remove": lambda a: devices.remove(a.bob, a.device),
    "tasks.get": lambda a: tasks.get(a.bob, a.task),
    "tasks.create": lambda a: tasks.create(a.bob, Draft(title="x", parent_id=a.task), by=BY, now=a.now),
    "tasks.create_many": lambda a: tasks.create_many(
        a.bob, (Draft(title="y"), Draft(title="x", parent_id=a.task)), by=BY, now=a.now
    ),
    "tasks.edit": lambda a: tasks.edit(a.bob, a.task, Edit(title="stolen"), by=BY, now=a.now),
    "tasks.edit_many": lambda a: tasks.edit_many(
        a.bob, (a.task,), Changes(add_tags=("stolen",)), by=BY, now=a.now, whole=True
    ),
    "several.act": lambda a: several.act(a.bob, (a.task,), Act("delete"), by=BY, now=a.now, whole=True),
    "activity.newest_by_hand": lambda a: activity.newest_by_hand(a.bob, now=a.now),
    "activity.newest_undo_by_hand": lambda a: activity.newest_undo_by_hand(a.bob, now=a.now),
    "tasks.move": lambda a: tasks.move(a.bob, a.task, after=None, by=BY, now=a.now),
    "tasks.complete": lambda a: tasks.complete(a.bob, a.task, by=BY, now=a.now),
    "tasks.reopen": lambda a: tasks.reopen(a.bob, a.task, by=BY, now=a.now),
    "tasks.delete": lambda a: tasks.delete(a.bob, a.task, by=BY, now=a.now),
    "tasks.restore": lambda a: tasks.restore(a.bob, a.trashed, by=BY, now=a.now),
    "repeating.skip": lambda a: repeating.skip(a.bob, a.task, by=BY, now=a.now),
    "memory.forget": lambda a: memory.forget(a.bob, (a.preference,), by=BY, now=a.now),
    "views.edit": lambda a: views.edit(a.bob, a.view, name="stolen", by=BY, now=a.now),
    "views.delete": lambda a: views.delete(a.bob, a.view, by=BY, now=a.now),
    "subtasks.find": lambda a: subtasks.find(a.bob, a.task),
    "subtasks.add": lambda a: subtasks.add(a.bob, a.task, ["x"], by=BY, now=a.now),
    "lists.get": lambda a: lists.get(a.bob, a.list),
    "lists.named": lambda a: lists.named(a.bob, "Hers"),
    "lists.sections": lambda a: lists.sections(a.bob, a.list),
    "lists.change": lambda a: lists.change(a.bob, a.list, name="stolen", by=BY, now=a.now),
    "lists.archive": lambda a: lists.archive(a.bob, a.list, by=BY, now=a.now),
    "lists.unarchive": lambda a: lists.unarchive(a.bob, a.list, by=BY, now=a.now),
    "lists.move": lambda a: lists.move(a.bob, a.list, by=BY, now=a.now),
    "lists.delete": lambda a: lists.delete(a.bob, a.list, by=BY, now=a.now),
    "lists.add_section": lambda a: lists.add_section(a.bob, a.list, "stolen", by=BY, now=a.now),
    "lists.rename_section": lambda a: lists.rename_section(a.bob, a.section, "stolen", by=BY, now=a.now),
    "lists.move_section": lambda a: lists.move_section(a.bob, a.section, by=BY, now=a.now),
    "lists.delete_section": lambda a: lists.delete_section(a.bob, a.section, by=BY, now=a.now),
    "templates.named": lambda a: templates.named(a.bob, "Kept"),
    "templates.save_list": lambda a: templates.save_list(a.bob, a.list, by=BY, now=a.now),
    "templates.save_task": lambda a: templates.save_task(a.bob, a.task, by=BY, now=a.now),
    "templates.use": lambda a: templates.use(a.bob, a.template, by=BY, now=a.now),
    "templates.rename": lambda a: templates.rename(a.bob, a.template, "stolen", by=BY, now=a.now),
    "templates.delete": lambda a: templates.delete(a.bob, a.template, by=BY, now=a.now),
    "activity.undo": lambda a: activity.undo(a.bob, a.group, now=a.now, force=True),
    "activity.undo_latest": lambda a: activity.undo_latest(a.bob, thread_id=a.thread, now=a.now),
    "conversations.delete_thread": lambda a: conversations.delete_thread(a.bob, a.thread, now=a.now),
    "conversations.restore_thread": lambda a: conversations.restore_thread(a.bob, a.deleted_thread),
    "conversations.rate": lambda a: conversations.rate(a.bob, a.thread, [a.item], "negative"),
    "conversations.ask": lambda a: conversations.ask(a.bob, a.thread, tool="x", payload="{}", now=a.now),
    "conversations.confirmation": lambda a: conversations.confirmation(a.bob, a.question),
    "conversations.take": lambda a: conversations.take(a.bob, a.thread, a.question, answer="yes", now=a.now),
    "conversations.show": lambda a: conversations.show(a.bob, a.thread, "stolen"),
    "conversations.past": lambda a: conversations.past(a.bob, a.thread, before=""),
    "conversations.shown": lambda a: conversations.shown(a.bob, a.thread),
    "queue.line": lambda a: queue.line(a.bob, a.thread),
    "queue.withdraw": lambda a: queue.withdraw(a.bob, a.thread, a.waiting),
    "queue.wake": lambda a: queue.wake(
        a.bob, a.thread, a.waiting, run_id="run_bob", session_hash="s", model="m", worker="w", now=a.now
    ),
    "listing.pin": lambda a: listing.pin(a.bob, a.thread, now=a.now),
    "listing.unpin": lambda a: listing.unpin(a.bob, a.thread),
    "starting.begin": lambda a: starting.begin(a.bob, START, now=a.now),
    "trash.delete_forever": lambda a: trash.delete_forever(a.bob, a.trashed, now=a.now),
    "layouts.put": lambda a: layouts.put(a.bob, a.task, Along.PRIORITY, "high", by=BY, now=a.now),
    "layouts.reschedule": lambda a: layouts.reschedule(a.bob, a.task, a.now.date(), by=BY, now=a.now),
    "threads.load_thread": lambda a: a.stored(threads.load_thread, a.thread),
    "threads.owned_thread": lambda a: a.stored(threads.owned_thread, a.thread),
    "threads.save_thread": lambda a: a.stored(threads.save_thread, a.thread, "stolen", title="stolen", now=a.now),
    "threads.delete_thread": lambda a: a.stored(threads.delete_thread, a.thread, now=a.now),
    "threads.restore_thread": lambda a: a.stored(threads.restore_thread, a.deleted_thread),
    "threads.set_shown": lambda a: a.stored(threads.set_shown, a.thread, "stolen"),
    "threads.shown": lambda a: a.stored(threads.shown, a.thread),
    "threads.touch_thread": lambda a: a.stored(threads.touch_thread, a.thread, now=a.now + DAY),
    "items.put_item": lambda a: a.stored(items.put_item, a.thread, a.item, kind="x", data="stolen", now=a.now),
    "items.load_item": lambda a: a.stored(items.load_item, a.thread, a.item),
    "items.items_page": lambda a: a.stored(items.items_page, a.thread),
    "items.delete_item": lambda a: a.stored(items.delete_item, a.thread, a.item),
    "items.rate_items": lambda a: a.stored(items.rate_items, a.thread, [a.item], "negative"),
    "files.get": lambda a: files.get(a.bob, a.file),
    "files.find": lambda a: files.find(a.bob, a.file),
    "files.receive": lambda a: files.receive(a.bob, a.announced, b"stolen", now=a.now),
    "files.send": lambda a: files.send(a.bob, [a.file], shown_to="Mallory"),
    "files.bring_to": lambda a: files.bring_to(a.bob, a.file, None),
    "files.attach": lambda a: files.attach(a.bob, a.task, [a.file], by=BY, now=a.now),
    "files.detach": lambda a: files.detach(a.bob, a.task, a.file, by=BY, now=a.now),
    "files.of_task": lambda a: files.of_task(a.bob, a.task),
    "files.remove": lambda a: files.remove(a.bob, a.file),
    "files.read_text": lambda a: files.read_text(a.bob, a.file),
    "files.read_picture": lambda a: files.read_picture(a.bob, a.file),
    "files.load_file": lambda a: a.stored(stored_files.load_file, a.file),
    "files.save_file": lambda a: a.stored(stored_files.save_file, a.stolen),
    "files.delete_file": lambda a: a.stored(stored_files.delete_file, a.file),
}
"""What another person is told does not exist."""

EMPTY: dict[str, tuple[Try, object]] = {
    "tasks.find": (lambda a: tasks.find(a.bob, TaskFilter(status=None, ids=(a.task,)), now=a.now), Found((), 0)),
    "tasks.find_all": (lambda a: tasks.find_all(a.bob, TaskFilter(status=None), now=a.now), ()),
    "tasks.complete_many": (lambda a: tasks.complete_many(a.bob, (a.task,), by=BY, now=a.now), ()),
    "tasks.reopen_many": (lambda a: tasks.reopen_many(a.bob, (a.task,), by=BY, now=a.now), ()),
    "tasks.restore_many": (lambda a: tasks.restore_many(a.bob, (a.trashed,), by=BY, now=a.now), ()),
    "tasks.delete_many": (lambda a: tasks.delete_many(a.bob, (a.task,), by=BY, now=a.now), ()),
    "tasks.finished_with": (lambda a: tasks.finished_with(a.bob, (a.task,), now=a.now), ()),
    "tasks.along": (lambda a: tasks.along(a.bob, (a.task,)), ()),
    "tasks.clear_samples": (lambda a: tasks.clear_samples(a.bob, now=a.now), 0),
    "tasks.tag_counts": (lambda a: tasks.tag_counts(a.bob), ()),
    "tasks.counts": (lambda a: tasks.counts(a.bob, now=a.now), COUNTED),
    "views.find": (lambda a: views.find(a.bob), ()),
    "lists.find": (lambda a: lists.find(a.bob), ()),
    "templates.find": (lambda a: templates.find(a.bob), ()),
    "lists.meant": (lambda a: lists.meant(a.bob, "Her"), "Her"),
    "templates.like": (lambda a: templates.like(a.bob, "Kept"), None),
    "advice.plan": (lambda a: advice.plan(a.bob, MOMENT.date(), now=a.now).slots, ()),
    "advice.twice": (lambda a: advice.twice(a.bob, now=a.now), ()),
    "advice.untouched": (lambda a: advice.untouched(a.bob, now=a.now), ()),
    "advice.tags": (lambda a: advice.tags(a.bob, now=a.now), {}),
    "advice.days": (lambda a: advice.days(a.bob, now=a.now), {}),
    "advice.review": (lambda a: advice.review(a.bob, list_name="Hers", now=a.now).open, 0),
    "subtasks.progress": (lambda a: subtasks.progress(a.bob, [a.task]), {}),
    "belongings.plain": (
        lambda a: belongings.plain(a.bob),
        {"lists": [], "templates": [], "views": [], "preferences": []},
    ),
    "outgoing.pages": (lambda a: tuple(outgoing.pages(a.bob)), ()),
    "outgoing.export": (lambda a: b"Hers" in b"".join(outgoing.export(a.bob, Shape.CSV, now=a.now)), False),
    "feeds.since": (lambda a: feeds.since(a.bob), None),
    "feeds.events": (lambda a: b"VEVENT" in b"".join(feeds.events(a.bob, now=a.now)), False),
    "insights.look": (lambda a: insights.look(a.bob, Period.YEAR, now=a.now).is_empty, True),
    "jumping.find": (lambda a: jumping.find(a.bob, "hers", now=a.now), ()),
    "activity.would_undo": (lambda a: activity.would_undo(a.bob, [a.group], now=a.now), ()),
    "activity.undo_many": (lambda a: activity.undo_many(a.bob, [a.group], now=a.now), Undone((), "")),
    "activity.take_back_completion": (
        lambda a: a.stored(activity.take_back_completion, a.task, {a.task}, by=BY, now=a.now),
        (),
    ),
    "memory.find": (lambda a: memory.find(a.bob), ()),
    "memory.follow_list": (
        lambda a: a.stored(memory.follow_list, "Hers", "stolen", by=BY, now=a.now),
        False,
    ),
    "activity.changed_by": (lambda a: activity.changed_by(a.bob, a.group), ()),
    "activity.undone": (lambda a: activity.undone(a.bob, (a.group,)), ()),
    "activity.latest": (lambda a: activity.latest(a.bob), ()),
    "activity.calls": (lambda a: activity.calls(a.bob), ()),
    "listing.find": (lambda a: listing.find(a.bob), Listing()),
    "listing.mark_read": (lambda a: listing.mark_read(a.bob, a.thread, now=a.now), False),
    "listing.entitle": (lambda a: listing.entitle(a.bob, a.thread, "stolen", instead_of="Hers"), False),
    "conversations.renew": (lambda a: conversations.renew(a.bob, a.run, now=a.now), False),
    "conversations.finish": (
        lambda a: conversations.finish(a.bob, a.run, state="done", items="[1]", worker="w", now=a.now),
        Ended(),
    ),
    "queue.standing": (lambda a: queue.standing(a.bob, a.thread, now=a.now), queue.Standing()),
    "queue.hold": (lambda a: queue.hold(a.bob, a.thread), None),
    "conversations.last_run": (lambda a: conversations.last_run(a.bob, a.thread), None),
    "conversations.latest_run": (lambda a: conversations.latest_run(a.bob, a.thread), None),
    "conversations.runs_of": (lambda a: conversations.runs_of(a.bob, a.thread), ()),
    "conversations.pending": (lambda a: conversations.pending(a.bob, a.thread, now=a.now), None),
    "files.several": (lambda a: files.several(a.bob, [a.file]), ()),
    "files.load_files": (lambda a: a.stored(stored_files.load_files, [a.file]), ()),
    "files.files_of": (lambda a: a.stored(stored_files.files_of, [a.task]), {}),
    "files.set_files": (lambda a: a.stored(stored_files.set_files, a.task, (a.file,), now=a.now), None),
    "files.bytes_of": (lambda a: a.stored(stored_files.bytes_of), 0),
    "reminders.inbox": (lambda a: reminders.inbox(a.bob), ()),
    "reminders.done": (lambda a: reminders.done(a.bob, [a.reminder], by=BY, now=a.now), ()),
    "reminders.snooze": (lambda a: reminders.snooze(a.bob, [a.reminder], "10", now=a.now), MOMENT + 10 * MINUTE),
    "reminders.mark_read": (lambda a: reminders.mark_read(a.bob, now=a.now), None),
    "devices.find": (lambda a: devices.find(a.bob, now=a.now), ()),
    "mentions.names": (lambda a: mentions.names(a.bob, (a.task,)), mentions.Names()),
    "mentions.find": (lambda a: mentions.find(a.bob, "", now=a.now), ()),
    "mentions.known": (lambda a: mentions.known(a.bob, (a.task, *list_ids()), now=a.now), ()),
    "history.page": (lambda a: history.page(a.bob, now=a.now), history.History()),
    "usage.usage_of": (lambda a: usage.usage_of(a.bob, now=a.now), ()),
    "trash.empty": (lambda a: trash.empty(a.bob, now=a.now), 0),
    "layouts.rows": (
        lambda a: layouts.rows(a.bob, ANY, sort=Sort.DUE, along=Along.LIST, limit=9, offset=1, now=a.now),
        layouts.Rows(),
    ),
    "layouts.board": (
        lambda a: [lane for lane in layouts.board(a.bob, HERS, Along.SECTION, now=a.now) if lane.key or lane.total],
        [],
    ),
    "layouts.days": (lambda a: layouts.days(a.bob, ANY, (a.now.date(),), now=a.now), ()),
    "threads.threads_page": (lambda a: a.stored(threads.threads_page), threads.ThreadPage((), None)),
}
"""What another person gets when nothing is theirs."""

ONLY_THEIR_OWN = {
    "incoming.preview": "reads a file of their own; what others imported before is tried in test_incoming",
    "incoming.bring_in": "makes tasks of the person themselves",
    "belongings.bring": "makes lists, templates and views of their own: tried in test_belongings",
    "belongings.tell": "tells their own tabs",
    "feeds.renew": "changes the person's own address",
    "feeds.switch_off": "changes the person's own address",
    "threads.insert_thread": "makes one of their own; an id that is taken breaks the transaction",
    "activity.record_call": "writes a line about the person themselves",
    "accounts.forget_cached_person": "drops what is remembered, changes nothing",
    "memory.remember": "keeps something of their own",
    "memory.suit": "a draft of their own, by what they themselves have asked for",
    "views.create": "makes a view of their own",
    "lists.create": "makes a list of their own",
    "lines.make": "makes tasks of the person themselves",
    "accounts.set_ways": "changes the person themselves",
    "devices.forget": "what a push service says of an address, whoever's it was",
    "devices.keep": "their own browser, whose keys nobody else has: tried in test_devices",
    "reminders.said": "puts into words what it is given",
    "files.announce": "makes a file of their own",
    "files.add": "makes a file of their own",
    "files.insert_file": "makes a file of their own",
    "accounts.bring": "takes a guest's cookie: tried in test_accounts",
}
SERVICES: tuple[ModuleType, ...] = (
    *(tasks, lists, subtasks, templates, repeating, views, activity, conversations, lines, listing, mentions, queue),
    *(starting, accounts, files, incoming, outgoing, feeds, insights, reminders, devices, history, layouts, trash),
    *(several, jumping, belongings, usage, advice, memory),
)
MODULES = (*SERVICES, threads, items, stored_files)


@pytest.fixture
def attempt(alice: Person, bob: Person, now: datetime) -> Attempt:
    return attempted(alice, bob, now)


def _everything(but: str) -> dict[str, list[str]]:
    """Every row of the database that is not `but`'s own."""
    with reading() as session:
        rows = {
            mapper.class_.__name__: sorted(row.model_dump_json() for row in session.exec(select(mapper.class_)))
            for mapper in SQLModel._sa_registry.mappers  # pyright: ignore[reportAttributeAccessIssue]
        }
    return {name: [row for row in all_of_it if but not in row] for name, all_of_it in rows.items()}


def _is_refused(act: Try, attempt: Attempt) -> bool:
    try:
        act(attempt)
    except (NotFound, NotAll):
        return True
    return False


def test_it_is_not_found_by_anybody_else(attempt: Attempt) -> None:
    """One after the other on what is hers: since none of them changes it, none is in the way of the next."""
    before = _everything(but=attempt.bob.id)

    for name, act in REFUSED.items():
        assert _is_refused(act, attempt), name
        assert _everything(but=attempt.bob.id) == before, name


def test_nothing_of_it_is_seen_or_changed_by_anybody_else(attempt: Attempt) -> None:
    before = _everything(but=attempt.bob.id)

    for name, (act, nothing) in EMPTY.items():
        assert act(attempt) == nothing, name
        assert _everything(but=attempt.bob.id) == before, name


def test_a_send_into_anothers_thread_leaves_nothing_of_theirs_changed(attempt: Attempt) -> None:
    before = _everything(but=attempt.bob.id)

    claim_send(attempt.bob, attempt.thread, "key", "hash", now=attempt.now)

    assert _everything(but=attempt.bob.id) == before


def test_every_function_that_takes_a_person_is_tried() -> None:
    public = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if next(iter(inspect.signature(function).parameters), "") in {"user", "user_id", "seat"}
    }
    tried = {*REFUSED, *EMPTY, *ONLY_THEIR_OWN}

    assert public == tried, public ^ tried


def test_the_attempts_succeed_for_their_owner(alice: Person, attempt: Attempt, now: datetime) -> None:
    """The table proves nothing if its attempts were wrong in themselves."""
    hers = replace(attempt, bob=alice)
    read_only = ("tasks.get", "conversations.confirmation", "conversations.shown", "threads.load_thread")

    for name in (*read_only, "items.load_item", "items.items_page", "files.get", "files.read_text", "tasks.edit"):
        assert REFUSED[name](hers) is not None
