"""A conversation as rows: what is seen of messages, steps and cards."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from taskchat.assistant.reduce import Conversation, from_items
from taskchat.domain.person import Ways
from taskchat.ui.chat.rows import Known, Row, last_answer, last_message, rows, short, tone, touched
from taskchat.ui.chat.spoken import said
from tests.ui.talking import answer, step, user, workflow

BERLIN = Ways(zone="Europe/Berlin")


def conversation(*items: dict[str, Any]) -> Conversation:
    return from_items(items)


def seen(*items: dict[str, Any], ways: Ways = BERLIN) -> list[Row]:
    return rows(conversation(*items).items, ways)


def listed(kind: str, *titles: str, total: int = 0) -> dict[str, Any]:
    """A list of tasks as the server sends it."""
    about = {"kind": kind, "ids": list(titles), "total": total or len(titles), "group": ""}
    items = [
        {"type": "ListViewItem", "key": title, "children": [{"type": "Button"}, {"type": "Col", "children": [
            {"type": "Text", "value": title}, {"type": "Caption", "value": "Today 17:00", "tone": "today"}]}]}
        for title in titles
    ]  # fmt: skip
    return {"type": "ListView", "key": kind, "status": {"text": "3 tasks"}, "about": about, "children": items}


def settled(words: str, group: str = "", tasks: tuple[str, ...] = ()) -> dict[str, Any]:
    text = {"type": "Text", "value": words}
    row = {"type": "Row", "children": [text, {"type": "Button", "label": "Undo"}]} if group else text
    return {"type": "Card", "key": "settled", "children": [row], "group": group, "tasks": list(tasks)}


def widget(item_id: str, tree: dict[str, Any]) -> dict[str, Any]:
    return {"id": item_id, "type": "widget", "widget": tree, "created_at": "2026-11-21T10:00:00"}


def test_a_sentence_is_shown_as_it_was_written() -> None:
    (row,) = seen(user("m", "**not** <b>markdown</b>"))

    assert (row.kind, row.text, row.blocks) == ("user", "**not** <b>markdown</b>", [])


def test_an_answer_is_prose_with_its_model() -> None:
    (row,) = seen(answer("m", "First.\n\nSecond."))

    assert row.blocks == ["<p>First.</p>", "<p>Second.</p>"]
    assert row.meta == "Built-in"


@pytest.mark.parametrize(
    ("ways", "at", "clock"),
    [
        (BERLIN, "2026-11-22T00:30:00+01:00", "Sun 22 Nov, 00:30"),
        (
            Ways(zone="America/New_York", clock_24=False, day_first=False),
            "2026-11-21T18:30:00-05:00",
            "Sat Nov 21, 6:30 pm",
        ),
    ],
)
def test_everything_said_has_its_time_by_the_persons_calendar_and_clock(ways: Ways, at: str, clock: str) -> None:
    made = {"created_at": "2026-11-21T23:30:00Z"}

    for row in seen(user("m1", "hi") | made, answer("m2", "Hello.") | made, ways=ways):
        assert (row.at, row.clock) == (at, clock)


def test_what_was_quoted_stands_with_the_message() -> None:
    (row,) = seen(user("m", "what is this?") | {"quoted_text": "<b>milk</b>"})

    assert (row.quoted, row.text) == ("<b>milk</b>", "what is this?")


def test_an_answer_shows_what_the_person_thinks_of_it() -> None:
    (row,) = seen(answer("m", "Hi.") | {"rating": "negative", "comment": "too short"})

    assert (row.rating, row.comment) == ("negative", "too short")


@pytest.mark.parametrize(
    ("items", "last"),
    [
        ([user("m1", "a"), answer("m2", "A.")], "m2"),
        ([user("m1", "a"), answer("m2", "A."), answer("m3", "B.")], "m3"),
        ([user("m1", "a"), answer("m2", "A."), widget("w", settled("Kept."))], "m2"),
        ([user("m1", "a"), answer("m2", "A."), user("m3", "b")], ""),
        ([], ""),
    ],
)
def test_only_the_last_answer_can_be_had_anew(items: list[dict[str, Any]], last: str) -> None:
    assert last_answer(conversation(*items)) == last


def test_an_answer_that_was_stopped_says_so() -> None:
    (row,) = seen(answer("m", "Half a") | {"ending": "stopped"})

    assert row.ending == "Stopped here."


def test_an_item_that_has_not_changed_keeps_its_row() -> None:
    talk = conversation(user("m1", "one"), answer("m2", "two"))
    known: Known = {}
    before = rows(talk.items, BERLIN, known)

    after = rows([*talk.items[:1], replace(talk.items[1], parts=("three",))], BERLIN, known)

    assert after[0] is before[0]
    assert after[1].blocks == ["<p>three</p>"]


def test_an_empty_answer_takes_no_row() -> None:
    assert seen(answer("m", "")) == []


def test_a_step_says_what_came_of_it() -> None:
    (row,) = seen(workflow("w", step("Created: milk", tasks=("milk",))))

    (one,) = row.steps
    assert (one.title, one.state, one.ms) == ("Created: milk", "done", "38 ms")
    assert '"title": "x"' in one.arguments
    assert [(e.title, e.due, e.tone) for e in one.echoes] == [("milk", "Tomorrow 17:00", "soon")]
    assert (row.undo, row.undo_all) == ("msg_1", "")


def test_several_tasks_are_taken_back_together() -> None:
    (row,) = seen(workflow("w", step("Created: a", tasks=("a",)), step("Created: b", tasks=("b",))))

    assert row.undo_all == "Undo all 2"


@pytest.mark.parametrize("state", ["failed", "waiting", "stopped"])
def test_what_was_not_done_cannot_be_taken_back(state: str) -> None:
    (row,) = seen(workflow("w", step("Could not", state=state, tasks=("a",))))

    assert row.undo == ""


@pytest.mark.parametrize(("count", "shown", "rest"), [(1, 1, 0), (4, 4, 0), (5, 3, 2), (9, 3, 6)])
def test_more_than_four_steps_fold(count: int, shown: int, rest: int) -> None:
    (row,) = seen(workflow("w", *(step(f"Step {n}") for n in range(count))))

    assert (len(row.steps), len(row.rest)) == (shown, rest)


def test_what_a_search_found_is_not_echoed() -> None:
    (row,) = seen(workflow("w", step("Found 2 tasks", tasks=("a", "b"), tool="list_tasks")))

    assert row.steps[0].echoes == []
    assert row.undo == ""


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("tomorrow, Sun 22 Nov, at 17:00", "Tomorrow 17:00"),
        ("today, Sat 21 Nov", "Today"),
        ("today, Sat Nov 21, at 5 pm", "Today 5 pm"),
        ("Fri 27 Nov, at 09:00", "Fri 27 Nov 09:00"),
        ("Mon 23 Nov at 09:00", "Mon 23 Nov 09:00"),
        ("Fri 27 Nov", "Fri 27 Nov"),
        ("Friday, 27 Nov 2027, at 9 am", "Friday, 27 Nov 2027 9 am"),
        ("", ""),
    ],
)
def test_a_date_is_short_beside_its_task(due: str, words: str) -> None:
    assert short(due) == words


@pytest.mark.parametrize(
    ("due", "colour"),
    [
        ("today, Sat 21 Nov, at 17:00", "today"),
        ("tomorrow, Sun 22 Nov", "soon"),
        ("yesterday, Fri 20 Nov", "overdue"),
        ("Fri 27 Nov at 09:00", "soon"),
        ("Sat Nov 28, at 9 am", "soon"),
        ("Sun 29 Nov", "later"),
        ("Thu 19 Nov", "overdue"),
        ("Fri 1 Jan 2027", "later"),
        ("Mon 23 Nov 2025", "overdue"),
        ("one fine day", "later"),
        ("", "later"),
    ],
)
def test_the_colour_of_a_date_is_that_of_the_day_it_was_said(due: str, colour: str) -> None:
    assert tone(due, date(2026, 11, 21)) == colour


def test_touched_is_what_the_last_message_changed() -> None:
    talk = conversation(
        user("m1", "one"),
        workflow("w1", step("Created: a", tasks=("a",))),
        user("m2", "two"),
        workflow("w2", step("Found", tasks=("x",), tool="list_tasks"), step("Created: b", tasks=("b", "b"))),
        workflow("w3", step("Could not", state="failed", tasks=("y",)), step("Created: c", tasks=("c",))),
    )

    assert touched(talk) == ("b", "c")


def test_retry_starts_at_the_last_message() -> None:
    assert (
        last_message(conversation(user("m1", "one"), answer("m2", "x"), user("m3", "two"), answer("m4", "y"))) == "m3"
    )
    assert last_message(conversation()) == ""


def test_a_task_another_program_left_is_drawn_as_a_step() -> None:
    (row,) = seen({"id": "k", "type": "task", "task": {"type": "custom", "title": "Sorted"}})

    assert (row.kind, [one.title for one in row.steps]) == ("steps", ["Sorted"])


def test_an_answer_is_read_out_once_and_cut() -> None:
    talk = conversation(user("m1", "one"), answer("m2", "word " * 100))

    assert said(talk) == f"Answer: {('word ' * 100)[:300]}"


def test_a_question_is_read_out_with_how_to_answer() -> None:
    asked = {
        "type": "Card",
        "key": "confirmation",
        "children": [{"type": "Title", "value": "Move 6 tasks to the trash?"}],
    }
    talk = conversation(user("m1", "delete all"), answer("m2", "Sure?"), widget("w", asked))

    assert said(talk) == "Question: Move 6 tasks to the trash? Use the buttons or answer yes."


def test_a_list_of_tasks_is_rows_with_the_numbers_one_can_say() -> None:
    (row,) = seen(widget("w", listed("tasks", *"abcdefgh")))

    assert (row.kind, row.text, row.plan) == ("tasks", "3 tasks", False)
    assert [(e.title, e.number, e.due, e.tone) for e in row.tasks[:2]] == [
        ("a", "1", "Today 17:00", "today"),
        ("b", "2", "Today 17:00", "today"),
    ]
    assert (len(row.tasks), len(row.more)) == (6, 2)
    assert row.listed == "a.b.c.d.e.f.g.h"


def test_the_day_is_marked_as_a_plan() -> None:
    (row,) = seen(widget("w", listed("plan", "a")))

    assert row.plan


def test_what_a_message_changed_stands_under_its_steps_alone() -> None:
    assert seen(widget("w", listed("changed", "a"))) == []


def test_several_changed_tasks_can_be_shown_in_the_list() -> None:
    one, several = seen(
        workflow("w1", step("Created: a", tasks=("a",))),
        workflow("w2", step("Created: b", tasks=("b",)), step("Created: c", tasks=("c", "b"))),
    )

    assert (one.listed, several.listed) == ("", "b.c")


def test_an_undo_in_words_offers_no_undo() -> None:
    (row,) = seen(workflow("w", step("Taken back", tasks=("a",), tool="undo_last")))

    assert row.undo == ""


def test_an_answered_question_is_one_line_with_its_way_back() -> None:
    done, kept = seen(
        widget("w1", settled("Moved 2 tasks to the trash.", "msg_9", ("a",))), widget("w2", settled("Kept."))
    )

    assert (done.kind, done.text, done.undo) == ("settled", "Moved 2 tasks to the trash.", "msg_9")
    assert (kept.text, kept.undo) == ("Kept.", "")


def test_what_a_yes_changed_is_touched_whether_clicked_or_said() -> None:
    clicked = conversation(user("m1", "change all"), widget("w", settled("Changed 2 tasks.", "m1", ("a", "b"))))
    told = conversation(
        user("m1", "change all"), widget("w", settled("Changed 2 tasks.", "m2", ("a", "b"))), user("m2", "yes")
    )

    assert touched(clicked) == touched(told) == ("a", "b")
    assert touched(conversation(*[user("m1", "x"), widget("w", settled("Done.", "m1", ("a",))), user("m3", "y")])) == ()
