"""Using up what a plan holds. All of it in the caller's transaction: undone with the work, committed with it.

    reserve(…, key, task_id=task.pk)     # with the task that will do it; the task's end settles or refunds it
    spend(…, key)                        # with the effect itself, in one transaction
    charge(…, key, amount, cost)         # used already, and only now known how much

`key` makes each once: sent again, crashed or delivered twice, a unit is spent once. Rows are locked in one order,
record before counter.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from apps.accounts.models import Meter, UsageGrant, UsageRecord
from apps.accounts.usage import counting, selectors
from apps.accounts.usage.refusals import limit_reached
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import NotFound
from apps.events.services import publish
from apps.jobs.models import OVER, Status, Task

State = UsageRecord.State
# A reservation that is older, and whose work is over or gone, has been forgotten by everybody.
STRAY_AFTER = timedelta(hours=1)


def reserve(
    *, caller: Caller, meter: Meter, key: str, amount: int = 1, task_id: UUID | None = None
) -> UsageRecord:
    """Hold `amount` for work that is to come. The same key again is the first reservation again, spent once; one
    that was refunded is made anew.

    With `task_id` the end of that task ends it. Without, settle it in this transaction: an open one is taken
    back after an hour. Raises PlanLimitReached.
    """
    now = timezone.now()
    with atomic():
        record, is_new = _record(caller, meter, key)
        if not is_new and record.state != State.REFUNDED:
            return record
        record.period_start = counting.take(
            workspace_id=caller.workspace_id, meter=meter, amount=amount, column="reserved", now=now
        )
        record.amount, record.cost, record.state = amount, Decimal(0), State.RESERVED
        record.user_id, record.task_id = caller.user_id, task_id
        record.reserved_at, record.ended_at = now, None
        record.save()
    return record


def settle(
    *, caller: Caller, meter: Meter, key: str, amount: int | None = None, cost: Decimal = Decimal(0)
) -> UsageRecord:
    """The work is done. `amount`: what it really took, where that is not what was held; it is counted beyond the
    limit too. `cost`: US dollars. One that is over stays as it is. Raises NotFound."""
    with atomic():
        return _end(_locked(caller, meter, key), State.SETTLED, amount=amount, cost=cost)


def refund(*, caller: Caller, meter: Meter, key: str) -> UsageRecord:
    """Nothing came of it: the units are there again. One that is over stays as it is. Raises NotFound."""
    with atomic():
        return _end(_locked(caller, meter, key), State.REFUNDED)


def spend(*, caller: Caller, meter: Meter, key: str, amount: int = 1) -> UsageRecord:
    """Reserve and settle, for an effect of the same transaction. Raises PlanLimitReached."""
    with atomic():
        reserve(caller=caller, meter=meter, key=key, amount=amount)
        return settle(caller=caller, meter=meter, key=key)


def charge(*, caller: Caller, meter: Meter, key: str, amount: int, cost: Decimal = Decimal(0)) -> UsageRecord:
    """Count what has been used already: it can't be refused any more, so it may go beyond the limit. Once a key."""
    now = timezone.now()
    with atomic():
        record, is_new = _record(caller, meter, key)
        if is_new:
            record.period_start = counting.add(
                workspace_id=caller.workspace_id, meter=meter, amount=amount, cost=cost, now=now
            )
            record.amount, record.cost = amount, cost
            record.state, record.ended_at = State.SETTLED, now
            record.save()
    return record


def require_left(*, caller: Caller, meter: Meter, amount: int = 1) -> None:
    """Refuse early what would be refused in the end, without holding anything. Raises PlanLimitReached."""
    now = timezone.now()
    state = selectors.meter_usage(workspace_id=caller.workspace_id, meter=meter, now=now)
    if state.remaining is not None and state.remaining < amount:
        raise limit_reached(
            meter=meter,
            taken=state.used + state.reserved,
            most=(state.limit or 0) + state.granted,
            amount=amount,
            period=state.period,
            now=now,
        )


