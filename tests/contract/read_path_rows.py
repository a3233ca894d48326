"""Rows for the lists that are compiled: as different from one another as their columns allow, ties and nothings included."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from apps.applications.models import Application
from apps.applications.workflow import State
from apps.core.db import acting
from apps.jobs.models import Status, Task
from apps.resumes.models import Resume, ResumeVersion
from apps.vacancies.models import Company, OwnVacancy, SavedSearch, Vacancy, VacancyMark
from apps.vacancies.models.posting import BudgetType, EmploymentType, Remote, SalaryPeriod, Seniority
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.marketplace import make_client, make_own

ROWS = 36
MOMENT = datetime(2026, 9, 1, tzinfo=UTC)
WORDS = (
    "Welder",
    "baker's",
    "50% night_shift",
    "Señor Ångström",
    'said "yes"',
    "back\\slash",
    "python",
    "crane",
)
SKILLS = ("python", "welding", "baking", "sql")
PLACES: tuple[dict[str, Any], ...] = (
    {"text": "Hamburg", "city": "Hamburg", "region": "", "country": "DE", "lat": 53, "lon": 10.0, "remote_scope": ""},
    {"text": "Anywhere", "remote_scope": "WORLDWIDE"},
    {"text": "Lisboa — Portugal", "city": "Lisbon", "region": "", "country": "PT", "lat": None, "lon": None},
)  # fmt: skip


def _one(chance: random.Random, *values: Any) -> Any:
    return chance.choice(values)


def _moment(chance: random.Random) -> datetime:
    return MOMENT + timedelta(minutes=chance.randrange(6), microseconds=_one(chance, 0, 0, 120, 999_999))


def _posting(chance: random.Random) -> dict[str, Any]:
    least = _one(chance, None, Decimal("17.50"), Decimal(40_000), Decimal("99999999.99"))
    is_closed = chance.random() < 0.2
    posted = _one(chance, None, _moment(chance))
    places = chance.sample(PLACES, chance.randrange(3))
    return {
        "title": f"{_one(chance, *WORDS)} {chance.randrange(9)}",
        "company_name": _one(chance, "Kestrel Works", "Quay & Söhne", "100% Cranes"),
        "company_logo_url": _one(chance, "", "https://example.com/logo.png"),
        "description_text": " ".join(chance.sample(WORDS, 3)),
        "snippet": " ".join(chance.sample(WORDS, 2)),
        "locations": places,
        "location_text": " · ".join(place["text"] for place in places),
        "countries": sorted({place["country"] for place in places if "country" in place}),
        "remote_scopes": _one(chance, ["UNSAID"], ["WORLDWIDE"], ["PT"], []),
        "remote": _one(chance, "", *Remote.values),
        "employment_type": _one(chance, "", *EmploymentType.values),
        "seniority": _one(chance, "", *Seniority.values),
        "job_function": _one(chance, "", "engineering"),
        "salary_min": least,
        "salary_max": _one(chance, None, least and least + 1),
        "salary_currency": _one(chance, "", "USD", "EUR"),
        "salary_period": _one(chance, "", *SalaryPeriod.values),
        "salary_year_min": least,
        "salary_year_max": _one(chance, None, least),
        "budget_type": _one(chance, "", *BudgetType.values),
        "budget_min": _one(chance, None, Decimal("100.10")),
        "budget_max": _one(chance, None, Decimal(500)),
        "client_score": _one(chance, None, 50, 82),
        "skills": chance.sample(SKILLS, chance.randrange(4)),
        "posted_at": posted,
        "first_seen_at": _moment(chance),
        "last_seen_at": _moment(chance),
        "listed_at": posted or MOMENT,
        "status": "closed" if is_closed else "open",
        "closed_at": MOMENT if is_closed else None,
        "application_deadline": _one(chance, None, date(2026, 12, 24)),
        "visa_sponsorship": _one(chance, None, True, False),
        "repost_count": chance.randrange(3),
        "source": _one(chance, "greenhouse", "ashby", ""),
        "url": _one(chance, "", "https://example.com/jobs/ü?a=1&b=2"),
    }


def _mark(chance: random.Random, person: Person, **of: Any) -> None:
    with acting(person.caller):
        VacancyMark.objects.create(
            workspace_id=person.caller.workspace_id,
            saved_at=_one(chance, None, _moment(chance)),
            applied_at=_one(chance, None, _moment(chance)),
            hidden_at=_one(chance, None, None, MOMENT),
            **of,
        )


def vacancies(person: Person, stranger: Person) -> None:
    chance = random.Random(1)
    clients = [
        make_client(person, platform_id=f"c{n}", name=f"Quayside {n}", total_spent=n or None)
        for n in range(2)
    ]
    whole: Any = None
    for _ in range(ROWS):
        row = make_vacancy(**_posting(chance), merged_into=whole if whole and chance.random() < 0.1 else None)
        whole = whole or row
        if chance.random() < 0.4:
            _mark(chance, person, vacancy=row)
        _mark(chance, stranger, vacancy=row)
    known = Company.objects.using("system").first()
    for _ in range(ROWS // 2):
        client, company = _one(chance, None, *clients), _one(chance, None, known)
        own: OwnVacancy = make_own(person, **_posting(chance), client=client, company=company)
        if chance.random() < 0.4:
            _mark(chance, person, own_vacancy=own)
    make_own(stranger, title="Not to be seen")


def companies(person: Person, stranger: Person) -> None:
    chance = random.Random(2)
    for number in range(ROWS):
        name = f"{_one(chance, *WORDS)} {number}"
        row = make_vacancy(company_name=name, status="open")
        with_website = {"website": "https://example.com"} if number % 3 else {}
        Company.objects.using("system").filter(pk=row.company_id).update(
            kind=_one(chance, "employer", "agency"), **with_website
        )
        Company.objects.using("system").create(name=name, key=f"without {number}")
    for number in range(8):
        client = make_client(person, platform_id=f"c{number}", name=_one(chance, *WORDS))
        if number % 2:
            make_own(person, client=client)
    make_client(stranger, name="Not to be seen")


def resumes(person: Person, stranger: Person) -> None:
    chance = random.Random(3)
    parent = None
    for number in range(ROWS):
        for owner in (person, stranger):
            with acting(owner.caller):
                row = Resume.objects.create(
                    workspace_id=owner.caller.workspace_id,
                    title=f"{_one(chance, *WORDS)} {number % 4}",
                    content={},
                    language=_one(chance, "", "en", "pt-BR"),
                    origin=_one(chance, *Resume.Origin.values),
                    parent_id=parent if owner is person else None,
                )
                parent = _one(chance, None, row.pk) if owner is person else parent


def tasks(person: Person, stranger: Person) -> None:
    chance = random.Random(4)
    for owner in (person, stranger):
        with acting(owner.caller):
            for _ in range(ROWS):
                Task.objects.create(
                    workspace_id=owner.caller.workspace_id,
                    user_id=owner.caller.user_id,
                    role="owner",
                    kind=_one(chance, "test.one", "test.two"),
                    status=_one(chance, *Status.values),
                    done=chance.randrange(9),
                    total=_one(chance, None, 9),
                    message=_one(chance, "", *WORDS),
                    result=_one(chance, None, {}, {"n": 2**70, "é": [1.0, None, {"b": 1, "a": 2}]}),
                    problem=_one(chance, None, {"code": "x", "status": 500}),
                    started_at=_one(chance, None, _moment(chance)),
                )


def applications(person: Person, stranger: Person) -> None:
    """For vacancies of both kinds, in every state; `vacancies` makes those they are for, with marks."""
    vacancies(person, stranger)
    chance = random.Random(5)
    for owner in (person, stranger):
        with acting(owner.caller):
            of: list[dict[str, Any]] = [
                {"vacancy_id": pk} for pk in Vacancy.objects.values_list("pk", flat=True)
            ]
            of += [{"own_vacancy_id": pk} for pk in OwnVacancy.objects.values_list("pk", flat=True)]
            within = {"workspace_id": owner.caller.workspace_id}
            resume = Resume.objects.create(**within, title="Sent", content={}, origin=Resume.Origin.values[0])
            version = ResumeVersion.objects.create(
                **within, resume=resume, number=1, content={}, reason=ResumeVersion.Reason.CREATED
            )
            for one in chance.sample(of, min(ROWS, len(of))):
                state = _one(chance, *State)
                Application.objects.create(
                    **within,
                    state=state,
                    archived_from="applied" if state is State.ARCHIVED else "",
                    state_changed_at=_moment(chance),
                    applied_at={State.SAVED: None}.get(state, _moment(chance)),
                    note=_one(chance, "", *WORDS),
                    resume_version=_one(chance, None, version),
                    **one,
                )


def saved_searches(person: Person, stranger: Person) -> None:
    vacancies(person, stranger)
    chance = random.Random(6)
    asked: tuple[dict[str, str], ...] = (
        {"q": "python"}, {"country": "DE"}, {"salary_min": "17.50", "visa_sponsorship": "true"}, {"skills_any": "sql,baking"},
        {"posted_after": "2026-09-01T00:00:00Z", "remote": "remote"}, {"saved": "false", "client_score_min": "50"},
    )  # fmt: skip
    for number in range(ROWS):
        for owner in (person, stranger):
            alert = _one(chance, *SavedSearch.Alert.values)
            with acting(owner.caller):
                SavedSearch.objects.create(
                    workspace_id=owner.caller.workspace_id,
                    user=owner.user,
                    name=f"{_one(chance, *WORDS)} {number % 4}",
                    filters=_one(chance, *asked),
                    alert=alert,
                    seen_at=_moment(chance),
                    due_at=None if alert == "off" else _moment(chance),
                )


# By the path of the list. A list that is compiled and not named here fails its test.
MAKERS: dict[str, Callable[[Person, Person], None]] = {
    "vacancies": vacancies,
    "companies": companies,
    "resumes": resumes,
    "tasks": tasks,
    "applications": applications,
    "saved-searches": saved_searches,
}
