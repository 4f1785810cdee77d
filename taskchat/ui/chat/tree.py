"""A ChatKit widget as a tree of plain elements: what we draw, and the words of what we do not.

Reflex draws at compile time and a widget is a tree nobody knows before it comes, so the page has one small component
(`widget.jsx`) that draws whatever tree it is given, as React elements: React escapes every word, a form keeps what is
typed while the conversation goes on around it, and no HTML is made of foreign text but by the Markdown of answers.
Everything else is decided here, where it can be tested: which elements and attributes there are, what a button is
called, what it sends. Nothing of a widget's own styling gets through, only its meaning.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from taskchat.ui.chat.markdown import blocks
from taskchat.ui.design.button import look

Node = Mapping[str, Any]
Part = dict[str, Any]
"""`tag`, and where there is: `attrs` as React calls them, `text`, `html`, `icon`, `act`, `parts`."""

SHOWN = 4
"""Lines of a list that stand open; the others wait behind "and 2 more"."""
DEEPEST, MOST = 12, 600
"""Levels and elements that are drawn; a widget that has more ends there."""
LONGEST = 5_000
"""Characters of one text."""
ICONS = {
    "trash-2", "check", "circle", "circle-check", "circle-pause", "circle-alert", "calendar", "clock", "tag", "bell",
    "flag", "repeat", "star", "user", "info", "mail", "search", "plus", "pencil", "external-link", "chevron-right",
}  # fmt: skip
COLORS = {"secondary", "success", "danger", "warning", "info", "discovery"}
LOOKS = {"danger": "danger", "primary": "primary", "success": "primary", "info": "primary"}
NAMES = {"confirm": "Confirm", "cancel": "Cancel"}
LOADING = {"self", "container", "none"}
WORDS = ("value", "label", "alt", "title", "text", "placeholder", "name")
"""Where a component that is not drawn keeps its words."""
HERE = {"task.open"}
"""Actions of the client that this page knows."""


@dataclass(slots=True)
class Drawing:
    """How much has been drawn already, and how deep it goes."""

    left: int = MOST
    depth: int = 0


def tree(widget: Node) -> Part:
    """The whole widget."""
    parts = _drawn(widget, Drawing())
    return parts[0] if len(parts) == 1 else _part("div", "w-col", parts=parts)


def question(widget: Node) -> str:
    """What a confirmation asks; "" for any other widget."""
    if widget.get("key") != "confirmation":
        return ""
    return next((_text(node.get("value")) for node in _children(widget) if node.get("type") == "Title"), "")


def _drawn(node: object, drawing: Drawing) -> list[Part]:
    """A component as elements; what is not drawn is its words, and then whatever it holds."""
    if not isinstance(node, Mapping) or drawing.left <= 0 or drawing.depth > DEEPEST:
        return []
    drawing.left -= 1
    drawing.depth += 1
    try:
        return DRAWN.get(str(node.get("type", "")), _degraded)(node, drawing)
    finally:
        drawing.depth -= 1


def _inside(node: Node, drawing: Drawing) -> list[Part]:
    return [part for child in _children(node) for part in _drawn(child, drawing)]


def _children(node: Node) -> list[Node]:
    children = node.get("children")
    found = children if isinstance(children, list) else [children]
    return [child for child in found if isinstance(child, Mapping)]


def _part(tag: str, look: str = "", **more: Any) -> Part:
    attrs = {"className": look} | more.pop("attrs", {})
    part = {"tag": tag, "attrs": {name: value for name, value in attrs.items() if value not in (None, "", False)}}
    return part | {name: value for name, value in more.items() if value}


def _degraded(node: Node, drawing: Drawing) -> list[Part]:
    words = next((text for name in WORDS if (text := _text(node.get(name)))), "")
    said = [_part("p", "w-text", parts=[_words(words)])] if words else []
    return [*said, *_inside(node, drawing)]


def _text(value: object) -> str:
    return str(value)[:LONGEST] if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _words(text: str) -> Part:
    """Foreign words stand by themselves: no mark in them turns the sentence around (U-01)."""
    return _part("bdi", text=text)


def _nothing(node: Node, drawing: Drawing) -> list[Part]:
    return []


def _card(node: Node, drawing: Drawing) -> list[Part]:
    inside = _inside(node, drawing)
    edges = [part for name in ("cancel", "confirm") if (part := _edge(node, name)) is not None]
    foot = [_part("div", "w-row w-foot", parts=edges[::-1])] if edges else []
    is_form = node.get("asForm") is True
    kind = "w-card w-over" if node.get("key") == "settled" else "w-card"
    return [_part("form" if is_form else "div", kind, parts=[*_status(node), *_marked(node, inside), *foot])]


def _marked(node: Node, parts: list[Part]) -> list[Part]:
    """A question begins with a mark: what it would do, or that it waits."""
    if node.get("key") == "confirmation" and parts and parts[0]["tag"] == "h3":
        removes = '"color": "danger"' in json.dumps(node)
        mark = _icon_part("trash-2" if removes else "circle-pause", "overdue" if removes else "today")
        parts[0]["parts"] = [mark, *parts[0]["parts"]]
    return parts


def _edge(node: Node, name: str) -> Part | None:
    """A card's own `confirm` and `cancel`."""
    edge = node.get(name)
    if not isinstance(edge, Mapping):
        return None
    act = _act(edge.get("action"), "container" if name == "confirm" else "self")
    submits = name == "confirm" and node.get("asForm") is True
    return _press(_text(edge.get("label")) or name.title(), act, name == "confirm" and "primary", submits=submits)