def end_with_task(*, caller: Caller, task_id: UUID, succeeded: bool) -> int:
    """Settle what a task held, or give it back where nothing came of it; answers how many. Twice is once."""
    with atomic():
        held = (
            UsageRecord.objects.select_for_update()
            .filter(workspace_id=caller.workspace_id, task_id=task_id, state=State.RESERVED)
            .order_by("meter", "pk")
        )
        records = list(held)
        for record in records:
            _end(record, State.SETTLED if succeeded else State.REFUNDED)
    return len(records)


def end_strays(limit: int = 500) -> int:
    """The net under the outbox, as system: end old reservations whose task is over, gone, or never was.

    Answers how many. Each in a transaction of its own; what another process ends at this moment is left to it.
    """
    status = Task.objects.filter(pk=OuterRef("task_id")).values("status")[:1]
    strays = (
        UsageRecord.objects.filter(state=State.RESERVED, reserved_at__lt=timezone.now() - STRAY_AFTER)
        .annotate(task_status=Subquery(status))
        .filter(Q(task_status=None) | Q(task_status__in=OVER))
        .order_by("reserved_at")
        .values_list("pk", "task_status")[:limit]
    )
    ended = 0
    for pk, task_status in list(strays):
        with atomic():
            record = (
                UsageRecord.objects.select_for_update(skip_locked=True)
                .filter(pk=pk, state=State.RESERVED)
                .first()
            )
            if record is not None:
                _end(record, State.SETTLED if task_status == Status.SUCCEEDED else State.REFUNDED)
                ended += 1
    return ended


def grant(*, row: UsageGrant, granted_by_id: UUID) -> UsageGrant:
    """Give a workspace more than its plan holds, as system. `row` is new, and says whom, what, how much and why."""
    with atomic():
        row.granted_by_id = granted_by_id
        row.save(force_insert=True)
        publish(
            "usage.granted",
            workspace_id=row.workspace_id,
            actor_id=granted_by_id,
            subject_type="usage_grant",
            subject_id=row.pk,
            changed=("meter", "amount", "reason", "starts_at", "ends_at"),
            payload={"meter": row.meter, "amount": row.amount},
        )
    return row


def _record(caller: Caller, meter: Meter, key: str) -> tuple[UsageRecord, bool]:
    """The record of a key, locked, and whether this made it. A twin waits here until the first has committed."""
    now = timezone.now()
    fresh = UsageRecord(
        workspace_id=caller.workspace_id,
        meter=meter,
        key=key,
        user_id=caller.user_id,
        # Both are overwritten before the transaction ends.
        period_start=now.date(),
        reserved_at=now,
    )
    UsageRecord.objects.bulk_create([fresh], ignore_conflicts=True)
    record = _locked(caller, meter, key)
    return record, record.pk == fresh.pk


def _locked(caller: Caller, meter: Meter, key: str) -> UsageRecord:
    record = (
        UsageRecord.objects.select_for_update()
        .filter(workspace_id=caller.workspace_id, meter=meter, key=key)
        .first()
    )
    if record is None:
        raise NotFound("Nothing was reserved under this key.")
    return record


def _end(
    record: UsageRecord, state: UsageRecord.State, *, amount: int | None = None, cost: Decimal = Decimal(0)
) -> UsageRecord:
    """End a locked record, in the period in which it was made."""
    if record.state != State.RESERVED:
        return record
    now: datetime = timezone.now()
    held, record.state, record.ended_at = record.amount, state, now
    changes = {"reserved": F("reserved") - held, "updated_at": now}
    if state == State.SETTLED:
        record.amount, record.cost = held if amount is None else amount, cost
        changes |= {"used": F("used") + record.amount, "cost": F("cost") + cost}
    record.save(update_fields=["state", "ended_at", "amount", "cost", "updated_at"])
    counting.counter(record.workspace_id, record.meter, record.period_start).update(**changes)
    return record
