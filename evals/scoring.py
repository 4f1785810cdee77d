"""How well an assistant does on the scenarios: a table by skill, what failed, and what has changed since last time."""

import json
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from evals.apart import shared
from evals.judging import Verdict, judged
from evals.scenarios import Scenario, read_all

BAR = 0.97
"""Of all scenarios: what is good enough."""
HISTORY = Path(__file__).parent / "history.jsonl"
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Score:
    """Of one skill, or of several together; `ms` of each sentence."""

    name: str
    passed: int
    total: int
    ms: tuple[float, ...]

    @property
    def share(self) -> float:
        return self.passed / self.total if self.total else 1.0


def evaluate(model: str, skill: str = "", record: bool = False) -> int:
    """All scenarios, or those of a skill: prints, and is 3 below the bar. Raises ValueError for what cannot be run."""
    scenarios = [one for one in read_all() if skill in {"", one.skill}]
    if not scenarios:
        known = ", ".join(dict.fromkeys(one.skill for one in read_all()))
        raise ValueError(f"There is no skill {skill!r}; there are {known}.")
    verdicts = list(shared(judged, scenarios, model))
    print(table(verdicts))
    print(failures(verdicts), end="")
    if record:
        print(_recorded(model, verdicts))
    return 0 if whole(verdicts).share >= BAR else 3


def by_skill(verdicts: Sequence[Verdict]) -> list[Score]:
    skills = dict.fromkeys(verdict.scenario.skill for verdict in verdicts)
    return [score(skill, (one for one in verdicts if one.scenario.skill == skill)) for skill in skills]


def whole(verdicts: Sequence[Verdict]) -> Score:
    return score("all", verdicts)


def score(name: str, verdicts: Iterable[Verdict]) -> Score:
    verdicts = tuple(verdicts)
    ms = tuple(each for verdict in verdicts for each in verdict.ms)
    return Score(name, sum(verdict.passed for verdict in verdicts), len(verdicts), ms)


def table(verdicts: Sequence[Verdict]) -> str:
    """A row a skill, all together, and apart those that were written by somebody who had not seen the grammar."""
    unseen = [one for one in verdicts if one.scenario.unseen]
    scores = [*by_skill(verdicts), whole(verdicts), *([score("of these unseen", unseen)] if unseen else [])]
    width = max(len(one.name) for one in scores)
    head = f"{'skill':<{width}}  {'passed':>9}  {'%':>6}  {'p50 ms':>7}  {'p95 ms':>7}"
    return "\n".join([head, *(_row(one, width) for one in scores)])


def _row(one: Score, width: int) -> str:
    p95 = quantiles(one.ms, n=20, method="inclusive")[-1] if len(one.ms) > 1 else sum(one.ms)
    passed = f"{one.passed} / {one.total}"
    half = median(one.ms) if one.ms else 0.0
    return f"{one.name:<{width}}  {passed:>9}  {one.share:>6.1%}  {half:>7.1f}  {p95:>7.1f}"


def failures(verdicts: Iterable[Verdict]) -> str:
    """Of each that failed: what was said, what differs, and what was answered."""
    return "".join(_failure(verdict) for verdict in verdicts if not verdict.passed)


def _failure(verdict: Verdict) -> str:
    scenario: Scenario = verdict.scenario
    said = " → ".join(turn.said for turn in scenario.turns)
    answer = " / ".join((verdict.replies or ("",))[-1].split("\n"))
    faults = "".join(f"\n    {fault}" for fault in verdict.faults)
    return f"\n{scenario.skill}: {scenario.name}\n    said {said}{faults}\n    answered {answer}\n"


def _recorded(model: str, verdicts: Sequence[Verdict]) -> str:
    """Adds a line to the history; says what is different from the last one of this model."""
    scores = {one.name: [one.passed, one.total] for one in (*by_skill(verdicts), whole(verdicts))}
    last = next((line for line in reversed(_history()) if line["model"] == model), None)
    now = {"at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "commit": _commit(), "model": model, "scores": scores}
    with HISTORY.open("a", encoding="utf-8") as file:
        file.write(json.dumps(now, ensure_ascii=False) + "\n")
    return f"\n{_difference(last['scores'], scores)}" if last else "\nThe first line of the history."


def _history() -> list[dict]:
    lines = HISTORY.read_text("utf-8").splitlines() if HISTORY.exists() else []
    return [json.loads(line) for line in lines if line.strip()]


def _difference(then: dict[str, list[int]], now: dict[str, list[int]]) -> str:
    rows = [
        f"{name}: {'/'.join(map(str, then.get(name, ['none'])))} → {'/'.join(map(str, now.get(name, ['none'])))}"
        for name in dict.fromkeys((*then, *now))
        if then.get(name) != now.get(name)
    ]
    return "\n".join(["Since the last record:", *rows]) if rows else "As at the last record."


def _commit() -> str:
    """The commit this is, "" outside of a checkout."""
    asked = ("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD")
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
