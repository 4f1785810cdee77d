"""The pages: who may open which, and the cookie that says so."""

import re
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from taskchat.domain.person import Seat
from taskchat.errors import NotFound
from taskchat.web import vendor
from taskchat.web.guard import seat_behind
from taskchat.web.site import Site

PRIVATE_PAGES = {"/", "/settings", "/insights", vendor.PAGE}
SIGN_IN = "/sign-in"
MANIFEST = re.compile(r"/assets/manifest-(\w+)\.js")
"""The list of its parts, after whose contents React Router names the version of the whole page."""
WEEK = 7 * 24 * 3600
GUEST_DAYS = 400 * 24 * 3600


def built_version(pages: Path) -> str:
    """Of the pages in this folder, as a page knows its own; "" where nothing is built."""
    first = pages / "index.html"
    found = MANIFEST.search(first.read_text("utf-8")) if first.is_file() else None
    return found[1] if found else ""


class PageGuard:
    """Pages need a session, signing in needs none; a guest's cookie is renewed at every visit (A-02).

    A guest may stay on /sign-in?mode=… (or ?error=…): that is how a guest becomes an account.
    """

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = page_of(scope)
        if page is None:
            return await self._app(scope, receive, send)
        if page == vendor.PAGE and not self._site.settings.taskchat_vendor_chat:
            raise NotFound(vendor.NOT_HERE)
        token = HTTPConnection(scope).cookies.get(self._site.cookie)
        seat = await seat_behind(self._site, token)
        if page == SIGN_IN:
            if seat is not None and not (seat.person.guest and _wants_account(scope)):
                return await RedirectResponse("/", 303)(scope, receive, send)
        elif seat is None:
            return await RedirectResponse(_sign_in_for(scope), 303)(scope, receive, send)
        if token and seat is not None and seat.person.guest:
            send = _renewing(send, session_cookie(self._site, scope, token, seat))
        return await self._app(_at_its_folder(scope, page), receive, send)


def page_of(scope: Scope) -> str | None:
    """The page this asks for, whatever way its file is named; None for everything else."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return None
    path = scope["path"].removesuffix("index.html").removesuffix(".html")
    path = f"/{path.strip('/')}"
    return path if path in PRIVATE_PAGES or path == SIGN_IN else None


def _at_its_folder(scope: Scope, page: str) -> Scope:
    """A page is built as a folder; asked for without its slash, the files would answer with a detour."""
    path = page.rstrip("/") + "/"
    return {**scope, "path": path, "raw_path": path.encode()}


def _wants_account(scope: Scope) -> bool:
    names = {pair.partition(b"=")[0] for pair in scope["query_string"].split(b"&")}
    return bool(names & {b"mode", b"error"})


def _sign_in_for(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return SIGN_IN if wanted == "/" else f"{SIGN_IN}?next={quote(wanted, safe='')}"


def _renewing(send: Send, cookie: str) -> Send:
    async def with_cookie(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("Set-Cookie", cookie)
        await send(message)

    return with_cookie


def session_cookie(site: Site, scope: Scope, token: str, seat: Seat) -> str:
    """A-04: a week, or 400 days for a guest, counted from this visit."""
    return _cookie(site, scope, token, GUEST_DAYS if seat.person.guest else WEEK)


def no_cookie(site: Site, scope: Scope) -> str:
    return _cookie(site, scope, "", 0)


def _cookie(site: Site, scope: Scope, value: str, seconds: int) -> str:
    secure = "; Secure" if site.is_https(scope) else ""
    return f"{site.cookie}={value}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax{secure}"
