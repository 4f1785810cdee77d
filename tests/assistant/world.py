"""A small world for the assistant's tests, and one sentence said in it through a real run of the agent."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from agents import Model, RunConfig, Runner, set_tracing_disabled
from chatkit.agents import AgentContext
from chatkit.types import ThreadMetadata

from taskchat.assistant.agent import AGENT, MAX_ROUNDS
from taskchat.assistant.builtin import Builtin
from taskchat.assistant.context import Tally, Turn
from taskchat.assistant.told import put_together
from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Seat, Ways
from taskchat.domain.task import By, Draft, Due, Priority, Task
from taskchat.services import tasks
from taskchat.storage.database import writing
from taskchat.storage.threads import save_thread

BERLIN = "Europe/Berlin"
THREAD = "thr_test"


def _at(month: int, day: int, hour: int | None = None) -> Due:
    on = date(2026, month, day)
    return Due(on, BERLIN) if hour is None else Due.moment(on, time(hour), BERLIN)


DRAFTS = (
    Draft(title="pay rent", due=_at(11, 19), priority=Priority.HIGH),
    Draft(title="write report", due=_at(11, 21, 18), tags=("work",)),
    Draft(title="call mom", due=_at(11, 22, 17)),
    Draft(title="water plants", due=_at(11, 23), list="Home"),
    Draft(title="dentist", due=_at(11, 27, 15)),
    Draft(title="buy milk", tags=("shopping",)),
    Draft(title="milk for Ben"),
    Draft(title="old taxes"),
)


@dataclass(slots=True)
class Said:
    """What one sentence came to."""

    reply: str
    calls: tuple[tuple[str, dict[str, Any]], ...]
    results: tuple[dict[str, Any], ...]
    turn: Turn


@dataclass(slots=True)
class Conversation:
    """One person's conversation; each sentence is a run of the agent, with what came before as its memory."""

    person: Person
    now: datetime
    model_of: Callable[[Callable[[], Turn]], Model] = Builtin
    session: str = ""
    memory: list[Any] = field(default_factory=list)
    count: int = 0

    async def say(self, text: str) -> Said:
        self.count += 1
        turn = Turn(
            Seat(self.person, self.session), self.now, THREAD, f"run_{self.count}", f"msg_{self.count}", text, Tally()
        )
        self.memory.append({"role": "user", "content": text})
        context = AgentContext[Turn](thread=_thread(), store=None, request_context=turn)  # pyright: ignore[reportArgumentType]
        result = Runner.run_streamed(
            AGENT,
            self.memory,
            context=context,
            max_turns=MAX_ROUNDS,
            run_config=RunConfig(model=self.model_of(lambda: turn), tracing_disabled=True),
        )
        async for _ in result.stream_events():
            pass
        self.memory = result.to_input_list()
        made = [item.to_input_item() for item in result.new_items]
        return Said(str(result.final_output), _calls(made), _results(made), turn)

    def tasks(self, **wanted: Any) -> tuple[Task, ...]:
        return tasks.find_all(self.person, TaskFilter(**wanted), now=self.now)

    def titles(self, **wanted: Any) -> list[str]:
        return sorted(task.title for task in self.tasks(**wanted))


def conversation(person: Person, now: datetime, *, furnished: bool = True, ways: Ways | None = None) -> Conversation:
    """An empty conversation of `person`; furnished: with the tasks above."""
    set_tracing_disabled(True)
    person = replace(person, ways=ways) if ways else person
    with writing() as session:
        save_thread(person, session, THREAD, "{}", title=None, now=now)
    if furnished:
        made = [tasks.create(person, draft, by=By(f"made-{draft.title}"), now=now) for draft in DRAFTS]
        tasks.complete(person, made[-1].id, by=By("made-done"), now=now)
    return Conversation(person, now)


def _thread() -> ThreadMetadata:
    return ThreadMetadata(id=THREAD, created_at=datetime(2026, 11, 21))  # noqa: DTZ001 - as ChatKit dates threads


def _calls(items: list[Any]) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((i["name"], json.loads(i["arguments"])) for i in items if i.get("type") == "function_call")


def _results(items: list[Any]) -> tuple[dict[str, Any], ...]:
    return tuple(put_together(json.loads(i["output"])) for i in items if i.get("type") == "function_call_output")
