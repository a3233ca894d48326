"""The catalogue (shared by all) and what a workspace has of its own."""

from apps.vacancies.models.catalogue import Company, RawPosting, Source, SourceRun, Vacancy
from apps.vacancies.models.owned import OwnVacancy, VacancyMark

__all__ = ["Company", "OwnVacancy", "RawPosting", "Source", "SourceRun", "Vacancy", "VacancyMark"]
