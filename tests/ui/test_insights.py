"""The insights page: the period from the address, the figures as they are drawn and read."""

from datetime import datetime

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.errors import NotSignedIn
from taskchat.services import tasks
from taskchat.ui.pages.insights import Figure, InsightsState, ShareView
from tests.ui.states import page


@pytest.mark.parametrize(
    ("query", "period", "weeks"),
    [("", "4w", 4), ("period=12w", "12w", 12), ("period=year", "year", 52), ("period=ever", "4w", 4)],
)
async def test_the_period_stands_in_the_address(at_tab: Person, query: str, period: str, weeks: int) -> None:
    insights = page(InsightsState, query)

    await insights.arrive()

    assert (insights.period, len(insights.weeks), insights.empty) == (period, weeks, True)


async def test_what_was_done_is_shown(at_tab: Person, now: datetime) -> None:
    done = tasks.create(at_tab, Draft(title="x", list="Work", tags=("home",)), by=By("g"), now=now)
    tasks.complete(at_tab, done.id, by=By("g"), now=now)
    tasks.create(at_tab, Draft(title="y"), by=By("g"), now=now)
    insights = page(InsightsState)

    await insights.arrive()

    assert insights.days[-1] == Figure("21 Nov", "Sat 21 Nov 2026", 1)
    assert insights.weeks[-1] == Figure("16 Nov", "Mon 16 Nov 2026", 1)
    assert insights.lists == [ShareView("Work", 1, 0, 0, "100%"), ShareView("Inbox", 0, 1, 0, "0%")]
    assert insights.tags == [ShareView("home", 1, 0, 0, "100%")]
    assert (insights.done, insights.open, insights.late, insights.empty) == (1, 1, 0, False)


async def test_without_a_session_nothing_is_counted(database: str) -> None:
    with pytest.raises(NotSignedIn):
        await page(InsightsState).arrive()
