"""A call of each operation that really changes something: what the least request of the matrix leaves as it was, or is
rightly refused, is prepared here by people of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.test import Client

from apps.accounts.auth import mail
from apps.accounts.invitation_tokens import invitation_token
from apps.accounts.models import Invitation, Membership, User, Workspace
from apps.core.db import acting, as_system
from apps.generation.models import Generation
from apps.vacancies.merging.services import unmerge
from apps.vacancies.models import RawPosting
from tests.accounts.authenticator import Authenticator
from tests.accounts.calls import post
from tests.accounts.keys import made
from tests.accounts.rfc6238 import totp
from tests.accounts.second_factors import add_passkey, begin_passkey, challenge_for
from tests.contract.people import JSON
from tests.factories.accounts import PASSWORD, Person, make_person
from tests.factories.resumes import make_document
from tests.generation.asking import asked, make_resume
from tests.vacancies.marketplace import connect, make_client
from tests.vacancies.merging import crawl, greenhouse, postings

Body = dict[str, Any]


@dataclass(frozen=True)
class Deed:
    """Who sends which body for which rows. `by` is None where whoever asks is known to nobody."""

    client: Client
    by: UUID | None
    body: Body | None = None
    rows: dict[str, str] = field(default_factory=dict)


def _browser() -> Client:
    return Client(raise_request_exception=False)


def _of(person: Person, body: Body | None = None, **rows: str) -> Deed:
    home = str(person.caller.workspace_id)
    mine = {"workspaces/{id}": home, "workspaces/{workspace_id}": home}
    named = {f"{kind.replace('_', '-')}/{{id}}": row for kind, row in rows.items()}
    return Deed(person.client, person.caller.user_id, body, {**mine, **named})


def _team() -> tuple[Person, Person]:
    """An owner and a member of a team's workspace."""
    owner = make_person()
    with as_system():
        Workspace.objects.filter(pk=owner.caller.workspace_id).update(plan_id="team", kind="team")
    return owner, make_person(workspace_of=owner, role="member")


def _sent(person: Person, path: str, body: Body | None = None, method: str = "post") -> dict[str, Any]:
    answer = getattr(person.client, method)(f"/api/v1/{path}/", body, content_type=JSON)
    assert answer.status_code < 300, (path, answer.content)
    return dict(answer.json()) if answer.content else {}


def _vacancy(person: Person) -> str:
    return str(_sent(person, "vacancies", {"title": "Baker"})["id"])


# --- What changes a field ---------------------------------------------------------------------------------------


def _update_api_key() -> Deed:
    person = make_person()
    return _of(person, {"name": "Renamed"}, api_keys=made(person)["id"])


def _update_application() -> Deed:
    person = make_person()
    return _of(
        person,
        {"note": "Rang them."},
        applications=_sent(person, "applications", {"vacancy_id": _vacancy(person)})["id"],
    )


def _update_connection() -> Deed:
    person = make_person()
    body = {"kind": "mailbox", "name": "Work", "account": "ada@example.com",
            "options": {"host": "smtp.example.com", "port": 587, "username": "ada"}, "secret": {"password": "a-password"}}  # fmt: skip
    return _of(person, {"name": "Home"}, connections=_sent(person, "connections", body)["id"])


def _update_resume() -> Deed:
    person = make_person()
    return _of(person, {"title": "Better"}, resumes=str(make_resume(person).pk))


def _restore_version() -> Deed:
    deed = _update_resume()
    answer = deed.client.patch(
        f"/api/v1/resumes/{deed.rows['resumes/{id}']}/", {"title": "Better"}, content_type=JSON
    )
    assert answer.status_code == 200
    return Deed(deed.client, deed.by, None, {**deed.rows, "versions/{number}": "1"})


def _update_vacancy() -> Deed:
    person = make_person()
    return _of(person, {"title": "Head baker"}, vacancies=_vacancy(person))


