"""The routes, and everything a request passes before it reaches one; what the front door hands to rx.App.

    app = rx.App(api_transformer=transformers(settings))

In development the pages come from another origin; pass it: `transformers(settings, front="http://localhost:3000")`.
Reflex answers CORS preflights outside of every transformer; to put the headers on those too, wrap the finished
application once more: `outermost(settings)(app())`. uvicorn must run with `proxy_headers=False`: the client's
address and the scheme come from the settings alone (A-07).
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount, Route, Router
from starlette.types import ASGIApp

from taskchat.config import ROOT, Settings
from taskchat.errors import TaskChatError
from taskchat.web import (
    assistant,
    chatkit,
    export,
    feed,
    files,
    incoming,
    memory,
    outgoing,
    reminders,
    several,
    signin,
    structure,
    tasks,
    vendor,
    views,
)
from taskchat.web.answers import Net, on_http_error, on_mistake, on_taskchat_error
from taskchat.web.body import BodyLimit
from taskchat.web.guard import HostGuard, OriginGuard
from taskchat.web.headers import SafeHeaders
from taskchat.web.health import health
from taskchat.web.limits import AddressLimits
from taskchat.web.pages import PageGuard
from taskchat.web.sessions import OpenStreams
from taskchat.web.site import Site

PAGES = ROOT / ".web" / "build" / "client"
"""Where the build puts the pages."""

Transformer = Callable[[ASGIApp], ASGIApp]

PARTS = (
    *(assistant, chatkit, vendor, export, feed, files, incoming, memory, outgoing, reminders),
    *(signin, several, tasks, structure, views),
)
"""The modules of routes below /api, in the order they are asked."""


def transformers(settings: Settings, *, front: str = "", pages: Path = PAGES) -> list[Transformer]:
    """For `rx.App(api_transformer=…)`, which applies them in order: the last one is the outermost."""
    site = Site(settings, front)
    return [routed(site), *guards(site, pages)]


def outermost(settings: Settings, *, pages: Path = PAGES) -> Transformer:
    """Headers once more, around what Reflex itself puts around the transformers."""
    return lambda app: SafeHeaders(app, Site(settings), pages)


def build(settings: Settings) -> Starlette:
    """The routes alone."""
    return _routes(Site(settings))


def routed(site: Site) -> Transformer:
    """Our routes first, the rest of the application behind them.

    A function, because rx.App would put its own CORS layer around a Starlette application.
    """

    def around(rest: ASGIApp) -> ASGIApp:
        app = _routes(site)
        app.mount("", rest)
        return app

    return around


def guards(site: Site, pages: Path = PAGES) -> list[Transformer]:
    """From the innermost to the outermost."""
    return [
        lambda app: PageGuard(app, site),
        BodyLimit,
        lambda app: OriginGuard(app, site),
        lambda app: HostGuard(app, site),
        Net,
        lambda app: SafeHeaders(app, site, pages),
    ]


def _routes(site: Site) -> Starlette:
    # Without redirects for a slash too many: they would name a scheme that is wrong behind a proxy.
    api = Router(
        [route for part in PARTS for route in part.ROUTES],
        redirect_slashes=False,
    )
    app = Starlette(
        routes=[Route("/health", health, methods=["GET"]), feed.CALENDAR, Mount("/api", api)],
        exception_handlers={
            TaskChatError: on_taskchat_error,
            HTTPException: on_http_error,
            Exception: on_mistake,
        },
    )
    app.state.site = site
    app.state.limits = AddressLimits(site)
    app.state.streams = OpenStreams(site)
    app.state.importing = set()
    app.state.drawing = asyncio.Semaphore(files.AT_ONCE)
    return app
