"""What is remembered of a person, for programs: to be read and forgotten. Nothing is remembered through this door."""

import asyncio
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.domain.preferences import Preference
from taskchat.domain.task import By
from taskchat.errors import NotFound
from taskchat.services import memory
from taskchat.web.answers import SafeJSON
from taskchat.web.guard import seat_of, site_of
from taskchat.web.tasks import ID


def _encoded(one: Preference) -> dict[str, str]:
    said = {"id": one.id, "sentence": one.name, "kind": one.kind.value, "about": one.about, "value": one.value}
    return said | {"created": one.created.isoformat()}


async def _find(request: Request) -> Response:
    seat = await seat_of(request)
    found = await asyncio.to_thread(memory.find, seat.person)
    return SafeJSON({"preferences": [_encoded(one) for one in found]})


async def _forget(request: Request) -> Response:
    seat, now, said = await seat_of(request), site_of(request).now(), request.path_params["preference_id"]
    if not ID.fullmatch(said):
        raise NotFound(memory.GONE)
    await asyncio.to_thread(memory.forget, seat.person, (said,), by=By(uuid4().hex, door="program"), now=now)
    return Response(status_code=204)


ROUTES = (
    Route("/memory", _find, methods=["GET"]),
    Route("/memory/{preference_id}", _forget, methods=["DELETE"]),
)
