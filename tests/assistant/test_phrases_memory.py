"""What people say about their ways, and what sounds alike and is a task: read without a database."""

from dataclasses import replace
from datetime import datetime

import pytest

from taskchat.assistant.phrases import understand
from taskchat.assistant.phrases_preferences import read_preferences
from taskchat.assistant.plan import Do, Say
from taskchat.assistant.scene import Scene
from taskchat.domain.person import Ways
from taskchat.domain.preferences import Kind, preference
from tests.domain.test_preferences import SENTENCES
from tests.world import BERLIN


@pytest.fixture
def scene(now: datetime) -> Scene:
    return Scene(now, Ways(zone=BERLIN))


def knowing(scene: Scene, *some: tuple[Kind, str, str]) -> Scene:
    kept = tuple(preference(*one, ident=str(n), now=scene.now) for n, one in enumerate(some))
    return replace(scene, ways=replace(scene.ways, kept=kept))


PROPOSED = [
    ("mornings mean 8", "Mornings mean 08:00"),
    ("Morning means 8am.", "Mornings mean 08:00"),
    ("morning is 7:30 for me", "Mornings mean 07:30"),
    ("for me, morning is half", ""),
    ("evening is 7pm", "Evenings mean 19:00"),
    ("evenings start at 7", "Evenings mean 19:00"),
    ("evenings start at seven", "Evenings mean 19:00"),
    ("when I say evening I mean 19:30", "Evenings mean 19:30"),
    ('when i say "evening", i mean 7', "Evenings mean 19:00"),
    ("afternoons mean 2", "Afternoons mean 14:00"),
    ("afternoon is noon", "Afternoons mean 12:00"),
    ("nights mean 9", "Nights mean 21:00"),
    ("by end of day I mean 4", "The working day ends at 16:00"),
    ("I finish work at 4", "The working day ends at 16:00"),
    ("i usually stop working at 5:30", "The working day ends at 17:30"),
    ("my working day ends at 17:00", "The working day ends at 17:00"),
    ("I knock off at 6 pm", "The working day ends at 18:00"),
    ("remind me 30 minutes before by default", "Tasks with a time get a reminder 30 minutes before"),
    ("by default, remind me an hour before", "Tasks with a time get a reminder 1 hour before"),
    ("always remind me 15 minutes before tasks are due", "Tasks with a time get a reminder 15 minutes before"),
    ("my default reminder is 10 minutes", "Tasks with a time get a reminder 10 minutes before"),
    ("set my default reminder to 1 hour", "Tasks with a time get a reminder 1 hour before"),
    ("remind me at 8 by default", "Reminders without a time are at 08:00"),
    ("reminders without a time are at 7:30", "Reminders without a time are at 07:30"),
    ("work tasks go to Office", "Tasks about “work” go to “Office”"),
    ("work tasks always go to the Office list", "Tasks about “work” go to “Office”"),
    ("#work tasks go into Office", "Tasks about “work” go to “Office”"),
    ("anything about the kids goes to Family", "Tasks about “kids” go to “Family”"),
    ("everything for school belongs in Family", "Tasks about “school” go to “Family”"),
    ("always put gym stuff into Health", "Tasks about “gym” go to “Health”"),
    ("from now on put everything about taxes in Finance", "Tasks about “taxes” go to “Finance”"),
    ("from now on, car repairs go to Garage", "Tasks about “car repairs” go to “Garage”"),
    ("from now on tag gym tasks with #health", "Tasks about “gym” are tagged #health"),
    ("always tag gym tasks with health", "Tasks about “gym” are tagged #health"),
    ("anything about taxes is high priority", "Tasks about “taxes” have high priority"),
    ("from now on work tasks are urgent", "Tasks about “work” have high priority"),
    ("call me Sam", "You are called Sam"),
    ("please call me sam", "You are called Sam"),
    ("you can call me O'Brien", "You are called O'Brien"),
    ("my name is Anna Maria", "You are called Anna Maria"),
    ("from now on call me Bo", "You are called Bo"),
    ("I prefer short answers", "I prefer short answers"),
    ("from now on answer in German", "From now on answer in German"),
    ("always answer in two sentences", "Always answer in two sentences"),
    ("never schedule anything on sundays", "Never schedule anything on sundays"),
    ("my gym days are tue and thu", "My gym days are tue and thu"),
    ("remember that I like tea in the morning", "I like tea in the morning"),
    ("remember that the door code is 4711", "The door code is 4711"),
    ("Please remember that mornings mean 8", "Mornings mean 08:00"),
    ("keep in mind that work tasks go to Office", "Tasks about “work” go to “Office”"),
]


@pytest.mark.parametrize(("said", "sentence"), PROPOSED)
def test_a_preference_is_proposed_in_its_own_sentence(said: str, sentence: str, scene: Scene) -> None:
    plan = understand(said, scene)

    proposed = [step for step in plan if isinstance(step, Do) and step.tool == "remember"]
    assert proposed == ([Do("remember", {"text": sentence})] if sentence else [])
    assert len(plan) == 1


TASKS = [
    "remember to buy milk",
    "remember the milk",
    "remember that I have a dentist appointment tomorrow at 5",
    "remember that I need to call mom",
    "don't forget that I have a meeting on monday",
    "always water the plants on mondays",
    "call me back at 5",
    "buy milk in the morning",
    "finish work at 4",
    "put milk into Office",
    "put all work tasks into Office",
    "the report is urgent",
    "tag the report with #work",
    "remind me 30 minutes before the dentist",
    "remind me at 8 to take my pills",
    "meet Sam tomorrow morning",
    "delete everything",
    "clear all",
    "show my tasks",
    "show everything",
    "forget it",
    "move everything from today to tomorrow",
    "what do I have tomorrow morning?",
    "is morning at 8?",
    "my name day is tomorrow",
]


