"""Every operation that changes something leaves an event, by whoever did it, with the id of their request."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from apps.core.db import as_system
from apps.events.models import Event
from tests.contract.deeds import DEEDS, Deed
from tests.contract.people import JSON, Cast, cast_of
from tests.contract.requests import Asked, operations, send, url_of
from tests.contract.test_access_matrix import undone

pytestmark = pytest.mark.usefixtures("database", "blob_root")

# Operations that leave no event, each with its reason.
CHANGES_NOTHING = {
    "beginMfaChallengePasskey": "a question that is kept for minutes, in no table",
    "beginPasskey": "a question that is kept for minutes, in no table",
    "beginPasskeySignIn": "a question that is kept for minutes, in no table",
    "beginTotp": "a secret that is kept for minutes, in no table",
    "previewInvitation": "reads",
    "previewSource": "reads",
    "refreshToken": "goes on with a session, whose begin and end are events",
    "scoreResume": "reads",
    "searchJobs": "reads",
}
# What needs more than a database: where the event is proven instead.
PROVEN_ELSEWHERE = {
    "completeOAuth": "needs a provider: tests/accounts/test_api_oauth.py",
    "unlinkOAuth": "needs a provider: tests/accounts/test_api_oauth.py",
}
# Whoever asks is nobody yet: the event says of whom, and not by whom.
ASKED_BY_NOBODY = {"requestPasswordReset", "resendVerification", "register"}


def mutating() -> list[Asked]:
    return [asked for asked in operations() if asked.method != "get"]


def facts_of(request_id: str) -> set[tuple[str, UUID | None]]:
    """Types and actors of the events of a request, committed or not."""
    return {
        (found.type, found.actor_id)
        for alias in ("default", "system")
        for found in Event.objects.using(alias).filter(request_id=request_id)
    }


def request_id_of(asked: Asked) -> str:
    return f"audit-of-{asked.id}"


def perform(deed: Deed, asked: Asked, rows: dict[str, str]) -> Any:
    url = url_of(asked, {**rows, **deed.rows})
    headers = {"x-request-id": request_id_of(asked), "idempotency-key": f"audit-{asked.id}"}
    return getattr(deed.client, asked.method)(url, deed.body, content_type=JSON, headers=headers)


def test_every_operation_is_tried_or_says_why_not() -> None:
    known = {asked.id for asked in mutating()}
    assert len(known) > 60
    for listed in (DEEDS, CHANGES_NOTHING, PROVEN_ELSEWHERE, ASKED_BY_NOBODY):
        assert set(listed) <= known, set(listed) - known
    assert set(DEEDS).isdisjoint({*CHANGES_NOTHING, *PROVEN_ELSEWHERE})


def test_every_change_is_an_event_with_actor_and_request(database: None) -> None:
    cast = cast_of()
    owner = UUID(cast.team["owner"].get("/api/v1/users/me/").json()["id"])
    silent = {
        asked.id: why
        for asked in mutating()
        if asked.id not in CHANGES_NOTHING and asked.id not in PROVEN_ELSEWHERE
        if (why := _silence(asked, cast, owner))
    }
    assert silent == {}


def test_what_changes_nothing_says_nothing(database: None) -> None:
    cast = cast_of()
    for asked in mutating():
        if asked.id in CHANGES_NOTHING:
            with undone():
                send(
                    cast.team["owner"],
                    asked,
                    cast.rows_for("owner"),
                    **{"x-request-id": request_id_of(asked)},
                )
                assert facts_of(request_id_of(asked)) == set(), asked.id


def _silence(asked: Asked, cast: Cast, owner: UUID) -> str:
    """What is wrong with the trail of an operation; "" where nothing is."""
    if asked.id in DEEDS:
        deed = DEEDS[asked.id]()
        answer = perform(deed, asked, cast.rows)
        with as_system():
            facts, by = facts_of(request_id_of(asked)), deed.by
    else:
        client: Client = cast.team["owner"]
        with undone():
            answer = send(client, asked, cast.rows_for("owner"), **{"x-request-id": request_id_of(asked)})
            facts, by = facts_of(request_id_of(asked)), owner
    if not 200 <= answer.status_code < 300:
        return f"{answer.status_code}: {answer.content[:300]!r}"
    if not facts:
        return "no event"
    if asked.id in ASKED_BY_NOBODY:
        return ""
    return "" if any(actor == by for _, actor in facts) else f"not by whoever did it: {facts}"
