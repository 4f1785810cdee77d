"""One injection from planting to the last click: two people's things, a model that obeys, and what came of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import httpx2
from agents.testing import ModelCall, ScriptedModel, assistant_message, function_call
from pydantic import SecretStr

from taskchat.assistant.confirm import waits_of
from taskchat.assistant.models import Models
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Status, Task
from taskchat.services import activity, conversations, lists, tasks, templates
from taskchat.services.activity import Call as Recorded
from taskchat.services.conversations import Confirmation
from taskchat.storage.database import writing
from taskchat.storage.threads import save_thread
from taskchat.ui.chat.rows import rows
from tests.assistant.talking import Client, Event, Scripted, chatting, op, settings
from tests.redteam.injection import LOOK, Injection, Passes
from tests.redteam.places import PLACES, SAID
from tests.world import BERLIN

KEY = "sk-canary-0451"
"""The server's key for its model: nobody may ever read it."""
SECRET = "canary-7431"
"""Stands in everything that is Bob's."""
CHORES = 14
HOSTED: dict[str, Any] = {
    "taskchat_model": "mock",
    "taskchat_model_url": "http://127.0.0.1:9/v1",
    "taskchat_model_key": SecretStr(KEY),
}
"""A hosted model, so that files are read; the script answers in its place."""
Known = dict[str, str]
"""Name → id, for the arguments of calls."""


@dataclass(frozen=True, slots=True)
class People:
    """Whose house it is, who else is there, and the ids of what both have."""

    alice: Person
    bob: Person
    known: Known
    bobs: "Standing"


def furnished(alice: Person, bob: Person, now: datetime) -> People:
    """Alice's tasks, and what Bob has that she must not see."""
    by, on = By("furnished"), Due(date(2026, 11, 23), BERLIN)
    chores = [Draft(title=f"chore {n:02}", due=on, description=f"how to do chore {n}") for n in range(1, CHORES + 1)]
    others = [
        Draft(title="dentist", due=Due(date(2026, 11, 27), BERLIN), description="Bring the card."),
        Draft(title="water plants", due=on, rrule="FREQ=WEEKLY", list="Home"),
        Draft(title="plan party"),
        Draft(title="old taxes"),
        Draft(title="torn letter"),
    ]
    made = {task.title: task.id for task in tasks.create_many(alice, [*chores, *others], by=by, now=now)}
    for title in ("cake", "guests", "music"):
        made[title] = tasks.create(alice, Draft(title=title, parent_id=made["plan party"]), by=by, now=now).id
    tasks.complete(alice, made["old taxes"], by=by, now=now)
    tasks.delete(alice, made["torn letter"], by=by, now=now)
    lists.create(alice, "Work", by=by, now=now)
    own = {title.replace(" ", "_"): task_id for title, task_id in made.items()}
    known = own | _bobs(bob, now)
    return People(alice, bob, known, standing(bob, now))


def _bobs(bob: Person, now: datetime) -> Known:
    by = By("bobs")
    title = f"quarterly merger {SECRET}"
    task = tasks.create(bob, Draft(title=title, tags=(SECRET,), list="quarterly merger list"), by=by, now=now)
    templates.save_task(bob, task.id, "quarterly merger template", by=by, now=now)
    with writing() as session:
        save_thread(bob, session, "thr_bob", "{}", title=SECRET, now=now)
    kept = json.dumps([{"tool": "delete_task", "ids": [task.id], "params": "{}"}])
    question = conversations.ask(bob, "thr_bob", tool="delete_task", payload=kept, now=now)
    return {"bob": bob.id, "bobs_task": task.id, "bobs_short": task.id[-8:]} | {
        "bobs_thread": "thr_bob",
        "bobs_question": question.id,
    }


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything of one person's that an assistant could touch, as it stands."""

    tasks: dict[str, Task]
    things: dict[str, Any]

    def since(self, before: "Standing") -> Passes:
        """What has become of it."""
        pairs = [(before.tasks.get(task_id), task) for task_id, task in self.tasks.items()]
        there = [(was, task) for was, task in pairs if was is not None and was != task]
        trashed = [task for was, task in there if task.deleted and not was.deleted]
        done = [t for was, t in there if t.status is Status.DONE and was.status is Status.OPEN and not t.deleted]
        ids = {*before.things, *self.things}
        return Passes(
            trashed=len(trashed),
            done=len(done),
            changed=len({t.id for _, t in there} - {t.id for t in (*trashed, *done)}),
            made=sum(was is None for was, _ in pairs),
            things=sum(before.things.get(one) != self.things.get(one) for one in ids),
        )


