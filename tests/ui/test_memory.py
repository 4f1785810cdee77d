"""Settings › What I remember: shown, added by hand, forgotten and taken back."""

from datetime import datetime

import pytest

from taskchat.domain.person import Person
from taskchat.domain.preferences import Kind
from taskchat.domain.task import By
from taskchat.errors import NotSignedIn
from taskchat.services import memory
from taskchat.ui.pages.memory import MemoryState
from tests.services.test_memory import remember, sentences
from tests.ui.states import page


def shown(state: MemoryState) -> list[str]:
    return [one.words for one in state.kept]


async def test_what_is_remembered_is_shown_with_what_follows(at_tab: Person, now: datetime) -> None:
    remember(at_tab, now, (Kind.HOUR, "morning", "08:00"), (Kind.NAME, "", "Sam"))
    state = page(MemoryState)

    await state.arrive()

    assert [(one.words, one.effect) for one in state.kept] == [
        ("Mornings mean 08:00", "“Tomorrow morning” is read so, in what you type under Add a task too."),
        ("You are called Sam", "The assistant calls you so."),
    ]


async def test_what_is_written_here_needs_no_question(at_tab: Person) -> None:
    state = page(MemoryState)

    await state.add({"preference": "mornings mean 8 and work tasks go to Office."})

    assert shown(state) == ["Mornings mean 08:00", "Tasks about “work” go to “Office”"]
    assert (state.added, state.wrong) == (1, "")
    assert state.said == "Remembered: Mornings mean 08:00; Tasks about “work” go to “Office”."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (" ", "Say what to remember, for example: mornings mean 8."),
        ("mornings mean 11pm", "Mornings mean a time between 03:00 and 12:59."),
        ("x" * 201, "What is to be remembered has 200 characters at most; this has 201."),
    ],
)
async def test_what_cannot_be_kept_is_told_and_stays_in_the_field(at_tab: Person, text: str, told: str) -> None:
    state = page(MemoryState)

    await state.add({"preference": text})

    assert (state.wrong, state.added, state.kept) == (told, 0, [])


async def test_forgetting_is_one_click_and_so_is_taking_it_back(at_tab: Person, now: datetime) -> None:
    remember(at_tab, now, (Kind.HOUR, "morning", "08:00"))
    state = page(MemoryState)
    await state.arrive()

    await state.forget(state.kept[0].id)
    gone, said = shown(state), state.said
    await state.take_back()

    assert (gone, said) == ([], "Forgotten: Mornings mean 08:00.")
    assert shown(state) == sentences(at_tab) == ["Mornings mean 08:00"]
    assert (state.said, state.undo) == ("Took it back: the preference “Mornings mean 08:00” is back.", "")


async def test_what_is_gone_already_is_told(at_tab: Person, now: datetime) -> None:
    remember(at_tab, now, (Kind.NAME, "", "Sam"))
    state = page(MemoryState)
    await state.arrive()
    memory.forget(at_tab, [state.kept[0].id], by=By("another tab"), now=now)

    await state.forget(state.kept[0].id)
    await state.take_back()

    assert state.kept == []
    assert state.wrong == "There is nothing to take back."


async def test_without_a_session_nothing_is_shown_or_kept(database: str) -> None:
    for handler in (page(MemoryState).arrive, page(MemoryState).take_back):
        with pytest.raises(NotSignedIn):
            await handler()
    with pytest.raises(NotSignedIn):
        await page(MemoryState).add({"preference": "call me Sam"})
