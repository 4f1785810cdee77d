"""The built-in assistant lives through every scenario; what it does not do is told, and nothing else fails."""

import asyncio
from pathlib import Path

import pytest

from evals.judging import Verdict, judged
from evals.room import opened
from evals.scenarios import Malformed, Scenario, read_all, read_file
from evals.scoring import BAR, by_skill, failures, table, whole
from evals.shortcomings import PAGE, outgrown, page, untold

pytestmark = pytest.mark.timeout(600)
"""They are many."""
SCENARIOS = 250


async def _all(folder: Path, scenarios: list[Scenario]) -> list[Verdict]:
    async with opened(folder, "builtin") as room:
        return [await judged(room, scenario) for scenario in scenarios]


def test_there_are_many_and_a_third_of_them_were_written_without_sight_of_the_grammar() -> None:
    scenarios = read_all()

    unseen = [scenario for scenario in scenarios if scenario.unseen]
    assert len(scenarios) >= SCENARIOS
    assert len(unseen) >= len(scenarios) / 3


def test_the_whole_and_each_skill_pass_the_bar_and_what_fails_is_told(tmp_path: Path) -> None:
    """One test: whoever lives through them all does it once."""
    each = 1 - 3 * (1 - BAR)

    verdicts = asyncio.run(_all(tmp_path, read_all()))

    below = [score.name for score in by_skill(verdicts) if score.share < each]
    assert whole(verdicts).share >= BAR, table(verdicts)
    assert not below, table(verdicts)
    assert not untold(verdicts), f"bin/eval --tell writes it down: {failures(verdicts)}"
    assert not outgrown(verdicts), f"bin/eval --tell takes it out: {outgrown(verdicts)}"


def test_the_documentation_tells_what_it_does_not_do() -> None:
    text = PAGE.read_text("utf-8")

    assert page(text) == text


GOOD = "now: 2026-03-04 09:30\nscenarios:\n  - name: one\n    said: hello\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: [", "skill.yaml is no YAML: "),
        ("- a", "skill.yaml must have `scenarios`, and may have about, now, tasks, unseen, ways, zone."),
        (GOOD + "  - said: hi\n", "skill.yaml, scenario 2: it needs a name of its own."),
        (GOOD + "  - {name: one, said: hi}\n", "skill.yaml, scenario 2: it needs a name of its own."),
        (GOOD + "  - {name: two}\n", "skill.yaml, 'two': `said` is a sentence, or a list of sentences"),
        (GOOD + "  - {name: two, said: [hi, 5]}\n", "skill.yaml, 'two': `said` is a sentence, or a list of sentences"),
        (GOOD + "  - {name: two, said: hi, zone: Mars}\n", "skill.yaml, 'two': there is no zone 'Mars'"),
        (GOOD + "  - {name: two, said: hi, gone: [milk]}\n", "skill.yaml, 'two': no task 'milk' is there before."),
        (GOOD + "  - {name: two, said: hi, then: 1}\n", "skill.yaml, 'two': nobody knows then; there are changed,"),
        (GOOD + "  - {name: two, said: hi, new: [{title: a, when: b}]}\n", "skill.yaml, 'two': a task has no when."),
        (
            GOOD + "  - {name: two, said: hi, new: [{due: 2026-03-04}]}\n",
            "skill.yaml, 'two': a new task needs a title.",
        ),
        (GOOD + "  - {name: two, said: hi, tasks: [{title: ''}]}\n", "skill.yaml, 'two': A task needs a title."),
    ],
)
def test_a_scenario_that_cannot_be_read_is_told_by_file_and_name(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "skill.yaml"
    path.write_text(text, "utf-8")

    with pytest.raises(Malformed) as told:
        read_file(path)

    assert str(told.value).startswith(problem)


JUDGED = """
now: 2026-03-04 09:30
tasks: [{title: pay rent, due: 2026-03-06}, {title: call Ann}]
scenarios:
  - {name: right, said: move rent to monday, changed: {pay rent: {due: [2026-03-08, 2026-03-09]}}, says: [[Sun, Mon]]}
  - {name: another day, said: move rent to monday, changed: {pay rent: {due: 2026-03-10}}}
  - {name: unnamed change, said: complete rent}
  - {name: unnamed deletion, said: delete rent}
  - {name: unnamed task, said: add feed the cat tomorrow}
  - {name: missing task, said: hello, new: [{title: feed the cat}]}
  - {name: still there, said: hello, gone: [call Ann]}
  - {name: words, said: hello, says: [[moon, stars]], never: [hello]}
"""
FAULTS = {
    "right": [],
    "another day": ["'pay rent': due is '2026-03-09', not 2026-03-10"],
    "unnamed change": ["'pay rent': status is 'done', not 'open'"],
    "unnamed deletion": ["'pay rent' is gone"],
    "unnamed task": ["a new task 'feed the cat', due 2026-03-05"],
    "missing task": ["no new task 'feed the cat'"],
    "still there": ["'call Ann' is still there"],
    "words": ["the answer to “hello” lacks 'moon' or 'stars'", "the answer to “hello” has 'hello'"],
}


def test_every_difference_is_found(tmp_path: Path) -> None:
    path = tmp_path / "skill.yaml"
    path.write_text(JUDGED, "utf-8")

    verdicts = asyncio.run(_all(tmp_path, read_file(path)))

    assert {one.scenario.name: list(one.faults) for one in verdicts} == FAULTS
