"""How often one address may knock, and which address that is."""

import pytest

from taskchat.config import Settings
from taskchat.errors import TooMany
from taskchat.web.limits import AddressLimits, address_of, network_of
from taskchat.web.site import Site
from tests.web.asgi import http_scope


def limits(**settings: object) -> AddressLimits:
    return AddressLimits(Site(Settings(_env_file=None, **settings)))  # pyright: ignore


def at(address: str, forwarded: str | None = None) -> dict:  # type: ignore[type-arg]
    headers = [] if forwarded is None else [("x-forwarded-for", forwarded)]
    return dict(http_scope("POST", "/api/auth/sign-in", headers, client=(address, 1)))


def knocks(doors: AddressLimits, door: str, address: str, most: int = 50) -> int:
    """How many knocks are let in."""
    for count in range(most):
        try:
            doors.knock(door, at(address))
        except TooMany:
            return count
    return most


def test_each_door_has_its_own_limit_for_each_address() -> None:
    doors = limits(taskchat_limit_sign_in=3, taskchat_limit_sign_up=4)

    assert knocks(doors, "sign-in", "192.0.2.1") == 3
    assert knocks(doors, "sign-in", "192.0.2.2") == 3
    assert knocks(doors, "sign-up", "192.0.2.1") == 4


def test_zero_switches_a_limit_off() -> None:
    assert knocks(limits(taskchat_limit_sign_in=0), "sign-in", "192.0.2.1") == 50


def test_new_guests_are_counted_only_where_the_server_is_open_to_others() -> None:
    assert knocks(limits(), "guest", "127.0.0.1") == 50
    assert knocks(limits(host="0.0.0.0"), "guest", "192.0.2.1") == 5
    assert knocks(limits(taskchat_public_url="https://tasks.example.org"), "guest", "192.0.2.1") == 5
    assert knocks(limits(host="0.0.0.0", taskchat_limit_guests=2), "guest", "192.0.2.1") == 2
    assert knocks(limits(host="0.0.0.0", taskchat_limit_guests=0), "guest", "192.0.2.1") == 50


def test_who_is_turned_away_hears_when_to_come_back() -> None:
    doors = limits(taskchat_limit_sign_in=1)
    doors.knock("sign-in", at("192.0.2.1"))

    with pytest.raises(TooMany) as caught:
        doors.knock("sign-in", at("192.0.2.1"))

    assert 1 <= caught.value.retry_after <= 60
    assert caught.value.resets_at is not None


@pytest.mark.parametrize(
    ("hops", "forwarded", "address"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"),
        (1, "not an address", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "203.0.113.9\r\nX: y", "10.0.0.1"),
    ],
)
def test_the_address_is_what_the_outermost_trusted_proxy_saw(hops: int, forwarded: str | None, address: str) -> None:
    assert address_of(at("10.0.0.1", forwarded), hops) == address


def test_forwarded_addresses_may_stand_in_several_lines() -> None:
    scope = http_scope("GET", "/", [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "203.0.113.9")])

    assert address_of(scope, 1) == "203.0.113.9"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_household_counts_as_one_address(address: str, network: str) -> None:
    assert network_of(address) == network
