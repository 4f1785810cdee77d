"""Web Push: the keys of this server, a notice that only one browser can read, and the way out to its push service.

RFC 8030 (delivery), 8291 (encryption, by pywebpush), 8292 (who sends, by py_vapid). The way out is our own: pywebpush's
follows redirects and looks a name up again after it was checked.
"""

import asyncio
import json
import os
import secrets
import socket
import ssl
from base64 import urlsafe_b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from http.client import HTTPException, HTTPSConnection
from ipaddress import IPv6Address, IPv6Network, ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from py_vapid import Vapid02
from pywebpush import WebPusher

from taskchat.domain.reminding import LASTS, Device, push_host
from taskchat.errors import Invalid, Unavailable

KEY_FILE = "push-key.pem"
SECONDS = 5.0
"""Longest a push service may keep one silent."""
AT_ONCE = 4
TOKEN_LASTS = timedelta(hours=12)
GONE = {404, 410}
ORDINARY = IPv6Network("2000::/3")
TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))
"""Addresses that carry another one inside."""
SILENCE_ENDS_IT = "push.apple.com"
"""A browser of this service takes notices away from a site that sends something and shows nothing."""


class Outcome(Enum):
    SENT = "sent"
    GONE = "gone"
    """Nobody takes notices at this address any more."""
    FAILED = "failed"
    """It may be tried again."""


def looked_up(host: str) -> list[str]:
    """Every address of a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Whether it lies out in the internet: not this machine, not the house's network, nothing wrapped in another."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address) and (ip not in ORDINARY or any(ip in tunnel for tunnel in TUNNELS)):
        return False
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True)
class Way:
    """How a notice gets out; tests bring one that leads to a push service of their own."""

    look_up: Callable[[str], list[str]] = looked_up
    may_go_to: Callable[[str], bool] = is_public
    port: int = 443
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)


class Push:
    """The open instance: what devices are told goes out in threads of its own, which nobody else waits for."""

    def __init__(self, vapid: Vapid02, contact: str, way: Way) -> None:
        self._vapid = vapid
        self._contact = contact
        self._way = way
        self._threads = ThreadPoolExecutor(AT_ONCE, "push")

    @property
    def public_key(self) -> str:
        """What a browser needs to let this server, and no other, send it something."""
        point = self._vapid.private_key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return urlsafe_b64encode(point).decode().rstrip("=")

    async def send(self, device: Device, said: dict[str, Any], *, now: datetime) -> Outcome:
        """Never raises for what the other side does."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._send, device, said, now)

    def _send(self, device: Device, said: dict[str, Any], now: datetime) -> Outcome:
        try:
            host = push_host(device.endpoint)
            sealed = _sealed(device, json.dumps(said, ensure_ascii=False).encode())
            status = self._post(host, device.endpoint, sealed, self._headers(host, said, now))
        except (OSError, HTTPException):
            return Outcome.FAILED
        except (Invalid, ValueError):
            return Outcome.GONE  # an address or a key that would not be taken today
        if status in GONE:
            return Outcome.GONE
        return Outcome.SENT if 200 <= status < 300 else Outcome.FAILED

    def _headers(self, host: str, said: dict[str, Any], now: datetime) -> dict[str, str]:
        ends = int((now + TOKEN_LASTS).timestamp())
        signed = self._vapid.sign({"aud": f"https://{host}", "sub": self._contact, "exp": ends})
        group = said.get("group") or said.get("over") or ""
        return {
            **signed,
            "Content-Type": "application/octet-stream",
            "Content-Encoding": "aes128gcm",
            "TTL": str(int(LASTS.total_seconds())),
            "Urgency": "high",
            # What has not been delivered yet is replaced by what is newer of the same group.
            **({"Topic": group.replace("-", "")} if group else {}),
        }

    def _post(self, host: str, endpoint: str, body: bytes, headers: dict[str, str]) -> int:
        """Its status. The address that was checked is the one that is called, and a redirect is an answer like any."""
        addresses = self._way.look_up(host)
        if not addresses or not all(map(self._way.may_go_to, addresses)):
            raise Invalid("A push service lies in the internet.")
        parts = urlsplit(endpoint)
        connection = _Checked(host, addresses[0], self._way)
        try:
            connection.request("POST", f"{parts.path or '/'}{parts.query and '?'}{parts.query}", body, headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


class _Checked(HTTPSConnection):
    """To one address, under the name whose certificate has to be there."""

    def __init__(self, host: str, address: str, way: Way) -> None:
        super().__init__(host, way.port, timeout=SECONDS)
        self._address = address
        self._tls = way.tls

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), SECONDS)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)


def _sealed(device: Device, said: bytes) -> bytes:
    keys = {"p256dh": device.p256dh, "auth": device.auth}
    return WebPusher({"endpoint": device.endpoint, "keys": keys}).encode(said)["body"]


def takes_silence(device: Device) -> bool:
    """Whether it may be told something that it does not show."""
    return not push_host(device.endpoint).endswith(SILENCE_ENDS_IT)


_push: Push | None = None


def push() -> Push:
    """The open instance; Unavailable before `opened()` has run."""
    if _push is None:
        raise Unavailable("TaskChat is still starting. Try again in a few seconds.")
    return _push


def open_push(folder: Path, contact: str, way: Way | None = None) -> Push:
    """Makes the keys at the first start. Raises Invalid where they are there and cannot be read."""
    global _push  # noqa: PLW0603 - decision 7: only open and close set it
    _push = Push(_keys(folder / KEY_FILE), contact, way or Way())
    return _push


def close_push() -> None:
    global _push  # noqa: PLW0603 - decision 7: only open and close set it
    if _push is not None:
        _push.close()
    _push = None


def _keys(file: Path) -> Vapid02:
    try:
        if not file.exists():
            _make(file)
        file.chmod(0o600)
        return Vapid02(load_pem_private_key(file.read_bytes(), None))
    except (OSError, ValueError) as error:
        raise Invalid(
            f"The key for notices cannot be read or made: {file}. Let this account write there. If it is damaged, "
            "bring it back from a backup, or delete it: then every device has to switch notices on again."
        ) from error


def _make(file: Path) -> None:
    """Of several workers that start together one has its key kept."""
    vapid = Vapid02()
    vapid.generate_keys()
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    part.touch(mode=0o600, exist_ok=False)  # before there is anything in it
    part.write_bytes(vapid.private_pem())
    with suppress(FileExistsError):
        os.link(part, file)
    part.unlink()
