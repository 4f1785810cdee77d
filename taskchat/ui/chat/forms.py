"""A form that the server asks with (ChatKit's structured input): as a card, its answers, and what it became."""

from collections.abc import Mapping
from typing import Any

from taskchat.ui.chat.tree import Part, tree

Wire = Mapping[str, Any]
ANSWER, SKIP = "structured_input.answer", "structured_input.skip"
"""What its buttons do: of this page, no action of a widget."""


def waits(item: Wire) -> bool:
    return item.get("type") == "structured_input" and item["status"] == "pending"


def form_tree(item: Wire) -> Part:
    """Each field is called after the place of its question: ids may hold what a name must not."""
    asked = [_question(place, question) for place, question in enumerate(item["inputs"])]
    known = {"questions": [_known(question) for question in item["inputs"]]}
    send = {"type": "Button", "label": "Send answers", "submit": True, "style": "primary"}
    skip = {"type": "Button", "label": "Skip", "onClickAction": {"type": SKIP, "payload": known}}
    foot = tree({"type": "Row", "children": [send, skip]})
    shell = tree({"type": "Form", "onSubmitAction": {"type": ANSWER, "payload": known}})
    return {"tag": "div", "attrs": {"className": "w-card"}, "parts": [shell | {"parts": [*asked, foot]}]}


def _known(question: Wire) -> dict[str, Any]:
    return {"id": question["id"], "options": [option["value"] for option in question.get("options", ())]}


def _question(place: int, question: Wire) -> Part:
    """A group with the question as its legend: a choice, several, or words of one's own."""
    words = tree({"type": "Title", "value": question["question"]})["parts"]
    legend = {"tag": "legend", "attrs": {"className": "w-title"}, "parts": words}
    about = [{"type": "Caption", "value": text}] if (text := question.get("description")) else []
    fields = [tree(field) for field in (*about, *_fields(place, question))]
    return {"tag": "fieldset", "attrs": {"className": "w-col"}, "parts": [legend, *fields]}


def _fields(place: int, question: Wire) -> list[dict[str, Any]]:
    values = [option["value"] for option in question.get("options", ())]
    own = ("Input", "Another answer") if values else ("Textarea", "Your answer")
    last = {"type": own[0], "placeholder": own[1], "name": f"{place}.own"}
    return [*_choices(place, question, values), last]


def _choices(place: int, question: Wire, values: list[str]) -> list[dict[str, Any]]:
    if question.get("multiple"):
        return [{"type": "Checkbox", "name": f"{place}.{n}", "label": value} for n, value in enumerate(values)]
    options = [{"value": value, "label": value} for value in values]
    one = {"type": "Select", "name": f"{place}.one", "label": question["question"], "options": options}
    return [one] if values else []


def answers(said: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in its fields, as ChatKit sends it; a question without an answer is skipped there."""
    return {
        question["id"]: {"values": values}
        for place, question in enumerate(said.get("questions", ()))
        if (values := _values(said.get(str(place)), question["options"]))
    }


def _values(fields: object, options: list[str]) -> list[str]:
    """What was chosen; words of one's own stand last, and instead of a single choice."""
    if not isinstance(fields, Mapping):
        return []
    own = [text] if (text := str(fields.get("own", "")).strip()) else []
    one = [str(fields["one"])] if fields.get("one") else []
    return [*(option for n, option in enumerate(options) if fields.get(str(n)) is True), *(own or one)]


def became(item: Wire) -> str:
    """The one line of a form that does not wait any more."""
    if item["status"] == "skipped":
        return "Skipped: " + " ".join(question["question"] for question in item["inputs"])
    return " ".join(_answered(question) for question in item["inputs"])


def _answered(question: Wire) -> str:
    values = (question.get("answer") or {}).get("values") or []
    return f"{question['question']} {', '.join(values) or 'No answer.'}"


def asks_of(item: Wire) -> str:
    """What a screen reader hears once it stands there."""
    return " ".join(question["question"] for question in item["inputs"])
