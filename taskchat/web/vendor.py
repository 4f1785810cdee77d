"""What the page with the vendor's own chat is told, and the one host it may load from; off by default."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taskchat.assistant.models import endpoint_of, who_answers
from taskchat.config import Settings
from taskchat.errors import NotFound
from taskchat.web.answers import SafeJSON
from taskchat.web.guard import seat_of, site_of

PAGE = "/chatkit"
HOST = "https://cdn.platform.openai.com"
SCRIPT = f"{HOST}/deployments/chatkit/chatkit.js"
NOT_HERE = "The page with the vendor's own chat is switched off here."
WINDOW = "This window is OpenAI's and reports to OpenAI."


async def _options(request: Request) -> Response:
    await seat_of(request)
    settings = site_of(request).settings
    if not settings.taskchat_vendor_chat:
        raise NotFound(NOT_HERE)
    return SafeJSON(options(settings))


def options(settings: Settings) -> dict[str, Any]:
    """`disclaimer` never says that nothing leaves this server: the window around the words is not ours."""
    name, line = who_answers(settings)
    answers = line if endpoint_of(settings) else f"{name}."
    return {"script": SCRIPT, "domainKey": settings.taskchat_vendor_key, "disclaimer": f"{answers} {WINDOW}"}


ROUTES = (Route("/chatkit/options", _options, methods=["GET"]),)
