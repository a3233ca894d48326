"""Idempotency records: written in the transaction of the effect they belong to."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from apps.core.api.idempotency import Kept
from apps.core.caller import NO_WORKSPACE
from apps.core.db import as_system, atomic, take_turn
from apps.core.db.context import current_caller
from apps.events.services import publish
from apps.jobs.models import IdempotencyRecord

KEPT_FOR = timedelta(hours=24)


class RecordStore:
    """The store behind `core.api.idempotency`; scope: caller, operation, key."""

    def claim(self, operation: str, key: str) -> bool:
        caller = current_caller()
        return take_turn(f"{caller.workspace_id}:{caller.user_id}:{operation}:{key}")

    def find(self, operation: str, key: str) -> Kept | None:
        caller = current_caller()
        record = IdempotencyRecord.objects.filter(
            workspace_id=caller.workspace_id, user_id=caller.user_id, operation=operation, key=key
        ).first()
        if record is not None and record.created_at < timezone.now() - KEPT_FOR:
            record.delete()
            return None
        return record

    def keep(
        self, operation: str, key: str, *, body_hash: str, status: int, body: bytes, location: str
    ) -> None:
        caller = current_caller()
        IdempotencyRecord.objects.create(
            workspace_id=caller.workspace_id,
            user_id=caller.user_id,
            operation=operation,
            key=key,
            body_hash=body_hash,
            status=status,
            body=body,
            location=location,
        )


def forget_old_keys() -> int:
    """Delete records past their day; answers how many."""
    with as_system(), atomic():
        deleted, _ = IdempotencyRecord.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()
        if deleted:
            publish("idempotency_records.forgotten", workspace_id=NO_WORKSPACE, payload={"count": deleted})
    return deleted
