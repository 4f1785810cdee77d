"""All a person has, as a download: streamed, to nobody but them."""

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from taskchat.errors import Invalid
from taskchat.services.outgoing import Shape, export
from taskchat.web.guard import seat_of, site_of

KINDS = {
    Shape.JSON: ("application/zip", "zip"),
    Shape.CSV: ("text/csv; charset=utf-8", "csv"),
    Shape.ICALENDAR: ("text/calendar; charset=utf-8", "ics"),
}


async def _export(request: Request) -> Response:
    """`?format=json` (an archive with everything), `csv` or `ics` (the tasks)."""
    seat, now = await seat_of(request), site_of(request).now()
    said = request.query_params.get("format", Shape.JSON)
    if said not in set(Shape):
        raise Invalid(f"A format is one of {', '.join(Shape)}.", "format")
    kind, ending = KINDS[Shape(said)]
    where = f'attachment; filename="taskchat-{now:%Y-%m-%d}.{ending}"'
    return StreamingResponse(
        export(seat.person, Shape(said), now=now), media_type=kind, headers={"Content-Disposition": where}
    )


ROUTES = (Route("/export", _export, methods=["GET"]),)
