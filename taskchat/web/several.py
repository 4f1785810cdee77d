"""Many tasks in one request: all of them, or none and why for each (`POST /api/tasks/bulk`)."""

import asyncio
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.domain.plain import encode
from taskchat.domain.several import Changes, NotAll, Refused
from taskchat.domain.task import KEEP
from taskchat.errors import Invalid, NotFound
from taskchat.services import several
from taskchat.services.several import VERBS, Act
from taskchat.web.answers import SafeJSON, told
from taskchat.web.body import json_object
from taskchat.web.guard import by_program, seat_of, site_of
from taskchat.web.tasks import ID
from taskchat.web.wire import Reading, decode_edit, read_day

EACH_ITS_OWN = ("title", "status", "parent_id", "position")
"""Fields of a change of one task that make no sense for several."""


async def _bulk(request: Request) -> Response:
    """{"ids": [text], "action": complete, reopen, delete, restore or edit, "changes"?: the fields of an edit}."""
    seat, now = await seat_of(request), site_of(request).now()
    sent = await json_object(request)
    by = by_program()
    ids, what = _ids(sent), _act(sent, Reading(seat.person.ways.zone, now))
    try:
        _check_ids(ids)
        done = await asyncio.to_thread(several.act, seat.person, ids, what, by=by, now=now, whole=True)
    except NotAll as error:
        return _refused(error)
    rows = [encode(task, seat.person.ways.zone) for task in done.tasks]
    return SafeJSON({"tasks": rows, "total": len(rows), "undo": by.group if rows else None})


def _ids(sent: Mapping[str, Any]) -> tuple[str, ...]:
    for name in sent:
        if name not in {"ids", "action", "changes"}:
            raise Invalid(f"There is no field “{name[:50]}” here.", name[:50])
    ids = sent.get("ids")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise Invalid("“ids” must be a list of texts.", "ids")
    return tuple(dict.fromkeys(ids))


def _check_ids(ids: tuple[str, ...]) -> None:
    """What could be nobody's id never reaches the database."""
    if strange := tuple(Refused(one[:64], NotFound("There is no such task.")) for one in ids if not ID.fullmatch(one)):
        raise NotAll(strange)


def _act(sent: Mapping[str, Any], reading: Reading) -> Act:
    action, changes = sent.get("action"), sent.get("changes")
    if action == "edit" and isinstance(changes, dict) and changes:
        return Act("edit", _changes(changes, reading))
    if action == "edit" or action not in VERBS:
        raise Invalid(f"“action” must be {', '.join(VERBS)}, or edit with “changes”.", "action")
    if changes is not None:
        raise Invalid("“changes” go with the action edit.", "changes")
    return Act(action)


def _changes(sent: dict[str, Any], reading: Reading) -> Changes:
    """Fields of an edit, and three more: `add_tags`, `remove_tags`, and `day`, which leaves the time as it is."""
    for name in EACH_ITS_OWN:
        if name in sent:
            raise Invalid(f"“{name}” is each task's own.", name)
    edit = {name: value for name, value in sent.items() if name not in {"add_tags", "remove_tags", "day"}}
    return Changes(
        edit=decode_edit(edit, reading)[0],
        add_tags=_tags(sent, "add_tags"),
        remove_tags=_tags(sent, "remove_tags"),
        day=KEEP if "day" not in sent else _day(sent["day"]),
    )


def _tags(sent: Mapping[str, Any], name: str) -> tuple[str, ...]:
    tags = sent.get(name, [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise Invalid(f"“{name}” must be a list of texts.", name)
    return tuple(tags)


def _day(said: Any) -> Any:
    if said is not None and not isinstance(said, str):
        raise Invalid("“day” must be a day such as 2026-03-02, or null.", "day")
    return read_day(said, "day") if said else None


def _refused(error: NotAll) -> Response:
    answer = told(error)
    tasks = [{"id": one.task_id, "code": one.error.code, "message": one.error.message} for one in error.refused]
    body = {"code": error.code, "message": error.message, "tasks": tasks}
    return SafeJSON({"error": body}, answer.status_code)


ROUTES = (Route("/tasks/bulk", _bulk, methods=["POST"]),)
