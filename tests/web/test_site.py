"""Which names and origins are ours."""

import pytest

from taskchat.config import Settings
from taskchat.web.site import Site, host_name

PUBLIC = "https://tasks.example.org"


def site(**settings: object) -> Site:
    return Site(Settings(_env_file=None, **settings))  # pyright: ignore[reportArgumentType, reportCallIssue]


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("localhost", True),
        ("localhost:3000", True),
        ("LOCALHOST:3000", True),
        ("127.0.0.1:3000", True),
        ("127.9.9.9", True),
        ("192.168.1.20:3000", True),
        ("[::1]:3000", True),
        ("[2001:db8::1]", True),
        ("", False),
        ("tasks.example.org", False),
        ("localhost.evil.example", False),
        ("evil.example:3000", False),
        ("127.0.0.1.evil.example", False),
        ("user@127.0.0.1", False),
        ("127.0.0.1/..", False),
        ("127.0.0.1?x", False),
        ("127.0.0.1:port", False),
        ("127.0.0.1:99999", False),
        ("[::1", False),
        ("localhost, evil.example", False),
        ("localhost x", False),
        ("[fe80::1%25eth0]", False),
    ],
)
def test_without_a_public_name_only_loopback_and_addresses_are_ours(host: str, is_ours: bool) -> None:
    assert site().answers_to(host) is is_ours


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("tasks.example.org", True),
        ("Tasks.Example.Org:443", True),
        ("tasks.example.org:8443", True),
        ("localhost:3000", False),
        ("127.0.0.1", False),
        ("example.org", False),
        ("tasks.example.org.evil.example", False),
    ],
)
def test_with_a_public_name_only_that_is_ours(host: str, is_ours: bool) -> None:
    assert site(taskchat_public_url=PUBLIC).answers_to(host) is is_ours


def test_a_probe_inside_the_machine_may_ask_for_health_by_loopback() -> None:
    public = site(taskchat_public_url=PUBLIC)

    assert public.answers_to("127.0.0.1:3000", "/health")
    assert not public.answers_to("10.0.0.7", "/health")
    assert not public.answers_to("127.0.0.1:3000", "/healthy")


@pytest.mark.parametrize(
    ("origin", "host", "is_ours"),
    [
        ("http://localhost:3000", "localhost:3000", True),
        ("http://LOCALHOST:3000", "localhost:3000", True),
        ("https://localhost:3000", "localhost:3000", True),
        ("http://localhost:3001", "localhost:3000", False),
        ("http://127.0.0.1:3000", "localhost:3000", False),
        ("http://evil.example", "localhost:3000", False),
        ("http://localhost:3000@evil.example", "localhost:3000", False),
        ("null", "localhost:3000", False),
        ("", "localhost:3000", False),
        ("file://localhost:3000", "localhost:3000", False),
        ("http://[::1", "localhost:3000", False),
        ("http://localhost:x", "localhost:x", False),
    ],
)
def test_without_a_public_name_the_own_origin_is_the_host_asked(origin: str, host: str, is_ours: bool) -> None:
    assert site().owns(origin, host) is is_ours


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("https://tasks.example.org", True),
        ("https://tasks.example.org:443", True),
        ("http://tasks.example.org", False),
        ("https://tasks.example.org:8443", False),
        ("https://example.org", False),
        ("null", False),
    ],
)
def test_with_a_public_name_the_own_origin_is_that_alone(origin: str, is_ours: bool) -> None:
    assert site(taskchat_public_url=PUBLIC).owns(origin, "tasks.example.org") is is_ours


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://localhost:3000", True),
        ("http://127.0.0.1:3000", True),
        ("http://localhost:4000", False),
        ("http://evil.example:3000", False),
        ("null", False),
    ],
)
def test_in_development_the_front_end_has_an_origin_of_its_own(origin: str, is_ours: bool) -> None:
    in_development = Site(Settings(_env_file=None), front="http://localhost:3000")  # pyright: ignore[reportCallIssue]

    assert in_development.owns(origin, "localhost:8000") is is_ours


def test_the_scheme_comes_from_the_public_address_where_there_is_one() -> None:
    assert site(taskchat_public_url=PUBLIC).is_https({"scheme": "http"})
    assert not site(taskchat_public_url="http://tasks.lan").is_https({"scheme": "https"})
    assert site().is_https({"scheme": "wss"})
    assert not site().is_https({"scheme": "http"})


def test_the_cookie_is_bound_to_the_host_on_https() -> None:
    assert site(taskchat_public_url=PUBLIC).cookie == "__Host-taskchat"
    assert site().cookie == "taskchat"


@pytest.mark.parametrize(("host", "name"), [("A.example:80", "a.example"), ("[::1]:3", "::1"), ("a b", ""), ("@", "")])
def test_a_host_is_its_name_without_the_port(host: str, name: str) -> None:
    assert host_name(host) == name
