"""A task as others write and read it."""

from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from taskchat.domain.plain import encode
from taskchat.domain.task import KEEP, Clash, Draft, Due, Edit, Priority, Status, Task, Undone
from taskchat.errors import Invalid
from taskchat.web.wire import READ_ONLY, Reading, decode_draft, decode_edit, encode_undone

BERLIN = "Europe/Berlin"
NAMES = {
    *("id", "title", "description", "status", "priority", "tags", "start", "due", "zone", "estimate_minutes"),
    *("reminder_minutes", "rrule", "after_completion", "list", "section", "parent_id", "position", "created"),
    *("updated", "completed"),
}


@pytest.fixture
def reading(now: datetime) -> Reading:
    return Reading(BERLIN, now)


@pytest.fixture
def task(now: datetime) -> Task:
    return Task(
        id="0199",
        title="Call mom 👵",
        description="**soon**",
        status=Status.OPEN,
        priority=Priority.HIGH,
        tags=("c++", "home"),
        start=date(2026, 3, 1),
        due=Due.moment(date(2026, 3, 2), time(17), BERLIN),
        estimate_minutes=30,
        reminder_minutes=15,
        rrule="FREQ=WEEKLY",
        series_id="0100",
        after_completion=True,
        list="Home",
        section="Soon",
        parent_id=None,
        position="a0",
        sample=False,
        created=now,
        updated=now,
        completed=None,
    )


def test_a_task_shows_exactly_the_fields_of_the_wire(task: Task) -> None:
    wire = encode(task, "UTC")

    assert set(wire) == NAMES
    assert wire["due"] == "2026-03-02T17:00:00+01:00"
    assert wire["zone"] == BERLIN
    assert wire["start"] == "2026-03-01"
    assert (wire["status"], wire["priority"], wire["tags"]) == ("open", "high", ["c++", "home"])
    assert datetime.fromisoformat(wire["created"]) == task.created
    assert wire["completed"] is None and wire["parent_id"] is None


def test_what_is_written_is_what_was_read(task: Task, reading: Reading) -> None:
    wire = {name: value for name, value in encode(task, "UTC").items() if name not in READ_ONLY}

    edit, status = decode_edit(wire, reading)

    assert edit.applied_to(task) == task
    assert status is Status.OPEN


def test_a_draft_takes_every_field_it_has(task: Task, reading: Reading) -> None:
    wire = {name: value for name, value in encode(task, "UTC").items() if name not in READ_ONLY | {"position"}}

    draft, status = decode_draft(wire, reading)

    assert status is Status.OPEN
    assert all(getattr(draft, f.name) == getattr(task, f.name) for f in fields(Draft))


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        ({"due": "2026-03-02"}, Due(date(2026, 3, 2), BERLIN)),
        ({"due": "2026-03-02T17:00"}, Due.moment(date(2026, 3, 2), time(17), BERLIN)),
        ({"due": "2026-03-02T17:00:00"}, Due.moment(date(2026, 3, 2), time(17), BERLIN)),
        ({"due": "2026-03-02T17:00:00+01:00"}, Due.moment(date(2026, 3, 2), time(17), BERLIN)),
        ({"due": "2026-03-02T16:00:00Z"}, Due.moment(date(2026, 3, 2), time(17), BERLIN)),
        ({"due": "2026-03-02T23:30:00-02:00"}, Due.moment(date(2026, 3, 3), time(2, 30), BERLIN)),
        ({"due": "2026-03-02T17:00", "zone": "Asia/Tokyo"}, Due.moment(date(2026, 3, 2), time(17), "Asia/Tokyo")),
        ({"due": "2026-03-02", "zone": "Asia/Tokyo"}, Due(date(2026, 3, 2), "Asia/Tokyo")),
        ({"due": "2026-03-02", "zone": None}, Due(date(2026, 3, 2), BERLIN)),
    ],
)
def test_a_due_date_is_meant_by_the_persons_clock(sent: dict[str, Any], due: Due, reading: Reading) -> None:
    assert decode_draft({"title": "x", **sent}, reading)[0].due == due


