"""Files over HTTP: in by form or announcement, out to their owner alone, and never as anything a browser runs."""

from datetime import datetime
from typing import Any

import httpx
import pytest

from taskchat.domain.file import LARGEST
from taskchat.services import files
from tests.conftest import Seats
from tests.pictures import SECRET, picture
from tests.web.asgi import ask
from tests.web.conftest import Build, Visit

BOUNDARY = "x"
FORM = ("content-type", f"multipart/form-data; boundary={BOUNDARY}")


@pytest.fixture
def hers(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.alice.token)


@pytest.fixture
def his(visit: Visit, seats: Seats) -> httpx.AsyncClient:
    return visit(seats.bob.token)


async def post(client: httpx.AsyncClient, name: str, data: bytes, path: str = "/api/files") -> httpx.Response:
    return await client.post(path, files={"file": (name, data)})


async def sent(client: httpx.AsyncClient, name: str = "receipt.png", data: bytes | None = None) -> dict[str, Any]:
    answer = await post(client, name, picture() if data is None else data)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_picture_comes_back_to_be_looked_at(hers: httpx.AsyncClient) -> None:
    file = await sent(hers, "Quittung äöü.png")

    answer = await hers.get(f"/api/files/{file['id']}")

    assert answer.status_code == 200
    assert SECRET.encode() not in answer.content
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-disposition"] == "inline; filename*=utf-8''Quittung%20%C3%A4%C3%B6%C3%BC.png"
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert (await hers.get(f"/api/files/{file['id']}?small")).headers["content-type"] == "image/webp"


async def test_a_text_is_saved_and_never_shown(hers: httpx.AsyncClient) -> None:
    file = await sent(hers, "page.txt", b"<script>alert(1)</script>")

    answer = await hers.get(f"/api/files/{file['id']}")

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="page.txt"'
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert (await hers.get(f"/api/files/{file['id']}?small")).status_code == 404


async def test_it_says_what_it_took_in_chatkits_own_words(hers: httpx.AsyncClient) -> None:
    file = await sent(hers, "../photo.png", picture("JPEG"))

    shown = {name: value for name, value in file.items() if name not in {"id", "size"}}
    small = f"http://localhost:3000/api/files/{file['id']}?small"
    assert shown == {"type": "image", "name": "photo.jpg", "mime_type": "image/jpeg", "preview_url": small}


@pytest.mark.parametrize("path", ["/api/files", "/api/files/{}", "/api/files?task={}"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
async def test_nobody_gets_near_without_a_seat(method: str, path: str, visit: Visit) -> None:
    answer = await visit().request(method, path.format("atc_" + "0" * 36))

    assert answer.status_code in {401, 405}


async def test_to_everybody_else_a_file_does_not_exist(hers: httpx.AsyncClient, his: httpx.AsyncClient) -> None:
    file = await sent(hers)
    nowhere = "atc_" + "0" * 36

    for call in ("GET", "POST", "PUT", "DELETE"):
        foreign, unknown = [
            await his.request(call, f"/api/files/{file_id}", content=b"stolen") for file_id in (file["id"], nowhere)
        ]
        assert (foreign.status_code, foreign.json()) == (404, unknown.json())
    assert (await hers.get(f"/api/files/{file['id']}")).status_code == 200


@pytest.mark.parametrize("file_id", ["..%2F..%2Ftaskchat.db", "%00", "atc_1", "x" * 300, "atc_" + "0" * 36 + ".small"])
async def test_what_looks_like_a_path_finds_nothing(file_id: str, hers: httpx.AsyncClient) -> None:
    assert (await hers.get(f"/api/files/{file_id}")).status_code == 404


async def test_an_announced_file_is_filled_bare_or_by_form(
    hers: httpx.AsyncClient, seats: Seats, now: datetime
) -> None:
    for send in ("bare", "form"):
        announced = files.announce(seats.alice.seat.person, "receipt.png", 100, now=now)
        path = f"/api/files/{announced.id}"

        early = await hers.get(path)
        answer = await (hers.put(path, content=picture()) if send == "bare" else post(hers, "x", picture(), path))
        again = await hers.put(path, content=picture())

        assert (early.status_code, answer.status_code, again.status_code) == (404, 200, 409)
        assert (await hers.get(path)).headers["content-type"] == "image/png"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("photo.png", b"words", "wrong_type"),
        ("page.html", b"<p>", "wrong_type"),
        ("nothing.txt", b"", "empty"),
        ("x.svg", b"<svg/>", "wrong_type"),
    ],
)
async def test_what_cannot_be_taken_is_refused_in_words(
    name: str, data: bytes, code: str, hers: httpx.AsyncClient
) -> None:
    answer = await post(hers, name, data)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)
    assert name in answer.json()["error"]["message"]


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data", FORM[1]])
async def test_a_form_without_a_file_is_refused(kind: str, hers: httpx.AsyncClient) -> None:
    body = f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--{BOUNDARY}--\r\n'

    answer = await hers.post("/api/files", content=body, headers={"content-type": kind})

    assert answer.status_code == 400


async def test_ten_megabytes_pass_and_one_byte_more_does_not(hers: httpx.AsyncClient) -> None:
    assert (await post(hers, "long.txt", b"x" * LARGEST)).status_code == 201
    answer = await post(hers, "longer.txt", b"x" * (LARGEST + 1))

    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


async def test_what_is_too_large_is_cut_off_while_it_comes(build: Build, seats: Seats) -> None:
    """Whatever it announced: nobody reads a gigabyte to its end."""
    head = f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'.encode()
    body = [head, *[b"x" * 1_000_000] * 100]
    headers = (FORM, ("authorization", f"Bearer {seats.alice.token}"), ("transfer-encoding", "chunked"))

    answer = await ask(build(), "POST", "/api/files", headers, body)

    assert (answer.status, answer.error) == (413, "too_large")


async def test_elsewhere_a_megabyte_is_still_the_most(hers: httpx.AsyncClient) -> None:
    for path in ("/api/chatkit", "/api/filesystem", "/api/tasks"):
        assert (await hers.post(path, content=b"x" * 1_000_001)).status_code == 413


async def test_a_file_goes_to_a_task_in_one_step(hers: httpx.AsyncClient, his: httpx.AsyncClient) -> None:
    task = (await hers.post("/api/tasks", json={"title": "Pay rent"})).json()["id"]

    answer = await post(hers, "receipt.png", picture(), f"/api/files?task={task}")
    foreign = await post(his, "his.png", picture(), f"/api/files?task={task}")

    assert (answer.status_code, foreign.status_code) == (201, 404)
    listed = (await hers.get(f"/api/files?task={task}")).json()["files"]
    assert [one["name"] for one in listed] == ["receipt.png"]
    assert (await his.get(f"/api/files?task={task}")).status_code == 404
    assert (await hers.delete(f"/api/files/{listed[0]['id']}")).status_code == 204
    assert (await hers.get(f"/api/files?task={task}")).json() == {"files": []}


async def test_another_sites_page_sends_and_removes_nothing(hers: httpx.AsyncClient) -> None:
    file = await sent(hers)
    hers.headers["Origin"] = "https://evil.example"

    assert (await post(hers, "a.txt", b"a")).status_code == 403
    assert (await hers.delete(f"/api/files/{file['id']}")).status_code == 403
