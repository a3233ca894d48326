"""Delivers what is owed: at least once, in order of need, a handler's fault delaying only itself."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone

from apps.core.db import as_system, atomic
from apps.core.request_id import current_request_id
from apps.events import registry
from apps.events.models import Delivery, Event

log = logging.getLogger(__name__)
BATCH, MOST_ATTEMPTS = 50, 12


def relay(limit: int = 1000) -> int:
    """Deliver up to `limit` due deliveries; answers how many were tried. Safe to run many at once."""
    tried = 0
    with as_system():
        while tried < limit:
            done = _one()
            if not done:
                break
            tried += 1
    return tried


def _one() -> bool:
    """One delivery in one transaction: its row stays locked while the handler runs, so no twin delivers it."""
    with atomic():
        row = (
            Delivery.objects.select_for_update(skip_locked=True)
            .filter(status=Delivery.Status.DUE, due_at__lte=timezone.now())
            .order_by("due_at")
            .first()
        )
        if row is None:
            return False
        row.attempts += 1
        fault = _deliver(row)
        if fault is None:
            row.status, row.delivered_at, row.fault = Delivery.Status.DONE, timezone.now(), ""
        elif row.attempts >= MOST_ATTEMPTS:
            row.status, row.fault = Delivery.Status.DEAD, fault
        else:
            row.due_at, row.fault = timezone.now() + timedelta(seconds=min(2**row.attempts, 3600)), fault
        row.save()
    return True


def _deliver(row: Delivery) -> str | None:
    """None when it went well, else the fault's name (never its text, which may hold personal data)."""
    handler = registry.handler_called(row.handler)
    event = Event.objects.filter(pk=row.event_id).first()
    if handler is None or event is None:
        return "no such handler" if handler is None else "the event is gone"
    token = current_request_id.set(event.request_id)
    try:
        with atomic():
            handler(
                registry.Happened(
                    id=event.id,
                    type=event.type,
                    occurred_at=event.occurred_at.isoformat(),
                    workspace_id=event.workspace_id,
                    actor_id=event.actor_id,
                    subject_id=event.subject_id,
                    payload=event.payload,
                )
            )
    except Exception as fault:  # noqa: BLE001 - one handler's fault must not stop the others
        log.warning("delivery %s to %s failed: %s", row.pk, row.handler, type(fault).__name__)
        return type(fault).__name__
    finally:
        current_request_id.reset(token)
    return None
