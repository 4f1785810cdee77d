"""Thread items as TaskChat keeps and sends them: an answer knows its model and how it ended, times carry a zone."""

import json
from datetime import UTC, datetime
from typing import Literal

from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageItem,
    ErrorEvent,
    Page,
    Thread,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadMetadata,
    UserMessageItem,
    UserMessageTextContent,
    WidgetItem,
)
from chatkit.widgets import DynamicWidgetRoot
from pydantic import BaseModel, TypeAdapter

Ending = Literal["open", "complete", "stopped", "cut"]
"""open: still being written · stopped: by the person, the clock or the end of the session · cut: by a failure."""
ITEM: TypeAdapter[ThreadItem] = TypeAdapter(ThreadItem)


class Answer(AssistantMessageItem):
    """An assistant message that says which model wrote it (K-10) and whether it came to its end (K-11)."""

    model: str = ""
    ending: Ending = "complete"


class Failed(ErrorEvent):
    """ChatKit's error, which also says whether the built-in assistant may answer instead (K-10)."""

    built_in: bool | None = None
    """None where it is not offered: then nothing of it goes over the wire."""


def answered(item: AssistantMessageItem, model: str, ending: Ending) -> Answer:
    fields = {name: getattr(item, name) for name in AssistantMessageItem.model_fields}
    return Answer.model_validate(fields | {"model": model, "ending": ending})


def spoken(item_id: str, thread_id: str, text: str, model: str) -> Answer:
    """A whole answer that no model streamed."""
    content = [AssistantMessageContent(text=text)]
    return Answer(id=item_id, thread_id=thread_id, created_at=local_now(), content=content, model=model)


def text_of(item: UserMessageItem) -> str:
    """What the person wrote, tags as @words."""
    return "".join(part.text if isinstance(part, UserMessageTextContent) else f"@{part.text}" for part in item.content)


def answer_text(item: AssistantMessageItem) -> str:
    return "".join(part.text for part in item.content)


def local_now() -> datetime:
    """The SDK's own kind of time, naive and local: it subtracts it from others of its kind (P18)."""
    return datetime.now()  # noqa: DTZ005 - the SDK computes with naive local times


def with_zone(moment: datetime) -> datetime:
    """UTC; the SDK's naive times are this server's local ones."""
    return moment.astimezone(UTC)


def without_zone(moment: datetime) -> datetime:
    """Back to the SDK's kind."""
    return moment.astimezone().replace(tzinfo=None)


def to_json(item: BaseModel) -> str:
    """One item or thread as it is stored and sent: nulls absent, times in UTC, our own fields kept."""
    return zoned(item).model_dump_json(
        by_alias=True, exclude_none=True, serialize_as_any=True, context={"exclude_metadata": True}
    )


def from_json(text: str) -> ThreadItem:
    """A stored item with its times as the SDK wants them."""
    item = ITEM.validate_json(text)
    if isinstance(item, AssistantMessageItem):
        item = Answer.model_validate_json(text)
    elif isinstance(item, WidgetItem):
        # As it was written: the SDK's own classes add defaults and drop what they do not know.
        item.widget = DynamicWidgetRoot.model_validate(json.loads(text)["widget"])
    item.created_at = without_zone(item.created_at)
    return item


def zoned(thing: BaseModel) -> BaseModel:
    """A copy in which every time that reaches a client says its zone (P18)."""
    match thing:
        case ThreadItemAddedEvent() | ThreadItemDoneEvent() | ThreadItemReplacedEvent():
            return thing.model_copy(update={"item": zoned(thing.item)})
        case Thread():
            return _stamped(thing).model_copy(update={"items": zoned(thing.items)})
        case Page():
            return thing.model_copy(update={"data": [zoned(each) for each in thing.data]})
    if isinstance(thread := getattr(thing, "thread", None), ThreadMetadata):
        return thing.model_copy(update={"thread": zoned(thread)})
    if isinstance(item := getattr(thing, "updated_item", None), BaseModel):
        return thing.model_copy(update={"updated_item": zoned(item)})
    return _stamped(thing)


def _stamped(thing: BaseModel) -> BaseModel:
    made = getattr(thing, "created_at", None)
    return thing.model_copy(update={"created_at": with_zone(made)}) if isinstance(made, datetime) else thing
