"""The page at `/chatkit`: the vendor's own chat on our endpoint, for those who want it; off by default.

What it loads no other page does; it may load from the vendor, so every way out of it is a new document.
"""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.chat.composer import HINTS
from taskchat.ui.chat.pane import PROMPTS, WELCOME
from taskchat.ui.design.button import look
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.native import from_server, plain_link
from taskchat.ui.design.script import script
from taskchat.ui.session import Session

SCRIPT = script(__name__, "chatkit.jsx")
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


@rx.page(route="/chatkit", title=f"{NAME} · TaskChat", on_load=Session.require)
def chatkit() -> rx.Component:
    return rx.el.main(
        rx.el.header(
            rx.el.h1(NAME, class_name="flex-1 min-w-0 truncate text-head font-semibold"),
            # Not before the page knows its own address: it was painted without one.
            rx.cond(Session.ready, _own("Open in TaskChat", look())),
            class_name="flex flex-none items-center gap-2 h-14 px-4 border-b border-line",
        ),
        rx.cond(Session.signed_out, _signed_out()),
        VendorChat.create(
            rx.el.p("Loading the chat from OpenAI…", class_name="p-4 text-body text-ink2"),
            _missing(),
            server=from_server(""),
            options=OPTIONS,
            class_name="flex flex-col flex-1 min-h-0",
        ),
        class_name="flex flex-col h-dvh bg-surface text-ink",
    )


def _signed_out() -> rx.Component:
    """In another tab, or because the time was up."""
    sign_in = plain_link("Sign in", href="/sign-in?next=/chatkit", class_name=look("link", "text"))
    return rx.el.p("You were signed out. ", sign_in, role="alert", class_name="p-4 bg-today-soft text-today text-meta")


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            icon("circle_alert", 16, "mt-0.5 text-overdue"),
            "This chat comes from OpenAI's servers and could not be loaded. Your conversations are safe on this one.",
            class_name="flex gap-2 text-body mb-4",
        ),
        _own("Open TaskChat's own chat", look("primary", "large")),
        class_name="max-w-[560px] p-4",
    )


def _own(words: str, looks: str) -> rx.Component:
    """To the same conversation in TaskChat's own chat: a new document, which the vendor is not let into."""
    return here_link(words, go={"pane": "chat"}, class_name=looks, custom_attrs={"reloadDocument": True})
