"""Lock-out at the size of an attack, with the limits of production: run by `make prove`."""

from __future__ import annotations

from collections import Counter

import pytest
from pytest_django.fixtures import Settings

from tests.accounts.calls import browser, device_of, login
from tests.accounts.guessing import coming_from, guess_all, many_addresses
from tests.factories.accounts import Person
from tests.passwords import Counted

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.prove]
GUESSES = 10_000


@pytest.fixture
def counted(settings: Settings) -> type[Counted]:
    """As in production: ten sign-ins a minute and address, one proxy before the server."""
    settings.PASSWORD_HASHERS = ["tests.passwords.Counted"]
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "auth": 10}
    settings.TRUSTED_PROXIES = 1
    Counted.hashed = 0
    return Counted


def test_ten_thousand_guesses_from_one_address(member: Person, counted: type[Counted]) -> None:
    owner = device_of(member)
    answers = guess_all((member.user.email, "198.18.0.1") for _ in range(GUESSES))
    assert answers[401] + answers[429] == GUESSES
    # Ten at once, and whatever the doubling waits let through meanwhile.
    assert 10 <= answers[401] <= 10 + 4, answers
    assert counted.hashed - 1 == answers[401]
    assert login(owner, member.user.email, **coming_from("198.18.0.1")).status_code == 200
    assert login(browser(), member.user.email, **coming_from("198.18.0.1")).status_code == 429


def test_ten_thousand_guesses_from_one_address_at_as_many_accounts(
    member: Person, counted: type[Counted], settings: Settings
) -> None:
    """The limit of an address, with the rate limit away."""
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "auth": 1_000_000}
    owner = device_of(member)
    clients = 8
    answers = guess_all(
        ((f"person{number}@example.org", "198.18.0.1") for number in range(GUESSES)), by=clients
    )
    # Those under way when the thirtieth fails are looked at still.
    assert 30 <= answers[401] < 30 + clients, answers
    assert answers == Counter({401: answers[401], 429: GUESSES - answers[401]})
    assert counted.hashed - 1 == answers[401]
    assert login(owner, member.user.email, **coming_from("198.18.0.1")).status_code == 200


def test_a_thousand_addresses_at_one_account(member: Person, counted: type[Counted]) -> None:
    owner = device_of(member)
    addresses = many_addresses(1000)
    answers = guess_all((member.user.email, address) for address in addresses * 5)
    assert answers[401] + answers[429] == 5000
    assert 10 <= answers[401] <= 10 + 4, answers
    assert counted.hashed - 1 == answers[401]
    assert login(owner, member.user.email, **coming_from(addresses[0])).status_code == 200
    assert login(browser(), member.user.email, **coming_from("192.0.2.200")).status_code == 429
