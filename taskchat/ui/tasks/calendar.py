"""The calendar: a month or a week of days, tasks dragged to another by mouse, touch or keys; on a phone an agenda."""

from typing import Any

import reflex as rx

from taskchat.ui.design.button import look
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.sorting import sort_column, sort_item, sorting
from taskchat.ui.tasks.board import list_choice, title_of
from taskchat.ui.tasks.calendar_state import CalendarState
from taskchat.ui.tasks.state import TasksState

Seen = Any
"""A Var of a dataclass of the state."""


@rx.memo
def calendar() -> rx.Component:
    return rx.fragment(
        _head(),
        rx.el.div(
            rx.foreach(CalendarState.days[:7], lambda day: rx.el.span(day.weekday)),
            class_name="cal-names",
            aria_hidden="true",
        ),
        sorting(
            rx.el.div(
                rx.foreach(CalendarState.days, _day),
                class_name="cal",
                custom_attrs={"data-span": CalendarState.span},
            ),
            said=TasksState.said,
            unordered=True,
            on_drop=CalendarState.put,
        ),
    )


def _head() -> rx.Component:
    return rx.el.div(
        rx.el.h3(CalendarState.title, class_name="cal-title", aria_live="polite"),
        _turn(
            "chevron_left", rx.cond(CalendarState.span == "week", "Week before", "Month before"), CalendarState.earlier
        ),
        here_link("Today", go=rx.Var.create({"on": None}), mark=NEVER, class_name=look("outline")),
        _turn("chevron_right", rx.cond(CalendarState.span == "week", "Next week", "Next month"), CalendarState.later),
        here_link("Month", go=rx.Var.create({"span": None}), class_name=f"{look('quiet')} cal-span"),
        here_link("Week", go=rx.Var.create({"span": "week"}), class_name=f"{look('quiet')} cal-span"),
        list_choice(),
        class_name="flex flex-wrap items-center gap-2 pt-3 pb-1",
        role="group",
        aria_label="Calendar",
    )


NEVER = rx.Var.create({"view": "-"})
"""No place: it is never the current one."""


def _turn(tag: str, name: rx.Var[str], to: rx.Var[str]) -> rx.Component:
    return here_link(
        icon(tag),
        go=rx.Var.create({"on": to}),
        mark=NEVER,
        aria_label=name,
        title=name,
        class_name="grid place-items-center size-8 pointer-coarse:size-11 rounded-control text-ink2 hover:bg-sunken",
    )


def _day(day: Seen) -> rx.Component:
    return rx.el.div(
        rx.el.h4(
            rx.el.span(day.number, class_name="cal-number", custom_attrs={"aria-hidden": "true"}),
            rx.el.span(day.name, class_name="cal-name"),
        ),
        sort_column(
            rx.foreach(day.cards, _card),
            column=day.day,
            name=day.name,
            class_name="cal-cards",
            custom_attrs={"aria-label": day.name, "role": "list"},
        ),
        rx.cond(
            day.more > 0,
            here_link(f"{day.more} more", go=rx.Var.create({"span": "week", "on": day.day}), class_name="more-link"),
        ),
        class_name="cal-day",
        key=day.day,
        custom_attrs={"data-today": day.today, "data-near": day.near, "data-empty": day.cards.length() == 0},
    )


def _card(card: Seen) -> rx.Component:
    return sort_item(
        rx.cond(card.timed, rx.el.span(card.seen, class_name="cal-time", custom_attrs={"data-tone": card.tone})),
        title_of(card),
        rx.el.span(card.said, class_name="sr-only"),
        id=card.id,
        name=card.title,
        key=card.id,
        class_name="cal-card",
        custom_attrs={"data-tone": card.tone},
    )
