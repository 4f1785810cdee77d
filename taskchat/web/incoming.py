"""Imports over HTTP: seen first, then brought in, with the steps told on the way where somebody asks for them."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import ExitStack
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from taskchat.domain.exchange.incoming import NAMES, Format, Incoming, Remark
from taskchat.domain.person import Seat
from taskchat.domain.recurrence import say_rule
from taskchat.domain.words import said_date
from taskchat.errors import Conflict, Invalid, TaskChatError, TooLarge
from taskchat.services import incoming
from taskchat.services.incoming import Preview, Report, Upload
from taskchat.web.answers import SafeJSON
from taskchat.web.body import LARGEST_IMPORT, media_type
from taskchat.web.files import FORM
from taskchat.web.guard import by_program, seat_of, site_of

SHOWN = 10
"""Rows of a preview."""
TOLD = 1_000
"""Remarks of a report; their number is always told."""
GUESTS_SHARE = 10
BUSY = "An import of yours is running already. Wait until it is done."


async def _import(request: Request) -> Response:
    """A form with one field “file”. `?format=` where it is not to be told from the content, `?preview=true` writes
    nothing, `?progress=true` answers line by line (JSON): steps, then the report or the error."""
    seat, kind = await seat_of(request), _kind(request)
    _check_length(request, seat)
    busy: set[str] = request.app.state.importing
    if seat.person.id in busy:
        raise Conflict(BUSY, "busy")
    told: asyncio.Queue[Any] = asyncio.Queue()
    with ExitStack() as unless_begun:
        busy.add(seat.person.id)
        unless_begun.callback(busy.discard, seat.person.id)
        form, upload = await _sent(request)
        work = asyncio.create_task(_carried_out(request, seat, kind, form, upload=upload, told=told))
        work.add_done_callback(lambda _: busy.discard(seat.person.id))
        unless_begun.pop_all()
    if _is_asked(request, "progress"):
        # A proxy must not wait for all of it.
        headers = {"X-Accel-Buffering": "no"}
        return StreamingResponse(_lines(work, told), media_type="application/x-ndjson", headers=headers)
    # Whoever asked may leave: what was begun is finished and recorded (decision 11).
    return SafeJSON(await asyncio.shield(work))


async def _carried_out(
    request: Request, seat: Seat, kind: Format | None, form: FormData, *, upload: Upload, told: asyncio.Queue[Any]
) -> dict[str, Any]:
    loop, now = asyncio.get_running_loop(), site_of(request).now()

    def heard(done: int, of: int) -> None:
        loop.call_soon_threadsafe(told.put_nowait, {"done": done, "of": of})

    try:
        if _is_asked(request, "preview"):
            seen = await asyncio.to_thread(incoming.preview, seat.person, upload, kind, now=now)
            return _preview(seat, seen, now)
        by = by_program()
        report = await asyncio.to_thread(incoming.bring_in, seat.person, upload, kind, by=by, now=now, heard=heard)
        return _report(report)
    finally:
        told.put_nowait(None)
        await form.close()


async def _lines(work: asyncio.Task[dict[str, Any]], told: asyncio.Queue[Any]) -> AsyncIterator[bytes]:
    while (step := await told.get()) is not None:
        yield _line(step)
    try:
        yield _line({"report": await asyncio.shield(work)})
    except TaskChatError as error:
        yield _line({"error": {"code": error.code, "message": error.message}})


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode(errors="replace") + b"\n"


def _is_asked(request: Request, name: str) -> bool:
    return request.query_params.get(name, "").lower() in {"true", "1", "yes"}


def _kind(request: Request) -> Format | None:
    said = request.query_params.get("format", "")
    if said and said not in set(Format):
        raise Invalid(f"A format is one of {', '.join(Format)}.", "format")
    return Format(said) if said else None


def _check_length(request: Request, seat: Seat) -> None:
    """Before anything is put on disk; a guest has a tenth of the room."""
    said = request.headers.get("content-length", "")
    if not said.isdecimal():
        raise Invalid("Send the file with its length (Content-Length).", "file")
    most = LARGEST_IMPORT // GUESTS_SHARE if seat.person.guest else LARGEST_IMPORT
    if int(said[:20]) > most:
        raise TooLarge(f"This file is larger than {most // 1_000_000} MB, the most that can be imported at once.")


async def _sent(request: Request) -> tuple[FormData, Upload]:
    if media_type(request) != FORM:
        raise Invalid("Send a form (multipart/form-data) with one field “file”.", "file")
    form = await request.form(max_files=1, max_fields=5)
    file = form.get("file")
    if not isinstance(file, UploadFile):
        await form.close()
        raise Invalid("The form has no file in the field “file”.", "file")
    return form, Upload(file.filename or "", file.file, file.size or 0)


def _preview(seat: Seat, seen: Preview, now: Any) -> dict[str, Any]:
    rows = seen.rows
    return {
        "format": seen.format,
        "format_name": NAMES[seen.format],
        "encoding": seen.encoding,
        "tasks": len(rows),
        "done": sum(row.done for row in rows),
        "subtasks": sum(row.parent is not None for row in rows),
        "repeating": sum(row.draft.rrule is not None for row in rows),
        "lists": len({row.draft.list for row in rows if row.draft.list}),
        "tags": len({tag for row in rows for tag in row.draft.tags}),
        "files": seen.files,
        "already": seen.already,
        "rows": [_row(seat, row, now) for row in rows[:SHOWN]],
        **_remarks(seen.remarks),
    }


def _row(seat: Seat, row: Incoming, now: Any) -> dict[str, Any]:
    draft = row.draft
    return {
        "title": draft.title,
        "due": said_date(draft.due, now=now, ways=seat.person.ways) if draft.due else "",
        "repeat": say_rule(draft.rrule) if draft.rrule else "",
        "list": draft.list or "Inbox",
        "section": draft.section or "",
        "tags": list(draft.tags),
        "priority": draft.priority,
        "done": row.done,
        "subtask": row.parent is not None,
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "format": report.format,
        "group": report.group,
        "tasks": report.made,
        "done": report.done,
        "already": report.already,
        "files": report.files,
        **_remarks(report.remarks),
    }


def _remarks(remarks: tuple[Remark, ...]) -> dict[str, Any]:
    told = [{"row": one.number, "title": one.title, "words": one.words} for one in remarks[:TOLD]]
    return {"remarks": told, "remarks_total": len(remarks)}


ROUTES = (Route("/import", _import, methods=["POST"]),)
