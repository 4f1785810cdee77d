"""Links, toggles and a search field that change the address and keep the rest of it (decision 15).

`go={"view": "today"}` sets a parameter, `None` removes it. The server hears of it through the page's load events.
"""

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.script import script

SOURCE = script(__name__, "here.jsx")


class _Here(BaseHTML):
    library = SOURCE


class HereLink(_Here):
    """`mark` says which parameters make it the current one; by default those of `go`."""

    tag = "HereLink"
    go: rx.Var[dict[str, str | None]]
    mark: rx.Var[dict[str, str | None]]


class HereToggle(_Here):
    """A pressed-or-not button for one of several values of a parameter."""

    tag = "HereToggle"
    name: rx.Var[str]
    value: rx.Var[str]


class HereSelect(_Here):
    """A select for a parameter with one value."""

    tag = "HereSelect"
    name: rx.Var[str]


class HereSearch(_Here):
    """Writes what is typed into a parameter, 300 ms after the last letter."""

    tag = "HereSearch"
    name: rx.Var[str]
    placeholder: rx.Var[str]
    max_length: rx.Var[int]


class HereFold(_Here):
    """Holds one button and one panel that it unfolds; Esc folds. Open at first where one of `names` is set."""

    tag = "HereFold"
    names: rx.Var[list[str]]


class FoldButton(_Here):
    """The button of the fold it stands in."""

    tag = "FoldButton"


class FoldPanel(_Here):
    """What the fold hides."""

    tag = "FoldPanel"


class HereNotice(_Here):
    """The sentence for the `error` (and `field`) in the address; "" is the sentence for any other."""

    tag = "HereNotice"
    sentences: rx.Var[dict[str, str]]


here_link = HereLink.create
here_toggle = HereToggle.create
here_select = HereSelect.create
here_search = HereSearch.create
here_fold = HereFold.create
fold_button = FoldButton.create
fold_panel = FoldPanel.create
here_notice = HereNotice.create
