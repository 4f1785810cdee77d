"""A widget as elements: what is drawn, what degrades to its words, and what never gets through."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from taskchat.ui.chat.tree import DEEPEST, DRAWN, MOST, Part, question, tree


def every(part: Part) -> Iterator[Part]:
    yield part
    for inner in part.get("parts", ()):
        yield from every(inner)


def words(part: Part) -> list[str]:
    return [one["text"] for one in every(part) if "text" in one]


def of(tag: str, part: Part) -> list[Part]:
    return [one for one in every(part) if one["tag"] == tag]


def card(*children: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "Card", "children": [*children]} | more


def action(kind: str = "do", **more: Any) -> dict[str, Any]:
    return {"type": kind, "payload": {"id": "c1"}, "handler": "server"} | more


def asks(*titles: str) -> dict[str, Any]:
    rows = [{"type": "Text", "value": title} for title in titles]
    buttons = [
        {
            "type": "Button",
            "label": "Move 6 to trash",
            "color": "danger",
            "onClickAction": action("confirmation.confirm"),
        },
        {"type": "Button", "label": "Keep them", "onClickAction": action("confirmation.cancel")},
    ]
    title = {"type": "Title", "value": "Move 6 tasks to the trash?"}
    row = {"type": "Row", "children": buttons}
    return card(title, {"type": "Col", "children": rows}, row, key="confirmation")


def test_a_question_is_known_by_its_key_alone() -> None:
    assert question(asks("a")) == "Move 6 tasks to the trash?"
    assert question(asks("a") | {"key": "other"}) == ""


def test_a_question_shows_four_titles_and_keeps_the_rest() -> None:
    drawn = tree(asks(*"abcdef"))

    (fold,) = of("details", drawn)
    assert words(fold) == ["and 2 more", "e", "f"]
    assert [words(line) for line in of("li", drawn)[:4]] == [["a"], ["b"], ["c"], ["d"]]
    assert of("h3", drawn)[0]["parts"][0]["icon"] == "trash-2"


def test_buttons_have_names_that_begin_with_the_answer_and_hold_the_label() -> None:
    yes, no = of("button", tree(asks("a")))

    assert (yes["text"], yes["attrs"]["aria-label"]) == ("Move 6 to trash", "Confirm: move 6 to trash")
    assert (no["text"], no["attrs"]["aria-label"]) == ("Keep them", "Cancel: keep them")
    assert "bg-overdue" in yes["attrs"]["className"] and "bg-overdue" not in no["attrs"]["className"]
    assert yes["act"] == {"type": "confirmation.confirm", "payload": '{"id": "c1"}', "loading": "self", "sync": False}


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ({"type": "Text", "value": "Kept."}, ["Kept."]),
        ({"type": "Hologram", "value": "unknown"}, ["unknown"]),
        ({"type": "Chart", "title": "Progress", "data": [1, 2]}, ["Progress"]),
        ({"type": "Image", "src": "https://evil.example/a.png", "alt": "A cat"}, ["A cat"]),
        (
            {"type": "Hologram", "label": "outside", "children": {"type": "Text", "value": "inside"}},
            ["outside", "inside"],
        ),
        ({"type": "Badge", "label": "new"}, ["new"]),
        ({"type": "Spacer"}, []),
        ({"type": "Box", "children": [{"type": "Text", "value": "deep"}]}, ["deep"]),
        ({"type": "Row", "children": "nonsense"}, []),
        ({"type": "Text", "value": {"light": 1}}, []),
        ({"children": [{"type": "Text", "value": "no type"}]}, ["no type"]),
    ],
)
def test_what_is_not_drawn_is_its_words(node: dict[str, Any], said: list[str]) -> None:
    assert words(tree(card(node))) == said


@pytest.mark.parametrize("root", [{}, {"type": "Card"}, {"type": "Card", "children": [None, 7, "x"]}, {"type": 3}])
def test_a_widget_without_sense_is_nothing(root: dict[str, Any]) -> None:
    assert words(tree(root)) == []


def test_every_component_of_the_list_is_drawn() -> None:
    listed = (
        "Card ListView ListViewItem Row Col Box Title Text Caption Markdown Badge Icon Button Divider Form Input "
        "Select Checkbox DatePicker"
    )

    assert set(listed.split()) <= set(DRAWN)


def test_nothing_but_words_gets_through_of_what_a_stranger_wrote() -> None:
    evil = "<img src=x onerror=alert(1)>"
    node = {"type": "Text", "value": evil, "style": "position:fixed", "onClick": "x", "className": "toast", "key": evil}
    node |= {"color": evil, "id": evil, "dangerouslySetInnerHTML": {"__html": evil}}

    drawn = tree(card(node, {"type": "Icon", "name": evil}, {"type": "Badge", "label": evil, "color": evil}))

    assert {one["tag"] for one in every(drawn)} == {"div", "p", "span", "bdi"}
    assert {name for one in every(drawn) for name in one["attrs"]} == {"className"}
    assert not [one for one in every(drawn) if "html" in one or "icon" in one]
    assert words(drawn) == [evil, evil]


def test_html_is_made_of_markdown_alone_and_passes_its_sanitiser() -> None:
    drawn = tree(
        card({"type": "Markdown", "value": "**bold** <script>x</script> [a](javascript:x) ![b](https://e.x/b)"})
    )

    (made,) = [one["html"] for one in every(drawn) if "html" in one]
    assert "<strong>bold</strong>" in made
    assert "<script" not in made and "href" not in made and "<img" not in made


def test_a_widget_without_end_ends() -> None:
    deep: dict[str, Any] = {"type": "Text", "value": "bottom"}
    for _ in range(DEEPEST + 5):
        deep = {"type": "Box", "children": [deep]}
    wide = card(*({"type": "Text", "value": "x"} for _ in range(5_000)))

    assert words(tree(deep)) == []
    assert len(words(tree(wide))) <= MOST


@pytest.mark.parametrize(
    ("behaviour", "loading"),
    [(None, "self"), ("auto", "self"), ("self", "self"), ("container", "container"), ("none", "none"), ("odd", "self")],
)
def test_a_button_waits_as_its_action_says(behaviour: str | None, loading: str) -> None:
    node = {"type": "Button", "label": "Go", "onClickAction": action(loadingBehavior=behaviour, streaming=False)}

    (button,) = of("button", tree(card(node)))

    assert (button["act"]["loading"], button["act"]["sync"]) == (loading, True)


def test_by_itself_a_card_waits_as_a_whole_and_a_choice_not_at_all() -> None:
    choice = {"type": "Select", "name": "a", "options": [], "onChangeAction": action()}

    drawn = tree(
        card(choice, confirm={"label": "Save", "action": action()}, cancel={"label": "No", "action": action()})
    )

    assert of("select", drawn)[0]["act"]["loading"] == "none"
    assert [(b["text"], b["act"]["loading"]) for b in of("button", drawn)] == [("Save", "container"), ("No", "self")]


@pytest.mark.parametrize("act", [None, "x", {"payload": {}}, action("their.own", handler="client")])
def test_a_button_nobody_here_understands_cannot_be_pressed(act: Any) -> None:
    (button,) = of("button", tree(card({"type": "Button", "label": "Go", "onClickAction": act})))

    assert button["attrs"]["disabled"]
    assert "act" not in button


def test_a_row_that_can_be_pressed_says_what_it_opens() -> None:
    item = {"type": "ListViewItem", "children": [{"type": "Text", "value": "milk"}]}
    opening = action("task.open", handler="client")
    lists = {
        "type": "ListView",
        "limit": 1,
        "status": {"text": "2 tasks"},
        "children": [item | {"onClickAction": opening}, item],
    }

    drawn = tree(lists)

    (button,) = of("button", drawn)
    assert button["attrs"]["aria-label"] == "Open: milk"
    assert words(of("details", drawn)[0]) == ["and 1 more", "milk"]
    assert words(drawn)[0] == "2 tasks"


def test_a_form_has_named_fields_with_their_rules() -> None:
    fields = [
        {
            "type": "Input",
            "name": "task.title",
            "placeholder": "Title",
            "required": True,
            "pattern": ".+",
            "defaultValue": "a",
        },
        {"type": "Select", "name": "list", "options": [{"value": "h", "label": "Home"}], "defaultValue": "h"},
        {"type": "Checkbox", "name": "sure", "label": "Sure?", "defaultChecked": True},
        {"type": "DatePicker", "name": "due", "min": "2026-11-21T00:00:00Z"},
        {"type": "Button", "label": "Save", "submit": True},
    ]

    drawn = tree(card({"type": "Form", "onSubmitAction": action("form.save"), "children": fields}))

    (form,) = of("form", drawn)
    title, box, due = of("input", drawn)
    assert (form["act"]["type"], form["act"]["loading"]) == ("form.save", "container")
    assert title["attrs"] == {
        "className": "w-field", "name": "task.title", "aria-label": "Title", "required": True, "type": "text",
        "pattern": ".+", "placeholder": "Title", "defaultValue": "a",
    }  # fmt: skip
    assert (box["attrs"]["type"], box["attrs"]["defaultChecked"]) == ("checkbox", True)
    assert (due["attrs"]["type"], due["attrs"]["min"]) == ("date", "2026-11-21")
    assert [o["attrs"].get("value") for o in of("option", drawn)] == ["", "h"]
    assert of("button", drawn)[0]["attrs"] == {
        "className": of("button", drawn)[0]["attrs"]["className"],
        "type": "submit",
    }


def test_a_card_can_be_a_form_itself() -> None:
    drawn = tree(card({"type": "Input", "name": "a"}, asForm=True, confirm={"label": "Save", "action": action()}))

    assert drawn["tag"] == "form"
    assert of("button", drawn)[0]["attrs"]["type"] == "submit"


def test_a_tree_can_go_over_the_wire() -> None:
    assert json.loads(json.dumps(tree(asks(*"abcdef")))) == tree(asks(*"abcdef"))
