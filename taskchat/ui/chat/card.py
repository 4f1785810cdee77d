"""A ChatKit widget as lines and buttons: what we draw ourselves; the rest degrades to its words."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Node = Mapping[str, Any]

SHOWN = 4
"""List lines that stand open; the others wait behind "and 2 more"."""
KINDS = {"Title": "title", "Caption": "caption", "Divider": "line", "ListViewItem": "item", "Markdown": "text"}
WORDS = ("value", "label", "alt", "placeholder", "name")
"""Where a component that is not drawn keeps its words."""
NAMES = {"confirm": "Confirm", "cancel": "Cancel"}


@dataclass(frozen=True, slots=True)
class Line:
    """`kind`: title, text, caption, item, line."""

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """A button: `name` is read out; `type` and `payload` (JSON text) go back to the server as they came."""

    label: str
    name: str
    look: str
    type: str
    payload: str


@dataclass(frozen=True, slots=True)
class Card:
    icon: str = ""
    title: str = ""
    lines: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    """What stands below the list."""
    presses: list[Press] = field(default_factory=list)

    @property
    def question(self) -> str:
        return self.title if self.presses else ""


def card(widget: Node) -> Card:
    """Everything a widget says, in its order."""
    nodes = tuple(_leaves(widget))
    lines = [line for node in nodes if (line := _line(node)) is not None]
    presses = [press for node in nodes if (press := _press(node)) is not None]
    presses += [press for name in ("confirm", "cancel") if (press := _edge(widget, name)) is not None]
    title = next((line.text for line in lines if line.kind == "title"), "")
    shown, rest, notes = _folded([line for line in lines if line.kind != "title" or line.text != title])
    named = next((str(node.get("name", "")) for node in nodes if node.get("type") == "Icon"), "")
    removes = any(press.look == "danger" for press in presses)
    icon = named or ("trash-2" if removes else "circle-pause" if presses else "")
    return Card(icon.removeprefix("lucide:"), title, shown, rest, notes, presses)


def _leaves(node: Node, within: str = "") -> Iterator[Node]:
    """The components that say something; a column of texts, and a row of a list, are list lines."""
    children, kind = node.get("children"), str(node.get("type", ""))
    parts = [children] if isinstance(children, Mapping) else children if isinstance(children, list) else []
    if kind == "ListViewItem":
        yield {"type": kind, "value": " ".join(_words(leaf) for part in parts for leaf in _leaves(part))}
    elif kind == "Text" and within == "Col":
        yield {**node, "type": "ListViewItem"}
    elif not parts:
        yield node
    else:
        for part in parts:
            yield from _leaves(part, kind)


def _line(node: Node) -> Line | None:
    kind = str(node.get("type", ""))
    if kind in {"Button", "Icon", "Spacer"}:
        return None
    words = _words(node)
    return Line(KINDS.get(kind, "text"), words) if words or kind == "Divider" else None


def _words(node: Node) -> str:
    return next((str(node[name]) for name in WORDS if isinstance(node.get(name), str | int | float)), "")


def _folded(lines: list[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """What stands open, the list lines beyond the fourth that wait to be asked for, and what follows the list."""
    places = [n for n, line in enumerate(lines) if line.kind == "item"]
    if len(places) <= SHOWN + 1:
        return lines, [], []
    return lines[: places[SHOWN]], lines[places[SHOWN] : places[-1] + 1], lines[places[-1] + 1 :]


def _press(node: Node) -> Press | None:
    action = node.get("onClickAction")
    if node.get("type") != "Button" or not isinstance(action, Mapping):
        return None
    return _pressed(str(node.get("label") or "OK"), action, str(node.get("color") or node.get("style") or ""))


def _edge(widget: Node, name: str) -> Press | None:
    """A card's own `confirm` and `cancel`."""
    edge = widget.get(name)
    if not isinstance(edge, Mapping) or not isinstance(edge.get("action"), Mapping):
        return None
    return _pressed(str(edge.get("label") or name.title()), edge["action"], "primary" if name == "confirm" else "")


def _pressed(label: str, action: Node, look: str) -> Press:
    kind = str(action.get("type", ""))
    verb = NAMES.get(kind.rpartition(".")[2])
    name = f"{verb}: {label[:1].lower()}{label[1:]}" if verb else label
    return Press(label, name, look, kind, json.dumps(action.get("payload") or {}))
