"""Limits of the API: who shares a bucket, who has one of their own, and what every answer says of it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings as live
from django.db import connections
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from apps.accounts.models import Plan, Workspace
from apps.core import windows
from apps.core.api import throttling
from apps.core.api.operations import declared_on
from apps.core.caller import Caller
from apps.core.db import as_system
from tests.contract.requests import operations, views
from tests.factories.accounts import PASSWORD, Person

ME = "/api/v1/users/me/"
VACANCIES = "/api/v1/vacancies/"
LOGIN = "/api/v1/auth/login/"
JSON = "application/json"
NAMES = [f"{x}RateLimit-{what}" for x in ("", "X-") for what in ("Limit", "Remaining", "Reset")]


@pytest.fixture(autouse=True)
def limits(engines: None, settings: Settings) -> None:
    settings.RATE_LIMITS = {"default": 3, "search": 5, "generation": 2, "auth": 3, "marketplace": 3}


@pytest.fixture
def address() -> Iterator[str]:
    """One from which nobody has asked yet."""
    number = uuid4().int
    yield f"2001:db8:{number >> 112:x}:{(number >> 96) & 0xFFFF:x}::1"


def at(address: str) -> Client:
    return Client(REMOTE_ADDR=address, raise_request_exception=False)


def login(client: Client, email: str = "", password: str = "wrong") -> Any:
    """By default somebody else each time: the lock-out of accounts is another limit."""
    body = {"email": email or f"{uuid4()}@example.com", "password": password}
    return client.post(LOGIN, body, content_type=JSON)


def state(answer: Any) -> tuple[int, int]:
    """Status and what is left; the headers must all be there and agree."""
    assert [name for name in NAMES if name not in answer.headers] == []
    for what in ("Limit", "Remaining", "Reset"):
        assert answer.headers[f"RateLimit-{what}"] == answer.headers[f"X-RateLimit-{what}"]
    assert 0 <= int(answer.headers["RateLimit-Reset"]) <= 60
    return answer.status_code, int(answer.headers["RateLimit-Remaining"])


def test_over_the_limit_is_429(member: Person) -> None:
    assert [state(member.client.get(ME)) for _ in range(3)] == [(200, 2), (200, 1), (200, 0)]
    refused = member.client.get(ME)
    assert state(refused) == (429, 0)
    wait = int(refused.headers["Retry-After"])
    assert 1 <= wait <= 60
    body = refused.json()
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert body == {
        "type": "/problems/throttled/",
        "title": "Too many requests",
        "status": 429,
        "detail": f"At most 3 requests a minute. Try again in {wait} s.",
        "instance": ME,
        "code": "throttled",
        "request_id": refused.headers["X-Request-ID"],
        "errors": [],
    }


def test_people_do_not_share(member: Person, stranger: Person) -> None:
    for _ in range(4):
        member.client.get(ME)
    assert state(stranger.client.get(ME)) == (200, 2)


def test_buckets_do_not_share(member: Person) -> None:
    for _ in range(4):
        member.client.get(ME)
    answer = member.client.get(VACANCIES)
    assert (state(answer), answer.headers["RateLimit-Limit"]) == ((200, 4), "5")


def test_plan_multiplies(member: Person) -> None:
    with as_system():
        Workspace.objects.filter(pk=member.caller.workspace_id).update(plan="pro")
        factor = Plan.objects.get(code="pro").rate_factor
    answer = member.client.get(ME)
    assert (answer.headers["RateLimit-Limit"], factor > 1) == (str(3 * factor), True)


def test_every_kind_of_answer_says_it(member: Person, settings: Settings) -> None:
    settings.RATE_LIMITS["default"] = 100
    tag = member.client.get(ME).headers["ETag"]
    same = member.client.get(ME, headers={"if-none-match": tag})
    assert (same.status_code, same.content) == (304, b"")
    missing = member.client.get(f"/api/v1/applications/{uuid4()}/")
    bad = member.client.get(ME, {"no_such": "1"})
    wrong = member.client.delete("/api/v1/auth/login/")
    assert [state(a)[0] for a in (same, missing, bad, wrong)] == [304, 404, 400, 405]


def test_anonymous_share_their_address(database: None, address: str) -> None:
    client = at(address)
    assert [login(client).status_code for _ in range(4)] == [401, 401, 401, 429]
    neighbour = at(address.replace("::1", "::2"))
    assert login(neighbour).status_code == 429
    assert login(at("2001:db8:ffff:ffff::1")).status_code != 429


def test_failed_authentication_counts_for_the_address(database: None, address: str) -> None:
    client = at(address)
    tried = [client.get(ME, headers={"authorization": f"Bearer {n}"}) for n in range(4)]
    assert [state(answer) for answer in tried] == [(401, 2), (401, 1), (401, 0), (429, 0)]


def test_bad_tokens_do_not_shut_the_neighbour_out(member: Person, address: str) -> None:
    for n in range(5):
        at(address).get(ME, headers={"authorization": f"Bearer {n}"})
    mine = at(address).get(ME, headers={"authorization": f"Bearer {member.tokens.access_token}"})
    assert state(mine) == (200, 2)


def test_forged_addresses_do_not_help(database: None, address: str) -> None:
    client = at(address)
    answers = [
        client.get(ME, headers={"x-forwarded-for": f"192.0.2.{n}", "forwarded": f"for=192.0.2.{n}"})
        for n in range(4)
    ]
    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]


def test_behind_a_proxy_each_client_has_its_own(database: None, settings: Settings, address: str) -> None:
    settings.TRUSTED_PROXIES = 1
    proxy = at("192.0.2.1")
    for n in range(4):
        last = proxy.get(ME, headers={"x-forwarded-for": f"203.0.113.{n}, {address}"})
    assert last.status_code == 429
    assert (
        proxy.get(ME, headers={"x-forwarded-for": f"2001:db8:aaaa:{uuid4().hex[:4]}::1"}).status_code == 401
    )


def test_refused_before_any_work(member: Person) -> None:
    for _ in range(3):
        member.client.get(VACANCIES.replace("vacancies", "applications"))
    answer = member.client.post("/api/v1/applications/", {"no_such": 1}, content_type=JSON)
    assert answer.status_code == 429


def test_a_known_device_has_a_bucket_of_its_own(
    database: None, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttling, "_subjects", [])
    throttling.register_subject(lambda request: request.COOKIES.get("test_device"))
    flood = at(address)
    assert [login(flood).status_code for _ in range(4)][-1] == 429
    owner = at(address)
    owner.cookies["test_device"] = str(uuid4())
    assert login(owner).status_code == 401


def test_owner_signs_in_from_a_known_device_while_a_stranger_floods(member: Person, address: str) -> None:
    """The product's own device cookie, from the same address as the flood."""
    owner, flood = at(address), at(address)
    assert login(owner, member.user.email, PASSWORD).status_code == 200
    statuses = [login(flood).status_code for _ in range(6)]
    assert statuses[-1] == 429
    assert login(owner, member.user.email, PASSWORD).status_code == 200


