"""One contract for every implementation of `live`: news reaches its readers, runs can be read from any position."""

import asyncio
import json
import tracemalloc
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from taskchat import live as news
from taskchat.errors import Unavailable
from taskchat.live import Change, Frame, InProcess, What, close_live, open_live

IMPLEMENTATIONS = {"in-process": InProcess, "in-process, settled": lambda: InProcess(settled=0)}


@pytest.fixture(params=IMPLEMENTATIONS.values(), ids=IMPLEMENTATIONS.keys())
async def wire(request: pytest.FixtureRequest) -> AsyncIterator[InProcess]:
    opened = request.param()
    yield opened
    await opened.close()


class Reader:
    """One worker's reader, listening from the moment it is made."""

    def __init__(self, wire: InProcess) -> None:
        self._heard: asyncio.Queue[tuple[str, Change]] = asyncio.Queue()
        self._changes = wire.changes()
        self._task = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for change in self._changes:
            self._heard.put_nowait(change)

    async def next(self, count: int) -> list[tuple[str, Change]]:
        async with asyncio.timeout(5):
            return [await self._heard.get() for _ in range(count)]

    async def ended(self) -> None:
        await asyncio.wait_for(self._task, 5)


async def reader(wire: InProcess) -> Reader:
    made = Reader(wire)
    await asyncio.sleep(0)  # its first step subscribes it
    return made


def tasks(*ids: str) -> Change:
    return Change(What.TASKS, ids)


async def test_every_reader_hears_a_change_with_its_person(wire: InProcess) -> None:
    one, two = await reader(wire), await reader(wire)

    wire.publish("alice", tasks("t1"))

    for each in (one, two):
        ((person, change),) = await each.next(1)
        assert (person, change.what, change.ids) == ("alice", What.TASKS, ("t1",))


async def test_changes_arrive_in_order_with_a_growing_sequence(wire: InProcess) -> None:
    listening = await reader(wire)

    for number in range(100):
        wire.publish("alice", tasks(str(number)))

    heard = await listening.next(100)
    assert [change.ids for _, change in heard] == [(str(n),) for n in range(100)]
    assert [change.seq for _, change in heard] == sorted({change.seq for _, change in heard})


async def test_publishing_from_many_threads_loses_nothing(wire: InProcess) -> None:
    listening = await reader(wire)

    with ThreadPoolExecutor(8) as threads:
        for number in range(200):
            threads.submit(wire.publish, "alice", tasks(str(number)))
    heard = await listening.next(200)

    assert {change.ids[0] for _, change in heard} == {str(n) for n in range(200)}


async def test_a_reader_that_falls_behind_is_told_to_read_everything_again(
    wire: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "READER_BACKLOG", 10)
    changes = wire.changes()
    first = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)
    for number in range(25):
        wire.publish("alice", tasks(str(number)))

    heard = [await asyncio.wait_for(first, 5)]
    while heard[-1][1].ids != ("24",):
        heard.append(await anext(changes))

    assert len(heard) <= 11
    assert What.RESYNC in {change.what for _, change in heard}


async def _until_quiet() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_run_is_read_from_any_position(wire: InProcess) -> None:
    for data in (b"a", b"b", b"c"):
        await wire.append("run", data)
    await wire.end("run")

    assert [f async for f in wire.read("run")] == [Frame(1, b"a"), Frame(2, b"b"), Frame(3, b"c")]
    assert [f async for f in wire.read("run", after=2)] == [Frame(3, b"c")]
    assert [f async for f in wire.read("run", after=3)] == []


async def test_a_run_that_ended_long_ago_is_read_from_any_position(wire: InProcess) -> None:
    events = [f'{{"delta": "word {n} – €\u2028"}}'.encode() for n in range(50)]
    for data in events:
        await wire.append("run", data)
    reading = asyncio.create_task(_all(wire, "run"))
    await _until_quiet()
    half = wire.read("run", after=25)
    begun = await anext(half)
    await wire.end("run")
    await wire.end("run")
    await _until_quiet()

    frames = [Frame(n, data) for n, data in enumerate(events, 1)]
    assert [[f async for f in wire.read("run", after=n)] for n in range(52)] == [frames[n:] for n in range(52)]
    assert [begun, *[f async for f in half]] == frames[25:]
    assert await asyncio.wait_for(reading, 5) == events
    assert wire.position("run") == 50


