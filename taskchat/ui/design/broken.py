"""What stands there when the page itself fails: what happened, what is safe, one thing to do."""

import reflex as rx
from reflex_base.vars.function import ArgsFunctionOperation
from reflex_components_core.base.error_boundary import ErrorBoundary

from taskchat.ui.design.button import look
from taskchat.ui.design.native import plain_link


def broken_page() -> rx.Component:
    return rx.el.main(
        rx.el.h1("This page stopped working.", class_name="text-page font-semibold"),
        rx.el.p("What you saved is safe.", class_name="text-body text-ink2 mt-2 mb-4"),
        plain_link("Reload", href="", class_name=look("primary", "large")),
        class_name="min-h-dvh px-6 py-24 max-w-[560px] mx-auto text-ink",
    )


def error_boundary(_has_state: bool) -> rx.Component:
    """For `app_wraps`; Reflex's own shows a stack."""
    return ErrorBoundary.create(
        fallback_render=ArgsFunctionOperation.create(("event_args",), rx.Var.create(broken_page()))
    )
