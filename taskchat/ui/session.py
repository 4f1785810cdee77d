"""Every event of every tab passes here first: who sits there, is the page theirs, may they call this (A-05)."""

from asyncio import Task
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import quote

import reflex as rx
from reflex.app import App
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event
from reflex_base.event.context import EventContext
from reflex_base.event.processor import EventProcessor

from taskchat.assistant.models import who_answers
from taskchat.config import Settings
from taskchat.domain.person import Seat
from taskchat.errors import NotSignedIn
from taskchat.ui.tabs import MADE_FOR, SAT, Tab, Tabs, Who, by_cookie

SIGN_IN = "/sign-in"
PUBLIC = frozenset({"require"})
"""Handlers of `Session` that need nobody; every other handler of an app state needs a person."""

NEVER_PUBLIC = frozenset({"setvar", "handle_frontend_exception"})
"""Events of the framework that a stranger could use: to set what they like, to fill the log."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the handler that runs right now was called from."""

    tabs: Tabs | None
    tab: Tab
    seat: Seat

    def show(self, thread_id: str, *, again: bool = False) -> None:
        """This tab shows that conversation from now on."""
        if self.tabs is not None:
            self.tabs.show(self.tab, thread_id, again=again)

    def follow(self, thread_id: str, run_id: str) -> None:
        """This tab shows that run, from its beginning."""
        if self.tabs is not None:
            self.tabs.follow_run(self.tab, thread_id, run_id)


_PLACE: ContextVar[Place | None] = ContextVar("place", default=None)


class Session(rx.State):
    """What the page may know about who sits there.

    `ready`: the page stands. False until somebody sits there; after a sign-out it stands on, emptied.
    """

    ready: rx.Field[bool] = rx.field(False)
    person: rx.Field[str] = rx.field("")
    email: rx.Field[str] = rx.field("")
    guest: rx.Field[bool] = rx.field(False)
    zone: rx.Field[str] = rx.field("")
    """Where the person's times are told (T-14)."""
    who_answers: rx.Field[str] = rx.field("")
    version: rx.Field[str] = rx.field("")
    """Of the pages the server has now: a tab from before an update sees that it is old."""
    signed_out: rx.Field[bool] = rx.field(False)
    """Somebody sat here until a moment ago: their text is kept, the rest is gone."""
    _person: str = ""
    """Whose tree this is. What a handler may do never rests on it."""

    @rx.event
    def require(self) -> rx.event.EventSpec | None:
        """On load of a page for people: the door for those the web guard does not see (decision 21)."""
        if _PLACE.get() or self.signed_out:
            return None  # whoever was signed out stays with what they wrote; the page says so
        here = self.router.url
        return rx.redirect(f"{SIGN_IN}?next={quote(f'{here.path}?{here.query}' if here.query else here.path)}")

    @rx.event
    def refresh(self) -> None:
        """The account changed: the guard has already told the page."""

    def _left(self) -> None:
        """Whoever sat here is gone: the page says so, and keeps what they were writing."""
        self.ready = self.signed_out = True

    def _seat(self, seat: Seat, **told: str) -> None:
        """Say who sits here; only what differs is assigned, and so sent."""
        person = seat.person
        seen = {"ready": True, "signed_out": False, "email": person.email or "", "guest": person.guest}
        seen |= {"zone": person.ways.zone, "person": person.id, "_person": person.id}
        for name, value in (seen | told).items():
            if getattr(self, name) != value:
                setattr(self, name, value)


async def seat_of(state: rx.State) -> Seat:
    """Who called the handler that runs right now; NotSignedIn where nobody did."""
    return place_of(state).seat


def place_of(_state: rx.State) -> Place:
    place = _PLACE.get()
    if place is None:
        raise NotSignedIn("You were signed out. Sign in to go on.")
    return place


@contextmanager
def sitting(seat: Seat, tab: Tab | None = None, tabs: Tabs | None = None) -> Iterator[Place]:
    """Run handlers as this person without a socket: for tests."""
    place = Place(tabs, tab or Tab("sid", "token", seat), seat)
    before = _PLACE.set(place)
    try:
        yield place
    finally:
        _PLACE.reset(before)


class Lost(Exception):
    """The state of an open tab is gone, or belongs to somebody else: nothing may be pushed into it."""


