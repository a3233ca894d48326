"""Writing an event: always in the transaction that makes it true."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from apps.core.db import atomic, current_alias, on_commit
from apps.core.models import uuid7
from apps.core.request_id import current_request_id
from apps.events import registry
from apps.events.chain import digest_of
from apps.events.models import Delivery, Event
from apps.events.redaction import refuse_secrets
from apps.events.sealing import new_salt, wake_sealer


def publish(
    event_type: str,
    *,
    workspace_id: UUID,
    actor_id: UUID | None = None,
    subject_type: str = "",
    subject_id: UUID | None = None,
    changed: Iterable[str] = (),
    payload: dict[str, Any] | None = None,
) -> Event:
    """Record what happened and owe it to every handler. Delivered after commit, at least once; sealed soon after.

    Raises SecretInEvent for a payload with a key that is named like a secret, TypeError for one that is no JSON.
    """
    payload = payload or {}
    refuse_secrets(payload)
    salt = new_salt()
    with atomic():
        event = Event(
            id=uuid7(),
            type=event_type,
            workspace_id=workspace_id,
            actor_id=actor_id,
            request_id=current_request_id.get(),
            subject_type=subject_type,
            subject_id=subject_id,
            changed=sorted(changed),
            payload=payload,
            salt=salt,
            digest=digest_of(salt, payload),
        )
        event.save(using=current_alias(), force_insert=True)
        owed = [
            Delivery(event_id=event.id, workspace_id=workspace_id, handler=name)
            for name in registry.names_for(event_type)
        ]
        if owed:
            Delivery.objects.bulk_create(owed)
            on_commit(_wake)
        on_commit(wake_sealer)
    return event


def _wake() -> None:
    """Tell the relay that there is work. A lost message costs seconds: beat asks again."""
    from apps.core.queue import send

    send("events.relay", queue="default")
