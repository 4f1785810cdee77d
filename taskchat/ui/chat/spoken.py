"""What is told besides what stands in the log: a notice of the server's, and what a screen reader hears at the end."""

from collections.abc import Sequence

from taskchat.assistant.reduce import Conversation, ItemView
from taskchat.ui.chat import forms
from taskchat.ui.chat.rows import Row, since_the_last_message
from taskchat.ui.chat.tree import question, tree

SAID = 300
"""Characters of an answer that are read out."""
LEVELS = {"warning": "Warning", "danger": "Problem"}
"""What stands before a notice that is more than a piece of news."""


def said(conversation: Conversation) -> str:
    """What a screen reader hears once the answer is finished."""
    items = since_the_last_message(conversation)
    asked = next((question(item.widget) for item in reversed(items) if item.widget), "")
    if asked:
        return f"Question: {asked} Use the buttons or answer yes."
    text = " ".join(item.text for item in items if item.kind == "assistant")
    notice = notice_row(conversation)
    told = (notice and f"Notice: {notice.text}", text and f"Answer: {text[:SAID]}", _form(items))
    return " ".join(part for part in told if part)


def _form(items: Sequence[ItemView]) -> str:
    waiting = (forms.asks_of(item.raw) for item in reversed(items) if item.raw and forms.waits(item.raw))
    asked = next(waiting, "")
    return f"Question: {asked} Use the form." if asked else ""


def with_notice(rows: list[Row], conversation: Conversation) -> list[Row]:
    """It stands right behind the person's message, where nothing moves it while the answer grows."""
    notice = notice_row(conversation)
    if notice is None:
        return rows
    place = next((n for n in range(len(rows), 0, -1) if rows[n - 1].kind == "user"), len(rows))
    return [*rows[:place], notice, *rows[place:]]


def notice_row(conversation: Conversation) -> Row | None:
    """None where a step says the same, and stays."""
    notice = conversation.notice
    if notice is None or any(step.title == notice.message for item in conversation.items for step in item.steps):
        return None
    level = LEVELS.get(notice.level)
    badge = [{"type": "Badge", "label": level, "color": notice.level}] if level else []
    title = [{"type": "Title", "value": notice.title}] if notice.title else []
    head = [{"type": "Row", "children": [*badge, *title]}] if badge or title else []
    card = {"type": "Card", "children": [*head, {"type": "Markdown", "value": notice.message}]}
    return Row("notice", "widget", text=f"{notice.title} {notice.message}".strip(), tree=tree(card))
