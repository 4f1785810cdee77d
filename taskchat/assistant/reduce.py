"""What a conversation looks like, and how each event of the wire changes it: pure, the same for every reader."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

Wire = Mapping[str, Any]
"""JSON as it goes over the wire."""
HIDDEN = {"hidden_context_item", "sdk_hidden_context", "end_of_turn"}
KINDS = {
    "user_message": "user",
    "assistant_message": "assistant",
    "workflow": "workflow",
    "task": "workflow",
    "widget": "widget",
    "structured_input": "form",
}
DEEDS = {
    "web_search": "Searched the web",
    "thought": "Thought about it",
    "file": "Read a file",
    "image": "Made a picture",
}
"""What a step of another server says where it has no title."""
LOCKED = "This conversation is locked for now."
CLOSED = "This conversation is closed."


@dataclass(frozen=True, slots=True)
class TouchedTask:
    """A task a step is about, as it was when the step was done."""

    id: str
    title: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """One tool run. `state`: running, done, failed, waiting (for the person), stopped."""

    title: str = ""
    icon: str = ""
    state: str = "done"
    tool: str = ""
    arguments: str = ""
    result: str = ""
    milliseconds: int | None = None
    tasks: tuple[TouchedTask, ...] = ()
    group: str = ""
    """Undo takes back everything with one group."""


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that was sent with a message."""

    id: str
    name: str
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A task or a list that a message names; `place` is that of its part."""

    place: int
    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item. `kind`: user, assistant, workflow, widget, form, other."""

    id: str
    kind: str
    parts: tuple[str, ...] = ()
    files: tuple[FileView, ...] = ()
    tags: tuple[Named, ...] = ()
    """What its parts name with @."""
    steps: tuple[StepView, ...] = ()
    widget: Mapping[str, Any] | None = None
    done: bool = True
    """Nothing more will come for it."""
    ending: str = "complete"
    """open, complete, stopped (by the person or the clock), cut (by a failure): only `complete` is a whole answer."""
    created: str = ""
    model: str = ""
    quoted: str = ""
    """What the person's message refers to."""
    rating: str = ""
    """What the person thinks of it: positive, negative, or nothing."""
    comment: str = ""
    raw: Mapping[str, Any] | None = None
    """The wire form of a form, and of an item we do not draw ourselves."""

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class Problem:
    message: str
    allow_retry: bool = False
    built_in: bool = False
    """Whether the built-in assistant is offered instead of whoever failed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the server tells besides its answer. `level`: info, warning or danger; `message` is Markdown."""

    message: str
    level: str = "info"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a reader of one thread sees. `progress`, `error` and `notice` pass; the items stay."""

    items: tuple[ItemView, ...] = ()
    progress: str = ""
    progress_icon: str = ""
    error: Problem | None = None
    notice: Notice | None = None
    thread_id: str = ""
    title: str = ""
    closed: str = ""
    """Why it takes no more messages; "" while it does."""

    def item(self, item_id: str) -> ItemView | None:
        return next((item for item in reversed(self.items) if item.id == item_id), None)


def from_items(
    items: Iterable[Wire], *, thread_id: str = "", title: str = "", status: Wire | None = None
) -> Conversation:
    """The conversation as the store holds it."""
    seen = (view(item) for item in items if item["type"] not in HIDDEN)
    return Conversation(items=tuple(seen), thread_id=thread_id, title=title, closed=_closed(status))


def _closed(status: Wire | None) -> str:
    kind = status["type"] if status else "active"
    said = {"locked": LOCKED, "closed": CLOSED}.get(kind, "")
    return (said and (status or {}).get("reason")) or said


def settled(conversation: Conversation, error: Problem | None = None) -> Conversation:
    """The same when no run is going: what a crash left open is over."""
    return replace(conversation, items=tuple(_over(item) for item in conversation.items), error=error)


def _over(item: ItemView) -> ItemView:
    if item.ending == "open":
        return replace(item, done=True, ending="cut")
    if any(step.state == "running" for step in item.steps):
        steps = tuple(replace(s, state="stopped") if s.state == "running" else s for s in item.steps)
        return replace(item, steps=steps)
    return item


def reduce(conversation: Conversation, event: Wire) -> Conversation:
    """The conversation after one event; events this page does not know change nothing."""
    handler = EVENTS.get(event["type"])
    return handler(conversation, event) if handler else conversation


def view(item: Wire, *, done: bool = True) -> ItemView:
    """One wire item as it is shown."""
    kind = KINDS.get(item["type"], "other")
    shown = ItemView(id=item["id"], kind=kind, done=done, created=item.get("created_at", ""))
    match kind:
        case "user":
            parts = tuple(_said(part) for part in item["content"])
            files = tuple(_file(attachment) for attachment in item.get("attachments", ()))
            quoted = item.get("quoted_text") or ""
            return replace(shown, parts=parts, tags=_tags(item["content"]), quoted=quoted, files=files)
        case "assistant":
            parts = tuple(part["text"] for part in item["content"])
            ending = item.get("ending", "complete") if done else "open"
            shown = replace(shown, rating=item.get("rating", ""), comment=item.get("comment", ""))
            return replace(shown, parts=parts, model=item.get("model", ""), ending=ending, done=ending != "open")
        case "workflow":
            tasks = item["workflow"]["tasks"] if "workflow" in item else [item["task"]]
            return replace(shown, steps=tuple(step(task) for task in tasks))
        case "widget":
            return replace(shown, widget=item["widget"])
    return replace(shown, raw=item)


def _said(part: Wire) -> str:
    return part["text"] if part["type"] == "input_text" else f"@{part['text']}"


def _tags(content: Iterable[Wire]) -> tuple[Named, ...]:
    tags = ((place, part) for place, part in enumerate(content) if part["type"] == "input_tag")
    return tuple(Named(place, part["id"], str((part.get("data") or {}).get("kind", ""))) for place, part in tags)


def _file(attachment: Wire) -> FileView:
    return FileView(attachment["id"], attachment["name"], attachment["type"] == "image")


def step(task: Wire) -> StepView:
    """A workflow task as a step; its `content` holds what was called with what (see `tool_steps`)."""
    told = _object(task.get("content"))
    tasks = tuple(TouchedTask(t["id"], t["title"], t.get("due") or "") for t in told.get("tasks", ()))
    return StepView(
        title=task.get("title") or task.get("title_query") or DEEDS.get(task.get("type", ""), ""),
        icon=(task.get("icon") or "").removeprefix("lucide:"),
        state="running" if task.get("status_indicator") == "loading" else told.get("state", "done"),
        tool=told.get("tool", ""),
        arguments=_pretty(told.get("arguments")),
        result=_pretty(told.get("result")) or ("" if told else task.get("content") or ""),
        milliseconds=told.get("ms"),
        tasks=tasks,
        group=told.get("group", ""),
    )


def _object(content: str | None) -> dict[str, Any]:
    try:
        told = json.loads(content or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _pretty(value: object) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, indent=2)


def _thread(conversation: Conversation, event: Wire) -> Conversation:
    """Metadata only: the items of `thread.updated` are always empty."""
    thread = event["thread"]
    closed = _closed(thread.get("status"))
    return replace(conversation, thread_id=thread["id"], title=thread.get("title") or "", closed=closed)


def _added(conversation: Conversation, event: Wire) -> Conversation:
    return _put(conversation, view(event["item"], done=False))


def _done(conversation: Conversation, event: Wire) -> Conversation:
    return _put(conversation, view(event["item"]))


def _put(conversation: Conversation, item: ItemView) -> Conversation:
    """By id: a known id is replaced where it stands (a workflow that goes on comes back under its old id)."""
    items = list(conversation.items)
    place = next((n for n in range(len(items) - 1, -1, -1) if items[n].id == item.id), None)
    if place is None:
        items.append(item)
    else:
        items[place] = item
    return replace(conversation, items=tuple(items), progress="")


def _removed(conversation: Conversation, event: Wire) -> Conversation:
    return replace(conversation, items=tuple(i for i in conversation.items if i.id != event["item_id"]))


def _updated(conversation: Conversation, event: Wire) -> Conversation:
    """An update for an item nobody knows is ignored."""
    item, update = conversation.item(event["item_id"]), event["update"]
    changed = UPDATES.get(update["type"])
    if item is None or changed is None:
        return conversation
    after = _put(conversation, changed(item, update))
    return after if update["type"] in SPEAKS else replace(after, progress=conversation.progress)


def _options(conversation: Conversation, event: Wire) -> Conversation:
    """The first event of every stream: what was wrong before is over."""
    return replace(conversation, progress="", error=None, notice=None)


def _progress(conversation: Conversation, event: Wire) -> Conversation:
    icon = (event.get("icon") or "").removeprefix("lucide:")
    return replace(conversation, progress=event["text"], progress_icon=icon)


def _error(conversation: Conversation, event: Wire) -> Conversation:
    said = event.get("message") or "That did not work. Try again."
    problem = Problem(said, event.get("allow_retry", False), event.get("built_in", False))
    return replace(conversation, progress="", error=problem)


def _notice(conversation: Conversation, event: Wire) -> Conversation:
    notice = Notice(event["message"], event.get("level", "info"), event.get("title") or "")
    return replace(conversation, notice=notice)


def _part(item: ItemView, update: Wire) -> ItemView:
    return _with_part(item, update["content_index"], lambda _: update["content"]["text"])


def _delta(item: ItemView, update: Wire) -> ItemView:
    return _with_part(item, update["content_index"], lambda text: text + update["delta"])


def _with_part(item: ItemView, place: int, change: Callable[[str], str]) -> ItemView:
    parts = [*item.parts, *[""] * (place + 1 - len(item.parts))]
    parts[place] = change(parts[place])
    return replace(item, parts=tuple(parts))


def _task(item: ItemView, update: Wire) -> ItemView:
    """`task_index` is a place, never an append: `added` may already hold later tasks (P11)."""
    place = update["task_index"]
    steps = [*item.steps, *[StepView(state="running")] * (place + 1 - len(item.steps))]
    steps[place] = step(update["task"])
    return replace(item, steps=tuple(steps))


def _root(item: ItemView, update: Wire) -> ItemView:
    return replace(item, widget=update["widget"])


def _component(item: ItemView, update: Wire) -> ItemView:
    return replace(item, widget=_within(item.widget, update["component_id"], lambda _: dict(update["component"])))


def _streamed(item: ItemView, update: Wire) -> ItemView:
    def longer(part: dict[str, Any]) -> dict[str, Any]:
        return part | {"value": part.get("value", "") + update["delta"]}

    return replace(item, widget=_within(item.widget, update["component_id"], longer))


def _within(widget: Any, component_id: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """The widget with one of its components changed, wherever it stands."""
    if isinstance(widget, list):
        return [_within(part, component_id, change) for part in widget]
    if not isinstance(widget, Mapping):
        return widget
    if widget.get("id") == component_id:
        return change(dict(widget))
    return {name: _within(part, component_id, change) for name, part in widget.items()}


EVENTS: dict[str, Callable[[Conversation, Wire], Conversation]] = {
    "thread.created": _thread,
    "thread.updated": _thread,
    "thread.item.added": _added,
    "thread.item.done": _done,
    "thread.item.replaced": _done,
    "thread.item.updated": _updated,
    "thread.item.removed": _removed,
    "stream_options": _options,
    "progress_update": _progress,
    "error": _error,
    "notice": _notice,
}
UPDATES: dict[str, Callable[[ItemView, Wire], ItemView]] = {
    "assistant_message.content_part.added": _part,
    "assistant_message.content_part.text_delta": _delta,
    "assistant_message.content_part.done": _part,
    "workflow.task.added": _task,
    "workflow.task.updated": _task,
    "widget.root.updated": _root,
    "widget.component.updated": _component,
    "widget.streaming_text.value_delta": _streamed,
}
SPEAKS = {name for name in UPDATES if name.startswith("assistant_message")}
"""Updates after which the progress line has done its work."""
