"""Lists, their sections and templates for programs, over the same services the page uses."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.domain.lists import ListSection, TaskList, Template
from taskchat.domain.person import Person
from taskchat.domain.plain import encode
from taskchat.errors import Invalid
from taskchat.services import lists, templates
from taskchat.web.answers import SafeJSON
from taskchat.web.body import json_object
from taskchat.web.guard import by_program, seat_of, site_of
from taskchat.web.tasks import checked_id

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One request, read: whose, what was sent, and which thing it is about ("" = none)."""

    user: Person
    sent: Fields
    ident: str
    now: datetime

    @property
    def how(self) -> dict[str, Any]:
        """Each request is one thing to undo."""
        return {"by": by_program(), "now": self.now}


def _list(one: TaskList) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "colour": one.colour,
        "icon": one.icon,
        "position": one.position,
        "created": one.created.isoformat(),
        "archived": one.archived.isoformat() if one.archived else None,
    }


def _section(one: ListSection) -> dict[str, Any]:
    return {"id": one.id, "list_id": one.list_id, "name": one.name, "position": one.position}


def _template(one: Template) -> dict[str, Any]:
    kind = "list" if one.of_list else "task"
    return {"id": one.id, "name": one.name, "of": kind, "tasks": len(one.tasks), "created": one.created.isoformat()}


def _find(call: Call) -> Any:
    return {"lists": [_list(one) for one in lists.find(call.user)]}


def _create(call: Call) -> Any:
    return _list(lists.create(call.user, call.sent.get("name", ""), **_looks(call.sent, "name"), **call.how))


def _looks(sent: Fields, but: str = "") -> dict[str, Any]:
    return {name: value for name, value in sent.items() if name != but and (value is not None or name == "icon")}


def _read(call: Call) -> Any:
    found = lists.get(call.user, call.ident)
    return _list(found) | {"sections": [_section(one) for one in lists.sections(call.user, call.ident)]}


def _change(call: Call) -> Any:
    """`archived` true or false goes with name, colour and icon."""
    found = lists.change(call.user, call.ident, **_looks(call.sent, "archived"), **call.how)
    wanted = call.sent.get("archived")
    if wanted is not None:
        found = (lists.archive if wanted else lists.unarchive)(call.user, call.ident, **call.how)
    return _list(found)


def _delete(call: Call) -> None:
    lists.delete(call.user, call.ident, **call.how)


def _move(call: Call) -> Any:
    return _list(lists.move(call.user, call.ident, **_neighbour(call.sent), **call.how))


def _neighbour(sent: Fields) -> dict[str, str | None]:
    return {name: checked_id(sent[name]) if sent.get(name) else None for name in ("after", "before")}


def _sections(call: Call) -> Any:
    return {"sections": [_section(one) for one in lists.sections(call.user, call.ident)]}


def _add_section(call: Call) -> Any:
    return _section(lists.add_section(call.user, call.ident, call.sent.get("name", ""), **call.how))


def _rename_section(call: Call) -> Any:
    return _section(lists.rename_section(call.user, call.ident, call.sent.get("name", ""), **call.how))


def _move_section(call: Call) -> Any:
    return _section(lists.move_section(call.user, call.ident, **_neighbour(call.sent), **call.how))


def _delete_section(call: Call) -> None:
    lists.delete_section(call.user, call.ident, **call.how)


def _templates(call: Call) -> Any:
    return {"templates": [_template(one) for one in templates.find(call.user)]}


def _save_template(call: Call) -> Any:
    """{"list_id"} or {"task_id"}, and "name" unless it is called what it is made of."""
    sources = [name for name in ("list_id", "task_id") if call.sent.get(name)]
    if len(sources) != 1:
        raise Invalid("Name what it is made of: “list_id” or “task_id”.", "list_id")
    save = templates.save_list if sources == ["list_id"] else templates.save_task
    return _template(save(call.user, checked_id(call.sent[sources[0]]), call.sent.get("name") or None, **call.how))


def _rename_template(call: Call) -> Any:
    return _template(templates.rename(call.user, call.ident, call.sent.get("name", ""), **call.how))


def _delete_template(call: Call) -> None:
    templates.delete(call.user, call.ident, **call.how)


def _use(call: Call) -> Any:
    where = {"name": call.sent.get("name") or None, "list_name": call.sent.get("list") or None}
    used = templates.use(call.user, call.ident, **where, **call.how)
    rows = [encode(task, call.user.ways.zone) for task in used.tasks]
    return {"list": _list(used.list) if used.list else None, "tasks": rows}


TEXTS = frozenset(("name", "colour", "icon", "after", "before", "list_id", "task_id", "list"))


def _checked(sent: Fields, allowed: tuple[str, ...]) -> Fields:
    for name, value in sent.items():
        if name not in allowed:
            raise Invalid(f"There is no “{name[:50]}” here.", name[:50])
        wanted = str if name in TEXTS else bool
        if value is not None and not isinstance(value, wanted):
            raise Invalid(f"“{name}” must be {'text' if wanted is str else 'true or false'}.", name)
    return sent


def _endpoint(
    act: Callable[[Call], Any], status: int, allowed: tuple[str, ...]
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        seat, now = await seat_of(request), site_of(request).now()
        sent = _checked(await json_object(request, empty=True), allowed) if request.method != "GET" else {}
        ident = checked_id(request.path_params["ident"]) if "ident" in request.path_params else ""
        answer = await asyncio.to_thread(act, Call(seat.person, sent, ident, now))
        return Response(status_code=204) if answer is None else SafeJSON(answer, status)

    return endpoint


def _route(method: str, path: str, act: Callable[[Call], Any], *allowed: str, status: int = 200) -> Route:
    return Route(path, _endpoint(act, status, allowed), methods=[method])


PLACE = ("after", "before")
ROUTES = (
    _route("GET", "/lists", _find),
    _route("POST", "/lists", _create, "name", "colour", "icon", status=201),
    _route("GET", "/lists/{ident}", _read),
    _route("PATCH", "/lists/{ident}", _change, "name", "colour", "icon", "archived"),
    _route("DELETE", "/lists/{ident}", _delete),
    _route("POST", "/lists/{ident}/move", _move, *PLACE),
    _route("GET", "/lists/{ident}/sections", _sections),
    _route("POST", "/lists/{ident}/sections", _add_section, "name", status=201),
    _route("PATCH", "/sections/{ident}", _rename_section, "name"),
    _route("DELETE", "/sections/{ident}", _delete_section),
    _route("POST", "/sections/{ident}/move", _move_section, *PLACE),
    _route("GET", "/templates", _templates),
    _route("POST", "/templates", _save_template, "list_id", "task_id", "name", status=201),
    _route("PATCH", "/templates/{ident}", _rename_template, "name"),
    _route("DELETE", "/templates/{ident}", _delete_template),
    _route("POST", "/templates/{ident}/use", _use, "name", "list", status=201),
)
