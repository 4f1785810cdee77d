"""Files on the page: who would read them, those of a message, and those of a task."""

from datetime import datetime

import pytest

from taskchat.assistant.reduce import FileView, from_items
from taskchat.domain.person import Person, Seat, Ways
from taskchat.domain.task import By, Task
from taskchat.errors import NotSignedIn
from taskchat.services import activity, files, tasks
from taskchat.ui.chat import asks, attachments
from taskchat.ui.chat.asks import Sent
from taskchat.ui.chat.attachments import FilesState
from taskchat.ui.chat.rows import rows
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import sitting
from taskchat.ui.tasks.files import TaskFilesState
from tests.pictures import picture
from tests.ui.states import page
from tests.ui.talking import Script, user

World = dict[str, Task]
IMAGE = {"id": "atc_1", "type": "image", "name": "receipt.png", "mime_type": "image/png", "preview_url": "http://x/"}


@pytest.mark.parametrize(("guest", "reader"), [(False, "Gemini (Google)"), (True, "")])
async def test_the_composer_knows_who_would_read_a_file(
    guest: bool, reader: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "chat", lambda: Script("anna"))
    asked = page(FilesState)

    with sitting(Seat(Person("anna", None, guest, now), "s")):
        await asked.arrive()

    assert asked.reader == reader
    with pytest.raises(NotSignedIn):
        await page(FilesState).arrive()


def test_a_message_shows_the_files_it_brought() -> None:
    said = from_items([user("m1", "look") | {"attachments": [IMAGE, IMAGE | {"id": "atc_2", "type": "file"}]}])

    (row,) = rows(said.items, Ways())

    assert row.files == [FileView("atc_1", "receipt.png", True), FileView("atc_2", "receipt.png", False)]


def test_what_is_asked_names_the_reader_only_where_one_was_named() -> None:
    with_files = asks.send(
        Sent(
            "look",
            "k",
            "",
            "alice",
            files=[{"id": "atc_1", "name": "a.png", "picture": True}],
            files_to="Gemini (Google)",
        )
    )

    assert b'"attachments": ["atc_1"]' in with_files
    assert b'"files_to": "Gemini (Google)"' in with_files
    assert b"files_to" not in asks.send(Sent("look", "k", "", "alice"))


@pytest.fixture
def receipt(at_tab: Person, world: World, now: datetime) -> str:
    file = files.add(at_tab, "receipt.png", picture(), now=now)
    files.attach(at_tab, world["rent"].id, [file.id], by=By("attach"), now=now)
    return file.id


async def test_the_dialog_lists_a_tasks_files(at_tab: Person, world: World, receipt: str) -> None:
    dialog = page(TaskFilesState)

    await dialog.look(world["rent"].id)
    seen = [(file.id, file.name, file.picture) for file in dialog.files]
    await dialog.look("nowhere")

    assert seen == [(receipt, "receipt.png", True)]
    assert dialog.files == []


async def test_a_file_taken_off_a_task_can_be_put_back(
    at_tab: Person, world: World, receipt: str, now: datetime
) -> None:
    dialog = page(TaskFilesState)
    await dialog.look(world["rent"].id)

    await dialog.remove(world["rent"].id, receipt)

    toasts = await dialog.get_state(Toasts)
    assert toasts.words == "Removed: receipt.png"
    assert tasks.get(at_tab, world["rent"].id).attachments == ()
    activity.undo(at_tab, toasts.undo, now=now)
    assert tasks.get(at_tab, world["rent"].id).attachments == (receipt,)


async def test_what_is_gone_says_so(at_tab: Person, world: World) -> None:
    dialog = page(TaskFilesState)

    await dialog.remove(world["rent"].id, "atc_none")

    assert (await dialog.get_state(Toasts)).words == "There is no such file. It may have been deleted."
