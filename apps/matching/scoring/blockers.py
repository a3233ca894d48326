"""Why a vacancy may be out of reach whatever the score says. Only what both sides state makes a blocker."""

from __future__ import annotations

from collections.abc import Iterator

from apps.matching.scoring.languages import FLUENT, WORKING
from apps.matching.scoring.match import Blocker, Wishes
from apps.matching.scoring.parts import countries_of, language_name
from apps.matching.scoring.resume import ResumeFacts
from apps.matching.scoring.vacancy import VacancyFacts


def blockers_of(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes) -> tuple[Blocker, ...]:
    """Every blocker, in a fixed order."""
    return (
        *_permit(vacancy, wishes),
        *_place(vacancy, wishes),
        *_pay(vacancy, wishes),
        *_languages(resume, vacancy),
        *_terms(resume, vacancy, wishes),
    )


def _permit(vacancy: VacancyFacts, wishes: Wishes) -> Iterator[Blocker]:
    countries = countries_of(vacancy)
    if wishes.permits is None or vacancy.sponsors is not False or not countries:
        return
    if not set(countries) & set(wishes.permits):
        yield Blocker("permit_required", f"A work permit for {' or '.join(countries)} must be brought along")


def _place(vacancy: VacancyFacts, wishes: Wishes) -> Iterator[Blocker]:
    countries = countries_of(vacancy)
    named = " or ".join(countries)
    if wishes.remote == "remote" and vacancy.remote in ("onsite", "hybrid"):
        yield Blocker("not_remote", f"The work is {vacancy.remote}, and only remote work is wanted")
    if not wishes.countries or not countries or set(countries) & set(wishes.countries):
        return
    if vacancy.remote == "remote":
        yield Blocker("remote_elsewhere", f"Remote, but only from {named}")
    elif vacancy.remote is not None:
        yield Blocker("onsite_elsewhere", f"The work is {vacancy.remote} in {named}")


def _pay(vacancy: VacancyFacts, wishes: Wishes) -> Iterator[Blocker]:
    if (
        wishes.salary_floor is None
        or vacancy.salary_max is None
        or vacancy.salary_currency != wishes.currency
    ):
        return
    if vacancy.salary_max < wishes.salary_floor:
        yield Blocker(
            "pay_below_floor", f"At most {vacancy.salary_max} {vacancy.salary_currency} a year is paid"
        )


def _languages(resume: ResumeFacts, vacancy: VacancyFacts) -> Iterator[Blocker]:
    held = dict(resume.languages)
    for code, level in vacancy.languages if held else ():
        if level >= FLUENT and held.get(code, 0) < WORKING:
            yield Blocker("language_required", f"Fluent {language_name(code)} is required")


def _terms(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes) -> Iterator[Blocker]:
    if vacancy.clearance and not resume.clearance:
        yield Blocker("clearance_required", "A security clearance is required")
    if (
        wishes.employment_types
        and vacancy.employment_type
        and vacancy.employment_type not in wishes.employment_types
    ):
        yield Blocker("employment_type", f"The contract is {vacancy.employment_type.replace('_', ' ')}")
