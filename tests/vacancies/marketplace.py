"""A member with an account at the marketplace on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings

from apps.accounts.models import Connection
from apps.core.db import acting
from apps.vacancies.models import MarketplaceClient, OwnVacancy
from apps.vacancies.sources.upwork import Upwork
from tests.factories.accounts import Person
from tests.upwork_server import TOKEN, UpworkServer, serving

JSON = "application/json"


@contextmanager
def upwork(monkeypatch: pytest.MonkeyPatch) -> Iterator[UpworkServer]:
    """The server, in the place of the vendor's."""
    with serving() as running:
        monkeypatch.setattr(settings, "OUTBOUND_ALLOW", [running.endpoint])
        monkeypatch.setattr(Upwork, "base_url", running.url)
        yield running


def connect(person: Person, token: str = TOKEN) -> str:
    """The id of a connection made over the API."""
    answer = person.client.post(
        "/api/v1/connections/",
        {"kind": "upwork", "name": f"Mine {token[-5:]}", "account": "ada", "secret": {"access_token": token}},
        content_type=JSON,
    )
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def connection(person: Person) -> Connection:
    with acting(person.caller):
        return Connection.objects.get()


def make_client(person: Person, **fields: Any) -> MarketplaceClient:
    """A client that the workspace has met, without a crawl."""
    with acting(person.caller):
        return MarketplaceClient.objects.create(
            **{
                "workspace_id": person.caller.workspace_id,
                "platform": "upwork",
                "platform_id": "c1",
                "name": "Quayside 1",
                "location": "Norway",
                **fields,
            }
        )


def make_own(person: Person, **fields: Any) -> OwnVacancy:
    """A vacancy of the workspace's own, as a board would have brought it."""
    with acting(person.caller):
        return OwnVacancy.objects.create(
            **{"workspace_id": person.caller.workspace_id, "title": "Repair of a crane", "source": "upwork", **fields}
        )  # fmt: skip
