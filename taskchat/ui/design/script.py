"""A script that lies beside a module, as the page imports it (decision 17)."""

import sys
from pathlib import Path

import reflex as rx


def script(module: str, name: str) -> str:
    """What a component's `library` says of the script `name` beside the module that calls itself `module`.

    Reflex links it into the page's assets, and finds out who asks by reading the sources of everything that stands
    above the call: half of a start for forty scripts. A link that is right already needs none of it.
    """
    place = f"external/{module.replace('.', '/')}/{name}"
    source = Path(sys.modules[module].__file__ or "").with_name(name)
    if not _leads(Path("assets", place), source):
        rx.asset(name, shared=True, _stack_level=2)
    return f"$/public/{place}"


def _leads(link: Path, source: Path) -> bool:
    return link.is_symlink() and link.readlink() == source and source.is_file()
