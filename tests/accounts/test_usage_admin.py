"""Plans, grants and usage as staff see and change them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.accounts.models import Meter, Plan, UsageCounter, UsageGrant, UsageRecord
from apps.core.db import as_system
from apps.events.models import Event
from tests.accounts.spending import counts, meter, use_up
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def grant(staff: Client, person: Person, **fields: str) -> Any:
    now = timezone.now()
    body = {
        "workspace": str(person.caller.workspace_id),
        "meter": "generations",
        "amount": "2",
        "reason": "Lost two to our outage",
        "starts_at_0": f"{now:%Y-%m-%d}",
        "starts_at_1": f"{now:%H:%M:%S}",
        "ends_at_0": "",
        "ends_at_1": "",
    }
    return staff.post("/admin/accounts/usagegrant/add/", body | fields)


def test_staff_grant_and_it_is_felt_at_once(staff: Client, member: Person) -> None:
    use_up(member, Meter.GENERATIONS, 20)
    assert meter(member, Meter.GENERATIONS)["remaining"] == 0
    assert grant(staff, member, reason="").status_code == 200
    assert meter(member, Meter.GENERATIONS)["remaining"] == 0
    assert grant(staff, member).status_code == 302
    assert meter(member, Meter.GENERATIONS)["remaining"] == 2
    with as_system():
        row = UsageGrant.objects.get()
        told = Event.objects.get(type="usage.granted")
    assert (told.subject_id, told.actor_id, row.granted_by_id) == (row.pk, told.actor_id, told.actor_id)
    assert "reason" in told.changed
    # Only its end can be moved.
    page = f"/admin/accounts/usagegrant/{row.pk}/change/"
    assert 'name="amount"' not in staff.get(page).content.decode()
    ended = staff.post(page, {"amount": "99", "ends_at_0": "2026-01-01", "ends_at_1": "00:00:00"})
    assert ended.status_code == 302
    assert meter(member, Meter.GENERATIONS)["remaining"] == 0
    with as_system():
        assert UsageGrant.objects.get().amount == 2
    assert staff.post(f"/admin/accounts/usagegrant/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_staff_change_a_plan_and_it_is_felt_at_once(staff: Client, member: Person) -> None:
    use_up(member, Meter.GENERATIONS, 20)
    page = f"/admin/accounts/workspace/{member.caller.workspace_id}/change/"
    assert "<td>generations<td>20<td>0<td>20<td>0<td>" in staff.get(page).content.decode()
    body = {
        "name": "Mine",
        "kind": "personal",
        "plan": "pro",
        "deletion_due_at_0": "",
        "deletion_due_at_1": "",
    }
    assert staff.post(page, body).status_code == 302
    assert meter(member, Meter.GENERATIONS)["remaining"] == 480
    assert member.client.get("/api/v1/users/me/").json()["workspace"]["plan"] == "pro"


def test_staff_cannot_edit_the_books(staff: Client, member: Person) -> None:
    use_up(member, Meter.GENERATIONS, 1)
    with as_system():
        pages = {
            "usagerecord": UsageRecord.objects.get().pk,
            "usagecounter": UsageCounter.objects.get().pk,
        }
    for model, pk in pages.items():
        base = f"/admin/accounts/{model}/"
        assert staff.get(f"{base}{pk}/change/").status_code == 200
        for path in ("add/", f"{pk}/change/", f"{pk}/delete/"):
            assert staff.post(base + path, {"used": "0"}).status_code == 403
    assert counts(member.caller, Meter.GENERATIONS) == (1, 0)


def test_a_limit_of_a_plan_is_by_its_kind(staff: Client) -> None:
    with as_system():
        plan = Plan.objects.get(code="free")
        limits = list(plan.limits.order_by("created_at"))
    body = {
        "name": plan.name,
        "description": plan.description,
        "features": "api_keys",
        "rate_factor": "1",
        "position": "0",
        "limits-TOTAL_FORMS": str(len(limits)),
        "limits-INITIAL_FORMS": str(len(limits)),
    }
    for place, limit in enumerate(limits):
        body |= {
            f"limits-{place}-id": str(limit.pk),
            f"limits-{place}-plan": "free",
            f"limits-{place}-meter": limit.meter,
            f"limits-{place}-amount": str(limit.amount),
            f"limits-{place}-period": "month",
        }
    answer = staff.post(f"/admin/accounts/plan/{plan.pk}/change/", body)
    assert answer.status_code == 200
    assert "counted as they stand" in answer.content.decode()
