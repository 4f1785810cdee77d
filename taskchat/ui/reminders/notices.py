"""Notices in the page, and those that an open page asks the system for."""

import reflex as rx

from taskchat.ui.design.button import look
from taskchat.ui.reminders.client import Notices
from taskchat.ui.reminders.state import RemindersState
from taskchat.ui.session import Session

CARD = "relative flex flex-col gap-1 p-4 bg-raised text-ink rounded-card shadow-dialog pointer-events-auto rise"
LOOKS = {
    "card": CARD,
    "title": "pr-8 text-body font-semibold [overflow-wrap:anywhere]",
    "body": "text-meta text-ink2 whitespace-pre-line [overflow-wrap:anywhere]",
    "choices": "flex flex-wrap gap-2 mt-2",
    "done": look("primary"),
    "other": look(),
    "quiet": look("quiet"),
    "close": "absolute top-2 right-2 grid place-items-center size-8 pointer-coarse:size-11 rounded-control text-ink2 "
    "cursor-pointer hover:bg-sunken hover:text-ink",
}


@rx.memo
def notices() -> rx.Component:
    return Notices.create(
        person=Session.person,
        rows=RemindersState.notices,
        looks=LOOKS,
        on_done=RemindersState.done,
        on_snooze=RemindersState.snooze,
        on_go=RemindersState.go,
        class_name="fixed z-40 top-3 right-3 left-3 sm:left-auto sm:w-[360px] flex flex-col gap-3 pointer-events-none",
    )
