"""Journeys of those who mean harm to the whole server: afterwards it answers as before (S13)."""

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.journeys.desk import PASSWORD
from tests.journeys.served import Served

HALF = '451-/_event,["event",{"_placeholder":true,"num":0}]'
"""An event that announces a binary part, which never comes."""
PACKETS = 10_000
DEEP = 100_000
SLOW_READERS = 40


@pytest.fixture
def program(served: Served) -> Iterator[httpx.Client]:
    """A guest by bearer token."""
    with httpx.Client(base_url=served.address, timeout=30, trust_env=False) as program:
        token = program.post("/api/auth/guest", json={}).json()["token"]
        program.headers["Authorization"] = f"Bearer {token}"
        yield program


def socket_to(served: Served, cookie: str = "") -> ClientConnection:
    """Connected to the page's events, as its own client is."""
    url = f"ws://localhost:{served.port}/_event/?EIO=4&transport=websocket&token=rough"
    there = connect(url, additional_headers={"Cookie": f"taskchat={cookie}"}, max_size=None)
    there.recv()
    there.send("40/_event,")
    return there


def pour(served: Served, packet: str, times: int) -> int:
    """Send it so often, on as many sockets as that takes; how often it went through."""
    sent = 0
    while sent < times:
        with socket_to(served) as there, suppress(ConnectionClosed):
            for _ in range(min(1_000, times - sent)):
                there.send(packet)
                sent += 1
    return sent


def is_well(served: Served, program: httpx.Client) -> None:
    """Pages, programs and sockets are answered."""
    assert program.get("/health").status_code == 200
    title = f"still here {program.get('/api/tasks').json()['total']}"
    assert program.post("/api/tasks", json={"title": title}).status_code == 201
    with socket_to(served, program.headers["Authorization"].removeprefix("Bearer ")) as there:
        hydrate = {"name": "reflex___state____state.hydrate_and_load", "payload": {}, "router_data": {"pathname": "/"}}
        there.send("42/_event," + json.dumps(["event", hydrate]))
        while "is_hydrated" not in (said := str(there.recv(timeout=20))):
            if said == "2":
                there.send("3")


def test_ten_thousand_half_packets(served: Served, program: httpx.Client) -> None:
    assert pour(served, HALF, PACKETS) == PACKETS

    is_well(served, program)


@pytest.mark.parametrize(
    "packet",
    [
        "4599999999-/_event,[]",
        "42/_event," + "[" * DEEP,
        '42/_event,["event",' + '{"name":' * DEEP,
        "42/_event," + "9" * 10_000,
        "42/nowhere,[]",
        "4" * 1_000,
        "bAAAA",
        "6",
        "",
    ],
    ids=["attachments", "deep", "deeper", "number", "nowhere", "fours", "binary", "noop", "empty"],
)
def test_packets_that_are_none(served: Served, program: httpx.Client, packet: str) -> None:
    assert pour(served, packet, 20) == 20

    is_well(served, program)


def test_a_message_of_more_than_a_megabyte_closes_its_own_socket_only(served: Served, program: httpx.Client) -> None:
    with socket_to(served) as other, socket_to(served) as there, pytest.raises(ConnectionClosed):
        there.send("42/_event," + "x" * 3_000_000)
        while there.recv(timeout=20):
            other.ping()

    is_well(served, program)


def test_bodies_that_nest_too_deep_are_refused(served: Served, program: httpx.Client) -> None:
    for path in ("/api/tasks", "/api/chatkit", "/api/auth/sign-in", "/api/undo"):
        for deep in ("[" * DEEP, '{"a":' * DEEP + "1" + "}" * DEEP, f'{{"title":{"[" * DEEP}{"]" * DEEP}}}'):
            answer = program.post(path, content=deep.encode(), headers={"Content-Type": "application/json"})
            assert answer.status_code == 400, (path, answer.text[:200])

    is_well(served, program)


def test_bodies_that_never_end_hold_nobody_up(served: Served, program: httpx.Client) -> None:
    opening = (
        f"POST /api/auth/sign-in HTTP/1.1\r\nHost: localhost:{served.port}\r\n"
        "Content-Type: application/json\r\nContent-Length: 900000\r\n\r\n{"
    ).encode()
    with ExitStack() as stack:
        for _ in range(SLOW_READERS):
            there = stack.enter_context(socket.create_connection(("localhost", served.port)))
            there.sendall(opening)

        is_well(served, program)


def test_a_body_of_more_than_a_megabyte_is_refused_whatever_it_says(served: Served, program: httpx.Client) -> None:
    def unannounced() -> Iterator[bytes]:
        for _ in range(20):
            yield b" " * 100_000

    assert program.post("/api/tasks", content=b" " * 1_000_001).status_code == 413
    assert program.post("/api/tasks", content=unannounced()).status_code == 413

    is_well(served, program)


def test_what_reflex_answers_by_itself_has_our_headers_too(served: Served) -> None:
    """CORS preflights never reach what stands inside of Reflex."""
    for origin in (served.address, "https://evil.example", "null"):
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        answer = httpx.options(f"{served.address}/api/tasks", headers=asked, trust_env=False)

        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert (answer.headers.get("access-control-allow-origin") == origin) == (origin == served.address)


def test_a_password_is_taken_whole(served: Served) -> None:
    """Two that differ only far behind are two (ASVS 6.2.8)."""
    with httpx.Client(base_url=served.address, trust_env=False) as program:
        long = (PASSWORD * 10)[:127]
        email = f"long.{served.port}@example.org"
        assert program.post("/api/auth/sign-up", json={"email": email, "password": long + "a"}).status_code == 201
        assert program.post("/api/auth/sign-in", json={"email": email, "password": long + "b"}).status_code == 401
        assert program.post("/api/auth/sign-in", json={"email": email, "password": long + "ab"}).status_code == 401
        assert program.post("/api/auth/sign-in", json={"email": email, "password": long + "a"}).status_code == 200
