"""What comes in: at most so many bytes, and JSON that means one thing only."""

import json
from typing import Any, NoReturn

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from taskchat.domain.file import LARGEST
from taskchat.errors import Invalid, TooLarge

MEGABYTE = 1_000_000
TOO_LARGE = "That is more than {most} MB, which is the most this server takes at once."
UPLOADS = "/api/files"
IMPORTS = "/api/import"
LARGEST_IMPORT = 1_100_000_000
"""Bytes of an archive with all files one person may have (services.files.ROOM), and what stands around them."""
AROUND_A_FILE = 100_000
"""Bytes a form may have around the one file in it."""
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class BodyLimit:
    """Counts what is read, whatever Content-Length says (A-08)."""

    def __init__(self, app: ASGIApp, most: int = MEGABYTE) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        most = LARGEST + AROUND_A_FILE if is_upload(scope) else LARGEST_IMPORT if is_import(scope) else self._most
        self._check_declared(Headers(scope=scope).get("content-length", "0"), most)
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise _too_large(most)
            return message

        return await self._app(scope, counted, send)

    def _check_declared(self, length: str, most: int) -> None:
        if not (length.isascii() and length.isdigit()):
            raise Invalid("The Content-Length header is not a number.")
        if int(length[:20]) > most:
            raise _too_large(most)


def is_import(scope: Scope) -> bool:
    """An archive may come in here; it is put on disk piece by piece."""
    return scope["method"] == "POST" and scope["path"] == IMPORTS


def is_upload(scope: Scope) -> bool:
    """Where a file may come in."""
    path: str = scope["path"]
    return scope["method"] in {"POST", "PUT"} and (path == UPLOADS or path.startswith(f"{UPLOADS}/"))


def _too_large(most: int) -> TooLarge:
    return TooLarge(TOO_LARGE.format(most=most // MEGABYTE))


def media_type(request: Request) -> str:
    return request.headers.get("content-type", "").split(";")[0].strip().lower()


def is_form(request: Request) -> bool:
    return media_type(request) in FORMS


async def json_bytes(request: Request) -> bytes:
    """The body where it is sent as JSON, or without a type as many programs do."""
    if media_type(request) not in {"", "application/json"}:
        raise Invalid("Send JSON, with Content-Type: application/json.")
    return await request.body()


async def json_object(request: Request, *, empty: bool = False) -> dict[str, Any]:
    """The body as one JSON object; with `empty` no body at all is the empty object."""
    body = await json_bytes(request)
    value = {} if empty and not body.strip() else read_json(body)
    if not isinstance(value, dict):
        raise Invalid("Send one JSON object.")
    return value


def read_json(body: bytes) -> Any:
    """Strict: no NaN, no name twice, no half surrogate pairs, no bottomless nesting."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_each_once)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Invalid("This is not JSON that can be read.") from None
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name occurs twice")
    return value
