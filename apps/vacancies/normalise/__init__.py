"""Cleaning of postings: `normalise(draft) -> Posting`. Pure; one module per kind of field."""

from __future__ import annotations

from datetime import datetime

from apps.vacancies.normalise.posting import Pay, Place, Posting
from apps.vacancies.sources.base import PostingDraft

__all__ = ["Pay", "Place", "Posting", "normalise"]


def normalise(draft: PostingDraft, now: datetime | None = None) -> Posting:
    """Clean one draft. `now` (aware) bounds its dates. Raises PostingInvalid when no title or web address is left."""
    # The first posting loads a hundred patterns: who only needs the words for its fields goes without.
    from apps.vacancies.normalise import compose

    return compose.normalise(draft, now)
