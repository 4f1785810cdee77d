"""Bringing tasks in: all or nothing, once, as one thing to undo; and our own export as it was."""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from taskchat.domain.exchange.incoming import Format
from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Edit, Status, Task
from taskchat.errors import Invalid, TaskChatError, TooLarge
from taskchat.live import Change, What
from taskchat.services import activity, archives, files, incoming, mentions, tasks
from taskchat.services.incoming import LARGEST_TEXT, Report, Upload
from taskchat.services.outgoing import Shape, export
from taskchat.storage import disk
from tests.pictures import picture

BY = By("an-import", door="program")
HEAD = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,DATE\n"
WORK = HEAD + "task,Write the report @work,,1,1,tomorrow 9am\ntask,Ask Bob,,4,2,\nsection,Later,,,,\ntask,Rest,,4,1,\n"
LONG = "word " * 2_000
World = dict[str, Task]


def upload(text: str | bytes, name: str = "Work.csv") -> Upload:
    data = text.encode() if isinstance(text, str) else text
    return Upload(name, io.BytesIO(data), len(data))


def bring(user: Person, text: str | bytes, now: datetime, name: str = "Work.csv", by: By = BY) -> Report:
    return incoming.bring_in(user, upload(text, name), None, by=by, now=now)


def of(user: Person, now: datetime) -> dict[str, Task]:
    return {task.title: task for task in tasks.find_all(user, TaskFilter(status=None), sort=Sort.MANUAL, now=now)}


def exported(user: Person, now: datetime) -> bytes:
    return b"".join(export(user, Shape.JSON, now=now))


@pytest.fixture
def asked(database: str) -> Iterator[list[str]]:
    """Every statement that the database was asked."""
    said: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    yield said
    event.remove(Engine, "before_cursor_execute", hear)


def test_a_file_becomes_tasks_in_their_order(alice: Person, now: datetime, heard: list[tuple[str, Change]]) -> None:
    report = bring(alice, WORK, now)

    made = of(alice, now)
    assert (report.format, report.made, report.already, report.remarks) == (Format.TODOIST, 3, 0, ())
    assert list(made) == ["Write the report", "Ask Bob", "Rest"]
    assert made["Ask Bob"].parent_id == made["Write the report"].id
    assert (made["Rest"].list, made["Rest"].section) == ("Work", "Later")
    assert made["Write the report"].tags == ("work",)
    assert heard == [(alice.id, Change(What.TASKS, tuple(task.id for task in made.values())))]


def test_a_preview_writes_nothing(alice: Person, now: datetime) -> None:
    seen = incoming.preview(alice, upload(WORK), None, now=now)

    assert [row.draft.title for row in seen.rows] == ["Write the report", "Ask Bob", "Rest"]
    assert (seen.encoding, seen.already) == ("UTF-8", 0)
    assert of(alice, now) == {}


def test_a_second_run_makes_no_second_task(alice: Person, now: datetime) -> None:
    bring(alice, WORK, now)
    mine = of(alice, now)["Rest"]
    tasks.edit(alice, mine.id, Edit(title="Rest well", list=None), by=By("edit"), now=now)

    again = bring(alice, WORK + "task,New,,4,1,\n", now, by=By("again"))

    assert (again.made, again.already) == (1, 3)
    assert list(of(alice, now)) == ["Write the report", "Ask Bob", "Rest well", "New"]


def test_a_new_subtask_comes_under_the_task_that_is_here_already(alice: Person, now: datetime) -> None:
    bring(alice, HEAD + "task,Parent,,4,1,\n", now)

    bring(alice, HEAD + "task,Parent,,4,1,\ntask,Child,,4,2,\n", now, by=By("again"))

    made = of(alice, now)
    assert made["Child"].parent_id == made["Parent"].id


def test_one_undo_takes_it_all_back_and_it_can_come_again(alice: Person, now: datetime) -> None:
    tasks.create(alice, Draft(title="Mine", list="WORK"), by=By("mine"), now=now)
    bring(alice, WORK, now)

    undone = activity.undo(alice, "an-import", now=now)

    assert (len(undone.tasks), undone.clashes) == (3, ())
    assert list(of(alice, now)) == ["Mine"]
    assert bring(alice, WORK, now, by=By("again")).made == 3


def test_taking_back_thousands_reads_them_together(alice: Person, now: datetime, asked: list[str]) -> None:
    """One by one, 5,000 tasks took a minute."""
    bring(alice, HEAD + "".join(f"task,Task {n},,,{n % 3 + 1},\n" for n in range(200)), now)
    asked.clear()

    undone = activity.undo(alice, "an-import", now=now)

    assert (len(undone.tasks), of(alice, now)) == (200, {})
    assert len(asked) < 60


@pytest.mark.parametrize(
    "broken", [WORK + 'task,"cut', WORK[:-10].encode("utf-16")[:-1], b"PK\x03\x04 no archive", "a,b,c\n1,2,3\n"]
)
def test_what_cannot_be_read_writes_nothing(alice: Person, now: datetime, broken: str | bytes) -> None:
    with pytest.raises(Invalid):
        bring(alice, broken, now)

    assert of(alice, now) == {}


