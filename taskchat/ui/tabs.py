"""Who sits at each connected tab of this worker: the one place of the page that sees a cookie (decision 12)."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from contextvars import Context, ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import reflex as rx
from reflex.app import EventNamespace
from reflex.istate.manager.memory import StateManagerMemory
from reflex.state import StateUpdate
from reflex.utils.token_manager import RedisTokenManager
from reflex_base.constants import CompileVars
from reflex_base.registry import RegistrationContext

from taskchat.domain.person import Seat
from taskchat.services import accounts

EVENTS = "/_event"
WINDOW = 60
"""Items of a conversation a tab holds until earlier ones are asked for."""
HIDDEN_HEADERS = ("cookie", "authorization")
SAT = "taskchat_sat"
"""Key of an event's router data: who sat at the tab when the event came in."""

MADE_FOR: ContextVar[str] = ContextVar("made for", default="")
"""Whose page the work that runs right now may change; "" where it is nobody's."""

Who = Callable[[str], Awaitable[Seat | None]]
log = logging.getLogger(__name__)


async def by_cookie(value: str) -> Seat | None:
    """Who stands behind a cookie's value now; asked of the database where nobody asked lately."""
    now = datetime.now(UTC)
    return accounts.seen_lately(value, now=now) or await asyncio.to_thread(accounts.who, value, now=now)


def cookie_of(environ: Mapping[str, Any], public_url: str) -> str:
    """The session id in a handshake; on https only under the name that nobody but this very host can set."""
    scheme = urlsplit(public_url).scheme or environ.get("asgi.scope", {}).get("scheme", "")
    name = "__Host-taskchat" if scheme in {"https", "wss"} else "taskchat"
    pairs = (part.strip().partition("=") for part in environ.get("HTTP_COOKIE", "").split(";"))
    return next((value.strip('"') for key, _, value in pairs if key == name), "")


@dataclass(slots=True, eq=False)
class Tab:
    """One open socket. `seat` is what the last look found, `thread_id` the conversation it shows."""

    sid: str
    token: str = ""
    seat: Seat | None = None
    thread_id: str = ""
    run_id: str = ""
    """The run its follower reads or has read last."""
    unheard: str = ""
    """The run whose end has not been read out here, since the next one had begun before it could be."""
    window: int = WINDOW
    marked: tuple[str, ...] | None = None
    """The tasks its list marks as touched, as far as is known."""
    kept: dict[str, Any] = field(default_factory=dict)
    """What its follower keeps from one run to the next of the same conversation."""
    is_over: bool = False
    """The session it was opened under has ended, and the page knows."""
    follower: asyncio.Task[None] | None = None
    since: float = field(default_factory=monotonic)
    """When it was opened, in seconds of the process's clock."""

    def stop_following(self) -> None:
        if self.follower is not None:
            self.follower.cancel()
            self.follower = None