async def test_a_run_without_events_settles_too(wire: InProcess) -> None:
    await wire.end("run")
    await _until_quiet()

    assert await _all(wire, "run") == []
    assert wire.position("run") == 0


async def test_a_settled_run_takes_little_memory() -> None:
    wire = InProcess(settled=0)
    tracemalloc.start()
    for n in range(500):
        update = {"type": "assistant_message.content_part.text_delta", "content_index": 0, "delta": f"word {n} "}
        event = {"type": "thread.item.updated", "item_id": "msg_01998e02a7e07b6c", "update": update}
        await wire.append("run", json.dumps(event).encode())
    lately, _ = tracemalloc.get_traced_memory()

    await wire.end("run")
    await _until_quiet()

    settled, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert settled < lately / 10
    assert len(await _all(wire, "run")) == 500


async def test_positions_count_from_one_and_can_be_asked(wire: InProcess) -> None:
    before = wire.position("run")

    positions = [await wire.append("run", b"x") for _ in range(3)]

    assert before == 0
    assert positions == [1, 2, 3]
    assert wire.position("run") == 3


async def test_a_reader_of_a_run_waits_for_what_is_still_to_come(wire: InProcess) -> None:
    await wire.append("run", b"early")
    reading = asyncio.create_task(_all(wire, "run"))
    await _until_quiet()

    await wire.append("run", b"late")
    await wire.end("run")

    assert await asyncio.wait_for(reading, 5) == [b"early", b"late"]


async def test_ten_readers_of_a_run_see_the_same(wire: InProcess) -> None:
    reading = [asyncio.create_task(_all(wire, "run")) for _ in range(10)]

    for number in range(50):
        await wire.append("run", str(number).encode())
    await wire.end("run")

    assert await asyncio.gather(*reading) == [[str(n).encode() for n in range(50)]] * 10


async def _all(wire: InProcess, run_id: str) -> list[bytes]:
    return [frame.data async for frame in wire.read(run_id)]


async def test_runs_do_not_mix(wire: InProcess) -> None:
    await wire.append("one", b"1")
    await wire.append("two", b"2")
    await wire.end("one")
    await wire.end("two")

    assert await _all(wire, "one") == [b"1"]
    assert await _all(wire, "two") == [b"2"]


async def test_an_order_reaches_whoever_runs_it(wire: InProcess) -> None:
    orders = wire.orders("run")
    waiting = asyncio.ensure_future(anext(orders))

    await wire.command("other", "stop")
    await wire.command("run", "stop")

    assert await asyncio.wait_for(waiting, 5) == "stop"


async def test_an_order_given_early_is_not_lost(wire: InProcess) -> None:
    await wire.command("run", "stop")

    orders = wire.orders("run")

    assert await asyncio.wait_for(anext(orders), 5) == "stop"


async def test_ended_runs_are_forgotten_and_running_ones_never() -> None:
    wire = InProcess(keep_runs=2)
    await wire.append("running", b"still here")
    for number in range(5):
        await wire.append(f"done {number}", b"x")
        await wire.end(f"done {number}")

    assert wire.position("running") == 1
    assert wire.position("done 0") == 0
    assert wire.position("done 4") == 1


async def test_closing_ends_every_reader(wire: InProcess) -> None:
    listening = await reader(wire)
    reading = asyncio.create_task(_all(wire, "run"))
    await wire.append("run", b"last")
    await _until_quiet()

    await wire.close()

    await listening.ended()
    assert await asyncio.wait_for(reading, 5) == [b"last"]


async def test_using_it_before_it_is_open_is_unavailable() -> None:
    with pytest.raises(Unavailable):
        news.live()

    opened = await open_live()

    assert news.live() is opened
    await close_live()
    with pytest.raises(Unavailable):
        news.live()
