"""Import, export and the calendar feed over HTTP."""

import io
import json
import logging
import runpy
import zipfile
from datetime import date, datetime, time
from typing import Any

import httpx
import pytest

from taskchat.config import ROOT
from taskchat.domain.exchange import detect
from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Draft, Due, Task
from taskchat.services import tasks
from taskchat.web import incoming
from tests.conftest import Seats
from tests.web.conftest import Visit
from tests.world import BERLIN

HEAD = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,DATE\n"
TODOIST = HEAD + "task,Buy milk @shop,,1,1,tomorrow 9am\ntask,Soon,,4,2,sometime soonish\n"
EVIL = "=cmd|' /C calc'!A1\nBEGIN:VEVENT"
World = dict[str, Task]


@pytest.fixture
def alices(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token)


async def send(
    client: httpx.AsyncClient, content: str | bytes, query: str = "", name: str = "Work.csv"
) -> httpx.Response:
    data = content.encode() if isinstance(content, str) else content
    return await client.post(f"/api/import{query}", files={"file": (name, data)})


async def open_titles(client: httpx.AsyncClient) -> list[str]:
    return [task["title"] for task in (await client.get("/api/tasks?sort=manual")).json()["tasks"]]


async def test_a_preview_shows_what_would_come_and_writes_nothing(alices: httpx.AsyncClient) -> None:
    seen = await send(alices, TODOIST, "?preview=true")

    told = seen.json()
    assert (seen.status_code, told["format"], told["encoding"]) == (200, "todoist", "UTF-8")
    assert (told["tasks"], told["subtasks"], told["lists"], told["tags"], told["already"]) == (2, 1, 1, 1, 0)
    assert told["rows"][0] == {
        "title": "Buy milk", "due": "Tomorrow, Sun 22 Nov, 09:00", "repeat": "", "list": "Work", "section": "",
        "tags": ["shop"], "priority": "high", "done": False, "subtask": False,
    }  # fmt: skip
    assert told["remarks"][0]["row"] == 3 and "sometime soonish" in told["remarks"][0]["words"]
    assert await open_titles(alices) == []


async def test_an_import_tells_what_came_and_is_one_thing_to_undo(alices: httpx.AsyncClient) -> None:
    brought = await send(alices, TODOIST)

    report = brought.json()
    assert (report["tasks"], report["already"], report["remarks_total"]) == (2, 0, 1)
    assert await open_titles(alices) == ["Buy milk", "Soon"]
    undone = await alices.post("/api/undo", json={"group": report["group"]})
    assert len(undone.json()["tasks"]) == 2
    assert await open_titles(alices) == []


async def test_the_steps_come_line_by_line_and_the_report_last(alices: httpx.AsyncClient) -> None:
    rows = "".join(f"Task {number}\n" for number in range(1_000))

    brought = await send(alices, rows, "?progress=true&format=todotxt", "todo.txt")
    failed = await send(alices, "a,b,c\n1,2,3\n", "?progress=true")

    steps = [json.loads(line) for line in brought.text.splitlines()]
    assert [step.get("done") for step in steps[:-1]] == [500, 1000, 1000, 1500]
    assert steps[-1]["report"]["tasks"] == 1_000
    assert json.loads(failed.text)["error"]["code"] == "wrong_columns"


@pytest.mark.parametrize(
    ("content", "query", "status", "code"),
    [
        ("a,b,c\n1,2,3\n", "", 400, "wrong_columns"),
        (TODOIST, "?format=excel", 400, "invalid"),
        (HEAD + "task,Buy", "", 400, "damaged"),
        (b"x" * 10_000_001, "", 413, "too_large"),
        (b"\x00" * 100, "", 400, "not_text"),
    ],
)
async def test_what_cannot_be_imported_is_told(
    alices: httpx.AsyncClient, content: str | bytes, query: str, status: int, code: str
) -> None:
    refused = await send(alices, content, query)

    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
    assert await open_titles(alices) == []


