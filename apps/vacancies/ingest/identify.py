"""Which vacancy a posting is: the one it was, one that another board listed, or a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from apps.core.models import uuid7
from apps.vacancies import identity
from apps.vacancies.models import RawPosting, SourceRun, Vacancy
from apps.vacancies.normalise.posting import Posting


@dataclass(slots=True, kw_only=True)
class Placed:
    """A posting and its vacancy. `is_merged`: another posting decides that vacancy's content."""

    posting: Posting
    vacancy_id: UUID
    identity_key: str
    minhash: list[int] = field(default_factory=list)
    is_new: bool = False
    is_merged: bool = False
    reason: str = "the same posting"
    confidence: float = 1.0
    first_seen_at: datetime | None = None
    repost_count: int = 0


@dataclass(slots=True)
class Candidate:
    """A vacancy that a posting might be."""

    vacancy_id: UUID
    fingerprint: identity.Fingerprint
    first_seen_at: datetime | None
    repost_count: int


Known = Sequence[tuple[Posting, RawPosting | None]]


def place(run: SourceRun, postings: Known) -> list[Placed]:
    """Decide for each posting, in order: one may be the same as an earlier one of its own batch. Two queries."""
    prints = [identity.fingerprint(posting) for posting, _ in postings]
    held = Vacancy.objects.only("source", "source_id", "first_seen_at", "repost_count").in_bulk(
        [raw.vacancy_id for _, raw in postings if raw and raw.vacancy_id]
    )
    candidates = _candidates({each.key for each in prints})
    placed = []
    for (posting, raw), found in zip(postings, prints, strict=True):
        vacancy = held.get(raw.vacancy_id) if raw and raw.vacancy_id else None
        each = _known(posting, found, vacancy) if vacancy else _compared(posting, found, candidates[found.key])
        if each.is_new:
            candidates[found.key].append(Candidate(each.vacancy_id, found, None, 0))
        placed.append(each)
    return placed


def _candidates(keys: set[str]) -> dict[str, list[Candidate]]:
    """Vacancies that share a key with the batch, by key, with the fingerprint of each posting behind them."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    rows = (
        RawPosting.objects.filter(vacancy__identity_key__in=keys)
        .select_related("vacancy", "source")
        .only(
            "shingles", "source__kind", "source__board", "source_posting_id", "closed_at", "url",
            "vacancy__identity_key", "vacancy__first_seen_at", "vacancy__repost_count", "vacancy__posted_at",
            "vacancy__title_key", "vacancy__locations", "vacancy__seniority", "vacancy__department",
        )
    )  # fmt: skip
    for raw in rows:
        vacancy = raw.vacancy
        if vacancy is None:
            continue
        found[vacancy.identity_key].append(
            Candidate(
                vacancy.pk,
                identity.Fingerprint(
                    key=vacancy.identity_key,
                    source=raw.source.kind,
                    board=raw.source.board,
                    source_id=raw.source_posting_id,
                    minhash=tuple(raw.shingles),
                    posted_at=vacancy.posted_at,
                    is_closed=raw.closed_at is not None,
                ),
                vacancy.first_seen_at,
                vacancy.repost_count,
            )
        )
    return found


def _known(posting: Posting, found: identity.Fingerprint, vacancy: Vacancy) -> Placed:
    """Met before: it decides its vacancy's content if it did so then."""
    decides = (vacancy.source, vacancy.source_id) == (posting.source, posting.source_id[:200])
    return Placed(
        posting=posting,
        vacancy_id=vacancy.pk,
        identity_key=found.key,
        minhash=list(found.minhash),
        is_merged=not decides,
        first_seen_at=vacancy.first_seen_at,
        repost_count=vacancy.repost_count,
    )


def _compared(posting: Posting, found: identity.Fingerprint, candidates: Sequence[Candidate]) -> Placed:
    decision = identity.decide(found, [each.fingerprint for each in candidates])
    common = {"posting": posting, "identity_key": found.key, "minhash": list(found.minhash)}
    if decision.target is None:
        return Placed(**common, vacancy_id=uuid7(), is_new=True, reason=decision.reason, confidence=decision.confidence)
    target = candidates[decision.target]
    is_repost = decision.kind == "repost"
    return Placed(
        **common,
        vacancy_id=target.vacancy_id,
        is_merged=not is_repost,
        reason=decision.reason,
        confidence=decision.confidence,
        first_seen_at=target.first_seen_at,
        repost_count=target.repost_count + is_repost,
    )
