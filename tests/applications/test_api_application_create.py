"""`POST applications/`"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from apps.accounts.models import Role
from apps.core.db import acting
from apps.events.models import Event
from tests.applications.calls import BASE, JSON, TYPED_IN, begin
from tests.factories.accounts import Person, make_person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")


def ago(**span: int) -> str:
    return (timezone.now() - timedelta(**span)).isoformat()


def test_a_vacancy_typed_in_answers_the_whole_application(member: Person) -> None:
    response = member.client.post(BASE, {**TYPED_IN, "note": "ask Ines"}, content_type=JSON)
    assert response.status_code == 201
    body = response.json()
    assert response.headers["Location"] == f"{BASE}{body['id']}/"
    stored = member.client.get(f"{BASE}{body['id']}/").json()
    assert stored == body
    listed = next(iter(member.client.get("/api/v1/vacancies/").json()["results"]))
    assert body.pop("vacancy") == listed
    assert (listed["title"], listed["company"]["name"], listed["origin"]) == (
        "Glass Blower",
        "Amber Kiln Ltd",
        "own",
    )
    for stamp in ("id", "state_changed_at", "created_at", "updated_at"):
        assert body.pop(stamp)
    assert body == {
        "state": "saved",
        "allowed": ["applied", "withdrawn", "archived"],
        "applied_at": None,
        "note": "ask Ines",
        "resume_version_id": None,
    }


def test_for_a_vacancy_of_the_catalogue(member: Person) -> None:
    vacancy = make_vacancy(title="Night Baker")
    body = begin(member, vacancy_id=str(vacancy.pk))
    assert (body["vacancy"]["id"], body["vacancy"]["title"]) == (str(vacancy.pk), "Night Baker")
    assert (body["vacancy"]["origin"], body["vacancy"]["applied_at"]) == ("catalogue", None)


def test_begun_as_applied_marks_the_vacancy(member: Person) -> None:
    vacancy = make_vacancy()
    sent = ago(days=3)
    body = begin(member, vacancy_id=str(vacancy.pk), state="applied", applied_at=sent)
    assert body["applied_at"] == body["state_changed_at"] == body["vacancy"]["applied_at"]
    assert body["applied_at"][:19] == sent[:19]
    assert member.client.get(f"/api/v1/vacancies/{vacancy.pk}/").json()["applied_at"] == body["applied_at"]
    assert member.client.get("/api/v1/vacancies/?applied=true").json()["count"] == 1


def test_one_already_under_way_may_have_no_date_of_sending(member: Person) -> None:
    body = begin(member, **TYPED_IN, state="interview")
    assert (body["state"], body["applied_at"]) == ("interview", None)
    assert begin(member, **TYPED_IN, state="applied")["applied_at"] is not None


def test_a_second_one_for_the_same_vacancy_is_a_conflict(member: Person, stranger: Person) -> None:
    vacancy_id = str(make_vacancy().pk)
    first = begin(member, vacancy_id=vacancy_id)
    second = member.client.post(BASE, {"vacancy_id": vacancy_id}, content_type=JSON)
    assert (second.status_code, second.json()["code"]) == (409, "conflict")
    assert first["id"] in second.json()["detail"]
    assert begin(stranger, vacancy_id=vacancy_id)["id"] != first["id"]
    own = begin(member)
    again = member.client.post(BASE, {"vacancy_id": own["vacancy"]["id"]}, content_type=JSON)
    assert again.status_code == 409
    assert own["id"] in again.json()["detail"]
    assert member.client.get(BASE).json()["count"] == 2


def test_one_idempotency_key_makes_one(member: Person) -> None:
    def post(**changes: Any) -> Any:
        return member.client.post(
            BASE, {**TYPED_IN, **changes}, content_type=JSON, headers={"idempotency-key": "key-1"}
        )

    first, again, other = post(), post(), post(title="Other")
    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 409)
    assert again.json() == first.json()
    assert again.headers["Location"] == first.headers["Location"]
    assert member.client.get(BASE).json()["count"] == 1
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 1


def test_a_strangers_vacancy_is_not_found(member: Person, stranger: Person) -> None:
    theirs = begin(stranger)["vacancy"]["id"]
    for vacancy_id in (theirs, str(uuid4())):
        response = member.client.post(BASE, {"vacancy_id": vacancy_id}, content_type=JSON)
        assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert member.client.get(BASE).json()["count"] == 0


def test_a_refused_one_leaves_no_vacancy_behind(member: Person) -> None:
    response = member.client.post(BASE, {**TYPED_IN, "applied_at": ago(days=1)}, content_type=JSON)
    assert response.status_code == 400
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 0
    with acting(member.caller):
        assert not Event.objects.filter(type="vacancy.created").exists()


@pytest.mark.parametrize(
    ("body", "attr"),
    [
        ({}, "vacancy_id"),
        ({"note": "x"}, "vacancy_id"),
        ({"title": "Baker"}, "company_name"),
        ({"company_name": "Amber Kiln Ltd"}, "title"),
        ({"url": "https://kiln.example.com/"}, "title"),
        ({**TYPED_IN, "vacancy_id": str(uuid4())}, "title"),
        ({**TYPED_IN, "url": "javascript:alert(1)"}, "url"),
        ({**TYPED_IN, "title": ""}, "title"),
        ({**TYPED_IN, "title": "nul\u0000"}, "title"),
        ({**TYPED_IN, "colour": "red"}, "colour"),
        ({**TYPED_IN, "state": "archived"}, "state"),
        ({**TYPED_IN, "state": "flying"}, "state"),
        ({**TYPED_IN, "applied_at": "2020-01-01T00:00:00Z"}, "applied_at"),
        ({**TYPED_IN, "state": "applied", "applied_at": "2999-01-01T00:00:00Z"}, "applied_at"),
        ({**TYPED_IN, "note": "x" * 5001}, "note"),
        ({"vacancy_id": "seven"}, "vacancy_id"),
        ({**TYPED_IN, "resume_version_id": "seven"}, "resume_version_id"),
    ],
)
def test_bad_values_name_their_field(member: Person, body: dict[str, Any], attr: str) -> None:
    response = member.client.post(BASE, body, content_type=JSON)
    assert (response.status_code, response.json()["code"]) == (400, "validation_error")
    assert [fault["attr"] for fault in response.json()["errors"]] == [attr]


def test_an_unknown_query_parameter_is_refused(member: Person) -> None:
    response = member.client.post(f"{BASE}?dry_run=true", TYPED_IN, content_type=JSON)
    assert (response.status_code, response.json()["errors"][0]["attr"]) == (400, "dry_run")


def test_a_viewer_begins_nothing(member: Person) -> None:
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    response = viewer.client.post(BASE, TYPED_IN, content_type=JSON)
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")


def test_what_happened_is_an_event_without_a_persons_words(member: Person) -> None:
    body = begin(member, **TYPED_IN, state="applied", note="ask Ines")
    with acting(member.caller):
        event = Event.objects.get(type="application.created")
    assert (str(event.subject_id), event.actor_id) == (body["id"], member.caller.user_id)
    assert event.payload == {
        "application_id": body["id"],
        "vacancy_id": body["vacancy"]["id"],
        "from_state": None,
        "to_state": "applied",
        "at": body["state_changed_at"],
    }