async def test_only_one_import_of_a_person_runs_at_a_time(
    alices: httpx.AsyncClient, seats: Seats, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile: list[int] = []

    async def carried_out(*args: Any, **_named: Any) -> dict[str, Any]:
        await args[3].close()
        meanwhile.append((await send(alices, TODOIST)).status_code)
        return {}

    monkeypatch.setattr(incoming, "_carried_out", carried_out)
    await send(alices, TODOIST)

    assert meanwhile == [409]


async def test_nobody_imports_or_exports_without_a_session(visit: Visit) -> None:
    stranger = visit()

    answers = [await send(stranger, TODOIST), *[await stranger.get(f"/api/{path}") for path in ("export", "feed")]]

    assert [answer.status_code for answer in answers] == [401, 401, 401]


async def test_a_sheet_runs_nothing(alices: httpx.AsyncClient, alice: Person, now: datetime) -> None:
    tasks.create(alice, Draft(title=EVIL, description="+1\n=2", tags=("@x",), list="-y"), by=By("g"), now=now)

    sheet = await alices.get("/api/export?format=csv")

    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    assert sheet.headers["content-disposition"] == 'attachment; filename="taskchat-2026-11-21.csv"'
    assert sheet.headers["cache-control"] == "no-store"
    row = sheet.content.decode("utf-8-sig").splitlines()[1]
    assert row.split(",")[1:3] == ["'=cmd|' /C calc'!A1 BEGIN:VEVENT", "\"'+1"]
    assert "'@x" in sheet.text and "'-y" in sheet.text


async def test_a_calendar_has_nothing_but_its_own_properties(
    alices: httpx.AsyncClient, alice: Person, now: datetime
) -> None:
    """A title is text, whatever it looks like (peers: CVE-2026-35601)."""
    evil = "x\r\nATTENDEE:mailto:a@example.org\nEND:VTODO\nBEGIN:VALARM; ,\\n"
    tasks.create(alice, Draft(title=evil, description=evil, list=evil, tags=(evil[:40],)), by=By("g"), now=now)

    calendar = await alices.get("/api/export?format=ics")

    lines = calendar.text.replace("\r\n ", "").split("\r\n")
    assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
    assert not [line for line in lines if line.startswith(("ATTENDEE", "BEGIN:VALARM"))]
    assert lines.count("END:VTODO") == 1
    read = detect.read(calendar.text, "", None, now=now, ways=Ways(zone=BERLIN)).rows[0].draft
    assert read.title == "x ATTENDEE:mailto:a@example.org END:VTODO BEGIN:VALARM; ,\\n"


async def test_the_archive_has_everything(alices: httpx.AsyncClient, world: World) -> None:
    await alices.post("/api/files?task=" + world["milk"].id, files={"file": ("notes.txt", b"two litres")})

    answer = await alices.get("/api/export?format=json")

    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    said = json.loads(archive.read("taskchat.json"))
    assert archive.testzip() is None
    assert [task["title"] for task in said["tasks"]] == [task.title for task in world.values()]
    assert said["person"]["zone"] == BERLIN
    assert [one["name"] for one in said["lists"]] == ["Health", "Work"]
    assert archive.read(said["tasks"][0]["files"][0]["path"]) == b"two litres"
    assert json.loads(archive.read("conversations.json")) == []
    assert {deed["verb"] for deed in json.loads(archive.read("activity.json"))} == {"created", "edited"}


async def test_an_export_has_nobody_else_s(visit: Visit, seats: Seats, world: World) -> None:
    bobs = visit(seats.bob.token)

    for shape in ("csv", "ics"):
        assert "milk" not in (await bobs.get(f"/api/export?format={shape}")).text
    archive = zipfile.ZipFile(io.BytesIO((await bobs.get("/api/export")).content))
    assert json.loads(archive.read("taskchat.json"))["tasks"] == []


async def test_more_than_a_page_is_exported_whole(alices: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taskchat.storage.outgoing.PAGE", 3)
    await send(alices, "".join(f"Task {number}\n" for number in range(9)), "?format=todotxt")

    sheet = await alices.get("/api/export?format=csv")

    assert [line.split(",")[1] for line in sheet.text.splitlines()[1:]] == [f"Task {number}" for number in range(9)]


async def made(client: httpx.AsyncClient) -> str:
    answer = await client.post("/api/feed")
    assert answer.status_code == 201
    return answer.json()["address"]


def path(address: str) -> str:
    return address[address.index("/feed/") :]


async def test_a_feed_is_read_without_a_cookie(alices: httpx.AsyncClient, visit: Visit, world: World) -> None:
    address = await made(alices)

    calendar = await visit().get(path(address))

    assert address.startswith("http://localhost:3000/feed/") and len(path(address)) == len("/feed/.ics") + 43
    assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
    events = calendar.text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    assert len(events) == 4  # what has no date stands in no calendar
    assert "DTSTART;TZID=Europe/Berlin:20261121T170000" in events[0]
    assert "DTSTART;VALUE=DATE:20261119" in events[1] and "DTEND;VALUE=DATE:20261120" in events[1]
    assert "RRULE:FREQ=WEEKLY;BYDAY=SU" in events[3]
    assert calendar.text.count("BEGIN:VTIMEZONE") == 1


async def test_a_feed_that_has_not_changed_is_not_sent_again(
    alices: httpx.AsyncClient, visit: Visit, alice: Person, world: World, now: datetime
) -> None:
    address, reader = path(await made(alices)), visit()
    first = await reader.get(address)
    etag, since = first.headers["etag"], first.headers["last-modified"]

    same = await reader.get(address, headers={"If-None-Match": f'"other", W/{etag}'})
    same_time = await reader.get(address, headers={"If-Modified-Since": since})
    tasks.delete(alice, world["milk"].id, by=By("g"), now=now)
    changed = await reader.get(address, headers={"If-None-Match": etag, "If-Modified-Since": since})

    assert [same.status_code, same_time.status_code, changed.status_code] == [304, 304, 200]
    assert "Buy milk" in first.text and "Buy milk" not in changed.text


async def test_a_renewed_feed_has_another_address_and_one_switched_off_none(
    alices: httpx.AsyncClient, visit: Visit
) -> None:
    reader, old = visit(), path(await made(alices))
    new = path(await made(alices))
    state = (await alices.get("/api/feed")).json()
    answers = [(await reader.get(old)).status_code, (await reader.get(new)).status_code]

    off = await alices.delete("/api/feed")
    gone = await reader.get(new)
    never = await reader.get(f"/feed/{'x' * 43}.ics")

    assert state == {"on": True, "since": "2026-11-21T10:00:00+00:00"}
    assert (answers, off.status_code) == ([404, 200], 204)
    assert (gone.status_code, gone.content) == (never.status_code, never.content)
    assert (await alices.get("/api/feed")).json() == {"on": False, "since": None}


async def test_the_address_of_a_feed_is_kept_nowhere(
    alices: httpx.AsyncClient, visit: Visit, caplog: pytest.LogCaptureFixture, database: str
) -> None:
    secret = path(await made(alices)).removeprefix("/feed/").removesuffix(".ics")
    formatter = runpy.run_path(str(ROOT / "bin" / "serve.py"))["WithoutSecrets"]()
    record = logging.LogRecord("x", logging.INFO, "", 0, f"path='/feed/{secret}.ics' lost", None, None)

    await visit().get(f"/feed/{secret}.ics")

    assert secret not in caplog.text
    assert formatter.format(record) == "path='/feed/…' lost"
    assert secret not in json.dumps((await alices.get("/api/feed")).json())


async def test_a_feed_can_be_asked_so_often_only(visit: Visit) -> None:
    reader = visit(taskchat_limit_feed=2)

    answers = [await reader.get("/feed/nothing.ics") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [404, 404, 429]


async def test_the_address_names_the_public_name(visit: Visit, seats: Seats) -> None:
    public = visit(seats.alice.token, url="http://tasks.example.org", taskchat_public_url="http://tasks.example.org")

    assert (await made(public)).startswith("http://tasks.example.org/feed/")


async def test_a_repeat_stays_at_its_hour_over_a_change_of_the_clocks(
    alices: httpx.AsyncClient, visit: Visit, alice: Person, now: datetime
) -> None:
    due = Due.moment(date(2027, 3, 27), time(9), BERLIN)
    tasks.create(alice, Draft(title="Run", due=due, rrule="FREQ=DAILY"), by=By("g"), now=now)

    calendar = (await visit().get(path(await made(alices)))).text.replace("\r\n ", "")

    assert "DTSTART;TZID=Europe/Berlin:20270327T090000" in calendar
    assert "20270328T030000" in calendar  # the change stands in the file, and the day before it counts by wall clock
