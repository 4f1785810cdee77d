"""/api/assistant: who answers, what it took, and whether it works."""

from collections.abc import AsyncIterator

import pytest

from tests.assistant.provider import Mock, playing, refuses
from tests.assistant.talking import chatting
from tests.conftest import Seats
from tests.web.conftest import Visit


@pytest.fixture
async def mock(database: str) -> AsyncIterator[Mock]:
    async with playing(refuses(401)) as mock, chatting(None, **vars_of(mock)):
        yield mock


def vars_of(mock: Mock) -> dict[str, object]:
    return {"taskchat_model": "mock", "taskchat_model_url": mock.url}


async def test_it_says_who_answers_and_whether_it_works(visit: Visit, seats: Seats, mock: Mock) -> None:
    alice = visit(seats.alice.token, **vars_of(mock))

    who = await alice.get("/api/assistant")
    checked = await alice.post("/api/assistant/check")

    assert who.json() == {
        "name": "mock",
        "where": "mock. Your messages and the tasks they concern go to 127.0.0.1.",
        "model": "mock",
        "host": "127.0.0.1",
        "usage": [],
    }
    assert checked.status_code == 200
    assert {**checked.json(), "seconds": 0} == {
        "works": False,
        "cause": "key_refused",
        "message": "mock refused the key: it is wrong, disabled, or none. "
        "Put the right one into TASKCHAT_MODEL_KEY on the server and start it again.",
        "seconds": 0,
    }


async def test_a_stranger_learns_nothing_and_asks_nothing(visit: Visit, seats: Seats, mock: Mock) -> None:
    stranger = visit(**vars_of(mock))

    answers = await stranger.get("/api/assistant"), await stranger.post("/api/assistant/check")

    assert [answer.status_code for answer in answers] == [401, 401]
    assert mock.asked == []
