"""Has the assistant live through the scenarios, and tells what failed: 3 below the bar. With a file of JSON lines:
one JSON line each; what cannot be read is told on stderr, and the end is then 1."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from evals import quickadd, saying
from evals.lines import Unreadable
from evals.scoring import evaluate
from taskchat.config import load_settings
from taskchat.errors import Invalid

Answers = Callable[[Iterable[str]], Iterator[dict[str, Any] | Unreadable]]


def main() -> int:
    asked = _arguments()
    try:
        load_settings(**({"taskchat_model": asked.model} if asked.model else {}))
    except Invalid as problem:
        print(problem.message, file=sys.stderr)
        return 1
    if not asked.say and not asked.quickadd:
        return _evaluate(asked)
    if asked.quickadd:
        return _answer(asked.quickadd, quickadd.answers)
    return _answer(asked.say, partial(saying.answers, model=asked.model))


def _evaluate(asked: argparse.Namespace) -> int:
    try:
        return evaluate(asked.model, asked.skill, asked.record)
    except ValueError as problem:
        print(problem, file=sys.stderr)
        return 1


def _answer(file: str, answers: Answers) -> int:
    try:
        lines = Path(file).read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        print(f"{file} cannot be read: {problem}", file=sys.stderr)
        return 1
    # Half a character, which JSON can carry, comes out as it went in; and whatever the terminal is, this is UTF-8.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue]
    failed = 0
    for answer in answers(lines):
        if isinstance(answer, Unreadable):
            print(f"{file}, line {answer.number}: {answer.reason}", file=sys.stderr)
            failed = 1
        else:
            print(json.dumps(answer, ensure_ascii=False))
    return failed


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/eval", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--quickadd", metavar="FILE", help="lines as typed into quick add")
    what.add_argument("--say", metavar="FILE", help="sentences as said to the assistant")
    parser.add_argument("--model", default="builtin", help="who answers, as TASKCHAT_MODEL names it (builtin)")
    what.add_argument("--skill", default="", help="the scenarios of this skill alone")
    parser.add_argument("--record", action="store_true", help="keep the scores, and tell what is different since")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
