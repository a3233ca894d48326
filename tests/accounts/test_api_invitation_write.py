"""`workspaces/{id}/invitations/`: asking, asking again, taking back, and what stands in the mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.accounts.invitation_handlers import one_line
from apps.accounts.invitation_tokens import read_invitation
from apps.accounts.models import Invitation, Membership, Workspace
from apps.accounts.services import invitations as services
from apps.core import windows
from apps.core.db import as_system
from apps.events.models import Event
from apps.events.relay import relay
from tests.accounts.teams import BASE, JSON, Team, at_once, invite, mailed_token, make_team
from tests.factories.accounts import make_person

pytestmark = pytest.mark.usefixtures("database")
NEW = "new@example.com"


@pytest.fixture(autouse=True)
def forget_mails() -> None:
    """Mails to an address are counted for a day, across tests."""
    for name in (NEW, "other@example.com"):
        windows.forget(f"invitations to {name}")


def ask(team: Team, body: dict[str, Any], client: Any = None) -> Any:
    return (client or team.owner.client).post(team.invitations, body, content_type=JSON)


def test_an_invitation_as_a_whole() -> None:
    team = make_team()
    answer = ask(team, {"email": "New@Example.com", "role": "viewer"})
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert body == {
        "id": body["id"],
        "email": NEW,
        "role": "viewer",
        "status": "pending",
        "invited_by_id": str(team.owner.user.pk),
        "invited_by_name": team.owner.user.full_name,
        "expires_at": body["expires_at"],
        "accepted_at": None,
        "created_at": body["created_at"],
        "updated_at": body["updated_at"],
    }
    with as_system():
        row = Invitation.objects.get()
    assert timedelta(days=6, hours=23) < row.expires_at - timezone.now() < timedelta(days=7, seconds=1)
    assert answer.headers["Location"] == f"{team.invitations}{row.pk}/"
    assert team.owner.client.get(answer.headers["Location"]).json() == body
    assert team.owner.client.get(team.invitations).json()["results"] == [body]


def test_what_is_told_holds_no_address_and_no_token() -> None:
    team = make_team()
    made = invite(team, NEW)
    token = mailed_token(NEW)
    team.owner.client.delete(f"{team.invitations}{made['id']}/")
    with as_system():
        told = list(Event.objects.filter(type__startswith="invitation.").order_by("occurred_at"))
    assert [(e.type, str(e.subject_id), e.changed, e.payload) for e in told] == [
        ("invitation.created", made["id"], ["email", "expires_at", "role"], {"role": "member"}),
        ("invitation.revoked", made["id"], ["revoked_at"], {"role": "member"}),
    ]
    assert all(e.actor_id == team.owner.user.pk for e in told)
    assert token not in str([e.payload for e in told])


@pytest.mark.parametrize(
    ("actor", "role", "status"),
    [
        ("owner", "admin", 201),
        ("admin", "admin", 201),
        ("admin", "viewer", 201),
        ("admin", "owner", 400),
        ("owner", "owner", 400),
        ("member", "viewer", 403),
        ("viewer", "viewer", 403),
    ],
)
def test_who_may_invite_as_what(actor: str, role: str, status: int) -> None:
    team = make_team()
    person = team.add(actor)
    assert ask(team, {"email": NEW, "role": role}, person.client).status_code == status
    listed = person.client.get(team.invitations)
    assert listed.status_code == (200 if actor in ("owner", "admin") else 403)


def test_needs_a_verified_address_and_a_plan_with_members() -> None:
    team = make_team()
    unverified = team.add("admin", email_verified_at=None)
    answer = ask(team, {"email": NEW}, unverified.client)
    assert (answer.status_code, answer.json()["code"]) == (403, "email_not_verified")
    alone = make_team(plan="free")
    answer = ask(alone, {"email": NEW})
    assert (answer.status_code, answer.json()["code"]) == (403, "plan_limit_reached")


def test_the_plan_of_the_paths_workspace_counts() -> None:
    """A token that acts in a team with members gives nothing to a team without."""
    rich, poor = make_team(plan="team"), make_team(plan="free")
    with as_system():
        Membership.objects.create(user=rich.owner.user, workspace_id=poor.id, role="owner")
    pair = rich.owner.client.post(f"{rich.url}switch/").json()
    headers = {"authorization": f"Bearer {pair['access_token']}"}
    answers = [
        rich.owner.client.post(t.invitations, {"email": NEW}, content_type=JSON, headers=headers)
        for t in (rich, poor)
    ]
    assert [answer.status_code for answer in answers] == [201, 403]


def test_into_a_personal_workspace_nobody_is_invited() -> None:
    person = make_person()
    with as_system():
        Workspace.objects.filter(pk=person.caller.workspace_id).update(plan="team")
    answer = person.client.post(
        f"{BASE}{person.caller.workspace_id}/invitations/", {"email": NEW}, content_type=JSON
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")


def test_a_member_or_an_invited_address_is_a_conflict() -> None:
    team = make_team()
    member = team.add("member")
    assert ask(team, {"email": member.user.email.upper()}).status_code == 409
    invite(team, NEW)
    assert ask(team, {"email": NEW, "role": "admin"}).status_code == 409
    # Elsewhere nobody knows of it.
    assert ask(make_team(), {"email": NEW}).status_code == 201


def test_an_expired_one_makes_room() -> None:
    team = make_team()
    first = invite(team, NEW)
    with as_system():
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    get = team.owner.client.get
    assert get(f"{team.invitations}?status=expired").json()["results"][0]["status"] == "expired"
    assert get(f"{team.invitations}?status=pending").json()["count"] == 0
    second = invite(team, NEW, role="viewer")
    assert [row["id"] for row in get(team.invitations).json()["results"]] == [second["id"]]
    assert get(f"{team.invitations}{first['id']}/").status_code == 404


def test_twice_at_once_is_one_invitation() -> None:
    team = make_team()
    answers = at_once(*(lambda: ask(team, {"email": NEW}).status_code for _ in range(4)))
    assert sorted(answers) == [201, 409, 409, 409]


def test_so_many_open_and_no_more() -> None:
    team = make_team()
    with as_system():
        Invitation.objects.bulk_create(
            Invitation(
                workspace_id=team.id,
                email=f"guest{n}@example.com",
                invited_by_id=team.owner.user.pk,
                expires_at=timezone.now() + timedelta(days=1),
            )
            for n in range(services.MOST_OPEN)
        )
    answer = ask(team, {"email": NEW})
    assert (answer.status_code, str(services.MOST_OPEN) in answer.json()["detail"]) == (409, True)
    with as_system():
        Invitation.objects.filter(email="guest1@example.com").update(revoked_at=timezone.now())
    assert ask(team, {"email": NEW}).status_code == 201


def test_an_address_is_not_written_to_without_end() -> None:
    """Whoever sends them, and however often they are taken back."""
    teams = [make_team() for _ in range(2)]
    for number in range(services.MAILS_A_DAY):
        team = teams[number % 2]
        made = invite(team, NEW)
        assert team.owner.client.delete(f"{team.invitations}{made['id']}/").status_code == 204
    for team in teams:
        answer = ask(team, {"email": NEW})
        assert (answer.status_code, answer.json()["code"]) == (429, "throttled")
        assert 0 < int(answer.headers["Retry-After"]) <= 86_400
    assert ask(teams[0], {"email": "other@example.com"}).status_code == 201


def test_once_by_key() -> None:
    team = make_team()
    first, second = (
        team.owner.client.post(
            team.invitations, {"email": NEW}, content_type=JSON, headers={"idempotency-key": "k"}
        )
        for _ in range(2)
    )
    assert (first.status_code, second.status_code, first.json()) == (201, 201, second.json())
    assert relay() >= 1
    assert [m.to for m in mail.outbox if "invited" in m.subject] == [[NEW]]


def test_resending_gives_another_week_and_another_mail() -> None:
    team = make_team()
    made = invite(team, NEW)
    first = mailed_token(NEW)
    with as_system():
        Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    url = f"{team.invitations}{made['id']}/resend/"
    assert team.add("member").client.post(url).status_code == 403
    answer = team.owner.client.post(url)
    assert (answer.status_code, answer.json()["status"]) == (200, "pending")
    second = mailed_token(NEW)
    assert len([m for m in mail.outbox if m.to == [NEW]]) == 2
    assert team.events()[-1] == "invitation.resent"
    # Either mail will do: whether it still holds stands in the row.
    assert read_invitation(first) == read_invitation(second)
    team.owner.client.delete(f"{team.invitations}{made['id']}/")
    assert team.owner.client.post(url).status_code == 404


def test_taken_back_it_is_gone_and_no_mail_leaves() -> None:
    team = make_team()
    made = invite(team, NEW)
    url = f"{team.invitations}{made['id']}/"
    stale = {"if-match": '"stale"'}
    assert team.owner.client.delete(url, headers=stale).status_code == 412
    assert [team.owner.client.delete(url).status_code for _ in range(2)] == [204, 404]
    relay()
    assert not [m for m in mail.outbox if m.to == [NEW]]
    assert team.owner.client.get(team.invitations).json()["count"] == 0


def test_strangers_and_other_admins_get_404() -> None:
    team, other = make_team(), make_team()
    url = f"{team.invitations}{invite(team, NEW)['id']}/"
    foreign = other.add("admin").client
    for address in (url, url.replace(team.id, other.id)):
        assert foreign.get(address).status_code == 404
        assert foreign.delete(address).status_code == 404
        assert foreign.post(f"{address}resend/").status_code == 404
    assert foreign.get(team.invitations).status_code == 404
    assert ask(team, {"email": "mine@example.com"}, foreign).status_code == 404
    assert team.owner.client.get(url).status_code == 200


def test_hostile_names_stay_one_line_of_the_body() -> None:
    """What an older row, staff or another way in may hold: no header, no second paragraph, no turned text."""
    team = make_team()
    with as_system():
        Workspace.objects.filter(pk=team.id).update(
            name="Rye\r\nBcc: all@example.com\r\n\r\n<b>Send money</b>\u202e"
        )
        team.owner.user.full_name = "Ada\nSubject: Prize" + "x" * 150
        team.owner.user.save()
    invite(team, NEW)
    relay()
    letter = next(m for m in mail.outbox if m.to == [NEW])
    assert letter.subject == "You are invited to a workspace on Foothold"
    assert (letter.bcc, letter.cc, letter.attachments) == ([], [], [])
    first = str(letter.body).splitlines()[0]
    assert '"Rye Bcc: all@example.com <b>Send money</b>"' in first
    assert first.startswith("Ada Subject: Prizexx")
    assert "\u202e" not in str(letter.body)
    assert letter.message().get_content_type() == "text/plain"


@pytest.mark.parametrize(
    ("text", "seen"),
    [("a\r\nb", "a b"), ("a\x00\x1bb", "a b"), ("  ", ""), ("x" * 100, "x" * 80), ("\u202eabc", "abc")],
)
def test_one_line(text: str, seen: str) -> None:
    assert one_line(text) == seen


@pytest.mark.parametrize(
    ("body", "attr"),
    [
        ({}, "email"),
        ({"email": "nobody"}, "email"),
        ({"email": "a@example.com\nBcc: b@example.com"}, "email"),
        ({"email": NEW, "role": "king"}, "role"),
        ({"email": NEW, "expires_at": "2099-01-01T00:00:00Z"}, "expires_at"),
    ],
)
def test_bad_bodies_are_named(body: dict[str, Any], attr: str) -> None:
    answer = ask(make_team(), body)
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, attr)


def test_filters_and_ordering() -> None:
    team = make_team()
    for name in ("b", "a", "c"):
        invite(team, f"{name}@example.com")
    get = team.owner.client.get
    listed = get(f"{team.invitations}?ordering=email").json()["results"]
    assert [row["email"][0] for row in listed] == ["a", "b", "c"]
    for query in ("status=revoked", "status=x", "ordering=role"):
        assert get(f"{team.invitations}?{query}").status_code == 400, query


def test_the_number_of_queries_does_not_grow() -> None:
    team = make_team()
    counts = []
    for rows in (1, 5, 20):
        with as_system():
            while (number := Invitation.objects.count()) < rows:
                Invitation.objects.create(
                    workspace_id=team.id,
                    email=f"guest{number}@example.com",
                    invited_by_id=team.owner.user.pk,
                    expires_at=timezone.now() + timedelta(days=1),
                )
        with CaptureQueriesContext(connections["default"]) as captured:
            assert len(team.owner.client.get(team.invitations).json()["results"]) == rows
        counts.append(len(captured))
    assert len(set(counts)) == 1, counts