@asynccontextmanager
async def page_of(app: rx.App, tab: Tab) -> AsyncIterator[rx.State]:
    """The tree of an open tab, to change it from outside an event; Lost where it is not its person's."""
    token = rx.BaseStateToken(ident=tab.token, cls=Session)
    async with app.modify_state(token) as tree:
        root = cast(rx.State, tree._get_root_state())
        session = await root.get_state(Session)
        if tab.seat is None or session._person != tab.seat.person.id:
            raise Lost(tab.sid)
        MADE_FOR.set(session._person)
        yield root


class Guard(Middleware):
    """Reflex's middleware: empties a tree that belonged to somebody else, refuses what needs a person."""

    def __init__(self, tabs: Tabs, settings: Settings, version: str) -> None:
        self._tabs = tabs
        self._settings = settings
        self._version = version

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        _PLACE.set(None)
        MADE_FOR.set("")
        root = cast(rx.State, state._get_root_state())
        tab = self._tabs.at(EventContext.get().token)
        seat = None if tab is None else await self._tabs.look(tab)
        session = await root.get_state(Session)
        if session._person != (seat.person.id if seat else ""):
            self._empty(root, session, tab)
        if tab is not None and seat is not None:
            session._seat(seat, who_answers=who_answers(self._settings, seat.person)[1], version=self._version)
            _PLACE.set(Place(self._tabs, tab, seat))
            MADE_FOR.set(seat.person.id)
        may_run = tab is not None and _is_theirs(seat) and (seat is not None or _is_public(event))
        return None if may_run else await _told(root)

    def _empty(self, root: rx.State, session: Session, tab: Tab | None) -> None:
        """Somebody else's page: nothing of it may be sent, nothing they started may go on."""
        had_somebody = bool(session._person)
        if tab is not None and had_somebody:
            tab.stop_following()
            tab.kept.clear()
            tab.thread_id = tab.run_id = tab.unheard = ""
            tab.is_over = tab.seat is None
        current = EventContext.get()
        end_all(self._tabs.app.event_processor, current.token, spare=current.txid)
        root.reset()
        if had_somebody:
            session._left()


async def leave(app: rx.App, root: rx.State, tab: Tab) -> None:
    """The session has ended: the page keeps what is being written and loses everything else (S-03)."""
    end_all(app.event_processor, tab.token)
    root.reset()
    (await root.get_state(Session))._left()


def _is_theirs(seat: Seat | None) -> bool:
    """An event that came in under one person never runs for another; the server's own carry no stamp."""
    sat = EventContext.get().router_data.get(SAT)
    return not sat or (seat is not None and sat == seat.person.id)


def _is_public(event: Event) -> bool:
    """Framework events (hydrate, on load) pass without a person but for NEVER_PUBLIC; of ours, PUBLIC only."""
    name = event.name.rpartition(".")[2]
    if name in NEVER_PUBLIC:
        return False
    return event.state_cls.__module__.startswith("reflex.") or (event.state_cls is Session and name in PUBLIC)


async def _told(root: rx.State) -> StateUpdate:
    """The refusal: nothing runs, but the page learns what changed (that nobody sits there)."""
    delta = await root._get_resolved_delta()
    root._clean()
    return StateUpdate(delta=delta)


def end_all(processor: EventProcessor, token: str, *, spare: str = "") -> None:
    """End whatever handlers still run for a tab, but for the one that asks."""
    for txid, task in tuple(processor._tasks.items()):
        if txid != spare and _token_of(task) == token:
            task.cancel()


def _token_of(task: Task[Any]) -> str:
    """Reflex names its tasks `reflex_event|<event>|<token>|<id>`."""
    kind, _, rest = task.get_name().partition("|")
    return rest.partition("|")[2].rpartition("|")[0] if kind == "reflex_event" else ""


def guard(app: rx.App, settings: Settings, who: Who = by_cookie, version: str = "") -> Tabs:
    """Put the guard before every event of the app; the front door calls it once, after making the app.

    `version` is that of the built pages; "" where there are none.
    """
    tabs = Tabs(app, settings.taskchat_public_url, who)
    app._event_namespace = tabs
    if app.sio is not None:
        app.sio.register_namespace(tabs)
    app.add_middleware(Guard(tabs, settings, version), index=0)
    return tabs
