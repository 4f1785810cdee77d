"""ChatKit requests as they come in: read, bounded and cleaned before anything is started (K-09, P14, P15)."""

import json
import re
from typing import Any

from chatkit.types import (
    ChatKitReq,
    InferenceOptions,
    ItemsListReq,
    StructuredInputSubmission,
    ThreadsAddStructuredInputReq,
    ThreadsAddUserMessageReq,
    ThreadsCreateReq,
    ThreadsListReq,
    ThreadsRetryAfterItemReq,
    ThreadsUpdateReq,
    UserMessageContent,
    UserMessageInput,
    UserMessageTextContent,
)
from pydantic import TypeAdapter, ValidationError

from taskchat.assistant.context import Screen
from taskchat.domain.file import MOST, TOO_MANY
from taskchat.domain.text import clean, is_blank
from taskchat.errors import Invalid, NotFound, TooLarge

LARGEST_BODY = 1_000_000
LONGEST_MESSAGE = 10_000
LONGEST_TITLE = 255
LARGEST_TAG = 2_000
REQUEST: TypeAdapter[ChatKitReq] = TypeAdapter(ChatKitReq)
NOT_SUPPORTED = {
    "input.transcribe": "Dictation is not available here yet.",
    "threads.add_client_tool_output": "This assistant runs all its tools on the server.",
}
BUILT_IN = "built-in"
LONGEST_SAID = 200
"""Characters of each thing a client says of the screen."""
ON_A_SCREEN = 50
SENDS = (ThreadsCreateReq, ThreadsAddUserMessageReq)
AN_ID = re.compile(r"[A-Za-z0-9_\-]{1,100}")
A_KEY = re.compile(r"[\x21-\x7e]{1,200}")


def read(body: bytes) -> ChatKitReq:
    """The request, cleaned; Invalid, TooLarge or NotFound with a sentence when it cannot be one of ours."""
    if len(body) > LARGEST_BODY:
        raise TooLarge(f"A request may have {LARGEST_BODY:,} bytes at most.")
    _check_operation(body)
    try:
        request = REQUEST.validate_json(body)
    except ValidationError as error:
        raise _malformed(error) from None
    _check_ids(request.params.model_dump(include={"thread_id", "item_id", "item_ids", "after", "attachment_id"}))
    return _cleaned(request)


def _check_operation(body: bytes) -> None:
    try:
        envelope = json.loads(body)
    except (ValueError, RecursionError):
        raise Invalid("The request is not JSON.", code="malformed") from None
    operation = envelope.get("type") if isinstance(envelope, dict) else None
    if not isinstance(operation, str):
        raise Invalid("The request names no operation.", "type", code="malformed")
    if operation in NOT_SUPPORTED:
        raise Invalid(NOT_SUPPORTED[operation], "type", code="not_supported")


def _malformed(error: ValidationError) -> Invalid:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "union_tag_invalid":
        return Invalid("This server does not know this operation.", "type", code="unknown_operation")
    place = ".".join(str(part) for part in first["loc"][1:]) or "request"
    return Invalid(f"The request is not complete: “{place}” is missing or wrong.", place, code="malformed")


def _check_ids(ids: dict[str, Any]) -> None:
    """Ids are ours; anything else can belong to nothing."""
    for name, value in ids.items():
        for each in value if isinstance(value, list) else [value]:
            if each is not None and not AN_ID.fullmatch(each):
                raise NotFound("This conversation does not exist." if name == "thread_id" else "That does not exist.")


def _cleaned(request: ChatKitReq) -> ChatKitReq:
    params = request.params
    if isinstance(request, ThreadsCreateReq | ThreadsAddUserMessageReq):
        params = params.model_copy(update={"input": cleaned_input(request.params.input)})
    elif isinstance(request, ThreadsAddStructuredInputReq):
        params = params.model_copy(update={"input": _cleaned_answers(request.params.input)})
    elif isinstance(request, ThreadsRetryAfterItemReq):
        return request.model_copy(update={"metadata": _cleaned_rewording(request.metadata)})
    elif isinstance(request, ThreadsUpdateReq):
        params = params.model_copy(update={"title": checked_title(request.params.title)})
    elif isinstance(request, ThreadsListReq | ItemsListReq):
        params = params.model_copy(update={"limit": _checked_limit(request.params.limit)})
    return request.model_copy(update={"params": params})


def cleaned_input(sent: UserMessageInput) -> UserMessageInput:
    """1 to 10,000 characters that mean something, ten files at most, no model but the server's own choice."""
    if len(sent.attachments) > MOST:
        raise Invalid(TOO_MANY, "attachments", code="too_many_files")
    if sent.inference_options.model or sent.inference_options.tool_choice:
        raise Invalid("This server chooses the model and the tools itself.", "inference_options", code="not_supported")
    content = [part for part in _trimmed([_cleaned_part(part) for part in sent.content]) if part.text]
    length = sum(len(part.text) for part in content)
    quoted = clean(sent.quoted_text, lines=True) if sent.quoted_text else None
    if all(is_blank(part.text) for part in content):
        raise Invalid("The message is empty. Say what to do, or ask about your tasks.", "text", code="empty")
    if max(length, len(quoted or "")) > LONGEST_MESSAGE:
        said = f"A message may have {LONGEST_MESSAGE:,} characters; this one has {length:,}. Send it in parts."
        raise Invalid(said, "text", code="too_long")
    once = list(dict.fromkeys(sent.attachments))
    return sent.model_copy(update={"content": content, "attachments": once, "quoted_text": quoted or None})


