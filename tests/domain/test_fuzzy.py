"""Names are found by their beginning, a word, a part, and with a slip of the finger."""

import pytest

from taskchat.domain.fuzzy import closest

NAMES = ["buy milk", "call the dentist", "milk the goat", "oat milk for emily", "water the plants", "pay rent"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("milk", ["milk the goat", "buy milk", "oat milk for emily"]),
        ("MÍLK", ["milk the goat", "buy milk", "oat milk for emily"]),
        ("dent", ["call the dentist"]),
        ("plants water", ["water the plants"]),
        ("dentsit", ["call the dentist"]),
        ("watre plants", ["water the plants"]),
        ("zeppelin", []),
        ("", NAMES),
    ],
)
def test_the_best_match_comes_first(typed: str, found: list[str]) -> None:
    assert [NAMES[place] for place in closest(typed, NAMES, limit=6)] == found


def test_no_more_than_asked_for() -> None:
    assert len(closest("milk", NAMES, limit=2)) == 2
