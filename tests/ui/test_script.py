"""A script is imported by the name under which Reflex has linked it, and Reflex is asked only where it has not."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import reflex as rx

PARTS = """
import reflex as rx

from taskchat.ui.design.script import script

OURS = script(__name__, "move.jsx")


def asked_of_reflex():
    return rx.asset("move.jsx", shared=True).importable_path
"""


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module that lies beside `move.jsx`, imported in an app whose assets are still empty."""
    (tmp_path / "moving_parts.py").write_text(PARTS)
    (tmp_path / "move.jsx").write_text("export const Move = () => null;\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield importlib.import_module("moving_parts")
    del sys.modules["moving_parts"]


def test_its_name_is_the_one_reflex_gives_it(parts: ModuleType, tmp_path: Path) -> None:
    theirs = parts.asked_of_reflex()

    assert parts.OURS == "$/public/external/moving_parts/move.jsx" == theirs
    assert Path("assets/external/moving_parts/move.jsx").readlink() == tmp_path / "move.jsx"


def test_a_link_that_is_right_is_left_alone(parts: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rx, "asset", lambda *_, **__: pytest.fail("Reflex was asked"))

    assert importlib.reload(parts).OURS == "$/public/external/moving_parts/move.jsx"


def test_a_link_that_leads_elsewhere_is_put_right(parts: ModuleType, tmp_path: Path) -> None:
    link = Path("assets/external/moving_parts/move.jsx")
    link.unlink()
    link.symlink_to(tmp_path / "moved_away.jsx")

    importlib.reload(parts)

    assert link.readlink() == tmp_path / "move.jsx"


def test_a_script_that_is_not_there_stops_the_start(parts: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "move.jsx").unlink()

    with pytest.raises(FileNotFoundError, match=r"move\.jsx"):
        importlib.reload(parts)
