"""`GET PATCH DELETE applications/{id}/`"""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import ProtectedError

from apps.accounts.models import Role, Workspace
from apps.applications.models import Application, ApplicationNote
from apps.core.db import acting, as_system
from apps.events.models import Event
from apps.vacancies.models import Vacancy
from tests.applications.calls import BASE, JSON, begin, move
from tests.factories.accounts import Person, make_person
from tests.factories.applications import make_application
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")


def patch(person: Person, path: str, body: dict[str, Any], **headers: str) -> Any:
    return person.client.patch(path, body, content_type=JSON, headers=headers)


def test_patch_changes_the_note_and_says_so(member: Person) -> None:
    made = begin(member)
    path = f"{BASE}{made['id']}/"
    changed = patch(member, path, {"note": "call on Monday"}).json()
    assert changed.pop("updated_at") > made.pop("updated_at")
    assert changed == {**made, "note": "call on Monday"}
    with acting(member.caller):
        event = Event.objects.get(type="application.changed")
        assert (event.changed, "Monday" in str(event.payload)) == (["note"], False)


def test_a_patch_that_changes_nothing_is_no_event(member: Person) -> None:
    made = begin(member)
    for body in ({}, {"note": ""}):
        assert patch(member, f"{BASE}{made['id']}/", body).json() == made
    with acting(member.caller):
        assert not Event.objects.filter(type="application.changed").exists()


@pytest.mark.parametrize(
    "body", [{"state": "applied"}, {"applied_at": None}, {"colour": 1}, {"note": None}, {"note": "a\u0000b"}]
)
def test_what_cannot_be_patched_is_named(member: Person, body: dict[str, Any]) -> None:
    made = begin(member)
    response = patch(member, f"{BASE}{made['id']}/", body)
    assert (response.status_code, [e["attr"] for e in response.json()["errors"]]) == (400, list(body))
    assert member.client.get(f"{BASE}{made['id']}/").json() == made


def test_there_is_no_put(member: Person) -> None:
    assert member.client.put(f"{BASE}{begin(member)['id']}/", {}, content_type=JSON).status_code == 405


def test_a_stale_if_match_changes_nothing(member: Person) -> None:
    path = f"{BASE}{begin(member)['id']}/"
    tag = member.client.get(path).headers["ETag"]
    assert member.client.get(path, headers={"if-none-match": tag}).status_code == 304
    assert patch(member, path, {"note": "one"}, **{"if-match": tag}).status_code == 200
    stale = patch(member, path, {"note": "two"}, **{"if-match": tag})
    assert (stale.status_code, stale.json()["code"]) == (412, "precondition_failed")
    assert member.client.delete(path, headers={"if-match": tag}).status_code == 412
    assert member.client.get(path).json()["note"] == "one"
    fresh = member.client.get(path).headers["ETag"]
    assert member.client.delete(path, headers={"if-match": fresh}).status_code == 204


def test_delete_takes_the_mark_and_the_notes_and_leaves_the_vacancy(member: Person) -> None:
    vacancy = make_vacancy()
    made = begin(member, vacancy_id=str(vacancy.pk))
    assert move(member, made["id"], "applied", note="sent by post").json()["vacancy"]["applied_at"]
    assert member.client.delete(f"{BASE}{made['id']}/").status_code == 204
    assert member.client.get(f"{BASE}{made['id']}/").status_code == 404
    assert member.client.get(f"/api/v1/vacancies/{vacancy.pk}/").json()["applied_at"] is None
    with acting(member.caller):
        assert not ApplicationNote.objects.exists()
        assert Event.objects.get(type="application.deleted").payload["application_id"] == made["id"]
    assert begin(member, vacancy_id=str(vacancy.pk))["id"] != made["id"]


def test_a_stranger_meets_it_nowhere(member: Person, stranger: Person) -> None:
    path = f"{BASE}{begin(member)['id']}/"
    for response in (
        stranger.client.get(path),
        patch(stranger, path, {"note": "mine"}),
        stranger.client.delete(path),
        stranger.client.get(f"{path}timeline/"),
    ):
        assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_a_viewer_reads_and_writes_nothing(member: Person) -> None:
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    path = f"{BASE}{begin(member)['id']}/"
    assert viewer.client.get(path).status_code == 200
    for response in (patch(viewer, path, {"note": "mine"}), viewer.client.delete(path)):
        assert (response.status_code, response.json()["code"]) == (403, "permission_denied")


def test_nobody_comes_in_without_a_token(member: Person, anonymous: Any) -> None:
    assert anonymous.get(f"{BASE}{begin(member)['id']}/").status_code == 401


def test_the_policies_hold_with_the_viewset_away(member: Person, stranger: Person) -> None:
    application = make_application(member)
    with acting(stranger.caller):
        assert not Application.objects.filter(pk=application.pk).exists()
        assert Application.objects.filter(pk=application.pk).update(note="mine") == 0


def test_erasing_a_workspace_takes_its_applications_and_their_vacancies(
    member: Person, stranger: Person
) -> None:
    begin(member)
    make_application(member)
    kept = make_application(stranger)
    with as_system():
        Workspace.objects.get(pk=member.caller.workspace_id).delete()
        assert [row.pk for row in Application.objects.all()] == [kept.pk]


def test_a_vacancy_that_an_application_is_for_cannot_be_deleted(member: Person) -> None:
    made = begin(member)
    path = f"/api/v1/vacancies/{made['vacancy']['id']}/"
    refused = member.client.delete(path)
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    assert member.client.get(f"{BASE}{made['id']}/").json() == made
    assert member.client.delete(f"{BASE}{made['id']}/").status_code == 204
    assert member.client.delete(path).status_code == 204


def test_the_catalogue_cannot_drop_what_somebody_applied_for(member: Person) -> None:
    application = make_application(member)
    with as_system(), pytest.raises(ProtectedError):
        Vacancy.objects.get(pk=application.any_vacancy_id).delete()
    assert member.client.get(f"{BASE}{application.pk}/").status_code == 200