def _merge() -> Deed:
    editor, into, absorbed = _two_postings()
    body = {"vacancy_id": str(absorbed.vacancy_id), "reason": "One job under two names."}
    return _of(editor, body, vacancies=str(into.vacancy_id))


def _unmerge() -> Deed:
    deed, posting = _merge(), str(postings()["greenhouse 1002"].pk)
    answer = deed.client.post(
        f"/api/v1/vacancies/{deed.rows['vacancies/{id}']}/merge/", deed.body, content_type=JSON
    )
    assert answer.status_code == 200, answer.content
    return Deed(deed.client, deed.by, {"posting_id": posting}, deed.rows)


def _two_postings() -> tuple[Person, RawPosting, RawPosting]:
    """One of the staff, and two postings that are vacancies of the catalogue; taken apart where they were one."""
    crawl("greenhouse", [greenhouse(1), greenhouse(2)])
    held = postings()
    one, two = held["greenhouse 1001"], held["greenhouse 1002"]
    if one.vacancy_id == two.vacancy_id:
        assert one.vacancy_id is not None
        unmerge(vacancy_id=one.vacancy_id, posting_id=two.pk, actor_id=None)
        two = postings()["greenhouse 1002"]
    return make_person(is_staff=True), one, two


def _delete_vacancy() -> Deed:
    person = make_person()
    return _of(person, vacancies=_vacancy(person))


def _after_marking(mark: str) -> Deed:
    person = make_person()
    vacancy = _vacancy(person)
    _sent(person, f"vacancies/{vacancy}/{mark}", {})
    return _of(person, vacancies=vacancy)


def _refresh_company() -> Deed:
    person = make_person()
    connect(person)
    return _of(person, companies=str(make_client(person).pk))


def _rate() -> Deed:
    person = make_person()
    generation = asked(person)
    with acting(person.caller):
        Generation.objects.filter(pk=generation.pk).update(status="failed")
    return _of(person, {"rating": "up"}, generations=str(generation.pk))


# --- Workspaces -------------------------------------------------------------------------------------------------


def _switch() -> Deed:
    person = make_person()
    with as_system():
        Workspace.objects.filter(pk=person.caller.workspace_id).update(plan_id="team")
    made_workspace = _sent(person, "workspaces", {"name": "Another"})
    return Deed(person.client, person.caller.user_id, None, {"workspaces/{id}": made_workspace["id"]})


def _restore_workspace() -> Deed:
    owner, _ = _team()
    _sent(owner, f"workspaces/{owner.caller.workspace_id}", method="delete")
    return _of(owner)


def _erase_workspace() -> Deed:
    owner, _ = _team()
    with as_system():
        name = Workspace.objects.get(pk=owner.caller.workspace_id).name
    return _of(owner, {"name": name})


def _on_member(body: Body | None) -> Deed:
    owner, member = _team()
    with as_system():
        membership = str(Membership.objects.get(user=member.user).pk)
    return _of(owner, body, members=membership)


def _accept_invitation() -> Deed:
    (owner, _), invited = _team(), make_person()
    _sent(owner, f"workspaces/{owner.caller.workspace_id}/invitations",
          {"email": invited.user.email, "role": "member"})  # fmt: skip
    with as_system():
        token = invitation_token(Invitation.objects.get(email=invited.user.email))
    return _of(invited, {"token": token})


# --- Oneself ----------------------------------------------------------------------------------------------------


def _keep_me() -> Deed:
    person = make_person()
    _sent(person, "users/me", method="delete")
    return _of(person)


def _login() -> Deed:
    person = make_person()
    return Deed(_browser(), person.caller.user_id, {"email": person.user.email, "password": PASSWORD})


def _register() -> Deed:
    return Deed(
        _browser(), None, {"email": "new@example.com", "password": "an-uncommon-staple", "full_name": "Ada"}
    )


