"""Where one can go: views, lists, and how much waits there. The sidebar and the rail."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from taskchat.ui.design.button import icon_button
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.tooltip import tooltip
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.structuring import StructureState

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
    Stop("Board", "columns_3", "board"),
    Stop("Calendar", "calendar", "calendar"),
    Stop("Done", "circle_check", "done"),
    Stop("Activity", "activity", "activity"),
    Stop("Trash", "trash_2", "trash"),
)


def going(view: str | None) -> rx.Var:
    """A new place starts at its first page, and on a phone shows the tasks."""
    return rx.Var.create({"view": view, "in": None, "filter": None, "pages": None, "pane": None, "only": None})


def places_nav() -> rx.Component:
    """With words: for the sidebar and the sheet."""
    insights = rx.el.a(icon("chart_column"), "Insights", href="/insights", class_name=ROW)
    return rx.fragment(
        rx.el.nav(
            *(_stop(stop) for stop in STOPS),
            insights,
            aria_label="Places",
            class_name="flex flex-col gap-0.5",
        ),
        _lists(),
    )


def rail_nav() -> rx.Component:
    """Icons alone, with tooltips: where there is no room for words."""
    insights = rx.el.a(icon("chart_column", 18), href="/insights", aria_label="Insights", class_name="rail-row")
    return rx.el.nav(
        *(tooltip(_bare(stop), stop.name) for stop in STOPS),
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
    return {
        "go": going(stop.view),
        "mark": rx.Var.create({"view": stop.view, "in": None, "filter": None, "only": None}),
    }


def _lists() -> rx.Component:
    return rx.el.nav(
        rx.el.div(
            rx.el.p("Lists", class_name="nav-title flex-1", id="lists-title"),
            icon_button("plus", "New list", on_click=StructureState.open_list("")),
            class_name="flex items-end",
        ),
        rx.foreach(PlacesState.lists, _list),
        aria_labelledby="lists-title",
        class_name="flex flex-col gap-0.5",
    )


def _list(one: Any) -> rx.Component:
    link = here_link(
        list_mark(one.dot, one.icon),
        rx.el.bdi(one.name, class_name="flex-1 truncate"),
        rx.el.span(one.count, class_name="nav-count"),
        go=rx.Var.create({"in": one.name, "view": None, "filter": None, "pages": None, "pane": None, "only": None}),
        mark=rx.Var.create({"in": one.name}),
        class_name=ROW,
    )
    edit = icon_button("ellipsis", f"Edit list {one.name}", on_click=StructureState.open_list(one.id))
    return rx.el.div(link, edit, class_name="nav-list")


def list_mark(dot: str | rx.Var[str], name: str | rx.Var[str]) -> rx.Component:
    """A dot, or an icon in its colour: a picture behind a mask, so that the page's script carries none of them."""
    mask = {"maskImage": rx.cond(name == "", "none", f"url(/list-icons/{name}.svg)")}
    return rx.el.span(class_name="nav-dot", style=mask, custom_attrs={"data-dot": dot, "data-icon": name})
