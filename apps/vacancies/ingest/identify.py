"""Which vacancy each posting of a batch belongs to: what it is, a copy or a repost of, or a new one."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from apps.core.models import uuid7
from apps.vacancies import identity
from apps.vacancies.ingest import content, members
from apps.vacancies.ingest.candidates import Candidate, Pool, keys_of
from apps.vacancies.ingest.derive import Content
from apps.vacancies.models import RawPosting, SourceRun
from apps.vacancies.normalise.posting import Posting


class Moved(Exception):
    """Staff merged or unmerged between our reading and our lock."""


@dataclass(slots=True, kw_only=True)
class Read:
    """A posting that could be read, and what is stored of it.

    `is_reread`: nothing new came, a newer adapter reads it. `kept`: columns of its row that stay as they are.
    """

    posting: Posting
    fingerprint: identity.Fingerprint
    content: Content
    raw: RawPosting | None
    is_reread: bool = False
    kept: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Placed:
    """A posting and its vacancy. `is_new`: the vacancy is made now. `decision` is None for a posting met before.

    `is_shared`: its vacancy has several postings, so that `content` is kept beside it. `proposed` is the vacancy that
    `decision.proposal` names.
    """

    posting: Posting
    fingerprint: identity.Fingerprint
    vacancy_id: UUID
    posting_id: UUID
    raw: RawPosting | None = None
    decision: identity.Decision | None = None
    is_new: bool = False
    is_shared: bool = False
    is_reread: bool = False
    kept: Mapping[str, Any] = field(default_factory=dict)
    proposed: UUID | None = None
    content: Content = field(default_factory=dict)
    content_changed_at: datetime | None = None

    @property
    def is_known(self) -> bool:
        return self.decision is None

    @property
    def is_merged(self) -> bool:
        """Whether it came as one more posting of a vacancy that stands open."""
        return self.decision is not None and self.decision.is_merge and self.decision.kind != "repost"

    @property
    def reason(self) -> str:
        return self.decision.reason if self.decision else (self.raw.merge_reason if self.raw else "")

    @property
    def confidence(self) -> float:
        return self.decision.confidence if self.decision else (self.raw.merge_confidence if self.raw else 1.0)


def place(run: SourceRun, reads: Sequence[Read], touched: Sequence[RawPosting] = ()) -> list[Placed]:
    """Decide for each posting, in order: one may be the same as an earlier one of its own batch.

    Locks every vacancy that the batch will write, and those of `touched`. Raises Moved where one is not any more what
    it was when it was read; then the batch is to be begun again.
    """
    is_known = [each.raw is not None and each.raw.vacancy_id is not None for each in reads]
    keys = {
        at: keys_of(each.fingerprint)
        for at, (each, known) in enumerate(zip(reads, is_known, strict=True))
        if not known
    }
    pool = Pool.of_stored(keys.values())
    placed = []
    for at, each in enumerate(reads):
        if at not in keys:
            placed.append(_known(each))
            continue
        one = _compared(each, pool.like(keys[at]))
        pool.add(Candidate(fingerprint=each.fingerprint, vacancy_id=one.vacancy_id), keys[at])
        placed.append(one)
    _lock(placed, touched)
    _share(placed)
    return placed


def _lock(placed: Sequence[Placed], touched: Sequence[RawPosting]) -> None:
    made = {each.vacancy_id for each in placed if each.is_new}
    standing = {each.vacancy_id for each in placed} - made
    known = {each.raw.pk: each.raw for each in placed if each.raw and each.is_known}
    known |= {raw.pk: raw for raw in touched}
    wanted = standing | {raw.vacancy_id for raw in touched if raw.vacancy_id}
    locked = members.lock(wanted) if wanted else {}
    joined = {each.vacancy_id for each in placed if not each.is_known} - made
    if wanted - locked.keys() or any(locked[pk] for pk in joined):
        raise Moved
    is_alone = ExpressionWrapper(Q(content__isnull=True), output_field=BooleanField())
    stands = (
        RawPosting.objects.filter(pk__in=known).values_list("pk", "vacancy_id", is_alone) if known else ()
    )
    for pk, vacancy_id, alone in stands:
        if (known[pk].vacancy_id, known[pk].content is None) != (vacancy_id, alone):
            raise Moved


def _share(placed: Sequence[Placed]) -> None:
    """Mark the postings whose vacancies have several."""
    members_of = Counter(each.vacancy_id for each in placed)
    joined = {each.vacancy_id for each in placed if not each.is_new and not each.is_known}
    joined |= {each.vacancy_id for each in placed if each.raw and each.is_known and each.raw.content}
    for each in placed:
        each.is_shared = each.vacancy_id in joined or members_of[each.vacancy_id] > 1


def stored(placed: Placed | None, raw: RawPosting | None) -> dict[str, Any]:
    """The columns of a raw posting that it is found and derived by; of one that was refused, as they were."""
    if placed is None:
        kept = raw or RawPosting()
        return {name: getattr(kept, name) for name in STORED}
    found = placed.fingerprint
    return {
        "fingerprint": identity.to_json(found),
        "minhash": array("I", found.minhash).tobytes(),
        "identity_key": found.key,
        "vendor_key": found.vendor[:300],
        "canonical_url": identity.canonical_url(found.url)[:2000],
        "block_keys": list(identity.blocking_keys(found)),
        "content": content.to_json(placed.content) if placed.is_shared else None,
        "content_changed_at": placed.content_changed_at,
    }


STORED = (
    "fingerprint", "minhash", "identity_key", "vendor_key", "canonical_url", "block_keys", "content",
    "content_changed_at",
)  # fmt: skip


def _known(each: Read) -> Placed:
    """Met before: it stays where it is."""
    if each.raw is None or each.raw.vacancy_id is None:
        raise ValueError("a posting that was not met before has no vacancy yet")
    return Placed(
        posting=each.posting,
        fingerprint=each.fingerprint,
        content=each.content,
        vacancy_id=each.raw.vacancy_id,
        posting_id=each.raw.pk,
        raw=each.raw,
        is_reread=each.is_reread,
        kept=each.kept,
    )


def _compared(each: Read, candidates: Sequence[Candidate]) -> Placed:
    decision = identity.decide(each.fingerprint, [one.fingerprint for one in candidates])
    proposal = decision.proposal
    return Placed(
        posting=each.posting,
        fingerprint=each.fingerprint,
        content=each.content,
        vacancy_id=uuid7() if decision.target is None else candidates[decision.target].vacancy_id,
        posting_id=each.raw.pk if each.raw else uuid7(),
        raw=each.raw,
        decision=decision,
        is_new=decision.target is None,
        kept=each.kept,
        proposed=candidates[proposal.target].vacancy_id if proposal and proposal.target is not None else None,
    )
