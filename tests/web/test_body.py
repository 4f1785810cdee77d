"""What comes in: sizes and JSON."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from taskchat.errors import Invalid, TaskChatError
from taskchat.web.answers import Net, on_taskchat_error
from taskchat.web.body import MEGABYTE, BodyLimit, json_object, read_json
from tests.web.asgi import Answer, ask, rest


async def echo(request: Request) -> Response:
    return JSONResponse(await json_object(request))


APP = Net(
    BodyLimit(
        Starlette(routes=[Route("/", echo, methods=["POST"])], exception_handlers={TaskChatError: on_taskchat_error})
    )
)


async def post(*chunks: bytes, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    return await ask(APP, "POST", "/", headers, chunks)


async def test_a_megabyte_passes_and_one_byte_more_does_not() -> None:
    fits = b'{"a":"' + b"x" * (MEGABYTE - 8) + b'"}'

    assert (await post(fits, headers=(("content-length", str(len(fits))),))).status == 200
    too_large = await post(b"", headers=(("content-length", str(MEGABYTE + 1)),))
    assert (too_large.status, too_large.error) == (413, "too_large")


async def test_what_comes_in_pieces_is_counted_as_it_comes() -> None:
    half = b"x" * (MEGABYTE // 2)

    answer = await post(half, half, b"x", headers=(("transfer-encoding", "chunked"),))

    assert (answer.status, answer.error) == (413, "too_large")


async def test_a_length_that_lies_is_not_believed() -> None:
    answer = await post(b"x" * MEGABYTE, b"x", headers=(("content-length", "10"),))

    assert answer.status == 413


async def test_what_the_rest_of_the_application_reads_is_counted_too() -> None:
    half = b"x" * (MEGABYTE // 2)

    answer = await ask(Net(BodyLimit(rest)), "POST", "/reads", (), (half, half, b"x"))

    assert (answer.status, answer.error) == (413, "too_large")


@pytest.mark.parametrize("length", ["-1", "1e3", "²", "", "0x10", "many"])
async def test_a_length_that_is_no_number_is_refused(length: str) -> None:
    assert (await post(b"{}", headers=(("content-length", length),))).status == 400


async def test_a_length_of_thousands_of_digits_is_only_large() -> None:
    assert (await post(b"{}", headers=(("content-length", "9" * 9000),))).status == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"{'a': 1}",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1, "a": 2}',
        b'{"a": {"b": 1, "b": 2}}',
        b'{"a": "\\ud800"}',
        b'{"\\udfff": 1}',
        b"\xff\xfe",
        b'\xef\xbb\xbf{"a": 1}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"[" * 200_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    ],
)
async def test_what_is_not_one_plain_object_is_refused(body: bytes) -> None:
    answer = await post(body)

    assert (answer.status, answer.error) == (400, "invalid")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"]
)
async def test_what_another_site_could_post_without_asking_is_not_json(kind: str) -> None:
    assert (await post(b"{}", headers=(("content-type", kind),))).status == 400


@pytest.mark.parametrize("kind", ["application/json", "APPLICATION/JSON; charset=utf-8"])
async def test_json_is_read_whatever_its_type_is_spelled_like(kind: str) -> None:
    assert (await post('{"a": "€ 👩‍👩‍👧"}'.encode(), headers=(("content-type", kind),))).status == 200


def test_numbers_keep_their_kind() -> None:
    assert read_json(b"[1, true, null, 1.5]") == [1, True, None, 1.5]
    with pytest.raises(Invalid):
        read_json(b"1" * 6000)
