"""What the built-in assistant does not do: the scenarios that fail, by kind, as the documentation tells them."""

import json
from collections.abc import Sequence
from pathlib import Path

import yaml

from evals.judging import Verdict

ROOT = Path(__file__).resolve().parent.parent
FILE = Path(__file__).parent / "shortcomings.yaml"
PAGE = ROOT / "docs" / "assistant.md"
BEGIN, END = "<!-- shortcomings -->\n", "<!-- /shortcomings -->\n"
"""The lines of the page between which they stand."""


def kinds() -> dict[str, list[str]]:
    """A sentence on what it does not do → the scenarios that show it."""
    return yaml.safe_load(FILE.read_text("utf-8"))


def untold(verdicts: Sequence[Verdict]) -> list[str]:
    """Scenarios that fail and stand under no kind."""
    told = {name for names in kinds().values() for name in names}
    return [name for name in _failed(verdicts) if name not in told]


def outgrown(verdicts: Sequence[Verdict]) -> list[str]:
    """Scenarios that stand under a kind and pass by now, or are no more."""
    failed = set(_failed(verdicts))
    return [name for names in kinds().values() for name in names if name not in failed]


def _failed(verdicts: Sequence[Verdict]) -> list[str]:
    return [f"{one.scenario.skill}: {one.scenario.name}" for one in verdicts if not one.passed]


def tell(verdicts: Sequence[Verdict]) -> str:
    """Brings file and page up to what fails now; what is new stands under the last kind, to be sorted by hand."""
    gone, new, told = set(outgrown(verdicts)), untold(verdicts), kinds()
    told[list(told)[-1]] += new
    left = {kind: kept for kind, names in told.items() if (kept := [name for name in names if name not in gone])}
    head = [line for line in FILE.read_text("utf-8").splitlines() if line.startswith("#")]
    rows = [row for kind, names in left.items() for row in (f"{_quoted(kind)}:", *(f"  - {_quoted(n)}" for n in names))]
    FILE.write_text("\n".join([*head, *rows]) + "\n", "utf-8")
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
    return f"{len(gone)} taken out, {len(new)} put in under the last kind."


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def page(text: str) -> str:
    """The page with the kinds as they stand in the file."""
    before, rest = text.split(BEGIN)
    return "".join([before, BEGIN, *(f"- {kind}\n" for kind in kinds()), END, rest.split(END)[1]])
