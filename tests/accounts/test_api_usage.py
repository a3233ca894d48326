"""`users/me/usage/`, and the calls of programs."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.accounts.models import Meter, UsageGrant
from apps.accounts.usage import periods, services
from apps.core.db import acting, as_system
from tests.accounts.keys import made, program, set_plan
from tests.accounts.spending import assert_refused, at_once, counts, meter, usage, use_up
from tests.factories.accounts import Person, make_person
from tests.factories.applications import make_application

pytestmark = pytest.mark.usefixtures("database")
PATH = "/api/v1/users/me/usage/"


def test_what_is_used_of_the_plan(member: Person, stranger: Person) -> None:
    use_up(member, Meter.PARSES, 3)
    with acting(member.caller) as caller:
        services.reserve(caller=caller, meter=Meter.GENERATIONS, key="one")
        services.charge(caller=caller, meter=Meter.TOKENS, key="one", amount=1200, cost=Decimal("0.0125"))
    with as_system():
        UsageGrant.objects.create(
            workspace_id=member.caller.workspace_id,
            meter=Meter.PARSES,
            amount=5,
            reason="A test",
            granted_by_id=uuid4(),
        )
    make_application(member)
    use_up(stranger, Meter.PARSES, 7)
    reset = periods.resets_at("month", timezone.now())
    assert reset is not None
    monthly = {"period": "month", "resets_at": f"{reset:%Y-%m-%dT%H:%M:%SZ}"}
    stock = {"period": "stock", "resets_at": None}

    def row(name: str, used: int, reserved: int, limit: int, granted: int = 0) -> dict[str, Any]:
        remaining = limit + granted - used - reserved
        return {
            "meter": name,
            "used": used,
            "reserved": reserved,
            "limit": limit,
            "granted": granted,
            "remaining": remaining,
        }

    assert usage(member.client) == {
        "plan": "free",
        "meters": [
            row("active_applications", 1, 0, 50) | stock,
            row("sources", 0, 0, 3) | stock,
            row("saved_searches", 0, 0, 10) | stock,
            row("parses", 3, 0, 30, 5) | monthly,
            row("generations", 0, 1, 20) | monthly,
            row("tokens", 1200, 0, 200_000) | monthly,
            row("api_calls", 0, 0, 10_000) | monthly,
        ],
        "tokens": 1200,
        "cost": 0.0125,
    }


def test_an_unlimited_meter_says_so(member: Person) -> None:
    set_plan(member, "team")
    shown = meter(member, Meter.ACTIVE_APPLICATIONS)
    assert (shown["limit"], shown["remaining"], usage(member.client)["plan"]) == (None, None, "team")


def test_nothing_is_left_below_nothing(member: Person) -> None:
    set_plan(member, "pro")
    use_up(member, Meter.GENERATIONS, 400)
    set_plan(member, "free")
    shown = meter(member, Meter.GENERATIONS)
    assert (shown["used"], shown["limit"], shown["remaining"]) == (400, 20, 0)


def test_a_viewer_sees_it_and_a_stranger_their_own(
    member: Person, stranger: Person, anonymous: Client
) -> None:
    use_up(member, Meter.PARSES, 3)
    viewer = make_person(workspace_of=member, role="viewer")
    assert usage(viewer.client) == usage(member.client)
    assert meter(stranger, Meter.PARSES)["used"] == 0
    assert anonymous.get(PATH).status_code == 401
    assert member.client.get(PATH + "?month=1").status_code == 400


def test_the_cost_is_the_same_for_more(member: Person) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connections["default"]) as seen:
            usage(member.client)
        return len(seen)

    few = queries()
    make_application(member)
    make_application(member)
    with acting(member.caller) as caller:
        for place in range(20):
            for name in (Meter.PARSES, Meter.GENERATIONS):
                services.spend(caller=caller, meter=name, key=f"key {place}")
    assert queries() == few


def test_calls_by_key_are_counted_and_a_persons_are_not(member: Person) -> None:
    key = made(member)
    before = counts(member.caller, Meter.API_CALLS)
    for _ in range(3):
        assert program(key["key"]).get("/api/v1/users/me/").status_code == 200
    usage(member.client)
    assert before == (0, 0)
    assert counts(member.caller, Meter.API_CALLS) == (3, 0)
    assert program(key["key"] + "x").get("/api/v1/users/me/").status_code == 401
    assert counts(member.caller, Meter.API_CALLS) == (3, 0)


def test_fifty_calls_at_once_on_the_last(member: Person) -> None:
    key = made(member)["key"]
    use_up(member, Meter.API_CALLS, 9_999)
    answers = at_once(50, lambda _: program(key).get("/api/v1/vacancies/").status_code)
    assert Counter(answers) == {200: 1, 403: 49}
    assert_refused(
        program(key).get(PATH), Meter.API_CALLS, "api_calls: 10000 of 10000 used this month; resets "
    )
    # The person behind the key still gets in, and sees why.
    assert meter(member, Meter.API_CALLS)["remaining"] == 0