def _status(node: Node) -> list[Part]:
    status = node.get("status")
    words = _text(status.get("text")) if isinstance(status, Mapping) else ""
    return [_part("p", "w-caption", parts=[_words(words)])] if words else []


def _list_view(node: Node, drawing: Drawing) -> list[Part]:
    items = _inside(node, drawing)
    limit = node.get("limit")
    shown = limit if isinstance(limit, int) and limit > 0 else len(items)
    rest = [_more(items[shown:], "ul")] if len(items) > shown else []
    return [_part("div", "w-card", parts=[*_status(node), _part("ul", "w-list", parts=items[:shown]), *rest])]


def _list_item(node: Node, drawing: Drawing) -> list[Part]:
    """A row that can be pressed has a button of its own at its end: buttons cannot stand in a button."""
    inside = _inside(node, drawing)
    act = _act(node.get("onClickAction"), "self")
    name = " ".join(_said(inside))
    opens = [_part("button", "w-open", icon="chevron-right", act=act, attrs=_named(f"Open: {name}"))] if act else []
    return [_part("li", "w-row", parts=[*inside, *opens])]


def _said(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if text := part.get("text"):
            yield text
        yield from _said(part.get("parts", ()))


def _box(look: str) -> Callable[[Node, Drawing], list[Part]]:
    def drawn(node: Node, drawing: Drawing) -> list[Part]:
        inside = _inside(node, drawing)
        return [_part("div", look, parts=_folded(inside) if look == "w-col" else inside)] if inside else []

    return drawn


def _folded(parts: list[Part]) -> list[Part]:
    """A column of nothing but lines is a list: four stand open (look, "Confirmation card")."""
    if len(parts) < 2 or any(part["attrs"].get("className") not in {"w-text", "w-caption"} for part in parts):
        return parts
    lines = [part | {"tag": "li"} for part in parts]
    if len(lines) <= SHOWN + 1:
        return [_part("ul", "w-lines", parts=lines)]
    return [_part("ul", "w-lines", parts=lines[:SHOWN]), _more(lines[SHOWN:], "ul")]


def _more(parts: list[Part], tag: str) -> Part:
    summary = _part("summary", text=f"and {len(parts)} more")
    return _part("details", "w-more", parts=[summary, _part(tag, "w-lines", parts=parts)])


def _form(node: Node, drawing: Drawing) -> list[Part]:
    """Its fields go with every action fired inside; native checks come first."""
    act = _act(node.get("onSubmitAction"), "container")
    look = "w-row" if node.get("direction") == "row" else "w-col"
    return [_part("form", look, act=act, parts=_inside(node, drawing))]


def _title(node: Node, drawing: Drawing) -> list[Part]:
    return [_part("h3", "w-title", parts=[_words(_text(node.get("value")))])]


def _prose(kind: str) -> Callable[[Node, Drawing], list[Part]]:
    def drawn(node: Node, drawing: Drawing) -> list[Part]:
        words = _text(node.get("value"))
        struck = {"data-struck": node.get("lineThrough") is True, "data-color": _color(node)}
        return [_part("p", kind, attrs=struck, parts=[_words(words)])] if words else []

    return drawn


def _markdown(node: Node, drawing: Drawing) -> list[Part]:
    made = [_part("div", "md", html=html) for html in blocks(_text(node.get("value")))]
    return [_part("div", "prose", parts=made)] if made else []


def _badge(node: Node, drawing: Drawing) -> list[Part]:
    words = _text(node.get("label"))
    return [_part("span", "w-badge", attrs={"data-color": _color(node)}, parts=[_words(words)])] if words else []


def _color(node: Node) -> str:
    color = node.get("color")
    return color if isinstance(color, str) and color in COLORS else ""


def _icon(node: Node, drawing: Drawing) -> list[Part]:
    name = _icon_name(node.get("name"))
    return [_icon_part(name)] if name else []


def _icon_part(name: str, tone: str = "") -> Part:
    return _part("span", "w-icon", icon=name, attrs={"data-tone": tone})


def _icon_name(value: object) -> str:
    name = str(value).removeprefix("lucide:") if isinstance(value, str) else ""
    return name if name in ICONS else ""


def _divider(node: Node, drawing: Drawing) -> list[Part]:
    return [_part("hr", "w-line")]


def _button(node: Node, drawing: Drawing) -> list[Part]:
    act = _act(node.get("onClickAction"), "self")
    icon = _icon_name(node.get("iconStart")) or _icon_name(node.get("iconEnd"))
    color = LOOKS.get(str(node.get("color") or node.get("style")), "") if node.get("variant") != "outline" else ""
    label = _text(node.get("label")) or "OK"
    submits = node.get("submit") is True
    return [_press(label, act, color, icon=icon, submits=submits, disabled=node.get("disabled") is True)]


def _press(
    label: str, act: Part | None, kind: Any = "", *, icon: str = "", submits: bool = False, disabled: bool = False
) -> Part:
    """The name repeats the verb; a button that nothing here understands cannot be pressed."""
    verb = NAMES.get(str((act or {}).get("type", "")).rpartition(".")[2])
    name = f"{verb}: {label[:1].lower()}{label[1:]}" if verb else ""
    useless = disabled or not (act or submits)
    attrs = {"type": "submit" if submits else "button", "disabled": useless, "aria-label": name}
    return _part("button", look(kind or "outline"), icon=icon, text=label, act=act, attrs=attrs)


def _act(action: object, auto: str) -> Part | None:
    """What is sent when it is pressed, as it came; an action of the client only where this page knows it."""
    if not isinstance(action, Mapping) or not isinstance(action.get("type"), str):
        return None
    if action.get("handler") == "client" and action["type"] not in HERE:
        return None
    loading = action.get("loadingBehavior")
    return {
        "type": action["type"],
        "payload": json.dumps(action.get("payload") or {}),
        "loading": loading if loading in LOADING else auto,
        "sync": action.get("streaming") is False,
    }


def _named(name: str) -> Part:
    return {"type": "button", "aria-label": name, "title": name}


def _field(node: Node, kind: str, **attrs: Any) -> Part:
    """Its name is what the server calls it; a placeholder is what a reader hears."""
    name = _text(node.get("name"))
    common = {"name": name, "required": node.get("required") is True, "disabled": node.get("disabled") is True}
    words = _text(node.get("placeholder")) or _text(node.get("label")) or name.replace(".", " ")
    act = _act(node.get("onChangeAction"), "none")
    return _part(kind, "w-field", act=act, attrs=common | {"aria-label": words} | attrs)


def _input(node: Node, drawing: Drawing) -> list[Part]:
    kinds = {"email", "number", "password", "tel", "url", "date", "time"}
    kind = node.get("inputType") if node.get("inputType") in kinds else "text"
    attrs = {"placeholder": _text(node.get("placeholder")), "defaultValue": _text(node.get("defaultValue"))}
    return [_field(node, "input", type=kind, pattern=_text(node.get("pattern")), **attrs)]


def _textarea(node: Node, drawing: Drawing) -> list[Part]:
    attrs = {"placeholder": _text(node.get("placeholder")), "defaultValue": _text(node.get("defaultValue"))}
    return [_field(node, "textarea", rows=3, **attrs)]


def _select(node: Node, drawing: Drawing) -> list[Part]:
    given = node.get("options")
    options = [option for option in given if isinstance(option, Mapping)] if isinstance(given, list) else []
    made = [_option(_text(o.get("value")), _text(o.get("label")), off=o.get("disabled") is True) for o in options]
    empty = _option("", _text(node.get("placeholder")) or "Choose")
    field = _field(node, "select", defaultValue=_text(node.get("defaultValue")))
    return [field | {"parts": [empty, *made]}]


def _option(value: str, label: str, *, off: bool = False) -> Part:
    part = _part("option", text=label or value, attrs={"disabled": off})
    return part | {"attrs": part["attrs"] | {"value": value}}


def _checkbox(node: Node, drawing: Drawing) -> list[Part]:
    box = _field(node, "input", type="checkbox", defaultChecked=node.get("defaultChecked") is True)
    box["attrs"]["className"] = "w-box"
    return [_part("label", "w-row w-check", parts=[box, _words(_text(node.get("label")))])]


def _date(node: Node, drawing: Drawing) -> list[Part]:
    days = {name: _text(node.get(name))[:10] for name in ("min", "max", "defaultValue")}
    return [_field(node, "input", type="date", **days)]


DRAWN: dict[str, Callable[[Node, Drawing], list[Part]]] = {
    "Card": _card,
    "ListView": _list_view,
    "ListViewItem": _list_item,
    "Basic": _box("w-col"),
    "Row": _box("w-row"),
    "Col": _box("w-col"),
    "Box": _box("w-box-of"),
    "Form": _form,
    "Title": _title,
    "Text": _prose("w-text"),
    "Label": _prose("w-text"),
    "Caption": _prose("w-caption"),
    "Markdown": _markdown,
    "Badge": _badge,
    "Icon": _icon,
    "Button": _button,
    "Divider": _divider,
    "Spacer": _nothing,
    "Input": _input,
    "Textarea": _textarea,
    "Select": _select,
    "RadioGroup": _select,
    "Checkbox": _checkbox,
    "DatePicker": _date,
}
