"""Cleaning of postings: `normalise(draft) -> Posting`. Pure; one module per kind of field."""

from __future__ import annotations

from apps.vacancies.normalise.compose import normalise
from apps.vacancies.normalise.posting import Pay, Place, Posting

__all__ = ["Pay", "Place", "Posting", "normalise"]
