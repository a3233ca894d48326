"""Reading merges: which postings a vacancy consists of, why, and what each of its fields was taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from apps.core.db import as_system, atomic
from apps.core.errors import NotFound
from apps.vacancies.models import MergeDecision, RawPosting, Vacancy


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSource:
    """Where a field's value stands: `how` is `field`, `text` or `derived`."""

    field: str
    posting_id: UUID
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A vacancy as what it was made of. `decisions` are all of its postings', made, proposed, undone and refused."""

    vacancy_id: UUID
    merged_into: UUID | None
    postings: Sequence[RawPosting]
    fields: Sequence[FieldSource]
    decisions: Sequence[MergeDecision]


def get_merge(*, vacancy_id: UUID) -> Merge:
    """Four queries. As the system role, so that staff see what they have just done. Raises NotFound."""
    with as_system(), atomic():
        vacancy = Vacancy.objects.only("merged_into_id", "field_sources").filter(pk=vacancy_id).first()
        if vacancy is None:
            raise NotFound()
        postings = list(
            RawPosting.objects.filter(vacancy_id=vacancy_id)
            .select_related("source")
            .only(
                "source__kind", "source__board", "source_posting_id", "url", "first_seen_at", "last_seen_at",
                "closed_at", "vacancy_id",
            )
            .order_by("first_seen_at", "pk")
        )  # fmt: skip
        decisions = list(MergeDecision.objects.filter(vacancy_id=vacancy_id).order_by("decided_at", "pk"))
    return Merge(
        vacancy_id=vacancy_id,
        merged_into=vacancy.merged_into_id,
        postings=postings,
        fields=_field_sources(vacancy.field_sources, postings),
        decisions=decisions,
    )


def _field_sources(kept: Mapping[str, Any], postings: Sequence[RawPosting]) -> list[FieldSource]:
    """One posting says every field itself; of several each field names the one it was taken from."""
    if not postings:
        return []
    return [
        FieldSource(field=name, posting_id=UUID(said["posting"]), how=said["how"])
        if isinstance(said, dict)
        else FieldSource(field=name, posting_id=postings[0].pk, how=said)
        for name, said in sorted(kept.items())
    ]


def to_review() -> QuerySet[MergeDecision]:
    """Proposals that wait for a person, the likeliest first; not those whose two sides are one by now."""
    return (
        MergeDecision.objects.filter(state=MergeDecision.State.PROPOSED)
        .filter(~Q(posting__vacancy_id=F("vacancy_id")))
        .order_by("-confidence", "id")
    )
