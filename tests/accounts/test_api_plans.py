"""`plans/`"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Meter, Plan, PlanLimit
from apps.core.db import as_system
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
PATH = "/api/v1/plans/"


def get(client: Client, query: str = "") -> Any:
    response = client.get(PATH + query)
    return response.status_code, response.json()


def test_anybody_sees_what_there_is_to_choose(anonymous: Client) -> None:
    status, body = get(anonymous)
    assert (status, body["count"], body["next"]) == (200, 3, None)
    assert [plan["code"] for plan in body["results"]] == ["free", "pro", "team"]
    assert body["results"][0] == {
        "code": "free",
        "name": "Free",
        "description": "To find your feet.",
        "features": ["api_keys"],
        "rate_factor": 1,
        "limits": [
            {"meter": "active_applications", "amount": 50, "period": "stock"},
            {"meter": "api_calls", "amount": 10000, "period": "month"},
            {"meter": "generations", "amount": 20, "period": "month"},
            {"meter": "parses", "amount": 30, "period": "month"},
            {"meter": "saved_searches", "amount": 10, "period": "stock"},
            {"meter": "sources", "amount": 3, "period": "stock"},
            {"meter": "tokens", "amount": 200000, "period": "month"},
        ],
    }
    team = {limit["meter"]: limit["amount"] for limit in body["results"][2]["limits"]}
    assert team["active_applications"] is None


def test_a_token_changes_nothing(member: Person, anonymous: Client) -> None:
    stale = Client(headers={"authorization": "Bearer stale"}, raise_request_exception=False)
    assert get(member.client) == get(stale) == get(anonymous)


def test_order_and_pages(anonymous: Client) -> None:
    _, body = get(anonymous, "?ordering=-name&page_size=2")
    assert [plan["code"] for plan in body["results"]] == ["team", "pro"]
    _, rest = get(anonymous, "?ordering=-name&page_size=2&cursor=")
    _, last = get(anonymous, rest["next"].partition("/plans/")[2])
    assert [plan["code"] for plan in last["results"]] == ["free"]


@pytest.mark.parametrize("query", ["?ordering=rate_factor", "?code=free", "?page=0"])
def test_unknown_input_is_refused(anonymous: Client, query: str) -> None:
    assert get(anonymous, query)[0] == 400


def test_the_cost_is_the_same_for_more(anonymous: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connections["default"]) as seen:
            assert get(anonymous)[0] == 200
        return len(seen)

    few = queries()
    codes = [f"more-{number}" for number in range(17)]
    with as_system():
        for code in codes:
            Plan.objects.create(code=code, name=code.title())
            PlanLimit.objects.create(plan_id=code, meter=Meter.PARSES, amount=1)
    try:
        assert (queries(), get(anonymous)[1]["count"]) == (few, 20)
    finally:
        with as_system():
            Plan.objects.filter(code__in=codes).delete()


def test_nobody_changes_a_plan_here(member: Person) -> None:
    for method in ("post", "put", "patch", "delete"):
        assert getattr(member.client, method)(PATH).status_code == 405
