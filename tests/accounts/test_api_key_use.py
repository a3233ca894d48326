"""`Authorization: Api-Key …`: who gets in, and how far."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from apps.accounts.auth import api_keys
from apps.accounts.models import ApiKey, Membership, Role, User, Workspace
from apps.core.api.scopes import KEY_SCHEME, all_scopes
from apps.core.db import as_system, atomic
from tests.accounts.keys import JSON, PATH, made, program
from tests.contract.requests import operations
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
ME = "/api/v1/users/me/"
READING_POSTS = {"scoreResume", "searchJobs"}


def test_a_key_acts_as_its_maker(member: Person) -> None:
    me = program(made(member)["key"]).get(ME)
    assert me.status_code == 200
    assert me.json()["id"] == str(member.user.pk)
    assert me.json()["workspace"]["id"] == str(member.caller.workspace_id)


def _set(**fields: Any) -> Callable[[Person], None]:
    def change(person: Person) -> None:
        with as_system():
            ApiKey.objects.update(**fields)

    return change


def _close_account(person: Person) -> None:
    with as_system():
        User.objects.filter(pk=person.user.pk).update(is_active=False)


def _leave(person: Person) -> None:
    with as_system():
        Membership.objects.filter(user_id=person.user.pk).delete()


@pytest.mark.parametrize(
    ("happens", "detail"),
    [
        (_set(revoked_at=datetime.now(UTC)), "This API key was revoked."),
        (_set(expires_at=datetime(2020, 1, 1, tzinfo=UTC)), "This API key has expired."),
        (_close_account, "The API key is not valid."),
        (_leave, "The API key is not valid."),
    ],
)
def test_a_key_ends_at_once(member: Person, happens: Callable[[Person], None], detail: str) -> None:
    client = program(made(member)["key"])
    assert client.get(ME).status_code == 200
    happens(member)
    refused = client.get(ME)
    assert (refused.status_code, refused.json()["code"]) == (401, "token_invalid")
    assert refused.json()["detail"] == detail
    assert refused.headers["WWW-Authenticate"] == "Api-Key"


def test_only_the_whole_key_gets_in(member: Person, stranger: Person) -> None:
    key, other = made(member)["key"], made(stranger)["key"]
    prefix, _, secret = key.partition(".")
    wrong = [
        "",
        prefix,
        f"{prefix}.",
        f"{prefix}.{secret[:-1]}",
        f"{prefix}.{secret}x",
        f"{prefix}.{other.partition('.')[2]}",
        f"fhk_000000000000.{secret}",
        f"fhk_00000000000\x00.{secret}",
        f"{prefix[:-1]}_.{secret}",
        f"{prefix}.é",
        secret,
        "." * 5000,
    ]
    for value in wrong:
        refused = program(value).get(ME)
        assert (value, refused.status_code, refused.json()["code"]) == (value, 401, "token_invalid")
        assert refused.json()["detail"] == "The API key is not valid."
    assert Client(headers={"authorization": f"API-KEY   {key}"}).get(ME).status_code == 200
    assert Client(headers={"authorization": f"Token {key}"}).get(ME).json()["code"] == "not_authenticated"


def test_a_revoked_key_says_nothing_to_who_has_no_secret(member: Person) -> None:
    key = made(member)["key"]
    with as_system():
        ApiKey.objects.update(revoked_at=datetime.now(UTC))
    refused = program(key.partition(".")[0] + ".guess").get(ME)
    assert refused.json()["detail"] == "The API key is not valid."


@pytest.mark.parametrize(
    ("scopes", "can_read", "can_write"),
    [
        (["vacancies:read"], True, False),
        (["vacancies:write"], False, True),
        (["*:read"], True, False),
        (["*:write"], False, True),
        (["resumes:read", "resumes:write", "*:manage"], False, False),
    ],
)
def test_a_key_goes_as_far_as_its_scopes(
    member: Person, scopes: list[str], can_read: bool, can_write: bool
) -> None:
    client = program(made(member, scopes=scopes)["key"])
    read = client.get("/api/v1/vacancies/")
    write = client.post("/api/v1/vacancies/", {"title": "Baker", "company_name": "Bread"}, content_type=JSON)
    assert (read.status_code == 200, write.status_code == 201) == (can_read, can_write)
    for response in [read] * (not can_read) + [write] * (not can_write):
        assert (response.status_code, response.json()["code"]) == (403, "permission_denied")
        assert "lacks the scope 'vacancies:" in response.json()["detail"]


def test_a_key_goes_no_further_than_its_maker_now(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    client = program(made(colleague)["key"])
    body = {"title": "Baker", "company_name": "Bread"}
    assert client.post("/api/v1/vacancies/", body, content_type=JSON).status_code == 201
    with as_system():
        Membership.objects.filter(user_id=colleague.user.pk).update(role=Role.VIEWER)
    assert client.get("/api/v1/vacancies/").status_code == 200
    refused = client.post("/api/v1/vacancies/", body, content_type=JSON)
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")


def test_a_plan_is_felt_at_once(member: Person) -> None:
    client = program(made(member)["key"])
    with as_system():
        Workspace.objects.filter(pk=member.caller.workspace_id).update(plan_id="team")
    assert client.get(ME).json()["features"] == ["api_keys", "members", "request_signing"]


def test_a_key_is_never_staff(database: None) -> None:
    person = make_person(is_staff=True)
    key = made(person, scopes=["*:read", "*:write", "*:manage"])["key"]
    caller = api_keys.authenticate(RequestFactory().get(ME), key)
    assert (caller.user_id, caller.role, caller.is_staff) == (person.user.pk, "owner", False)
    assert not caller.can("staff")


def test_to_read_is_not_to_write_even_ones_own(member: Person) -> None:
    """A role asks for no more than `read` to change one's own name; a key that reads may not."""
    for scopes, status in ((["users:read"], 403), (["users:read", "users:write"], 200)):
        client = program(made(member, scopes=scopes)["key"])
        assert client.patch(ME, {"full_name": "New Name"}, content_type=JSON).status_code == status
    for asked in operations():
        path, method, found = asked.path, asked.method, asked.document
        reads = "".join(found["description"].rpartition("`")[0].rpartition("`")[2]).endswith(":read")
        if method != "get" and "Scope of an API key" in found["description"]:
            assert reads == (found["operationId"] in READING_POSTS), path


