"""From an error to a status, and nothing internal on the way out."""

import json
import logging

import pytest

from taskchat.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    TaskChatError,
    TooLarge,
    TooMany,
    Unavailable,
)
from taskchat.web.answers import Net, status_of, told
from tests.web.asgi import answered, ask, http_scope, rest, socket_scope


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Invalid("x"), 400),
        (NotSignedIn("x"), 401),
        (NotAllowed("x"), 403),
        (NotFound("x"), 404),
        (Conflict("x"), 409),
        (TooLarge("x"), 413),
        (TooMany("x", 7), 429),
        (Unavailable("x"), 503),
        (TaskChatError("x"), 400),
    ],
)
def test_each_error_has_its_status(error: TaskChatError, status: int) -> None:
    assert status_of(error) == status


def test_an_error_tells_code_sentence_and_field() -> None:
    answer = told(Invalid("A task needs a title.", "title"))

    expected = {"code": "invalid", "message": "A task needs a title.", "field": "title"}
    assert json.loads(bytes(answer.body))["error"] == expected


def test_a_limit_tells_when_to_come_back() -> None:
    assert told(TooMany("x", 7)).headers["retry-after"] == "7"
    assert told(TooMany("x", 0)).headers["retry-after"] == "1"


async def test_a_mistake_is_one_neutral_sentence_outside_and_a_trace_inside(caplog: pytest.LogCaptureFixture) -> None:
    answer = await ask(Net(rest), "GET", "/breaks")

    error = json.loads(answer.body)["error"]
    assert answer.status == 500
    assert b"srv" not in answer.body and b"RuntimeError" not in answer.body
    assert error["trace"] in caplog.text and "secret of /srv/internals" in caplog.text


async def test_a_websocket_that_breaks_before_it_opens_is_answered_neutrally() -> None:
    async def breaking(*_: object) -> None:
        raise RuntimeError("inside")

    assert (await answered(Net(breaking), socket_scope())).status == 500
    closed = await answered(Net(breaking), socket_scope(can_answer=False))
    assert closed.opening["type"] == "websocket.close"


async def test_a_log_line_stays_one_line_whatever_the_path(caplog: pytest.LogCaptureFixture) -> None:
    async def breaking(*_: object) -> None:
        raise RuntimeError("inside")

    await answered(Net(breaking), http_scope("GET", "/x\r\nERROR forged"))

    line = next(record.getMessage() for record in caplog.records if record.levelno == logging.ERROR)
    assert "\n" not in line and "\r" not in line
