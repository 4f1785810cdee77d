"""What waits for a yes: exactly the stored set, once, by the person asked, in time (C-06)."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from taskchat.assistant.confirm import ENDED, is_no, is_yes, payload_of, settle
from taskchat.assistant.context import Turn
from taskchat.assistant.widgets import confirmation_card, settled_card
from taskchat.domain.person import Person, Seat
from taskchat.domain.task import By, Draft, Edit
from taskchat.services import activity, conversations, tasks
from taskchat.services.conversations import Confirmation
from tests.assistant.world import THREAD, Conversation, conversation
from tests.databases import emptied  # noqa: F401 - the database takes part


@pytest.fixture
def talk(alice: Person, now: datetime) -> Conversation:
    return conversation(alice, now)


async def asked(talk: Conversation, text: str = "delete everything") -> tuple[Turn, Confirmation]:
    """The turn that set it off, and the question that waits."""
    turn = (await talk.say(text)).turn
    tool, payload = payload_of(turn.waiting)
    return turn, conversations.ask(talk.person, THREAD, tool=tool, payload=payload, now=talk.now)


async def test_a_yes_does_exactly_what_was_asked_though_more_would_match_now(talk: Conversation) -> None:
    turn, question = await asked(talk)
    tasks.create(talk.person, Draft(title="came later"), by=By("later"), now=talk.now)

    settled = settle(turn, question.id, True)

    assert settled.words == "Moved 7 tasks to the trash."
    assert talk.titles() == ["came later"]


async def test_a_no_keeps_everything(talk: Conversation) -> None:
    turn, question = await asked(talk)

    settled = settle(turn, question.id, False)

    assert (settled.words, settled.ok) == ("Kept. Nothing was changed.", True)
    assert len(talk.titles()) == 7


@pytest.mark.parametrize("first", [True, False])
async def test_a_question_is_answered_once(talk: Conversation, first: bool) -> None:
    turn, question = await asked(talk)
    settle(turn, question.id, first)
    left = talk.titles()

    again = settle(turn, question.id, True)

    assert (again.words, again.ok) == (ENDED, False)
    assert talk.titles() == left


async def test_a_question_ends_after_ten_minutes(talk: Conversation) -> None:
    turn, question = await asked(talk)

    late = settle(replace(turn, now=talk.now + timedelta(minutes=10, seconds=1)), question.id, True)

    assert late.words == ENDED
    assert len(talk.titles()) == 7


async def test_nobody_else_can_answer(talk: Conversation, bob: Person) -> None:
    turn, question = await asked(talk)

    foreign = settle(replace(turn, seat=Seat(bob, "")), question.id, True)

    assert foreign.words == ENDED
    assert len(talk.titles()) == 7


async def test_a_newer_question_ends_the_older_one(talk: Conversation) -> None:
    turn, first = await asked(talk)
    _, second = await asked(talk, "delete all tasks about milk")

    assert settle(turn, first.id, True).words == ENDED
    assert settle(turn, second.id, True).words == "Moved 2 tasks to the trash."
    assert len(talk.titles()) == 5


async def test_what_has_gone_meanwhile_is_left_out_and_told(talk: Conversation) -> None:
    turn, question = await asked(talk, "delete all tasks about milk")
    gone = talk.tasks(words="ben")[0]
    tasks.delete(talk.person, gone.id, by=By("other"), now=talk.now)

    settled = settle(turn, question.id, True)

    assert settled.words == "Moved 1 task to the trash. 1 had gone or changed before."


def with_subtasks(talk: Conversation, *titles: str) -> None:
    """Under “buy milk”, none of which a search for milk finds."""
    milk = talk.tasks(words="buy milk")[0]
    for title in titles:
        tasks.create(talk.person, Draft(title=title, parent_id=milk.id), by=By(title), now=talk.now)


async def test_the_card_says_how_many_subtasks_go_too(talk: Conversation) -> None:
    with_subtasks(talk, "take a bag", "find the shop")
    turn, question = await asked(talk, "delete all tasks about milk")

    card = confirmation_card(question, turn)
    settled = settle(turn, question.id, True)

    assert "2 subtasks go too." in json.dumps(card.widget) and "2 subtasks go too." in card.copy_text
    assert settled.words == "Moved 2 tasks to the trash."
    assert not {"take a bag", "find the shop"} & set(talk.titles())


async def test_a_card_without_subtasks_does_not_speak_of_them(talk: Conversation) -> None:
    turn, question = await asked(talk, "delete all tasks about milk")

    assert "too" not in confirmation_card(question, turn).copy_text


async def test_a_subtask_that_came_later_does_not_go_unasked(talk: Conversation) -> None:
    turn, question = await asked(talk, "delete all tasks about milk")
    with_subtasks(talk, "take a bag")

    settled = settle(turn, question.id, True)

    assert settled.words == "Moved 1 task to the trash. 1 had gone or changed before."
    assert {"buy milk", "take a bag"} <= set(talk.titles())


async def test_what_was_changed_is_known_for_the_marks_in_the_list(talk: Conversation) -> None:
    ids = {task.id for task in talk.tasks(words="milk")}
    turn, question = await asked(talk, "delete all tasks about milk")

    settled = settle(turn, question.id, True)

    assert set(settled.ids) == ids


async def test_several_kinds_at_once_are_one_question(talk: Conversation) -> None:
    for number in range(11):
        tasks.create(talk.person, Draft(title=f"chore {number}"), by=By("many"), now=talk.now)
    turn, question = await asked(talk, "complete all tasks about chore and delete all tasks about milk")

    card = confirmation_card(question, turn)
    settled = settle(turn, question.id, True)

    assert "Complete 11 tasks? Move 2 tasks to the trash?" in json.dumps(card.widget)
    assert '"label": "Do all 13"' in json.dumps(card.widget)
    assert settled.words == "Completed 11 tasks. Moved 2 tasks to the trash."


async def test_edits_wait_with_their_dates_resolved(talk: Conversation) -> None:
    for number in range(11):
        tasks.create(talk.person, Draft(title=f"chore {number}"), by=By("many"), now=talk.now)
    turn, question = await asked(talk, "move all tasks about chore to tomorrow")

    settled = settle(replace(turn, now=talk.now + timedelta(minutes=9)), question.id, True)

    assert settled.words == "Changed 11 tasks."
    moved = {str(task.due.on) for task in talk.tasks(words="chore") if task.due}
    assert moved == {"2026-11-22"}


async def test_an_answer_is_undone_like_any_other_change(talk: Conversation) -> None:
    turn, question = await asked(talk)
    settle(turn, question.id, True)

    activity.undo(talk.person, turn.message_id, now=talk.now)

    assert len(talk.titles()) == 7


async def test_the_card_names_what_would_change_and_repeats_the_verb(talk: Conversation) -> None:
    turn, question = await asked(talk)

    card = confirmation_card(question, turn)

    text = json.dumps(card.widget, ensure_ascii=False)
    assert "Move 7 tasks to the trash?" in text
    assert all(title in text for title in talk.titles())
    assert '"label": "Move 7 to trash"' in text and '"label": "Keep them"' in text
    assert "This question ends at 11:10." in text
    assert text.count(question.id) == 2


async def test_a_settled_card_is_one_line() -> None:
    assert json.dumps(settled_card("Kept")).count("Kept") == 1


async def test_a_title_on_the_card_is_text_whatever_it_says(talk: Conversation) -> None:
    task = talk.tasks(words="dentist")[0]
    tasks.edit(talk.person, task.id, Edit(title="![x](https://evil.example/a.png) <b>"), by=By("x"), now=talk.now)
    turn, question = await asked(talk)

    rows = confirmation_card(question, turn).widget["children"][1]["children"]

    assert {row["type"] for row in rows} == {"Text"}


@pytest.mark.parametrize("text", ["yes", "Yes!", "yes, do it", "OK", "go ahead", "Yes, delete them."])
def test_these_sentences_mean_yes(text: str) -> None:
    assert is_yes(text) and not is_no(text)


@pytest.mark.parametrize("text", ["no", "No, keep them", "Keep them", "cancel", "never mind", "don't"])
def test_these_sentences_mean_no(text: str) -> None:
    assert is_no(text) and not is_yes(text)


@pytest.mark.parametrize(
    "text", ["yes but not the milk", "yes and no", "yesterday", "", "is it?", "delete", "yes yes yes"]
)
def test_nothing_else_is_an_answer(text: str) -> None:
    assert not is_yes(text) and not is_no(text)
