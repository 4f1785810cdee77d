"""The parts of settings where tasks come in and go out: import, export, the calendar's address."""

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.domain.exchange.incoming import NAMES
from taskchat.ui.design.button import look
from taskchat.ui.design.field import CONTROL
from taskchat.ui.design.icon import icon
from taskchat.ui.design.native import from_server, plain_link
from taskchat.ui.design.script import script

SCRIPT = script(__name__, "exchange.jsx")
LOOKS = {
    "primary": look("primary"),
    "outline": look(),
    "control": f"{CONTROL} h-10",
    "file": f"{CONTROL} py-2 file:mr-3 file:font-semibold",
    "label": "block text-meta font-semibold [&>span]:block [&>span]:mb-1.5 [&>:not(span)]:font-normal",
    "fields": "flex flex-col gap-4 [&[hidden]]:hidden",
    "wrong": "mt-3 text-meta text-overdue",
    "words": "mt-3 text-body text-ink2 empty:hidden",
    "buttons": "mt-4 flex flex-wrap gap-2 empty:hidden",
    "progress": "mt-3 block w-full h-2 accent-[var(--accent)]",
    "scroll": "mt-3 overflow-x-auto border border-line rounded-card",
    "table": "w-full text-meta [&_th]:text-left [&_th]:font-normal [&_:is(th,td)]:px-3 [&_:is(th,td)]:py-1.5 "
    "[&_:is(th,td)]:align-top [&_td]:min-w-24 [&_tbody_th]:min-w-40 [&_tbody_th]:wrap-anywhere "
    "[&_tbody_tr]:border-t [&_tbody_tr]:border-line [&_thead]:text-ink2",
    "caption": "px-3 pt-2 pb-1 text-left text-ink2",
    "details": "mt-3 text-meta text-ink2 [&>summary]:cursor-pointer [&>summary]:min-h-6 [&>ul]:mt-2 [&>ul]:pl-4 "
    "[&>ul]:list-disc [&>ul]:max-h-60 [&>ul]:overflow-y-auto",
}
ABOUT_IMPORT = (
    "From Todoist and TickTick (CSV), Microsoft To Do and other calendars (ICS), todo.txt, or an export of TaskChat. "
    "You see what would come before anything is written; what came before does not come twice."
)
ABOUT_EXPORT = (
    "Everything you have here, with files and conversations, in one archive that an import reads again; "
    "or your tasks for a spreadsheet or a calendar."
)
ABOUT_FEED = (
    "Your open tasks with a date, in any calendar that can subscribe to an address. It can read and not change."
)


class _Exchange(BaseHTML):
    library = SCRIPT
    server: rx.Var[str]
    looks: rx.Var[dict[str, str]]


class Importer(_Exchange):
    """Chooses a file, shows what it brings, brings it in, and takes it back."""

    tag = "Importer"
    formats: rx.Var[dict[str, str]]


class FeedAddress(_Exchange):
    """Makes, renews and switches off the calendar's address."""

    tag = "FeedAddress"


def importing() -> rx.Component:
    formats = {kind.value: words for kind, words in NAMES.items()}
    return rx.fragment(_about(ABOUT_IMPORT), Importer.create(server=from_server(""), formats=formats, looks=LOOKS))


def exporting() -> rx.Component:
    shapes = (("json", "Everything (ZIP)"), ("csv", "Spreadsheet (CSV)"), ("ics", "Calendar (ICS)"))
    links = (
        plain_link(icon("download"), words, href=from_server(f"/api/export?format={shape}"), class_name=look())
        for shape, words in shapes
    )
    return rx.fragment(_about(ABOUT_EXPORT), rx.el.div(*links, class_name="flex flex-wrap gap-2"))


def calendar_address() -> rx.Component:
    return rx.fragment(_about(ABOUT_FEED), FeedAddress.create(server=from_server(""), looks=LOOKS))


def _about(words: str) -> rx.Component:
    return rx.el.p(words, class_name="mb-4 text-meta text-ink2")
