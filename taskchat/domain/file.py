"""What a file is: a picture or a text that goes with a message or a task, and which of them are let in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.text import clean, cut, is_blank
from taskchat.errors import Invalid, TooLarge

LARGEST = 10_000_000
"""Bytes of one file."""
MOST = 10
"""Files of one message."""
TOO_MANY = f"A message may have {MOST} files."
MOST_OF_A_TASK = 50
LONGEST_NAME = 120
PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
}
TEXTS = {
    "txt": "text/plain",
    "text": "text/plain",
    "log": "text/plain",
    "md": "text/markdown",
    "markdown": "text/markdown",
    "csv": "text/csv",
}
KINDS = PICTURES | TEXTS
ENDINGS = {kind: ending for ending, kind in reversed(KINDS.items())}
"""A kind and the ending its files get."""
ACCEPTED = tuple(f".{ending}" for ending in KINDS)
"""What a file chooser offers."""
PATHS = re.compile(r"[/\\]")
NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]')
A_WORD_OF_AN_ENDING = re.compile(r"[A-Za-z0-9]{1,8}")
ALLOWED = "Pictures (PNG, JPEG, WebP, GIF) and texts (plain text, Markdown, CSV) can be attached."


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as everybody but storage sees it; its bytes lie under its id."""

    id: str
    name: str
    kind: str
    """Its media type; once it is here, what its content is, not what somebody said."""
    size: int
    is_here: bool
    """Whether its content has come; until then only its name and size are known."""
    created: datetime
    thread_id: str | None = None
    task_id: str | None = None
    shown_to: str = ""
    """The provider the person was told it would go to, when they sent it; nobody else gets it."""
    removed: datetime | None = None
    """When it was taken off its task: it can come back for 30 days."""

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")


def safe_name(said: str) -> str:
    """The last part of whatever was sent as a name, without what deceives or means something to a file system."""
    name = NOT_IN_NAMES.sub("_", clean(PATHS.split(said)[-1])).strip(" .")
    if is_blank(name):
        return "file"
    stem, dot, ending = name.rpartition(".")
    if not dot or not A_WORD_OF_AN_ENDING.fullmatch(ending):
        return cut(name, LONGEST_NAME)
    return f"{cut(stem.strip(), LONGEST_NAME - len(ending) - 1)}.{ending}"


def promised_kind(name: str) -> str:
    """What a name says a file is; one without an ending is plain text. Raises Invalid for what is not let in."""
    _, dot, ending = name.rpartition(".")
    kind = KINDS.get(ending.lower()) if dot else "text/plain"
    if kind is None:
        raise Invalid(f"“{name}” cannot be attached. {ALLOWED}", "name", code="wrong_type")
    return kind


def named_after(name: str, kind: str) -> str:
    """The name with the ending of what the file turned out to be."""
    stem, dot, ending = name.rpartition(".")
    if KINDS.get(ending.lower() if dot else "txt") == kind:
        return name
    return f"{stem if dot else name}.{ENDINGS[kind]}"


def check_size(name: str, size: int) -> None:
    """Raises Invalid for an empty file, TooLarge for more than 10 MB."""
    if size < 1:
        raise Invalid(f"“{name}” is empty.", "size", code="empty")
    if size > LARGEST:
        raise TooLarge(f"“{name}” has {say_size(size)}; a file may have {say_size(LARGEST)}.")


def say_size(size: int) -> str:
    """ "3.2 MB"."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"


def only_files(files: Sequence[File]) -> str:
    """What a message says that is nothing but its files; the composer writes the same."""
    return f"Attached: {say_names(files)}"


def say_names(files: Sequence[File]) -> str:
    return ", ".join(file.name for file in files)


def text_of(name: str, content: bytes) -> str:
    """The content as text, without a mark of its byte order. Raises Invalid where it is none."""
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except ValueError:
        text = "\x00"
    if any(character < " " and character not in "\t\n\r\f" for character in text):
        said = f"“{name}” is not plain text. If it is a text, save it as UTF-8 and attach it again."
        raise Invalid(said, "content", code="wrong_type")
    return text
