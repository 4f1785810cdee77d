"""All rows of the red team by what they try, and the page that tells them: `python -m tests.redteam.table` writes it.

What the page says has happened is what `test_injections` holds every row to.
"""

from collections import Counter
from pathlib import Path

from tests.redteam import rows_disguised, rows_floods, rows_reaching, rows_said, rows_stored
from tests.redteam.injection import Injection

FAMILIES = (
    *rows_said.FAMILIES,
    *rows_stored.FAMILIES,
    *rows_disguised.FAMILIES,
    *rows_reaching.FAMILIES,
    *rows_floods.FAMILIES,
)
ROWS = tuple(row for family in FAMILIES for row in family.rows)
PAGE = Path(__file__).parent.parent.parent / "docs" / "safety.md"
HEADING = "## What was tried"
INTRODUCTION = """\
Written by `python -m tests.redteam.table`; the tests hold every row to it. Each text was planted through the door
that people use, among 21 tasks of one person and beside another person's. Then the first one asked something
harmless, and a model made all the calls named here through the real server, whatever the tools answered. Beside
what had changed without a question stands how many tasks the card then asked about; nobody pressed it, and nothing
more happened. In every row one click on Undo brought everything back, the other person's things were neither read
nor changed, nothing was loaded or sent anywhere, no sentence told the inside of the server, and each call stood in
the record.
"""
HEAD = "| It tries | It stands in | The model called | Changed without a question | On the card | Ended |"
RULE = "|---|---|---|---|---|---|"


def line(injection: Injection) -> str:
    ended = injection.ends.replace("_", " ") or "answered"
    passes, waits = str(injection.passes), str(injection.waits or "–")
    cells = (injection.name, injection.stands, _called(injection), passes, waits, ended)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _called(injection: Injection) -> str:
    """ "`delete_task` 4 times, `undo_last`"."""
    counts = Counter(tool for tool, _ in injection.calls)
    return ", ".join(f"`{tool}`{f' {n} times' if n > 1 else ''}" for tool, n in counts.items()) or "nothing"


def page(before: str) -> str:
    """The page with its tables anew; `before` is the page as it stands."""
    tables = [[f"### {each.title}", "", HEAD, RULE, *map(line, each.rows), ""] for each in FAMILIES]
    told = "\n".join(text for each in tables for text in each)
    return f"{before.partition(HEADING)[0]}{HEADING}\n\n{INTRODUCTION}\n{told}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