def caller(**fields: Any) -> Caller:
    return Caller(user_id=uuid4(), workspace_id=uuid4(), role="owner", **fields)


def test_keys_of_a_person_share_a_bucket_that_is_not_the_persons(engines: None) -> None:
    person = caller()
    request: HttpRequest = RequestFactory().get("/")
    keys = [replace(person, api_key_id=uuid4()) for _ in range(4)]
    allowed = [throttling.count(request, bucket="default", caller=key).allowed for key in keys]
    assert allowed == [True, True, True, False]
    assert throttling.count(request, bucket="default", caller=person).remaining == 2


def test_parallel_requests_are_held_to_the_limit(member: Person, settings: Settings) -> None:
    settings.RATE_LIMITS["default"] = 20

    def get(_: int) -> int:
        try:
            client = Client(headers={"authorization": f"Bearer {member.tokens.access_token}"})
            return client.get(ME).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as crowd:
        statuses = list(crowd.map(get, range(60)))
    assert (statuses.count(200), statuses.count(429)) == (20, 40)


def test_lost_valkey_neither_opens_the_door_nor_breaks(member: Person, settings: Settings) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings.REDIS_URL = f"redis://127.0.0.1:{probe.getsockname()[1]}/0"
    statuses = [state(member.client.get(ME)) for _ in range(5)]
    assert statuses == [(200, 2), (200, 1), (200, 0), (429, 0), (429, 0)]
    assert windows._store(settings.REDIS_URL)._is_lost


def test_every_operation_names_a_bucket_that_there_is() -> None:
    found: dict[str, str] = {}
    doors: dict[str, str] = {}
    for path, view in views():
        for action in getattr(view, "actions", {}).values():
            declared = declared_on(view.cls(), action)
            assert declared is not None
            found[f"{path} {action}"] = bucket = declared.bucket or view.cls.bucket
            if declared.public and "/auth/" in path:
                doors[path] = bucket
    assert set(found.values()) <= set(live.RATE_LIMITS)
    assert found["api/v1/vacancies/ list"] == "search"
    assert found["api/v1/generate/<str:kind>/ generate"] == "generation"
    assert len(doors) >= 4
    assert set(doors.values()) == {"auth"}, doors


def test_schema_says_so_on_every_answer() -> None:
    for asked in operations():
        path, method, found = asked.path, asked.method, asked.document
        assert "429" in found["responses"], (path, method)
        for status, response in found["responses"].items():
            if "$ref" not in response:
                assert set(response["headers"]) == set(throttling.HEADERS), (path, method, status)


def preflight(origin: str) -> Any:
    return Client().options(
        VACANCIES,
        headers={
            "origin": origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": "authorization,content-digest,idempotency-key,signature",
        },
    )


def test_cors_by_list(member: Person, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example.com"]
    allowed = preflight("https://app.example.com")
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://app.example.com"
    assert allowed.headers["Access-Control-Allow-Credentials"] == "true"
    takes = {name.strip() for name in allowed.headers["Access-Control-Allow-Headers"].split(",")}
    assert {"authorization", "idempotency-key", "signature", "signature-input", "content-digest"} <= takes
    answer = member.client.get(ME, headers={"origin": "https://app.example.com"})
    exposed = {name.strip() for name in answer.headers["Access-Control-Expose-Headers"].split(",")}
    assert {*NAMES, "ETag", "Retry-After", "X-Request-ID", "Deprecation", "Sunset"} <= exposed
    for refused in (preflight("https://evil.example"), member.client.get(ME, headers={"origin": "null"})):
        assert "Access-Control-Allow-Origin" not in refused.headers
