"""The front door: builds everything once, opens the house with the server, and is imported by nobody."""

import gc
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import reflex as rx

# The first event with a dict argument would import it on the event loop, for a second (decision 18).
import reflex.model
from starlette.types import ASGIApp

from taskchat.config import load_settings
from taskchat.opening import opened
from taskchat.ui import session, sync
from taskchat.ui.design.broken import error_boundary
from taskchat.ui.design.toast import Toasts
from taskchat.ui.pages import chatkit, insights, sign_in, workspace
from taskchat.ui.pages import settings as settings_page
from taskchat.web.app import PAGES as BUILT_PAGES
from taskchat.web.app import outermost, transformers
from taskchat.web.pages import built_version

PAGES = (workspace, sign_in, settings_page, insights, chatkit)
"""Importing a page registers it."""
LOOKS = (20_000, 20, 20)
"""When the collector looks: Python's 700 new objects are made several times within one answer's first word."""
log = logging.getLogger(__name__)
settings = load_settings()
is_built = os.environ.get("REFLEX_ENV_MODE") == "prod"


def went_wrong(exception: Exception) -> rx.event.EventSpec | None:
    """A mistake of ours in a handler: the log has it, the person a sentence, the page goes on (S-02)."""
    log.error("A handler failed", exc_info=exception)
    return Toasts.apologise()  # pyright: ignore[reportReturnType] - Reflex wants this annotation, and takes any event


def settle_in() -> None:
    """What stands now stands until the end: the collector need not go through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*LOOKS)
    gc.enable()


class FrontDoor(rx.App):
    """Reflex answers CORS preflights outside of every transformer: our headers go around those too (U-03)."""

    def __call__(self) -> ASGIApp:
        return outermost(settings)(super().__call__())


app = FrontDoor(
    stylesheets=["/tokens.css", "/page.css", "/chat.css", "/files.css", "/views.css"],
    head_components=[
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.link(rel="apple-touch-icon", href="/icons/apple-180.png"),
        rx.el.link(rel="manifest", href="/manifest.webmanifest"),
        *(
            rx.el.meta(name="theme-color", content=colour, custom_attrs={"media": f"(prefers-color-scheme: {theme})"})
            for theme, colour in (("light", "#f5f2ec"), ("dark", "#131210"))
        ),
        # In the served page itself: added by React it came after a quick click on "Try it now", who then lived in UTC.
        rx.el.script(src="/ways.js"),
    ],
    html_lang="en",
    toaster=None,
    backend_exception_handler=went_wrong,
    # Reflex's own overlay speaks through toasts that need `eval`; the status "Connection" is ours.
    app_wraps={(55, "ErrorBoundary"): error_boundary},
    api_transformer=transformers(settings, front="" if is_built else f"http://localhost:{settings.port}"),
)
tabs = session.guard(app, settings, version=built_version(BUILT_PAGES) if is_built else "")


@app.register_lifespan_task
@asynccontextmanager
async def open_house() -> AsyncIterator[None]:
    async with opened(settings), sync.running(app):
        settle_in()
        yield
