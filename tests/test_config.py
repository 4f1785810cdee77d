"""Settings: what is wrong stops the start with a sentence that names it, and who may reach an open server."""

import pytest

from taskchat.config import load_settings
from taskchat.errors import Invalid

WRONG = [
    ({"database_url": "mysql://somewhere"}, "DATABASE_URL must start with sqlite:/// or postgresql://"),
    ({"redis_url": "http://somewhere"}, "REDIS_URL must start with redis://"),
    ({"taskchat_public_url": "tasks.example.org"}, "TASKCHAT_PUBLIC_URL must be an http:// or https:// address"),
    ({"taskchat_model_url": "ftp://models"}, "TASKCHAT_MODEL_URL must be an http:// or https:// address"),
    ({"taskchat_model": "gemini/"}, "TASKCHAT_MODEL names a provider but no model"),
    ({"port": "99999"}, "PORT must be less than or equal to 65535"),
    ({"port": "0"}, "PORT must be greater than or equal to 1"),
    ({"port": "web"}, "PORT must be a valid integer"),
    ({"taskchat_limit_day": "-1"}, "TASKCHAT_LIMIT_DAY must be greater than or equal to 0"),
    ({"taskchat_limit_minute": "many"}, "TASKCHAT_LIMIT_MINUTE must be a valid integer"),
    ({"taskchat_limit_sign_in": "-1"}, "TASKCHAT_LIMIT_SIGN_IN must be"),
    ({"taskchat_limit_sign_up": "-1"}, "TASKCHAT_LIMIT_SIGN_UP must be"),
    ({"taskchat_guests": "perhaps"}, "TASKCHAT_GUESTS must be a valid boolean"),
    ({"taskchat_guest_models": "perhaps"}, "TASKCHAT_GUEST_MODELS must be a valid boolean"),
    ({"taskchat_sign_up": "maybe"}, "TASKCHAT_SIGN_UP must be 'open', 'invite' or 'closed'"),
    ({"taskchat_password_min": "7"}, "TASKCHAT_PASSWORD_MIN must be greater than or equal to 8"),
    ({"taskchat_proxy_hops": "9"}, "TASKCHAT_PROXY_HOPS must be"),
    ({"taskchat_run_seconds": "1"}, "TASKCHAT_RUN_SECONDS must be"),
]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting of whoever runs the tests, and no `.env`."""
    for name in type(load_settings()).model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path_factory.mktemp("bare"))


@pytest.mark.parametrize(
    ("given", "told"), WRONG, ids=lambda value: next(iter(value)) if isinstance(value, dict) else ""
)
def test_a_wrong_value_is_told_by_name(given: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name.upper(), value)

    with pytest.raises(Invalid) as refused:
        load_settings()

    assert refused.value.message.startswith("A setting is wrong: ")
    assert told in refused.value.message
    assert "\n" not in refused.value.message


def test_several_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "web")
    monkeypatch.setenv("DATABASE_URL", "mysql://somewhere")

    with pytest.raises(Invalid) as refused:
        load_settings()

    assert "PORT" in refused.value.message
    assert "DATABASE_URL" in refused.value.message


def test_a_key_is_never_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEMINI_API_KEY", "very-secret")

    settings = load_settings()

    assert "very-secret" not in repr(settings)
    assert settings.gemini_api_key.get_secret_value() == "very-secret"


def test_dot_env_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("env")
    (folder / ".env").write_text("PORT=4000\nHOST=0.0.0.0\nSOMETHING_ELSE=1\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PORT", "5000")

    settings = load_settings()

    assert (settings.host, settings.port) == ("0.0.0.0", 5000)


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("TASKCHAT_GUESTS", "")

    assert load_settings().port == 3000


@pytest.mark.parametrize(
    ("host", "public", "is_open"),
    [
        ("127.0.0.1", "", False),
        ("localhost", "", False),
        ("::1", "", False),
        ("127.0.0.1", "http://localhost:3000", False),
        ("0.0.0.0", "", True),
        ("::", "", True),
        ("192.168.1.5", "", True),
        ("127.0.0.1", "https://tasks.example.org", True),
    ],
)
def test_an_open_server_takes_no_guests_unless_told(host: str, public: str, is_open: bool) -> None:
    settings = load_settings(host=host, taskchat_public_url=public)

    assert settings.is_open_to_others is is_open
    assert settings.guests is not is_open
    assert load_settings(host=host, taskchat_public_url=public, taskchat_guests=True).guests


@pytest.mark.parametrize(
    ("given", "limits"),
    [
        ({}, (0, 0)),
        ({"host": "0.0.0.0"}, (2_000, 10_000_000)),
        ({"taskchat_public_url": "https://tasks.example.org"}, (2_000, 10_000_000)),
        ({"host": "0.0.0.0", "taskchat_limit_server": 0}, (0, 10_000_000)),
        ({"taskchat_limit_server": 50, "taskchat_limit_tokens": 9}, (50, 9)),
    ],
)
def test_a_server_that_others_reach_has_a_limit_for_all_of_them(
    given: dict[str, object], limits: tuple[int, int]
) -> None:
    assert load_settings(**given).server_limits == limits


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, "http://localhost:3000"),
        ({"port": 4000}, "http://localhost:4000"),
        ({"host": "0.0.0.0"}, "http://localhost:3000"),
        ({"host": "192.168.1.5"}, "http://192.168.1.5:3000"),
        ({"taskchat_public_url": "https://tasks.example.org/"}, "https://tasks.example.org"),
    ],
)
def test_the_address_is_what_a_person_opens(given: dict[str, object], address: str) -> None:
    assert load_settings(**given).address == address
