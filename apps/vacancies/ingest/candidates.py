"""What a posting may be one with: the postings of the catalogue, and of its own batch, that share a key with it."""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from django.db import connections

from apps.core.db import current_alias
from apps.vacancies import identity
from apps.vacancies.models import RawPosting

# Each by its own index, a key at a time: `&&` with all of a batch's blocks would compare each with each of every row, and
# how many rows share an address is nothing that statistics tell of a table that grows, so that asked for all at once
# the whole table is read. OFFSET 0 keeps the planner from making one join of it again.
_SHARING = """
SELECT p.id FROM unnest(%(identity)s::varchar[]) AS asked(key) CROSS JOIN LATERAL (
    SELECT id FROM vacancies_rawposting WHERE identity_key = asked.key OFFSET 0) p
UNION SELECT p.id FROM unnest(%(vendor)s::varchar[]) AS asked(key) CROSS JOIN LATERAL (
    SELECT id FROM vacancies_rawposting WHERE vendor_key = asked.key AND NOT vendor_key = '' OFFSET 0) p
UNION SELECT p.id FROM unnest(%(url)s::text[]) AS asked(key) CROSS JOIN LATERAL (
    SELECT id FROM vacancies_rawposting WHERE md5(canonical_url) = asked.key AND NOT canonical_url = '' OFFSET 0) p
UNION SELECT p.id FROM unnest(%(block)s::varchar[]) AS asked(key) CROSS JOIN LATERAL (
    SELECT id FROM vacancies_rawposting WHERE block_keys @> ARRAY[asked.key] OFFSET 0) p
"""


Keys = Sequence[tuple[str, str]]


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A vacancy that a posting might be, through one of the postings behind it."""

    fingerprint: identity.Fingerprint
    vacancy_id: UUID


class Pool:
    """Candidates by each of the keys they can be found by; grows as the batch is placed."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._by_key: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self.add(candidate, keys_of(candidate.fingerprint))

    @classmethod
    def of_stored(cls, keys: Iterable[Keys]) -> Pool:
        """Those of the catalogue that share one of these keys. One query."""
        return cls(_stored(keys))

    def add(self, candidate: Candidate, keys: Keys) -> None:
        for key in keys:
            self._by_key[key].append(candidate)

    def like(self, keys: Keys) -> list[Candidate]:
        """The candidates that share a key, each once."""
        shared = {each.fingerprint.posting: each for key in keys for each in self._by_key.get(key, ())}
        return list(shared.values())


def keys_of(found: identity.Fingerprint) -> Keys:
    """What a posting can be found by: the kind of each key, and the key."""
    keys = [("identity", found.key), ("vendor", found.vendor), ("url", identity.canonical_url(found.url))]
    keys += [("block", key) for key in identity.blocking_keys(found)]
    return [key for key in keys if key[1]]


def _stored(asked: Iterable[Keys]) -> Iterable[Candidate]:
    keys: dict[str, set[str]] = defaultdict(set)
    for kind, key in chain.from_iterable(asked):
        keys[kind].add(key)
    if not keys:
        return
    rows = (
        RawPosting.objects.filter(pk__in=_sharing(keys), vacancy__merged_into=None, vacancy__isnull=False)
        .select_related("vacancy", "source")
        .only(
            "fingerprint", "minhash", "identity_key", "url", "closed_at", "source_posting_id",
            "source__kind", "source__board", "vacancy__repost_count",
        )
    )  # fmt: skip
    for raw in rows.iterator(chunk_size=2000):
        if raw.vacancy is not None:
            yield Candidate(fingerprint=fingerprint_of(raw), vacancy_id=raw.vacancy.pk)


def _sharing(keys: Mapping[str, set[str]]) -> list[UUID]:
    """The postings that share any of these keys."""
    asked = {kind: sorted(keys[kind]) for kind in ("identity", "vendor", "block")}
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_SHARING, {**asked, "url": [_md5(url) for url in keys["url"]]})
        return [pk for (pk,) in cursor.fetchall()]


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def fingerprint_of(raw: RawPosting) -> identity.Fingerprint:
    """What is stored of a posting, its source and vacancy loaded, as identity compares it."""
    return identity.from_json(
        raw.fingerprint,
        key=raw.identity_key,
        source=raw.source.kind,
        board=raw.source.board,
        source_id=raw.source_posting_id,
        url=raw.url,
        minhash=tuple(array("I", bytes(raw.minhash))),
        is_closed=raw.closed_at is not None,
        reposts=raw.vacancy.repost_count if raw.vacancy else 0,
    )
