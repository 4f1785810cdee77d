"""Who answers, and where the words go (K-10)."""

from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from taskchat.assistant.careful import Careful
from taskchat.assistant.context import Turn
from taskchat.assistant.models import Models, endpoint_of, who_answers
from taskchat.config import GEMINI_URL, OPENAI_URL
from taskchat.domain.person import Person, Seat
from tests.assistant.talking import settings

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
KEY = SecretStr("k")
GOES = "Your messages and the tasks they concern go to"
CHOICES = [
    ({}, "Built-in", "Built-in. Nothing leaves this server."),
    ({"gemini_api_key": KEY}, "Gemini", f"Gemini. {GOES} Google."),
    ({"openai_api_key": KEY}, "OpenAI", f"OpenAI. {GOES} OpenAI."),
    ({"gemini_api_key": KEY, "openai_api_key": KEY}, "Gemini", f"Gemini. {GOES} Google."),
    ({"gemini_api_key": KEY, "taskchat_model": "builtin"}, "Built-in", "Built-in. Nothing leaves this server."),
    ({"taskchat_model": "gemini/gemini-x"}, "Gemini", f"Gemini. {GOES} Google."),
    ({"taskchat_model": "openai/gpt-x"}, "OpenAI", f"OpenAI. {GOES} OpenAI."),
    (
        {"taskchat_model": "meta/llama-4", "taskchat_model_url": "http://gpu.lan:8000/v1"},
        "meta/llama-4",
        f"meta/llama-4. {GOES} gpu.lan.",
    ),
    (
        {"taskchat_model": "gemini/gemini-x", "taskchat_model_url": "https://proxy.example/v1"},
        "Gemini",
        f"Gemini. {GOES} proxy.example.",
    ),
]


def turn(*, guest: bool = False) -> Turn:
    return Turn(Seat(Person("p", None, guest, NOW), ""), NOW)


@pytest.mark.parametrize(("chosen", "name", "line"), CHOICES)
def test_the_settings_choose_who_answers_and_say_so(chosen: dict[str, object], name: str, line: str) -> None:
    assert who_answers(settings(**{"taskchat_model": ""} | chosen)) == (name, line)


@pytest.mark.parametrize(
    ("chosen", "url", "model"),
    [
        ({"gemini_api_key": KEY}, GEMINI_URL, "gemini-3.8-flash"),
        ({"taskchat_model": "gemini/gemini-x"}, GEMINI_URL, "gemini-x"),
        ({"openai_api_key": KEY}, OPENAI_URL, "gpt-5.6-luna"),
        ({"taskchat_model": "a/b/c", "taskchat_model_url": "http://h/v1"}, "http://h/v1", "a/b/c"),
    ],
)
def test_it_is_asked_at_the_configured_address_alone(chosen: dict[str, object], url: str, model: str) -> None:
    endpoint = endpoint_of(settings(**{"taskchat_model": ""} | chosen))

    assert endpoint is not None
    assert (endpoint.url, endpoint.model) == (url, model)


def test_the_key_goes_to_its_own_provider() -> None:
    keys = {"gemini_api_key": SecretStr("g"), "openai_api_key": SecretStr("o"), "taskchat_model_key": SecretStr("t")}

    found = [endpoint_of(settings(taskchat_model=m, **keys)) for m in ("gemini/x", "openai/x", "x")]

    assert [endpoint.key if endpoint else None for endpoint in found] == ["g", "o", "t"]


async def test_a_guest_of_an_open_server_gets_the_built_in_assistant() -> None:
    closed = Models(settings(taskchat_model="x"))
    opened = Models(settings(taskchat_model="x", host="0.0.0.0"))
    invited = Models(settings(taskchat_model="x", host="0.0.0.0", taskchat_guest_models=True))
    names = [models.name_for(turn(guest=True)) for models in (closed, opened, invited)]
    member = opened.name_for(turn())
    model = opened.model_for(turn(guest=True))
    for models in (closed, opened, invited):
        await models.close()

    lines = [who_answers(models.settings, turn(guest=True).person)[0] for models in (closed, opened, invited)]
    assert names == ["x", "Built-in", "x"]
    assert lines == ["x", "Built-in", "x"]
    assert who_answers(opened.settings, turn().person)[0] == "x"
    assert member == "x"
    assert isinstance(model, Careful)
    assert model.name == "Built-in"
