"""What text becomes on its way in, and when two texts are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.text import clean, cut, folded, is_blank

FAMILY = "👩\u200d👩\u200d👧"
ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("\u202a\u202c\u202e\u2066\u2069\r\n\t "))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("  buy milk  ", "buy milk"),
        ("buy\nmilk", "buy milk"),
        ("buy\r\nmilk\ttoday", "buy milk today"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("e\u0301", "é"),
        ("nul\x00 bell\x07 escape\x1b", "nul bell escape"),
        ("hidden\U000e0041\U000e007f text", "hidden text"),
        ("half a pair \ud83d", "half a pair"),
        ("\ufeffmark", "mark"),
        (FAMILY, FAMILY),
        ("نص عربي", "نص عربي"),
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("a\u202bשלום\u202cb", "a\u202bשלום\u202cb"),
        ("a\u202cb\u2069c", "abc"),
        ("\u2067a\u202ab\u2069c\u202c", "\u2067ab\u2069c"),
        ("left\u200eright", "left\u200eright"),
        ("a\u200b\u200c\u200db", "ab"),
        ("🙂\U000e0154\U000e0155\U000e0156!", "🙂!"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("two\u200b\x00\u200b\u200bparts", "twoparts"),
        ("", ""),
    ],
)
def test_clean_removes_what_deceives_and_keeps_what_is_written(sent: str, kept: str) -> None:
    assert clean(sent) == kept


def test_clean_keeps_line_breaks_and_tabs_where_lines_are_wanted() -> None:
    assert clean("one\r\n\r\n\ttwo\x00\n", lines=True) == "one\n\n\ttwo"


def test_a_direction_mark_does_not_reach_over_a_line_break() -> None:
    assert clean("a\u202eb\nc\u202cd", lines=True) == "ab\ncd"


@given(ANY_TEXT, st.booleans())
def test_cleaning_twice_changes_nothing(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)

    assert clean(once, lines=lines) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert lines or not set("\r\n\t\x00") & set(once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("STRASSE", "straße"),
        ("Ångström", "angstrom"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "FINE"),
        ("ＦＵＬＬ", "full"),
        ("smørrebrød", "SMORREBROD"),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_folded_forgets_case_and_accents(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_folded_keeps_signs_that_are_letters_of_their_own() -> None:
    assert folded("か") != folded("が")
    assert folded("한국") == "한국"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "\u200d\u200e", "\u3000"])
def test_text_that_nobody_sees_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "👍", "."])
def test_text_that_somebody_sees_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_cut_says_that_something_is_missing() -> None:
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcd", 4) == "abcd"
