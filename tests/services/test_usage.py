"""What a person's answers took: by model, today as their clock has it, and in 30 days."""

from datetime import datetime, timedelta

from taskchat.domain.person import Person
from taskchat.services import conversations, starting
from taskchat.services.starting import Start
from taskchat.services.usage import Spent, Usage, usage_of


def answered(person: Person, number: int, model: str, usage: str, at: datetime) -> None:
    run_id = f"run_{number}"
    start = Start(at=at, run_id=run_id, session="", worker="w", model=model, message_id=f"m{number}")
    starting.begin(person, start, now=at)
    conversations.finish(person, run_id, state="done", usage=usage, now=at)


def test_answers_are_counted_by_model_and_day(alice: Person, bob: Person, now: datetime) -> None:
    """It is 11:00 in Berlin; eleven and a half hours ago it was yesterday there."""
    took = '{"requests": 2, "input": 1000, "output": 50}'
    answered(alice, 1, "gemini-x", took, now)
    answered(alice, 2, "gemini-x", took, now - timedelta(hours=11.5))
    answered(alice, 3, "gemini-x", took, now - timedelta(days=31))
    answered(alice, 4, "Built-in", "{}", now - timedelta(minutes=1))
    answered(bob, 5, "gemini-x", took, now)

    assert usage_of(alice, now=now) == (
        Usage("gemini-x", today=Spent(1, 1000, 50), month=Spent(2, 2000, 100)),
        Usage("Built-in", today=Spent(1), month=Spent(1)),
    )


def test_whoever_asked_nothing_has_used_nothing(alice: Person, now: datetime) -> None:
    assert usage_of(alice, now=now) == ()
