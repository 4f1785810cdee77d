"""Who answers, what it has cost so far, and whether it works: the settings' part about the assistant, for programs."""

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.assistant.models import who_answers
from taskchat.assistant.server import chat
from taskchat.services import usage
from taskchat.services.usage import Spent
from taskchat.web.answers import SafeJSON
from taskchat.web.guard import seat_of, site_of


async def _who(request: Request) -> Response:
    """`{"name", "where", "model", "host", "usage": [{"model", "today": {…}, "month": {…}}]}`."""
    seat, site = await seat_of(request), site_of(request)
    name, where = who_answers(site.settings, seat.person)
    model, host = chat().answers_with(seat)
    used = await asyncio.to_thread(usage.usage_of, seat.person, now=site.now())
    shown = [{"model": one.model, "today": _spent(one.today), "month": _spent(one.month)} for one in used]
    return SafeJSON({"name": name, "where": where, "model": model, "host": host, "usage": shown})


def _spent(spent: Spent) -> dict[str, Any]:
    return {"messages": spent.messages, "read": spent.read, "written": spent.written}


async def _check(request: Request) -> Response:
    """`{"works", "cause", "message", "seconds"}`: 200 however it is, for the question itself was answered."""
    seat = await seat_of(request)
    checked = await chat().check(seat)
    said = {"works": checked.works, "cause": checked.cause, "message": checked.says, "seconds": checked.seconds}
    return SafeJSON(said)


ROUTES = (
    Route("/assistant", _who, methods=["GET"]),
    Route("/assistant/check", _check, methods=["POST"]),
)
