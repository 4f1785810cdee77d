"""English stands in the language's own modules, and nowhere in those that read with them.

A second language is to be folders of tables beside `english`: so these hold tables alone, and what reads holds no word.
A word is here two letters in a row: in a regular expression, in what a text is compared with, in a table, or in what
words and rows are made of. Names inside the program are none (`NAMES`); modules that speak, or that read what is no
language, are in `OTHERWISE`.
"""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.source import ROOT, Module, calls, dotted, listed, modules

ROOMS = ("taskchat.assistant", "taskchat.domain")
LANGUAGES = tuple(f"{room}.english" for room in ROOMS)
ROOTS = (
    *("taskchat.assistant.phrases", "taskchat.assistant.meant", "taskchat.assistant.confirm"),
    *("taskchat.assistant.moving", "taskchat.assistant.asked", "taskchat.assistant.wanted", "taskchat.domain.alike"),
    *("taskchat.domain.quickadd", "taskchat.domain.recurrence", "taskchat.domain.windows"),
)
"""What understands a sentence, an answer, a line, a repeat and a span of time; what they import reads with them."""
LONGEST = 350
SPEAKS = "says things, and reads none: a language's sentences are another matter, see docs/assistant.md"
WIRE = "reads what a program or a model writes: fields, ids, arguments"
OTHERWISE = {
    "taskchat.assistant.answer": WIRE,
    "taskchat.assistant.kept": WIRE,
    "taskchat.assistant.plan": "names of tools, and the windows they take",
    "taskchat.assistant.proposals": "parts of a card",
    "taskchat.assistant.remembering": WIRE,
    "taskchat.assistant.replies_words": "what an answer says before a day or a time of its own",
    "taskchat.assistant.scene": WIRE,
    "taskchat.assistant.told": SPEAKS,
    "taskchat.assistant.wire": WIRE,
    "taskchat.assistant.wording": SPEAKS,
    "taskchat.domain.arrange": SPEAKS,
    "taskchat.domain.file": "endings and kinds of files",
    "taskchat.domain.filter_text": "the filter language, whose keys are the same for everybody",
    "taskchat.domain.lists": "colours and icons; the stem of a list's name, which knows an English plural",
    "taskchat.domain.preferences": SPEAKS,
    "taskchat.domain.recurrence": "rules of RFC 5545, and how they are said",
    "taskchat.domain.reminding": SPEAKS,
    "taskchat.domain.rules": "rules of RFC 5545",
    "taskchat.domain.text": "categories of Unicode",
    "taskchat.domain.tokens": "endings of addresses on the web",
    "taskchat.domain.words": SPEAKS,
}
"""Modules that are imported by what reads and have words of their own, and why they may."""
FIELDS = "description due filters inbox limit line list priority recurrence reminder rrule search section sort status"
FIELDS += " tag tags task title words"
LEVELS = "high low medium none"
SLOTS = "amount figure fraction hashed month name named one other here there sort subject thing unit word it"
KINDS = "again date detail deleted estimate note problem reminder repeat retitle said say suggest undone slip"
WAYS = "all always kept maybe mine told"
UNITS = "day week month year"
NAMES = frozenset(" ".join((FIELDS, LEVELS, SLOTS, KINDS, WAYS, UNITS)).split()) | {
    "with year",
    "without year",
    "TaskFilter",
}
"""Names inside the program, which nobody says: of fields and levels, slots, kinds of marks and of answers, units.

What is remembered of somebody, or forgotten, is told apart by WAYS. Of upper case are the names of RFC 5545.
"""

HOUSE_MODULES = modules("taskchat")
LANGUAGE = [module for module in HOUSE_MODULES if module.name.startswith(LANGUAGES)]
WORD = re.compile(r"[A-Za-z]{2}")
NO_WORDS = re.compile(r"\(\?P[<=]\w+[>)]|\(\?[aiLmsux-]+[:)]|\\[A-Za-z]|\[[^\]]*\]|\{\w+\}")
"""What an expression is written with: names of groups, flags, escapes, sets of characters, slots."""
SYNTAX = re.compile(r"\(\?|\\[bdswBDSW]|\[\^")
ASKS = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "isdisjoint", "find"}
ASKS |= {"replace", "split", "rsplit", "count", "index"}
"""Methods of a text, or of words, that look for what they are given."""
MAKES = {"word_set", "places_of", "expression", "either", "pattern", "row", "rows", "Row", "frozenset", "dict.fromkeys"}
"""What makes words, patterns and rows of what it is given."""


