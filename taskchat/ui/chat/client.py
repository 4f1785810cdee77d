"""The parts of the chat that answer before the server does; their scripts lie beside this module (decision 17)."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec, passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.chat.mentioning import Offers

Seen = Any
"""A Var of what is seen: Reflex gives it the fields and operators of its type, which pyright does not know."""

# All at once: they import each other, and so must lie in one folder.
for script in ("keys", "names", "commands", "choices", "lines"):
    rx.asset(f"{script}.jsx", shared=True)
CONNECTION = rx.asset("connection.jsx", shared=True).importable_path
COMPOSER = rx.asset("composer.jsx", shared=True).importable_path
LOG = rx.asset("log.jsx", shared=True).importable_path


class Connection(BaseHTML):
    """The status "Connection": a dot and a word."""

    library = CONNECTION
    tag = "Connection"
    signed_out: rx.Var[bool]


class Strip(BaseHTML):
    """The sentence over the composer, when not well."""

    library = CONNECTION
    tag = "Strip"
    signed_out: rx.Var[bool]


class Composer(BaseHTML):
    """The field, Send and Stop. `on_send` gets text, key, the conversation it was written in, by whom, and its names.

    `answered` is the key the server has answered last, `refused` why it did not take it; `lines_…` is the same for a
    pasted list that `on_lines` made tasks of, `offers` for what `on_look` asked for behind @.
    """

    library = COMPOSER
    tag = "Composer"
    thread: rx.Var[str]
    person: rx.Var[str]
    answered: rx.Var[str]
    refused: rx.Var[str]
    running: rx.Var[bool]
    hints: rx.Var[list[str]]
    commands: rx.Var[list[dict[str, str]]]
    offers: rx.Var[Offers]
    lines_answered: rx.Var[str]
    lines_left: rx.Var[str]
    lines_wrong: rx.Var[str]
    on_send: rx.EventHandler[passthrough_event_spec(str, str, str, str, str)]
    on_stop: rx.EventHandler[no_args_event_spec]
    on_look: rx.EventHandler[passthrough_event_spec(str)]
    on_new: rx.EventHandler[no_args_event_spec]
    on_lines: rx.EventHandler[passthrough_event_spec(str, str, str)]


class Pending(BaseHTML):
    """What was sent and not yet answered."""

    library = COMPOSER
    tag = "Pending"
    thread: rx.Var[str]
    answered: rx.Var[str]


class Silence(BaseHTML):
    """Its children, while nothing waits for an answer."""

    library = COMPOSER
    tag = "Silence"


class Prompt(BaseHTML):
    """A sentence that is sent by a click."""

    library = COMPOSER
    tag = "Prompt"
    words: rx.Var[str]


class Log(BaseHTML):
    """The log "Conversation"; stays at its end while one reads there."""

    library = LOG
    tag = "Log"
    thread: rx.Var[str]


class Copy(BaseHTML):
    """Copies the `[data-words]` inside the nearest ancestor that matches `of`."""

    library = LOG
    tag = "Copy"
    name: rx.Var[str]
    of: rx.Var[str]
