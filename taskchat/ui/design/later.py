"""Parts of a page whose script the browser loads when they are first shown, so that nobody waits for them before."""

from functools import cache
from typing import Any

import reflex as rx
from reflex_base.components.component import NoSSRComponent
from reflex_base.components.memo import MemoComponent


def later(part: Any) -> rx.Component:
    """`part` is a function made by `rx.memo`, without parameters, alone with what only it needs in its module.

    Show it under a condition: its script, its icons and the libraries it uses come when the condition first holds.
    """
    whole: MemoComponent = part()
    return _waiting(str(whole.library), str(whole.tag)).create()


@cache
def _waiting(library: str, tag: str) -> type[NoSSRComponent]:
    """The same export, asked for by the page when it is first drawn."""
    return type(f"Later{tag}", (NoSSRComponent,), {"__module__": __name__, "library": library, "tag": tag})
