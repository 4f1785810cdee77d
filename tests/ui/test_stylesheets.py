"""The browser looks at what changed, and not at the whole page, whenever a word of an answer comes."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
SHEETS = sorted(ASSETS.glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BY_TOUCH = re.compile(r"@media[^{]*\(pointer: coarse\)\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
HOLDS_MUCH = re.compile(r"(?:^|[\s>+~])(?:html|body|main|:root|\.frame|\.pane[\w-]*|\.log[\w-]*)(?:\[[^\]]*\])*:has\(")
SIBLINGS_OF_ANY_KIND = re.compile(r"(?:^|[\s>(])[a-z]+[1-6]?\s*[+~]\s*(?:[a-z]+|\*)(?![\w-])")


def selectors(sheet: Path, without: re.Pattern[str]) -> list[str]:
    css = without.sub("", COMMENT.sub("", sheet.read_text("utf-8")))
    return [one.strip() for group in re.findall(r"([^{};]+)\{", css) for one in group.split(",")]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_nothing_that_holds_the_page_is_asked_what_it_has(sheet: Path) -> None:
    """Each word would have 720 elements looked at again. By touch alone the bar must know of the keyboard."""
    found = [one for one in selectors(sheet, BY_TOUCH) if HOLDS_MUCH.search(one)]

    assert not found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_rule_is_about_neighbours_of_any_kind(sheet: Path) -> None:
    """`p + p` is looked at behind whatever comes or goes anywhere, `p:not(:first-child)` where there are paragraphs."""
    found = [one for one in selectors(sheet, COMMENT) if SIBLINGS_OF_ANY_KIND.search(one)]

    assert not found


@pytest.mark.parametrize(
    "selector", ["body:has([data-x]) .frame", ".frame:has(.bar) .toast", ".pane-tasks:has(> p) > a"]
)
def test_what_would_be_found(selector: str) -> None:
    assert HOLDS_MUCH.search(selector)


@pytest.mark.parametrize("selector", [".prose > div + div", ".list li + li", "p + p", "h2 ~ p", "td + *"])
def test_which_neighbours_would_be_found(selector: str) -> None:
    assert SIBLINGS_OF_ANY_KIND.search(selector)
