"""Bytes → text → rows: the encodings and separators that exports come in, and plain words for what is broken."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from taskchat.errors import Invalid

LONGEST_CELL = 10_000_000
"""Characters: a whole file; Python's own bound is a 76th of that."""
csv.field_size_limit(LONGEST_CELL)
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SAID = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SEPARATORS = ",;\t"
CUT_OFF = "The file seems to be cut off: it ends in the middle. Export it again. Nothing was imported."
NOT_TEXT = "This is not a text file that can be imported. Choose a CSV, ICS, TXT or JSON file. Nothing was imported."
BROKEN = "The file is damaged: it begins as {} and is not that at byte {:,}. Export it again. Nothing was imported."
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """What the bytes say, and in which encoding, by the name people know."""

    text: str
    encoding: str


def decoded(data: bytes) -> Text:
    """UTF-8 with or without its mark, UTF-16, or Latin-1 as Windows means it. Raises Invalid for what is no text."""
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), _unmarked(data))
    try:
        found = Text(data.decode(encoding), SAID[encoding])
    except UnicodeDecodeError as error:
        found = _latin(data, encoding, error)
    if NO_TEXT.search(found.text):
        raise Invalid(NOT_TEXT, "file", code="not_text")
    return found


def _unmarked(data: bytes) -> str:
    """UTF-16 without its mark shows by every other byte being zero."""
    zeros = [data[place:2000:2].count(0) for place in (0, 1)]
    if max(zeros) * 4 < min(len(data), 2000) or zeros[0] == zeros[1]:
        return "utf-8"
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _latin(data: bytes, encoding: str, error: UnicodeDecodeError) -> Text:
    """Not UTF-8 at all is Latin-1; UTF-8 with a few wrong bytes is a damaged file, not a garbled list of tasks."""
    if encoding != "utf-8" or (error.end >= len(data) > 4 and error.reason == "unexpected end of data"):
        raise Invalid(CUT_OFF if error.end >= len(data) else BROKEN.format(SAID[encoding], error.start), "file")
    tried = data.decode("utf-8", "replace")
    bad = tried.count("\ufffd")
    if sum(sign > "\x7f" for sign in tried) - bad >= bad:
        raise Invalid(BROKEN.format("UTF-8", error.start), "file", code="damaged")
    return Text(data.decode("cp1252", "replace").replace("\ufffd", ""), "Latin-1")


def cells(text: str) -> Iterator[list[str]]:
    """The rows of a sheet, whatever separates its cells. Raises Invalid where it ends inside a row."""
    first = text.lstrip("\n\r").split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    widest, row = 0, list[str]()
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            widest = max(widest, len(row))
            yield row
    except csv.Error as error:
        said = CUT_OFF if "end of data" in str(error) else f"The file is not the CSV it seems to be: {error}."
        raise Invalid(said, "file", code="damaged") from None
    if len(row) < widest and not text.endswith(("\n", "\r")):
        raise Invalid(CUT_OFF, "file", code="damaged")


def below(head: Sequence[str], row: Sequence[str]) -> Row:
    """A row by the names of its columns; missing cells are empty."""
    return {name: (row[place].strip("\r\n") if place < len(row) else "") for place, name in enumerate(head)}
