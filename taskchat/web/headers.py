"""The headers of U-03 on every answer, whoever made it, and how long a browser may keep it.

Scripts: `'self'` and the SHA-256 of each inline script in the built pages, nothing else. Styles keep
`'unsafe-inline'`: prerendered pages carry style attributes, and the overlay primitives insert a style element
to lock scrolling; a style cannot call anything, since images, fonts and connections are ours alone. One page may
load one script and one frame from elsewhere, where it is switched on: that of `web.vendor`.
"""

import base64
import hashlib
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from taskchat.web import vendor
from taskchat.web.pages import page_of
from taskchat.web.site import Site, only_host

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: with that a browser posts its forms with "Origin: null", which the guard must refuse.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), usb=()",
}
A_YEAR = "max-age=31536000"
PRIVATE = "no-store"
OPENING = {"http.response.start", "websocket.http.response.start"}


class SafeHeaders:
    """Wraps everything; `pages` is the folder of the built front end, read when the server is put together."""

    def __init__(self, app: ASGIApp, site: Site, pages: Path) -> None:
        self._app = app
        self._site = site
        self._policy = Policy(inline_hashes(pages))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)

        async def with_headers(message: Message) -> None:
            if message["type"] in OPENING:
                self._put(scope, message)
            await send(message)

        return await self._app(scope, receive, with_headers)

    def _put(self, scope: Scope, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        is_page = headers.get("content-type", "").startswith("text/html")
        for name, value in ALWAYS.items():
            headers[name] = value
        # What people sent brings a stricter one of its own.
        also = vendor.HOST if is_page and self._is_vendors(scope) else ""
        headers.setdefault("Content-Security-Policy", self._policy.text(self._sockets(scope), is_page, also))
        if self._site.is_https(scope):
            headers["Strict-Transport-Security"] = A_YEAR
        headers.setdefault("Cache-Control", _keep(scope["path"], message["status"], is_page))

    def _is_vendors(self, scope: Scope) -> bool:
        return self._site.settings.taskchat_vendor_chat and page_of(scope) == vendor.PAGE

    def _sockets(self, scope: Scope) -> str:
        """The websocket of this very host by name, for browsers whose 'self' does not cover it."""
        host = only_host(scope)
        if not self._site.answers_to(host):
            return "'self'"
        return f"'self' {'wss' if self._site.is_https(scope) else 'ws'}://{host}"


class Policy:
    """The Content-Security-Policy."""

    def __init__(self, hashes: tuple[str, ...]) -> None:
        self._hashes = hashes

    def text(self, connect: str, is_page: bool, also: str = "") -> str:
        """`also` is a host whose scripts and frames are let in."""
        scripts = " ".join(filter(None, ("'self'", self._joined if is_page else "", also)))
        frames = also or "'none'"
        installed = "worker-src 'self'; manifest-src 'self'; " if is_page else ""
        return (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            f"font-src 'self'; connect-src {connect}; {installed}object-src 'none'; base-uri 'none'; "
            f"frame-src {frames}; frame-ancestors 'none'; form-action 'self'"
        )

    @cached_property
    def _joined(self) -> str:
        return " ".join(f"'{value}'" for value in self._hashes)


def _keep(path: str, status: int, is_page: bool) -> str:
    """The build puts a hash into each name below /assets; pages and answers are nobody's to keep."""
    if is_page or path.startswith("/api/") or path == "/health" or (status >= 300 and status != 304):
        return PRIVATE
    if path.startswith("/assets/"):
        return "public, max-age=31536000, immutable"
    return "public, max-age=604800" if path.startswith("/fonts/") else "no-cache"


def inline_hashes(pages: Path) -> tuple[str, ...]:
    """The hashes of all inline scripts of all built pages, each once, in a fixed order."""
    found: set[str] = set()
    for page in sorted(pages.rglob("*.html")):
        reader = _Scripts()
        reader.feed(page.read_text("utf-8"))
        reader.close()
        found.update(_hash(script) for script in reader.inline)
    return tuple(sorted(found))


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class _Scripts(HTMLParser):
    """Collects the text of script elements without `src`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inline: list[str] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "src" not in dict(attrs):
            self._open = []

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open is not None:
            self.inline.append("".join(self._open))
            self._open = None
