"""bin/eval: a file of lines in, one answer each out, and what cannot be read told by its number."""

import json
import subprocess
import sys
from pathlib import Path

from taskchat.config import ROOT

ASKED = {
    "line": "Pay rent every 27th 9am #home @bills !1 for 10min",
    "now": "2026-03-01T09:30:00",
    "zone": "Europe/Berlin",
}
FORM = 'a line looks like {"line": "…", "now": "2026-03-01T09:30:00", "zone": "Europe/Berlin"}'


def evaluated(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "evals", "--quickadd", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_each_line_is_answered_in_its_place_and_bad_ones_are_told(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    lines = [
        ASKED,
        ASKED | {"zone": "Mars/Base"},
        {"line": "x"},
        ASKED | {"now": "2026-03-01T09:30:00Z"},
        ASKED | {"now": "9999-12-31T23:00:00"},
        ASKED | {"line": 5},
        ASKED | {"line": "milk \ud800", "expected": {"due": None}},
    ]
    file.write_text("\n".join(["no json", "", *map(json.dumps, lines)]), "utf-8")

    done = evaluated(file)

    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first == {
        "line": ASKED["line"],
        "title": "Pay rent",
        "due": "2026-03-27T09:00:00",
        "rrule": "FREQ=MONTHLY;BYMONTHDAY=27",
        "after_completion": False,
        "tags": ["home"],
        "list": "bills",
        "priority": "high",
        "reminder_minutes": None,
        "duration_minutes": 10,
        "spans": [
            [9, 19, "repeat"], [20, 23, "date"], [24, 29, "tag"], [30, 36, "list"], [37, 39, "priority"],
            [40, 49, "estimate"],
        ],
    }  # fmt: skip
    assert (second["line"], second["title"], second["due"], second["spans"]) == ("milk \ud800", "milk", None, [])
    assert done.stderr.splitlines() == [
        f"{file}, line 1: this is no JSON (Expecting value); {FORM}",
        f"{file}, line 4: there is no zone 'Mars/Base'",
        f"{file}, line 5: {FORM}",
        f"{file}, line 6: now is local to the zone, without an offset: 2026-03-01T09:30:00Z",
        f"{file}, line 7: now is no moment that anybody types at: 9999-12-31T23:00:00",
        f"{file}, line 8: {FORM}",
    ]
    assert done.returncode == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = evaluated(tmp_path / "none.jsonl")

    assert (done.returncode, done.stdout) == (1, "")
    assert "none.jsonl cannot be read" in done.stderr


def test_it_needs_neither_the_page_nor_the_agents_nor_a_database() -> None:
    heavy = "{'reflex', 'agents', 'sqlalchemy', 'starlette'}"
    asks = f"import sys, evals.quickadd; print(sorted({heavy} & sys.modules.keys()))"

    done = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
