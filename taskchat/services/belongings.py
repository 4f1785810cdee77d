"""What comes in and goes out beside the tasks: lists as they look, templates, saved views."""

from dataclasses import replace
from datetime import datetime

from taskchat.domain.exchange.belongings import (
    Belongings,
    KeptList,
    plain_list,
    plain_preference,
    plain_template,
    plain_view,
)
from taskchat.domain.exchange.entry import Plain
from taskchat.domain.exchange.incoming import Remark
from taskchat.domain.lists import Template
from taskchat.domain.person import Person
from taskchat.domain.task import By
from taskchat.domain.text import folded
from taskchat.domain.view import View, checked_filter, checked_name
from taskchat.errors import Invalid
from taskchat.live import Change, What, live
from taskchat.services.changes import put_thing, tell_lists
from taskchat.services.views import MOST
from taskchat.storage import lists, preferences, things, views
from taskchat.storage.database import Session, reading
from taskchat.storage.ids import new_id

STAYS = "The {} “{}” is here already and stays as it is."
NO_ROOM = f"The view “{{}}” did not come: there are {MOST} views already."
UNREADABLE = "The view “{}” was not understood: {}"


def plain(user: Person) -> Plain:
    """As the export has them."""
    with reading() as session:
        sections = {one.id: lists.sections_of(user, session, one.id) for one in lists.all_lists(user, session)}
        return {
            "lists": [
                plain_list(one, (section.name for section in sections[one.id]))
                for one in lists.all_lists(user, session)
            ],
            "templates": [plain_template(one) for one in things.all_templates(user, session)],
            "views": [plain_view(one) for one in views.find(user, session)],
            "preferences": [plain_preference(one) for one in preferences.find(user, session)],
        }


def bring(user: Person, session: Session, said: Belongings, *, by: By, now: datetime) -> tuple[Remark, ...]:
    """Those whose name is not here yet; the others stay as they are, and what differs is told."""
    for one in said.lists:
        _list(user, session, one, by=by, now=now)
    told = [_template(user, session, one, by=by, now=now) for one in said.templates]
    told += [_view(user, session, one, by=by, now=now) for one in said.views]
    return tuple(Remark(0, "", words) for words in told if words)


def tell(user: Person, said: Belongings) -> None:
    """After the commit: lists show wherever tasks do, views beside them."""
    if said.lists or said.templates:
        tell_lists(user)
    if said.views:
        live().publish(user.id, Change(What.VIEWS))


def _list(user: Person, session: Session, said: KeptList, *, by: By, now: datetime) -> None:
    found = lists.list_named(user, session, said.name)
    if found is None:
        made = lists.new_list(user, session, said.name, now=now)
        found = replace(made, colour=said.colour or made.colour, icon=said.icon, archived=said.archived)
        put_thing(user, session, None, found, by=by, now=now)
    here = {folded(section.name) for section in lists.sections_of(user, session, found.id)}
    for name in said.sections:
        if folded(name) not in here:
            here.add(folded(name))
            put_thing(user, session, None, lists.new_section(user, session, found.id, name), by=by, now=now)


def _template(user: Person, session: Session, said: Template, *, by: By, now: datetime) -> str:
    found = things.template_named(user, session, said.name)
    if found is not None:
        is_same = replace(said, id=found.id, name=found.name, created=found.created) == found
        return "" if is_same else STAYS.format("template", found.name)
    put_thing(user, session, None, replace(said, id=new_id()), by=by, now=now)
    return ""


def _view(user: Person, session: Session, said: View, *, by: By, now: datetime) -> str:
    try:
        name, text = checked_name(said.name), checked_filter(said.filter, now=now, ways=user.ways)
    except Invalid as error:
        return UNREADABLE.format(said.name[:50], error.message)
    here = {folded(view.name): view for view in views.find(user, session)}
    if found := here.get(folded(name)):
        return "" if found.filter == text else STAYS.format("view", found.name)
    if len(here) >= MOST:
        return NO_ROOM.format(name)
    put_thing(user, session, None, replace(said, id=new_id(), name=name, filter=text), by=by, now=now)
    return ""