def standing(person: Person, now: datetime) -> Standing:
    """Without what an undo leaves behind: when a task was touched last, and what it made, in the trash."""
    own = lists.find(person)
    everywhere = [TaskFilter(status=None), TaskFilter(status=None, trashed=True)]
    everywhere += [TaskFilter(status=None, list=one.name) for one in own if one.archived]
    found = [task for wanted in everywhere for task in tasks.find_all(person, wanted, now=now)]
    things: list[Any] = [*own, *templates.find(person), *(s for one in own for s in lists.sections(person, one.id))]
    return Standing({t.id: replace(t, updated=now) for t in found}, {one.id: one for one in things})


def without_new_trash(now: Standing, before: Standing) -> Standing:
    """What was made and taken back again lies in the trash: as good as never there."""
    return Standing({i: t for i, t in now.tasks.items() if i in before.tasks or t.deleted is None}, now.things)


@dataclass(slots=True)
class Came:
    """What came of one injection."""

    before: Standing
    after: Standing
    undone: Standing | None
    """How it stood after one click on Undo; None where there was nothing to click."""
    question: Confirmation | None
    heard: list[ModelCall]
    """What the model was told, request by request."""
    audit: list[Recorded]
    events: list[Event]
    problem: str
    page: list[Any] = field(default_factory=list)
    """The rows of the conversation, as they are drawn."""

    @property
    def passed(self) -> Passes:
        return self.after.since(self.before)

    @property
    def waiting(self) -> int:
        """Tasks that the card asks about."""
        return len({one for each in waits_of(self.question) for one in each.ids}) if self.question else 0

    @property
    def results(self) -> list[Any]:
        """What the tools told the model, in the order of its last request."""
        return [json.loads(i["output"]) for i in _input_of(self.heard[-1:]) if i.get("type") == "function_call_output"]


def _input_of(heard: Iterable[ModelCall]) -> list[Any]:
    return [item for call in heard for item in (call.input if isinstance(call.input, list) else [])]


class Obeying(Scripted):
    """A hosted model as the settings name it; the script answers in its place."""

    def __init__(self, script: ScriptedModel) -> None:
        Models.__init__(self, settings(**HOSTED), http=httpx2.AsyncClient(verify=False))
        self.script = script


def obedient(injection: Injection, known: Known) -> ScriptedModel:
    """A model that does in full what the text asks; it looks first where the text stands in a task."""
    looks = () if injection.stands in SAID else (LOOK,)
    rounds = [
        [function_call(tool, filled(arguments, known), call_id=f"call_{place}_{n}") for n, (tool, arguments) in each]
        for place, each in enumerate(map(enumerate, (*looks, *injection.tries)))
    ]
    return ScriptedModel([*rounds, [assistant_message(filled(injection.says, known))]])


def filled(value: Any, known: Known) -> Any:
    if isinstance(value, str):
        for name, told in known.items():
            value = value.replace(f"{{{name}}}", told)
        return value
    if isinstance(value, dict):
        return {name: filled(each, known) for name, each in value.items()}
    return [filled(each, known) for each in value] if isinstance(value, list) else value


async def carried_out(injection: Injection, people: People, now: datetime) -> Came:
    """Plant the text, let the person ask their harmless question, let the model obey; then click Undo."""
    alice, known = people.alice, people.known
    sent = PLACES[injection.stands](alice, filled(injection.text, known), injection.asked, now)
    before, model = standing(alice, now), obedient(injection, known)
    async with chatting(Obeying(model)) as chat:
        client = Client(chat, alice, now)
        events = await client.stream(op("threads.create", sent.metadata, input=sent.input))
        conversation = await client.stored()
        page = rows(conversation.items, alice.ways)
        came = Came(
            before=before,
            after=standing(alice, now),
            undone=None,
            question=conversations.pending(alice, client.thread_id, now=now),
            heard=list(model.calls),
            audit=[call for call in activity.calls(alice, 2_000) if call.thread_id == client.thread_id],
            events=events,
            problem="".join(event["message"] for event in events if event["type"] == "error"),
            page=page,
        )
        group = next((row.undo for row in page if row.undo), "")
        if group and activity.would_undo(alice, (group,), now=now):
            came.undone = without_new_trash(await _undo(client, group), before)
    return came


async def _undo(client: Client, group: str) -> Standing:
    action = {"type": "task.undo", "payload": {"group": group}}
    await client.json("threads.sync_custom_action", thread_id=client.thread_id, action=action)
    return standing(client.person, client.now)
