"""The first page: try it, sign in, or create an account. Native forms: they work before the websocket does."""

import reflex as rx

from taskchat.ui.design.button import button
from taskchat.ui.design.field import field, text_input
from taskchat.ui.design.here import here_notice
from taskchat.ui.design.icon import icon
from taskchat.ui.design.native import also_to, closed_ways, native_form, way

WAYS = ("timezone", "first_weekday", "clock_24", "day_first")
SENTENCES = {
    "wrong_credentials": "E-mail or password is wrong. Try again.",
    "email_taken": "There is an account with this e-mail already. Sign in instead.",
    "invalid:email": "This is not an e-mail address. It looks like anna@example.org.",
    "invalid:password": "A password needs 12 characters or more, and may not be a common one or your e-mail. "
    "A sentence of a few words is a good one.",
    "too_many": "Too many tries. Wait {wait} seconds, then try again.",
    "sign_up_closed": "New accounts are by invitation here. Ask whoever runs this server.",
    "no_guests": "Trying without an account is switched off here. Sign in, or create an account.",
    "bring": "You have tasks from trying TaskChat. Choose below whether they come along.",
    "": "That did not work, and nothing was changed. Try again.",
}


@rx.page(route="/sign-in", title="Sign in · TaskChat")
def sign_in() -> rx.Component:
    return rx.el.main(
        closed_ways(),
        rx.el.div(
            rx.el.p("TaskChat", class_name="text-meta font-semibold text-ink2"),
            rx.el.h1("Say it, and it is on your list.", class_name="text-hero font-semibold tracking-[-0.02em] mt-2"),
            rx.el.p(
                "Your tasks, on your own server. Type “call mom tomorrow at 5pm” in the chat or in the list. "
                "Both know what you mean.",
                class_name="text-prose text-ink2 mt-3",
            ),
            _try(),
            _account(),
            class_name="w-full max-w-[400px]",
        ),
        class_name="min-h-dvh grid place-items-center px-4 py-10 bg-surface text-ink",
    )


def notice() -> rx.Component:
    """Why a form came back."""
    mark = icon("circle_alert", 16, "mt-px")
    return here_notice(
        mark,
        sentences=SENTENCES,
        class_name="flex gap-2 p-3 mb-4 rounded-control bg-overdue-soft text-overdue text-meta",
    )


def ways_fields() -> rx.Component:
    """Filled by ways.js when the form is sent."""
    return rx.fragment(*(rx.el.input(type="hidden", name=name, default_value="") for name in (*WAYS, "next")))


def _try() -> rx.Component:
    return native_form(
        ways_fields(),
        button("Try it now", kind="primary", size="large", type="submit", class_name="w-full", auto_focus=True),
        rx.el.p(
            "No account, no key. It stays on this server, in this browser.", class_name="text-micro text-ink3 mt-2"
        ),
        rx.el.hr(class_name="border-line mt-6"),
        action="/api/auth/guest",
        custom_attrs=way("guest"),
        class_name="mt-6",
    )


def _account() -> rx.Component:
    return native_form(
        notice(),
        ways_fields(),
        account_fields(),
        button("Sign in", size="large", type="submit", class_name="w-full mt-1"),
        rx.el.p(
            "New here? ",
            button(
                "Create account", kind="link", size="text", type="submit", custom_attrs=also_to("/api/auth/sign-up")
            ),
            " with what stands above: a password of 12 characters or more.",
            custom_attrs=way("sign-up"),
            class_name="text-meta text-ink2",
        ),
        rx.el.p(
            "New here? Accounts are by invitation. Ask whoever runs this server.",
            custom_attrs=way("invited"),
            class_name="text-meta text-ink2",
        ),
        action="/api/auth/sign-in",
        class_name="flex flex-col gap-4 mt-6",
    )


def account_fields() -> rx.Component:
    email = text_input(
        "email", type="email", auto_complete="username", required=True, max_length=254, class_name="h-11"
    )
    password = text_input(
        "password", type="password", auto_complete="current-password", required=True, class_name="h-11"
    )
    return rx.fragment(field("Email", email, html_for="email"), field("Password", password, html_for="password"))
