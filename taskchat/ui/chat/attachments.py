"""Files in the conversation: who would read them, and those that were sent."""

import reflex as rx

from taskchat.assistant.server import chat
from taskchat.ui.chat.client import Seen
from taskchat.ui.design.icon import icon
from taskchat.ui.design.native import from_server, plain_link
from taskchat.ui.session import seat_of

FILES = from_server("/api/files/")


class FilesState(rx.State):
    """`reader` is who reads a file that goes with a message, as the composer names it; "" = nobody can."""

    reader: rx.Field[str] = rx.field("")

    @rx.event
    async def arrive(self) -> None:
        """On load, and after a lost connection: another server may have come back."""
        self.reader = chat().files_go_to(await seat_of(self))


def sent_files(files: Seen) -> rx.Component:
    """Over the words they were sent with; a click opens one, past the router."""
    return rx.el.ul(rx.foreach(files, _sent), aria_label="Attached files", class_name="files sent-files")


def _sent(file: Seen) -> rx.Component:
    small = rx.el.img(src=FILES + file.id + "?small", alt="", loading="lazy", class_name="file-small")
    return rx.el.li(
        rx.cond(file.is_picture, small, icon("file_text", 16, "file-mark")),
        plain_link(
            rx.el.bdi(file.name, class_name="file-name"),
            href=FILES + file.id,
            target="_blank",
            rel="noopener",
            aria_label="Open " + file.name,
            class_name="file-link",
        ),
        key=file.id,
        class_name="file",
    )
