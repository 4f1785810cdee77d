"""What comes in made to fit: encodings, bounds, levels, keys, and five thousand at once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.bounds import DESCRIPTION, TAGS, TITLE
from taskchat.domain.exchange import vtodo
from taskchat.domain.exchange.incoming import (
    LEVELS,
    UNTITLED,
    Format,
    Incoming,
    fitted,
    in_levels,
    keys_of,
)
from taskchat.domain.exchange.moments import minutes_of
from taskchat.domain.exchange.outgoing import CLOSING, as_todo, opening
from taskchat.domain.exchange.sheet import decoded
from taskchat.domain.task import Draft, Due, Status, Task
from taskchat.errors import Invalid
from tests.exchanged import CALENDAR, NOW, TICKTICK, TODOIST, WAYS, at, read
from tests.world import BERLIN


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Küche".encode(), "Küche", "UTF-8"),
        ("Küche".encode("utf-8-sig"), "Küche", "UTF-8"),
        ("Küche".encode("utf-16"), "Küche", "UTF-16"),
        ("Küche auf".encode("utf-16-le"), "Küche auf", "UTF-16"),
        ("Küche auf".encode("utf-16-be"), "Küche auf", "UTF-16"),
        ("Küche “auf”".encode("cp1252"), "Küche “auf”", "Latin-1"),
        (b"", "", "UTF-8"),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    found = decoded(data)

    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "Küche, Tür, Öl".encode() + b"\xff" + "Übung".encode(),
        "Küche, Tür, Öl".encode()[:-1] + "Ö".encode()[:1],
        "Küche".encode("utf-16")[:-1],
    ],
)
def test_what_is_no_text_or_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid, match="imported"):
        decoded(data)


def fit(**fields: Any) -> tuple[Draft, tuple[str, ...], list[str]]:
    found = fitted(Incoming(number=1, draft=Draft(**({"title": "x"} | fields))), now=NOW)
    return found.row.draft, found.texts, [remark.words for remark in found.remarks]


def test_an_import_refuses_nothing_for_age_or_length() -> None:
    """T-15: what exceeds goes into the description or an attached text, and into the report."""
    long_title, long_tag = "t" * 300, "g" * 60
    many = tuple(f"tag{number}" for number in range(25))

    draft, texts, remarks = fit(
        title=long_title,
        tags=(long_tag, *many),
        due=Due(date(1999, 12, 31), BERLIN),
        start=date(1999, 12, 1),
        estimate_minutes=10_000_000,
        list="l" * 200,
        rrule="FREQ=HOURLY",
    )

    assert len(draft.title) == TITLE and draft.title.endswith("…")
    assert (len(draft.tags), draft.due, draft.start, draft.rrule) == (TAGS, None, None, None)
    for kept in (
        long_title,
        long_tag,
        "tag24",
        "Due: 1999-12-31",
        "Start: 1999-12-01",
        "10000000",
        "l" * 200,
        "HOURLY",
    ):
        assert kept in draft.description
    assert texts == ()
    assert len(remarks) == 8


def test_a_long_text_is_attached_whole() -> None:
    whole = "word " * 2_000

    draft, texts, remarks = fit(description=whole)

    assert len(draft.description) <= DESCRIPTION and draft.description.endswith("The whole text is attached.")
    assert texts == (whole.strip(),)
    assert remarks == ["The description was too long; the whole of it is attached as a text."]


def test_what_has_no_title_gets_one() -> None:
    assert fit(title="\u200b ")[0].title == UNTITLED


def test_what_lies_too_deep_moves_up_and_a_circle_is_cut() -> None:
    line = [Incoming(number=n, draft=Draft(title=str(n)), parent=n - 1 or None) for n in range(1, 8)]
    circle = [
        Incoming(number=8, draft=Draft(title="8"), parent=9),
        Incoming(number=9, draft=Draft(title="9"), parent=8),
    ]

    placed = {row.number: row.parent for row in in_levels([*line, *circle])}

    assert [placed[n] for n in range(1, 8)] == [None, 1, 2, 3, 3, 3, 3]
    assert LEVELS == 4
    assert sum(placed[n] is None for n in (8, 9)) == 1


def test_a_row_keeps_its_key_though_its_date_changed() -> None:
    before = read(TODOIST + "task,a,,,1,tomorrow,en\ntask,a,,,1\ntask,b,,,1\n").rows
    after = read(TODOIST + "task,new\ntask,a,,1,1,friday,en\ntask,a,,,1\ntask,b @home,,,1\n").rows

    old, new = keys_of(Format.TODOIST, before), keys_of(Format.TODOIST, after)

    assert len(set(old.values())) == 3
    assert set(old.values()) < set(new.values())


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        (f"P{'9' * 5_000}D", None),
        ("-PT30M", -30),
        ("PT0S", 0),
        ("P1D", 1440),
        ("-P1DT2H", -1560),
        ("P2W", 20160),
        ("P", None),
        ("soon", None),
    ],
)
def test_spans(said: str, minutes: int | None) -> None:
    assert minutes_of(said) == minutes


texts = st.text(max_size=60)


@given(title=texts, description=texts, tags=st.lists(texts, max_size=5), list_name=texts, number=st.integers(0, 400))
def test_a_calendar_brings_back_what_it_was_made_of(
    title: str, description: str, tags: list[str], list_name: str, number: int
) -> None:
    """Whatever stands in a title, it stays in the title: no property of its own comes of it."""
    draft, _, _ = fit(title=title, description=description, tags=tuple(tags), list=list_name, reminder_minutes=number)
    draft = replace(draft, due=at(22, 9))
    task = _task(draft)

    row = vtodo.read(opening("x") + as_todo(task) + CLOSING, "", now=NOW, ways=WAYS).rows[0]

    back = fitted(row, now=NOW).row.draft
    assert back == draft


def _task(draft: Draft) -> Task:
    fields = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
    own: dict[str, Any] = {"id": "t1", "status": Status.OPEN, "series_id": None, "position": "a0", "completed": None}
    return Task(**fields, **own, created=NOW, updated=NOW)


MANY = 5_000
OURS = '{"taskchat": 1, "tasks": ['
WHOLE: dict[Format, str] = {
    Format.TODOIST: TODOIST
    + "".join(f"task,Task {n} @a,,{n % 4 + 1},{n % 3 + 1},every friday,en\n" for n in range(MANY)),
    Format.TICKTICK: TICKTICK
    + "".join(
        f'"","Work","Task {n}","TEXT","a","","N","","2026-12-01T08:00:00+0000","PT30M","FREQ=DAILY","5","0","","",'
        f'"0","{BERLIN}","false","","","","","{n}",""\n'
        for n in range(MANY)
    ),
    Format.ICALENDAR: CALENDAR.format(
        "".join(
            f"BEGIN:VTODO\r\nUID:{n}\r\nSUMMARY:Task {n}\r\nDUE;TZID={BERLIN}:20261201T090000\r\nEND:VTODO\r\n"
            for n in range(MANY)
        )
    ),
    Format.TODO_TXT: "".join(f"(A) Task {n} +Work @a due:2026-12-01\n" for n in range(MANY)),
    Format.OURS: OURS + ",".join(f'{{"title": "Task {n}", "due": "2026-12-01"}}' for n in range(MANY)) + "]}",
}


@pytest.mark.parametrize("kind", Format)
def test_five_thousand_tasks_are_read_and_fit(kind: Format) -> None:
    found = read(WHOLE[kind])

    fitting = [fitted(row, now=NOW) for row in in_levels(found.rows)]

    assert found.format is kind
    assert len(fitting) == len(set(keys_of(kind, found.rows).values())) == MANY
    assert [one for one in fitting if one.remarks or one.row.draft.due is None] == []


@pytest.mark.parametrize("kind", [Format.TODOIST, Format.TICKTICK, Format.ICALENDAR, Format.OURS])
def test_a_file_cut_in_half_is_refused_whole(kind: Format) -> None:
    whole = WHOLE[kind]

    with pytest.raises(Invalid, match="cut off"):
        read(whole[: len(whole) // 2 - 7])


def test_files_made_to_take_long_do_not() -> None:
    """What is slow in proportion to the square of a file would stop the server: each of these would take minutes."""
    files = "task,x\nnote," + "[[file " * 200_000
    chain = [Incoming(number=n, draft=Draft(title=str(n)), parent=n + 1) for n in range(1, 50_000)]

    read(TODOIST + files + "\n")
    placed = list(in_levels(chain))

    assert len(placed) == len(chain)
