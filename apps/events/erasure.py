"""Takes the payloads of a workspace or a user out of the record. The chain holds: digests stay, salts go with them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import as_system, atomic
from apps.events.chain import digest_of
from apps.events.models import Event
from apps.events.sealing import new_salt, seal_chain
from apps.events.services import publish

BATCH = 1000
# Events that make it lawful that payloads are gone: of the workspace or user that is their subject.
ERASED = ("payload.erased", "user.erased", "workspace.erased")


def erase_payloads(*, workspace_id: UUID | None = None, user_id: UUID | None = None) -> int:
    """Erase what events hold of a workspace (its whole chain) or of a user (as actor or subject, anywhere).

    Answers how many payloads are gone. Safe to run again; what it erases is said by a sealed `payload.erased` before
    the first of them goes. Salts go, too: no digest can be guessed back. Raises ValueError unless one is named.
    """
    if (workspace_id is None) == (user_id is None):
        raise ValueError("name a workspace or a user")
    whose = Q(workspace_id=workspace_id) if workspace_id else Q(actor_id=user_id) | Q(subject_id=user_id)
    left = Event.objects.filter(whose, erased_at=None).exclude(payload={})
    with as_system():
        if not left.exists():
            return 0
        _say(workspace_id, user_id)
        erased = 0
        last: UUID | None = None
        while True:
            with atomic():
                rows = left.filter(pk__gt=last) if last else left
                batch = list(rows.select_for_update().order_by("pk")[:BATCH])
                _erase(batch)
            erased += len(batch)
            if len(batch) < BATCH:
                return erased
            last = batch[-1].pk


def _say(workspace_id: UUID | None, user_id: UUID | None) -> None:
    publish(
        "payload.erased",
        workspace_id=NO_WORKSPACE,
        subject_type="workspace" if workspace_id else "user",
        subject_id=workspace_id or user_id,
        changed=["payload"],
    )
    seal_chain(NO_WORKSPACE)


def _erase(batch: list[Event]) -> None:
    now = timezone.now()
    undigested = [event for event in batch if event.digest is None]
    for event in undigested:
        event.digest = digest_of(new_salt(), event.payload)
    Event.objects.filter(pk__in=[event.pk for event in batch if event not in undigested]).update(
        payload={}, salt=None, erased_at=now
    )
    for event in undigested:
        Event.objects.filter(pk=event.pk).update(payload={}, salt=None, erased_at=now, digest=event.digest)
