"""Every event handler the page has is called by strangers: nothing changes, and nothing of anybody comes back (A-05).

The list comes from the code: a new handler is tried without anybody adding it here.
"""

import inspect
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from reflex_base.registry import RegistrationContext
from sqlmodel import SQLModel
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from taskchat.storage.database import reading
from taskchat.ui import sync
from taskchat.ui.session import Session
from tests.ui.browserless import ROOT, SPACE, Page, tab
from tests.ui.whole import Somebody, Whole, whole

CANARY = "canary"
"""Stands in everything Alice has: where it is seen, something of hers is."""


@dataclass(frozen=True, slots=True)
class Hers:
    """Alice, and the ids of what is hers."""

    alice: Somebody
    task: str
    trashed: str
    thread: str
    message: str
    group: str

    @property
    def ids(self) -> tuple[str, ...]:
        return self.alice.id, self.task, self.trashed, self.thread, self.message


@pytest.fixture
async def at(template: Path, tmp_path: Path) -> AsyncIterator[Whole]:
    database = shutil.copy(template, tmp_path / "doors.db")
    async with whole(f"sqlite:///{database}", tmp_path / "no pages") as at:
        yield at


@pytest.fixture
async def hers(at: Whole) -> Hers:
    alice = await at.somebody(f"{CANARY}@example.org")
    task, trashed = await alice.task(f"{CANARY} task"), await alice.task(f"{CANARY} in the trash")
    await alice.client.delete(f"/api/tasks/{trashed}")
    said = (await alice.say(f"create a task to {CANARY} by chat")).text
    events = [json.loads(line.removeprefix("data: ")) for line in said.splitlines() if line.startswith("data: ")]
    thread = next(event["thread"]["id"] for event in events if event["type"] == "thread.created")
    message = next(event["item"]["id"] for event in events if event["type"] == "thread.item.done")
    return Hers(alice, task, trashed, thread, message, message)


def rows() -> list[str]:
    """The whole database, one text a row."""
    with reading() as session:
        found = [
            f"{table.name}: {tuple(row)}"
            for table in SQLModel.metadata.sorted_tables
            for row in session.connection().execute(table.select())
        ]
    return sorted(found)


def handlers() -> dict[str, inspect.Signature]:
    """Every event a client may name, and what it takes."""
    known = RegistrationContext.get().event_handlers
    ours = {name: one for name, one in sorted(known.items()) if ".tests___" not in name}
    return {name: inspect.signature(registered.handler.fn) for name, registered in ours.items()}


def arguments(taken: inspect.Signature, hers: Hers) -> dict[str, Any]:
    """Hers wherever an id fits."""
    form = {"title": "stolen", "description": "stolen", "zone": "UTC", "first_weekday": "0", "clock": "24"}
    card = json.dumps({"id": hers.message})
    known: dict[str, Any] = {
        "task_id": hers.task, "thread_id": hers.thread, "item_id": hers.message, "group": hers.group, "form": form,
        "person": hers.alice.id, "payload": card, "kind": "confirmation.confirm", "ids": [hers.task],
        "send_id": "stolen", "done": True, "is_open": False, "opens": True, "vars": {}, "hashes": [], "to": "tomorrow",
        "var_name": "thread_id", "value": hers.thread,
        "sent": {"text": "stolen", "id": "stolen", "thread": hers.thread, "person": hers.alice.id},
    }  # fmt: skip
    return {name: known.get(name, "stolen") for name in taken.parameters if name not in {"self", "state", "args"}}


async def call_everything(page: Page, hers: Hers) -> int:
    called = handlers()
    for name, taken in called.items():
        await page.send(name, **arguments(taken, hers))
    return len(called)


def test_the_list_is_of_the_app_itself() -> None:
    names = {name.rpartition("____")[2] for name in handlers()}

    assert {"tasks_state.delete", "chat_state.send", "editor_state.save", "session.require"} <= names
    assert len(names) > 50


@pytest.mark.parametrize("cookie", ["", "no such session", "signed out"])
async def test_without_a_session_no_handler_changes_or_tells_anything(at: Whole, hers: Hers, cookie: str) -> None:
    if cookie == "signed out":
        gone = await at.somebody("gone@example.org")
        assert (await gone.client.post("/api/auth/sign-out")).status_code < 400
        cookie = gone.token
    before = rows()

    async with tab(at.served, "stranger", cookie) as page:
        await call_everything(page, hers)
        await page.settled()

        assert CANARY not in json.dumps(page.got)
        assert hers.alice.id not in json.dumps(page.got)
        changes = [change for update in page.got for change in (update.get("delta") or {}).items()]
        ours = json.dumps([values for state, values in changes if "taskchat___" in state])
        assert hers.thread not in ours, "something was set, if only on the stranger's own page"
    assert rows() == before


