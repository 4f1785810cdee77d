"""A push service on loopback, and browsers that take notices: what was sent is decrypted, its sender checked."""

import json
import ssl
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import http_ece
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from taskchat.domain.reminding import Device
from taskchat.push import Way

HOST = "fcm.googleapis.com"
APPLES = "web.push.apple.com"
"""Names everybody knows, which lead to loopback here."""


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Browser:
    """What a browser keeps to itself, and the address it gives away."""

    name: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    secret: bytes = b"sixteen letters!"

    @property
    def endpoint(self) -> str:
        return f"https://{HOST}/fcm/send/{self.name}"

    @property
    def p256dh(self) -> str:
        return _text(self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    def device(self, now: datetime) -> Device:
        return Device("", self.name, now, self.endpoint, self.p256dh, _text(self.secret))

    def subscription(self) -> dict[str, Any]:
        """As `PushSubscription.toJSON()` has it."""
        return {"endpoint": self.endpoint, "keys": {"p256dh": self.p256dh, "auth": _text(self.secret)}}

    def opened(self, body: bytes) -> Any:
        return json.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"))


@dataclass(frozen=True)
class Sent:
    browser: str
    headers: dict[str, str]
    body: bytes

    def claims(self) -> dict[str, Any]:
        """What the sender says of itself, after checking its signature with the key beside it (RFC 8292)."""
        scheme, _, rest = self.headers["authorization"].partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        assert scheme == "vapid"
        return jwt.decode(parts["t"], _key(parts["k"]), ["ES256"]).claims

    def sender(self) -> str:
        return self.headers["authorization"].rpartition("k=")[2]


def _key(public: str) -> ECKey:
    point = _bytes(public)
    return ECKey.import_key({"kty": "EC", "crv": "P-256", "x": _text(point[1:33]), "y": _text(point[33:])})


class PushService:
    """Answers 201, or what `answers` says for a browser's name; `sent` is everything it got."""

    def __init__(self, folder: Path) -> None:
        self.sent: list[Sent] = []
        self.answers: dict[str, int] = {}
        certificate = _certificate(folder)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        served.load_cert_chain(certificate)
        self._server.socket = served.wrap_socket(self._server.socket, server_side=True)
        self._trusted = ssl.create_default_context(cafile=str(certificate))

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def way(self, **changed: Any) -> Way:
        """To this service, whatever name is looked up: nothing but a test can bring it."""
        usual: dict[str, Any] = {"look_up": lambda host: ["127.0.0.1"], "may_go_to": lambda address: True}
        return Way(**{**usual, "port": self.port, "tls": self._trusted, **changed})

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                name = self.path.rpartition("/")[2]
                headers = {key.lower(): value for key, value in self.headers.items()}
                service.sent.append(Sent(name, headers, body))
                self.send_response(service.answers.get(name, 201))
                self.send_header("Location", f"https://{HOST}/fcm/send/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                return

        return Handler

    @contextmanager
    def running(self) -> Iterator["PushService"]:
        thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield self
        self._server.shutdown()
        self._server.server_close()
        thread.join(5)


def _certificate(folder: Path) -> Path:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([*map(x509.DNSName, (HOST, APPLES))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + made.public_bytes(Encoding.PEM))
    return file
