"""Forms and links the browser handles by itself: they reach the server, and work before the websocket does."""

from typing import Any

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
    origin = "" if is_prod_mode() else get_config().api_url
    return NativeForm.create(*children, method="post", action=origin + action, **props)


def also_to(action: str) -> dict[str, str]:
    """For a second submit button of the same form that goes elsewhere."""
    return {"formAction": ("" if is_prod_mode() else get_config().api_url) + action}
