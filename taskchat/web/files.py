"""Files over HTTP: sent at once or after an announcement, and given back to nobody but their owner."""

import asyncio
import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from taskchat.domain.file import LARGEST, File
from taskchat.domain.person import Seat
from taskchat.domain.task import By
from taskchat.errors import Invalid, NotFound
from taskchat.services import files
from taskchat.web.answers import SafeJSON
from taskchat.web.body import media_type
from taskchat.web.guard import seat_of, site_of
from taskchat.web.tasks import checked_id

ID = re.compile(r"atc_[0-9a-f-]{36}")
SHUT = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""Whatever a browser makes of a file: it runs nothing, fetches nothing, and is not of our origin."""
AT_ONCE = 2
"""Files that are checked at the same time: a picture takes much room while it is drawn."""
FORM = "multipart/form-data"


def as_json(file: File, address: str) -> dict[str, Any]:
    """As ChatKit writes an attachment, so that its clients may send theirs here too."""
    kind = "image" if file.is_picture else "file"
    told = {"id": file.id, "type": kind, "name": file.name, "mime_type": file.kind, "size": file.size}
    return told | ({"preview_url": f"{address}/api/files/{file.id}?small"} if file.is_picture else {})


async def _add(request: Request) -> Response:
    """A form with one file; with `?task=` it goes to that task as well."""
    seat, now = await seat_of(request), site_of(request).now()
    name, data = await _sent(request)
    file = await _drawn(request, lambda: files.add(seat.person, name, data, now=now))
    if task := request.query_params.get("task"):
        await _attach(seat, checked_id(task), file, request)
    return _one(request, file, 201)


async def _attach(seat: Seat, task_id: str, file: File, request: Request) -> None:
    """A task that cannot take it leaves no file behind."""
    by, now = By(uuid4().hex), site_of(request).now()
    try:
        await asyncio.to_thread(files.attach, seat.person, task_id, (file.id,), by=by, now=now)
    except (Invalid, NotFound):
        await asyncio.to_thread(files.remove, seat.person, file.id)
        raise


async def _fill(request: Request) -> Response:
    """The content of a file that ChatKit's `attachments.create` has announced: as a form, or bare."""
    seat, file_id, now = await seat_of(request), _id(request), site_of(request).now()
    await asyncio.to_thread(files.get, seat.person, file_id)
    data = (await _sent(request))[1] if media_type(request) == FORM else await request.body()
    return _one(request, await _drawn(request, lambda: files.receive(seat.person, file_id, data, now=now)))


async def _sent(request: Request) -> tuple[str, bytes]:
    """Name and content of the one file in a form; read from disk, where it was put piece by piece."""
    if media_type(request) != FORM:
        raise Invalid("Send a form (multipart/form-data) with one field “file”.", "file")
    async with request.form(max_files=1, max_fields=5) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise Invalid("The form has no file in the field “file”.", "file")
        return file.filename or "", await file.read(LARGEST + 1)


async def _drawn(request: Request, work: Callable[[], File]) -> File:
    async with request.app.state.drawing:
        return await asyncio.to_thread(work)


async def _list(request: Request) -> Response:
    """The files of `?task=`."""
    seat = await seat_of(request)
    found = await asyncio.to_thread(files.of_task, seat.person, checked_id(request.query_params.get("task", "")))
    return SafeJSON({"files": [as_json(file, site_of(request).settings.address) for file in found]})


async def _read(request: Request) -> Response:
    """Only a picture, which was drawn anew, is shown in the browser; anything else is saved."""
    seat, is_small = await seat_of(request), "small" in request.query_params
    file, place = await asyncio.to_thread(files.find, seat.person, _id(request), small=is_small)
    return FileResponse(
        place,
        headers={"Content-Security-Policy": SHUT},
        media_type="image/webp" if is_small else file.kind if file.is_picture else "text/plain; charset=utf-8",
        filename=file.name,
        content_disposition_type="inline" if file.is_picture else "attachment",
    )


async def _remove(request: Request) -> Response:
    seat = await seat_of(request)
    await asyncio.to_thread(files.remove, seat.person, _id(request))
    return Response(status_code=204)


def _one(request: Request, file: File, status: int = 200) -> Response:
    return SafeJSON(as_json(file, site_of(request).settings.address), status)


def _id(request: Request) -> str:
    said = request.path_params["file_id"]
    if not ID.fullmatch(said):
        raise NotFound("There is no such file. It may have been deleted.")
    return said


ROUTES = (
    Route("/files", _add, methods=["POST"]),
    Route("/files", _list, methods=["GET"]),
    Route("/files/{file_id}", _read, methods=["GET"]),
    Route("/files/{file_id}", _fill, methods=["POST", "PUT"]),
    Route("/files/{file_id}", _remove, methods=["DELETE"]),
)
