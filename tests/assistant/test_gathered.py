"""Several chunks of a model as one: the text is the same to the letter, and everything else stays where it is."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.assistant import gathered as gathering
from taskchat.assistant.gathered import gathered, together, words_in
from taskchat.domain.person import Person
from tests.assistant.provider import Pause, Reply, call, chunk, playing, says, words
from tests.assistant.talking import Client, chatting_with, errors, seen
from tests.assistant.test_pitfalls_of_the_server import until_said

USED = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
FOREVER = 3600.0


def said(text: str, **more: Any) -> dict[str, Any]:
    return chunk({"content": text}, **more)


def plain(chunks: list[Any]) -> list[Any]:
    """What a reader makes of them: runs of words by their text, anything else as it is."""
    read: list[Any] = []
    for each in chunks:
        text = words_in(each)
        if text and read and isinstance(read[-1], str):
            read[-1] += text
        else:
            read.append(text or each)
    return read


CHUNKS = st.one_of(
    st.builds(said, st.text(min_size=1, max_size=5)),
    st.builds(lambda text: chunk({"role": "assistant", "content": text}), st.text(max_size=3)),
    st.builds(lambda text: chunk({"content": text}, finish="stop"), st.text(max_size=3)),
    st.builds(lambda text: chunk({"tool_calls": [call("create_task", text, id="a", index=0)]}), st.text(max_size=3)),
    st.just(chunk(usage=USED)),
    st.just(chunk(finish="stop")),
    st.sampled_from([None, 42, "x", [], {}, {"choices": []}, {"choices": [{}]}, {"choices": [{"delta": None}]}]),
)


@given(st.lists(CHUNKS, max_size=12))
def test_what_is_put_together_says_the_same(chunks: list[Any]) -> None:
    whole = together(chunks)

    assert plain(whole) == plain(chunks)
    assert together(whole) == whole


@pytest.mark.parametrize(
    "special",
    [
        chunk({"content": "b", "tool_calls": [call("create_task", {}, id="a", index=0)]}),
        chunk({"content": "b", "refusal": "no"}),
        chunk({"content": "b", "reasoning_content": "hm"}),
        chunk({"content": "b"}, finish="stop"),
        {"choices": [{"index": 1, "delta": {"content": "b"}}]},
        {"choices": [{"index": 0, "delta": {"content": "b"}, "logprobs": {"content": []}}]},
        {"choices": [{"delta": {"content": "b"}}, {"delta": {"content": "c"}}]},
        {"choices": [{"delta": {"content": ["b"]}}]},
    ],
)
def test_a_chunk_that_brings_more_than_words_stays_alone(special: dict[str, Any]) -> None:
    assert together([said("a"), special, said("z")]) == [said("a"), special, said("z")]


def test_the_role_and_the_latest_usage_stay() -> None:
    first = chunk({"role": "assistant", "content": "a"})

    [whole] = together([first, said("b"), said("c", usage=USED)])
    counted = together([said("a", usage=USED), said("b")])

    assert whole == chunk({"role": "assistant", "content": "abc"}, usage=USED)
    assert len(counted) == 2


class Model:
    """Chunks that come when told to."""

    def __init__(self) -> None:
        self._coming: asyncio.Queue[Any] = asyncio.Queue()
        self.closed = False

    def sends(self, *chunks: Any) -> None:
        for each in chunks:
            self._coming.put_nowait(each)

    async def chunks(self) -> AsyncIterator[Any]:
        try:
            while (each := await self._coming.get()) is not None:
                if isinstance(each, Exception):
                    raise each
                yield each
        finally:
            self.closed = True


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Model:
    """A beat never ends but by the end of the answer."""
    monkeypatch.setattr(gathering, "BEAT", FOREVER)
    return Model()


async def test_the_first_words_go_on_before_there_are_more(model: Model) -> None:
    pieces = gathered(model.chunks())
    model.sends(chunk({"role": "assistant", "content": ""}), said("Hel"))

    first = [await asyncio.wait_for(anext(pieces), 5) for _ in range(2)]
    model.sends(said("l"), said("o"), chunk(finish="stop"), None)
    rest = [piece async for piece in pieces]

    assert first == [chunk({"role": "assistant", "content": ""}), said("Hel")]
    assert rest == [said("lo"), chunk(finish="stop")]


async def test_without_words_nothing_waits(model: Model) -> None:
    pieces = gathered(model.chunks())
    called = [chunk({"tool_calls": [call("list_tasks", part, id="a", index=0)]}) for part in ("{", "}")]

    for each in called:
        model.sends(each)
        assert await asyncio.wait_for(anext(pieces), 5) == each
    model.sends(None)

    assert [piece async for piece in pieces] == []


async def test_what_came_before_a_failure_goes_on_before_it(model: Model) -> None:
    pieces = gathered(model.chunks())
    model.sends(said("a"), said("b"), said("c"), ConnectionResetError())

    read = [await anext(pieces), await anext(pieces)]
    with pytest.raises(ConnectionResetError):
        await anext(pieces)

    assert read == [said("a"), said("bc")]


async def test_who_stops_reading_ends_the_reading_ahead(model: Model) -> None:
    pieces = gathered(model.chunks())
    model.sends(said("a"))
    await anext(pieces)
    waiting = asyncio.ensure_future(anext(pieces))
    await asyncio.sleep(0)

    waiting.cancel()
    await asyncio.wait({waiting})

    assert model.closed


async def test_an_answer_in_fewer_pieces_is_the_same_everywhere(alice: Person, now: datetime) -> None:
    text = " ".join(f"word{n}" for n in range(200))
    async with playing(says(text)) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)

        events = await client.say("talk")

        pieces = [e for e in events if e.get("update", {}).get("type", "").endswith("text_delta")]
        assert errors(events) == []
        assert 1 < len(pieces) < 20
        assert "".join(piece["update"]["delta"] for piece in pieces) == text
        assert [item.text for item in seen(events).items if item.kind == "assistant"] == [text]
        assert await client.answers() == [text]


async def test_from_every_position_a_reader_comes_to_the_same(alice: Person, now: datetime) -> None:
    """Pieces are frames like any others: whoever comes back goes on behind the last one they had."""
    answer = Reply((*words("one two three "), Pause(0.1), *words("four five six "), Pause(0.1), *says("seven").parts))
    async with playing(answer) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        begun = await client.begin(client.sending("count"))
        frames = [frame async for frame in begun.frames]

        for frame in frames:
            behind = [f async for f in await chat.follow(client.seat, client.thread_id, frame.position)]
            assert behind == frames[frame.position :]
        assert [frame.position for frame in frames] == list(range(1, len(frames) + 1))
        assert await client.answers() == ["one two three four five six seven"]


async def test_stop_keeps_every_piece_that_was_told(alice: Person, now: datetime) -> None:
    async with playing(Reply((*words("one two three "), Pause()))) as mock, chatting_with(mock.url) as chat:
        client = Client(chat, alice, now)
        await client.begin(client.sending("count"))
        await until_said(client, "one two three ")

        await chat.stop(client.seat, client.thread_id)
        await mock.quiet.wait()

        assert await client.answers() == ["one two three "]
