"""The parts of the chat that answer before the server does; their scripts lie beside this module (decision 17)."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec, passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

Seen = Any
"""A Var of what is seen: Reflex gives it the fields and operators of its type, which pyright does not know."""

# All at once: they import each other, and so must lie in one folder.
CONNECTION = rx.asset("connection.jsx", shared=True).importable_path
ATTACHMENTS = rx.asset("attachments.jsx", shared=True).importable_path
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
    """The field, Send and Stop. `on_send` gets text, key, the conversation it was written in, by whom, and its files.

    `reader` is who will read the files, which the composer says and `on_send` gives back; `server` where they go.

    `answered` is the key the server has answered last, `refused` why it did not take it.
    """

    library = COMPOSER
    tag = "Composer"
    thread: rx.Var[str]
    person: rx.Var[str]
    answered: rx.Var[str]
    refused: rx.Var[str]
    running: rx.Var[bool]
    hints: rx.Var[list[str]]
    reader: rx.Var[str]
    server: rx.Var[str]
    on_send: rx.EventHandler[passthrough_event_spec(str, str, str, str, list[str], str)]
    on_stop: rx.EventHandler[no_args_event_spec]


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


class TaskFiles(BaseHTML):
    """The files of a task. `on_look` asks for them, `on_remove` gets the task and the file."""

    library = ATTACHMENTS
    tag = "TaskFiles"
    task: rx.Var[str]
    files: rx.Var[list[Any]]
    server: rx.Var[str]
    on_look: rx.EventHandler[passthrough_event_spec(str)]
    on_remove: rx.EventHandler[passthrough_event_spec(str, str)]
