"""The browsers that take notices: whose they are, how long, and how many (R-02)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from taskchat.domain.person import Person
from taskchat.domain.reminding import Device
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.services import accounts, devices
from tests.conftest import PASSWORD, Seats
from tests.push_service import Browser


def keep(signed: accounts.Signed, browser: Browser, now: datetime) -> Device:
    return devices.keep(signed.seat.person, browser.device(now), signed.seat.session, now=now)


def names(person: Person, now: datetime) -> list[str]:
    return [device.name for device in devices.find(person, now=now)]


def test_a_browser_stands_in_its_persons_list_once(seats: Seats, now: datetime) -> None:
    phone = Browser("phone")
    keep(seats.alice, phone, now)
    keep(seats.alice, phone, now)

    assert names(seats.alice.seat.person, now) == ["phone"]
    assert names(seats.bob.seat.person, now) == []


def test_whoever_sits_at_the_browser_now_has_its_notices(seats: Seats, now: datetime) -> None:
    """Two people after each other at one browser, the first of whom never signed out."""
    shared = Browser("kitchen")
    keep(seats.alice, shared, now)
    keep(seats.bob, shared, now)

    assert names(seats.alice.seat.person, now) == []
    assert names(seats.bob.seat.person, now) == ["kitchen"]


def test_knowing_an_address_is_not_sitting_there(seats: Seats, now: datetime) -> None:
    keep(seats.alice, Browser("phone"), now)

    with pytest.raises(Conflict):
        keep(seats.bob, Browser("phone"), now)
    assert names(seats.alice.seat.person, now) == ["phone"]


def test_signing_out_ends_its_notices_and_no_others(seats: Seats, now: datetime) -> None:
    elsewhere = accounts.sign_in("alice@example.org", PASSWORD, now=now)
    keep(seats.alice, Browser("phone"), now)
    keep(elsewhere, Browser("laptop"), now)

    accounts.sign_out(seats.alice.token, now=now)

    assert names(seats.alice.seat.person, now) == ["laptop"]


def test_an_expired_session_takes_no_notices(seats: Seats, now: datetime) -> None:
    keep(seats.alice, Browser("phone"), now)

    assert names(seats.alice.seat.person, now + timedelta(days=8)) == []


def test_a_device_is_removed_by_its_id_or_its_address(seats: Seats, now: datetime) -> None:
    alice, phone = seats.alice.seat.person, Browser("phone")
    first = keep(seats.alice, phone, now)
    devices.remove(alice, first.id)
    keep(seats.alice, phone, now)
    devices.remove(alice, phone.endpoint)

    assert names(alice, now) == []
    with pytest.raises(NotFound):
        devices.remove(alice, first.id)


def test_a_person_has_so_many_devices_and_the_oldest_goes(seats: Seats, now: datetime) -> None:
    for number in range(devices.MOST + 1):
        keep(seats.alice, Browser(f"phone-{number}"), now + timedelta(seconds=number))

    kept = names(seats.alice.seat.person, now)
    assert (len(kept), kept[0]) == (devices.MOST, "phone-1")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"endpoint": "https://evil.example/push"}, "endpoint"),
        ({"endpoint": "http://fcm.googleapis.com/x"}, "endpoint"),
        ({"p256dh": "c2hvcnQ"}, "p256dh"),
        ({"auth": ""}, "auth"),
        ({"auth": "not base64 at all!"}, "auth"),
        ({"auth": "ä"}, "auth"),
    ],
)
def test_what_no_browser_gives_is_refused(seats: Seats, now: datetime, wrong: dict[str, str], field: str) -> None:
    device = replace(Browser("phone").device(now), **wrong)  # pyright: ignore[reportArgumentType]

    with pytest.raises(Invalid) as refused:
        devices.keep(seats.alice.seat.person, device, seats.alice.seat.session, now=now)
    assert refused.value.field == field


def test_a_name_is_cut_and_never_empty(seats: Seats, now: datetime) -> None:
    long, none = replace(Browser("a").device(now), name="x" * 500), replace(Browser("b").device(now), name=" \u202e")
    kept = [devices.keep(seats.alice.seat.person, one, seats.alice.seat.session, now=now).name for one in (long, none)]

    assert kept == ["x" * devices.NAME, "A browser"]
