"""What must stand in no log, and what in no file at all, after everything has gone wrong (S14, A-04)."""

import json
import logging
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.journeys.served import Served

KEY = "canary-model-key-5f1e"
PASSWORD = "canary password never kept"
WORDS = "canary words of a person"
EMAIL = "canary.person@example.org"


class Leaky(BaseHTTPRequestHandler):
    """A provider that refuses as some do: it says the key, and what it was sent."""

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        key = self.headers["Authorization"]
        body = json.dumps({"error": {"message": f"Incorrect API key: {key}. You sent {sent}", "code": "bad"}}).encode()
        self.send_response(400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library names it
        logging.debug(format, *args)


@pytest.fixture
def provider() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Leaky)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def leaky(chromium: str, tmp_path: Path, provider: str) -> Iterator[Served]:
    """A TaskChat of its own whose model only complains."""
    settings = {"TASKCHAT_MODEL": "mock", "TASKCHAT_MODEL_URL": provider, "TASKCHAT_MODEL_KEY": KEY}
    server = Served(tmp_path, **settings)
    yield server
    server.stop()


def say(program: httpx.Client, **more: object) -> httpx.Response:
    message = {"content": [{"type": "input_text", "text": WORDS}], "attachments": [], "inference_options": {}}
    return program.post("/api/chatkit", json={"type": "threads.create", "params": {"input": message}, **more})


def go_wrong_over_http(program: httpx.Client) -> None:
    """Every refusal there is, with the words in it."""
    for path in ("/api/chatkit", "/api/tasks", "/api/auth/sign-up", "/api/undo", "/api/nowhere"):
        for body in (f'{{"{WORDS}"', json.dumps({"title": [WORDS], WORDS: 1}), json.dumps(WORDS)):
            program.post(path, content=body, headers={"Content-Type": "application/json"})
    program.post("/api/tasks", json={"title": WORDS * 20})
    program.patch(f"/api/tasks/{WORDS}", json={"title": WORDS})
    program.get("/api/tasks", params={"q": WORDS, "sort": WORDS})
    program.post("/api/chatkit", json={"type": WORDS, "params": {}})
    program.post("/api/auth/sign-in", json={"email": EMAIL, "password": PASSWORD + "!"})
    program.post("/api/auth/sign-up", json={"email": EMAIL, "password": PASSWORD})


def go_wrong_on_the_socket(served: Served, cookie: str) -> None:
    url = f"ws://localhost:{served.port}/_event/?EIO=4&transport=websocket&token=secret-of-the-tab"
    events = (
        {"name": WORDS, "payload": {"text": WORDS}},
        {"name": "reflex___state____state.set_is_hydrated", "payload": {"value": WORDS, WORDS: 1}},
        {"name": "reflex___state____state.taskchat___ui___chat___state____chat_state.send", "payload": {"text": WORDS}},
        {"name": "reflex___state____state.taskchat___ui___tasks___state____tasks_state.tick",
         "payload": {"task_id": WORDS, "done": WORDS}},
        {"name": "reflex___state____state.taskchat___ui___chat___state____chat_state.press",
         "payload": {"item_id": WORDS, "kind": WORDS, "payload": WORDS}},
        WORDS,
        json.dumps({"name": "x", "payload": {"text": WORDS}}),
        [WORDS],
    )  # fmt: skip
    with connect(url, additional_headers={"Cookie": f"taskchat={cookie}"}) as there, suppress(ConnectionClosed):
        there.recv()
        there.send("40/_event,")
        for event in events:
            there.send("42/_event," + json.dumps(["event", event]))
        there.send(f'42/_event,["event",{{"name":"{WORDS}')
        there.send("42/_event," + json.dumps(["event", {"name": "reflex___state____state.hydrate", "payload": {}}]))
        while "is_hydrated" not in (said := str(there.recv(timeout=20))):
            if said == "2":
                there.send("3")


def test_secrets_are_in_no_file_and_words_in_no_log(leaky: Served) -> None:
    with httpx.Client(base_url=leaky.address, timeout=30, trust_env=False) as program:
        told = program.post("/api/auth/sign-up", json={"email": EMAIL, "password": PASSWORD}).json()
        token = told["token"]
        answer = say(program, metadata={"send_id": "once"})
        go_wrong_over_http(program)
        program.headers["Authorization"] = f"Bearer {token}"
        go_wrong_over_http(program)
        go_wrong_on_the_socket(leaky, token)
        program.post("/api/auth/sign-out")
    leaky.stop()

    files = {path.name: path.read_bytes() for path in leaky.folder.rglob("*") if path.is_file()}
    log = files["taskchat.log"].decode(errors="replace")
    assert WORDS.encode() in b"".join(files.values()), "the message is kept: without it, this test would prove nothing"
    assert "Incorrect API key" not in answer.text
    for secret in (token, PASSWORD, KEY):
        assert [name for name, content in files.items() if secret.encode() in content] == []
        assert secret not in answer.text.replace(token, "")
    for private in (WORDS, EMAIL, "secret-of-the-tab"):
        assert [line for line in log.splitlines() if private in line] == []
