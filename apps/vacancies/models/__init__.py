"""The catalogue (shared by all) and what a workspace has of its own."""

from apps.vacancies.models.catalogue import Company, RawPosting, Vacancy
from apps.vacancies.models.history import MergeDecision, OwnVacancyChange, VacancyChange
from apps.vacancies.models.owned import MarketplaceClient, OwnVacancy, VacancyMark
from apps.vacancies.models.proposals import Proposal
from apps.vacancies.models.saved_searches import (
    Arrival,
    OwnArrival,
    SavedSearch,
    SavedSearchAnchor,
    SavedSearchMatch,
)
from apps.vacancies.models.sources import OwnSource, OwnSourceRun, Source, SourceRun
from apps.vacancies.models.writes import CatalogueWrite

__all__ = [
    "Arrival",
    "CatalogueWrite",
    "Company",
    "MarketplaceClient",
    "MergeDecision",
    "OwnArrival",
    "OwnSource",
    "OwnSourceRun",
    "OwnVacancy",
    "OwnVacancyChange",
    "Proposal",
    "RawPosting",
    "SavedSearch",
    "SavedSearchAnchor",
    "SavedSearchMatch",
    "Source",
    "SourceRun",
    "Vacancy",
    "VacancyChange",
    "VacancyMark",
]
