"""docs/chat.md tells the truth: its rows are all there, and each names a test that exists or what is not built."""

import re

import pytest

from taskchat.config import ROOT

PAGE = (ROOT / "docs" / "chat.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$", PAGE, re.MULTILINE)


def test_all_rows_of_the_checklist_are_there_in_order() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 77))


@pytest.mark.parametrize(("number", "feature", "done", "shown"), ROWS)
def test_a_row_is_shown_by_a_test_or_says_what_is_missing(number: str, feature: str, done: str, shown: str) -> None:
    assert shown.strip() or done.startswith("Not built"), f"{number} {feature}"


@pytest.mark.parametrize(("file", "name"), sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE))))
def test_the_tests_it_names_exist(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / "tests" / file).read_text("utf-8")
