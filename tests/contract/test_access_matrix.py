"""Every operation x everybody who could call it. Who may is read off the declarations; nothing is listed by hand.

Allowed calls are made, and undone: the two connections of the request stand in transactions that are rolled back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve

from apps.core.api.access import scope_of
from apps.core.api.operations import Operation, declared_on
from apps.core.caller import ABILITIES
from tests.contract.people import Cast, Rows, cast_of
from tests.contract.requests import Asked, operations, send, url_of

pytestmark = pytest.mark.usefixtures("database", "blob_root")
# What the path names that is no row of anybody's: a kind, a theme, a number, a provider.
CATALOGUE = {"resume-themes/{name}", "versions/{number}", "generate/{kind}", "oauth/{provider}"}
SHARED = {"generate", "unlinkOAuth"}
# Who may depends on the row too (oneself may leave, an owner only is changed by owners), and is tested with it.
BY_THE_ROW = {"updateMember", "deleteMember", "acceptInvitation"}
# What the least request of an owner can't be: a second step without the first, a last owner who leaves.
NOT_SERVED = {
    "acceptInvitation": "it needs the token of a mail",
    "confirmTotp": "nothing was begun",
    "createPasskey": "nothing was begun",
    "disableTotp": "it is not on",
    "unlinkOAuth": "nothing is linked",
    "rateGeneration": "it is not written yet",
    "refreshCompany": "no account is connected",
    "deleteMe": "the last owner of a team stays",
    "eraseMe": "the last owner of a team stays",
    "deleteMember": "the last owner of a team stays",
    "deleteVacancy": "an application needs it",
    "eraseWorkspace": "its name must be typed",
    "previewSource": "there is no network: a private address is refused",
}
ROLES = ("viewer", "member", "admin", "owner")
PLANS = ("free", "pro", "team")


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written within is taken back, by whichever role."""
    with transaction.atomic(using="system"), transaction.atomic(using="default"):
        yield
        transaction.set_rollback(True, using="default")
        transaction.set_rollback(True, using="system")


@pytest.fixture
def cast(database: None, blob_root: Any) -> Cast:
    return cast_of()


def view_of(asked: Asked, rows: Rows) -> tuple[Operation, Any]:
    """What answers a request, and what it declares."""
    found: Any = resolve(url_of(asked, rows)).func
    view = found.cls(**found.initkwargs)
    declared = declared_on(view, found.actions[asked.method])
    assert declared is not None, f"{asked.id} declares nothing"
    return declared, view


def declaration(asked: Asked, rows: Rows) -> Operation:
    return view_of(asked, rows)[0]


def refusal(answer: Any) -> tuple[int, str]:
    body = answer.json() if answer.headers.get("Content-Type", "").startswith("application/problem") else {}
    return answer.status_code, body.get("code", "")


def closed() -> list[Asked]:
    return [asked for asked in operations() if not asked.is_public]


def test_nothing_is_left_out(cast: Cast) -> None:
    """Each path leads to rows of the cast, so that a new kind of row can't stay outside of the matrix."""
    assert len(closed()) > 90
    for asked in operations():
        url_of(asked, cast.rows)


@pytest.mark.parametrize(
    "who", ["anonymous", "expired", "forged", "revoked_session", "revoked_key", "expired_key"]
)
def test_who_is_nobody_gets_in_nowhere(cast: Cast, who: str) -> None:
    expected = {"anonymous": (401, "not_authenticated"), "expired": (401, "token_expired")}.get(
        who, (401, "token_invalid")
    )
    client: Client = cast.nobody[who]
    for asked in closed():
        found = refusal(send(client, asked, cast.rows))
        assert (asked.id, who, found) == (asked.id, who, expected)


@pytest.mark.parametrize("who", ["stranger", "other_admin", "staff", "former_member"])
def test_whose_row_it_is_not_finds_none(cast: Cast, who: str) -> None:
    """Staff too: the admin is theirs, other people's rows in the API are not. What only staff may is refused to the
    rest before a row is looked for."""
    client, wrong = cast.outside[who], {}
    for asked in closed():
        if not asked.names_a_row or asked.id in SHARED:
            continue
        with undone():
            found = refusal(send(client, asked, cast.rows))
        is_closed = who != "staff" and declaration(asked, cast.rows).ability == "staff"
        if found != ((403, "permission_denied") if is_closed else (404, "not_found")):
            wrong[asked.id] = found
    assert wrong == {}


@pytest.mark.parametrize("who", ["stranger", "other_admin", "staff", "former_member"])
def test_no_list_shows_a_row_of_somebody_else(cast: Cast, who: str) -> None:
    client = cast.outside[who]
    for asked in closed():
        if asked.names_a_row or asked.method != "get":
            continue
        with undone():
            answer = send(client, asked, cast.rows)
        if answer.status_code == 200 and not answer.streaming:
            shown = [name for name, row in cast.rows.items() if row in answer.content.decode()]
            assert (asked.id, who, [name for name in shown if name not in CATALOGUE]) == (asked.id, who, [])


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_what_its_abilities_say(cast: Cast, role: str) -> None:
    client, wrong = cast.team[role], {}
    for asked in closed():
        rows = cast.rows_for(role)
        declared = declaration(asked, rows)
        with undone():
            found = refusal(send(client, asked, rows))
        if asked.id in BY_THE_ROW:
            continue
        may = declared.ability in ABILITIES[role]
        if (found == (403, "permission_denied")) == may or found[0] not in asked.statuses:
            wrong[asked.id] = found
    assert wrong == {}


def test_the_least_request_of_an_owner_is_served(cast: Cast) -> None:
    """The matrix would prove little if its requests were refused for what they say."""
    refused: dict[str, Any] = {}
    for asked in closed():
        with undone():
            answer = send(cast.team["owner"], asked, cast.rows_for("owner"))
        is_closed = declaration(asked, cast.rows_for("owner")).ability == "staff"
        if answer.status_code >= 400 and asked.id not in NOT_SERVED and not is_closed:
            refused[asked.id] = (answer.status_code, answer.content[:300])
    assert not refused, "\n".join(f"{name}: {why}" for name, why in refused.items())


@pytest.mark.parametrize("plan", PLANS)
def test_a_feature_opens_with_its_plan(cast: Cast, plan: str) -> None:
    client, features = cast.on_plan[plan]
    for asked in closed():
        rows = cast.rows_for(plan)
        declared = declaration(asked, rows)
        if not declared.feature:
            continue
        with undone():
            found = refusal(send(client, asked, rows))
        if declared.feature in features:
            assert found != (403, "plan_limit_reached"), (asked.id, plan)
        else:
            assert (asked.id, plan, found) == (asked.id, plan, (403, "plan_limit_reached"))


@pytest.mark.parametrize("scope", ["read", "write"])
def test_a_key_reaches_no_further_than_its_scopes(cast: Cast, scope: str) -> None:
    client, wrong = cast.keys[scope], {}
    for asked in closed():
        rows = cast.rows_for("owner")
        declared, view = view_of(asked, rows)
        with undone():
            found = refusal(send(client, asked, rows))
        reaches = not declared.session_only and scope_of(declared, view, asked.method).endswith(f":{scope}")
        if (found[1] in ("permission_denied", "token_invalid")) == reaches:
            wrong[asked.id] = found
    assert wrong == {}


def test_an_unverified_address_opens_what_needs_none(cast: Cast) -> None:
    for asked in closed():
        rows = cast.rows_for("unverified")
        declared = declaration(asked, rows)
        with undone():
            found = refusal(send(cast.unverified, asked, rows))
        assert (found[1] == "email_not_verified") == declared.verified, (asked.id, found)
