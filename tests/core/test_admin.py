"""The admin: every page of every model opens, with few queries; what staff change is an event."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.core.db import as_system
from apps.events.models import Event
from apps.vacancies.models import Vacancy
from tests.factories.accounts import PASSWORD, Person, make_person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")
PAGES = sorted(model._meta.label_lower for model in admin.site._registry)


def address(label: str) -> str:
    app, model = label.split(".")
    return f"/admin/{app}/{model}/"


@pytest.mark.parametrize("label", PAGES)
def test_every_list_opens_and_searches(staff: Client, member: Person, label: str) -> None:
    make_vacancy()
    member.client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type="application/json")
    for query in ("", "?q=kestrel", "?q=00000000-0000-7000-8000-000000000000", "?p=0"):
        answer = staff.get(address(label) + query)
        assert answer.status_code in (200, 302), (label, query)
    assert staff.get(address(label) + "add/").status_code in (200, 403)


def test_a_list_of_many_costs_no_more_queries_than_one_of_few(staff: Client) -> None:
    counts = []
    for rows in (1, 19):
        for _ in range(rows):
            make_vacancy()
        with CaptureQueriesContext(connections["system"]) as queries:
            staff.get("/admin/vacancies/vacancy/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_change_is_audited_with_its_fields(staff: Client) -> None:
    vacancy = make_vacancy()
    page = staff.get(f"/admin/vacancies/vacancy/{vacancy.pk}/change/")
    form = page.context["adminform"].form
    data = {name: form.initial.get(name) for name in form.fields}
    data = {name: "" if value is None else value for name, value in data.items()}
    data |= {"title": "Renamed by staff", "locations": "[]", "skills": "", "requirements": "", "countries": "DE",
             "visa_sponsorship": "unknown"}  # fmt: skip
    for name in ("posted_at", "first_seen_at", "last_seen_at", "listed_at", "closed_at"):
        moment = data.pop(name) or None
        data[f"{name}_0"] = moment.strftime("%Y-%m-%d") if moment else ""
        data[f"{name}_1"] = moment.strftime("%H:%M:%S") if moment else ""
    for inline in page.context["inline_admin_formsets"]:
        management = inline.formset.management_form
        data |= {f"{management.prefix}-{name}": value for name, value in management.initial.items()}
    answer = staff.post(f"/admin/vacancies/vacancy/{vacancy.pk}/change/", data)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    with as_system():
        assert Vacancy.objects.get(pk=vacancy.pk).title == "Renamed by staff"
        event = Event.objects.get(type="vacancy.changed_by_staff")
    assert event.subject_id == vacancy.pk
    assert "Title" in event.changed
    assert event.actor_id is not None


def test_a_member_does_not_get_in() -> None:
    person = make_person()
    client = Client()
    answer = client.post("/admin/login/", {"username": person.user.email, "password": PASSWORD})
    assert answer.status_code == 200
    assert client.get("/admin/vacancies/vacancy/").status_code == 302


def test_events_cannot_be_changed(staff: Client, member: Person) -> None:
    with as_system():
        event = Event.objects.first()
    assert event is not None
    assert staff.post(f"/admin/events/event/{event.pk}/change/", {"type": "x"}).status_code == 403
    assert staff.post(f"/admin/events/event/{event.pk}/delete/", {"post": "yes"}).status_code == 403
