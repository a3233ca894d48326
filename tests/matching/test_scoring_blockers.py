"""What stands in the way is named, and only where both sides said so."""

from __future__ import annotations

from datetime import date
from typing import Literal

from apps.matching.scoring import ResumeFacts, VacancyFacts, Wishes, resume_facts, score, vacancy_facts
from apps.resumes.content import empty_content
from apps.vacancies.normalise.posting import Place

GERMANY = Place(text="Berlin, Germany", city="Berlin", country="DE")


def facts(*languages: tuple[str, str]) -> ResumeFacts:
    content = empty_content()
    content["contact_info"]["address"] = "Lyon, France"
    content["languages"] = [{"language": name, "fluency": fluency} for name, fluency in languages]
    return resume_facts(content, date(2026, 11, 1))


def vacancy(text: str = "", remote: Literal["onsite", "hybrid", "remote"] | None = "onsite") -> VacancyFacts:
    return vacancy_facts(
        title="Cook",
        description_text=text,
        locations=[GERMANY],
        remote=remote,
        salary_year_max=40_000,
        salary_currency="EUR",
        employment_type="full_time",
    )


def codes(vacancy: VacancyFacts, wishes: Wishes, *languages: tuple[str, str]) -> list[str]:
    return [blocker.code for blocker in score(facts(*languages), vacancy, wishes).blockers]


def test_nothing_is_blocked_where_nothing_is_wished() -> None:
    assert codes(vacancy("We cannot sponsor visas."), Wishes()) == []


def test_permit_required() -> None:
    strict = vacancy("Unfortunately we are not able to sponsor a visa.")
    assert codes(strict, Wishes(permits=("FR",))) == ["permit_required"]
    assert codes(strict, Wishes(permits=("DE", "FR"))) == []
    assert codes(vacancy("We sponsor visas."), Wishes(permits=("FR",))) == []


def test_a_declared_sponsorship_wins_over_the_text() -> None:
    generous = vacancy_facts(
        title="Cook", description_text="No visa?", locations=[GERMANY], visa_sponsorship=True
    )
    assert codes(generous, Wishes(permits=("FR",))) == []


def test_onsite_elsewhere() -> None:
    assert codes(vacancy(), Wishes(countries=("FR",))) == ["onsite_elsewhere"]
    assert codes(vacancy(), Wishes(countries=("FR", "DE"))) == []
    assert codes(vacancy(remote="remote"), Wishes(countries=("FR",))) == ["remote_elsewhere"]
    assert codes(vacancy(remote=None), Wishes(countries=("FR",))) == []


def test_only_remote_is_wanted() -> None:
    assert codes(vacancy(remote="hybrid"), Wishes(remote="remote")) == ["not_remote"]
    assert codes(vacancy(remote="remote"), Wishes(remote="remote")) == []


def test_pay_below_the_floor() -> None:
    assert codes(vacancy(), Wishes(salary_floor=50_000, currency="EUR")) == ["pay_below_floor"]
    assert codes(vacancy(), Wishes(salary_floor=50_000, currency="USD")) == []
    assert codes(vacancy(), Wishes(salary_floor=40_000, currency="EUR")) == []


def test_language_required() -> None:
    german = vacancy("Requirements\n- Fluent German")
    assert codes(german, Wishes(), ("French", "native")) == ["language_required"]
    assert codes(german, Wishes(), ("German", "C1")) == []
    assert codes(german, Wishes()) == [], "a resume that names no language leaves it open"


def test_clearance_and_employment_type() -> None:
    secret = vacancy("An active security clearance is needed.")
    assert codes(secret, Wishes(employment_types=("contract",))) == ["clearance_required", "employment_type"]
