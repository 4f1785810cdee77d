"""The page at `/settings`: who answers, how one tells the time, the account, signing out."""

import asyncio
from typing import Any

import reflex as rx
from reflex_base.style import color_mode, set_color_mode

from taskchat.domain.person import Ways
from taskchat.errors import TaskChatError
from taskchat.services import accounts
from taskchat.ui.chat.client import ForgetDrafts
from taskchat.ui.design.button import button
from taskchat.ui.design.field import field, problem, select, text_input
from taskchat.ui.design.icon import icon
from taskchat.ui.design.native import also_to, closed_ways, native_form, way
from taskchat.ui.doing.client import KeysSwitch
from taskchat.ui.pages.answering import AnsweringState, answering
from taskchat.ui.pages.aside import aside
from taskchat.ui.pages.exchange import calendar_address, exporting, importing
from taskchat.ui.pages.memory import MemoryState, memory_settings
from taskchat.ui.pages.sign_in import account_fields, notice, ways_fields
from taskchat.ui.reminders.devices import DevicesState, device_settings
from taskchat.ui.session import Session, seat_of
from taskchat.ui.tasks.hand import moment

WEEKDAYS = dict(enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))
THEMES = {"system": ("As the system", "monitor"), "light": ("Light", "sun"), "dark": ("Dark", "moon")}


class SettingsState(rx.State):
    zone: rx.Field[str] = rx.field("")
    first_weekday: rx.Field[str] = rx.field("0")
    clock: rx.Field[str] = rx.field("24")
    order: rx.Field[str] = rx.field("day")
    saved: rx.Field[bool] = rx.field(False)
    wrong: rx.Field[str] = rx.field("")

    @rx.event
    async def arrive(self) -> None:
        self._show((await seat_of(self)).person.ways)
        self.saved = False

    @rx.event
    async def save(self, form: dict[str, Any]) -> None:
        seat = await seat_of(self)
        self.saved, self.wrong = False, ""
        try:
            person = await asyncio.to_thread(accounts.set_ways, seat.person, _ways(form), now=moment())
        except TaskChatError as error:
            self.wrong = error.message
            return
        self._show(person.ways)
        self.saved = True

    def _show(self, ways: Ways) -> None:
        self.zone, self.first_weekday = ways.zone, str(ways.first_weekday)
        self.clock, self.order = "24" if ways.clock_24 else "12", "day" if ways.day_first else "month"


def _ways(form: dict[str, Any]) -> Ways:
    day = str(form.get("first_weekday", "0"))
    return Ways(
        zone=str(form.get("zone", "")).strip(),
        first_weekday=int(day) if day in {*"0123456"} else 0,
        clock_24=form.get("clock") != "12",
        day_first=form.get("order") != "month",
    )


ARRIVE = [Session.require, SettingsState.arrive, AnsweringState.arrive, DevicesState.reload, MemoryState.arrive]


@rx.page(route="/settings", title="Settings · TaskChat", on_load=ARRIVE)
def settings() -> rx.Component:
    return rx.fragment(closed_ways(), aside("Settings", _sections(), ready=Session.ready, width="max-w-[560px]"))


def _sections() -> rx.Component:
    return rx.fragment(
        _section("Assistant", answering()),
        _section("What I remember", memory_settings(), id="memory"),
        _section("Look", _themes()),
        _section("Keyboard", _keys()),
        _section("Dates and times", _ways_form()),
        _section("Notices", device_settings(), id="notices"),
        _section("Import", importing(), id="import"),
        _section("Export", exporting(), id="export"),
        _section("Calendar", calendar_address()),
        _section("Account", rx.cond(Session.guest, _guest(), _account()), _leave()),
    )


def _section(title: str, *children: rx.Component, **props: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(title, class_name="text-head font-semibold mb-3"),
        *children,
        aria_label=title,
        class_name="py-6 border-b border-line last:border-0",
        **props,
    )


def _themes() -> rx.Component:
    """Local to this browser; the page turns at once."""
    choices = (
        button(
            icon(tag),
            words,
            on_click=set_color_mode(name),  # pyright: ignore[reportArgumentType] - one of the three it knows
            custom_attrs={"aria-pressed": color_mode == name},
            class_name="aria-pressed:bg-soft aria-pressed:border-accent",
        )
        for name, (words, tag) in THEMES.items()
    )
    return rx.el.div(*choices, role="group", aria_label="Theme", class_name="flex flex-wrap gap-2")


def _keys() -> rx.Component:
    """Local to this browser too: whoever speaks to their computer types letters without meaning to."""
    return KeysSwitch.create(class_name="keys-switch")


def _ways_form() -> rx.Component:
    now = SettingsState
    days = {str(number): name for number, name in WEEKDAYS.items()}
    return rx.el.form(
        field("Time zone", text_input("zone", default_value=now.zone, max_length=64), html_for="zone"),
        field(
            "The week begins on",
            select("first_weekday", days, default_value=now.first_weekday),
            html_for="first_weekday",
        ),
        field("Clock", select("clock", {"24": "17:00", "12": "5:00 pm"}, default_value=now.clock), html_for="clock"),
        field("“3/4” is", select("order", ORDERS, default_value=now.order), html_for="order"),
        rx.cond(now.wrong != "", problem(now.wrong, ident="ways-wrong")),
        rx.el.div(
            button("Save", type="submit"),
            rx.el.span(rx.cond(now.saved, "Saved.", ""), role="status", class_name="text-meta text-soon"),
            class_name="flex items-center gap-3",
        ),
        key=now.zone + now.first_weekday + now.clock + now.order,
        on_submit=now.save,
        class_name="flex flex-col gap-4",
    )


BRING = {"true": "Bring these tasks along", "false": "Leave them behind"}
ORDERS = {"day": "3 April (day first)", "month": "March 4 (month first)"}


def _account() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            "You are signed in as ", rx.el.span(Session.email, class_name="font-semibold"), ".", class_name="text-ink2"
        ),
        class_name="flex flex-col items-start gap-3",
    )


def _guest() -> rx.Component:
    """Keeping what was made as a guest comes first; signing in elsewhere asks whether to bring it."""
    return native_form(
        notice(),
        rx.el.p(
            "You are trying TaskChat in this browser. ",
            rx.el.span("Keep this: add an e-mail and a password.", custom_attrs=way("sign-up")),
            class_name="text-ink2",
        ),
        ways_fields(),
        rx.el.input(type="hidden", name="guest", default_value="true"),
        account_fields(),
        rx.el.div(
            button("Create account", kind="primary", type="submit", custom_attrs=way("sign-up")),
            button("Sign in", type="submit", custom_attrs=also_to("/api/auth/sign-in")),
            class_name="flex gap-2",
        ),
        field("When you sign in to another account", select("bring", BRING), html_for="bring"),
        action="/api/auth/sign-up",
        class_name="flex flex-col gap-4",
    )


def _leave() -> rx.Component:
    """A native form: it ends the session everywhere, and works while the websocket does not."""
    lost = rx.el.p("Without an account nobody can come back to these tasks.", class_name="text-meta text-ink2 mb-2")
    form = native_form(
        rx.cond(Session.guest, lost),
        button(icon("log_out"), "Sign out", type="submit"),
        action="/api/auth/sign-out",
        class_name="mt-6",
    )
    return ForgetDrafts.create(form)
