"""What this app holds of a workspace; the catalogue is nobody's, but for who of the staff decided."""

from __future__ import annotations

from apps.core.holdings import holds
from apps.vacancies.models import (
    MarketplaceClient,
    MergeDecision,
    OwnArrival,
    OwnSource,
    OwnSourceRun,
    OwnVacancy,
    OwnVacancyChange,
    Proposal,
    SavedSearch,
    SavedSearchAnchor,
    SavedSearchMatch,
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
    OwnArrival,
    unexported="for seconds: which of the workspace's own vacancies are held against saved searches next",
)
holds(SavedSearch, hides=("needs", "needs_version"))
holds(SavedSearchAnchor, unexported="made of the filters of a saved search, which are given out themselves")
holds(SavedSearchMatch)
holds(
    MergeDecision,
    unexported="which postings of the catalogue are one vacancy: nobody's, but staff may have decided",
)
