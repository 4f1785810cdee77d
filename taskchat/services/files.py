"""Files a person attaches: announced or sent at once, checked by their content, kept without what they carried."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from taskchat.domain.file import (
    MOST,
    MOST_OF_A_TASK,
    PICTURES,
    TOO_MANY,
    File,
    check_size,
    named_after,
    promised_kind,
    safe_name,
    say_size,
    text_of,
)
from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Task
from taskchat.errors import Conflict, Invalid, NotFound, TooLarge
from taskchat.live import Change, What, live
from taskchat.services import tasks
from taskchat.services.pictures import for_models, redrawn
from taskchat.storage import disk, files
from taskchat.storage.database import Session, reading, writing
from taskchat.storage.ids import new_id

ROOM = 1_000_000_000
"""Bytes all files of one person may take; a guest gets a tenth."""
NOT_YET = "“{}” has not arrived yet. Wait until it is there, or send without it."


@dataclass(frozen=True, slots=True)
class Content:
    """What a file turned out to be."""

    kind: str
    data: bytes
    small: bytes | None = None


def announce(user: Person, said_name: str, size: int, *, now: datetime) -> File:
    """A file that is about to come. Raises Invalid for a kind that is not let in, TooLarge."""
    name = safe_name(said_name)
    kind = promised_kind(name)
    check_size(name, size)
    file = File(id=new_id("atc"), name=name, kind=kind, size=size, is_here=False, created=now)
    with writing() as session:
        _check_room(user, session, size)
        files.insert_file(user, session, file)
    return file


def receive(user: Person, file_id: str, data: bytes, *, now: datetime) -> File:
    """The content of an announced file. Raises Invalid, TooLarge, NotFound, Conflict when it has come already."""
    announced = get(user, file_id)
    content = _checked(announced.name, data)
    with writing() as session:
        file = files.load_file(user, session, file_id, lock=True)
        if file.is_here:
            raise Conflict("This file is here already.", "file_here")
        file = _filled(file, content)
        _check_room(user, session, len(content.data) - announced.size)
        disk.put(file.id, content.data, content.small)
        files.save_file(user, session, file)
    return file


def add(user: Person, said_name: str, data: bytes, *, now: datetime) -> File:
    """A file that is sent at once; what is refused leaves nothing behind."""
    name = safe_name(said_name)
    content = _checked(name, data)
    file = _filled(File(id=new_id("atc"), name=name, kind="", size=0, is_here=True, created=now), content)
    with writing() as session:
        _check_room(user, session, file.size)
        files.insert_file(user, session, file)
        disk.put(file.id, content.data, content.small)
    return file


def _checked(name: str, data: bytes) -> Content:
    """What the bytes are, whatever their name promises; Invalid where the two have nothing to do with each other."""
    promised = promised_kind(name)
    check_size(name, len(data))
    if promised in PICTURES.values():
        picture = redrawn(name, data)
        return Content(picture.kind, picture.content, picture.small)
    return Content(promised, text_of(name, data).encode())


def _filled(file: File, content: Content) -> File:
    name = named_after(file.name, content.kind)
    return replace(file, name=name, kind=content.kind, size=len(content.data), is_here=True)


def _check_room(user: Person, session: Session, more: int) -> None:
    room = ROOM // 10 if user.guest else ROOM
    if files.bytes_of(user, session) + more > room:
        raise TooLarge(f"Your files may take {say_size(room)} in all. Remove some that you no longer need.", "no_room")


def get(user: Person, file_id: str) -> File:
    """Raises NotFound."""
    with reading() as session:
        return files.load_file(user, session, file_id)


def find(user: Person, file_id: str, *, small: bool = False) -> tuple[File, Path]:
    """The file and where its bytes lie (`small`: a picture's preview). Raises NotFound, also before they have come."""
    file = get(user, file_id)
    return file, disk.find(file_id, small=small)


def several(user: Person, file_ids: Iterable[str]) -> tuple[File, ...]:
    """Those of them that are still there."""
    with reading() as session:
        return files.load_files(user, session, file_ids)


def of_task(user: Person, task_id: str) -> tuple[File, ...]:
    """Raises NotFound for the task."""
    return several(user, tasks.get(user, task_id).attachments)


def send(user: Person, file_ids: list[str], *, shown_to: str = "") -> tuple[File, ...]:
    """The files of a message that is about to be sent to `shown_to`, the provider its sender was told of.

    Raises Invalid for more than ten or one that has not arrived, NotFound for one that is not theirs: then nothing
    has been started and nothing is changed (P15).
    """
    if len(set(file_ids)) > MOST:
        raise Invalid(TOO_MANY, "attachments", code="too_many_files")
    with writing() as session:
        found = files.load_files(user, session, file_ids)
        if len(found) != len(set(file_ids)):
            raise NotFound(disk.GONE)
        if late := [file for file in found if not file.is_here]:
            raise Invalid(NOT_YET.format(late[0].name), "attachments", code="unfinished_file")
        for file in found:
            if shown_to and file.shown_to != shown_to:
                files.save_file(user, session, replace(file, shown_to=shown_to))
    return found


def bring_to(user: Person, file_id: str, thread_id: str | None) -> None:
    """The conversation a file was sent in. Raises NotFound."""
    with writing() as session:
        file = files.load_file(user, session, file_id, lock=True)
        files.save_file(user, session, replace(file, thread_id=thread_id))


def attach(user: Person, task_id: str, file_ids: Iterable[str], *, by: By, now: datetime) -> Task:
    """Put files to a task, to be taken back like any change (T-13). Raises NotFound, Invalid, Conflict."""
    ids = tuple(dict.fromkeys(file_ids))
    for file in (get(user, file_id) for file_id in ids):
        if not file.is_here:
            raise Invalid(NOT_YET.format(file.name), "attachments", code="unfinished_file")
        if file.task_id not in {None, task_id}:
            raise Conflict(f"“{file.name}” is at another task already.", "file_taken")
    task = tasks.get(user, task_id)
    kept = tuple(sorted({*task.attachments, *ids}))
    if len(kept) > MOST_OF_A_TASK:
        raise Invalid(f"A task may have {MOST_OF_A_TASK} files.", "attachments", code="too_many_files")
    return tasks.edit(user, task_id, Edit(attachments=kept), by=by, now=now)


def detach(user: Person, task_id: str, file_id: str, *, by: By, now: datetime) -> Task:
    """Off the task; it can be taken back for 30 days. Raises NotFound."""
    task = tasks.get(user, task_id)
    if file_id not in task.attachments:
        raise NotFound(disk.GONE)
    kept = tuple(one for one in task.attachments if one != file_id)
    return tasks.edit(user, task_id, Edit(attachments=kept), by=by, now=now)


def remove(user: Person, file_id: str) -> None:
    """Gone for good, from its message and its task too. Raises NotFound."""
    with writing() as session:
        file = files.load_file(user, session, file_id, lock=True)
        files.delete_file(user, session, file_id)
        disk.drop((file_id,))
    if file.task_id is not None:
        live().publish(user.id, Change(What.TASKS, (file.task_id,)))


def read_text(user: Person, file_id: str) -> str:
    """A stored text. Raises NotFound."""
    _, place = find(user, file_id)
    return place.read_text("utf-8")


def read_picture(user: Person, file_id: str) -> bytes:
    """A stored picture as models read it, a JPEG. Raises NotFound."""
    _, place = find(user, file_id)
    return for_models(place.read_bytes())
