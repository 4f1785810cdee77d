"""A notice of the server's: where it stands, what is drawn of it, and that nothing is told twice."""

from typing import Any

import pytest

from taskchat.domain.person import Ways
from taskchat.ui.chat import rows as chat_rows
from taskchat.ui.chat.spoken import notice_row, said, with_notice
from tests.ui.talking import answer, done, step, user, workflow
from tests.ui.talking import said as talk
from tests.ui.test_tree import every, words


def notice(message: str = "Two **left**.", level: str = "info", **more: str) -> dict[str, Any]:
    return {"type": "notice", "message": message, "level": level} | more


def test_it_stands_behind_the_persons_message_whatever_follows() -> None:
    conversation = talk(done(user("m1", "hello")), notice(), done(answer("m2", "Hello.")))

    shown = with_notice(chat_rows.rows(conversation.items, Ways()), conversation)

    assert [row.id for row in shown] == ["m1", "notice", "m2"]


@pytest.mark.parametrize(("level", "label"), [("info", ""), ("warning", "Warning"), ("danger", "Problem")])
def test_its_level_is_a_word_and_its_words_are_markdown(level: str, label: str) -> None:
    row = notice_row(talk(notice(level=level, title="Today")))

    assert row is not None
    assert words(row.tree) == [*([label] if label else []), "Today"]
    assert [part["html"] for part in every(row.tree) if "html" in part] == ["<p>Two <strong>left</strong>.</p>"]


def test_what_a_step_says_already_is_not_said_again() -> None:
    assert notice_row(talk(notice("Took it back."), done(workflow("w", step("Took it back."))))) is None
    assert notice_row(talk(done(user("m1", "hello")))) is None


def test_it_is_read_out_before_the_answer() -> None:
    conversation = talk(done(user("m1", "hello")), notice(title="Today"), done(answer("m2", "Hello.")))

    assert said(conversation) == "Notice: Today Two **left**. Answer: Hello."
