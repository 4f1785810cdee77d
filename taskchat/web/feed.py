"""A person's calendar feed: made, renewed and switched off by them, read by whoever has its address."""

import asyncio
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from taskchat.services import feeds
from taskchat.services.feeds import Feed
from taskchat.web.answers import SafeJSON
from taskchat.web.guard import seat_of, site_of


async def _state(request: Request) -> Response:
    seat = await seat_of(request)
    return SafeJSON(_told(await asyncio.to_thread(feeds.since, seat.person)))


async def _renew(request: Request) -> Response:
    """The one answer in which the address stands: it is not kept, only what it hashes to."""
    seat, site = await seat_of(request), site_of(request)
    now = site.now()
    token = await asyncio.to_thread(feeds.renew, seat.person, now=now)
    return SafeJSON(_told(now) | {"address": f"{site.settings.address}/feed/{token}.ics"}, 201)


async def _switch_off(request: Request) -> Response:
    seat = await seat_of(request)
    await asyncio.to_thread(feeds.switch_off, seat.person)
    return Response(status_code=204)


def _told(since: datetime | None) -> dict[str, Any]:
    return {"on": since is not None, "since": since.isoformat() if since else None}


async def _read(request: Request) -> Response:
    """Without a cookie. 304 where the calendar has it already, 404 for an address that is not one."""
    request.app.state.limits.knock("feed", request.scope)
    feed = await asyncio.to_thread(feeds.find, request.path_params["token"])
    headers = {"ETag": f'"{feed.mark}"', "Cache-Control": "private, no-cache", "Content-Disposition": "inline"}
    if feed.updated is not None:
        headers["Last-Modified"] = format_datetime(feed.updated.astimezone(UTC), usegmt=True)
    if _is_known(request, feed):
        return Response(status_code=304, headers=headers)
    calendar = feeds.events(feed.person, now=site_of(request).now())
    return StreamingResponse(calendar, media_type="text/calendar; charset=utf-8", headers=headers)


def _is_known(request: Request, feed: Feed) -> bool:
    """By its mark where one is sent, else by its time (RFC 9110 section 13.2.2)."""
    marks = request.headers.get("if-none-match")
    if marks is not None:
        return feed.mark in (mark.strip().removeprefix("W/").strip('"') for mark in marks.split(","))
    said = request.headers.get("if-modified-since")
    try:
        since = parsedate_to_datetime(said) if said else None
    except ValueError:
        return False
    return since is not None and feed.updated is not None and feed.updated.replace(microsecond=0) <= since


ROUTES = (
    Route("/feed", _state, methods=["GET"]),
    Route("/feed", _renew, methods=["POST"]),
    Route("/feed", _switch_off, methods=["DELETE"]),
)
CALENDAR = Route("/feed/{token}.ics", _read, methods=["GET"])
"""Outside of /api: an address to paste into a calendar."""
