"""How often somebody may guess, and that the owner gets in meanwhile."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core import signing
from pytest_django.fixtures import Settings

from apps.accounts.auth import devices, lockout
from apps.core.errors import Throttled
from tests.accounts.calls import browser, device_of, login, me, post
from tests.accounts.guessing import guess_all, many_addresses, together
from tests.factories.accounts import PASSWORD, Person
from tests.passwords import Counted

pytestmark = pytest.mark.usefixtures("database")
HERE = "127.0.0.1"


@pytest.fixture
def counted(settings: Settings) -> type[Counted]:
    settings.PASSWORD_HASHERS = ["tests.passwords.Counted"]
    Counted.hashed = 0
    return Counted


def wait_of(bucket: str) -> int:
    """Seconds until the next try; 0 for one that was let through."""
    try:
        lockout.take(bucket)
    except Throttled as fault:
        return int(fault.headers["Retry-After"])
    return 0


def test_waits_double_from_a_minute_to_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    bucket, now = f"test:{uuid4()}", time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    assert [wait_of(bucket) for _ in range(10)] == [0] * 10
    waits = []
    for _ in range(9):
        waits.append(wait_of(bucket))
        assert wait_of(bucket) == waits[-1], "a refusal costs no more waiting"
        now += waits[-1] - 0.5
        assert wait_of(bucket) > 0
        now += 1
        assert wait_of(bucket) == 0
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_of_a_crowd_ten_get_through(monkeypatch: pytest.MonkeyPatch) -> None:
    bucket, through = f"test:{uuid4()}", []
    together(lambda: through.append([wait_of(bucket) for _ in range(5)].count(0)), 20)
    assert sum(through) == 10


def test_of_a_crowd_at_an_open_gate_one_gets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    bucket, now = f"test:{uuid4()}", time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    for _ in range(10):
        lockout.take(bucket)
    now += 61
    through: list[int] = []
    together(lambda: through.append(wait_of(bucket)), 20)
    assert through.count(0) == 1


def test_a_success_takes_the_counts_back() -> None:
    bucket = f"test:{uuid4()}"
    for _ in range(12):
        wait_of(bucket)
    lockout.clear(bucket)
    assert [wait_of(bucket) for _ in range(11)] == [0] * 10 + [60]


def test_ten_wrong_passwords_close_the_account_to_strangers(member: Person, counted: type[Counted]) -> None:
    client = browser()
    answers = [login(client, member.user.email, "guess-after-guess") for _ in range(15)]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429] * 5
    assert counted.hashed == 10, "a refusal costs no Argon2"
    refused = answers[-1]
    assert (refused.json()["code"], refused.headers["Retry-After"]) == ("throttled", "60")
    # The right password from a device that nobody knows is refused as well: else a refusal would tell.
    assert login(client, member.user.email).status_code == 429


def test_an_address_that_nobody_has_is_closed_alike(member: Person, counted: type[Counted]) -> None:
    answers = [login(browser(), "nobody@example.com", "guess-after-guess") for _ in range(12)]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429] * 2
    assert counted.hashed == 10
    assert login(browser(), member.user.email).status_code == 200


def test_thirty_failures_of_an_address_close_it(member: Person, counted: type[Counted]) -> None:
    answers = guess_all(((f"person{n}@example.org", HERE) for n in range(60)), by=1)
    assert answers == Counter({401: 30, 429: 30})
    assert counted.hashed == 30
    refused = login(browser(), member.user.email)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900
    assert login(browser(), member.user.email, REMOTE_ADDR="192.0.2.1").status_code == 200


def test_an_account_of_ones_own_buys_no_guesses(member: Person, stranger: Person) -> None:
    for number in range(35):
        login(browser(), f"person{number}@example.org", "guess-after-guess")
        login(browser(), stranger.user.email)
    assert login(browser(), member.user.email).status_code == 429


def test_a_network_of_ipv6_is_one_address(member: Person) -> None:
    guesses = ((f"person{n}@example.org", f"2001:db8::{n:x}") for n in range(1, 41))
    assert guess_all(guesses, by=1) == Counter({401: 30, 429: 10})


def test_the_owners_device_gets_in_through_the_flood(member: Person, counted: type[Counted]) -> None:
    """From the address that guesses, on the account that is guessed at, across the limit of each."""
    owner = device_of(member)
    guess_all([(member.user.email, HERE)] * 20, by=4)
    guess_all([(f"person{n}@example.org", HERE) for n in range(40)], by=4)
    guess_all([(member.user.email, address) for address in many_addresses(40)], by=4)
    assert login(browser(), member.user.email).status_code == 429
    assert login(owner, member.user.email).status_code == 200
    # 1 sign-in, 10 at the account, 20 more from the address (and who was under way with the last), 1 sign-in.
    assert counted.hashed <= 32 + 3


def test_many_addresses_are_held_to_the_limit_of_the_account(member: Person, counted: type[Counted]) -> None:
    answers = guess_all([(member.user.email, address) for address in many_addresses(60)], by=6)
    assert answers == Counter({401: 10, 429: 50})
    assert counted.hashed == 10


def test_a_known_device_has_ten_tries_of_its_own(member: Person) -> None:
    owner = device_of(member)
    statuses = [login(owner, member.user.email, "what-was-it-again").status_code for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2
    # Nobody else is shut out by it.
    assert login(browser(), member.user.email).status_code == 200


def test_a_success_of_a_device_clears_its_bucket(member: Person) -> None:
    owner = device_of(member)
    for _ in range(3):
        for _ in range(9):
            assert login(owner, member.user.email, "what-was-it-again").status_code == 401
        assert login(owner, member.user.email).status_code == 200


def test_a_stolen_device_gains_ten_guesses_at_its_owner_and_none_at_others(
    member: Person, stranger: Person
) -> None:
    stolen = device_of(stranger)
    statuses = [login(stolen, member.user.email, "guess-after-guess").status_code for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2, "as from any device that never signed in to it"
    assert login(device_of(stranger), stranger.user.email).status_code == 200
    cookie = stolen.cookies[devices.NAME].value
    assert me(cookie) == 401
    assert post(browser(), "auth/refresh/", {"refresh_token": cookie}).status_code == 401


@pytest.mark.parametrize(
    "made_up",
    [
        lambda pairs, signed: "nonsense",
        lambda pairs, signed: "",
        lambda pairs, signed: signing.dumps(pairs, salt="another purpose"),
        lambda pairs, signed: signing.dumps(pairs, key="another key", salt="accounts.device"),
        lambda pairs, signed: signing.dumps("no list", salt="accounts.device"),
        lambda pairs, signed: signing.dumps([[1, 2, 3]], salt="accounts.device"),
        lambda pairs, signed: signed[:-1] + ("A" if signed[-1] != "A" else "B"),
    ],
)
def test_a_forged_cookie_is_no_device(member: Person, made_up: Callable[[object, str], str]) -> None:
    for _ in range(11):
        login(browser(), member.user.email, "guess-after-guess")
    pairs = [[str(member.user.pk), str(uuid4())]]
    signed = signing.dumps(pairs, salt="accounts.device")
    client = browser()
    client.cookies[devices.NAME] = made_up(pairs, signed)
    assert login(client, member.user.email).status_code == 429
    client.cookies[devices.NAME] = signed
    assert login(client, member.user.email).status_code == 200


def test_people_who_share_a_browser_keep_their_tries(member: Person, stranger: Person) -> None:
    shared = device_of(member)
    assert login(shared, stranger.user.email).status_code == 200
    for person in (member, stranger):
        guess_all([(person.user.email, address) for address in many_addresses(12)], by=2)
        assert login(shared, person.user.email).status_code == 200


def test_a_reset_opens_the_device_that_made_it(member: Person) -> None:
    """Whoever is locked out on every device has their mailbox left."""
    from tests.accounts.test_api_auth_password import NEW, reset_token

    for _ in range(11):
        login(browser(), member.user.email, "guess-after-guess")
    client = browser()
    body = {"token": reset_token(member.user), "password": NEW}
    assert post(client, "auth/password/reset/confirm/", body).status_code == 204
    assert login(client, member.user.email, NEW).status_code == 200
    assert login(browser(), member.user.email, NEW).status_code == 429


def test_the_device_is_a_subject_of_the_rate_limit_of_its_own(member: Person, settings: Settings) -> None:
    owner = device_of(member)
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "auth": 5}
    statuses = [login(browser(), "nobody@example.com", PASSWORD).status_code for _ in range(8)]
    assert statuses.count(429) >= 3
    assert login(owner, member.user.email).status_code == 200


def test_limits_hold_while_valkey_is_away(member: Person, settings: Settings, counted: type[Counted]) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    owner = device_of(member)
    answers = guess_all([(member.user.email, address) for address in many_addresses(40)], by=4)
    assert answers == Counter({401: 10, 429: 30})
    assert counted.hashed == 11
    assert login(owner, member.user.email).status_code == 200
