"""What this server is to the outside: its name, its scheme, its own origins, its cookie and its clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from taskchat.config import Settings

DEFAULT_PORTS = {"http": 80, "https": 443}
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Site:
    """One per process. `front` is the front end's own origin in development ("http://localhost:3000"), else ""."""

    settings: Settings
    front: str = ""
    clock: Callable[[], datetime] = _utc_now

    def now(self) -> datetime:
        return self.clock()

    def is_https(self, scope: Scope) -> bool:
        """By the public address where one is set; a proxy's own claims are not asked."""
        public = self.settings.taskchat_public_url
        return (urlsplit(public).scheme if public else scope.get("scheme", "http")) in {"https", "wss"}

    @property
    def cookie(self) -> str:
        """On https only the name that nobody but this very host can set."""
        return "__Host-taskchat" if self.settings.taskchat_public_url.startswith("https://") else "taskchat"

    def answers_to(self, host: str, path: str = "/") -> bool:
        """A-07: the public name, or, while that is unset, loopback or a literal address.

        A health probe inside the machine may always call by loopback: it knows no public name.
        """
        name = host_name(host)
        public = urlsplit(self.settings.taskchat_public_url).hostname
        if public is None:
            return name == "localhost" or _is_address(name)
        return name == public or (path == "/health" and name in LOOPBACK)

    def owns(self, origin: str, host: str) -> bool:
        """Whether a page of `origin` is ours (section W "Origin")."""
        public = self.settings.taskchat_public_url
        if self.comes_from_front(origin):
            return True
        if public:
            return _place(origin) == _place(public)
        return _place(origin) is not None and urlsplit(origin).netloc.lower() == host.lower()

    def comes_from_front(self, origin: str) -> bool:
        """Development only: the front end has its own origin, by any of the loopback names."""
        if not self.front or (there := _place(origin)) is None or (ours := _place(self.front)) is None:
            return False
        return there == ours or (there[::2] == ours[::2] and {there[1], ours[1]} <= set(LOOPBACK))


def host_name(host: str) -> str:
    """The name in a Host header without its port, lower-case; "" where it is no host at all."""
    if not host or any(sign in host for sign in "/\\@?#, \t"):
        return ""
    parts = _split(f"//{host}")
    return "" if parts is None else parts.hostname or ""


def only_host(scope: Scope) -> str:
    """The request's one Host header; "" where there is none or more than one."""
    hosts = Headers(scope=scope).getlist("host")
    return hosts[0] if len(hosts) == 1 else ""


def _place(origin: str) -> tuple[str, str, int] | None:
    """(scheme, name, port) of an http origin."""
    parts = _split(origin)
    if parts is None or parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return None
    return parts.scheme, parts.hostname, parts.port or DEFAULT_PORTS[parts.scheme]


def _split(address: str) -> SplitResult | None:
    """None where the brackets or the port make no sense."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _is_address(name: str) -> bool:
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return not (isinstance(address, IPv6Address) and address.scope_id)
