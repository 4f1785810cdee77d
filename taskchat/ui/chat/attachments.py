"""Files in the conversation: who would read them, and those that were sent; a picture opens over the page."""

from typing import Any

import reflex as rx

from taskchat.assistant.server import chat
from taskchat.ui.chat.client import Seen
from taskchat.ui.design.dialog import WIDE, dialog
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
    """Over the words they were sent with."""
    return rx.el.ul(rx.foreach(files, _sent), aria_label="Attached files", class_name="files sent-files")


def _sent(file: Seen) -> rx.Component:
    name = rx.el.bdi(file.name, class_name="file-name")
    other = rx.fragment(icon("file_text", 16, "file-mark"), _opens(file, name, aria_label="Open " + file.name))
    return rx.el.li(rx.cond(file.is_picture, _picture(file), other), key=file.id, class_name="file")


def _picture(file: Seen) -> rx.Component:
    small = rx.el.img(src=FILES + file.id + "?small", alt="", loading="lazy", class_name="file-small")
    name = rx.el.bdi(file.name, class_name="file-name")
    return dialog(
        file.name,
        rx.el.img(src=FILES + file.id, alt=file.name, class_name="file-whole"),
        trigger=rx.el.button(small, name, type="button", aria_label="Show " + file.name, class_name="file-link"),
        foot=_opens(file, "Open in a tab of its own"),
        place=WIDE,
    )


def _opens(file: Seen, words: rx.Component | str, **props: Any) -> rx.Component:
    """Past the router."""
    return plain_link(words, href=FILES + file.id, target="_blank", rel="noopener", class_name="file-link", **props)
