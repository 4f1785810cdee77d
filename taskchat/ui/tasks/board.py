"""The board: columns side by side, cards dragged between them by mouse, touch or keys, or moved by their menu."""

from typing import Any

import reflex as rx

from taskchat.ui.design.button import icon_button
from taskchat.ui.design.here import here_link, here_select
from taskchat.ui.design.icon import icon
from taskchat.ui.design.menu import menu, menu_item
from taskchat.ui.design.sorting import sort_column, sort_item, sorting
from taskchat.ui.tasks.board_state import BoardState
from taskchat.ui.tasks.client import Tick
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.state import TasksState

COLUMNS = {"section": "Sections", "list": "Lists", "priority": "Priority", "due": "Due date"}
SELECT = (
    "h-8 pointer-coarse:h-11 px-2 rounded-control border border-line bg-surface text-meta text-ink2 cursor-pointer "
    "max-w-44"
)
Seen = Any
"""A Var of a dataclass of the state: it has its fields, which pyright does not know."""


@rx.memo
def board() -> rx.Component:
    return rx.fragment(
        rx.el.div(list_choice(), _by(), class_name="flex flex-wrap gap-2 pt-3", role="group", aria_label="Board"),
        sorting(
            rx.el.div(
                rx.foreach(BoardState.lanes, _lane),
                class_name="board",
                tab_index=0,
                role="group",
                aria_label="Columns",
            ),
            said=TasksState.said,
            on_drop=BoardState.put,
        ),
    )


def list_choice() -> rx.Component:
    """Of which list; the calendar offers the same."""
    return here_select(
        rx.el.option("All lists", value=""),
        rx.foreach(PlacesState.lists, lambda one: rx.el.option(one.name, value=one.name)),
        name="in",
        custom_attrs={"aria-label": "List"},
        class_name=SELECT,
    )


def _by() -> rx.Component:
    """Without a choice of one's own: the sections of a list, the days of all."""
    usual = rx.cond(BoardState.of_list != "", COLUMNS["section"], COLUMNS["due"])
    return here_select(
        rx.el.option(usual, value=""),
        *(rx.cond(usual != words, rx.el.option(words, value=by)) for by, words in COLUMNS.items()),
        name="by",
        custom_attrs={"aria-label": "Columns"},
        class_name=SELECT,
    )


def _lane(lane: Seen) -> rx.Component:
    return rx.el.div(
        rx.el.h3(
            rx.el.bdi(lane.name),
            rx.el.span(lane.count, class_name="group-count"),
            class_name="group-name",
            custom_attrs={"data-tone": lane.tone},
        ),
        sort_column(
            rx.foreach(lane.cards, lambda card: _card(card, lane)),
            column=lane.key,
            name=lane.name,
            class_name="cards",
            custom_attrs={"aria-label": lane.name, "role": "list"},
        ),
        rx.cond(lane.more > 0, _rest(lane)),
        class_name="lane",
        key=lane.key,
    )


def _rest(lane: Seen) -> rx.Component:
    """A column shows fifty; the list has them all."""
    go = rx.Var.create({"view": None, "group": BoardState.by})
    return here_link(f"{lane.more} more in the list", go=go, class_name="more-link")


def _card(card: Seen, lane: Seen) -> rx.Component:
    return sort_item(
        Tick.create(
            done=card.done,
            said=TasksState.said,
            on_tick=lambda done: TasksState.tick(card.id, done),
            class_name="tick",
            custom_attrs={"aria-label": f"Complete {card.title}"},
        ),
        rx.el.div(title_of(card), _about(card), class_name="card-words"),
        _menu(card, lane),
        id=card.id,
        name=card.title,
        key=card.id,
        class_name="card",
    )


def title_of(card: Seen) -> rx.Component:
    return rx.el.button(
        rx.cond(card.flag == "high", icon("flag", 14, "fill-ink text-ink shrink-0")),
        rx.el.bdi(card.title, class_name="card-title"),
        type="button",
        title=card.title,
        on_click=EditorState.open(card.id),
        class_name="card-open",
        custom_attrs={"aria-label": f"Edit {card.title}"},
    )


def _about(card: Seen) -> rx.Component:
    due = rx.el.span(
        rx.el.span(card.seen, custom_attrs={"aria-hidden": "true"}),
        rx.el.span(card.said, class_name="sr-only"),
        class_name="row-due",
        custom_attrs={"data-tone": card.tone},
    )
    return rx.el.div(
        rx.cond(card.seen != "", due),
        rx.foreach(card.tags, lambda tag: rx.el.span(tag, class_name="chip")),
        class_name="card-about",
    )


def _menu(card: Seen, lane: Seen) -> rx.Component:
    return menu(
        icon_button("ellipsis", f"More for {card.title}", class_name="card-more"),
        menu_item("Edit", "pencil", on_select=EditorState.open(card.id)),
        rx.foreach(
            BoardState.lanes,
            lambda other: rx.cond(
                other.takes & (other.key != lane.key),
                menu_item(f"Move to {other.name}", "columns_3", on_select=BoardState.put(card.id, other.key, "", "")),
            ),
        ),
    )
