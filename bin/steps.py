"""What a start is made of: a step with its time on one line, made again only when what it is made from changed."""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
MADE = ROOT / ".build"
SOURCES = ("taskchat/**/*.py", "taskchat/**/*.jsx", "assets/**/*", "rxconfig.py", "requirements.txt", "bin/squeeze.py")
LOCK = ("reflex.lock/*",)
GENERATED = ROOT / "assets" / "external"
BUILT = ROOT / ".web" / "build" / "client" / "index.html"


class Failed(Exception):
    """A step cannot be done; the sentence says why and what to do."""


def say(text: str, end: str = "\n") -> None:
    print(text, end=end, flush=True)


def step(name: str, work: Callable[[], None]) -> None:
    """Do it, with its name before and its time after on one line."""
    say(f"{name} … ", end="")
    started = time.monotonic()
    try:
        work()
    except Failed:
        say("failed")
        raise
    seconds = time.monotonic() - started
    say(f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s")


@contextmanager
def alone() -> Iterator[None]:
    """One start at a time prepares the folder; a second one waits for it."""
    try:
        MADE.mkdir(exist_ok=True)
        lock = (MADE / "lock").open("w")
    except OSError as error:
        raise Failed(f"TaskChat cannot write to {ROOT}: {error.strerror}. Give it a folder it may write to.") from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(*names: str) -> None:
    """The packages of these files in .venv, when the files or the Python changed since the last time."""
    if not _runs(PYTHON):
        _make_venv()
    for name in names:
        note = VENV / f"{name}.sha256"
        wanted = _hash([ROOT / name], sys.version)
        if not note.is_file() or note.read_text() != wanted:
            pip = (str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "-q", "-r", name)
            _run(pip, MADE / "packages.log", "The packages could not be installed")
            note.write_text(wanted)


def build_page() -> None:
    """The page, when a source, the lock or a package changed since the last time."""
    note = MADE / "page"
    sources = _hash(_files(SOURCES), sys.version)
    if BUILT.is_file() and note.is_file() and note.read_text() == sources + _hash(_files(LOCK)):
        return
    note.unlink(missing_ok=True)
    export = (str(PYTHON), "-m", "reflex", "export", "--frontend-only", "--no-zip")
    _run(export, MADE / "page.log", "The page could not be built", REFLEX_ENV_MODE="prod", NO_COLOR="1")
    squeeze = (str(PYTHON), "bin/squeeze.py", str(BUILT.parent))
    _run(squeeze, MADE / "page.log", "The page could not be compressed")
    # The lock as the build left it: it may write the same again in another form.
    note.write_text(sources + _hash(_files(LOCK)))


def _make_venv() -> None:
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failed(
            "Python could not make its environment in .venv. On Debian and Ubuntu: apt install python3-venv, "
            f"then start again. ({error})"
        ) from None


def _runs(python: Path) -> bool:
    """Whether the environment's Python is there, new enough, and has pip (an upgrade of the system may break it)."""
    check = (str(python), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))")
    return python.is_file() and subprocess.run(check, capture_output=True, check=False).returncode == 0


def _run(command: tuple[str, ...], log: Path, failure: str, **environment: str) -> None:
    with log.open("w") as out:
        done = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, check=False,
            env=os.environ | environment,
        )  # fmt: skip
    if done.returncode:
        said = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
        reason = said[-1] if said else f"exit code {done.returncode}"
        raise Failed(f"{failure}: {reason[:300]}\nMore in {log.relative_to(ROOT)}.")


def _files(patterns: tuple[str, ...]) -> list[Path]:
    found = (path for pattern in patterns for path in ROOT.glob(pattern))
    return sorted(path for path in found if path.is_file() and GENERATED not in path.parents)


def _hash(paths: Iterable[Path], *more: str) -> str:
    digest = hashlib.sha256("\0".join(more).encode())
    for path in paths:
        digest.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "--page"]
    try:
        with alone():
            install(*names)
            if "--page" in sys.argv:
                build_page()
    except Failed as failure:
        sys.exit(str(failure))
