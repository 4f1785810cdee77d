"""What is still being made for one person never reaches whoever comes to the same page next (decision 12)."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
import reflex as rx

from taskchat.live import InProcess
from taskchat.ui.session import page_of
from taskchat.ui.tabs import Tab
from tests.ui.browserless import Page, Served, seat, served, soon, tab

GATES: dict[str, asyncio.Event] = {}


class Letter(rx.State):
    """A state whose handler takes its time."""

    text: str = ""

    @rx.event
    async def write(self, text: str) -> None:
        GATES["begun"].set()
        await GATES["may end"].wait()
        self.text = text


@pytest.fixture
async def at(live: InProcess) -> AsyncIterator[Served]:
    GATES.update({"begun": asyncio.Event(), "may end": asyncio.Event()})
    async with served({"a": seat("alice"), "b": seat("bob")}) as at:
        yield at
        GATES["may end"].set()


async def arriving(at: Served, cookie: str) -> Page:
    """Whoever connects to the page next, and what they were shown once they are settled."""
    async with tab(at, "one-page", cookie) as page:
        return page


@pytest.mark.parametrize("cookie", ["b", ""])
async def test_a_handler_that_outlives_its_socket_shows_the_next_person_nothing(at: Served, cookie: str) -> None:
    async with tab(at, "one-page", "a") as page:
        await page.call(Letter, "write", text="dear diary")
        await GATES["begun"].wait()
    await soon(lambda: at.tabs.at("one-page") is None)

    next_one = asyncio.create_task(arriving(at, cookie))
    await soon(lambda: at.tabs.at("one-page") is not None)
    GATES["may end"].set()

    shown = json.dumps((await next_one).got)
    assert "dear diary" not in shown
    assert "alice" not in shown


async def test_the_same_person_gets_it_on_the_next_connection(at: Served) -> None:
    async with tab(at, "one-page", "a") as page:
        await page.call(Letter, "write", text="dear diary")
        await GATES["begun"].wait()
    await soon(lambda: at.tabs.at("one-page") is None)

    next_one = asyncio.create_task(arriving(at, "a"))
    await soon(lambda: at.tabs.at("one-page") is not None)
    GATES["may end"].set()

    assert (await next_one).value(Letter, "text") == "dear diary"


async def test_a_push_that_has_begun_shows_the_next_person_nothing(at: Served) -> None:
    async with tab(at, "one-page", "a"):
        hers = at.tabs.at("one-page")
        assert isinstance(hers, Tab)
    await soon(lambda: at.tabs.at("one-page") is None)

    with at.app.set_contexts():
        async with page_of(at.app, hers) as root:
            next_one = asyncio.create_task(arriving(at, "b"))
            await soon(lambda: at.tabs.at("one-page") is not None)
            (await root.get_state(Letter)).text = "dear diary"

    assert "dear diary" not in json.dumps((await next_one).got)


async def test_a_stranger_cannot_fill_the_log(at: Served, caplog: pytest.LogCaptureFixture) -> None:
    name = f"{rx.State.get_full_name()}.reflex___state____frontend_event_exception_state.handle_frontend_exception"
    async with tab(at, "one-page") as page:
        await page.send(name, info="FORGED\nLINE", component_stack="x")
        await page.settled()

    assert "FORGED" not in caplog.text
