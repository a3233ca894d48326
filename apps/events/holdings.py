"""What the record of events holds of people: ids in its header, which stay, and payloads, which go."""

from __future__ import annotations

from apps.core.holdings import Scope, holds
from apps.events.models import Chain, Checkpoint, Delivery, Event


def _erase_payloads(scope: Scope) -> None:
    from apps.events.erasure import erase_payloads

    erase_payloads(workspace_id=scope.workspace_id, user_id=scope.person.id if scope.person else None)


KEPT = (
    "The record outlives its account: a header of ids and column names, sealed so that nobody can touch it."
)

holds(
    Event,
    hides=("digest", "hash"),
    about="What happened: by whom, to what, when.",
    kept=KEPT,
    erase=_erase_payloads,
)
holds(Chain, kept=KEPT, unexported="How far events are sealed: a number and a checksum.")
holds(Checkpoint, kept=KEPT, unexported="Signed checksums of the record.")
holds(Delivery, unexported="How far the news of an event has come; the event itself is given out.")
