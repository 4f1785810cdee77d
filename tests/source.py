"""The source of TaskChat as data: what the house test reads."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("taskchat", "bench", "evals", "tests")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One imported name: `target` is the module, or module.name where a name is taken from it."""

    target: str
    line: int
    level: int
    at_top: bool


@dataclass(frozen=True)
class Module:
    """One Python file."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @property
    def room(self) -> str:
        """`taskchat.ui.chat.state` is in `ui`; `taskchat.config` is its own room."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else parts[0]

    def at(self, line: int) -> str:
        return f"{self.path.relative_to(ROOT)}:{line}"

    @property
    def functions(self) -> list[Function]:
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @property
    def public_functions(self) -> list[Function]:
        """Functions at the top level that others may call."""
        return [node for node in self.tree.body if isinstance(node, Function) and not node.name.startswith("_")]

    @property
    def imports(self) -> list[Import]:
        return [
            Import(target, node.lineno, getattr(node, "level", 0), node in self.tree.body)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for target in _targets(node)
        ]


def _targets(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module or ''}.{alias.name}" for alias in node.names]


@cache
def modules(folder: str) -> tuple[Module, ...]:
    """Every module under a folder of the project, in order of name."""
    return tuple(_read(path) for path in sorted((ROOT / folder).rglob("*.py")))


def _read(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text("utf-8")
    return Module(name, path, text, ast.parse(text, str(path)))


def everything() -> tuple[Module, ...]:
    return tuple(module for folder in FOLDERS for module in modules(folder))


def length(function: Function) -> int:
    """Lines from `def` to the end, decorators not counted."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Each call with its dotted name: `datetime.now(UTC)` is ("datetime.now", …)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case ast.Call(func=func):
            return f"{dotted(func)}()"
        case _:
            return "?"


def listed(offences: list[str]) -> str:
    """One offence a line, for the message of an assert."""
    return "\n" + "\n".join(sorted(offences))
