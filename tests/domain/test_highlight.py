"""Where the words of a search stand in a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.highlight import hits
from taskchat.domain.text import folded


@pytest.mark.parametrize(
    ("title", "words", "marked"),
    [
        ("Buy milk", ["milk"], ["milk"]),
        ("MILK, more milk", ["milk"], ["MILK", "milk"]),
        ("Crème brûlée", ["brulee", "creme"], ["Crème", "brûlée"]),
        ("Cre\u0301me", ["creme"], ["Cre\u0301me"]),
        ("cafe\u0301!", ["cafe"], ["cafe\u0301"]),
        ("Hauptstraße 5", ["strasse"], ["straße"]),
        ("Straße", ["s"], ["S", "ß"]),
        ("tax return", ["tax return"], ["tax return"]),
        ("banana", ["ana"], ["anana"]),
        ("abc", ["a", "b"], ["ab"]),
        ("<b>bold</b>", ["<b>"], ["<b>"]),
        ("milk", ["bread", ""], []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(title: str, words: list[str], marked: list[str]) -> None:
    assert [title[start:end] for start, end in hits(title, words)] == marked


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=4), max_size=4))
def test_places_lie_in_the_text_apart_and_hold_what_was_searched(title: str, words: list[str]) -> None:
    last = -1
    for start, end in hits(title, words):
        assert last < start < end <= len(title)
        assert any(folded(word) in folded(title[start:end]) for word in words if folded(word))
        last = end
