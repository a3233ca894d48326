"""Reserve, settle, refund: a unit is spent once, whatever crashes, and none leaks."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from apps.accounts.models import Meter, PlanLimit, UsageCounter, UsageGrant, UsageRecord
from apps.accounts.tasks import settle_stray
from apps.accounts.usage import services, stocks
from apps.core.db import acting, as_system
from apps.core.errors import NotFound, PlanLimitReached
from apps.core.models import uuid7
from apps.events.models import Event
from apps.jobs.models import Status, Task
from tests.accounts.keys import set_plan
from tests.accounts.spending import at_once, counts, states, use_up
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
GENERATIONS = Meter.GENERATIONS


def reserve(person: Person, key: str, **fields: Any) -> UsageRecord:
    with acting(person.caller) as caller:
        return services.reserve(caller=caller, meter=GENERATIONS, key=key, **fields)


def settle(person: Person, key: str, **fields: Any) -> UsageRecord:
    with acting(person.caller) as caller:
        return services.settle(caller=caller, meter=GENERATIONS, key=key, **fields)


def refund(person: Person, key: str) -> UsageRecord:
    with acting(person.caller) as caller:
        return services.refund(caller=caller, meter=GENERATIONS, key=key)


def grant(person: Person, amount: int, **times: Any) -> UsageGrant:
    row = UsageGrant(
        workspace_id=person.caller.workspace_id, meter=GENERATIONS, amount=amount, reason="A test", **times
    )
    with as_system():
        return services.grant(row=row, granted_by_id=person.caller.user_id)


def make_task(person: Person, status: Status) -> UUID:
    with as_system():
        task = Task.objects.create(
            kind="test.work",
            status=status,
            workspace_id=person.caller.workspace_id,
            user_id=person.caller.user_id,
            role="owner",
        )
    return task.pk


def test_held_then_used(member: Person) -> None:
    record = reserve(member, "one", amount=3)
    assert (record.state, record.amount, record.ended_at) == ("reserved", 3, None)
    assert record.period_start == timezone.now().date().replace(day=1)
    assert counts(member.caller, GENERATIONS) == (0, 3)
    ended = settle(member, "one")
    assert (ended.state, ended.amount) == ("settled", 3)
    assert ended.ended_at is not None
    assert counts(member.caller, GENERATIONS) == (3, 0)


def test_held_then_given_back(member: Person) -> None:
    reserve(member, "one", amount=3)
    assert refund(member, "one").state == "refunded"
    assert counts(member.caller, GENERATIONS) == (0, 0)


def test_the_same_key_is_spent_once(member: Person) -> None:
    first = reserve(member, "one")
    assert reserve(member, "one", amount=7).pk == first.pk
    assert counts(member.caller, GENERATIONS) == (0, 1)
    settle(member, "one")
    assert (settle(member, "one").state, refund(member, "one").state) == ("settled", "settled")
    assert reserve(member, "one").state == "settled"
    assert counts(member.caller, GENERATIONS) == (1, 0)


def test_a_key_that_was_given_back_may_be_reserved_again(member: Person) -> None:
    reserve(member, "one", amount=2)
    refund(member, "one")
    assert (refund(member, "one").state, settle(member, "one").state) == ("refunded", "refunded")
    again = reserve(member, "one", amount=4)
    assert (again.state, again.amount, again.ended_at) == ("reserved", 4, None)
    assert counts(member.caller, GENERATIONS) == (0, 4)


def test_what_it_really_was_counts(member: Person) -> None:
    reserve(member, "one", amount=5)
    settle(member, "one", amount=2, cost=Decimal("0.031250"))
    assert counts(member.caller, GENERATIONS) == (2, 0)
    reserve(member, "two", amount=18)
    # More than was held, and so more than the plan holds: it is gone all the same.
    settle(member, "two", amount=21)
    assert counts(member.caller, GENERATIONS) == (23, 0)
    with as_system():
        assert UsageCounter.objects.get().cost == Decimal("0.031250")
    with pytest.raises(PlanLimitReached):
        reserve(member, "three")


def test_nothing_was_reserved(member: Person, stranger: Person) -> None:
    reserve(member, "one")
    for person, key in ((member, "other"), (stranger, "one")):
        with pytest.raises(NotFound):
            settle(person, key)
        with pytest.raises(NotFound):
            refund(person, key)


def test_the_limit_is_refused_and_nothing_kept(member: Person, stranger: Person) -> None:
    use_up(member, GENERATIONS, 18)
    reserve(member, "one")
    with pytest.raises(PlanLimitReached) as refusal:
        reserve(member, "two", amount=2)
    assert refusal.value.detail.startswith("generations: 19 of 20 used this month, 2 more asked for; resets ")
    assert counts(member.caller, GENERATIONS) == (18, 1)
    assert states(member.caller, GENERATIONS) == ["reserved", "settled"]
    reserve(member, "two", amount=1)
    reserve(stranger, "one", amount=20)
    assert counts(stranger.caller, GENERATIONS) == (0, 20)


def test_what_is_left_is_asked_without_holding(member: Person) -> None:
    use_up(member, GENERATIONS, 19)
    with acting(member.caller) as caller:
        services.require_left(caller=caller, meter=GENERATIONS)
        with pytest.raises(PlanLimitReached):
            services.require_left(caller=caller, meter=GENERATIONS, amount=2)
    assert counts(member.caller, GENERATIONS) == (19, 0)


def test_a_charge_is_counted_beyond_the_limit_once(member: Person) -> None:
    with acting(member.caller) as caller:
        for _ in range(2):
            services.charge(
                caller=caller, meter=Meter.TOKENS, key="one", amount=250_000, cost=Decimal("1.25")
            )
        with pytest.raises(PlanLimitReached):
            services.spend(caller=caller, meter=Meter.TOKENS, key="two")
    assert counts(member.caller, Meter.TOKENS) == (250_000, 0)
    assert states(member.caller, Meter.TOKENS) == ["settled"]


def test_an_undone_transaction_holds_nothing(member: Person) -> None:
    with pytest.raises(RuntimeError), acting(member.caller) as caller:
        services.reserve(caller=caller, meter=GENERATIONS, key="one")
        raise RuntimeError
    assert counts(member.caller, GENERATIONS) == (0, 0)
    assert states(member.caller, GENERATIONS) == []


def test_a_new_month_is_a_new_count(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def at(moment: datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    at(datetime(2026, 11, 30, 23, 59, tzinfo=UTC))
    reserve(member, "one", amount=20)
    at(datetime(2026, 12, 1, 0, 0, tzinfo=UTC))
    reserve(member, "two", amount=20)
    # Settled where it was held, though the month is over.
    settle(member, "one")
    with as_system():
        rows = UsageCounter.objects.order_by("period_start").values_list("period_start", "used", "reserved")
        assert [(str(start), used, held) for start, used, held in rows] == [
            ("2026-11-01", 20, 0),
            ("2026-12-01", 0, 20),
        ]


def test_a_changed_plan_is_felt_at_once(member: Person) -> None:
    use_up(member, GENERATIONS, 20)
    with pytest.raises(PlanLimitReached):
        reserve(member, "one")
    set_plan(member, "pro")
    # The caller was made before the change: what counts is the row.
    assert member.caller.plan == "free"
    reserve(member, "one", amount=480)
    set_plan(member, "free")
    with pytest.raises(PlanLimitReached, match="500 of 20 used"):
        reserve(member, "two")


def test_a_changed_limit_is_felt_at_once(member: Person) -> None:
    use_up(member, GENERATIONS, 20)
    with as_system():
        limit = PlanLimit.objects.get(plan_id="free", meter=GENERATIONS)
        PlanLimit.objects.filter(pk=limit.pk).update(amount=None)
    try:
        reserve(member, "one", amount=1_000)
    finally:
        with as_system():
            limit.save()
    with pytest.raises(PlanLimitReached):
        reserve(member, "two")


def test_a_grant_opens_room_and_ends(member: Person, stranger: Person) -> None:
    use_up(member, GENERATIONS, 20)
    hour = timedelta(hours=1)
    grant(member, 1, starts_at=timezone.now() + hour)
    grant(member, 1, ends_at=timezone.now() - hour)
    grant(stranger, 50)
    with pytest.raises(PlanLimitReached):
        reserve(member, "one")
    given = grant(member, 2, ends_at=timezone.now() + hour)
    grant(member, 3)
    reserve(member, "one", amount=5)
    refund(member, "one")
    with as_system():
        UsageGrant.objects.filter(pk=given.pk).update(ends_at=timezone.now())
    with pytest.raises(PlanLimitReached, match="20 of 23 used"):
        reserve(member, "one", amount=5)
    reserve(member, "one", amount=3)
    with as_system():
        told = Event.objects.filter(type="usage.granted", workspace_id=member.caller.workspace_id)
        assert {event.payload["amount"] for event in told} == {1, 2, 3}


def test_the_workspace_cannot_grant_itself(member: Person) -> None:
    row = UsageGrant(workspace_id=member.caller.workspace_id, meter=GENERATIONS, amount=1, reason="Please")
    with pytest.raises(Exception, match="permission denied"), acting(member.caller):
        services.grant(row=row, granted_by_id=member.caller.user_id)


@pytest.mark.parametrize(
    ("status", "state"), [("succeeded", "settled"), ("failed", "refunded"), ("cancelled", "refunded")]
)
def test_the_end_of_a_task_ends_what_it_held(member: Person, status: str, state: str) -> None:
    task_id = make_task(member, Status(status))
    reserve(member, "one", task_id=task_id)
    reserve(member, "two", task_id=make_task(member, Status.RUNNING))
    for _ in range(2):
        with acting(member.caller) as caller:
            services.end_with_task(caller=caller, task_id=task_id, succeeded=status == "succeeded")
    assert states(member.caller, GENERATIONS) == sorted(["reserved", state])
    assert counts(member.caller, GENERATIONS) == (int(state == "settled"), 1)


def test_a_task_ends_only_what_its_own_workspace_held(member: Person, stranger: Person) -> None:
    task_id = make_task(member, Status.SUCCEEDED)
    reserve(member, "one", task_id=task_id)
    with acting(stranger.caller) as caller:
        assert services.end_with_task(caller=caller, task_id=task_id, succeeded=True) == 0
    assert states(member.caller, GENERATIONS) == ["reserved"]


def test_strays_are_ended(member: Person, stranger: Person) -> None:
    """Over, gone, or without a task; not those that run, and not the young."""
    for key, task_id in {
        "done": make_task(member, Status.SUCCEEDED),
        "failed": make_task(member, Status.FAILED),
        "running": make_task(member, Status.RUNNING),
        "queued": make_task(member, Status.QUEUED),
        "gone": uuid7(),
        "none": None,
    }.items():
        reserve(member, key, task_id=task_id)
    reserve(stranger, "young", task_id=make_task(stranger, Status.SUCCEEDED))
    assert settle_stray() == 0
    with as_system():
        rows = UsageRecord.objects.filter(workspace_id=member.caller.workspace_id)
        rows.update(reserved_at=timezone.now() - timedelta(hours=1, seconds=1))
    assert (settle_stray(), settle_stray()) == (4, 0)
    with as_system():
        found = dict(UsageRecord.objects.values_list("key", "state"))
    assert found == {
        "done": "settled",
        "failed": "refunded",
        "gone": "refunded",
        "none": "refunded",
        "queued": "reserved",
        "running": "reserved",
        "young": "reserved",
    }
    assert counts(member.caller, GENERATIONS) == (1, 2)


def test_fifty_at_once_on_the_last_unit(member: Person) -> None:
    use_up(member, GENERATIONS, 19)
    answers = at_once(50, lambda place: reserve(member, f"key {place}"))
    kinds = Counter(type(answer) for answer in answers)
    assert kinds == {UsageRecord: 1, PlanLimitReached: 49}
    assert counts(member.caller, GENERATIONS) == (19, 1)


def test_fifty_at_once_with_one_key(member: Person) -> None:
    answers = at_once(50, lambda _: reserve(member, "one"))
    assert len({answer.pk for answer in answers}) == 1
    assert counts(member.caller, GENERATIONS) == (0, 1)


def test_settled_and_refunded_at_once_is_one_of_them(member: Person) -> None:
    for turn in range(5):
        key = f"key {turn}"
        reserve(member, key)
        answers = at_once(8, lambda place, key=key: (settle if place % 2 else refund)(member, key))  # type: ignore[misc]
        assert len({answer.state for answer in answers}) == 1
    settled = states(member.caller, GENERATIONS).count("settled")
    assert counts(member.caller, GENERATIONS) == (settled, 0)


def test_a_stock_waits_its_turn_in_its_own_workspace_only(member: Person, stranger: Person) -> None:
    with acting(member.caller) as caller:
        stocks.require_room(caller=caller, meter=Meter.ACTIVE_APPLICATIONS)

        def other(_: int) -> None:
            with acting(stranger.caller) as somebody:
                stocks.require_room(caller=somebody, meter=Meter.ACTIVE_APPLICATIONS)

        assert at_once(1, other) == [None]


def test_only_a_stock_is_counted_as_it_stands(member: Person) -> None:
    with pytest.raises(ValueError, match="used up"):
        stocks.register_stock(GENERATIONS, lambda caller: 0)
    with pytest.raises(TypeError, match="stock"), acting(member.caller) as caller:
        services.reserve(caller=caller, meter=Meter.SOURCES, key="one")