def test_every_operation_says_whether_a_key_gets_in() -> None:
    scopes, with_key = set(all_scopes()), 0
    for asked in operations():
        path, method, found = asked.path, asked.method, asked.document
        ways = {name for way in found["security"] for name in way}
        if KEY_SCHEME in ways:
            with_key += 1
            scope = found["description"].rpartition("`")[0].rpartition("`")[2]
            assert scope in scopes, (path, method)
        else:
            assert "Scope of an API key" not in found["description"], (path, method)
            assert ways in (set(), {"bearer"}), (path, method)
    assert with_key > 30


def test_an_operation_for_people_refuses_a_key_and_says_so(member: Person) -> None:
    client = program(made(member, scopes=["*:read", "*:write", "*:manage"])["key"])
    tried = 0
    for asked in operations():
        path, method, found = asked.path, asked.method, asked.document
        if found["security"] != [{"bearer": []}]:
            continue
        # One of whoever calls: another's workspace would be a 404 before anything is asked.
        url = path.replace("{id}", str(member.caller.workspace_id))
        if "{" in url:
            continue
        refused = getattr(client, method)(url, {} if method == "get" else "{}", content_type=JSON)
        assert (url, refused.status_code) == (url, 403)
        tried += 1
    assert tried >= 5


def test_scopes_are_those_that_operations_ask_for() -> None:
    found = all_scopes()
    assert found[:3] == ("*:read", "*:write", "*:manage")
    assert {"vacancies:read", "vacancies:write", "resumes:write", "users:read"} <= set(found)
    assert len(found) == len(set(found))
    assert not any(scope.endswith((":own", ":staff")) for scope in found)
    assert "auth:write" not in found


def last_used() -> datetime | None:
    with as_system():
        return ApiKey.objects.get().last_used_at


def on_keys(captured: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in captured.captured_queries if "accounts_apikey" in query["sql"]]


def test_its_use_is_written_once_a_minute(member: Person) -> None:
    client = program(made(member)["key"])
    with CaptureQueriesContext(connections["system"]) as first:
        client.get(ME)
    seen = last_used()
    assert seen is not None
    looked, written = on_keys(first)
    assert (looked.split()[0], written.split()[0]) == ("SELECT", "UPDATE")
    assert "SKIP LOCKED" in written
    with CaptureQueriesContext(connections["system"]) as second:
        client.get(ME)
    # One query joins the key, its maker, their place and the plan; nothing is written.
    assert [sql.split()[0] for sql in on_keys(second)] == ["SELECT"]
    assert last_used() == seen
    with as_system():
        ApiKey.objects.update(last_used_at=seen - timedelta(seconds=61))
    client.get(ME)
    assert (last_used() or seen - timedelta(days=1)) >= seen


def test_its_use_waits_for_nobody(member: Person) -> None:
    client = program(made(member)["key"])

    def use() -> int:
        try:
            return client.get(ME).status_code
        finally:
            connections.close_all()

    with as_system(), atomic():
        ApiKey.objects.select_for_update().get()
        with ThreadPoolExecutor(1) as pool:
            # Would run into this time-out if it waited for the row.
            assert pool.submit(use).result(timeout=30) == 200
    assert last_used() is None


def test_a_key_sees_one_workspace(member: Person, stranger: Person) -> None:
    made(stranger)
    client = program(made(member, scopes=["*:read"])["key"])
    assert client.get("/api/v1/applications/").json()["count"] == 0
    assert client.get(PATH).status_code == 403
