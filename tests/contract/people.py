"""Everybody who could call an operation, and the rows they would call it for. Made over the API, as people make them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from apps.accounts.auth.keyring import keyring
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.sessions import begin
from apps.accounts.models import ApiKey, Membership, Plan, Session, Workspace
from apps.core.db import acting, as_system, atomic
from tests.accounts.authenticator import Authenticator
from tests.accounts.keys import made, program
from tests.accounts.second_factors import add_passkey
from tests.factories.accounts import Person, make_person
from tests.factories.resumes import make_document
from tests.generation.asking import asked, make_resume
from tests.vacancies.marketplace import make_client

JSON = "application/json"
Rows = dict[str, str]


@dataclass(frozen=True)
class Cast:
    """`rows` are the team's, as its owner sees them; `own` adds what each role has alone (sessions, keys, …)."""

    rows: Rows
    own: dict[str, Rows]
    nobody: dict[str, Client]
    outside: dict[str, Client]
    team: dict[str, Client]
    on_plan: dict[str, tuple[Client, frozenset[str]]]
    keys: dict[str, Client]
    unverified: Client
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)

    def rows_for(self, who: str) -> Rows:
        return {**self.rows, **self.own.get(who, {})}


def bearer(token: str) -> Client:
    return Client(headers={"authorization": f"Bearer {token}"}, raise_request_exception=False)


def _expired(person: Person) -> str:
    payload = keyring().decode(person.tokens.access_token)
    past = timezone.now() - timedelta(hours=2)
    return keyring().encode({**payload, "iat": int(past.timestamp()), "exp": int(past.timestamp()) + 60})


def _post(person: Person, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = person.client.post(f"/api/v1/{path}/", body, content_type=JSON)
    assert answer.status_code in (200, 201), (path, answer.content)
    found: dict[str, Any] = answer.json()
    return found


def _alone(person: Person) -> Rows:
    """What belongs to a person and not to their workspace."""
    with as_system(), atomic():
        other = begin(person.user, RequestContext())
        session = Session.objects.get(pk=other.session_id)
        membership = Membership.objects.get(user=person.user, workspace_id=person.caller.workspace_id)
    connection = _post(
        person,
        "connections",
        {
            "kind": "mailbox", "name": "Work", "account": "ada@example.com",
            "options": {"host": "smtp.example.com", "port": 587, "username": "ada"},
            "secret": {"password": "an-app-password"},
        },
    ) if person.caller.can("write") else {"id": str(session.pk)}  # fmt: skip
    search = (
        _post(person, "saved-searches", {"name": "Bread", "filters": {"q": "bread"}})
        if person.caller.can("write")
        else {"id": str(session.pk)}
    )
    return {
        "saved-searches/{id}": search["id"],
        "sessions/{id}": str(session.pk),
        "connections/{id}": connection["id"],
        "passkeys/{id}": str(add_passkey(person, Authenticator()).json()["passkey"]["id"]),
        "members/{id}": str(membership.pk),
        "oauth/{provider}": "github",
    }


def _team_rows(owner: Person) -> Rows:
    generation = asked(owner)
    vacancy = _post(owner, "vacancies", {"title": "Baker"})
    application = _post(owner, "applications", {"vacancy_id": vacancy["id"]})
    invitation = _post(
        owner, f"workspaces/{owner.caller.workspace_id}/invitations",
        {"email": "invited@example.com", "role": "member"},
    )  # fmt: skip
    with acting(owner.caller):
        resume_id = str(generation.resume_version.resume_id)
    return {
        "companies/{id}": str(make_client(owner).pk),
        "applications/{id}": application["id"],
        "api-keys/{id}": made(owner, name="The matrix's")["id"],
        "documents/{id}": str(make_document(owner).pk),
        "generate/{kind}": "tailored-resume",
        "generations/{id}": str(generation.pk),
        "invitations/{id}": invitation["id"],
        "resume-themes/{name}": "classic",
        "resumes/{id}": resume_id,
        "sources/{id}": _post(owner, "sources", {"kind": "lever", "board": "kestrel"})["id"],
        "tasks/{id}": str(generation.task_id),
        "vacancies/{id}": vacancy["id"],
        "versions/{number}": "1",
        "workspaces/{id}": str(owner.caller.workspace_id),
        "workspaces/{workspace_id}": str(owner.caller.workspace_id),
    }


def _on_plan(person: Person, plan: str, kind: str = Workspace.Kind.PERSONAL) -> Person:
    with as_system():
        Workspace.objects.filter(pk=person.caller.workspace_id).update(plan_id=plan, kind=kind)
    return person


def _key(person: Person, *scopes: str, **change: Any) -> Client:
    answer = made(person, scopes=list(scopes))
    with as_system():
        ApiKey.objects.filter(pk=answer["id"]).update(**change)
    return program(answer["key"])


def _home(person: Person) -> Rows:
    workspace = str(person.caller.workspace_id)
    return {"workspaces/{id}": workspace, "workspaces/{workspace_id}": workspace}


def cast_of() -> Cast:
    """One team with all roles, and everybody outside of it."""
    owner = _on_plan(make_person(), "team", Workspace.Kind.TEAM)
    team = {
        role: owner if role == "owner" else make_person(workspace_of=owner, role=role)
        for role in ("viewer", "member", "admin", "owner")
    }
    rows = _team_rows(owner)
    own = {role: _alone(person) for role, person in team.items()}
    own["owner"]["resumes/{id}"] = str(make_resume(owner).pk)
    ended, left = make_person(), make_person(workspace_of=owner, role="admin")
    with as_system():
        Session.objects.filter(pk=ended.tokens.session_id).update(revoked_at=timezone.now())
    elsewhere = make_person(workspace_of=_on_plan(make_person(), "team", Workspace.Kind.TEAM), role="admin")
    plans = {code: _on_plan(make_person(), code) for code in ("free", "pro", "team")}
    stranger, staff, unverified = (
        make_person(),
        make_person(is_staff=True),
        make_person(email_verified_at=None),
    )
    former = _moved_out(left)
    with as_system():
        features = {plan.code: frozenset(plan.features) for plan in Plan.objects.all()}
    return Cast(
        rows={**rows, **own["owner"]},
        own={
            **own,
            **{code: _home(person) for code, person in plans.items()},
            "unverified": _home(unverified),
        },
        nobody={
            "anonymous": Client(raise_request_exception=False),
            "expired": bearer(_expired(owner)),
            "forged": bearer(owner.tokens.access_token[:-4] + "AAAA"),
            "revoked_session": ended.client,
            "revoked_key": _key(owner, "*:read", "*:write", "*:manage", revoked_at=timezone.now()),
            "expired_key": _key(owner, "*:read", expires_at=timezone.now() - timedelta(days=1)),
        },
        outside={
            "stranger": stranger.client,
            "other_admin": elsewhere.client,
            "staff": staff.client,
            "former_member": former,
        },
        team={role: person.client for role, person in team.items()},
        on_plan={code: (person.client, features[code]) for code, person in plans.items()},
        keys={scope: _key(owner, f"*:{scope}") for scope in ("read", "write")},
        unverified=unverified.client,
    )


def _moved_out(person: Person) -> Client:
    """Somebody who was an admin of the team, is no more, and signed in anew where they still belong."""
    with as_system(), atomic():
        Membership.objects.filter(user=person.user).delete()
        home = Workspace.objects.create(name="A new home")
        Membership.objects.create(user=person.user, workspace=home, role="owner")
        return bearer(begin(person.user, RequestContext()).access_token)