def test_what_is_absent_is_unchanged_and_null_is_erased(reading: Reading) -> None:
    erased = ("description", "tags", "start", "due", "estimate_minutes", "reminder_minutes", "rrule", "list")

    edit, status = decode_edit(
        dict.fromkeys([*erased, "section", "parent_id", "priority", "after_completion"]), reading
    )

    assert edit.sent() == {
        **dict.fromkeys([*erased, "section", "parent_id"]),
        "description": "",
        "tags": (),
        "priority": Priority.MEDIUM,
        "after_completion": False,
    }
    assert edit.title is KEEP and status is None
    assert decode_edit({}, reading) == (Edit(), None)


def test_null_in_a_new_task_is_as_good_as_absent(reading: Reading) -> None:
    sent = {"title": "x", "description": None, "due": None, "tags": None, "status": None, "priority": None}

    assert decode_draft(sent, reading) == (Draft(title="x"), Status.OPEN)


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"title": None}, "title"),
        ({"title": 7}, "title"),
        ({"title": ["x"]}, "title"),
        ({"description": {}}, "description"),
        ({"status": "finished"}, "status"),
        ({"status": None}, "status"),
        ({"status": True}, "status"),
        ({"priority": "huge"}, "priority"),
        ({"priority": 1}, "priority"),
        ({"tags": "home"}, "tags"),
        ({"tags": ["home", 1]}, "tags"),
        ({"tags": {"home": True}}, "tags"),
        ({"start": "2026-3-2"}, "start"),
        ({"start": "2026-03-02T10:00"}, "start"),
        ({"start": "20260302"}, "start"),
        ({"due": "tomorrow"}, "due"),
        ({"due": "2026-02-30"}, "due"),
        ({"due": "2026-03-02T25:00"}, "due"),
        ({"due": 1772000000}, "due"),
        ({"due": "1999-01-01"}, "due"),
        ({"due": "2026-03-02", "zone": "Mars/Olympus"}, "zone"),
        ({"due": "2026-03-02", "zone": 1}, "zone"),
        ({"zone": BERLIN}, "zone"),
        ({"estimate_minutes": "30"}, "estimate_minutes"),
        ({"estimate_minutes": 1.5}, "estimate_minutes"),
        ({"reminder_minutes": True}, "reminder_minutes"),
        ({"after_completion": "yes"}, "after_completion"),
        ({"list": 1}, "list"),
        ({"parent_id": 1}, "parent_id"),
        ({"position": None}, "position"),
        ({"id": "0199"}, "id"),
        ({"created": "2026-03-02T17:00:00Z"}, "created"),
        ({"completed": None}, "completed"),
        ({"owner": "somebody"}, "owner"),
        ({"user_id": "somebody"}, "user_id"),
        ({"x" * 500: 1}, "x" * 50),
    ],
)
def test_what_has_the_wrong_name_or_kind_is_refused_by_name(sent: dict[str, Any], field: str, reading: Reading) -> None:
    with pytest.raises(Invalid) as caught:
        decode_edit(sent, reading)

    assert caught.value.field == field


@pytest.mark.parametrize("sent", [{}, {"description": "x"}, {"title": None}])
def test_a_new_task_needs_a_title(sent: dict[str, Any], reading: Reading) -> None:
    with pytest.raises(Invalid) as caught:
        decode_draft(sent, reading)

    assert caught.value.field == "title"


def test_a_new_task_finds_its_own_position(reading: Reading) -> None:
    with pytest.raises(Invalid) as caught:
        decode_draft({"title": "x", "position": "a0"}, reading)

    assert caught.value.field == "position"


def test_a_task_without_a_due_date_names_the_persons_zone(task: Task) -> None:
    undated = Edit(due=None).applied_to(task)

    wire = encode(undated, "Asia/Tokyo")

    assert (wire["due"], wire["zone"]) == (None, "Asia/Tokyo")


def test_a_finished_task_says_when(task: Task) -> None:
    finished = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
    done = Task(**{f.name: getattr(task, f.name) for f in fields(task)} | {"completed": finished})

    assert encode(done, "UTC")["completed"] == "2026-11-21T12:30:00+00:00"


def test_an_undo_shows_both_values_of_a_clash() -> None:
    undone = Undone(("1",), "Taken back.", (Clash("2", "Milk", "title", "Oat milk", "Milk"),))

    assert encode_undone(undone) == {
        "tasks": ["1"],
        "words": "Taken back.",
        "clashes": [{"task_id": "2", "title": "Milk", "field": "title", "now": "Oat milk", "then": "Milk"}],
    }
