"""Saved views for programs: a name and a filter."""

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.domain.view import View
from taskchat.errors import Invalid, NotFound
from taskchat.services import views
from taskchat.web.answers import SafeJSON
from taskchat.web.body import json_object
from taskchat.web.guard import by_program, seat_of, site_of
from taskchat.web.tasks import ID

FORM = "Send {“name”: text, “filter”: text}."


def _encoded(view: View) -> dict[str, str]:
    return {"id": view.id, "name": view.name, "filter": view.filter}


async def _sent(request: Request, *, whole: bool) -> dict[str, Any]:
    """Both, or for a change at least one of them."""
    sent = await json_object(request)
    known = sent.keys() <= {"name", "filter"} and all(isinstance(value, str) for value in sent.values())
    if not known or (len(sent) < 2 if whole else not sent):
        raise Invalid(FORM)
    return sent


def _view_id(request: Request) -> str:
    said = request.path_params["view_id"]
    if not ID.fullmatch(said):
        raise NotFound("There is no such view.")
    return said


async def _find(request: Request) -> Response:
    seat = await seat_of(request)
    found = await asyncio.to_thread(views.find, seat.person)
    return SafeJSON({"views": [_encoded(view) for view in found]})


async def _create(request: Request) -> Response:
    seat, now, sent = await seat_of(request), site_of(request).now(), await _sent(request, whole=True)
    view = await asyncio.to_thread(views.create, seat.person, sent["name"], sent["filter"], by=by_program(), now=now)
    return SafeJSON(_encoded(view), 201)


async def _change(request: Request) -> Response:
    seat, now, sent = await seat_of(request), site_of(request).now(), await _sent(request, whole=False)
    news = {"name": sent.get("name"), "text": sent.get("filter")}
    view = await asyncio.to_thread(views.edit, seat.person, _view_id(request), **news, by=by_program(), now=now)
    return SafeJSON(_encoded(view))


async def _delete(request: Request) -> Response:
    seat, now = await seat_of(request), site_of(request).now()
    await asyncio.to_thread(views.delete, seat.person, _view_id(request), by=by_program(), now=now)
    return Response(status_code=204)


ROUTES = (
    Route("/views", _find, methods=["GET"]),
    Route("/views", _create, methods=["POST"]),
    Route("/views/{view_id}", _change, methods=["PATCH"]),
    Route("/views/{view_id}", _delete, methods=["DELETE"]),
)
