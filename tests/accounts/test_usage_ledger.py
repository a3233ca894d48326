"""Any order of reserve, settle and refund, held against a plain ledger."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from apps.accounts.models import Meter, UsageRecord, Workspace
from apps.accounts.usage import services
from apps.core.caller import Caller
from apps.core.db import acting, as_system
from apps.core.errors import NotFound, PlanLimitReached
from tests.accounts.spending import counts
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
GENERATIONS = Meter.GENERATIONS
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["reserve", "settle", "refund", "part"]),
        st.sampled_from("abcde"),
        st.integers(min_value=1, max_value=9),
    ),
    max_size=25,
)


@given(STEPS)
@examples(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_of_steps_keeps_the_books(member: Person, steps: list[tuple[str, str, int]]) -> None:
    """Never above the limit of 20; the counter is the sum of the records; each step does what a plain ledger says."""
    with as_system():
        workspace = Workspace.objects.create(name=f"Books {uuid4()}")
    caller = replace(member.caller, workspace_id=workspace.pk)
    ledger: dict[str, tuple[str, int]] = {}
    for step, key, amount in steps:
        state, held = ledger.get(key, ("none", 0))
        expected = _after(ledger, step, key, amount)
        try:
            _do(caller, step, key, min(amount, held) if step == "part" else amount)
        except (PlanLimitReached, NotFound) as refusal:
            assert expected is type(refusal), (step, state)
        else:
            assert isinstance(expected, tuple), (step, state)
            ledger[key] = expected
        used, reserved = counts(caller, GENERATIONS)
        assert used + reserved <= 20
        assert (used, reserved) == (_sum(ledger, "settled"), _sum(ledger, "reserved"))
    with as_system():
        rows = UsageRecord.objects.filter(workspace_id=workspace.pk)
        by_state = dict(rows.order_by().values_list("state").annotate(total=Sum("amount")))
    assert {name: by_state.get(name, 0) for name in ("settled", "reserved")} == {
        "settled": _sum(ledger, "settled"),
        "reserved": _sum(ledger, "reserved"),
    }


def _sum(ledger: dict[str, tuple[str, int]], state: str) -> int:
    return sum(amount for kind, amount in ledger.values() if kind == state)


def _after(
    ledger: dict[str, tuple[str, int]], step: str, key: str, amount: int
) -> tuple[str, int] | type[Exception]:
    """What a plain ledger of 20 units says of a step."""
    state, held = ledger.get(key, ("none", 0))
    if step == "reserve":
        if state in ("reserved", "settled"):
            return state, held
        total = _sum(ledger, "settled") + _sum(ledger, "reserved") + amount
        return ("reserved", amount) if total <= 20 else PlanLimitReached
    if state == "none":
        return NotFound
    if state != "reserved":
        return state, held
    return {
        "settle": ("settled", held),
        "refund": ("refunded", held),
        "part": ("settled", min(amount, held)),
    }[step]


def _do(caller: Caller, step: str, key: str, amount: int) -> None:
    with acting(caller):
        if step == "reserve":
            services.reserve(caller=caller, meter=GENERATIONS, key=key, amount=amount)
        elif step == "refund":
            services.refund(caller=caller, meter=GENERATIONS, key=key)
        else:
            part = amount if step == "part" else None
            services.settle(caller=caller, meter=GENERATIONS, key=key, amount=part)
