"""What has just happened, in one line that goes by itself; state, since `rx.toast` needs `eval` (U-03)."""

import reflex as rx
from reflex_base.event import no_args_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.domain.task import Undone
from taskchat.ui.design.button import button, icon_button
from taskchat.ui.design.script import script


class Toast(BaseHTML):
    """Keeps the time; `shown` changes with every toast."""

    library = script(__name__, "toast.jsx")
    tag = "Toast"
    shown: rx.Var[int]
    on_close: rx.EventHandler[no_args_event_spec]


class Toasts(rx.State):
    """The toast that shows; `number` 0 = none. `undo` is the group of changes its button takes back.

    `forced`: some of it changed since; the button says so, and takes it back nevertheless.
    """

    number: rx.Field[int] = rx.field(0)
    words: rx.Field[str] = rx.field("")
    undo: rx.Field[str] = rx.field("")
    forced: rx.Field[bool] = rx.field(False)
    _count: int = 0

    def _tell(self, words: str, undo: str = "", *, forced: bool = False) -> None:
        """Show it instead of the one before; other handlers call it, the browser cannot."""
        self._count += 1
        self.number, self.words, self.undo, self.forced = self._count, words, undo, forced

    def _answer(self, undone: Undone) -> None:
        """What an undo did; both values of what had changed since, and the choice."""
        if not undone.clashes:
            return self._tell(undone.words or "Taken back.")
        clash = undone.clashes[0]
        words = f"“{clash.title}” changed since: {clash.field} is {clash.value_now}, was {clash.value_then}."
        return self._tell(words, self.undo, forced=True)

    @rx.event
    def apologise(self) -> None:
        """A mistake of ours: what is safe, and what to do."""
        self._tell("Something went wrong on the server. What you saved is safe. Try again.")

    @rx.event
    def close(self) -> None:
        self.number = 0


def toast(on_undo: rx.event.EventType[()], class_name: str = "") -> rx.Component:
    """Stands once on a page; `on_undo` takes back the group in `Toasts.undo`."""
    line = rx.el.div(
        rx.el.span(Toasts.words, class_name="line-clamp-2"),
        rx.cond(
            Toasts.undo != "",
            button(
                rx.cond(Toasts.forced, "Undo anyway", "Undo"),
                kind="link",
                size="text",
                on_click=on_undo,
            ),
        ),
        icon_button("x", "Close", size=14, on_click=Toasts.close),
        class_name="flex items-center gap-3 min-h-11 py-1 pl-4 pr-1 max-w-full bg-raised text-ink text-meta "
        "rounded-control shadow-menu rise pointer-events-auto",
    )
    return Toast.create(line, shown=Toasts.number, on_close=Toasts.close, class_name=class_name)
