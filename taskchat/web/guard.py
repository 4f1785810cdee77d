"""Who is asking, from where, and under which name: checked before any route is reached (A-05, A-07)."""

import asyncio
import logging
from uuid import uuid4

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from taskchat.domain.person import Seat
from taskchat.domain.task import By
from taskchat.errors import NotAllowed, NotSignedIn
from taskchat.services import accounts
from taskchat.web.answers import Misdirected
from taskchat.web.limits import address_of
from taskchat.web.site import Site, only_host

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

_security = logging.getLogger("taskchat.security")


def site_of(connection: HTTPConnection) -> Site:
    return connection.app.state.site


def token_of(site: Site, connection: HTTPConnection) -> str | None:
    """The session id that was sent: `Authorization: Bearer`, else the cookie.

    An Authorization header that is anything else is an error, not an invitation to look further.
    """
    header = connection.headers.get("authorization")
    if header is None:
        return connection.cookies.get(site.cookie) or None
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token.strip() or " " in token.strip():
        raise NotSignedIn("The Authorization header must be: Bearer, a space, and your token.")
    return token.strip()


def by_program() -> By:
    """Each request is one thing to undo."""
    return By(group=uuid4().hex, door="program")


async def seat_or_none(request: HTTPConnection) -> Seat | None:
    site = site_of(request)
    return await seat_behind(site, token_of(site, request))


async def seat_of(request: HTTPConnection) -> Seat:
    """The person behind this request; NotSignedIn where there is none."""
    seat = await seat_or_none(request)
    if seat is None:
        raise NotSignedIn("You are not signed in, or not any more. Sign in and try again.")
    return seat


async def seat_behind(site: Site, token: str | None) -> Seat | None:
    if not token:
        return None
    now = site.now()
    return accounts.seen_lately(token, now=now) or await asyncio.to_thread(accounts.who, token, now=now)


class HostGuard:
    """Answers only to its own name, so that a foreign name pointed at this machine reaches nothing."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan" and not self._site.answers_to(only_host(scope), scope["path"]):
            raise Misdirected(f"TaskChat does not answer to this name here. Open {self._site.settings.address}.")
        if scope["type"] == "http" and self._site.is_https(scope):
            scope = {**scope, "scheme": "https"}  # so that a redirect to a full address keeps to it
        return await self._app(scope, receive, send)


class OriginGuard:
    """What another site's page starts changes nothing here; programs send neither header and pass."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" or (scope["type"] == "http" and scope["method"] not in SAFE_METHODS):
            self._check(scope)
        return await self._app(self._as_known(scope), receive, send)

    def _as_known(self, scope: Scope) -> Scope:
        """Reflex keeps a list of origins for its websocket, which cannot name every address of this machine."""
        if scope["type"] != "websocket":
            return scope
        ours = (b"origin", self._site.settings.address.encode())
        return {**scope, "headers": [ours if name == b"origin" else (name, value) for name, value in scope["headers"]]}

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        foreign = [origin for origin in headers.getlist("origin") if not self._site.owns(origin, only_host(scope))]
        if not foreign and not self._is_cross_site(headers):
            return
        note(self._site, scope, "refused_origin", origin=(foreign or ["cross-site"])[0])
        raise NotAllowed("This request comes from another site, so nothing was done.", "foreign_origin")

    def _is_cross_site(self, headers: Headers) -> bool:
        ours = self._site.comes_from_front(headers.get("origin", ""))
        return headers.get("sec-fetch-site") == "cross-site" and not ours


def note(site: Site, scope: Scope, what: str, **details: str | None) -> None:
    """One line of the security log: short words only, each without line breaks, never a secret."""
    address = address_of(scope, site.settings.taskchat_proxy_hops)
    words = " ".join(f"{name}={_plain(value)}" for name, value in details.items() if value is not None)
    _security.info("%s address=%s path=%s %s", what, _plain(address), _plain(scope["path"]), words)


def _plain(value: str) -> str:
    return "".join(sign if sign.isascii() and sign.isprintable() and sign != " " else "_" for sign in value[:120])