class Tabs(EventNamespace):
    """Reflex's socket namespace that knows its people; cookies never get from here into a state or a log."""

    def __init__(self, app: rx.App, public_url: str, who: Who = by_cookie) -> None:
        super().__init__(EVENTS, app)
        self._public_url = public_url
        self._who = who
        self._open: dict[str, Tab] = {}
        self.follow: Callable[[Tab], Coroutine[Any, Any, None]] | None = None
        """What keeps a tab's conversation up to date; ui/sync sets it while it runs."""

    def __iter__(self) -> Iterator[Tab]:
        return iter(tuple(self._open.values()))

    def of(self, user_id: str) -> list[Tab]:
        return [tab for tab in self if tab.seat is not None and tab.seat.person.id == user_id]

    def at(self, token: str) -> Tab | None:
        """The open tab of a client token."""
        record = self._token_manager.token_to_socket.get(token)
        return None if record is None else self._open.get(record.sid)

    def is_open(self, tab: Tab) -> bool:
        return self._open.get(tab.sid) is tab

    async def look(self, tab: Tab) -> Seat | None:
        """Who sits there now, by the cookie of the socket's own handshake."""
        sio = self.app.sio
        environ = None if sio is None else sio.get_environ(tab.sid, EVENTS)
        value = cookie_of(environ or {}, self._public_url)
        tab.seat = await self._who(value) if value else None
        return tab.seat

    def show(self, tab: Tab, thread_id: str, *, again: bool = False) -> None:
        """From now on the tab shows this conversation; its follower starts over where that is news."""
        if thread_id == tab.thread_id and tab.follower is not None and not again:
            return
        tab.stop_following()
        if thread_id != tab.thread_id:
            tab.kept.clear()
            tab.unheard = ""
        tab.thread_id = thread_id
        if self.follow is not None and self.is_open(tab):
            # An empty context: the follower belongs to the tab, not to the event that started it.
            tab.follower = asyncio.create_task(self.follow(tab), context=Context())

    def follow_run(self, tab: Tab, thread_id: str, run_id: str) -> None:
        """A run has begun or ended in the conversation the tab shows: whoever hears of it first starts the follower.

        One that still reads this run needs nobody; where none reads it any more, the tab looks once again.
        """
        is_reading = tab.follower is not None and not tab.follower.done()
        if tab.thread_id != thread_id or tab.run_id != run_id or not is_reading:
            tab.run_id = run_id
            self.show(tab, thread_id, again=True)

    async def close(self, tab: Tab) -> None:
        tab.stop_following()
        if self.app.sio is not None and self.is_open(tab):
            await self.app.sio.disconnect(tab.sid, namespace=EVENTS)

    async def on_connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Reflex would have a page of another version load itself anew, whatever is being written there; ours says so,
        and waits for its person."""
        tab = self._open[sid] = Tab(sid)
        await self.look(tab)
        if isinstance(auth, dict):
            auth.pop(CompileVars.CONNECT_AUTH_STATE_SCHEMA, None)
        await super().on_connect(sid, environ, auth)

    async def link_token_to_sid(self, sid: str, token: str, *, update_state: bool = True) -> None:
        await super().link_token_to_sid(sid, token, update_state=update_state)
        if (tab := self._open.get(sid)) is not None:
            tab.token = self.sid_to_token.get(sid, "")

    async def on_event(self, sid: str, data: Any) -> None:
        """Stamp whoever sits there on the event: it must not run for the next person (see ui/session).

        Reflex would write what it cannot read into the log, words and all: such things end here.
        """
        tab = self._open.get(sid)
        if tab is None or not tab.token or not _is_event(data):
            log.info("a packet that is no event of this page was dropped")
            return
        sat = "" if tab.seat is None else tab.seat.person.id
        await super().on_event(sid, {**data, "router_data": {**(data.get("router_data") or {}), SAT: sat}})

    async def emit_update(self, update: StateUpdate, token: str) -> None:
        """What was made for one person is not shown to whoever has come to the same page since."""
        made_for, tab = MADE_FOR.get(), self.at(token)
        if tab is None and not isinstance(self._token_manager, RedisTokenManager):
            return  # nobody is there; Reflex would write the tab's token into the log
        if made_for and tab is not None and (tab.seat is None or tab.seat.person.id != made_for):
            return
        await super().emit_update(update, token)

    def on_disconnect(self, sid: str) -> asyncio.Task[None] | None:
        tab = self._open.pop(sid, None)
        if tab is not None:
            tab.stop_following()
            if tab.seat is None:
                self._forget_state(tab)
        return super().on_disconnect(sid)

    def _build_static_router_data(self, sid: str, environ: dict[str, Any]) -> dict[str, Any]:
        data = super()._build_static_router_data(sid, environ)
        for name in HIDDEN_HEADERS:
            data["headers"].pop(name, None)
        return data

    def _forget_state(self, tab: Tab) -> None:
        """A socket without a session keeps no state (A-08)."""
        manager = self.app.state_manager
        if isinstance(manager, StateManagerMemory) and tab.token:
            manager._purge_token(rx.BaseStateToken(ident=tab.token, cls=rx.State))


def _is_event(data: Any) -> bool:
    """Whether a packet has the shape of an event, names one that exists, and its arguments by names."""
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        return False
    parts = [data.get(part) or {} for part in ("payload", "router_data")]
    if not all(isinstance(part, dict) for part in parts) or not all(name.isidentifier() for name in parts[0]):
        return False
    return data["name"] in RegistrationContext.get().event_handlers