def _logout() -> Deed:
    person = make_person()
    return Deed(_browser(), person.caller.user_id, {"refresh_token": person.tokens.refresh_token})


def _verify() -> Deed:
    person = make_person(email_verified_at=None)
    return Deed(_browser(), person.caller.user_id, {"token": mail.verification_token(person.user)})


def _reset() -> Deed:
    person = make_person()
    with as_system():
        token = mail.reset_token(User.objects.get(pk=person.caller.user_id))
    return Deed(_browser(), person.caller.user_id, {"token": token, "password": "an-uncommon-staple"})


def _create_passkey() -> Deed:
    person = make_person()
    return _of(person, {"name": "Laptop", "credential": Authenticator().create(begin_passkey(person))})


def _confirm_totp() -> Deed:
    person = make_person()
    secret = _sent(person, "auth/mfa/totp", {"password": PASSWORD})["secret"]
    return _of(person, {"code": totp(secret)})


def _disable_totp() -> Deed:
    deed = _confirm_totp()
    assert deed.client.post("/api/v1/auth/mfa/totp/confirm/", deed.body, content_type=JSON).status_code == 200
    return Deed(deed.client, deed.by, {"password": PASSWORD}, deed.rows)


def _complete_challenge() -> Deed:
    person, device, browser = make_person(), Authenticator(), _browser()
    codes = add_passkey(person, device).json()["recovery_codes"]
    challenge = challenge_for(person, browser)
    return Deed(browser, person.caller.user_id, {"challenge": challenge, "recovery_code": codes[0]})


def _sign_in_with_passkey() -> Deed:
    person, device, browser = make_person(), Authenticator(), _browser()
    assert add_passkey(person, device).status_code == 201
    begun = post(browser, "auth/passkeys/begin/", {}).json()
    credential = device.get(begun["options"])
    return Deed(browser, person.caller.user_id, {"challenge": begun["challenge"], "credential": credential})


def _delete_document() -> Deed:
    person = make_person()
    return _of(person, documents=str(make_document(person).pk))


DEEDS: dict[str, Callable[[], Deed]] = {
    "acceptInvitation": _accept_invitation,
    "completeMfaChallenge": _complete_challenge,
    "completePasskeySignIn": _sign_in_with_passkey,
    "confirmPasswordReset": _reset,
    "confirmTotp": _confirm_totp,
    "createPasskey": _create_passkey,
    "createWorkspace": lambda: _of(_team()[0], {"name": "Another"}),
    "deleteDocument": _delete_document,
    "deleteMe": lambda: _of(make_person()),
    "deleteMember": lambda: _on_member(None),
    "deleteVacancy": _delete_vacancy,
    "disableTotp": _disable_totp,
    "eraseMe": lambda: _of(make_person(), {"password": PASSWORD, "at_once": True}),
    "eraseWorkspace": _erase_workspace,
    "keepMe": _keep_me,
    "login": _login,
    "logout": _logout,
    "mergeVacancy": _merge,
    "rateGeneration": _rate,
    "refreshCompany": _refresh_company,
    "register": _register,
    "restoreResumeVersion": _restore_version,
    "restoreWorkspace": _restore_workspace,
    "switchWorkspace": _switch,
    "unhideVacancy": lambda: _after_marking("hide"),
    "unmergeVacancy": _unmerge,
    "unsaveVacancy": lambda: _after_marking("save"),
    "updateApiKey": _update_api_key,
    "updateApplication": _update_application,
    "updateConnection": _update_connection,
    "updateMe": lambda: _of(make_person(), {"full_name": "Ada Beispiel"}),
    "updateMember": lambda: _on_member({"role": "viewer"}),
    "updatePreferences": lambda: _of(make_person(), {"skills": ["Baking"]}),
    "updateResume": _update_resume,
    "updateVacancy": _update_vacancy,
    "updateWorkspace": lambda: _of(make_person(), {"name": "Renamed"}),
    "verifyEmail": _verify,
}
