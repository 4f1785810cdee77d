"""A conversation as Markdown: who said what, what was done, and nothing that was meant as it is becomes a mark."""

from datetime import datetime
from typing import Any

import pytest

from taskchat.assistant.export import as_markdown, plain
from taskchat.assistant.reduce import from_items
from taskchat.domain.person import Ways

MADE = {"created_at": "2026-11-21T09:00:00+00:00"}
HEADING = ", Sat 21 Nov, 10:00"


def said(text: str, **more: Any) -> dict[str, Any]:
    return {"id": "m", "type": "user_message", "content": [{"type": "input_text", "text": text}]} | MADE | more


def answered(text: str) -> dict[str, Any]:
    return {"id": "a", "type": "assistant_message", "content": [{"text": text}], "model": "Built-in"} | MADE


def card(*children: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "w", "type": "widget", "widget": {"type": "ListView", "children": [*children]} | more}


def exported(*items: dict[str, Any], now: datetime, title: str = "Milk") -> str:
    return as_markdown(from_items(items, title=title), now=now, ways=Ways(zone="Europe/Berlin"))


def test_a_conversation_reads_from_top_to_bottom(now: datetime) -> None:
    step = {"type": "custom", "title": "Created: milk", "content": '{"result": {"secret": 1}}'}
    attached = [{"id": "atc_1", "type": "image", "name": "list.png"}]

    text = exported(
        said("add milk", quoted_text="one\ntwo", attachments=attached),
        {"id": "s", "type": "workflow", "workflow": {"tasks": [step]}},
        answered("Done. **milk** is there."),
        now=now,
    )

    assert text == (
        f"# Milk\n\n## You{HEADING}\n\n> one\n> two\n\nadd milk\n\n- Attached: list.png\n\n- Created: milk\n\n"
        f"## Assistant (Built-in){HEADING}\n\nDone. **milk** is there.\n"
    )


def test_a_card_is_its_words(now: datetime) -> None:
    row = {"type": "ListViewItem", "children": [
        {"type": "Button", "label": "Done"},
        {"type": "Col", "children": [{"type": "Text", "value": "Buy milk"}, {"type": "Caption", "value": "Today"}]},
    ]}  # fmt: skip

    text = exported(card(row, status={"text": "1 task"}), now=now)

    assert text.endswith("\n\n1 task\n- Buy milk · Today\n")
    assert "milk · Today" not in exported(card(row, about={"kind": "changed", "ids": []}), now=now)


def test_a_form_is_its_questions_and_answers(now: datetime) -> None:
    asked = {"id": "q", "type": "freeform", "question": "Why?"}
    form = {"id": "f", "type": "structured_input", "status": "answered", "inputs": [asked | {"answer": {"values": ["so"]}}, asked]}  # noqa: E501 # fmt: skip

    assert exported(form, now=now).endswith("- Why? so\n- Why?\n")


def test_a_conversation_without_a_name_has_a_heading(now: datetime) -> None:
    assert exported(now=now, title="") == "# Conversation\n"


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("*a* _b_ `c` [d](e) <f>", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\>"),
        ("# one\n- two\n 3. three", "\\# one\n\\- two\n \\3. three"),
        ("5 - 3 #home 2.5", "5 - 3 #home 2.5"),
    ],
)
def test_words_that_were_meant_as_they_are_stay_as_they_are(text: str, reads: str) -> None:
    assert plain(text) == reads
