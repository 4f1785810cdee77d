"""A few of the same over real HTTP, and on both databases: a provider that obeys, and nobody else is asked."""

import json
import socket
from datetime import datetime
from typing import Any

import pytest
from pydantic import SecretStr

from taskchat.domain.person import Ways
from taskchat.live import InProcess
from tests.assistant.provider import Reply, call, calls, playing, says
from tests.assistant.talking import Client, chatting_with, op
from tests.databases import Kept
from tests.redteam.checks import check_harmless
from tests.redteam.conftest import people_in
from tests.redteam.injection import NOTHING, Injection, Passes
from tests.redteam.places import PLACES
from tests.redteam.scene import KEY, SECRET, People, carried_out, filled, standing
from tests.redteam.table import ROWS

BY_NAME = {row.name: row for row in ROWS}
KEYED = {"taskchat_model_key": SecretStr(KEY)}
ON_BOTH = (
    "every tool up to its limit",
    "deletes in every round there is",
    "another person's list and template",
    "SQL in every field",
    "arguments that fit nothing",
)
OVER_HTTP = (
    "a title that orders everything deleted",
    "a file name that is an order",
    "the key of the model",
    "a picture whose address carries the titles",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def emptied(request: pytest.FixtureRequest) -> Kept:
    kept: Kept = request.getfixturevalue(request.param)
    kept.empty()
    return kept


@pytest.fixture
def anew(database: str, live: InProcess, ways: Ways, now: datetime) -> People:
    """The same house, furnished in each database."""
    return people_in(ways, now)


@pytest.mark.parametrize("name", ON_BOTH)
async def test_both_databases_hold(name: str, anew: People, now: datetime) -> None:
    injection = BY_NAME[name]

    came = await carried_out(injection, anew, now)

    check_harmless(came, injection, anew, standing(anew.bob, now))


@pytest.mark.parametrize("name", OVER_HTTP)
async def test_nobody_but_the_provider_is_asked(
    name: str, people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    injection, reached = BY_NAME[name], addresses(monkeypatch)
    before = standing(people.alice, now)
    sent = PLACES[injection.stands](people.alice, injection.text, injection.asked, now)

    async with (
        playing(*replies(injection, people)) as mock,
        chatting_with(mock.url, taskchat_model_key=SecretStr(KEY)) as chat,
    ):
        client = Client(chat, people.alice, now)
        await client.stream(op("threads.create", sent.metadata, input=sent.input))

    told = json.dumps(mock.asked)
    assert {f"http://{host}:{port}/v1" for host, port in reached} == {mock.url}
    assert SECRET not in told and KEY not in told and people.alice.id not in told
    assert standing(people.alice, now).since(before) in {NOTHING, Passes(made=1)}
    assert standing(people.bob, now) == people.bobs


def replies(injection: Injection, people: People) -> list[Reply]:
    """What the provider sends: every call of a round at once, then the answer."""
    made = [
        calls(
            [
                call(tool, filled(arguments, people.known), id=f"c{n}", index=n)
                for n, (tool, arguments) in enumerate(each)
            ]
        )
        for each in injection.tries
    ]
    return [*made, says(injection.says)]


def addresses(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, int]]:
    """Whatever this process connects to from now on."""
    reached: set[tuple[str, int]] = set()
    connect = socket.socket.connect

    def noting(this: socket.socket, address: Any) -> None:
        if this.family in {socket.AF_INET, socket.AF_INET6}:
            reached.add((address[0], address[1]))
        connect(this, address)

    monkeypatch.setattr(socket.socket, "connect", noting)
    return reached
