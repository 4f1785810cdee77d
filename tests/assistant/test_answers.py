"""What is answered to a question is an answer to it: yes, no, free, a day, a number (the world of sentences.py)."""

from datetime import datetime

import pytest

from taskchat.domain.person import Person
from tests.assistant.world import conversation

ASKED: tuple[tuple[str, str], ...] = (
    ("do I have anything on Sunday afternoon?", "Yes: 1 task due on Sunday afternoon:\n\n1. call mom"),
    ("do I have anything on Sunday morning?", "No. Nothing is due on Sunday morning."),
    ("what do I have on Monday morning?", "Nothing is due on Monday morning. 1 is due that day at no set time."),
    ("am I free on friday afternoon?", "Not quite: 1 task due on Friday afternoon:\n\n1. dentist"),
    ("am I free on wednesday", "You are free on Wednesday. Nothing is due then."),
    ("is the dentist on friday?", "Yes: “dentist” is due Fri 27 Nov at 15:00."),
    ("is the dentist on monday?", "No: “dentist” is due Fri 27 Nov at 15:00."),
    ("how long until the dentist", "“dentist” is due Fri 27 Nov at 15:00. That is in 6 days."),
    ("where is the dentist?", "“dentist” is due Fri 27 Nov at 15:00. Where that is, nobody has noted."),
    ("when is my dentist appointment", "“dentist” is due Fri 27 Nov at 15:00."),
    ("have I finished the report?", "Not yet: “write report” is still open, due today, Sat 21 Nov, at 18:00."),
    ("do i need to call mom", "Yes: “call mom” is still open, due tomorrow, Sun 22 Nov, at 17:00."),
    ("did i already add bread?", "No: I found no task about “bread”."),
    ("did i miss anything", "Yes: 1 is overdue:\n\n1. pay rent"),
    ("what is on my shopping list", "1 task matching “shopping”:\n\n1. buy milk"),
    ("what's on the homes list", "1 task in “homes”:\n\n1. water plants"),
    ("what lists do I have", "Lists with open tasks: “Home” (1). 6 more tasks are in the inbox."),
    ("what tags do I have", "Tags of open tasks: #shopping (1) and #work (1)."),
    ("what have I done today?", "1 task done today:\n\n1. old taxes"),
    ("what is most urgent", "The most important 3 of 7 open tasks:\n\n1. pay rent"),
    ("when is my next appointment", "Next is “write report”, today, Sat 21 Nov, at 18:00."),
    ("what time is it", "It is Saturday, 21 November 2026, 11:00."),
    ("reschedule the dentist", "“dentist” is due Fri 27 Nov at 15:00. To when shall it move?"),
)


@pytest.mark.parametrize(("said", "answer"), ASKED, ids=[said for said, _ in ASKED])
async def test_a_question_is_answered(said: str, answer: str, alice: Person, now: datetime) -> None:
    heard = await conversation(alice, now).say(said)

    assert heard.reply.startswith(answer)


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("cancel my 3pm", ["dentist"]),
        ("delete the dentist on friday", ["dentist"]),
        ("cancel everything tomorrow morning", []),
        ("cancel everything tomorrow afternoon", ["call mom"]),
        ("delete the dentist on monday", []),
        ("cancel tomorrow's meeting", []),
    ],
)
async def test_a_day_or_an_hour_says_what_is_deleted(said: str, gone: list[str], alice: Person, now: datetime) -> None:
    talk = conversation(alice, now)
    before = set(talk.titles())

    await talk.say(said)

    assert sorted(before - set(talk.titles())) == gone


async def test_the_wrong_day_is_asked_about_and_yes_answers_it(alice: Person, now: datetime) -> None:
    talk = conversation(alice, now)

    asked = await talk.say("delete the dentist on monday")
    done = await talk.say("yes")

    assert asked.reply.startswith("It is not due then. Is this the one?")
    assert done.reply == "Moved “dentist” to the trash."


async def test_the_wrong_one_is_taken_back_and_the_other_one_done(alice: Person, now: datetime) -> None:
    talk = conversation(alice, now)
    await talk.say("delete the milk one")
    await talk.say("the one for ben")

    await talk.say("no, the other one")

    assert "milk for Ben" in talk.titles() and "buy milk" not in talk.titles()


async def test_all_but_some_are_done(alice: Person, now: datetime) -> None:
    talk = conversation(alice, now)

    await talk.say("complete everything except the report and the dentist")

    assert talk.titles() == ["dentist", "write report"]
