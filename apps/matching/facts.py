"""The facts of rows: computed once, kept by a worker (`VacancyProfile`), remembered by the process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from apps.core.cached.recent import Recent
from apps.matching.models import VacancyProfile
from apps.matching.pasted import title_and_text
from apps.matching.scoring import ResumeFacts, VacancyFacts, resume_facts, vacancy_facts
from apps.matching.scoring.vacancy import Remote
from apps.matching.stored_facts import StoredFacts, from_json, reader
from apps.resumes.content import ResumeContent
from apps.resumes.models import Resume
from apps.vacancies.models import OwnVacancy, Vacancy
from apps.vacancies.normalise.posting import Place
from apps.vacancies.selectors import AnyVacancy

# The columns that a vacancy's facts are read from.
READ_FROM = (
    "id", "updated_at", "title", "description_text", "requirements", "skills", "seniority", "remote", "locations",
    "salary_year_min", "salary_year_max", "salary_currency", "employment_type", "visa_sponsorship",
)  # fmt: skip

Version = tuple[UUID, datetime]
"""A vacancy as it stood: its id and `updated_at`."""

# 2.3 kB each. What a resume is held against is at most some 1,400 of these.
_vacancies: Recent[Version, VacancyFacts] = Recent(8192)
_resumes: Recent[tuple[UUID, int, date], ResumeFacts] = Recent(256)


def read(vacancy: AnyVacancy) -> VacancyFacts:
    """The facts of a row, from its columns: some milliseconds for a long posting."""
    return vacancy_facts(
        title=vacancy.title,
        description_text=vacancy.description_text,
        requirements=vacancy.requirements,
        skills=vacancy.skills,
        seniority=vacancy.seniority or None,
        remote=cast(Remote, vacancy.remote) if vacancy.remote else None,
        locations=[Place(**place) for place in vacancy.locations],
        salary_year_min=_whole(vacancy.salary_year_min),
        salary_year_max=_whole(vacancy.salary_year_max),
        salary_currency=vacancy.salary_currency,
        employment_type=vacancy.employment_type,
        visa_sponsorship=vacancy.visa_sponsorship,
    )


def _whole(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount)


def of_resume(resume: Resume, today: date) -> ResumeFacts:
    """A resume's facts as of `today`. Reading one takes 2 ms: no more than keeping it in a table would."""
    key = (resume.pk, resume.current_version, today)
    found = _resumes.get(key)
    if found is None:
        found = resume_facts(cast(ResumeContent, resume.content), today)
        _resumes.put(key, found)
    return found


def of_vacancies(versions: Sequence[Version]) -> dict[UUID, VacancyFacts]:
    """The facts of these vacancies by id: from memory, else as kept, else read from the row. At most three queries."""
    found = {version[0]: known for version in versions if (known := _vacancies.get(version)) is not None}
    missing = {pk: updated_at for pk, updated_at in versions if pk not in found}
    for facts_by_id in (_kept, _read_rows):
        if missing:
            for pk, facts in facts_by_id(missing):
                found[pk] = facts
                _vacancies.put((pk, missing.pop(pk)), facts)
    return found


def of_vacancy(vacancy: AnyVacancy) -> VacancyFacts:
    """The facts of a row that is at hand in full."""
    version = (vacancy.pk, vacancy.updated_at)
    found = _vacancies.get(version)
    if found is None:
        found = read(vacancy)
        _vacancies.put(version, found)
    return found


def of_text(text: str, title: str = "") -> VacancyFacts:
    """The facts of a posting as pasted; its first line is its title unless one is given."""
    if not title:
        title, text = title_and_text(text)
    return vacancy_facts(title=title, description_text=text)


def _kept(wanted: dict[UUID, datetime]) -> list[tuple[UUID, VacancyFacts]]:
    rows = VacancyProfile.objects.filter(vacancy_id__in=wanted, reader=reader())
    return [
        (pk, from_json(cast(StoredFacts, facts)))
        for pk, updated_at, facts in rows.values_list("vacancy_id", "vacancy_updated_at", "facts")
        if updated_at == wanted[pk]
    ]


def _read_rows(wanted: dict[UUID, datetime]) -> list[tuple[UUID, VacancyFacts]]:
    rows: Iterable[AnyVacancy] = (
        *OwnVacancy.objects.filter(pk__in=wanted).only(*READ_FROM),
        *Vacancy.objects.filter(pk__in=wanted).only(*READ_FROM),
    )
    return [(row.pk, read(row)) for row in rows]
