"""The one sentence when TaskChat cannot start."""

import os
import socket
import sqlite3
import subprocess
from pathlib import Path

import pytest

from taskchat import preflight
from taskchat.config import ROOT, load_settings
from taskchat.errors import TaskChatError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def told(error: pytest.ExceptionInfo[TaskChatError]) -> str:
    assert "\n" not in error.value.message
    return error.value.message


def test_a_port_in_use_names_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(TaskChatError) as error:
        port = taken.getsockname()[1]
        preflight.check_port("127.0.0.1", port)

    assert told(error) == f"Port {port} is in use by another program. Try: PORT={port % 65535 + 1} bin/run"


def test_a_free_port_is_left_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    preflight.check_port("127.0.0.1", port)

    with socket.create_server(("127.0.0.1", port)) as listener:
        assert listener.getsockname()[1] == port


@pytest.mark.parametrize("host", ["no such host", "192.0.2.1"])
def test_a_host_that_is_not_ours_is_named(host: str) -> None:
    with pytest.raises(TaskChatError) as error:
        preflight.check_port(host, 3000)

    assert told(error).startswith(f"HOST {host} is not an address")


def test_a_new_database_is_called_new_and_not_made_yet(folder: Path) -> None:
    settings = load_settings(database_url=f"sqlite:///{folder / 'taskchat.db'}")

    said = preflight.check_database(settings)

    assert said == f"{folder / 'taskchat.db'}, new"
    assert list(folder.iterdir()) == []


def test_a_database_that_is_there_is_not_new(folder: Path) -> None:
    settings = load_settings(database_url=f"sqlite:///{folder / 'taskchat.db'}")
    folder.mkdir()
    database = sqlite3.connect(folder / "taskchat.db")
    database.execute("VACUUM")
    database.close()

    assert preflight.check_database(settings) == str(folder / "taskchat.db")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands in the way")
    settings = load_settings(database_url=f"sqlite:///{tmp_path / 'data' / 'taskchat.db'}")

    with pytest.raises(TaskChatError) as error:
        preflight.check_database(settings)

    assert told(error).startswith(f"TaskChat cannot write to {tmp_path / 'data'} (")


def test_a_file_that_is_no_database_is_named(folder: Path) -> None:
    folder.mkdir()
    (folder / "taskchat.db").write_text("a letter to my aunt, much longer than one line" * 50)
    settings = load_settings(database_url=f"sqlite:///{folder / 'taskchat.db'}")

    with pytest.raises(TaskChatError) as error:
        preflight.check_database(settings)

    assert told(error).startswith(f"The database {folder / 'taskchat.db'} cannot be used")


def test_an_unreachable_postgresql_is_named_without_its_password() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = load_settings(database_url=f"postgresql://anna:hush@127.0.0.1:{port}/tasks")

    with pytest.raises(TaskChatError) as error:
        preflight.check_database(settings)

    assert told(error) == f"PostgreSQL tasks at 127.0.0.1:{port} does not answer. Check DATABASE_URL."


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('FATAL:  password authentication failed for user "anna"', "refuses this user or password"),
        ("fe_sendauth: no password supplied", "wants a password"),
        ('FATAL:  database "tasks" does not exist', "has no such database or user"),
        ('FATAL:  permission denied for database "tasks"', "does not let this user in"),
        ("could not translate host name", "does not answer"),
        ("timeout expired", "does not answer"),
    ],
)
def test_what_postgresql_says_is_told_in_plain_words(said: str, meant: str) -> None:
    assert preflight.refusal(said) == meant


def test_data_lives_where_the_database_is(tmp_path: Path) -> None:
    beside = load_settings(database_url=f"sqlite:///{ROOT / 'data' / 'taskchat.db'}")
    elsewhere = load_settings(database_url=f"sqlite:///{tmp_path / 'taskchat.db'}")
    server = load_settings(database_url="postgresql+psycopg2://anna:hush@db.example.org:5433/tasks")

    assert preflight.where_data_lives(beside) == "./data"
    assert preflight.where_data_lives(elsewhere) == str(tmp_path)
    assert preflight.where_data_lives(server) == "PostgreSQL tasks at db.example.org:5433"


def run(command: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "bin" / command, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_says_a_wrong_setting_and_fails() -> None:
    done = subprocess.run(
        [ROOT / ".venv" / "bin" / "python", "-m", "taskchat.preflight"],
        cwd=ROOT,
        env=os.environ | {"PORT": "web"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("A setting is wrong: PORT must be a valid integer")
    assert done.stderr.count("\n") == 1


def test_an_old_python_is_one_sentence(tmp_path: Path) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14", "python"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").write_text((ROOT / "bin" / "python").read_text())

    done = subprocess.run(
        ["sh", tmp_path / "bin" / "python", "-V"],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("TaskChat needs Python 3.11 or newer")
    assert done.stderr.count("\n") == 1


def test_an_unknown_option_shows_the_usage() -> None:
    done = run("run", "--fast")

    assert done.returncode == 2
    assert done.stdout.startswith("Usage: bin/run")
