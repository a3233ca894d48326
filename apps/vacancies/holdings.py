"""What this app holds of a workspace; the catalogue is nobody's, but for who of the staff decided."""

from __future__ import annotations

from apps.core.holdings import holds
from apps.vacancies.models import (
    MarketplaceClient,
    MergeDecision,
    OwnSource,
    OwnSourceRun,
    OwnVacancy,
    OwnVacancyChange,
    Proposal,
    VacancyMark,
)

# What is pointed at comes first: erasing goes from the last to the first.
holds(MarketplaceClient)
holds(OwnSource)
holds(OwnSourceRun)
holds(OwnVacancy, hides=("payload_hash", "list_hash"))
holds(OwnVacancyChange)
holds(Proposal)
holds(VacancyMark)
holds(
    MergeDecision,
    unexported="which postings of the catalogue are one vacancy: nobody's, but staff may have decided",
)
