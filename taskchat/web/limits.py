"""How often one address may knock: signing in, signing up, and guests of a server that is open to others."""

import time
from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from ipaddress import IPv6Address, ip_address, ip_network

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers
from starlette.types import Scope

from taskchat.config import Settings
from taskchat.errors import TooMany
from taskchat.web.site import Site

WORDS = "Too many tries from your network. Wait {seconds} seconds, then try again."


class AddressLimits:
    """One per process; what limits a person stands in the database instead."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def knock(self, door: str, scope: Scope) -> None:
        """Count one knock at `door` ("sign-in", "sign-up", "feed", "guest"); TooMany when it is one too many."""
        limit = self._limits.get(door)
        address = network_of(address_of(scope, self._site.settings.taskchat_proxy_hops))
        if limit is None or self._window.hit(limit, door, address):
            return
        now = self._site.now()
        reset = self._window.get_window_stats(limit, door, address).reset_time
        seconds = max(1, min(limit.get_expiry(), round(reset - time.time())))
        raise TooMany(WORDS.format(seconds=seconds), seconds, now + timedelta(seconds=seconds))

    @cached_property
    def _window(self) -> MovingWindowRateLimiter:
        """Made at the first knock, not at import: it starts a timer thread."""
        return MovingWindowRateLimiter(MemoryStorage())

    @cached_property
    def _limits(self) -> Mapping[str, RateLimitItem]:
        return {door: limit for door, limit in _offered(self._site.settings) if limit.amount > 0}


def _offered(settings: Settings) -> tuple[tuple[str, RateLimitItem], ...]:
    return (
        ("sign-in", RateLimitItemPerMinute(settings.taskchat_limit_sign_in)),
        ("sign-up", RateLimitItemPerMinute(settings.taskchat_limit_sign_up)),
        ("feed", RateLimitItemPerMinute(settings.taskchat_limit_feed)),
        ("guest", RateLimitItemPerHour(settings.taskchat_limit_guests if settings.is_open_to_others else 0)),
    )


def address_of(scope: Scope, hops: int) -> str:
    """The client's address: the peer, or what the outermost of `hops` trusted proxies saw.

    Each proxy appends the address it saw, so with n hops the n-th from the right is the first that a stranger
    cannot have written.
    """
    peer = (scope.get("client") or ("",))[0]
    if hops == 0:
        return peer
    seen = [part.strip() for line in Headers(scope=scope).getlist("x-forwarded-for") for part in line.split(",")]
    return seen[-hops] if len(seen) >= hops and _is_address(seen[-hops]) else peer


def network_of(address: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 that one IPv6 household owns."""
    if not _is_address(address):
        return "unknown"
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return str(ip_network((parsed.packed, 64), strict=False))
    return str(parsed.ipv4_mapped or parsed) if isinstance(parsed, IPv6Address) else str(parsed)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
