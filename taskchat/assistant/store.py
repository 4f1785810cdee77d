"""ChatKit's Store on our database: every call in a worker thread, every thread checked for its owner (K-03)."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

from chatkit.errors import CustomStreamError
from chatkit.store import NotFoundError, Store, StoreItemType
from chatkit.types import AssistantMessageItem, Attachment, Page, ThreadItem, ThreadMetadata, UserMessageItem

from taskchat.assistant.answer import answer_text, from_json, text_of, to_json, without_zone
from taskchat.assistant.attachments import attachment_of
from taskchat.assistant.context import Turn
from taskchat.assistant.reduce import HIDDEN
from taskchat.domain.person import Person
from taskchat.errors import NotFound, Unavailable
from taskchat.live import Change, What, live
from taskchat.services import conversations, files
from taskchat.storage import items, threads
from taskchat.storage.database import reading, writing
from taskchat.storage.ids import new_id
from taskchat.storage.items import StoredItem
from taskchat.storage.threads import StoredThread

PREFIXES: dict[StoreItemType, str] = {
    "thread": "thr",
    "message": "msg",
    "tool_call": "tc",
    "workflow": "wf",
    "task": "tsk",
    "attachment": "atc",
    "sdk_hidden_context": "shcx",
}
Order = Literal["asc", "desc"]
P = ParamSpec("P")
T = TypeVar("T")
Work = Callable[Concatenate[Person, Any, P], T]
"""A function of storage: the person and the transaction come first."""


class Silent(CustomStreamError, Unavailable):
    """The database does not answer, in ChatKit's own terms too: it saves items itself."""

    def __init__(self, error: Unavailable) -> None:
        Unavailable.__init__(self, error.message)
        self.allow_retry = True


class ThreadStore(Store[Turn]):
    """The parameter names are ChatKit's: it calls with `context=` by keyword (P17)."""

    def __init__(self, address: str = "") -> None:
        self.address = address
        """Of this server: ChatKit wants whole addresses."""

    def generate_thread_id(self, context: Turn) -> str:
        """128 bits, where the SDK's own ids have 32; a run that opens a thread has named it already."""
        return context.thread_id or new_id(PREFIXES["thread"])

    def generate_item_id(self, item_type: StoreItemType, thread: ThreadMetadata, context: Turn) -> str:
        return new_id(PREFIXES[item_type])

    async def load_thread(self, thread_id: str, context: Turn) -> ThreadMetadata:
        return _thread(await _read(threads.load_thread, context, thread_id))

    async def save_thread(self, thread: ThreadMetadata, context: Turn) -> None:
        data = to_json(ThreadMetadata(**thread.model_dump(include=set(ThreadMetadata.model_fields))))
        await _write(threads.save_thread, context, thread.id, data, title=thread.title, now=context.now)
        _tell(thread.id, context)

    async def load_threads(self, limit: int, after: str | None, order: str, context: Turn) -> Page[ThreadMetadata]:
        page = await _read(threads.threads_page, context, limit=limit, after=after, order=_order(order))
        return Page(data=[_thread(row) for row in page.threads], has_more=page.after is not None, after=page.after)

    async def delete_thread(self, thread_id: str, context: Turn) -> None:
        """Out of sight; it can be taken back for 30 days."""
        await _found(asyncio.to_thread(conversations.delete_thread, context.person, thread_id, now=context.now))

    async def load_thread_items(
        self, thread_id: str, after: str | None, limit: int, order: str, context: Turn
    ) -> Page[ThreadItem]:
        page = await _read(items.items_page, context, thread_id, limit=limit, after=after, order=_order(order))
        data = [from_json(item.data) for item in page.items]
        return Page(data=data, has_more=page.after is not None, after=page.after)

    async def latest_items(self, thread_id: str, limit: int, context: Turn) -> list[ThreadItem]:
        """The last `limit` items, in the order of the thread."""
        page = await self.load_thread_items(thread_id, None, limit, "desc", context)
        return page.data[::-1]

    async def raw_items(self, thread_id: str, context: Turn, latest: int | None = None) -> list[str]:
        """The items one can see as JSON text, all or the latest so many, in their order; rated ones say so."""
        wanted = {"limit": latest or MOST_ITEMS, "order": "desc" if latest else "asc", "without": HIDDEN}
        page = await _read(items.items_page, context, thread_id, **wanted)
        found = reversed(page.items) if latest else page.items
        return [_with_opinion(item) if item.rating else item.data for item in found]

    async def items_behind(self, thread_id: str, item_id: str, context: Turn) -> list[ThreadItem]:
        """Everything that follows an item, in the order of the thread."""
        return (await self.load_thread_items(thread_id, item_id, MOST_ITEMS, "asc", context)).data

    async def add_thread_item(self, thread_id: str, item: ThreadItem, context: Turn) -> None:
        """Insert, or update in its place: a workflow that goes on is added again (P7)."""
        if item.id == context.written:
            return
        await _write(
            items.put_item,
            context,
            thread_id,
            item.id,
            kind=item.type,
            data=to_json(item),
            words=_words(item),
            now=context.now,
        )

    async def save_item(self, thread_id: str, item: ThreadItem, context: Turn) -> None:
        await self.add_thread_item(thread_id, item, context)

    async def load_item(self, thread_id: str, item_id: str, context: Turn) -> ThreadItem:
        return from_json((await _read(items.load_item, context, thread_id, item_id)).data)

    async def delete_thread_item(self, thread_id: str, item_id: str, context: Turn) -> None:
        await _write(items.delete_item, context, thread_id, item_id)

    async def save_attachment(self, attachment: Attachment, context: Turn) -> None:
        """All that ChatKit may say of a file is which conversation it was sent in; the rest our own service knows."""
        await _found(asyncio.to_thread(files.bring_to, context.person, attachment.id, attachment.thread_id))

    async def load_attachment(self, attachment_id: str, context: Turn) -> Attachment:
        return attachment_of(await _found(asyncio.to_thread(files.get, context.person, attachment_id)), self.address)

    async def delete_attachment(self, attachment_id: str, context: Turn) -> None:
        """Deleting what is not there is no error."""
        try:
            await _found(asyncio.to_thread(files.remove, context.person, attachment_id))
        except NotFoundError:
            return


