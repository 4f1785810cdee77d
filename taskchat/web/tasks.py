"""Tasks for programs: section W over the same services the page and the assistant use."""

import asyncio
import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.domain.person import Person, Seat
from taskchat.domain.plain import encode
from taskchat.domain.task import By, Draft, Edit, Status, Task, Undone
from taskchat.errors import Invalid, NotFound
from taskchat.services import activity, repeating, subtasks, tasks
from taskchat.services.seen import Clashing
from taskchat.web.answers import SafeJSON
from taskchat.web.asking import decode_query
from taskchat.web.body import json_object
from taskchat.web.guard import by_program, seat_of, site_of
from taskchat.web.wire import Reading, decode_draft, decode_edit, encode_clashing, encode_undone, take_seen

ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


class Verb(Protocol):
    """complete, reopen, delete or restore of services.tasks, skip of services.repeating."""

    def __call__(self, user: Person, task_id: str, *, by: By, now: datetime) -> Task: ...


def _task_id(request: Request) -> str:
    """An id that could be one: anything else is nobody's task, and never reaches the database."""
    return checked_id(request.path_params["task_id"])


def checked_id(said: str) -> str:
    if not ID.fullmatch(said):
        raise NotFound("There is no such task.")
    return said


def _one(seat: Seat, task: Task, status: int = 200) -> Response:
    return SafeJSON(encode(task, seat.person.ways.zone), status)


def _reading(seat: Seat, now: datetime) -> Reading:
    return Reading(seat.person.ways.zone, now)


async def _find(request: Request) -> Response:
    seat, now = await seat_of(request), site_of(request).now()
    asked = decode_query(request.query_params, now=now, ways=seat.person.ways)
    found = await asyncio.to_thread(
        tasks.find, seat.person, asked.wanted, sort=asked.sort, limit=asked.limit, offset=asked.offset, now=now
    )
    rows = [encode(task, seat.person.ways.zone) for task in found.tasks]
    return SafeJSON({"tasks": rows, "total": found.total})


async def _create(request: Request) -> Response:
    seat, now = await seat_of(request), site_of(request).now()
    draft, status = decode_draft(await json_object(request), _reading(seat, now))
    task = await asyncio.to_thread(_created, seat.person, draft, status, now)
    answer = _one(seat, task, 201)
    answer.headers["Location"] = f"/api/tasks/{task.id}"
    return answer


def _created(user: Person, draft: Draft, status: Status, now: datetime) -> Task:
    by = by_program()
    task = tasks.create(user, draft, by=by, now=now)
    return tasks.complete(user, task.id, by=by, now=now) if status is Status.DONE else task


async def _read(request: Request) -> Response:
    seat = await seat_of(request)
    return _one(seat, await asyncio.to_thread(tasks.get, seat.person, _task_id(request)))


async def _change(request: Request) -> Response:
    """`?only=this`: of a repeating task just this time.

    With `expected_updated` what somebody changed otherwise since is a 409 that shows both values.
    """
    seat, now = await seat_of(request), site_of(request).now()
    sent = await json_object(request)
    seen = take_seen(sent)
    edit, status = decode_edit(sent, _reading(seat, now))
    changed = partial(_changed, seat.person, _task_id(request), edit, status, alone=_alone(request), seen=seen, now=now)
    try:
        return _one(seat, await asyncio.to_thread(changed))
    except Clashing as clashing:
        return SafeJSON(encode_clashing(clashing, sent, seat.person.ways.zone), 409)


def _alone(request: Request) -> bool:
    only = request.query_params.get("only")
    if only not in {None, "this"}:
        raise Invalid("“only” can be “this”: just this time of a repeating task.", "only")
    return only == "this"


def _changed(
    user: Person,
    task_id: str,
    edit: Edit,
    status: Status | None,
    *,
    alone: bool,
    seen: datetime | None,
    now: datetime,
) -> Task:
    by = by_program()
    if edit.sent() or alone:
        task = tasks.edit(user, task_id, edit, alone=alone, by=by, now=now, seen=seen)
    else:
        task = tasks.get(user, task_id)
    if status is None or status is task.status:
        return task
    return (tasks.complete if status is Status.DONE else tasks.reopen)(user, task_id, by=by, now=now)