class String(NamedTuple):
    """A string in the source, or the piece of one between what is put into it."""

    text: str
    line: int
    node: int
    """The id of its node."""


def reading() -> list[Module]:
    """Modules of the two rooms that the roots import, directly or not."""
    known = {module.name: module for module in HOUSE_MODULES}
    found: set[str] = set()
    to_do = [*ROOTS]
    while to_do:
        name = to_do.pop()
        if name in known and name not in found:
            found.add(name)
            to_do += [
                target for each in known[name].imports for target in (each.target, each.target.rpartition(".")[0])
            ]
    return [known[name] for name in sorted(found) if name.startswith(ROOMS) and not name.startswith(LANGUAGES)]


@pytest.mark.parametrize("module", LANGUAGE, ids=lambda module: module.name)
def test_a_language_is_tables_alone(module: Module) -> None:
    offences = [
        f"{module.at(node.lineno)}: {type(node).__name__}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)
    ]
    offences += [
        f"{module.at(node.lineno)}: {ast.unparse(node)[:60]}"
        for node in module.tree.body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign | ast.AugAssign)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]

    assert not offences, listed(offences)
    assert module.lines < LONGEST


def test_what_reads_holds_no_words_of_a_language() -> None:
    offences = [
        f"{module.at(line)}: {word!r}"
        for module in reading()
        if module.name not in OTHERWISE
        for line, word in sorted({*_in_expressions(module), *_compared(module), *_in_tables(module)})
    ]

    assert not offences, listed(offences)


def test_no_exemption_is_stale() -> None:
    with_words = {
        module.name for module in reading() if {*_in_expressions(module), *_compared(module), *_in_tables(module)}
    }

    assert set(OTHERWISE) <= with_words, sorted(set(OTHERWISE) - with_words)


def test_the_guide_names_every_table() -> None:
    guide = (ROOT / "docs" / "assistant.md").read_text("utf-8").partition("\n## A second language\n")[2]
    told = set(re.findall(r"`(\w+)`", guide.partition("\n## ")[0]))

    assert {module.name.rpartition(".")[2] for module in LANGUAGE} - {"english"} <= told


def _in_expressions(module: Module) -> Iterator[tuple[int, str]]:
    """Words in what is given to `re`, and in any other string that is written as an expression."""
    given = [call.args[0] for name, call in calls(module.tree) if name.startswith("re.") and call.args]
    strings = [string for argument in given for string in _strings(argument)]
    strings += [string for string in _strings(module.tree) if SYNTAX.search(string.text)]
    docstrings = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    yield from (
        (string.line, string.text)
        for string in strings
        if string.node not in docstrings and WORD.search(NO_WORDS.sub(" ", string.text))
    )


def _compared(module: Module) -> Iterator[tuple[int, str]]:
    """Words that something is compared with, one of which it may be, or that are looked for in it."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Compare(comparators=others):
                yield from _words(*others)
            case ast.Call(func=ast.Attribute(attr=asked), args=given) if asked in ASKS:
                yield from _words(*given)
            case ast.BinOp(op=ast.BitOr() | ast.BitAnd() | ast.Sub(), left=left, right=right):
                yield from _words(*(side for side in (left, right) if isinstance(side, ast.Set)))


def _in_tables(module: Module) -> Iterator[tuple[int, str]]:
    """Words in sets, lists and tables, and in what makes words, patterns and rows."""
    exported = {id(node) for names in _assigned(module, "__all__", "__slots__") for node in ast.walk(names)}
    for node in ast.walk(module.tree):
        match node:
            case ast.Set(elts=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts) if id(node) not in exported:
                yield from _words(*(part for part in parts if isinstance(part, ast.Constant)))
            case ast.Dict(keys=keys, values=values) if any(isinstance(value, ast.Constant) for value in values):
                yield from _words(*(key for key in keys if key))
    for name, call in calls(module.tree):
        if name in MAKES:
            yield from _words(*call.args)


def _words(*nodes: ast.expr) -> Iterator[tuple[int, str]]:
    yield from (
        (string.line, string.text)
        for node in nodes
        for string in _strings(node)
        if WORD.search(string.text) and not (string.text in NAMES or "_" in string.text or string.text.isupper())
    )


def _strings(tree: ast.AST) -> Iterator[String]:
    yield from (
        String(node.value, node.lineno, id(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _assigned(module: Module, *names: str) -> Iterator[ast.expr]:
    yield from (
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assign) and any(dotted(target) in names for target in node.targets)
    )
