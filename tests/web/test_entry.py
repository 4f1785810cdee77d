"""What somebody types into a form, and where they may go next."""

import pytest

from taskchat.domain.person import Ways
from taskchat.errors import Invalid
from taskchat.web.entry import Entry, is_own_path


@pytest.mark.parametrize(
    "path", ["/", "/?c=thr_1&view=today", "/settings", "/insights#week", "/?q=a%20b", "/sign-in?mode=sign-up"]
)
def test_own_pages_are_gone_to(path: str) -> None:
    assert is_own_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "settings",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/\r\nSet-Cookie: taskchat=x",
        " //evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/ /evil.example",
        "/\u2028/evil.example",
        "/\x00",
        "/api/auth/sign-out",
        "?next=/",
        "@evil.example",
    ],
)
def test_nothing_leads_to_another_server(path: str) -> None:
    assert not is_own_path(path)
    assert Entry({"next": path}, native=True).next_path() == "/"


def test_what_the_browser_tells_becomes_the_persons_ways() -> None:
    fields = {"timezone": "Europe/Berlin", "first_weekday": "6", "clock_24": "false", "day_first": "0"}

    assert Entry(fields, native=True).ways() == Ways("Europe/Berlin", 6, clock_24=False, day_first=False)
    assert Entry({"timezone": "", "clock_24": ""}, native=True).ways() == Ways()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("timezone", "Mars/Olympus"),
        ("timezone", "../../etc/passwd"),
        ("timezone", "/etc/passwd"),
        ("timezone", "Europe"),
        ("timezone", "x" * 5000),
        ("timezone", "UTC\x00"),
        ("first_weekday", "7"),
        ("first_weekday", "²"),
        ("clock_24", "maybe"),
    ],
)
def test_an_unreadable_habit_stops_a_program_but_not_a_person(field: str, value: str) -> None:
    assert Entry({field: value}, native=True).ways() == Ways()

    with pytest.raises(Invalid) as caught:
        Entry({field: value}, native=False).ways()
    assert caught.value.field == field


def test_a_missing_field_is_named() -> None:
    with pytest.raises(Invalid) as caught:
        Entry({"password": ""}, native=True).text("password")

    assert caught.value.field == "password"


def test_a_password_keeps_its_spaces() -> None:
    assert Entry({"password": "  four  words  "}, native=True).text("password") == "  four  words  "
