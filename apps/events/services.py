"""Writing events: always in the transaction that makes them true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What an event says: `type` of what became true in the workspace, by whom, of what, and what of it changed."""

    type: str
    workspace_id: UUID
    actor_id: UUID | None = None
    subject_type: str = ""
    subject_id: UUID | None = None
    changed: Iterable[str] = ()
    payload: dict[str, Any] = field(default_factory=dict)


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
    new = NewEvent(
        type=event_type,
        workspace_id=workspace_id,
        actor_id=actor_id,
        subject_type=subject_type,
        subject_id=subject_id,
        changed=changed,
        payload=payload or {},
    )
    return publish_all([new])[0]


def publish_all(news: Iterable[NewEvent]) -> Sequence[Event]:
    """As `publish`, for many at once and in their order: all of them or none. Raises what it raises."""
    events = [_event_of(new) for new in news]
    if not events:
        return events
    with atomic():
        Event.objects.using(current_alias()).bulk_create(events)
        owed = [
            Delivery(event_id=event.id, workspace_id=event.workspace_id, handler=name)
            for event in events
            for name in registry.names_for(event.type)
        ]
        if owed:
            Delivery.objects.bulk_create(owed)
            on_commit(_wake)
        on_commit(wake_sealer)
    return events


def _event_of(new: NewEvent) -> Event:
    refuse_secrets(new.payload)
    salt = new_salt()
    return Event(
        id=uuid7(),
        type=new.type,
        workspace_id=new.workspace_id,
        actor_id=new.actor_id,
        request_id=current_request_id.get(),
        subject_type=new.subject_type,
        subject_id=new.subject_id,
        changed=sorted(new.changed),
        payload=new.payload,
        salt=salt,
        digest=digest_of(salt, new.payload),
    )


def _wake() -> None:
    """Tell the relay that there is work. A lost message costs seconds: beat asks again."""
    from apps.core.queue import send

    send("events.relay", queue="default")
