"""The README tells the truth: its settings, its commands, its map and its links."""

import os
import re

import pytest
from pydantic import SecretStr

from taskchat.config import ROOT, Settings

README = (ROOT / "README.md").read_text("utf-8")
NOT_ON_THE_MAP = {"docs", "data", "tests", "reflex.lock", "uploaded_files"}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    part = README.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    table = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[2:]]


def shown(default: object) -> str:
    """A default as the table writes it."""
    value = default.get_secret_value() if isinstance(default, SecretStr) else default
    if value in ("", None):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def test_the_table_names_every_setting_with_its_default_and_its_words() -> None:
    told = {name.strip("`"): (default, words) for name, default, words in rows("Configuration")}

    assert told == {
        name.upper(): (shown(field.default), field.description) for name, field in Settings.model_fields.items()
    }


def test_the_map_shows_every_room_and_nothing_else() -> None:
    told = {where.strip("`").rstrip("/") for where, _ in rows("The rooms")}
    rooms = {
        f"taskchat/{path.name}"
        for path in (ROOT / "taskchat").iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }
    folders = {
        path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "." and path.name != "taskchat"
    } - NOT_ON_THE_MAP

    assert told - {"tests"} == rooms | folders


@pytest.mark.parametrize("command", sorted(set(re.findall(r"(?:bin|\.ci)/[a-z]+", README))))
def test_its_commands_are_there_and_can_be_run(command: str) -> None:
    assert os.access(ROOT / command, os.X_OK), command


@pytest.mark.parametrize("option", re.findall(r"bin/run (--[a-z]+)", README))
def test_its_options_are_in_the_usage(option: str) -> None:
    assert option in (ROOT / "bin" / "run").read_text()


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)]+)\)", README))
def test_its_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).is_file(), link
