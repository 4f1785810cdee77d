"""The settings page: how a person tells the time."""

import pytest

from taskchat.domain.person import Person, Ways
from taskchat.errors import NotSignedIn
from taskchat.storage.accounts import find_by_email
from taskchat.storage.database import reading
from taskchat.ui.pages.settings import SettingsState
from tests.ui.states import page

FORM = {"zone": "America/New_York", "first_weekday": "6", "clock": "12", "order": "month"}


async def test_the_form_shows_what_is_known(at_tab: Person) -> None:
    settings = page(SettingsState)
    await settings.arrive()

    assert (settings.zone, settings.first_weekday, settings.clock, settings.order) == (
        "Europe/Berlin",
        "0",
        "24",
        "day",
    )


async def test_saved_ways_are_kept(at_tab: Person) -> None:
    settings = page(SettingsState)

    await settings.save(FORM)

    with reading() as session:
        known = find_by_email(session, "alice@example.org")
    assert known is not None
    assert known.person.ways == Ways("America/New_York", first_weekday=6, clock_24=False, day_first=False)
    assert (settings.saved, settings.wrong) == (True, "")


async def test_an_unknown_zone_is_told(at_tab: Person) -> None:
    settings = page(SettingsState)

    await settings.save({**FORM, "zone": "Mars/Olympus"})

    assert settings.wrong == "There is no such time zone. One looks like Europe/Berlin."
    assert settings.saved is False


async def test_without_a_session_nothing_is_shown_or_saved(database: str) -> None:
    with pytest.raises(NotSignedIn):
        await page(SettingsState).arrive()
    with pytest.raises(NotSignedIn):
        await page(SettingsState).save(FORM)
