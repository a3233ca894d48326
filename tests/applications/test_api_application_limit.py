"""As many applications under way as the plan holds."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from apps.accounts.models import Meter
from apps.applications.models import Application
from apps.core.db import acting, as_system
from tests.accounts.spending import assert_refused, at_once, meter
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"


def begin(person: Person, vacancy_id: UUID | None = None) -> Any:
    body = {"vacancy_id": str(vacancy_id or make_vacancy().pk)}
    return person.client.post("/api/v1/applications/", body, content_type=JSON)


def move(person: Person, application: Application, to: str) -> Any:
    path = f"/api/v1/applications/{application.pk}/transition/"
    return person.client.post(path, {"to": to}, content_type=JSON)


def fill(person: Person, number: int) -> None:
    """Rows as they would stand: one by one over the API would take a minute."""
    vacancies = [make_vacancy() for _ in range(number)]
    with as_system():
        Application.objects.bulk_create(
            Application(
                workspace_id=person.caller.workspace_id, vacancy=vacancy, state_changed_at=timezone.now()
            )
            for vacancy in vacancies
        )


def test_the_last_application(member: Person) -> None:
    fill(member, 49)
    first = begin(member)
    assert first.status_code == 201
    answer = begin(member)
    assert_refused(answer, Meter.ACTIVE_APPLICATIONS, "active_applications: 50 of 50 in use")
    assert "Retry-After" not in answer.headers
    typed_in = {"title": "Baker", "company_name": "Crumb & Sons"}
    assert member.client.post("/api/v1/applications/", typed_in, content_type=JSON).status_code == 403
    with acting(member.caller):
        assert Application.objects.count() == 50
        application = Application.objects.get(pk=first.json()["id"])
    # One that is over makes room for another, and needs room to come back.
    assert move(member, application, "withdrawn").status_code == 200
    assert begin(member).status_code == 201
    assert_refused(
        move(member, application, "saved"), Meter.ACTIVE_APPLICATIONS, "active_applications: 50 of 50"
    )
    assert move(member, application, "archived").status_code == 200
    assert meter(member, Meter.ACTIVE_APPLICATIONS)["used"] == 50


def test_fifty_applications_at_once_on_the_last_place(member: Person) -> None:
    fill(member, 49)
    vacancies = [make_vacancy().pk for _ in range(50)]
    answers = at_once(50, lambda place: begin(member, vacancies[place]).status_code)
    assert Counter(answers) == {201: 1, 403: 49}
    assert meter(member, Meter.ACTIVE_APPLICATIONS)["used"] == 50


def test_fifty_reopened_at_once_on_the_last_place(member: Person) -> None:
    fill(member, 50)
    with acting(member.caller):
        rows = list(Application.objects.all())
    for row in rows[:20]:
        assert move(member, row, "withdrawn").status_code == 200
    fill(member, 19)
    answers = at_once(20, lambda place: move(member, rows[place], "saved").status_code)
    assert Counter(answers) == {200: 1, 403: 19}
    assert meter(member, Meter.ACTIVE_APPLICATIONS)["used"] == 50
