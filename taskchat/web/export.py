"""A conversation as a file: Markdown, for nobody but its owner."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.assistant.export import as_markdown
from taskchat.assistant.server import chat
from taskchat.domain.file import safe_name
from taskchat.web.chatkit import thread_id_of
from taskchat.web.guard import seat_of, site_of


async def _export(request: Request) -> Response:
    seat = await seat_of(request)
    view = await chat().view(seat, thread_id_of(request))
    text = as_markdown(view.conversation, now=site_of(request).now(), ways=seat.person.ways)
    name = quote(safe_name(f"{view.title or 'conversation'}.md"))
    where = f"attachment; filename*=UTF-8''{name}"
    return Response(text, media_type="text/markdown", headers={"Content-Disposition": where})


ROUTES = (Route("/chatkit/threads/{thread_id}/export", _export, methods=["GET"]),)