async def _move(request: Request) -> Response:
    """{"after": id} or {"before": id}; neither puts it first of all."""
    seat, now = await seat_of(request), site_of(request).now()
    sent = await json_object(request, empty=True)
    places = {name: sent.pop(name, None) for name in ("after", "before")}
    if sent or not all(place is None or isinstance(place, str) for place in places.values()):
        raise Invalid("Send {“after”: id} or {“before”: id}, or nothing to put it first.", "after")
    places = {name: place and checked_id(place) for name, place in places.items()}
    moved = await asyncio.to_thread(tasks.move, seat.person, _task_id(request), **places, by=by_program(), now=now)
    return _one(seat, moved)


async def _subtasks(request: Request) -> Response:
    """What stands right under a task, in manual order."""
    seat = await seat_of(request)
    found = await asyncio.to_thread(subtasks.find, seat.person, _task_id(request))
    return SafeJSON({"tasks": [encode(task, seat.person.ways.zone) for task in found], "total": len(found)})


def _doing(verb: Verb) -> Callable[[Request], object]:
    """The endpoint that does one thing to one task and shows it."""

    async def endpoint(request: Request) -> Response:
        seat = await seat_of(request)
        return _one(seat, await _done(verb, seat, request))

    return endpoint


async def _done(verb: Verb, seat: Seat, request: Request) -> Task:
    task_id, now = _task_id(request), site_of(request).now()
    return await asyncio.to_thread(verb, seat.person, task_id, by=by_program(), now=now)


async def _delete(request: Request) -> Response:
    await _done(tasks.delete, await seat_of(request), request)
    return Response(status_code=204)


async def _tags(request: Request) -> Response:
    seat = await seat_of(request)
    counted = await asyncio.to_thread(tasks.tag_counts, seat.person)
    return SafeJSON({"tags": [{"tag": row.tag, "count": row.count} for row in counted]})


async def _undo(request: Request) -> Response:
    """{"group"?, "force"?}: takes back one message's or request's changes, the latest where no group is named."""
    seat, now = await seat_of(request), site_of(request).now()
    sent = await json_object(request, empty=True)
    group, force = sent.pop("group", None), sent.pop("force", False)
    if sent or not isinstance(force, bool) or not (group is None or isinstance(group, str)):
        raise Invalid("Send {“group”: text, “force”: true or false}, or nothing.")
    return SafeJSON(encode_undone(await asyncio.to_thread(_undone, seat.person, group, force, now)))


def _undone(user: Person, group: str | None, force: bool, now: datetime) -> Undone:
    if group is None:
        return activity.undo_latest(user, now=now, force=force)
    return activity.undo(user, checked_id(group), now=now, force=force)


ROUTES = (
    Route("/tasks", _find, methods=["GET"]),
    Route("/tasks", _create, methods=["POST"]),
    Route("/tasks/{task_id}", _read, methods=["GET"]),
    Route("/tasks/{task_id}", _change, methods=["PATCH"]),
    Route("/tasks/{task_id}", _delete, methods=["DELETE"]),
    Route("/tasks/{task_id}/complete", _doing(tasks.complete), methods=["POST"]),
    Route("/tasks/{task_id}/reopen", _doing(tasks.reopen), methods=["POST"]),
    Route("/tasks/{task_id}/skip", _doing(repeating.skip), methods=["POST"]),
    Route("/tasks/{task_id}/restore", _doing(tasks.restore), methods=["POST"]),
    Route("/tasks/{task_id}/move", _move, methods=["POST"]),
    Route("/tasks/{task_id}/subtasks", _subtasks, methods=["GET"]),
    Route("/tags", _tags, methods=["GET"]),
    Route("/undo", _undo, methods=["POST"]),
)
