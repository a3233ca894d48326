"""Which vacancy a posting is: the one it was, one that another board listed, or a new one."""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import MD5

from apps.core.models import uuid7
from apps.vacancies import identity
from apps.vacancies.models import RawPosting, SourceRun, Vacancy
from apps.vacancies.normalise.posting import Posting

# Of a fingerprint, what is kept in JSON; the rest has columns of its own.
_IN_JSON = ("company_key", "title_key", "requisition_id", "employment_type")


@dataclass(slots=True, kw_only=True)
class Placed:
    """A posting and its vacancy. `is_merged`: another posting decides that vacancy's content."""

    posting: Posting
    fingerprint: identity.Fingerprint
    vacancy_id: UUID
    is_new: bool = False
    is_merged: bool = False
    reason: str = "the same posting"
    confidence: float = 1.0
    first_seen_at: datetime | None = None
    repost_count: int = 0


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A vacancy that a posting might be, through one of the postings behind it."""

    fingerprint: identity.Fingerprint
    vacancy_id: UUID
    first_seen_at: datetime | None = None
    repost_count: int = 0


class Pool:
    """Candidates by each of the keys they can be found by; grows as the batch is placed."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._by_key: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        for key in _keys(candidate.fingerprint):
            self._by_key[key].append(candidate)

    def like(self, found: identity.Fingerprint) -> list[Candidate]:
        """The candidates that share a key, each once."""
        shared = {each.fingerprint.posting: each for key in _keys(found) for each in self._by_key[key]}
        return list(shared.values())


def _keys(found: identity.Fingerprint) -> list[tuple[str, str]]:
    keys = [("identity", found.key), ("vendor", found.vendor), ("url", identity.canonical_url(found.url))]
    return [key for key in keys if key[1]]


Known = Sequence[tuple[Posting, RawPosting | None]]


def place(run: SourceRun, postings: Known) -> list[Placed]:
    """Decide for each posting, in order: one may be the same as an earlier one of its own batch. Two queries."""
    prints = [identity.fingerprint(posting) for posting, _ in postings]
    held = Vacancy.objects.only("source", "source_id", "first_seen_at", "repost_count").in_bulk(
        [raw.vacancy_id for _, raw in postings if raw and raw.vacancy_id]
    )
    pool = Pool(_stored_candidates(prints))
    placed = []
    for (posting, raw), found in zip(postings, prints, strict=True):
        vacancy = held.get(raw.vacancy_id) if raw and raw.vacancy_id else None
        each = _known(posting, found, vacancy) if vacancy else _compared(posting, found, pool.like(found))
        if each.is_new:
            pool.add(Candidate(fingerprint=found, vacancy_id=each.vacancy_id))
        placed.append(each)
    return placed


def stored(placed: Placed | None) -> dict[str, Any]:
    """The columns of a raw posting that `_stored_candidates` reads back; empty for one that was refused."""
    if placed is None:
        return {"fingerprint": {}, "minhash": b"", "identity_key": "", "vendor_key": "", "canonical_url": ""}
    found = placed.fingerprint
    return {
        "fingerprint": {
            **{name: getattr(found, name) for name in _IN_JSON},
            "posted_at": found.posted_at.isoformat() if found.posted_at else None,
        },
        "minhash": array("I", found.minhash).tobytes(),
        "identity_key": found.key,
        "vendor_key": found.vendor[:300],
        "canonical_url": identity.canonical_url(found.url)[:2000],
    }


def _stored_candidates(prints: Sequence[identity.Fingerprint]) -> Iterable[Candidate]:
    """Postings of the catalogue that share a key with the batch."""
    keys: dict[str, list[str]] = defaultdict(list)
    for found in prints:
        for kind, key in _keys(found):
            keys[kind].append(key)
    rows = (
        RawPosting.objects.alias(url_hash=MD5("canonical_url"))
        .filter(
            Q(identity_key__in=keys["identity"])
            | (Q(vendor_key__in=keys["vendor"]) & ~Q(vendor_key=""))
            | (Q(url_hash__in=[_md5(url) for url in keys["url"]]) & ~Q(canonical_url="")),
            vacancy__isnull=False,
        )
        .select_related("vacancy", "source")
        .only(
            "fingerprint", "minhash", "identity_key", "url", "closed_at", "source_posting_id",
            "source__kind", "source__board", "vacancy__first_seen_at", "vacancy__repost_count",
        )
    )  # fmt: skip
    for raw in rows.iterator(chunk_size=2000):
        if raw.vacancy is not None:
            yield Candidate(
                fingerprint=_fingerprint_of(raw),
                vacancy_id=raw.vacancy.pk,
                first_seen_at=raw.vacancy.first_seen_at,
                repost_count=raw.vacancy.repost_count,
            )


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _fingerprint_of(raw: RawPosting) -> identity.Fingerprint:
    kept = raw.fingerprint
    return identity.Fingerprint(
        key=raw.identity_key,
        source=raw.source.kind,
        board=raw.source.board,
        source_id=raw.source_posting_id,
        url=raw.url,
        minhash=tuple(array("I", bytes(raw.minhash))),
        posted_at=datetime.fromisoformat(kept["posted_at"]) if kept["posted_at"] else None,
        is_closed=raw.closed_at is not None,
        **{name: kept[name] for name in _IN_JSON},
    )


def _known(posting: Posting, found: identity.Fingerprint, vacancy: Vacancy) -> Placed:
    """Met before: it decides its vacancy's content if it did so then."""
    decides = (vacancy.source, vacancy.source_id) == (posting.source, posting.source_id[:200])
    return Placed(
        posting=posting,
        fingerprint=found,
        vacancy_id=vacancy.pk,
        is_merged=not decides,
        first_seen_at=vacancy.first_seen_at,
        repost_count=vacancy.repost_count,
    )


def _compared(posting: Posting, found: identity.Fingerprint, candidates: Sequence[Candidate]) -> Placed:
    decision = identity.decide(found, [each.fingerprint for each in candidates])
    placed = Placed(
        posting=posting,
        fingerprint=found,
        vacancy_id=uuid7(),
        reason=decision.reason,
        confidence=decision.confidence,
    )
    if decision.target is None:
        placed.is_new = True
        return placed
    target = candidates[decision.target]
    is_repost = decision.kind == "repost"
    placed.vacancy_id = target.vacancy_id
    placed.is_merged = not is_repost
    placed.first_seen_at = target.first_seen_at
    placed.repost_count = target.repost_count + is_repost
    return placed
