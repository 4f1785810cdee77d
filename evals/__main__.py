"""Reads JSON lines, writes one JSON line each; what cannot be read is told on stderr, and the end is then 1."""

import argparse
import json
import sys
from pathlib import Path

from evals.quickadd import Unreadable, answers


def main() -> int:
    asked = _arguments()
    try:
        lines = Path(asked.quickadd).read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        print(f"{asked.quickadd} cannot be read: {problem}", file=sys.stderr)
        return 1
    # Half a character, which JSON can carry, comes out as it went in; and whatever the terminal is, this is UTF-8.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue]
    failed = 0
    for answer in answers(lines):
        if isinstance(answer, Unreadable):
            print(f"{asked.quickadd}, line {answer.number}: {answer.reason}", file=sys.stderr)
            failed = 1
        else:
            print(json.dumps(answer, ensure_ascii=False))
    return failed


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/eval", description=__doc__)
    parser.add_argument("--quickadd", metavar="FILE", required=True, help="lines as typed into quick add")
    return parser.parse_args()


sys.exit(main())
