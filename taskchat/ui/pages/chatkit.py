"""The page at `/chatkit`: the vendor's own chat on our endpoint, for those who want it; off by default.

What it loads no other page does; it may load from the vendor, so every way out of it is a new document.
"""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.chat.composer import HINTS
from taskchat.ui.chat.pane import PROMPTS, WELCOME
from taskchat.ui.design.button import look
from taskchat.ui.design.native import from_server
from taskchat.ui.session import Session

SCRIPT = rx.asset("chatkit.jsx", shared=True).importable_path
NAME = "OpenAI ChatKit"
OPTIONS: dict[str, Any] = {
    "frameTitle": "Chat",
    "header": {"enabled": True},
    "history": {"enabled": True, "showRename": True, "showDelete": True},
    "startScreen": {"greeting": WELCOME, "prompts": [{"label": words, "prompt": words} for words in PROMPTS]},
    "threadItemActions": {"feedback": True, "retry": True},
    "composer": {"placeholder": HINTS[0]},
    "thread": {"autoScroll": True},
}
"""Those that are the same for everybody. Without files: its frame would send them without the person's cookie."""


class VendorChat(BaseHTML):
    """`@openai/chatkit-react` with its options; two children: what stands before it comes, and what instead."""

    library = SCRIPT
    tag = "VendorChat"
    lib_dependencies: list[str] = ["@openai/chatkit-react@1.6.1"]  # noqa: RUF012 - Reflex makes a field of it
    server: rx.Var[str]
    options: rx.Var[dict[str, Any]]


class OwnChat(BaseHTML):
    """A link to TaskChat's own chat, with the conversation that stands here."""

    library = SCRIPT
    tag = "OwnChat"


@rx.page(route="/chatkit", title=f"{NAME} · TaskChat", on_load=Session.require)
def chatkit() -> rx.Component:
    return rx.el.main(
        rx.el.header(
            rx.el.h1(NAME, class_name="flex-1 min-w-0 truncate text-head font-semibold"),
            OwnChat.create("Open in TaskChat", class_name=look()),
            class_name="flex flex-none items-center gap-2 h-14 px-4 border-b border-line",
        ),
        VendorChat.create(
            rx.el.p("Loading the chat from OpenAI…", class_name="p-4 text-body text-ink2"),
            _missing(),
            server=from_server(""),
            options=OPTIONS,
            class_name="flex flex-col flex-1 min-h-0",
        ),
        class_name="flex flex-col h-dvh bg-surface text-ink",
    )


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            "This chat comes from OpenAI's servers and could not be loaded. Your conversations are safe on this one.",
            class_name="text-body mb-4",
        ),
        OwnChat.create("Open TaskChat's own chat", class_name=look("primary", "large")),
        class_name="max-w-[560px] p-4",
    )
