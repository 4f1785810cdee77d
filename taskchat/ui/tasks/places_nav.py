"""Where one can go: views, lists, and how much waits there. The sidebar and the rail."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.tooltip import tooltip
from taskchat.ui.tasks.places import PlacesState

ROW = "nav-row"


@dataclass(frozen=True, slots=True)
class Stop:
    name: str
    icon: str
    view: str | None
    count: Any = None


STOPS = (
    Stop("All tasks", "list_checks", None),
    Stop("Inbox", "inbox", "inbox", PlacesState.inbox),
    Stop("Today", "sun", "today", PlacesState.today),
    Stop("Upcoming", "calendar_days", "upcoming", PlacesState.upcoming),
    Stop("Done", "circle_check", "done"),
)
TRASH = Stop("Trash", "trash_2", "trash")


def going(view: str | None) -> rx.Var:
    """A new place starts at its first page, and on a phone shows the tasks."""
    return rx.Var.create({"view": view, "in": None, "pages": None, "pane": None, "only": None})


def places_nav() -> rx.Component:
    """With words: for the sidebar and the sheet."""
    insights = rx.el.a(icon("chart_column"), "Insights", href="/insights", class_name=ROW)
    return rx.fragment(
        rx.el.nav(
            *(_stop(stop) for stop in (*STOPS, TRASH)),
            insights,
            aria_label="Places",
            class_name="flex flex-col gap-0.5",
        ),
        rx.cond(PlacesState.lists.length() > 0, _lists()),
    )


def rail_nav() -> rx.Component:
    """Icons alone, with tooltips: where there is no room for words."""
    insights = rx.el.a(icon("chart_column", 18), href="/insights", aria_label="Insights", class_name="rail-row")
    return rx.el.nav(
        *(tooltip(_bare(stop), stop.name) for stop in (*STOPS, TRASH)),
        tooltip(insights, "Insights"),
        aria_label="Places",
        class_name="flex flex-col items-center gap-1",
    )


def _stop(stop: Stop) -> rx.Component:
    count = rx.fragment()
    if stop.count is not None:
        count = rx.cond(stop.count > 0, rx.el.span(stop.count, class_name="nav-count"))
    return here_link(icon(stop.icon), rx.el.span(stop.name, class_name="flex-1"), count, **_to(stop), class_name=ROW)


def _bare(stop: Stop) -> rx.Component:
    return here_link(icon(stop.icon, 18), **_to(stop), aria_label=stop.name, class_name="rail-row")


def _to(stop: Stop) -> dict[str, Any]:
    return {"go": going(stop.view), "mark": rx.Var.create({"view": stop.view, "in": None, "only": None})}


def _lists() -> rx.Component:
    return rx.el.nav(
        rx.el.p("Lists", class_name="nav-title", id="lists-title"),
        rx.foreach(PlacesState.lists, _list),
        aria_labelledby="lists-title",
        class_name="flex flex-col gap-0.5",
    )


def _list(one: Any) -> rx.Component:
    return here_link(
        rx.el.span(class_name="nav-dot", custom_attrs={"data-dot": one.dot}),
        rx.el.bdi(one.name, class_name="flex-1 truncate"),
        rx.el.span(one.count, class_name="nav-count"),
        go=rx.Var.create({"in": one.name, "view": None, "pages": None, "pane": None, "only": None}),
        mark=rx.Var.create({"in": one.name}),
        class_name=ROW,
    )
