"""What this app holds of a workspace; the catalogue is nobody's."""

from __future__ import annotations

from apps.core.holdings import holds
from apps.vacancies.models import OwnVacancy, VacancyMark

holds(OwnVacancy)
holds(VacancyMark)
