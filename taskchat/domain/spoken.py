"""Which languages are spoken: where the tables of words are looked for, a further language before English."""

import sys
from collections.abc import Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

FURTHER: tuple[Path, ...] = ()
"""Folders of further languages: a file `domain/day_rows.py` in one stands for the English table of that name, and what
is not there is read in English. To be named before anything that reads is imported, so in this line."""


def tables(room: str, english: Iterable[str]) -> list[str]:
    """Where the tables of a room ("assistant", "domain") are looked for, one after another."""
    return [*(str(folder / room) for folder in FURTHER), *english]


def english(table: dict[str, Any]) -> ModuleType:
    """The English table that one of a further language stands for; its names are put into the `globals()` of that one.

    English stays understood beside it: what the program tells itself of days is said in English.
    """
    package, _, name = str(table["__name__"]).rpartition(".")
    spec = spec_from_file_location(f"{package}.__{name}", Path(sys.modules[package].__path__[-1], f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(f"There is no English table {name}.")
    beneath = module_from_spec(spec)
    spec.loader.exec_module(beneath)
    table.update({key: value for key, value in vars(beneath).items() if not key.startswith("__")})
    return beneath
