"""Copies that ingest could not see: two that arrived at the same moment, or whose text became alike afterwards.

A posting that was met before is never placed anew. This looks over what stands open, finds texts that are nearly the
same whatever stands around them, and puts what the rules would merge, or are unsure of, before staff.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from apps.core.db import as_system, atomic
from apps.vacancies import identity
from apps.vacancies.identity.near_duplicates import NearDuplicates
from apps.vacancies.ingest.candidates import fingerprint_of
from apps.vacancies.models import MergeDecision, RawPosting

# How alike two texts are to be looked at; the rules decide with what stands around them.
ALIKE = 0.7
# A sketch and its bands are about 3 kB: 100,000 postings are 300 MB.
MOST = 100_000
_FEWEST_RUNS = 60


def find_copies(days: int) -> dict[str, int]:
    """Propose merges among open postings first seen in the last `days`: {read, near, proposed}. As system.

    The newest 100,000 at most. A pair that anybody has decided on before, rules or staff, is left as it is.
    """
    read = near = proposed = 0
    held: list[UUID] = []

    def runs_of(number: int) -> list[str]:
        text = RawPosting.objects.values_list("vacancy__description_text", flat=True).get(pk=held[number])
        return identity.shingles(text or "")

    index = NearDuplicates(runs_of, ALIKE)
    with as_system():
        for posting_id, text in _open_postings(days):
            runs = identity.shingles(text)
            if len(runs) < _FEWEST_RUNS:
                continue
            held.append(posting_id)
            read += 1
            for other, _ in index.add(len(held) - 1, runs):
                near += 1
                proposed += _propose(posting_id, held[other])
    return {"read": read, "near": near, "proposed": proposed}


def _open_postings(days: int) -> Iterator[tuple[UUID, str]]:
    """Of vacancies with one posting, which alone the row's text is that posting's."""
    rows = (
        RawPosting.objects.filter(
            closed_at=None,
            first_seen_at__gte=timezone.now() - timedelta(days=days),
            content__isnull=True,
            vacancy__status="open",
            vacancy__merged_into=None,
        )
        .order_by("-first_seen_at", "-id")
        .values_list("pk", "vacancy__description_text")[:MOST]
    )
    for posting_id, text in rows.iterator(chunk_size=500):
        yield posting_id, text or ""


def _propose(posting_id: UUID, other_id: UUID) -> bool:
    """Whether the rules find the later of the two to be, or perhaps to be, the earlier one's; then staff will see it."""
    with atomic():
        rows = RawPosting.objects.select_related("source", "vacancy").defer("payload", "content")
        found = list(rows.filter(pk__in=(posting_id, other_id)).order_by("first_seen_at", "id"))
        if len(found) != 2 or found[0].vacancy is None:
            return False
        earlier, later = found
        decision = identity.decide(fingerprint_of(later), [fingerprint_of(earlier)])
        judged = decision if decision.is_merge else decision.proposal
        if judged is None or judged.kind == "new":
            return False
        _, is_new = MergeDecision.objects.get_or_create(
            posting=later,
            vacancy=earlier.vacancy,
            defaults={
                "kind": judged.kind,
                "state": MergeDecision.State.PROPOSED,
                "confidence": judged.confidence,
                "reason": judged.reason[:200],
                "evidence": {**judged.evidence, "stage": "found later"},
            },
        )
        return is_new
