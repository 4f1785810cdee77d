"""Dragging into an order and between columns, by mouse, touch and keys: dnd-kit, wrapped here once.

`sorting(sort_column(rx.foreach(…, lambda one: sort_item(row(one), id=one.id, name=one.title, key=one.id))), on_drop=…)`
belongs into a part that is loaded later: the library is 15 KB.
"""

from typing import Any

import reflex as rx
from reflex_base.event import passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.icon import icon
from taskchat.ui.design.script import script

SORTED = script(__name__, "sorted.jsx")


class _Sorting(BaseHTML):
    library = script(__name__, "sorting.jsx")
    lib_dependencies = ["@dnd-kit/core@6.3.1", "@dnd-kit/sortable@10.0.0", "@dnd-kit/utilities@3.2.2"]  # noqa: RUF012


class Sorting(_Sorting):
    """Around columns that things can be dragged between.

    `on_drop(id, column, after, before)` names the neighbours at the new place, "" where there is none. When `said`
    grows, everything goes back to where the server has it. `unordered`: columns alone count, up and down lead to the
    next one too.
    """

    tag = "Sorting"
    unordered: rx.Var[bool]
    said: rx.Var[int]
    on_drop: rx.EventHandler[passthrough_event_spec(str, str, str, str)]


class SortedList(Sorting):
    """A `ul` of rows that read `Sorted`, one for each of `items` (with id and title); they can be dragged while `on`.

    Loads the rest of this by itself when it is first on. `first` stands before the rows.
    """

    library = SORTED
    tag = "SortedList"
    on: rx.Var[bool]
    items: rx.Var[list[Any]]
    first: rx.Var[Any]


class SortColumn(_Sorting):
    """A list whose children are `sort_item`s and nothing else; `column` tells columns apart, `name` is read out.

    `first` stands before them and cannot be dragged.
    """

    tag = "SortColumn"
    column: rx.Var[str]
    name: rx.Var[str]
    first: rx.Var[Any]


class SortItem(_Sorting):
    """An `li`; `name` is read out."""

    tag = "SortItem"
    name: rx.Var[str]
    grip: rx.Var[Any]


sorting = Sorting.create
sort_column = SortColumn.create


def sort_item(*children: rx.Component, id: str | rx.Var[str], name: str | rx.Var[str], **props: Any) -> rx.Component:  # noqa: A002
    return SortItem.create(*children, id=id, name=name, grip=icon("grip_vertical"), **props)
