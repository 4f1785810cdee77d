"""Our own archive on the way in: read where it lies, never unpacked, and never more of it than there may be."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from taskchat.domain.exchange.ours import DOCUMENT
from taskchat.domain.exchange.sheet import CUT_OFF
from taskchat.domain.file import LARGEST
from taskchat.errors import Invalid, TooLarge

LARGEST_DOCUMENT = 100_000_000
"""Bytes of all tasks, unpacked: some 150,000 of them."""
LARGEST_CATALOGUE = 10_000_000
"""Bytes of the list of what is in the archive; each entry costs ten times as much memory as it has bytes."""
END, END_64, END_BYTES, LONGEST_COMMENT = b"PK\x05\x06", b"PK\x06\x07", 22, 65_535
NO_ARCHIVE = "This archive does not come from TaskChat: there is no “taskchat.json” in it. Nothing was imported."
DAMAGED = "The archive is damaged and cannot be read. Export it again. Nothing was imported."


class Archive:
    """What is in it, by name."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._zip = opened

    def document(self) -> bytes:
        return self._part(DOCUMENT, LARGEST_DOCUMENT, NO_ARCHIVE)

    def file(self, name: str) -> bytes:
        return self._part(name, LARGEST, f"“{name[:100]}” is not in the archive. Nothing was imported.")

    def _part(self, name: str, most: int, missing: str) -> bytes:
        """Read up to `most` bytes, whatever the archive says of its size: a bomb goes off outside."""
        try:
            with self._zip.open(name) as part:
                content = part.read(most + 1)
        except KeyError:
            raise Invalid(missing, "file", code="wrong_archive") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
            raise Invalid(DAMAGED, "file", code="damaged") from None
        if len(content) > most:
            raise TooLarge(
                f"“{name[:100]}” in the archive is larger than {most // 1_000_000} MB. Nothing was imported."
            )
        return content


@contextmanager
def opened(stream: BinaryIO) -> Iterator[Archive]:
    """Raises Invalid for what is cut off, damaged, or lists more than an export can have."""
    _check_catalogue(stream)
    try:
        with zipfile.ZipFile(stream) as archive:
            yield Archive(archive)
    except zipfile.BadZipFile:
        raise Invalid(DAMAGED, "file", code="damaged") from None


def _check_catalogue(stream: BinaryIO) -> None:
    """`zipfile` reads the whole list before anybody could ask how long it is."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - END_BYTES - LONGEST_COMMENT - len(END_64) - 16))
    tail = stream.read()
    place = tail.rfind(END)
    if place < 0 or len(tail) - place < END_BYTES:
        raise Invalid(CUT_OFF, "file", code="cut_off")
    length = struct.unpack("<I", tail[place + 12 : place + 16])[0]
    if length > LARGEST_CATALOGUE or END_64 in tail[max(0, place - 20) : place]:
        raise TooLarge("The archive has more files in it than an export can have. Nothing was imported.")
    stream.seek(0)