MOST_ITEMS = 5_000


def _with_opinion(item: StoredItem) -> str:
    opinion = {"rating": item.rating, "comment": item.comment}
    return json.dumps(json.loads(item.data) | opinion, ensure_ascii=False)


def _thread(stored: StoredThread) -> ThreadMetadata:
    """A thread whose first message is on its way has no data yet."""
    if not stored.data:
        return ThreadMetadata(id=stored.id, created_at=without_zone(stored.created))
    thread = ThreadMetadata.model_validate_json(stored.data)
    thread.created_at, thread.title = without_zone(thread.created_at), stored.title
    return thread


def _words(item: ThreadItem) -> str:
    """What a search of conversations looks through."""
    if isinstance(item, UserMessageItem):
        return text_of(item)
    return answer_text(item) if isinstance(item, AssistantMessageItem) else ""


def _order(order: str) -> Order:
    return "asc" if order == "asc" else "desc"


def _tell(thread_id: str, turn: Turn) -> None:
    live().publish(turn.person.id, Change(What.THREADS, (thread_id,)))


async def _read(work: Work[P, T], turn: Turn, *args: P.args, **kwargs: P.kwargs) -> T:
    def inside() -> T:
        with reading() as session:
            return work(turn.person, session, *args, **kwargs)

    return await _found(asyncio.to_thread(inside))


async def _write(work: Work[P, T], turn: Turn, *args: P.args, **kwargs: P.kwargs) -> T:
    def inside() -> T:
        with writing() as session:
            return work(turn.person, session, *args, **kwargs)

    return await _found(asyncio.to_thread(inside))


async def _found(work: Any) -> Any:
    """ChatKit has its own words for what does not exist, or is somebody else's, and for what ends a stream."""
    try:
        return await work
    except NotFound as error:
        raise NotFoundError(error.message) from error
    except Unavailable as error:
        raise Silent(error) from error
