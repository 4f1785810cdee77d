"""What other programs wrote, read: one table a format, and what of it is refused, and in which words."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from taskchat.domain.exchange import detect
from taskchat.domain.exchange.incoming import (
    Format,
    Incoming,
    in_levels,
)
from taskchat.domain.task import Due, Priority
from taskchat.errors import Invalid
from tests.exchanged import CALENDAR, TICKTICK, TODOIST, at, read
from tests.world import BERLIN


def todoist(row: str) -> Incoming:
    return read(TODOIST + row + "\n").rows[0]


def ticktick(**cells: str) -> Incoming:
    named = {"List Name": "Work", "Title": "Buy milk", "Status": "0", "Priority": "0", "taskId": "1"} | cells
    head = [cell.strip('"') for cell in TICKTICK.splitlines()[-1].split(",")]
    return read(TICKTICK + ",".join(f'"{named.get(name, "")}"' for name in head)).rows[0]


def vtodo_of(*lines: str) -> Incoming:
    return read(CALENDAR.format("\r\n".join(("BEGIN:VTODO", "UID:u1", *lines, "END:VTODO", "")))).rows[0]


def has(row: Incoming, meant: dict[str, Any]) -> dict[str, Any]:
    """The same names, as the row has them."""
    return {name: getattr(row.draft, name, None) if hasattr(row.draft, name) else getattr(row, name) for name in meant}


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        ("task,Buy milk", {"title": "Buy milk", "list": "Work", "priority": Priority.MEDIUM, "due": None}),
        ("task,Buy milk,,1", {"priority": Priority.HIGH}),
        ("task,Buy milk,,2", {"priority": Priority.MEDIUM}),
        ("task,Buy milk,,3", {"priority": Priority.LOW}),
        ("task,Buy milk,,4", {"priority": Priority.MEDIUM}),
        ("task,Buy milk,,urgent", {"priority": Priority.MEDIUM}),
        ("task,Buy @home milk @shop", {"title": "Buy milk", "tags": ("home", "shop")}),
        ("task,mail bob@example.org", {"title": "mail bob@example.org", "tags": ()}),
        ("task,* Heading", {"title": "Heading"}),
        ('task,"a, ""b""\nc","two\nlines"', {"title": 'a, "b"\nc', "description": "two\nlines"}),
        ("task,x,,4,1,tomorrow at 9am,en", {"due": at(22, 9)}),
        ("task,x,,4,1,2026-11-25,en", {"due": Due(date(2026, 11, 25), BERLIN)}),
        ("task,x,,4,1,25 Nov,en", {"due": Due(date(2026, 11, 25), BERLIN)}),
        ("task,x,,4,1,tomorrow 9am,en,America/New_York", {"due": at(22, 9, zone="America/New_York")}),
        ("task,x,,4,1,every monday,en", {"rrule": "FREQ=WEEKLY;BYDAY=MO", "due": Due(date(2026, 11, 23), BERLIN)}),
        ("task,x,,4,1,every! 3 days,en", {"rrule": "FREQ=DAILY;INTERVAL=3", "after_completion": True}),
        ("task,x,,4,1,morgen um neun,de", {"due": None, "notes": ("Date: morgen um neun",)}),
        ("task,x,,4,1,2009-03-02,en", {"due": None, "notes": ("Date: 2009-03-02",)}),
        ("task,x,,4,1,,,,45,minute", {"estimate_minutes": 45}),
        (f"task,x,,4,{'9' * 5_000},,,,{'9' * 5_000},minute", {"estimate_minutes": None, "parent": None}),
        ("task,x,,4,1,,,,1,day", {"estimate_minutes": 1440}),
        ("task,x,,4,1,,,,,,2026-12-24", {"due": Due(date(2026, 12, 24), BERLIN), "notes": ()}),
        ("task,x,,4,1,tomorrow,en,,,,2026-12-24", {"notes": ("Deadline: 2026-12-24",)}),
        ("section,Later\ntask,x", {"section": "Later"}),
        ("meta,view_style=list\n,,\ntask,x", {"title": "x", "number": 4}),
        ("task,x\nnote,Call first", {"notes": ("Comment: Call first",)}),
        ('task,x\nnote,"See [[file {""name"": ""a.pdf""}]]"', {"notes": ("Comment: See",)}),
    ],
)
def test_todoist(row: str, meant: dict[str, Any]) -> None:
    assert has(todoist(row), meant) == meant


@pytest.mark.parametrize(
    ("name", "project"),
    [
        ("Work [2203306141].csv", "Work"),
        ("Work (2203306141).CSV", "Work"),
        ("Inbox [123456789].csv", None),
        ("Küche & Bad.csv", "Küche & Bad"),
        ("2026 plans.csv", "2026 plans"),
        ("", None),
    ],
)
def test_a_todoist_project_is_its_files_name(name: str, project: str | None) -> None:
    assert read(TODOIST + "task,x\n", name).rows[0].draft.list == project


def test_indents_are_subtasks() -> None:
    rows = read(TODOIST + "task,a,,,1\ntask,b,,,2\ntask,c,,,3\ntask,d,,,2\nsection,s\ntask,e,,,2\n").rows

    assert [(row.draft.title, row.parent) for row in rows] == [("a", None), ("b", 2), ("c", 3), ("d", 2), ("e", None)]


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        ({}, {"title": "Buy milk", "list": "Work", "source": "1", "done": False}),
        ({"List Name": "Inbox"}, {"list": None}),
        ({"Priority": "5"}, {"priority": Priority.HIGH}),
        ({"Priority": "3"}, {"priority": Priority.MEDIUM}),
        ({"Priority": "1"}, {"priority": Priority.LOW}),
        ({"Tags": "home, shop"}, {"tags": ("home", "shop")}),
        ({"Status": "1", "Completed Time": "2026-11-20T08:00:00+0000"}, {"done": True}),
        ({"Status": "2"}, {"done": True}),
        ({"Status": "-1"}, {"done": True, "remarks": ("It was given up there; here it is done.",)}),
        ({"Created Time": "2026-11-01T08:00:00+0000"}, {"created": datetime(2026, 11, 1, 8, tzinfo=UTC)}),
        (
            {"Due Date": "2026-11-22T23:00:00+0000", "Is All Day": "true", "Timezone": BERLIN},
            {"due": Due(date(2026, 11, 23), BERLIN)},
        ),
        ({"Due Date": "2026-11-22T08:00:00+0000", "Is All Day": "false", "Timezone": BERLIN}, {"due": at(22, 9)}),
        ({"Start Date": "2026-11-22T08:00:00+0000", "Is All Day": "false"}, {"due": at(22, 9), "start": None}),
        (
            {"Start Date": "2026-11-20T08:00:00+0000", "Due Date": "2026-11-22T08:00:00+0000"},
            {"start": date(2026, 11, 20), "due": at(22, 9)},
        ),
        ({"Repeat": "RRULE:FREQ=WEEKLY;BYDAY=MO"}, {"rrule": "FREQ=WEEKLY;BYDAY=MO"}),
        ({"Reminder": "PT30M", "Due Date": "2026-11-22T08:00:00+0000"}, {"reminder_minutes": 30, "notes": ()}),
        ({"Reminder": "P0DT9H0M0S"}, {"reminder_minutes": None, "notes": ("Reminder: P0DT9H0M0S",)}),
        ({"Is Check list": "Y", "Content": "▫eggs▪ham"}, {"description": "- [ ] eggs\n- [x] ham"}),
        ({"Column Name": "Doing"}, {"section": "Doing"}),
        ({"Due Date": "0001-01-01T00:00:00+0000"}, {"due": None, "notes": ("Due: 0001-01-01T00:00:00+0000",)}),
        ({"Due Date": "next week"}, {"due": None, "notes": ("Due: next week",)}),
        ({"Timezone": "Mars/Olympus", "Due Date": "2026-11-22T08:00:00Z"}, {"due": at(22, 9)}),
    ],
)
def test_ticktick(cells: dict[str, str], meant: dict[str, Any]) -> None:
    assert has(ticktick(**cells), meant) == meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Buy milk", {"title": "Buy milk", "done": False, "priority": Priority.MEDIUM}),
        ("(A) Buy milk", {"title": "Buy milk", "priority": Priority.HIGH}),
        ("(B) Buy milk", {"priority": Priority.MEDIUM}),
        ("(D) Buy milk", {"priority": Priority.LOW}),
        ("Buy (A) milk", {"title": "Buy (A) milk", "priority": Priority.MEDIUM}),
        ("x Buy milk", {"title": "Buy milk", "done": True}),
        ("xylophone lesson", {"title": "xylophone lesson", "done": False}),
        (
            "x 2026-11-20 2026-11-01 Buy milk pri:A",
            {"done": True, "priority": Priority.HIGH, "created": datetime(2026, 11, 1, 11, tzinfo=UTC)},
        ),
        ("2026-11-01 Buy milk", {"title": "Buy milk", "created": datetime(2026, 11, 1, 11, tzinfo=UTC)}),
        ("Buy milk +errands @shop", {"title": "Buy milk", "list": "errands", "tags": ("shop",)}),
        ("Buy milk +a +b @c", {"list": "a", "tags": ("c", "b")}),
        ("mail bob@example.org 2+2", {"title": "mail bob@example.org 2+2", "tags": (), "list": None}),
        ("Buy milk due:2026-11-25", {"title": "Buy milk", "due": Due(date(2026, 11, 25), BERLIN)}),
        ("Buy milk due:someday", {"title": "Buy milk due:someday", "due": None}),
        ("9999-12-31 Buy milk due:0001-01-01", {"title": "9999-12-31 Buy milk due:0001-01-01", "created": None}),
        ("Buy milk due:2026-02-31", {"title": "Buy milk due:2026-02-31", "due": None}),
        ("Buy milk t:2026-11-25", {"start": date(2026, 11, 25)}),
        ("Buy milk rec:2w", {"rrule": "FREQ=WEEKLY;INTERVAL=2", "after_completion": True}),
        ("Buy milk rec:+1m", {"rrule": "FREQ=MONTHLY;INTERVAL=1", "after_completion": False}),
        ("Buy milk rec:1b", {"rrule": "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;INTERVAL=1"}),
        ("Buy milk https://example.org/a:b", {"title": "Buy milk https://example.org/a:b"}),
        ("@home", {"title": "@home", "tags": ("home",)}),
    ],
)
def test_todo_txt(line: str, meant: dict[str, Any]) -> None:
    row = read(line, "todo.txt", Format.TODO_TXT).rows[0]

    assert has(row, meant) == meant


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (["SUMMARY:Buy milk"], {"title": "Buy milk", "list": "Errands", "source": "u1", "done": False}),
        (["SUMMARY:a\\, b\\; c\\\\nd\\ne"], {"title": "a, b; c\\nd\ne"}),
        (["SUMMARY:Buy", "  milk"], {"title": "Buy milk"}),
        (["SUMMARY:x", "DUE;VALUE=DATE:20261125"], {"due": Due(date(2026, 11, 25), BERLIN)}),
        (["SUMMARY:x", f"DUE;TZID={BERLIN}:20261122T090000"], {"due": at(22, 9)}),
        (["SUMMARY:x", "DUE:20261122T080000Z"], {"due": at(22, 9)}),
        (["SUMMARY:x", "DUE:20261122T090000"], {"due": at(22, 9)}),
        (["SUMMARY:x", "DUE;TZID=W. Europe Standard Time:20261122T090000"], {"due": at(22, 9)}),
        (["SUMMARY:x", "DUE;TZID=/freeassociation/Tzfile/Europe/Berlin:20261122T090000"], {"due": at(22, 9)}),
        (["SUMMARY:x", "DUE;TZID=Mars/Olympus:20261122T090000"], {"due": at(22, 9)}),
        (["SUMMARY:x", "DUE:soon"], {"due": None, "notes": ("Due: soon",)}),
        (
            ["SUMMARY:x", "DTSTART;VALUE=DATE:20261120", "DUE;VALUE=DATE:20261125"],
            {"start": date(2026, 11, 20), "due": Due(date(2026, 11, 25), BERLIN)},
        ),
        (
            ["SUMMARY:x", "DTSTART;VALUE=DATE:20261120", "RRULE:FREQ=DAILY"],
            {"start": None, "due": Due(date(2026, 11, 20), BERLIN), "rrule": "FREQ=DAILY"},
        ),
        (["SUMMARY:x", "DUE:00010101T000000Z"], {"due": None, "notes": ("Due: 00010101T000000Z",)}),
        (["SUMMARY:x", "DUE:99991231T235959Z"], {"due": None, "notes": ("Due: 99991231T235959Z",)}),
        (["SUMMARY:x", "PRIORITY:1"], {"priority": Priority.HIGH}),
        (["SUMMARY:x", "PRIORITY:5"], {"priority": Priority.MEDIUM}),
        (["SUMMARY:x", "PRIORITY:9"], {"priority": Priority.LOW}),
        (["SUMMARY:x", "PRIORITY:high"], {"priority": Priority.MEDIUM}),
        (["SUMMARY:x", "CATEGORIES:a\\,b,c", "CATEGORIES:d"], {"tags": ("a,b", "c", "d")}),
        (["SUMMARY:x", "STATUS:COMPLETED", "COMPLETED:20261120T080000Z"], {"done": True}),
        (["SUMMARY:x", "PERCENT-COMPLETE:100"], {"done": True}),
        (["SUMMARY:x", "STATUS:CANCELLED"], {"done": True, "remarks": ("It was cancelled there; here it is done.",)}),
        (["SUMMARY:x", "URL:https://example.org"], {"notes": ("Link: https://example.org",)}),
        (
            ["SUMMARY:x", "DUE:20261122T080000Z", "BEGIN:VALARM", "TRIGGER:-PT1H30M", "END:VALARM"],
            {"reminder_minutes": 90},
        ),
        (["SUMMARY:x", "what is this"], {"title": "x", "remarks": ("A line was not understood: what is this",)}),
        (["SUMMARY:x", "EXDATE:20261122"], {"remarks": ("Single dates of the repeat (RDATE, EXDATE) are not kept.",)}),
    ],
)  # fmt: skip
def test_icalendar(lines: list[str], meant: dict[str, Any]) -> None:
    row = vtodo_of(*lines)

    assert has(row, meant) == meant


def test_an_unknown_zone_is_told() -> None:
    assert "Mars/Olympus" in vtodo_of("SUMMARY:x", "DUE;TZID=Mars/Olympus:20261122T090000").remarks[0]


def test_related_vtodos_are_subtasks() -> None:
    text = CALENDAR.format(
        "BEGIN:VTODO\r\nUID:b\r\nSUMMARY:child\r\nRELATED-TO:a\r\nEND:VTODO\r\n"
        "BEGIN:VTODO\r\nUID:a\r\nSUMMARY:parent\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nUID:e\r\nEND:VEVENT\r\n"
    )

    found = read(text)

    assert [(row.draft.title, row.parent) for row in in_levels(found.rows)] == [("parent", None), ("child", 2)]
    assert [remark.words for remark in found.remarks] == ["1 event left out: this brings in tasks."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (TODOIST + "task,x\n", Format.TODOIST),
        ("type;content\ntask;x\n", Format.TODOIST),
        (TICKTICK, Format.TICKTICK),
        ("\ufeffBEGIN:VCALENDAR\n", Format.ICALENDAR),
        ("\n{}", Format.OURS),
        ('[{"title": "x"}]', Format.OURS),
        ("[ ] Buy milk\n", Format.TODO_TXT),
        ("(A) Call Mom, then Dad, then Bob\nBuy milk\n", Format.TODO_TXT),
    ],
)
def test_a_file_is_known_by_its_content(text: str, kind: Format) -> None:
    assert detect.format_of(text) is kind


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("name,date,done\nmilk,today,no\nbread,today,no\n", None, "wrong_columns"),
        ("<!doctype html><title>Sign in</title>", None, "not_text"),
        ("TYPE;TITLE\ntask;x\n", Format.TODOIST, "wrong_columns"),
        ("a,b\n", Format.TICKTICK, "wrong_columns"),
        ("", None, "empty"),
        (TODOIST, None, "empty"),
        (TODOIST + 'task,"Buy milk\n', None, "damaged"),
        (TODOIST + "task,Buy milk,,1,1,tomorrow,en,,,,\ntask,Buy br", None, "damaged"),
        (CALENDAR.format("BEGIN:VTODO\r\nSUMMARY:x\r\n")[:-30], None, "cut_off"),
        (CALENDAR.format(""), None, "no_tasks"),
        ("Buy milk\n", Format.ICALENDAR, "no_tasks"),
        ('{"tasks": [{"title": "x"}, {"ti', None, "damaged"),
        ('{"lists": []}', None, "wrong_columns"),
        ('{"taskchat": 2, "tasks": []}', None, "newer"),
        ('{"tasks": [{"title": 7}]}', None, "damaged"),
        ('{"tasks": [{"title": "x", "due": "soon"}]}', None, "damaged"),
        ('{"tasks": [{"title": "x", "due": "2026-11-22T09:00", "zone": "Mars/Olympus"}]}', None, "damaged"),
        ("[" * 100_000, None, "damaged"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 20 + "END:X\n" * 20 + "END:VCALENDAR\n", None, "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text: str, kind: Format | None, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        read(text, "x", kind)

    assert caught.value.code == code
    assert caught.value.message.endswith((".", "!"))
