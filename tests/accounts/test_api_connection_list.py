"""`GET connections/` and `GET connection-kinds/`"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.vacancies.sources.capabilities import KeyedSource
from apps.vacancies.sources.registry import all_sources
from tests.accounts.test_api_connection_write import PATH, create
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
KINDS = "/api/v1/connection-kinds/"


def test_queries_are_constant_and_no_secret_is_read(member: Person) -> None:
    counts, number = [], 0
    for more in (1, 4, 15):
        for _ in range(more):
            number += 1
            create(member, name=f"Mailbox {number}")
        with CaptureQueriesContext(connections["default"]) as captured:
            assert len(member.client.get(f"{PATH}?page_size=100").json()["results"]) == number
        counts.append(len(captured.captured_queries))
        assert not any('"secret"' in query["sql"] for query in captured.captured_queries)
    assert len(set(counts)) == 1, counts


def test_it_is_ordered(member: Person) -> None:
    for name in ("b", "a"):
        create(member, name=name)
    rows = member.client.get(f"{PATH}?ordering=name").json()["results"]
    assert [row["name"] for row in rows] == ["a", "b"]
    assert member.client.get(f"{PATH}?ordering=secret").status_code == 400


def kinds(person: Person, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = person.client.get(f"{KINDS}{query}").json()["results"]
    return found


def test_kinds_say_what_their_form_asks_for(member: Person) -> None:
    found = {kind["code"]: kind for kind in kinds(member)}
    assert {"mailbox", "upwork"} <= set(found)
    assert found["mailbox"]["inputs"][1] == {
        "name": "port",
        "title": "Port",
        "type": "integer",
        "is_secret": False,
        "is_required": True,
        "minimum": 1,
        "maximum": 65535,
        "help": "Mostly 587 or 465.",
    }
    assert [each["title"] for each in kinds(member)] == sorted(
        (kind["title"] for kind in found.values()), key=str.casefold
    )


def test_every_board_that_needs_a_key_is_a_kind(member: Person) -> None:
    keyed = {source.kind: source for source in all_sources() if isinstance(source, KeyedSource)}
    assert {"usajobs", "adzuna", "reed"} <= set(keyed)
    found = {kind["code"]: kind for kind in kinds(member)}
    for code, source in keyed.items():
        asked = [(each["name"], each["is_secret"]) for each in found[code]["inputs"] if each["is_required"]]
        assert asked == [(name, True) for name in source.credential_names]
    row = create(member, kind="adzuna", options={}, secret={"app_id": "1", "app_key": "2"})
    assert row["secret_fields"] == ["app_id", "app_key"]


def test_kinds_are_paged(member: Person) -> None:
    everything = kinds(member)
    assert kinds(member, "?page_size=2") == everything[:2]
    page = member.client.get(f"{KINDS}?page_size=2&cursor=").json()
    seen = page["results"]
    while page["next"]:
        page = member.client.get(page["next"]).json()
        seen += page["results"]
    assert seen == everything
    assert member.client.get(f"{KINDS}?colour=red").status_code == 400


def test_nobody_unknown_gets_in(anonymous: Client) -> None:
    assert anonymous.get(PATH).status_code == anonymous.get(KINDS).status_code == 401
