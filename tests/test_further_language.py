"""A second language is files: some German in front of the English, in tables of the same names."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.source import ROOT

Answer = dict[str, Any]
GERMAN = Path(__file__).with_name("german")
SPEAK = (
    "import runpy, sys; from pathlib import Path; from taskchat.domain import spoken;"
    " spoken.FURTHER = (Path(sys.argv.pop(1)),); runpy.run_module('evals', run_name='__main__')"
)
THERE = [{"title": "Zahnarzt", "due": "2026-03-05T15:00:00"}, {"title": "Miete", "due": "2026-03-04"}]
SAID = {
    "erinnere mich morgen um 17 uhr daran Mama anzurufen": [("Mama anzurufen", "2026-03-05T17:00:00", None)],
    "ich muss am freitag die Steuer machen": [("die Steuer machen", "2026-03-06", None)],
    "setz Milch, Eier und Brot auf die Einkauf liste": [
        ("Milch", None, None),
        ("Eier", None, None),
        ("Brot", None, None),
    ],
    "notiere: jeden dienstag um 19 uhr Chor": [("Chor", "2026-03-10T19:00:00", "FREQ=WEEKLY;BYDAY=TU")],
    "remind me tomorrow at 5pm to call mom": [("call mom", "2026-03-05T17:00:00", None)],
}
"""What is said, and the tasks that come of it: title, due, repeat."""
ASKED = {
    "was steht heute an?": ("Miete", True),
    "wann ist der Zahnarzt?": ("15:00", True),
    "verschiebe den Zahnarzt auf freitag": ("Fri 6 Mar at 15:00", False),
    "bitte lösche die Miete": ("Moved “Miete” to the trash.", False),
    "die Miete ist bezahlt": ("Completed “Miete”.", False),
    "what is on today?": ("Miete", True),
}
"""What is said of what is there, words of the answer, and whether everything stays as it was."""


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """What is answered to each sentence, in a process that speaks German as well."""
    lines = [
        {"said": said, "now": "2026-03-04T10:20:00", "zone": "Europe/Berlin", "tasks": THERE}
        for said in (*SAID, *ASKED)
    ]
    file = tmp_path_factory.mktemp("german") / "said.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    told = subprocess.run(
        [sys.executable, "-c", SPEAK, str(GERMAN), "--say", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return {answer["said"]: answer for answer in map(json.loads, told.stdout.splitlines())}


@pytest.mark.parametrize("said", SAID)
def test_a_task_is_noted_down_in_a_further_language(heard: dict[str, Answer], said: str) -> None:
    new = [task for task in heard[said]["tasks"] if task["title"] not in {"Zahnarzt", "Miete"}]

    assert [(task["title"], task["due"], task["rrule"]) for task in new] == SAID[said], heard[said]["reply"]


@pytest.mark.parametrize("said", ASKED)
def test_what_is_there_is_asked_for_and_changed_in_it(heard: dict[str, Answer], said: str) -> None:
    words, stays = ASKED[said]

    assert words in str(heard[said]["reply"])
    titles = {task["title"] for task in heard[said]["tasks"] if task["status"] == "open"}
    assert not stays or titles == {"Zahnarzt", "Miete"}
