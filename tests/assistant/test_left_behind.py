"""An answer that came to its end is gone from memory at once: nothing of it waits for the collector."""

import asyncio
import gc
from collections.abc import Iterator
from datetime import datetime

import pytest
from agents import RunResultStreaming

from taskchat.domain.person import Person
from tests.assistant.provider import playing, says
from tests.assistant.talking import Client, chatting, chatting_with, script

LOOKS = 100
"""Over two seconds: the run is put on record behind the last word."""


@pytest.fixture
def kept() -> Iterator[None]:
    """The collector does not come by."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


async def gone() -> bool:
    """Whether no answer is in memory any more, once what ends by itself has ended."""
    for _ in range(LOOKS):
        if not any(isinstance(each, RunResultStreaming) for each in gc.get_objects()):
            return True
        await asyncio.sleep(0.02)
    return False


@pytest.mark.usefixtures("kept")
async def test_an_answer_of_a_model(alice: Person, now: datetime) -> None:
    async with playing(says("Hello there.")) as mock, chatting_with(mock.url) as chat:
        await Client(chat, alice, now).say("hi")

        assert await gone()


@pytest.mark.usefixtures("kept")
async def test_an_answer_with_tools(alice: Person, now: datetime) -> None:
    async with chatting(script(("list_tasks", "{}"), "Nothing to do.")) as chat:
        await Client(chat, alice, now).say("what is there?")

        assert await gone()


@pytest.mark.usefixtures("kept")
async def test_an_answer_of_the_built_in_assistant(alice: Person, now: datetime) -> None:
    async with chatting() as chat:
        await Client(chat, alice, now).say("add milk and show my tasks")

        assert await gone()
