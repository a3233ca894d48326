"""Gives committed events their place in the chain of their workspace: number, hash, head, all or nothing.

Ids by time do not commit in order, so an event takes the next number when it is found, whatever its id. Writers never
wait for a head: they insert unsealed rows, and one sealer at a time follows each chain.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connections
from django.utils import timezone

from apps.core import windows
from apps.core.db import as_system, atomic, current_alias
from apps.core.queue import send
from apps.events.chain import GENESIS, Mark, digest_of, link
from apps.events.models import Chain, Event
from apps.events.rows import HEADER, header_of

BATCH = 1000
SALT_BYTES = 16
_ASKED = "events.seal"

_WAITING = """
SELECT DISTINCT workspace_id FROM
    (SELECT workspace_id FROM events_event WHERE seq IS NULL ORDER BY id LIMIT %s) oldest ORDER BY workspace_id
"""
_SEAL = """
UPDATE events_event e SET seq = v.seq, hash = v.hash, salt = v.salt, digest = v.digest
FROM unnest(%s::uuid[], %s::bigint[], %s::text[], %s::bytea[], %s::text[]) AS v(id, seq, hash, salt, digest)
WHERE e.id = v.id AND e.id BETWEEN %s AND %s AND e.seq IS NULL
"""
_MOVE = """
UPDATE events_chain c SET seq = v.seq, hash = v.hash, sealed_at = %s
FROM unnest(%s::uuid[], %s::bigint[], %s::text[]) AS v(workspace_id, seq, hash)
WHERE c.workspace_id = v.workspace_id
"""


@dataclass(frozen=True, slots=True)
class _Link:
    id: UUID
    chain: UUID
    seq: int
    hash: str
    salt: bytes | None
    digest: str


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def wake_sealer() -> None:
    """One message is enough for all that is committed before the sealer starts; a lost one costs a tick of beat."""
    if windows.hit(_ASKED, 1, 10).allowed:
        send("events.seal", queue="default")


def seal(limit: int = 100_000) -> int:
    """Seal what is committed, up to `limit`; answers how many. Safe to run many at once."""
    windows.forget(_ASKED)
    sealed = 0
    with as_system():
        while sealed < limit and (done := _seal_batch(_waiting())):
            sealed += done
    return sealed


def seal_chain(workspace_id: UUID) -> None:
    """Seal all of one chain before going on, after any sealer that has it now."""
    with as_system():
        while _seal_batch([workspace_id], wait=True):
            pass


def _waiting() -> list[UUID]:
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_WAITING, [BATCH])
        return [chain for (chain,) in cursor.fetchall()]


def _seal_batch(chains: Sequence[UUID], *, wait: bool = False) -> int:
    """The oldest unsealed events of `chains`; a chain that another sealer holds is left to it."""
    if not chains:
        return 0
    # Sorted, and committed by itself: two sealers that meet at new chains do not lock each other out.
    Chain.objects.bulk_create(
        [Chain(workspace_id=chain, hash=GENESIS.hash) for chain in chains], ignore_conflicts=True
    )
    with atomic():
        held = Chain.objects.select_for_update(skip_locked=not wait).filter(workspace_id__in=chains)
        heads = {
            chain: Mark(seq, hash_)
            for chain, seq, hash_ in held.order_by("workspace_id").values_list("workspace_id", "seq", "hash")
        }
        rows = (
            Event.objects.select_for_update(skip_locked=True)
            .filter(seq=None, workspace_id__in=list(heads))
            .order_by("id")
            .values_list(*HEADER, "salt", "digest", "payload")[:BATCH]
        )
        links = _link_up(rows, heads)
        if links:
            grown = {one.chain for one in links}
            _write(links, {chain: head for chain, head in heads.items() if chain in grown})
    return len(links)


def _link_up(rows: Iterable[tuple[Any, ...]], heads: dict[UUID, Mark]) -> list[_Link]:
    """Each row behind the head of its chain; moves the heads."""
    links: list[_Link] = []
    for *values, salt, digest, payload in rows:
        header = header_of(tuple(values))
        if digest is None:
            salt = new_salt()
            digest = digest_of(salt, payload)
        before = heads[header.workspace_id]
        after = Mark(before.seq + 1, link(before.hash, header, digest))
        heads[header.workspace_id] = after
        links.append(
            _Link(
                header.id,
                header.workspace_id,
                after.seq,
                after.hash,
                None if salt is None else bytes(salt),
                digest,
            )
        )
    return links


def _write(links: list[_Link], heads: dict[UUID, Mark]) -> None:
    ids = [one.id for one in links]
    columns = [[getattr(one, name) for one in links] for name in ("seq", "hash", "salt", "digest")]
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_SEAL, [ids, *columns, min(ids), max(ids)])
        if cursor.rowcount != len(links):
            raise RuntimeError("rows that were locked have changed")
        moved = list(heads)
        cursor.execute(
            _MOVE,
            [timezone.now(), moved, [heads[chain].seq for chain in moved], [heads[c].hash for c in moved]],
        )
