"""The folder of files: their bytes under their ids, and nothing a client ever said in a path."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from taskchat.errors import NotFound, Unavailable

AN_ID = re.compile(r"atc_[0-9a-f-]{36}")
SMALL = ".small"
"""Ending of a picture's preview."""
GONE = "There is no such file. It may have been deleted."
FULL = "The file could not be kept: there is no room left on this server. Nothing was saved."


@dataclass(frozen=True, slots=True)
class Disk:
    folder: Path


_disk: Disk | None = None


def open_disk(folder: Path) -> None:
    """The folder is made with its first file, readable for this account alone."""
    global _disk  # noqa: PLW0603 - decision 7: only open and close set it
    _disk = Disk(folder)


def close_disk() -> None:
    global _disk  # noqa: PLW0603 - decision 7: only open and close set it
    _disk = None


def _place(file_id: str, ending: str = "") -> Path:
    if _disk is None:
        raise Unavailable("TaskChat is still starting. Try again in a few seconds.")
    if not AN_ID.fullmatch(file_id):
        raise NotFound(GONE)
    return _disk.folder / f"{file_id}{ending}"


def put(file_id: str, content: bytes, small: bytes | None = None) -> None:
    """Whole or not at all, under a name of its own until it is written."""
    try:
        for ending, data in (("", content), (SMALL, small)):
            if data is not None:
                _write(_place(file_id, ending), data)
    except OSError as error:
        drop((file_id,))
        raise Unavailable(FULL) from error


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.part")
    part.write_bytes(data)
    part.chmod(0o600)
    part.replace(place)


def find(file_id: str, *, small: bool = False) -> Path:
    """Where its bytes lie. Raises NotFound."""
    place = _place(file_id, SMALL if small else "")
    if not place.is_file():
        raise NotFound(GONE)
    return place


def drop(file_ids: Iterable[str]) -> None:
    """One that is not there is no error."""
    for file_id in file_ids:
        for ending in ("", SMALL, ".part", f"{SMALL}.part"):
            with suppress(FileNotFoundError):
                _place(file_id, ending).unlink()
