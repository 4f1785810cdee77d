"""Coming in and going out, as JSON for programs and as native forms for people.

A form is answered by 303 to its `next` (own paths only), or back to the page it came from with `?error=<code>`
(and `&field=`, `&wait=` seconds, `&mode=`, `&next=`); neither e-mail nor password is ever put into an address.
"""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person, Seat
from taskchat.errors import Conflict, Invalid, NotAllowed, TaskChatError, TooMany
from taskchat.services import accounts, tasks
from taskchat.web.answers import SafeJSON
from taskchat.web.entry import Entry, read_entry
from taskchat.web.guard import note, seat_of, site_of, token_of
from taskchat.web.limits import AddressLimits
from taskchat.web.pages import SIGN_IN, no_cookie, session_cookie

Act = Callable[[Request, Entry], Awaitable[accounts.Signed]]
FORM_PAGES = (SIGN_IN, "/settings")


def _limits(request: Request) -> AddressLimits:
    return request.app.state.limits


async def _sign_up(request: Request, entry: Entry) -> accounts.Signed:
    _limits(request).knock("sign-up", request.scope)
    site = site_of(request)
    if site.settings.taskchat_sign_up != "open":
        raise NotAllowed("New accounts are by invitation here. Ask whoever runs this server.", "sign_up_closed")
    guest = None if entry.flag("guest") is False else await _guest_token(request)
    email, password, ways = entry.text("email"), entry.text("password"), entry.ways()
    shortest = site.settings.taskchat_password_min
    return await asyncio.to_thread(
        accounts.sign_up, email, password, ways, now=site.now(), guest_token=guest, shortest=shortest
    )


async def _sign_in(request: Request, entry: Entry) -> accounts.Signed:
    _limits(request).knock("sign-in", request.scope)
    site = site_of(request)
    guest, bring = await _guest_token(request), entry.flag("bring")
    if guest and bring is None and entry.native and await _has_tasks(request):
        raise Conflict("You have tasks from trying TaskChat. Bring them along, or leave them?", "bring")
    email, password = entry.text("email"), entry.text("password")
    signed = await asyncio.to_thread(accounts.sign_in, email, password, now=site.now())
    if guest and bring:
        await asyncio.to_thread(accounts.bring, signed.seat.person, guest, now=site.now())
    return signed


async def _guest(request: Request, entry: Entry) -> accounts.Signed:
    site = site_of(request)
    if not site.settings.guests:
        raise NotAllowed("Trying without an account is switched off here. Sign in, or ask for an account.", "no_guests")
    _limits(request).knock("guest", request.scope)
    return await asyncio.to_thread(accounts.guest, entry.ways(), now=site.now())


async def _guest_token(request: Request) -> str | None:
    """The session of the guest who asks, None where it is nobody or a full account."""
    token = token_of(site_of(request), request)
    if token is None:
        return None
    seat = await asyncio.to_thread(accounts.who, token, now=site_of(request).now())
    return token if seat is not None and seat.person.guest else None


async def _has_tasks(request: Request) -> bool:
    """Whether the guest made anything of their own: samples are nobody's loss."""
    person = (await seat_of(request)).person
    found = await asyncio.to_thread(tasks.find, person, TaskFilter(status=None), limit=100, now=site_of(request).now())
    return any(not task.sample for task in found.tasks)


def _door(name: str, act: Act, status: int) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint around `act`: reads JSON or form, answers in kind, and writes the security log."""

    async def endpoint(request: Request) -> Response:
        entry = await read_entry(request)
        try:
            signed = await act(request, entry)
        except TaskChatError as error:
            note(site_of(request), request.scope, f"{name}_refused", code=error.code)
            if entry.native:
                return _back(request, entry, name, error)
            raise
        note(site_of(request), request.scope, f"{name}_done", user=signed.seat.person.id)
        return _welcome(request, entry, signed, status)

    return endpoint


def _welcome(request: Request, entry: Entry, signed: accounts.Signed, status: int) -> Response:
    if entry.native:
        answer: Response = RedirectResponse(_here(request, entry.next_path()), 303)
    else:
        answer = SafeJSON({"user": _user(signed.seat.person), "token": signed.token}, status)
    answer.headers.append("Set-Cookie", session_cookie(site_of(request), request.scope, signed.token, signed.seat))
    return answer


def _back(request: Request, entry: Entry, name: str, error: TaskChatError) -> Response:
    """To the page the form stands on; the sentence is looked up there by its code."""
    said = {"error": error.code, "mode": name}
    if isinstance(error, Invalid) and error.field:
        said["field"] = error.field
    if isinstance(error, TooMany):
        said["wait"] = str(error.retry_after)
    if entry.next_path() != "/":
        said["next"] = entry.next_path()
    return RedirectResponse(_here(request, f"{_form_page(request)}?{urlencode(said)}"), 303)


def _form_page(request: Request) -> str:
    path = urlsplit(request.headers.get("referer", "")).path
    return path if path in FORM_PAGES else SIGN_IN


def _here(request: Request, path: str) -> str:
    """In development the pages live at the front end's own origin (decision 21)."""
    origin = request.headers.get("origin", "")
    return origin + path if site_of(request).comes_from_front(origin) else path


async def _sign_out(request: Request) -> Response:
    """Ends the session everywhere it is used; doing it twice is no error."""
    entry = await read_entry(request)
    site = site_of(request)
    token = token_of(site, request)
    if token:
        await asyncio.to_thread(accounts.sign_out, token, now=site.now())
        note(site, request.scope, "sign-out_done")
    page = entry.next_path() if entry.has("next") else SIGN_IN
    answer = RedirectResponse(_here(request, page), 303) if entry.native else Response(status_code=204)
    answer.headers.append("Set-Cookie", no_cookie(site, request.scope))
    return answer


async def _me(request: Request) -> Response:
    seat: Seat = await seat_of(request)
    return SafeJSON({"user": _user(seat.person)})


async def _closed(request: Request) -> Response:
    """A stylesheet that hides the ways in that are switched off here.

    The pages are built once and are the same everywhere; a stylesheet is there before they are painted, and needs
    no script.
    """
    settings = site_of(request).settings
    hidden = [
        way
        for way, is_open in (("guest", settings.guests), ("sign-up", settings.taskchat_sign_up == "open"))
        if not is_open
    ]
    rules = [f'[data-way="{way}"] {{ display: none !important; }}\n' for way in hidden]
    if "sign-up" in hidden:
        rules.append('[data-way="invited"] { display: block !important; }\n')
    return Response("".join(rules), media_type="text/css")


def _user(person: Person) -> dict[str, str | bool | None]:
    return {"id": person.id, "email": person.email, "guest": person.guest, "timezone": person.ways.zone}


ROUTES = (
    Route("/auth/sign-up", _door("sign-up", _sign_up, 201), methods=["POST"]),
    Route("/auth/sign-in", _door("sign-in", _sign_in, 200), methods=["POST"]),
    Route("/auth/guest", _door("guest", _guest, 201), methods=["POST"]),
    Route("/auth/sign-out", _sign_out, methods=["POST"]),
    Route("/auth/closed.css", _closed, methods=["GET"]),
    Route("/auth/me", _me, methods=["GET"]),
)
