"""Files are let in by their content, kept under their ids, and belong to one person."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from taskchat.domain.file import LARGEST, MOST, MOST_OF_A_TASK
from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Draft, Task
from taskchat.errors import Conflict, Invalid, NotFound, TooLarge, Unavailable
from taskchat.live import Change, InProcess, What
from taskchat.services import accounts, activity, conversations, files, tasks
from taskchat.services.purge import purge
from taskchat.storage import threads
from taskchat.storage.database import writing
from tests.pictures import SECRET, moving, picture

BY = By("by hand")
DAY = timedelta(days=1)
MONTH = timedelta(days=30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def task(alice: Person, now: datetime) -> Task:
    return tasks.create(alice, Draft(title="Pay rent"), by=By("made"), now=now)


@pytest.fixture
def thread(alice: Person, now: datetime) -> str:
    with writing() as session:
        threads.save_thread(alice, session, "thr_1", "{}", title=None, now=now)
    return "thr_1"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_picture_is_kept_under_its_id_and_without_its_record(alice: Person, folder: Path, now: datetime) -> None:
    file = files.add(alice, "../../etc/pass\\wd/receipt.png", picture(), now=now)

    assert (file.name, file.kind, file.is_here) == ("receipt.png", "image/png", True)
    assert names(folder) == [file.id, f"{file.id}.small"]
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in folder.iterdir())
    assert files.get(alice, file.id) == file
    assert folder.stat().st_mode & 0o077 == 0


TEXTS = [
    ("notes.txt", b"Buy milk\n", "text/plain", "Buy milk\n"),
    ("NOTES.MD", "# Größe\n".encode(), "text/markdown", "# Größe\n"),
    ("table.csv", b"\xef\xbb\xbfa;b\r\n1;2\r\n", "text/csv", "a;b\r\n1;2\r\n"),
    ("excel.csv", "a\tb\n".encode("utf-16"), "text/csv", "a\tb\n"),
    ("README", b"Read me", "text/plain", "Read me"),
]


@pytest.mark.parametrize("sent", TEXTS)
def test_a_text_is_kept_as_it_reads(sent: tuple[str, bytes, str, str], alice: Person, now: datetime) -> None:
    name, data, kind, text = sent

    file = files.add(alice, name, data, now=now)

    assert (file.name, file.kind) == (name, kind)
    assert files.find(alice, file.id)[1].read_bytes().decode() == text


WRONG = [
    ("notes.txt", picture()),
    ("notes.txt", b"\x00\x01\x02"),
    ("table.csv", b"a;b\xff\xfe\n"),
    ("photo.png", b"just words"),
    ("photo.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("paper.pdf", b"%PDF-1.7"),
    ("page.html", b"<script>alert(1)</script>"),
    ("drawing.svg", b"<svg/>"),
    ("receipt.png.exe", picture()),
    ("archive.zip", b"PK\x03\x04"),
]


@pytest.mark.parametrize(("name", "data"), WRONG)
def test_what_is_not_what_its_name_says_leaves_nothing_behind(
    name: str, data: bytes, alice: Person, folder: Path, now: datetime
) -> None:
    with pytest.raises(Invalid, match=r"“.*”.*\.") as refused:
        files.add(alice, name, data, now=now)

    assert refused.value.code == "wrong_type"
    assert names(folder) == []


def test_a_jpeg_that_calls_itself_png_gets_its_own_ending(alice: Person, now: datetime) -> None:
    file = files.add(alice, "photo.png", picture("JPEG"), now=now)

    assert (file.name, file.kind) == ("photo.jpg", "image/jpeg")


NAMES = [
    ("", "file"),
    ("..", "file"),
    ("/etc/passwd", "passwd"),
    ("C:\\temp\\a.txt", "a.txt"),
    (".htaccess.txt", "htaccess.txt"),
    ("a\r\nSet-Cookie: x.txt", "a Set-Cookie_ x.txt"),
    ("gpj.\u202etxt", "gpj.txt"),
    ('"><img src=x>.txt', "___img src=x_.txt"),
    ("x" * 300 + ".txt", "x" * 115 + "….txt"),
    ("名前 ☕.txt", "名前 ☕.txt"),
]


@pytest.mark.parametrize(("said", "kept"), NAMES)
def test_a_name_is_only_a_name(said: str, kept: str, alice: Person, now: datetime) -> None:
    assert files.add(alice, said, b"words", now=now).name == kept


def test_ten_megabytes_pass_and_one_byte_more_does_not(alice: Person, folder: Path, now: datetime) -> None:
    files.add(alice, "long.txt", b"x" * LARGEST, now=now)

    for refused in (lambda: files.add(alice, "longer.txt", b"x" * (LARGEST + 1), now=now),
                    lambda: files.announce(alice, "longer.txt", LARGEST + 1, now=now)):  # fmt: skip
        with pytest.raises(TooLarge, match="10 MB"):
            refused()
    with pytest.raises(Invalid, match="empty"):
        files.add(alice, "nothing.txt", b"", now=now)
    assert len(names(folder)) == 1


def test_all_files_of_a_person_have_a_bound(
    alice: Person, bob: Person, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ROOM", 10)
    files.add(alice, "a.txt", b"123456", now=now)

    with pytest.raises(TooLarge) as refused:
        files.add(alice, "b.txt", b"12345", now=now)
    with pytest.raises(TooLarge):
        files.announce(alice, "b.txt", 5, now=now)

    assert refused.value.code == "no_room"
    assert files.add(bob, "b.txt", b"12345", now=now).is_here


def test_an_announced_file_is_filled_once(alice: Person, bob: Person, now: datetime) -> None:
    announced = files.announce(alice, "moving.gif", 100, now=now)

    with pytest.raises(NotFound):
        files.find(alice, announced.id)
    with pytest.raises(NotFound):
        files.receive(bob, announced.id, moving(), now=now)
    with pytest.raises(Invalid):
        files.receive(alice, announced.id, b"words", now=now)
    filled = files.receive(alice, announced.id, moving(), now=now)

    assert (filled.kind, filled.is_here) == ("image/gif", True)
    with pytest.raises(Conflict):
        files.receive(alice, announced.id, moving(), now=now)


def test_a_full_disk_is_told_in_words_and_leaves_nothing(
    alice: Person, folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(Unavailable, match="no room left"):
        files.add(alice, "a.txt", b"words", now=now)

    assert names(folder) == []
    with pytest.raises(NotFound):
        files.get(alice, "atc_" + "0" * 36)


def test_a_message_takes_ten_files_of_its_own_person(alice: Person, bob: Person, now: datetime) -> None:
    many = [files.add(alice, f"{n}.txt", b"words", now=now).id for n in range(MOST + 1)]
    late = files.announce(alice, "late.txt", 5, now=now)

    assert len(files.send(alice, many[:MOST])) == MOST
    with pytest.raises(Invalid) as refused:
        files.send(alice, many)
    assert refused.value.code == "too_many_files"
    for ids in ([late.id], [many[0], late.id]):
        with pytest.raises(Invalid, match="not arrived"):
            files.send(alice, ids)
    for person, ids in ((bob, many[:1]), (alice, [many[0], "atc_nowhere"])):
        with pytest.raises(NotFound):
            files.send(person, ids, shown_to="Somebody")
    assert files.get(alice, many[0]).shown_to == ""


def test_a_file_put_to_a_task_can_be_taken_back_and_again(
    alice: Person, task: Task, now: datetime, heard: list[tuple[str, Change]]
) -> None:
    file = files.add(alice, "receipt.png", picture(), now=now)

    attached = files.attach(alice, task.id, [file.id], by=By("attach"), now=now)

    assert attached.attachments == (file.id,) == tasks.get(alice, task.id).attachments
    assert [one.name for one in files.of_task(alice, task.id)] == ["receipt.png"]
    assert heard[-1] == (alice.id, Change(What.TASKS, (task.id,)))
    activity.undo(alice, "attach", now=now)
    assert files.of_task(alice, task.id) == ()
    files.attach(alice, task.id, [file.id], by=BY, now=now)
    files.detach(alice, task.id, file.id, by=By("detach"), now=now)
    assert files.of_task(alice, task.id) == ()
    purge(now=now + MONTH - DAY)
    activity.undo(alice, "detach", now=now + DAY)
    assert files.of_task(alice, task.id) != ()


def test_other_changes_leave_a_tasks_files_alone(alice: Person, task: Task, now: datetime) -> None:
    file = files.add(alice, "receipt.png", picture(), now=now)
    files.attach(alice, task.id, [file.id], by=BY, now=now)

    tasks.complete(alice, task.id, by=BY, now=now)
    tasks.delete(alice, task.id, by=BY, now=now)
    tasks.restore(alice, task.id, by=BY, now=now)

    assert tasks.get(alice, task.id).attachments == (file.id,)


def test_nobody_elses_file_or_task_is_attached(alice: Person, bob: Person, task: Task, now: datetime) -> None:
    hers, his = files.add(alice, "a.txt", b"a", now=now), files.add(bob, "b.txt", b"b", now=now)
    other = tasks.create(alice, Draft(title="Another"), by=BY, now=now)
    files.attach(alice, other.id, [hers.id], by=BY, now=now)

    for person, file in ((bob, his), (alice, his)):
        with pytest.raises(NotFound):
            files.attach(person, task.id, [file.id], by=BY, now=now)
    with pytest.raises(Conflict):
        files.attach(alice, task.id, [hers.id], by=BY, now=now)
    with pytest.raises(Invalid):
        files.attach(alice, task.id, [files.announce(alice, "c.txt", 1, now=now).id], by=BY, now=now)
    many = [files.add(alice, "x.txt", b"x", now=now).id for _ in range(MOST_OF_A_TASK + 1)]
    with pytest.raises(Invalid):
        files.attach(alice, task.id, many, by=BY, now=now)
    assert files.of_task(alice, task.id) == ()


def test_removing_a_file_is_for_good(alice: Person, bob: Person, task: Task, folder: Path, now: datetime) -> None:
    file = files.add(alice, "receipt.png", picture(), now=now)
    files.attach(alice, task.id, [file.id], by=BY, now=now)

    with pytest.raises(NotFound):
        files.remove(bob, file.id)
    files.remove(alice, file.id)

    assert names(folder) == []
    assert tasks.get(alice, task.id).attachments == ()


def test_a_file_is_sent_in_nobody_elses_conversation(bob: Person, thread: str, now: datetime) -> None:
    with pytest.raises(NotFound):
        files.bring_to(bob, files.add(bob, "his.txt", b"his", now=now).id, thread)


def test_files_go_with_what_they_belonged_to(
    alice: Person, task: Task, thread: str, folder: Path, now: datetime
) -> None:
    unused, of_task, of_thread, of_both = (files.add(alice, "a.txt", b"words", now=now) for _ in range(4))
    for file in (of_thread, of_both):
        files.bring_to(alice, file.id, thread)
    for file in (of_task, of_both):
        files.attach(alice, task.id, [file.id], by=BY, now=now)

    purge(now=now + DAY - timedelta(seconds=1))
    assert unused.id in names(folder)
    purge(now=now + DAY)
    assert names(folder) == sorted(file.id for file in (of_task, of_thread, of_both))
    tasks.delete(alice, task.id, by=BY, now=now)
    purge(now=now + MONTH)
    assert names(folder) == sorted(file.id for file in (of_thread, of_both))
    conversations.delete_thread(alice, thread, now=now)
    purge(now=now + MONTH)
    assert names(folder) == []


def test_a_guest_who_never_came_back_leaves_no_file(
    database: str, live: InProcess, folder: Path, now: datetime
) -> None:
    guest = accounts.guest(Ways(), now=now).seat.person
    file = files.add(guest, "a.txt", b"words", now=now)
    task = tasks.create(guest, Draft(title="Theirs"), by=BY, now=now)
    files.attach(guest, task.id, [file.id], by=BY, now=now)

    purge(now=now + timedelta(days=400))

    assert names(folder) == []
