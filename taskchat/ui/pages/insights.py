"""The page at `/insights`: what got done and what was overdue, as pictures, each with its figures as a table.

The only page with recharts: what it draws with comes in chunks of its own, when it is first shown.
"""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Any

import reflex as rx

from taskchat.domain.insights import Insights, Period, Share
from taskchat.services import insights as service
from taskchat.ui.pages.aside import aside
from taskchat.ui.session import Session, seat_of
from taskchat.ui.tasks.hand import moment

PERIODS = {Period.FOUR_WEEKS: "4 weeks", Period.TWELVE_WEEKS: "12 weeks", Period.YEAR: "A year"}
HEIGHT = 200


@dataclass(frozen=True)
class Figure:
    """One bar: the day as it stands under it, the day in full for its table, and how many."""

    name: str
    day: str
    count: int


@dataclass(frozen=True)
class ShareView:
    """One list or tag; `part` is how much of the most done one it is, as a width."""

    name: str
    done: int
    open: int
    overdue: int
    part: str


class InsightsState(rx.State):
    period: rx.Field[str] = rx.field("")
    days: rx.Field[list[Figure]] = rx.field(default_factory=list)
    weeks: rx.Field[list[Figure]] = rx.field(default_factory=list)
    overdue: rx.Field[list[Figure]] = rx.field(default_factory=list)
    lists: rx.Field[list[ShareView]] = rx.field(default_factory=list)
    tags: rx.Field[list[ShareView]] = rx.field(default_factory=list)
    done: rx.Field[int] = rx.field(0)
    open: rx.Field[int] = rx.field(0)
    late: rx.Field[int] = rx.field(0)
    empty: rx.Field[bool] = rx.field(False)

    @rx.event
    async def arrive(self) -> None:
        """The period stands in the address; what is no period is the first one."""
        seat, said = await seat_of(self), self.router.url.query_parameters.get("period", "")
        period = Period(said) if said in set(Period) else Period.FOUR_WEEKS
        found = await asyncio.to_thread(service.look, seat.person, period, now=moment())
        self._show(period, found)

    def _show(self, period: Period, found: Insights) -> None:
        self.period, self.empty = period.value, found.is_empty
        self.days, self.weeks, self.overdue = map(_figures, (found.days, found.weeks, found.overdue))
        self.lists, self.tags = _shares(found.lists), _shares(found.tags)
        self.done, self.open, self.late = found.done, found.open, found.overdue[-1][1]


def _figures(counts: tuple[tuple[date, int], ...]) -> list[Figure]:
    return [Figure(f"{day.day} {day:%b}", f"{day:%a} {day.day} {day:%b %Y}", count) for day, count in counts]


def _shares(found: tuple[Share, ...]) -> list[ShareView]:
    most = max((share.done for share in found), default=0) or 1
    return [
        ShareView(share.name, share.done, share.open, share.overdue, f"{100 * share.done / most:.0f}%")
        for share in found
    ]


@rx.page(route="/insights", title="Insights · TaskChat", on_load=[Session.require, InsightsState.arrive])
def insights() -> rx.Component:
    ready = Session.ready & (InsightsState.period != "")
    return aside("Insights", _whole(), ready=ready, width="max-w-[760px]")


CELL = "py-1.5 pl-4 text-right tabular-nums font-normal whitespace-nowrap"


def _whole() -> rx.Component:
    return rx.fragment(_periods(), rx.cond(InsightsState.empty, _empty(), _pictures()))


def _periods() -> rx.Component:
    chosen = "h-8 pointer-coarse:h-11 inline-flex items-center px-3 rounded-control border border-control text-meta "
    links = (
        rx.el.a(
            words,
            href=f"/insights?period={period}",
            custom_attrs={"aria-current": rx.cond(InsightsState.period == period.value, "page", "false")},
            class_name=chosen + "hover:bg-sunken aria-[current=page]:bg-soft aria-[current=page]:border-accent",
        )
        for period, words in PERIODS.items()
    )
    return rx.el.nav(*links, aria_label="Period", class_name="flex flex-wrap gap-2 mt-4")


def _empty() -> rx.Component:
    return rx.el.p("What you finish is counted here. Tick a task, then come back.", class_name="py-8 text-ink2")


