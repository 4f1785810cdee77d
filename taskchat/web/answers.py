"""From an error to a status and a sentence: the one table, and the net under everything (U-02, K-09)."""

import json
import logging
import secrets
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from taskchat.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    TaskChatError,
    TooLarge,
    TooMany,
    Unavailable,
)

STATUS: tuple[tuple[type[TaskChatError], int], ...] = (
    (Invalid, 400),
    (NotSignedIn, 401),
    (NotAllowed, 403),
    (NotFound, 404),
    (Conflict, 409),
    (TooLarge, 413),
    (TooMany, 429),
    (Unavailable, 503),
    (TaskChatError, 400),
)
PLAIN = {
    400: ("invalid", "This request cannot be read."),
    404: ("not_found", "There is nothing at this address."),
    405: ("not_possible", "This address does not do that."),
}
OURS = "That did not work because of a mistake on the server. What was saved is safe. Try again in a moment."

_log = logging.getLogger("taskchat.web")


class Misdirected(TaskChatError):
    """The request was meant for another name (A-07)."""

    code = "misdirected"


def status_of(error: TaskChatError) -> int:
    if isinstance(error, Misdirected):
        return 421
    return next(status for kind, status in STATUS if isinstance(error, kind))


def told(error: TaskChatError) -> JSONResponse:
    """The answer of K-09, with what a program needs to try again."""
    body: dict[str, Any] = {"code": error.code, "message": error.message}
    headers: dict[str, str] = {}
    if isinstance(error, Invalid) and error.field:
        body["field"] = error.field
    if isinstance(error, NotSignedIn):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooMany):
        headers["Retry-After"] = str(max(1, error.retry_after))
        body["resets_at"] = error.resets_at.isoformat() if error.resets_at else None
    return SafeJSON({"error": body}, status_of(error), headers)


class SafeJSON(JSONResponse):
    """JSON that also carries half a surrogate pair without falling over."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode(errors="replace")


async def on_taskchat_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, TaskChatError)  # noqa: S101 - registered for nothing else
    return told(error)


async def on_http_error(_request: Request, error: Exception) -> Response:
    """The framework's own refusals (no route, wrong method, unreadable form), in our shape."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    status = 400 if error.status_code == 422 else error.status_code
    code, message = PLAIN.get(status, PLAIN[400])
    return SafeJSON({"error": {"code": code, "message": message}}, status, error.headers)


async def on_mistake(request: Request, _error: Exception) -> Response:
    """Anything nobody expected; the net logs it with the same trace id."""
    return _neutral(request.scope)


def _neutral(scope: Scope) -> Response:
    error = {"code": "mistake", "message": OURS, "trace": scope.get("taskchat.trace")}
    return SafeJSON({"error": error}, 500)


class Net:
    """Catches what everything inside lets through, static files and the websocket included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        scope["taskchat.trace"] = secrets.token_hex(8)
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except TaskChatError as error:
            if not begun:
                await refuse(told(error), scope, receive, send)
        except Exception:  # noqa: BLE001 - the last door: nothing internal may leave
            _log.exception("mistake trace=%s method=%s path=%a", *_whereabouts(scope))
            if not begun:
                await refuse(_neutral(scope), scope, receive, send)
        return None


def _whereabouts(scope: Scope) -> tuple[str, str, str]:
    return scope["taskchat.trace"], scope.get("method", "WEBSOCKET"), scope["path"][:200]


async def refuse(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer instead of what was asked for; a websocket that cannot be answered is closed unopened."""
    if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008})
        return
    await response(scope, receive, send)
