"""The pace of one tab: the first word at once, then the latest picture, never half a frame (decision 13)."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from taskchat.assistant.reduce import Conversation, reduce
from taskchat.ui.chat import stream
from taskchat.ui.chat.state import Picture
from taskchat.ui.chat.stream import Painter
from taskchat.ui.tabs import Tab
from tests.ui.browserless import seat, soon
from tests.ui.talking import added, answer, delta, done, said, user


@dataclass
class Slow(Painter):
    """A painter whose tab takes its time; `brought` is what reached it."""

    brought: list[Picture] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def _bring(self, picture: Picture) -> None:
        await self.gate.wait()
        self.brought.append(picture)


@pytest.fixture(autouse=True)
def quick_frames(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(stream, "FRAME", 0.005)
    yield


@pytest.fixture
def painter() -> Slow:
    tab = Tab("sid", "token", seat("alice"), thread_id="thr_1")
    painter = Slow(None, tab)  # pyright: ignore[reportArgumentType] - nothing of the app is used
    painter.gate.set()
    return painter


def words(*texts: str) -> Iterator[Conversation]:
    """The conversation as it grows."""
    talk = said(done(user("m1", "hello")), added(answer("m2")))
    for text in texts:
        talk = reduce(talk, delta("m2", text))
        yield talk


async def test_what_comes_while_a_tab_is_slow_is_never_sent(painter: Slow) -> None:
    painter.gate.clear()
    painting = asyncio.create_task(painter.paint())
    for n, talk in enumerate(words(*(f"w{n} " for n in range(100)))):
        painter.offer(talk, running=True)
        if n == 0:
            await asyncio.sleep(0)
    painter.gate.set()
    await soon(lambda: painter.brought and "w99" in painter.brought[-1].tail)
    painter.offer(talk, running=False)
    await painting

    assert len(painter.brought) <= 3
    assert not painter.brought[-1].running


async def test_an_answer_without_a_word_takes_no_frame(painter: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "FRAME", 3600)
    painting = asyncio.create_task(painter.paint())
    painter.offer(said(done(user("m1", "hello")), added(answer("m2"))), running=True)
    await asyncio.sleep(0)
    painter.offer(next(words("First")), running=True)

    await soon(lambda: [picture.tail for picture in painter.brought] == ["<p>First</p>"])
    painting.cancel()


async def test_the_same_picture_is_brought_once(painter: Slow) -> None:
    painting = asyncio.create_task(painter.paint())
    talk = next(words("one"))
    for _ in range(5):
        painter.offer(talk, running=True)
        await asyncio.sleep(0.002)
    painter.offer(talk, running=False)
    await painting

    assert [picture.running for picture in painter.brought] == [True, False]


async def test_a_frame_on_its_way_arrives_though_its_follower_ends(painter: Slow) -> None:
    painter.gate.clear()
    painting = asyncio.create_task(painter.paint())
    painter.offer(next(words("half")), running=True)
    await asyncio.sleep(0.01)
    painting.cancel()
    await asyncio.gather(painting, return_exceptions=True)
    painter.gate.set()

    await soon(lambda: len(painter.brought) == 1)


def test_what_is_being_written_stands_beside_the_rows(painter: Slow) -> None:
    *_, talk = words("One.\n\n", "Two")

    picture = painter.picture(talk, running=True)

    assert [row.id for row in picture.rows] == ["m1"]
    assert (picture.blocks, picture.tail) == (["<p>One.</p>"], "<p>Two</p>")


def test_once_it_is_over_it_is_a_row(painter: Slow) -> None:
    *_, talk = words("One.\n\n", "Two")

    picture = painter.picture(talk, running=False)

    assert [row.blocks for row in picture.rows] == [[], ["<p>One.</p>", "<p>Two</p>"]]
    assert (picture.blocks, picture.lead, picture.tail) == ([], "", "")


def test_only_the_end_of_a_long_conversation_is_held(painter: Slow) -> None:
    talk = said(*(done(user(f"m{n}", str(n))) for n in range(100)))

    picture = painter.picture(talk, running=False)

    assert [row.text for row in picture.rows] == [str(n) for n in range(40, 100)]
    assert picture.has_earlier


@pytest.mark.parametrize(("allowed", "starts_at"), [(True, "m1"), (False, "")])
def test_a_failed_answer_can_be_tried_again_where_that_makes_sense(
    painter: Slow, allowed: bool, starts_at: str
) -> None:
    error: dict[str, Any] = {
        "type": "error",
        "code": "custom",
        "message": "Google is not answering.",
        "allow_retry": allowed,
    }

    picture = painter.picture(said(done(user("m1", "hello")), error), running=False)

    assert (picture.problem, picture.retry) == ("Google is not answering.", starts_at)


def test_an_answer_is_read_out_only_where_it_was_seen_to_be_written(painter: Slow) -> None:
    talk = said(done(user("m1", "hello")), done(answer("m2", "Fine.")))

    assert painter.picture(talk, running=False).said == ""
    painter.speaks = True
    assert painter.picture(talk, running=True).said == ""
    assert painter.picture(talk, running=False).said == "Answer: Fine."