def test_a_failure_in_the_middle_leaves_neither_task_nor_file(
    alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise Invalid("Half way.")

    monkeypatch.setattr(incoming.incoming, "insert_all", fail)

    with pytest.raises(Invalid):
        bring(alice, HEAD + f"task,x,{LONG},4,1,\n", now)

    assert of(alice, now) == {}
    assert json.loads(_document(exported(alice, now)))["files"] == []


def test_a_file_that_is_too_large_is_refused_before_it_is_read(alice: Person, now: datetime) -> None:
    with pytest.raises(TooLarge, match="50 MB; an import takes 10 MB"):
        incoming.bring_in(alice, Upload("x.csv", io.BytesIO(b"TYPE"), 50_000_000), None, by=BY, now=now)

    assert LARGEST_TEXT == 10_000_000


def test_a_long_text_comes_as_a_file_of_its_task(alice: Person, now: datetime) -> None:
    report = bring(alice, HEAD + f"task,x,{LONG},4,1,\n", now)

    (file,) = files.of_task(alice, of(alice, now)["x"].id)
    assert files.read_text(alice, file.id) == LONG.strip()
    assert (report.files, [remark.title for remark in report.remarks]) == (1, ["x"])


def test_done_tasks_keep_their_day(alice: Person, now: datetime) -> None:
    bring(alice, "x 2026-11-10 2026-11-01 Was done\nIs open\n", now, "todo.txt")

    made = of(alice, now)
    done, open_one = made["Was done"], made["Is open"]
    assert (done.status, done.completed) == (Status.DONE, datetime.fromisoformat("2026-11-10T11:00+00:00"))
    assert (done.created, open_one.created) == (datetime.fromisoformat("2026-11-01T11:00+00:00"), now)


def test_steps_are_told(alice: Person, now: datetime) -> None:
    steps: list[tuple[int, int]] = []
    rows = HEAD + "".join(f"task,Task {number},,4,1,\n" for number in range(1_000))

    incoming.bring_in(
        alice, upload(rows), None, by=BY, now=now, heard=lambda done, of_all: steps.append((done, of_all))
    )

    assert steps == [(500, 2000), (1000, 2000), (1000, 2000), (1500, 2000)]


def plain(user: Person, now: datetime) -> list[dict[str, Any]]:
    """All of a person's tasks as the export has them, without what is another one everywhere."""
    entries = json.loads(_document(exported(user, now)))["tasks"]
    titles = {entry["id"]: entry["title"] for entry in entries}
    own = {"id", "position", "series_id", "next_id", "parent_id", "files"}
    return [
        {name: value for name, value in entry.items() if name not in own}
        | {"parent": titles.get(entry["parent_id"]), "series": titles.get(entry["series_id"])}
        | {"next": titles.get(entry["next_id"])}
        | {"files": [file["name"] for file in entry["files"]]}
        for entry in entries
    ]


def _document(archive: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(archive)).read("taskchat.json")


def test_an_export_comes_back_as_it_was(alice: Person, bob: Person, world: World, now: datetime) -> None:
    text = files.add(alice, "notes.txt", "Grüße".encode(), now=now)
    image = files.add(alice, "a.png", picture(), now=now)
    files.attach(alice, world["milk"].id, (text.id, image.id), by=BY, now=now)
    child = tasks.create(alice, Draft(title="Ask the bank", parent_id=world["rent"].id), by=BY, now=now)
    tasks.complete(alice, child.id, by=BY, now=now + timedelta(minutes=1))
    later = now + timedelta(hours=1)
    archive = exported(alice, later)

    report = bring(bob, archive, later, "taskchat.zip")

    assert (report.format, report.made, report.files, report.remarks) == (Format.OURS, 6, 2, ())
    assert plain(bob, later) == plain(alice, later)
    (brought, _) = sorted(files.of_task(bob, of(bob, later)["Buy milk"].id), key=lambda file: file.kind, reverse=True)
    assert files.read_text(bob, brought.id) == "Grüße"


def test_one_s_own_export_brings_nothing_twice(alice: Person, bob: Person, world: World, now: datetime) -> None:
    archive = exported(alice, now)

    own = bring(alice, archive, now, "x.zip")
    first, second = (bring(bob, archive, now, "x.zip", By(group)) for group in ("first", "second"))

    assert (own.made, own.already) == (0, 5)
    assert (first.made, second.made) == (5, 0)


def test_one_s_own_calendar_brings_nothing_twice(alice: Person, bob: Person, world: World, now: datetime) -> None:
    calendar = b"".join(export(alice, Shape.ICALENDAR, now=now))

    own, bobs = bring(alice, calendar, now, "x.ics"), bring(bob, calendar, now, "x.ics", By("bobs"))

    assert (own.made, own.already, bobs.made) == (0, 5, 5)
    assert of(bob, now)["Call the dentist"].list == "Health"


def test_the_trash_stays_where_it_was(alice: Person, bob: Person, world: World, now: datetime) -> None:
    tasks.delete(alice, world["milk"].id, by=BY, now=now)

    report = bring(bob, exported(alice, now), now, "x.zip")

    assert report.made == 4
    assert [remark.words for remark in report.remarks] == ["1 task left out: in the trash when it was exported."]


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def document(*paths: str) -> bytes:
    listed = [{"name": "a.txt", "path": path} for path in paths]
    return json.dumps({"taskchat": 1, "tasks": [{"title": "x", "files": listed}]}).encode()


def test_a_name_that_leads_out_of_the_archive_leads_nowhere(alice: Person, now: datetime, tmp_path: Any) -> None:
    """Zip slip: nothing is unpacked, and what is read comes from the archive alone."""
    out = "../../../../etc/passwd"

    with pytest.raises(Invalid, match="is not in the archive"):
        bring(alice, zipped([("taskchat.json", document(out))]), now)
    report = bring(alice, zipped([("taskchat.json", document(out)), (out, b"mine")]), now)

    (file,) = files.of_task(alice, of(alice, now)["x"].id)
    assert (report.made, file.name, files.read_text(alice, file.id)) == (1, "a.txt", "mine")
    assert disk.find(file.id).parent == tmp_path / "files"


@pytest.mark.parametrize(
    "parts",
    [
        [("taskchat.json", b"[" + b" " * (archives.LARGEST_DOCUMENT + 1))],
        [("taskchat.json", document("bomb")), ("bomb", b"0" * 10_000_001)],
    ],
)
def test_a_bomb_goes_off_outside(alice: Person, now: datetime, parts: list[tuple[str, bytes]]) -> None:
    with pytest.raises(TooLarge):
        bring(alice, zipped(parts), now)

    assert of(alice, now) == {}


def test_a_long_list_of_contents_is_refused_before_it_is_read(
    alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = zipped((f"{number}", b"") for number in range(1_000))
    monkeypatch.setattr(archives, "LARGEST_CATALOGUE", 10_000)

    with pytest.raises(TooLarge, match="more files"):
        bring(alice, archive, now)


@pytest.mark.parametrize("cut", [40, 200])
def test_an_archive_cut_in_half_is_told(alice: Person, world: World, now: datetime, cut: int) -> None:
    whole = exported(alice, now)

    with pytest.raises(Invalid, match="cut off"):
        bring(alice, whole[: len(whole) - cut], now)


def test_another_archive_is_not_taken_for_ours(alice: Person, now: datetime) -> None:
    with pytest.raises(Invalid, match="does not come from TaskChat"):
        bring(alice, zipped([("readme.txt", b"hello")]), now)


def test_a_wrong_file_in_an_archive_refuses_it_whole(alice: Person, now: datetime) -> None:
    with pytest.raises(TaskChatError):
        bring(alice, zipped([("taskchat.json", document("files/1")), ("files/1", b"\x00\x01")]), now)

    assert of(alice, now) == {}


def test_a_list_keeps_its_first_spelling(alice: Person, now: datetime) -> None:
    tasks.create(alice, Draft(title="Mine", list="Wörk"), by=BY, now=now)

    bring(alice, WORK, now, "work.csv", By("in"))

    assert {task.list for task in of(alice, now).values()} == {"Wörk"}
    assert replace(of(alice, now)["Rest"], list=None).section == "Later"


def test_five_thousand_tasks_come_and_go_at_once(alice: Person, now: datetime) -> None:
    rows = HEAD + "".join(f"task,Task {n} @a,,{n % 4 + 1},{n % 3 + 1},every friday\n" for n in range(5_000))

    report = bring(alice, rows, now)

    assert (report.made, report.remarks) == (5_000, ())
    assert tasks.find(alice, TaskFilter(tags=("a",)), now=now).total == 5_000
    assert bring(alice, rows, now, by=By("again")).made == 0


def test_a_list_with_a_name_that_cannot_be_stored_is_none(alice: Person, now: datetime) -> None:
    odd = {
        "taskchat": 1,
        "lists": [{"name": "\ud800"}, {"name": "l" * 300}, {}],
        "tasks": [{"id": "\ud800", "title": "x"}],
    }

    bring(alice, json.dumps(odd), now, "x.json")

    assert [len(name) for name in mentions.names(alice, ()).lists] == [100]


@pytest.mark.parametrize(
    ("most", "said"), [({"MOST_TASKS": 2}, "3 tasks"), ({"MOST_PLACES": 1}, "2 lists and sections")]
)
def test_more_than_others_can_wait_for_is_refused(
    alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch, most: dict[str, int], said: str
) -> None:
    for name, number in most.items():
        monkeypatch.setattr(incoming, name, number)

    with pytest.raises(TooLarge, match=said):
        bring(alice, WORK, now)
