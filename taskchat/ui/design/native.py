"""Forms and links the browser handles by itself: they reach the server, and work before the websocket does."""

from typing import Any, Literal

import reflex as rx
from reflex.utils.exec import is_prod_mode
from reflex_base.config import get_config
from reflex_components_core.el.elements.base import BaseHTML
from reflex_components_core.el.elements.inline import A


class NativeForm(BaseHTML):
    """`rx.el.form` always prevents the default; this one posts."""

    tag = "form"
    method: rx.Var[str]
    action: rx.Var[str]


plain_link = A.create


def native_form(*children: rx.Component, action: str, **props: Any) -> rx.Component:
    """Posts to one of our own paths; in development the server listens at another origin (decision 21)."""
    return NativeForm.create(*children, method="post", action=from_server(action), **props)


def also_to(action: str) -> dict[str, str]:
    """For a second submit button of the same form that goes elsewhere."""
    return {"formAction": from_server(action)}


def closed_ways() -> rx.Component:
    """Hides what is marked as a way in that is switched off on this server; stands before what it hides."""
    return rx.el.link(rel="stylesheet", href=from_server("/api/auth/closed.css"))


def way(name: Literal["guest", "sign-up", "invited"]) -> dict[str, str]:
    """Marks what shows only while that way in is open; "invited" shows only while nobody may sign up."""
    return {"data-way": name}


def from_server(path: str) -> str:
    """Where our own server answers `path`: in development not where the page comes from."""
    return ("" if is_prod_mode() else get_config().api_url) + path
