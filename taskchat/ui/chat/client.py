"""The parts of the chat that answer before the server does; their scripts lie beside this module (decision 17)."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec, passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.chat.asks import Sent
from taskchat.ui.chat.queue_state import Queued
from taskchat.ui.design.menu import MenuContent, MenuItem
from taskchat.ui.design.script import script
from taskchat.ui.offers import Offers

Seen = Any
"""A Var of what is seen: Reflex gives it the fields and operators of its type, which pyright does not know."""

# All at once: they import each other, and so must lie in one folder.
for name in ("keys", "names", "commands", "choices", "lines", "soon"):
    script(__name__, f"{name}.jsx")
OUTBOX = script(__name__, "outbox.jsx")
DRAFTS = script(__name__, "drafts.jsx")
CONNECTION = script(__name__, "connection.jsx")
ATTACHMENTS = script(__name__, "attachments.jsx")
COMPOSER = script(__name__, "composer.jsx")
LOG = script(__name__, "log.jsx")
THREADS = script(__name__, "threads.jsx")
MESSAGE = script(__name__, "message.jsx")
QUOTE = script(__name__, "quote.jsx")
QUEUE = script(__name__, "queue.jsx")


class Connection(BaseHTML):
    """The status "Connection": a dot and a word."""

    library = CONNECTION
    tag = "Connection"
    signed_out: rx.Var[bool]
    version: rx.Var[str]


class Strip(BaseHTML):
    """The sentence for the eye, when not well. `version` is that of the pages the server has now."""

    library = CONNECTION
    tag = "Strip"
    signed_out: rx.Var[bool]
    version: rx.Var[str]


class Progress(BaseHTML):
    """The line before an answer's first word; when it stands too long, the server counts as slow."""

    library = CONNECTION
    tag = "Progress"


class Composer(BaseHTML):
    """The field, Send and Stop. `reader` is who will read the files, which the composer says; `server` where they go.

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
    reader: rx.Var[str]
    server: rx.Var[str]
    commands: rx.Var[list[dict[str, str]]]
    offers: rx.Var[Offers]
    lines_answered: rx.Var[str]
    lines_left: rx.Var[str]
    lines_wrong: rx.Var[str]
    on_send: rx.EventHandler[passthrough_event_spec(Sent)]
    on_stop: rx.EventHandler[no_args_event_spec]
    on_look: rx.EventHandler[passthrough_event_spec(str)]
    on_new: rx.EventHandler[no_args_event_spec]
    on_arrive: rx.EventHandler[no_args_event_spec]
    on_lines: rx.EventHandler[passthrough_event_spec(str, str, str)]


class Pending(BaseHTML):
    """What was sent and not yet answered."""

    library = COMPOSER
    tag = "Pending"
    thread: rx.Var[str]
    answered: rx.Var[str]


class Silence(BaseHTML):
    """Its children, while nothing waits for an answer."""

    library = OUTBOX
    tag = "Silence"


class Prompt(BaseHTML):
    """A sentence that is sent by a click."""

    library = COMPOSER
    tag = "Prompt"
    words: rx.Var[str]


class Log(BaseHTML):
    """The log "Conversation"; stays at its end while one reads there.

    Near its beginning it calls `on_earlier` where there `is_earlier` something; what one reads keeps its place.
    """

    library = LOG
    tag = "Log"
    thread: rx.Var[str]
    is_earlier: rx.Var[bool]
    on_earlier: rx.EventHandler[no_args_event_spec]


class Quoted(BaseHTML):
    """What the next message refers to, with a button that removes it."""

    library = QUOTE
    tag = "Quoted"


class Queue(BaseHTML):
    """The `line` of messages that wait in the conversation `place`, while that is the `thread` on show.

    `wrong` is why what was asked `about` one of them could not be done.
    """

    library = QUEUE
    tag = "Queue"
    thread: rx.Var[str]
    place: rx.Var[str]
    line: rx.Var[list[Queued]]
    answered: rx.Var[str]
    wrong: rx.Var[str]
    about: rx.Var[str]
    on_withdraw: rx.EventHandler[passthrough_event_spec(str)]
    on_send_now: rx.EventHandler[passthrough_event_spec(str)]


class Colours(BaseHTML):
    """Loads the colours of code, wherever it stands."""

    library = MESSAGE
    tag = "Colours"


class Rewording(BaseHTML):
    """The field "New wording" of a form with a button `[data-leave]`."""

    library = MESSAGE
    tag = "Rewording"
    words: rx.Var[str]


class Copy(BaseHTML):
    """Copies the `[data-words]` inside the nearest ancestor that matches `of`."""

    library = MESSAGE
    tag = "Copy"
    name: rx.Var[str]
    of: rx.Var[str]


class ForgetDrafts(BaseHTML):
    """Its children; a form sent from among them takes every draft of this browser along."""

    library = DRAFTS
    tag = "ForgetDrafts"


class ThreadLine(BaseHTML):
    """A line of the list of conversations; while it is renamed a field stands in its place."""

    library = THREADS
    tag = "ThreadLine"
    title: rx.Var[str]
    on_rename: rx.EventHandler[passthrough_event_spec(str)]


class ThreadMenu(MenuContent):
    """The menu of a line."""

    library = THREADS
    tag = "ThreadMenu"
    alias = "ThreadMenu"


class RenameItem(MenuItem):
    """Turns the line it belongs to into a field."""

    library = THREADS
    tag = "RenameItem"
    alias = "RenameItem"


class ThreadSearch(BaseHTML):
    """The search over the list; `words` is what the list was searched for last."""

    library = THREADS
    tag = "ThreadSearch"
    words: rx.Var[str]
    placeholder: rx.Var[str]
    max_length: rx.Var[int]
    on_seek: rx.EventHandler[passthrough_event_spec(str)]


class More(BaseHTML):
    """A button at the end of a list, which presses itself when it comes into view."""

    library = THREADS
    tag = "More"
    count: rx.Var[int]
    words: rx.Var[str]
    on_more: rx.EventHandler[no_args_event_spec]


class TaskFiles(BaseHTML):
    """The files of a task. `on_look` asks for them, `on_remove` gets the task and the file."""

    library = ATTACHMENTS
    tag = "TaskFiles"
    task: rx.Var[str]
    files: rx.Var[list[Any]]
    server: rx.Var[str]
    on_look: rx.EventHandler[passthrough_event_spec(str)]
    on_remove: rx.EventHandler[passthrough_event_spec(str, str)]
