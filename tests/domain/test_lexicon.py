"""Words of a language as expressions: what a row of them finds, and what it leaves."""

import re

import pytest

from taskchat.domain.lexicon import either, either_apostrophe, expression, places_of


@pytest.mark.parametrize(
    ("said", "fits", "fits_not"),
    [
        ("list", ["list"], ["lists", ""]),
        ("list|lists", ["list", "lists"], ["list lists"]),
        ("the|my? list", ["list", "the list", "my list"], ["our list", "the my list", "thelist"]),
        ("sort|order? by due? date", ["by date", "sort by due date"], ["sort date", "by duedate"]),
        ("to_do|to-do", ["to do", "to-do"], ["to", "to_do"]),
        ("no. {n}", ["no. 12"], ["no 12", "no. x"]),
        ("{n}th", ["5th"], ["th"]),
        ("at|to?", ["at ", "to ", ""], ["at", "at to "]),
    ],
)
def test_a_row_of_words_is_an_expression(said: str, fits: list[str], fits_not: list[str]) -> None:
    written = re.compile(expression(said, n=r"\d+"))

    assert [text for text in fits if not written.fullmatch(text)] == []
    assert [text for text in fits_not if written.fullmatch(text)] == []


def test_words_may_stand_apart_by_more_than_a_blank() -> None:
    assert re.fullmatch(expression("one of_those", r"\s+"), "one  of\tthose")


def test_any_of_some_words_is_taken_as_it_is_written() -> None:
    written = re.compile(either(("no.", "in the list", "c++")))

    assert [text for text in ("no.", "in the list", "c++", "nox", "c") if written.fullmatch(text)] == [
        *("no.", "in the list", "c++"),
    ]


def test_an_apostrophe_is_typed_or_printed() -> None:
    written = either_apostrophe(expression("i've|it's"))

    assert all(re.fullmatch(written, text) for text in ("i've", "i’ve", "it's", "it’s"))


def test_spellings_of_one_thing_have_its_place() -> None:
    assert places_of("monday mon", "tuesday") == {"monday": 0, "mon": 0, "tuesday": 1}
