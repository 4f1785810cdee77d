"""A form that the server asks with: drawn, answered, and what it became."""

from typing import Any

import pytest

from taskchat.assistant.reduce import from_items
from taskchat.domain.person import Ways
from taskchat.ui.chat.asks import with_values
from taskchat.ui.chat.forms import ANSWER, SKIP, answers, form_tree
from taskchat.ui.chat.rows import Row, rows
from taskchat.ui.chat.spoken import said
from taskchat.ui.chat.tree import Part
from tests.ui.talking import WHEN
from tests.ui.test_tree import every, of, words

COLOUR = {"id": "q.1", "type": "multiple_choice", "question": "Which <b>colour</b>?", "options": [{"value": "red"}, {"value": "blue"}]}  # noqa: E501 # fmt: skip
SIZES = COLOUR | {"id": "q.2", "question": "Which sizes?", "multiple": True}
WHY = {"id": "q.3", "type": "freeform", "question": "Why?", "description": "In a few words"}


def form(*questions: dict[str, Any], status: str = "pending") -> dict[str, Any]:
    inputs = [*questions]
    return {"id": "msg_f", "type": "structured_input", "status": status, "inputs": inputs, "created_at": WHEN}


def shown(item: dict[str, Any]) -> Row:
    (row,) = rows(from_items([item]).items, Ways())
    return row


def names(part: Part) -> list[str]:
    return [one["attrs"]["name"] for one in every(part) if one["attrs"].get("name")]


def test_each_question_is_a_group_with_its_own_fields() -> None:
    drawn = form_tree(form(COLOUR, SIZES, WHY))

    groups = of("fieldset", drawn)
    assert [words(of("legend", group)[0]) for group in groups] == [["Which <b>colour</b>?"], ["Which sizes?"], ["Why?"]]
    assert [names(group) for group in groups] == [["0.one", "0.own"], ["1.0", "1.1", "1.own"], ["2.own"]]
    assert [words(option) for option in of("option", groups[0])] == [["Choose"], ["red"], ["blue"]]
    assert "In a few words" in words(groups[2])


def test_its_buttons_answer_and_skip() -> None:
    (whole,) = of("form", form_tree(form(WHY)))
    send, skip = of("button", whole)

    assert (whole["act"]["type"], send["attrs"]["type"], skip["act"]["type"]) == (ANSWER, "submit", SKIP)
    assert (send["text"], skip["text"]) == ("Send answers", "Skip")


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ('{"0.one": "red", "0.own": "", "1.0": false, "1.1": false, "1.own": "", "2.own": " "}', {"q.1": ["red"]}),
        ('{"0.one": "red", "0.own": "green"}', {"q.1": ["green"]}),
        ('{"1.0": true, "1.1": true, "1.own": "huge"}', {"q.2": ["red", "blue", "huge"]}),
        ('{"2.own": "because"}', {"q.3": ["because"]}),
        ("{}", {}),
    ],
)
def test_what_was_filled_in_is_sent_as_chatkit_wants_it(typed: str, sent: dict[str, list[str]]) -> None:
    (whole,) = of("form", form_tree(form(COLOUR, SIZES, WHY)))

    assert answers(with_values(whole["act"]["payload"], typed)) == {
        one: {"values": values} for one, values in sent.items()
    }


def test_it_is_read_out_while_it_waits() -> None:
    talk = from_items([form(COLOUR, WHY)])

    assert said(talk) == "Question: Which <b>colour</b>? Why? Use the form."


def test_what_it_became_is_one_line() -> None:
    told = form(COLOUR | {"answer": {"values": ["red", "blue"]}}, WHY | {"answer": {"values": [], "skipped": True}})

    assert shown(form(COLOUR)).kind == "widget"
    assert shown(told | {"status": "answered"}).text == "Which <b>colour</b>? red, blue Why? No answer."
    assert shown(form(WHY, status="skipped")).text == "Skipped: Why?"
