"""Settings › Notices: this browser, and the list of all that take them."""

import asyncio
from dataclasses import dataclass
from typing import Any

import reflex as rx

from taskchat.domain.words import say_moment
from taskchat.errors import TaskChatError
from taskchat.services import devices
from taskchat.ui.design.button import button, look
from taskchat.ui.design.field import problem
from taskchat.ui.reminders.client import ThisDevice
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import moment

LOOKS = {
    "text": "text-body text-ink2",
    "choices": "flex flex-wrap gap-2 mt-3 empty:hidden",
    "first": look("primary"),
    "other": look(),
    "said": "text-meta text-ink2 mt-2 empty:hidden",
}


@dataclass(frozen=True)
class DeviceView:
    id: str
    name: str
    since: str


class DevicesState(rx.State):
    devices: rx.Field[list[DeviceView]] = rx.field(default_factory=list)
    wrong: rx.Field[str] = rx.field("")

    @rx.event
    async def reload(self) -> None:
        """On load, and when a browser was switched on or off."""
        person, now = (await seat_of(self)).person, moment()
        found = await asyncio.to_thread(devices.find, person, now=now)
        self.devices = [DeviceView(d.id, d.name, say_moment(d.created, now=now, ways=person.ways)) for d in found]

    @rx.event
    async def remove(self, device_id: str) -> None:
        self.wrong = ""
        try:
            await asyncio.to_thread(devices.remove, (await seat_of(self)).person, device_id)
        except TaskChatError as error:
            self.wrong = error.message
        await self.reload()


def device_settings() -> rx.Component:
    return rx.fragment(
        ThisDevice.create(looks=LOOKS, listed=DevicesState.devices.length(), on_change=DevicesState.reload),
        rx.cond(DevicesState.devices.length() > 0, _list()),
        rx.cond(DevicesState.wrong != "", problem(DevicesState.wrong)),
    )


def _list() -> rx.Component:
    return rx.el.div(
        rx.el.h3("Devices that show notices", class_name="text-meta font-semibold mt-5 mb-1"),
        rx.el.ul(rx.foreach(DevicesState.devices, _line), role="list"),
    )


def _line(one: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.bdi(one.name, class_name="block text-body"),
            rx.el.span("Since ", one.since, class_name="text-meta text-ink3"),
            class_name="flex-1 min-w-0 [overflow-wrap:anywhere]",
        ),
        button("Remove", kind="quiet", on_click=DevicesState.remove(one.id), aria_label=f"Remove {one.name}"),
        key=one.id,
        class_name="flex items-center gap-3 py-2 border-b border-line last:border-0",
    )
