"""Who sits at a tab is asked anew for every event (decision 12, A-04, A-05)."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator

import pytest
import reflex as rx
from reflex_base.event import Event

from taskchat.errors import NotSignedIn
from taskchat.ui.session import SIGN_IN, Session, seat_of, sitting
from taskchat.ui.tabs import SAT, cookie_of
from tests.ui.browserless import ROOT, VERSION, Page, Served, seat, served, soon, tab

WROTE: list[tuple[str, str]] = []
ENDED = asyncio.Event()


class Diary(rx.State):
    """A state of the app like any other."""

    text: str = ""

    @rx.event
    async def write(self, text: str) -> None:
        WROTE.append(((await seat_of(self)).person.id, text))
        self.text = text

    @rx.event(background=True)
    async def dictate(self) -> None:
        who = (await seat_of(self)).person.id
        async with self:
            self.text = f"{who} dictates"
        try:
            await asyncio.Event().wait()
        finally:
            ENDED.set()


@pytest.fixture(autouse=True)
def nothing_written() -> Iterator[None]:
    WROTE.clear()
    ENDED.clear()
    yield


@pytest.fixture
async def at() -> AsyncIterator[Served]:
    async with served({"a": seat("alice"), "b": seat("bob")}) as at:
        yield at


async def refused(page: Page) -> None:
    await page.settled()
    assert WROTE == []
    assert page.value(Diary, "text") == ""


async def test_a_page_of_another_version_is_told_and_not_loaded_anew_under_its_person(at: Served) -> None:
    async with tab(at, "t1", "a", schema="of yesterday") as page:
        await page.settled()

        assert page.value(Session, "version") == VERSION
        assert page.others == []


async def test_a_handler_runs_for_whoever_sits_there(at: Served) -> None:
    async with tab(at, "t1", "a") as page:
        await page.call(Diary, "write", text="dear diary")
        await page.until(lambda page: page.value(Diary, "text") == "dear diary")

    assert WROTE == [("alice", "dear diary")]


@pytest.mark.parametrize("cookie", ["", "no such session"])
@pytest.mark.parametrize(
    ("handler", "payload"),
    [("write", {"text": "x"}), ("dictate", {}), ("setvar", {"var_name": "text", "value": "x"})],
)
async def test_nobody_calls_a_handler_of_ours(at: Served, cookie: str, handler: str, payload: dict[str, str]) -> None:
    async with tab(at, "t1", cookie) as page:
        await page.call(Diary, handler, **payload)

        await refused(page)


async def test_nobody_sets_a_var_of_the_framework(at: Served) -> None:
    async with tab(at, "t1") as page:
        before = len(page.got)
        await page.send(f"{ROOT}.setvar", var_name="is_hydrated", value=False)
        await page.call(Session, "require")
        await page.until(lambda page: page.events)

        assert False not in page.flips(before)  # a late True of its own hydration may still arrive


async def test_the_next_person_in_the_same_tab_finds_nothing_of_the_first(at: Served) -> None:
    async with tab(at, "t1", "a") as page:
        await page.call(Diary, "write", text="for my eyes")
        await page.until(lambda page: page.value(Diary, "text") == "for my eyes")

    async with tab(at, "t1", "b") as page:
        assert page.value(Session, "email") == "bob@example.org"
        assert "for my eyes" not in str(page.got)
        assert "alice" not in str(page.got)


async def test_what_came_in_under_one_person_never_runs_for_the_next(at: Served) -> None:
    async with tab(at, "t1", "b") as page:
        late = Event(f"{Diary.get_full_name()}.write", {SAT: "alice"}, {"text": "alice wrote this"})
        with at.app.set_contexts():
            await at.app.event_processor.enqueue("t1", late)

        await refused(page)


async def test_a_session_that_has_ended_is_told_at_the_next_event(at: Served) -> None:
    async with tab(at, "t1", "a") as page:
        await page.call(Diary, "write", text="for my eyes")
        await page.until(lambda page: page.value(Diary, "text") == "for my eyes")
        del at.people["a"]
        await page.call(Diary, "write", text="more")
        await page.until(lambda page: page.value(Session, "signed_out"))

        assert page.value(Diary, "text") == ""
        assert page.value(Session, "ready"), "the page stands on: what one was writing is kept"
    assert len(WROTE) == 1


async def test_what_runs_in_the_background_ends_with_the_session(at: Served) -> None:
    async with tab(at, "t1", "a") as page:
        await page.call(Diary, "dictate")
        await page.until(lambda page: page.value(Diary, "text") == "alice dictates")
        at.people["a"] = seat("carol")
        await page.call(Session, "refresh")

        async with asyncio.timeout(5):
            await ENDED.wait()
        await page.until(lambda page: page.value(Session, "email") == "carol@example.org")
        assert page.value(Diary, "text") == ""


async def test_the_cookie_reaches_no_state_no_frame_and_no_log(at: Served, caplog: pytest.LogCaptureFixture) -> None:
    secret = "kept-between-browser-and-server"
    at.people[secret] = seat("alice")
    caplog.set_level(logging.DEBUG)
    async with tab(at, "t1", secret) as page:
        await page.send("no.such.event")
        await page.call(Diary, "write", text="x")
        await page.until(lambda page: page.value(Diary, "text") == "x")

        tree = await at.app.state_manager.get_state(rx.BaseStateToken(ident="t1", cls=Diary))
        assert tree.router_data["headers"]["host"], "the headers are there, without the cookie"
        assert secret.encode() not in tree._serialize()
        assert secret not in str(tree.router_data)
        assert secret not in str(page.got)
    assert not [
        record for record in caplog.records if record.name.startswith("reflex") and secret in record.getMessage()
    ]


async def test_a_socket_without_a_session_leaves_no_state(at: Served) -> None:
    async with tab(at, "visitor"):
        assert [key for key in at.app.state_manager.states if "visitor" in key]  # pyright: ignore[reportAttributeAccessIssue]

    await soon(lambda: "visitor" not in at.tabs.token_to_sid)
    assert not [key for key in at.app.state_manager.states if "visitor" in key]  # pyright: ignore[reportAttributeAccessIssue]


async def test_a_page_for_people_leads_nobody_to_sign_in_and_back(at: Served) -> None:
    async with tab(at, "t1", query="?c=thr_1&view=today") as page:
        await page.call(Session, "require")
        await page.until(lambda page: page.events)

        assert page.events[0]["payload"]["path"] == f"{SIGN_IN}?next=/%3Fc%3Dthr_1%26view%3Dtoday"


async def test_outside_an_event_nobody_sits_anywhere() -> None:
    with pytest.raises(NotSignedIn):
        await seat_of(None)  # pyright: ignore[reportArgumentType]
    with sitting(seat("alice")):
        assert (await seat_of(None)).person.id == "alice"  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("header", "public_url", "scheme", "read"),
    [
        ("taskchat=a", "", "ws", "a"),
        ("x=1; taskchat=a; y=2", "", "ws", "a"),
        ('taskchat="a"', "", "ws", "a"),
        ("__Host-taskchat=s", "https://tasks.example.org", "ws", "s"),
        ("__Host-taskchat=s", "", "wss", "s"),
        ("taskchat=a", "https://tasks.example.org", "ws", ""),  # anybody under example.org could have set it
        ("nottaskchat=a", "", "ws", ""),
        ("", "", "ws", ""),
    ],
)
def test_the_cookie_has_one_name_a_scheme(header: str, public_url: str, scheme: str, read: str) -> None:
    assert cookie_of({"HTTP_COOKIE": header, "asgi.scope": {"scheme": scheme}}, public_url) == read