async def test_an_open_socket_ends_with_its_session(at: Whole, hers: Hers) -> None:
    gone = await at.somebody("gone@example.org")
    async with tab(at.served, "leaving", gone.token) as page:
        await gone.client.post("/api/auth/sign-out")
        before = rows()

        with suppress(ConnectionClosed):
            await call_everything(page, hers)
        await page.until(lambda page: page.closed)

        assert page.value(Session, "signed_out")
    assert rows() == before


async def test_from_a_foreign_page_there_is_no_socket(at: Whole, hers: Hers) -> None:
    """Cross-site: the browser would send Alice's cookie along."""
    cookie = {"Cookie": f"taskchat={hers.alice.token}"}
    url = f"ws://{at.address}/_event/?EIO=4&transport=websocket&token=t"
    for foreign in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://{at.address}.evil.example"},
        {"Origin": f"http://{at.address}", "Sec-Fetch-Site": "cross-site"},
    ):
        with pytest.raises(InvalidStatus) as refused:
            async with connect(url, additional_headers=cookie | foreign):
                pass
        assert refused.value.response.status_code == 403

    async with connect(url, additional_headers=cookie | {"Origin": f"http://{at.address}"}) as socket:
        assert str(await socket.recv()).startswith("0")


async def test_with_her_ids_somebody_else_reaches_nothing(at: Whole, hers: Hers) -> None:
    bob = await at.somebody("bob@example.org")
    before = [row for row in rows() if any(one in row for one in hers.ids)]

    async with tab(at.served, "bobs", bob.token, f"?c={hers.thread}&list={CANARY}") as page:
        await call_everything(page, hers)
        await page.settled()
        await page.settled()

        seen = [update.get("delta") or {} for update in page.got]
        told = json.dumps([{state: _not_echoed(values) for state, values in one.items()} for one in seen])
    assert f"{CANARY} " not in told
    assert hers.alice.token not in told
    after = rows()
    assert [row for row in before if row not in after] == [], "something of hers has changed"
    assert sorted(await hers.alice.titles()) == [f"{CANARY} by chat", f"{CANARY} task"]


def _not_echoed(values: dict[str, Any]) -> dict[str, Any]:
    """Without the router, which says what the page itself has sent."""
    return {name: value for name, value in values.items() if "router" not in name}


async def test_a_socket_without_a_session_does_not_stay_for_ever(
    at: Whole, hers: Hers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with tab(at.served, "hers", hers.alice.token) as her_page, tab(at.served, "lonely") as page:
        monkeypatch.setattr(sync, "LONELY", 0.0)

        await page.until(lambda page: page.closed)
        await her_page.settled()
        assert not her_page.closed


async def test_her_client_token_is_worth_nothing_to_others(at: Whole, hers: Hers) -> None:
    async with tab(at.served, "hers", hers.alice.token) as page:
        await page.until(lambda page: f"{CANARY} task" in json.dumps(page.got))
    bob = await at.somebody("bob@example.org")

    for cookie in ("", bob.token):
        async with tab(at.served, "hers", cookie) as page:
            await page.settled()

            assert f"{CANARY} " not in json.dumps(page.got)
            assert hers.alice.id not in json.dumps(page.got)


async def test_her_client_token_is_worth_nothing_while_she_is_there(at: Whole, hers: Hers) -> None:
    bob = await at.somebody("bob@example.org")
    async with tab(at.served, "hers", hers.alice.token) as her_page, tab(at.served, "hers", bob.token) as his:
        await hers.alice.task(f"{CANARY} second task")
        await her_page.until(lambda page: f"{CANARY} second task" in json.dumps(page.got))
        await his.settled()

        assert f"{CANARY} " not in json.dumps(his.got)
        assert not her_page.closed


PACKETS = (
    '["event","{\\"name\\":\\"x\\",\\"payload\\":{\\"text\\":\\"%s\\"}}"]',
    '["event",["%s"]]',
    '["event",{"name":"HYDRATE","payload":{"%s":1}}]',
    '["event",{"payload":{"text":"%s"}}]',
    '["event",{"name":"no.such.thing","payload":{"text":"%s"}}]',
    '["event",{"name":7,"payload":"%s"}]',
    '["event",{"name":"HYDRATE","payload":"%s"}]',
    '["event",{"name":"HYDRATE","payload":{},"router_data":"%s"}]',
    '["event"]',
    '["%s",1]',
    '["link_token_to_sid","%s"]',
    '["close","%s"]',
    '["look","%s"]',
    '["emit_update",{},"hers"]',
)


async def test_a_packet_that_is_no_event_does_nothing_and_is_not_repeated_in_the_log(
    at: Whole, hers: Hers, caplog: pytest.LogCaptureFixture
) -> None:
    before = rows()
    async with tab(at.served, "strange", hers.alice.token) as page:
        for packet in PACKETS:
            known = packet.replace("HYDRATE", f"{ROOT}.hydrate")
            await page.socket.send(SPACE + known.replace("%s", f"{CANARY} words"))
        await page.settled()

        assert not page.closed
    assert f"{CANARY} words" not in caplog.text
    assert rows() == before
