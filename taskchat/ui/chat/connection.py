"""How it stands with the server, wherever one looks: the status "Connection" and its sentence (S-01)."""

import reflex as rx

from taskchat.ui.chat.client import Connection, Strip
from taskchat.ui.session import Session


def connection(class_name: str) -> rx.Component:
    return Connection.create(signed_out=Session.signed_out, version=Session.version, class_name=class_name)


def strip() -> rx.Component:
    return Strip.create(signed_out=Session.signed_out, version=Session.version, class_name="strip")


def away_from_chat() -> rx.Component:
    """The same where a narrow screen shows the tasks alone."""
    return rx.el.div(connection("sr-only"), strip(), class_name="away")
