"""The ChatKit endpoint over HTTP: one POST for every operation, and some of our own to stop, re-attach, and wait."""

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.assistant.server import Json, chat
from taskchat.errors import Invalid, NotFound
from taskchat.web.body import json_bytes
from taskchat.web.guard import seat_of, site_of
from taskchat.web.sessions import OpenStreams
from taskchat.web.sse import event_stream, numbered, plain

THREAD = re.compile(r"[0-9A-Za-z_-]{1,80}")


def _streams(request: Request) -> OpenStreams:
    return request.app.state.streams


async def _handle(request: Request) -> Response:
    seat = await seat_of(request)
    body = await json_bytes(request)
    answer = await chat().handle(seat, body, now=site_of(request).now())
    if isinstance(answer, Json):
        return Response(answer.data, media_type="application/json")
    return event_stream(aiter(answer.frames), plain, seat, _streams(request))


async def _stop(request: Request) -> Response:
    seat = await seat_of(request)
    await chat().stop(seat, thread_id_of(request))
    return Response(status_code=204)


async def _events(request: Request) -> Response:
    """The run's events behind `after` (or the Last-Event-ID a browser sends by itself), and those to come."""
    seat = await seat_of(request)
    frames = await chat().follow(seat, thread_id_of(request), _after(request))
    return event_stream(aiter(frames), numbered, seat, _streams(request))


async def _queue(request: Request) -> Response:
    """What waits in the conversation, in its order."""
    seat = await seat_of(request)
    return Response(await chat().queue.line(seat, thread_id_of(request)), media_type="application/json")


async def _withdraw(request: Request) -> Response:
    """Not to be sent after all: the message comes back."""
    seat = await seat_of(request)
    message = await chat().queue.withdraw(seat, thread_id_of(request), request.path_params["message_id"])
    return Response(message, media_type="application/json")


async def _send_now(request: Request) -> Response:
    """What was held may go."""
    seat = await seat_of(request)
    await chat().queue.send_now(seat, thread_id_of(request), request.path_params["message_id"])
    return Response(status_code=204)


def thread_id_of(request: Request) -> str:
    said = request.path_params["thread_id"]
    if not THREAD.fullmatch(said):
        raise NotFound("There is no such conversation.")
    return said


def _after(request: Request) -> int:
    said = request.headers.get("last-event-id") or request.query_params.get("after", "0")
    if not (said.isascii() and said.isdigit() and len(said) < 12):
        raise Invalid("“after” must be the position of an event.", "after")
    return int(said)


ROUTES = (
    Route("/chatkit", _handle, methods=["POST"]),
    Route("/chatkit/threads/{thread_id}/stop", _stop, methods=["POST"]),
    Route("/chatkit/threads/{thread_id}/events", _events, methods=["GET"]),
    Route("/chatkit/threads/{thread_id}/queue", _queue, methods=["GET"]),
    Route("/chatkit/threads/{thread_id}/queue/{message_id}", _withdraw, methods=["DELETE"]),
    Route("/chatkit/threads/{thread_id}/queue/{message_id}", _send_now, methods=["POST"]),
)