def _pictures() -> rx.Component:
    now = InsightsState
    return rx.fragment(
        rx.el.p(
            rx.el.span(now.done, class_name="font-semibold"), " done in this time, ",
            rx.el.span(now.open, class_name="font-semibold"), " open now, ",
            rx.el.span(now.late, class_name="font-semibold"), " of them overdue.",
            class_name="mt-4 text-ink2",
        ),
        _picture("Done per day", "Day", now.days, _bars(now.days)),
        _picture("Done per week", "Week from", now.weeks, _bars(now.weeks)),
        _picture("Overdue at the end of each day", "Day", now.overdue, _area(now.overdue)),
        rx.el.p("Counted by the dates that tasks have now.", class_name="-mt-4 mb-2 text-meta text-ink3"),
        _table("By list", "List", now.lists),
        rx.cond(now.tags.length() > 0, _table("By tag", "Tag", now.tags)),
    )  # fmt: skip


def _picture(title: str, first: str, figures: Any, chart: rx.Component) -> rx.Component:
    """What is drawn says nothing to readers; the table under it says the same in figures."""
    return rx.el.section(
        rx.el.h2(title, class_name="text-head font-semibold mb-3"),
        rx.el.div(chart, custom_attrs={"aria-hidden": "true"}, class_name="h-[200px] text-micro"),
        rx.el.table(
            rx.el.caption(title),
            rx.el.thead(rx.el.tr(rx.el.th(first, scope="col"), rx.el.th("Tasks", scope="col"))),
            rx.el.tbody(rx.foreach(figures, lambda one: rx.el.tr(rx.el.th(one.day, scope="row"), rx.el.td(one.count)))),
            class_name="sr-only",
        ),
        aria_label=title,
        class_name="relative py-6",
    )


def _bars(figures: Any) -> rx.Component:
    bar = rx.recharts.bar(
        data_key="count", name="Done", fill="var(--accent)", max_bar_size=48, is_animation_active=False
    )
    return rx.recharts.bar_chart(bar, *_frame(), data=figures.to(list[dict[str, Any]]), **SIZE)


def _area(figures: Any) -> rx.Component:
    area = rx.recharts.area(
        data_key="count", name="Overdue", type_="step", stroke="var(--overdue)", fill="var(--overdue-soft)",
        is_animation_active=False,
    )  # fmt: skip
    return rx.recharts.area_chart(area, *_frame(), data=figures.to(list[dict[str, Any]]), **SIZE)


# By touch and mouse alone: who moves by keyboard has the table, and a hidden thing must not take the focus.
SIZE: dict[str, Any] = {
    "width": "100%",
    "height": HEIGHT,
    "margin": {"top": 8, "right": 16, "bottom": 0, "left": 0},
    "custom_attrs": {"accessibilityLayer": False},
}


def _frame() -> tuple[rx.Component, ...]:
    tick = {"fill": "var(--ink3)", "fontSize": 12}
    line: dict[str, Any] = {"stroke": "var(--line)", "custom_attrs": {"tick": tick, "tickLine": False}}
    return (
        rx.recharts.cartesian_grid(vertical=False, stroke="var(--line)"),
        rx.recharts.x_axis(data_key="name", min_tick_gap=24, **line),
        rx.recharts.y_axis(allow_decimals=False, width=32, **line),
        rx.recharts.graphing_tooltip(
            is_animation_active=False,
            content_style={"background": "var(--raised)", "border": "1px solid var(--line)", "borderRadius": "8px"},
            label_style={"color": "var(--ink2)"},
            item_style={"color": "var(--ink)"},
            cursor={"fill": "var(--sunken)", "stroke": "var(--line)"},
        ),
    )


def _table(title: str, first: str, shares: Any) -> rx.Component:
    """Bars and figures in one."""
    heads = (rx.el.th(words, scope="col", class_name=CELL) for words in ("Done", "Open now", "Overdue"))
    return rx.el.section(
        rx.el.h2(title, class_name="text-head font-semibold mb-3"),
        rx.el.table(
            rx.el.thead(
                rx.el.tr(rx.el.th(first, scope="col", class_name="text-left font-normal"), *heads),
                class_name="text-meta text-ink2",
            ),
            rx.el.tbody(rx.foreach(shares, _share)),
            aria_label=title,
            class_name="w-full text-body",
        ),
        aria_label=title,
        class_name="py-6",
    )


def _share(one: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            rx.el.bdi(one.name, class_name="block truncate py-1"),
            rx.el.span(
                custom_attrs={"aria-hidden": "true"},
                style={"width": one.part},
                class_name="block h-1 rounded-chip bg-accent",
            ),
            scope="row",
            class_name="max-w-0 w-full text-left font-normal",
        ),
        *(rx.el.td(value, class_name=CELL) for value in (one.done, one.open, one.overdue)),
        class_name="border-b border-line",
    )
