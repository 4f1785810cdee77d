"""Who answers, and where the words go (K-10)."""

from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from taskchat.assistant.careful import Careful
from taskchat.assistant.context import Turn
from taskchat.assistant.models import Models, endpoint_of, who_answers
from taskchat.assistant.providers import ANY, GEMINI, OLLAMA, OPENAI, OPENROUTER, Provider
from taskchat.config import GEMINI_URL, OLLAMA_URL, OPENAI_URL, OPENROUTER_URL
from taskchat.domain.person import Person, Seat
from tests.assistant.talking import settings

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
KEY = SecretStr("k")
ROUTER = "https://openrouter.ai/api/v1"
GOES = "Your messages and the tasks they concern go to"
CHOICES = [
    ({}, "Built-in", "Built-in. Nothing leaves this server."),
    ({"gemini_api_key": KEY}, "Gemini", f"Gemini. {GOES} Google."),
    ({"openai_api_key": KEY}, "OpenAI", f"OpenAI. {GOES} OpenAI."),
    ({"gemini_api_key": KEY, "openai_api_key": KEY}, "Gemini", f"Gemini. {GOES} Google."),
    ({"gemini_api_key": KEY, "taskchat_model": "builtin"}, "Built-in", "Built-in. Nothing leaves this server."),
    ({"taskchat_model": "gemini/gemini-x"}, "Gemini", f"Gemini. {GOES} Google."),
    ({"taskchat_model": "openai/gpt-x"}, "OpenAI", f"OpenAI. {GOES} OpenAI."),
    ({"taskchat_model": "openrouter/google/gemini-x"}, "OpenRouter", f"OpenRouter. {GOES} OpenRouter."),
    ({"taskchat_model": "ollama/qwen3:4b"}, "Ollama", f"Ollama. {GOES} Ollama on this machine."),
    (
        {"taskchat_model": "ollama/qwen3:4b", "taskchat_model_url": "http://gpu.lan:11434/v1"},
        "Ollama",
        f"Ollama. {GOES} gpu.lan.",
    ),
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
        ({"taskchat_model": "openai/openai/gpt-oss"}, OPENAI_URL, "openai/gpt-oss"),
        ({"taskchat_model": "openrouter/google/gemini-x"}, OPENROUTER_URL, "google/gemini-x"),
        ({"taskchat_model": "openrouter/auto"}, OPENROUTER_URL, "openrouter/auto"),
        ({"taskchat_model": "ollama/qwen3:4b"}, OLLAMA_URL, "qwen3:4b"),
        ({"taskchat_model": "openai/gpt-x", "taskchat_model_url": ROUTER}, ROUTER, "openai/gpt-x"),
        ({"taskchat_model": "a/b/c", "taskchat_model_url": "http://h/v1"}, "http://h/v1", "a/b/c"),
    ],
)
def test_it_is_asked_at_the_configured_address_alone(chosen: dict[str, object], url: str, model: str) -> None:
    endpoint = endpoint_of(settings(**{"taskchat_model": ""} | chosen))

    assert endpoint is not None
    assert (endpoint.url, endpoint.model) == (url, model)


@pytest.mark.parametrize(
    ("chosen", "provider"),
    [
        ({"gemini_api_key": KEY}, GEMINI),
        ({"taskchat_model": "gemini-x", "taskchat_model_url": GEMINI_URL}, GEMINI),
        ({"taskchat_model": "gemini/gemini-x", "taskchat_model_url": "https://proxy.example/v1"}, GEMINI),
        ({"taskchat_model": "gpt-x", "taskchat_model_url": OPENAI_URL}, OPENAI),
        ({"taskchat_model": "google/gemini-x", "taskchat_model_url": ROUTER}, OPENROUTER),
        ({"taskchat_model": "openai/gpt-x", "taskchat_model_url": ROUTER}, OPENROUTER),
        ({"taskchat_model": "llama3", "taskchat_model_url": "http://gpu.lan:11434/v1"}, OLLAMA),
        ({"taskchat_model": "llama3", "taskchat_model_url": "http://gpu.lan:8000/v1"}, ANY),
        ({"taskchat_model": "x", "taskchat_model_url": "https://not-openrouter.ai.example/v1"}, ANY),
    ],
)
def test_a_provider_is_known_by_its_name_or_its_address(chosen: dict[str, object], provider: Provider) -> None:
    endpoint = endpoint_of(settings(**{"taskchat_model": ""} | chosen))

    assert endpoint is not None
    assert endpoint.provider is provider


def test_openais_key_never_goes_to_a_provider_that_only_names_its_models_so() -> None:
    keys = {"openai_api_key": SecretStr("o"), "taskchat_model_key": SecretStr("t")}

    endpoint = endpoint_of(settings(taskchat_model="openai/gpt-x", taskchat_model_url=ROUTER, **keys))

    assert endpoint is not None
    assert endpoint.key == "t"


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
