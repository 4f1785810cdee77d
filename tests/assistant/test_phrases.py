"""The built-in assistant, sentence by sentence, through a real run of the agent and its tools."""

from datetime import datetime

import pytest

from taskchat.domain.person import Person
from tests.assistant.sentences import ROWS, Calls
from tests.assistant.sentences_following import FOLLOWING, Turns
from tests.assistant.world import conversation


@pytest.mark.parametrize(("said", "calls", "reply"), ROWS, ids=[row[0] for row in ROWS])
async def test_a_sentence_does_what_it_says_and_tells_it(
    said: str, calls: Calls, reply: str, alice: Person, now: datetime
) -> None:
    talk = conversation(alice, now)

    heard = await talk.say(said)

    assert heard.calls == calls
    assert reply in heard.reply


@pytest.mark.parametrize("turns", FOLLOWING, ids=[" · ".join(turn[0] for turn in turns) for turns in FOLLOWING])
async def test_a_sentence_means_what_was_spoken_of_before(turns: Turns, alice: Person, now: datetime) -> None:
    talk = conversation(alice, now)

    for said, calls, reply in turns:
        heard = await talk.say(said)

        assert heard.calls == calls, said
        assert reply in heard.reply, said
