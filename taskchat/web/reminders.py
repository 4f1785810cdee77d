"""Reminders for programs and for the page's service worker, whose buttons act while no page is open."""

import asyncio
import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.domain.person import Seat
from taskchat.domain.plain import encode
from taskchat.domain.reminding import Device, Reminder
from taskchat.errors import Invalid
from taskchat.push import Outcome, push
from taskchat.services import devices, reminders
from taskchat.web.answers import SafeJSON
from taskchat.web.body import json_object
from taskchat.web.guard import by_program, seat_of, site_of
from taskchat.web.tasks import checked_id

ID = re.compile(r"[0-9a-f-]{1,64}")
MOST = 100
TEST = {"title": "TaskChat", "body": "Notices reach this device.", "task": ""}


async def _inbox(request: Request) -> Response:
    seat = await seat_of(request)
    found = await asyncio.to_thread(reminders.inbox, seat.person)
    unread = sum(not one.read for one in found)
    return SafeJSON({"reminders": [_encoded(one, seat) for one in found], "unread": unread})


def _encoded(one: Reminder, seat: Seat) -> dict[str, object]:
    return {
        "id": one.id,
        "group": one.group,
        "told": one.told.isoformat(),
        "read": one.read,
        "task": encode(one.task, seat.person.ways.zone),
    }


async def _ids(request: Request, *also: str) -> tuple[list[str], dict[str, object]]:
    """The reminders, or groups of them, that a request names, and what else it says."""
    sent = await json_object(request)
    ids = sent.pop("ids", None)
    if not isinstance(ids, list) or not all(isinstance(one, str) and ID.fullmatch(one) for one in ids):
        raise Invalid("Send {“ids”: [the reminders, or their groups]}.", "ids")
    if len(ids) > MOST or sent.keys() - set(also):
        raise Invalid(f"Name at most {MOST} reminders, and nothing this address does not know.", "ids")
    return ids, sent


async def _done(request: Request) -> Response:
    seat, now = await seat_of(request), site_of(request).now()
    ids, _ = await _ids(request)
    by = by_program()
    done = await asyncio.to_thread(reminders.done, seat.person, ids, by=by, now=now)
    return SafeJSON({"tasks": [encode(task, seat.person.ways.zone) for task in done]})


async def _snooze(request: Request) -> Response:
    """{"ids", "minutes": 10}, or {"ids", "until": "morning"}."""
    seat, now = await seat_of(request), site_of(request).now()
    ids, said = await _ids(request, "minutes", "until")
    choice = said.get("until", said.get("minutes"))
    if len(said) != 1 or isinstance(choice, bool) or not isinstance(choice, str | int):
        raise Invalid("Send “minutes”: a number, or “until”: “morning”.", "minutes")
    until = await asyncio.to_thread(reminders.snooze, seat.person, ids, str(choice), now=now)
    return SafeJSON({"until": until.isoformat()})


async def _read(request: Request) -> Response:
    seat, now = await seat_of(request), site_of(request).now()
    await asyncio.to_thread(reminders.mark_read, seat.person, now=now)
    return Response(status_code=204)


async def _key(request: Request) -> Response:
    await seat_of(request)
    return SafeJSON({"key": push().public_key})


async def _subscribe(request: Request) -> Response:
    """What `PushSubscription.toJSON()` gives, and a name for the list of devices."""
    seat, now = await seat_of(request), site_of(request).now()
    sent = await json_object(request)
    keys = sent.get("keys")
    said = [sent.get("endpoint"), *((keys.get("p256dh"), keys.get("auth")) if isinstance(keys, dict) else (None, None))]
    name = sent.get("name", "")
    if not all(isinstance(one, str) for one in (*said, name)):
        raise Invalid("Send the browser's subscription as it is, and a “name” that is text.", "endpoint")
    device = Device("", name, now, *map(str, said))
    kept = await asyncio.to_thread(devices.keep, seat.person, device, seat.session, now=now)
    return SafeJSON({**_shown(kept), "session": _mark(seat)}, 201)


def _shown(device: Device) -> dict[str, str]:
    """Without its address, which is as good as a key; a browser knows its own by the hash."""
    address = hashlib.sha256(device.endpoint.encode()).hexdigest()
    return {"id": device.id, "name": device.name, "created": device.created.isoformat(), "address": address}


def _mark(seat: Seat) -> str:
    """By which a browser sees that its session is another one than before; of the cookie it says nothing."""
    return seat.session[:12]


async def _devices(request: Request) -> Response:
    seat = await seat_of(request)
    found = await asyncio.to_thread(devices.find, seat.person, now=site_of(request).now())
    listed = [_shown(device) for device in found]
    return SafeJSON({"person": seat.person.id, "session": _mark(seat), "devices": listed})


async def _remove(request: Request) -> Response:
    seat = await seat_of(request)
    await asyncio.to_thread(devices.remove, seat.person, checked_id(request.path_params["device_id"]))
    return Response(status_code=204)


async def _unsubscribe(request: Request) -> Response:
    """{"endpoint"}: all that a browser knows of itself."""
    seat = await seat_of(request)
    endpoint = (await json_object(request)).get("endpoint")
    if not isinstance(endpoint, str):
        raise Invalid("Send the “endpoint” of the subscription that ends.", "endpoint")
    await asyncio.to_thread(devices.remove, seat.person, endpoint)
    return Response(status_code=204)


async def _test(request: Request) -> Response:
    """A notice to each of the person's devices; {"sent": how many push services took it, "devices": of how many}."""
    seat, now = await seat_of(request), site_of(request).now()
    found = await asyncio.to_thread(devices.find, seat.person, now=now)
    outcomes = await asyncio.gather(*(push().send(device, TEST, now=now) for device in found))
    for device, outcome in zip(found, outcomes, strict=True):
        if outcome is Outcome.GONE:
            await asyncio.to_thread(devices.forget, seat.person.id, device.id)
    return SafeJSON({"sent": outcomes.count(Outcome.SENT), "devices": len(found)})


ROUTES = (
    Route("/reminders", _inbox, methods=["GET"]),
    Route("/reminders/done", _done, methods=["POST"]),
    Route("/reminders/snooze", _snooze, methods=["POST"]),
    Route("/reminders/read", _read, methods=["POST"]),
    Route("/push/key", _key, methods=["GET"]),
    Route("/push/subscriptions", _devices, methods=["GET"]),
    Route("/push/subscriptions", _subscribe, methods=["POST"]),
    Route("/push/subscriptions", _unsubscribe, methods=["DELETE"]),
    Route("/push/subscriptions/{device_id}", _remove, methods=["DELETE"]),
    Route("/push/test", _test, methods=["POST"]),
)
