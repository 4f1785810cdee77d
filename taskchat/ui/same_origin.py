"""Lets one built page serve every port and public name: the browser speaks to the address it came from."""

from typing import Unpack

import reflex as rx
from reflex_base.plugins import PreCompileContext

ANCHOR = "  // Get backend URL object from the endpoint.\n"
REMEDY = """\
  if (typeof window !== "undefined") {
    return new URL(new URL(url_str).pathname, window.location.href);
  }
"""


class SameOrigin(rx.plugins.Plugin):
    """Reflex bakes scheme, host and port of the websocket into the page; a build keeps only its path.

    `reflex run` has two origins and needs the baked one; the script outlives a build, so it is put back there.
    """

    def __init__(self, is_built: bool) -> None:
        self.change = kept_to_its_path if is_built else as_it_came

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        context["add_modify_task"]("utils/state.js", self.change)


def kept_to_its_path(script: str) -> str:
    """The client script with `getBackendURL` answering on the page's own origin."""
    if ANCHOR not in script:
        raise ValueError("Reflex changed getBackendURL in utils/state.js: look at taskchat/ui/same_origin.py again.")
    return as_it_came(script).replace(ANCHOR, REMEDY + ANCHOR, 1)


def as_it_came(script: str) -> str:
    return script.replace(REMEDY, "")
