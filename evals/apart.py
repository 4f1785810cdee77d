"""Many things said at once: processes share them, and what comes of them comes in their order."""

import gc
import multiprocessing
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

import uvloop

from evals.room import Room, opened

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Room, Item], Awaitable[Result]]
FEW = 20
"""Items that are not worth a second process, which takes a second to get ready."""
YOUNG = 20_000
"""Objects between two looks for garbage: a sentence makes thousands that live as long as its answer."""


def shared(work: Work[Item, Result], items: Sequence[Item], model: str) -> Iterator[Result]:
    """What `work` makes of each, as it comes: the processes take turns. `work` is a function of a module."""
    number = min(os.cpu_count() or 1, 1 + len(items) // FEW)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="taskchat-")))
        shares = [(work, items[start::number], folder / str(start), model) for start in range(number)]
        ways = [stack.enter_context(_apart(*share)) for share in shares]
        for _, way in zip(items, cycle(ways), strict=False):
            yield way.recv()


@contextmanager
def _apart(work: Work[Item, Result], items: Sequence[Item], folder: Path, model: str) -> Iterator[Connection]:
    """A process of its own that does one after another."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_do_all, args=(work, items, folder, model, there), daemon=True)
    process.start()
    there.close()
    try:
        yield here
    finally:
        process.terminate()
        process.join()


def _do_all(work: Work[Item, Result], items: Sequence[Item], folder: Path, model: str, to: Connection) -> None:
    uvloop.run(_do(work, items, folder, model, to))


async def _do(work: Work[Item, Result], items: Sequence[Item], folder: Path, model: str, to: Connection) -> None:
    async with opened(folder, model) as room:
        gc.freeze()
        gc.set_threshold(YOUNG, 20, 20)
        for item in items:
            to.send(await work(room, item))
