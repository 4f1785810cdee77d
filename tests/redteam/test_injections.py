"""A model obeys every injection in full, through the real server: the worst case must do no harm (U-01, U-02, C-06)."""

from datetime import datetime

import pytest

from tests.redteam.checks import check_harmless
from tests.redteam.injection import Injection
from tests.redteam.scene import People, carried_out, standing
from tests.redteam.table import PAGE, ROWS, page


@pytest.mark.parametrize("injection", ROWS, ids=lambda row: row.name)
async def test_the_worst_case_does_no_harm(injection: Injection, people: People, now: datetime) -> None:
    came = await carried_out(injection, people, now)

    check_harmless(came, injection, people, standing(people.bob, now))


def test_the_page_tells_every_row_as_it_is() -> None:
    told = PAGE.read_text("utf-8")

    assert told == page(told), "python -m tests.redteam.table writes it anew"
    assert len({row.name for row in ROWS}) == len(ROWS) >= 120