@pytest.mark.parametrize("said", TASKS)
def test_what_is_about_tasks_stays_so(said: str, scene: Scene) -> None:
    plan = understand(said, knowing(scene, (Kind.HOUR, "morning", "08:00")))

    assert {step.tool for step in plan if isinstance(step, Do)} & {"remember", "forget"} == set()
    assert not any(isinstance(step, Say) and "remember" in step.words for step in plan)


def test_several_at_once_are_one_question(scene: Scene) -> None:
    plan = understand("mornings mean 8 and work tasks go to Office", scene)

    assert plan == (Do("remember", {"text": "Mornings mean 08:00; Tasks about “work” go to “Office”"}),)


def test_it_can_stand_beside_a_task(scene: Scene) -> None:
    plan = understand("add milk tomorrow. from now on call me Sam", scene)

    assert [step.tool for step in plan if isinstance(step, Do)] == ["create_task", "remember"]


@pytest.mark.parametrize(("said", "sentence"), SENTENCES)
def test_every_sentence_is_read_back_as_what_it_says(said: tuple[Kind, str, str], sentence: str, scene: Scene) -> None:
    wanted = preference(*said, now=scene.now)

    assert read_preferences(sentence, scene, standing=True) == (wanted,)


def test_what_no_row_knows_is_a_note_where_it_holds_anyway(scene: Scene) -> None:
    (note,) = read_preferences("Tea, not coffee", scene, standing=True)

    assert (note.kind, note.name) == (Kind.NOTE, "Tea, not coffee")
    assert read_preferences("Tea, not coffee", scene) == ()


def test_a_part_of_the_day_at_the_wrong_end_of_it_is_refused(scene: Scene) -> None:
    assert understand("mornings mean 11pm", scene) == (
        Say("Mornings mean a time between 03:00 and 12:59. Nothing was changed."),
    )


MORNING, NAME = (Kind.HOUR, "morning", "08:00"), (Kind.NAME, "", "Sam")
OFFICE = (Kind.LIST, "work", "Office")
ALL = ["Mornings mean 08:00", "You are called Sam", "Tasks about “work” go to “Office”"]
FORGOTTEN = [
    ("forget that mornings mean 8", ["Mornings mean 08:00"]),
    ("forget that mornings mean 9", ["Mornings mean 08:00"]),
    ("stop remembering that work tasks go to Office", ["Tasks about “work” go to “Office”"]),
    ("forget about office", ["Tasks about “work” go to “Office”"]),
    ("forget my name", ["You are called Sam"]),
    ("forget everything you know about me", ALL),
    ("delete all my preferences", ALL),
]


@pytest.mark.parametrize(("said", "which"), FORGOTTEN)
def test_forgetting_is_proposed_too(said: str, which: list[str], scene: Scene) -> None:
    assert understand(said, knowing(scene, MORNING, NAME, OFFICE)) == (Do("forget", {"which": which}),)


def test_what_is_not_remembered_is_told_and_not_searched_for(scene: Scene) -> None:
    (said,) = understand("forget that I like jazz", knowing(scene, MORNING))

    assert isinstance(said, Say)
    assert said.words.startswith("I remember nothing like “I like jazz”.")


@pytest.mark.parametrize(
    "asked",
    [
        "what do you know about me?",
        "What do you remember about me",
        "what have you learned about me?",
        "do you remember anything about me?",
        "show my preferences",
        "what are my preferences?",
        "tell me what you know about me",
    ],
)
def test_what_is_known_is_told(asked: str, scene: Scene) -> None:
    (nothing,) = understand(asked, scene)
    (something,) = understand(asked, knowing(scene, MORNING, OFFICE))

    assert isinstance(nothing, Say)
    assert isinstance(something, Say)
    assert nothing.words.startswith("I remember nothing about you yet. Tell me, for example: mornings mean 8")
    assert something.words.endswith("1. Mornings mean 08:00\n2. Tasks about “work” go to “Office”")


def test_somebody_is_called_by_their_name(scene: Scene) -> None:
    known = knowing(scene, (Kind.NAME, "", "*Sam*"))

    said = [understand(text, known)[0] for text in ("hello", "what is my name?")]

    assert [step.words for step in said if isinstance(step, Say)] == [
        "Hello, \\*Sam\\*. What shall I note down, or look up?",
        "You are called \\*Sam\\*.",
    ]


def test_what_is_remembered_already_is_not_asked_again(scene: Scene) -> None:
    known = knowing(scene, MORNING)

    assert understand("mornings mean 8", known) == (Say("I remember that already: Mornings mean 08:00."),)
    assert understand("mornings mean 9", known) == (Do("remember", {"text": "Mornings mean 09:00"}),)


def test_a_reminder_without_an_hour_gets_the_usual_one(scene: Scene) -> None:
    usual = knowing(scene, (Kind.HOUR, "reminders", "08:00"))

    (do,) = understand("remind me to call mom tomorrow", usual)

    assert isinstance(do, Do)
    assert (do.arguments["due"], do.arguments["reminder_minutes"]) == ("2026-11-22T08:00:00+01:00", 0)