def _cleaned_part(part: UserMessageContent) -> UserMessageContent:
    if not isinstance(part, UserMessageTextContent) and len(json.dumps(part.data)) > LARGEST_TAG:
        raise Invalid("A tag carries too much.", "tag", code="too_long")
    # Between two stops, so that the spaces around a tag stay.
    return part.model_copy(update={"text": clean(f"|{part.text}|", lines=True)[1:-1]})


def _trimmed(parts: list[UserMessageContent]) -> list[UserMessageContent]:
    """Without space before the first and behind the last."""
    if parts:
        parts[0] = parts[0].model_copy(update={"text": parts[0].text.lstrip()})
        parts[-1] = parts[-1].model_copy(update={"text": parts[-1].text.rstrip()})
    return parts


def _cleaned_rewording(metadata: dict[str, Any]) -> dict[str, Any]:
    """`metadata.text` of a retry is the message said anew: bounded like any other."""
    if "text" not in metadata:
        return metadata
    if not isinstance(metadata["text"], str):
        raise Invalid("The new wording must be text.", "text")
    content: list[UserMessageContent] = [UserMessageTextContent(text=metadata["text"])]
    said = cleaned_input(UserMessageInput(content=content, attachments=[], inference_options=InferenceOptions()))
    return metadata | {"text": said.content[0].text}


def _cleaned_answers(sent: StructuredInputSubmission) -> StructuredInputSubmission:
    cleaned = sent.model_copy(deep=True)
    for answer in cleaned.answers.values():
        answer.values = [clean(value, lines=True) for value in answer.values]
        if sum(map(len, answer.values)) > LONGEST_MESSAGE:
            raise Invalid(f"An answer may have {LONGEST_MESSAGE:,} characters.", "answers", code="too_long")
    return cleaned


def checked_title(title: str) -> str:
    cleaned = clean(title)
    if is_blank(cleaned) or len(cleaned) > LONGEST_TITLE:
        raise Invalid(f"A title has 1 to {LONGEST_TITLE} characters.", "title")
    return cleaned


def _checked_limit(limit: int | None) -> int | None:
    if limit is not None and limit < 1:
        raise Invalid("A page has 1 entry at least.", "limit")
    return None if limit is None else min(limit, 100)


def files_of(request: ChatKitReq) -> list[str]:
    """The ids of the files a message brings."""
    return request.params.input.attachments if isinstance(request, SENDS) else []


def files_to(request: ChatKitReq) -> str:
    """`metadata.files_to`: the provider its sender was told the files go to; "" where none was named."""
    named = request.metadata.get("files_to")
    return named if isinstance(named, str) else ""


def in_place_of(request: ChatKitReq) -> str:
    """`metadata.in_place_of`: the withdrawn message whose place in the queue this one takes; "" for none."""
    named = request.metadata.get("in_place_of")
    return named if isinstance(named, str) and AN_ID.fullmatch(named) else ""


def asks_built_in(request: ChatKitReq) -> bool:
    """`metadata.answer_by: "built-in"` of a retry: the built-in assistant is to answer this time, whoever does else."""
    named = request.metadata.get("answer_by")
    if named not in (None, BUILT_IN):
        raise Invalid(f"“answer_by” is “{BUILT_IN}”, or left out.", "answer_by")
    return named == BUILT_IN and isinstance(request, ThreadsRetryAfterItemReq)


def screen_of(request: ChatKitReq) -> Screen | None:
    """`metadata.screen`: what the person has before their eyes, `{"view", "filter", "tasks": [ids], "open": id}`."""
    said = request.metadata.get("screen")
    if said is None:
        return None
    if not isinstance(said, dict):
        raise Invalid("A screen is an object.", "screen")
    words = [said.get(name, "") for name in ("view", "filter", "open")]
    ids = said.get("tasks", [])
    if not all(isinstance(word, str) for word in words) or not isinstance(ids, list):
        raise Invalid("A screen has “view”, “filter” and “open” as text, and “tasks” as a list of ids.", "screen")
    view, written, opened = (clean(word[:LONGEST_SAID]) for word in words)
    known = tuple(each for each in ids[:ON_A_SCREEN] if isinstance(each, str) and AN_ID.fullmatch(each))
    return Screen(view, written, known, opened if AN_ID.fullmatch(opened) else "")


def send_key(request: ChatKitReq) -> str | None:
    """`metadata.send_id`: a send repeated with it is one message and one run (K-06)."""
    key = request.metadata.get("send_id")
    if key is not None and not (isinstance(key, str) and A_KEY.fullmatch(key)):
        raise Invalid("A send_id is 1 to 200 visible ASCII characters.", "send_id")
    return key
