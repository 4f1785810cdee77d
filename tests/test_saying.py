"""bin/eval --say: sentences in, what became of them out, as the chat server itself would have answered."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from evals.listed import there
from evals.room import opened
from taskchat.assistant.server import close_chat, open_chat
from taskchat.config import ROOT
from taskchat.domain.person import Ways
from taskchat.services import conversations
from tests.assistant.talking import Client, Scripted, script, settings

BERLIN = "Europe/Berlin"
FORM = '{"said": "…", "now": "2026-03-01T09:30:00", "zone": "Europe/Berlin", "tasks": […], "before": ["…"]}'
ASKED = {
    "said": "move rent to friday",
    "now": "2026-03-01T09:30:00",
    "zone": BERLIN,
    "tasks": [
        {"title": "Pay rent", "due": "2026-03-02T16:00:00+00:00", "priority": "high", "tags": ["home"]},
        {"title": "Buy milk", "due": None, "priority": None, "tags": None, "status": "done"},
    ],
}
MILK = {
    "title": "Buy milk", "due": None, "priority": "medium", "tags": [], "status": "done", "list": None, "rrule": None,
    "after_completion": False, "reminder_minutes": None, "description": "", "parent": None,
}  # fmt: skip


def evaluated(path: Path, lines: list[Any]) -> subprocess.CompletedProcess[str]:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
    command = [sys.executable, "-m", "evals", "--say", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_each_sentence_is_answered_in_its_place_and_bad_lines_are_told(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    lines = [
        ASKED | {"expected": "is for others"},
        "no json",
        "",
        ASKED | {"said": "yes", "before": ["delete all tasks"]},
        ASKED | {"said": "  "},
        ASKED | {"zone": "Mars/Base"},
        ASKED | {"tasks": [{"title": "x", "due": "soon"}]},
        ASKED | {"tasks": [{"title": ""}]},
        ASKED | {"before": "delete all tasks"},
        {"said": "hello"},
    ]

    done = evaluated(file, lines)

    moved, deleted = (json.loads(line) for line in done.stdout.splitlines())
    assert moved.pop("ms") > 0
    assert moved.pop("reply").startswith("Moved “Pay rent” to Fri 6 Mar at 17:00.")
    assert moved == {
        "said": "move rent to friday",
        "calls": [{"name": "update_task", "arguments": {"task": "rent", "due": "friday"}}],
        "tasks": [MILK | {"title": "Pay rent", "due": "2026-03-06T17:00:00", "priority": "high", "tags": ["home"],
                          "status": "open"}, MILK],
    }  # fmt: skip
    assert (deleted["calls"], deleted["tasks"]) == ([], [MILK])
    assert done.stderr.splitlines() == [
        f"{file}, line 2: this is no JSON (Expecting value); a line looks like {FORM}",
        f"{file}, line 5: The message is empty. Say what to do, or ask about your tasks.",
        f"{file}, line 6: there is no zone 'Mars/Base'",
        f"{file}, line 7: a task is due at a date or a time such as 2026-03-02T17:00:00, not 'soon'",
        f"{file}, line 8: A task needs a title.",
        f"{file}, line 9: a line looks like {FORM}",
        f"{file}, line 10: a line looks like {FORM}",
    ]
    assert done.returncode == 1


TALKS = [
    ["add buy milk tomorrow at 5pm", "make it urgent", "what's due tomorrow?"],
    ["delete all tasks", "yes"],
    ["delete all tasks", "no"],
    ["delete all tasks", "what's overdue?", "yes"],
    ["what's due this week?", "complete the first one", "undo"],
    ["complete call", "the second one"],
    ["hello", "tell me a joke"],
]


@pytest.mark.parametrize("talk", TALKS, ids=" → ".join)
async def test_it_is_what_the_chat_server_would_have_made_of_it(talk: list[str], tmp_path: Path) -> None:
    now = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    before = [
        there({"title": title, "due": due}, now=now, zone=BERLIN)
        for title, due in (("pay rent", "2026-03-02"), ("call Ann", "2026-03-05"), ("call Bob", None))
    ]

    async with opened(tmp_path, "builtin") as room:
        here, other = (room.person(before, Ways(zone=BERLIN), now) for _ in range(2))
        heard = [await here.say(said) for said in talk]
        served = Client(await open_chat(settings()), other.person, now)
        for said in talk:
            await served.say(said)

        answers = await served.answers()
        assert [one.reply[: len(answer)] for one, answer in zip(heard, answers, strict=True)] == answers
        assert [call for one in heard for call in one.calls] == _calls(served)
        assert here.tasks() == other.tasks()
        await close_chat()


def _calls(client: Client) -> list[dict[str, Any]]:
    """As the server has them on record."""
    runs = conversations.past(client.person, client.thread_id, before="").runs
    items = [item for run in runs for item in json.loads(run.items) if item.get("type") == "function_call"]
    return [{"name": item["name"], "arguments": json.loads(item["arguments"])} for item in items]


async def test_another_model_is_told_by_its_own_calls_and_its_mistakes_by_the_words_a_person_reads(
    tmp_path: Path,
) -> None:
    now = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    told = script([("create_task", {"title": "Buy milk"}), ("no_such_tool", {})], "I noted it.")

    async with opened(tmp_path, "builtin", lambda _: Scripted(told)) as room:
        talking = room.person([], Ways(zone=BERLIN), now)
        noted, broken = await talking.say("note milk"), await talking.say("and now")

    assert [call["name"] for call in noted.calls] == ["create_task", "no_such_tool"]
    assert noted.reply.startswith("I noted it.\n1 task changed\n- Buy milk")
    assert (broken.calls, "RuntimeError" in broken.reply, bool(broken.reply)) == ((), False, True)
