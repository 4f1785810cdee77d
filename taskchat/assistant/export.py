"""A conversation as one Markdown text, for its person to keep: pure."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.assistant.reduce import Conversation, ItemView
from taskchat.domain.person import Ways
from taskchat.domain.words import say_clock, say_day

Node = Mapping[str, Any]
MARKS = re.compile(r"([\\`*_\[\]<>~|])|^(\s*)([#+-]|\d+[.)])(?=\s)", re.MULTILINE)
"""What would mean something in Markdown, in words that were meant as they are."""
SAID = ("Text", "Title", "Caption", "Label", "Badge", "Markdown")
"""Components of a card that say something."""


def as_markdown(conversation: Conversation, *, now: datetime, ways: Ways) -> str:
    """Who said what and when, what was done, and the cards in words; hidden parts and arguments stay out."""
    parts = [f"# {plain(conversation.title) or 'Conversation'}"]
    for item in conversation.items:
        parts += _item(item, now, ways)
    return "\n\n".join(part for part in parts if part) + "\n"


def plain(text: str) -> str:
    """Words that read in Markdown as they were written."""
    return MARKS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _item(item: ItemView, now: datetime, ways: Ways) -> Iterator[str]:
    match item.kind:
        case "user":
            yield f"## You{_when(item, now, ways)}"
            yield _quoted(item.quoted)
            yield plain(item.text)
            yield "\n".join(f"- Attached: {plain(file.name)}" for file in item.files)
        case "assistant" if item.text:
            yield f"## Assistant{f' ({item.model})' if item.model else ''}{_when(item, now, ways)}"
            yield item.text
        case "workflow":
            yield "\n".join(f"- {plain(step.title)}" for step in item.steps)
        case "widget" if item.widget and (item.widget.get("about") or {}).get("kind") != "changed":
            yield "\n".join(_lines(item.widget))
        case "form" if item.raw:
            yield "\n".join(_asked(question) for question in item.raw["inputs"])


def _quoted(text: str) -> str:
    return "\n".join(f"> {plain(line)}" for line in text.splitlines())


def _when(item: ItemView, now: datetime, ways: Ways) -> str:
    if not item.created:
        return ""
    here = datetime.fromisoformat(item.created).astimezone(ZoneInfo(ways.zone))
    return f", {say_day(here.date(), now=now, ways=ways)}, {say_clock(here.time(), ways)}"


def _lines(node: Node) -> Iterator[str]:
    """A line for each thing a card says; a row of a list is one line."""
    status = node.get("status")
    if isinstance(status, Mapping) and status.get("text"):
        yield plain(str(status["text"]))
    for child in _children(node):
        if child.get("type") in {"ListViewItem", "Row"}:
            if words := list(_words(child)):
                yield "- " + " · ".join(words)
        elif child.get("type") in SAID:
            yield from _words(child)
        else:
            yield from _lines(child)


def _words(node: Node) -> Iterator[str]:
    if node.get("type") in SAID and (text := str(node.get("value") or node.get("label") or "")):
        yield text if node["type"] == "Markdown" else plain(text)
    for child in _children(node):
        yield from _words(child)


def _children(node: Node) -> list[Node]:
    children = node.get("children")
    found = children if isinstance(children, list) else [children]
    return [child for child in found if isinstance(child, Mapping)]


def _asked(question: Node) -> str:
    values = (question.get("answer") or {}).get("values") or []
    return f"- {plain(question['question'])} {plain(', '.join(values))}".rstrip()
