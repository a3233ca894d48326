"""Vacancies at random whose filters and facets are hard to tell right: parts of each other, odd letters, amounts at edges."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from apps.core.db import acting, as_system
from apps.core.models import uuid7
from apps.matching import pay_bands
from apps.matching.search.facets import Sides
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.models import OwnVacancy, Vacancy, VacancyMark
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy

# Parts of each other, other cases, wild cards of LIKE, letters whose lower case is unlike others.
COMPANIES = ("Nimbus", "Nimbus Foods", "nimbus labs", "100% Oats_", "Österwald", "Plume & Sons")
PLACES = (
    ("Hamburg", "DE"),
    ("Berlin", "DE"),
    ("Bern", "CH"),
    ("New Bern", "US"),
    ("São Tomé", "ST"),
    ("", "FR"),
)
SKILLS = ("welding", "python", "sql", "patient-care", "forklift-operation")
TITLES = ("Senior Baker", "Baker", "Night Baker and Driver", "Driver")
PAY = ("USD", "EUR", "JPY", "ISK", "")


def columns_of(pick: random.Random) -> dict[str, Any]:
    places = pick.sample(PLACES, pick.randrange(3))
    currency = pick.choice(PAY)
    amounts = sorted(pick.sample((12_000, 25_000, 49_999, 50_000, 75_000, 150_000, 200_000, 260_000), 2))
    scale = pay_bands.SCALES.get(currency, 1)
    low, high = (Decimal(amount * scale) if currency and pick.random() < 0.8 else None for amount in amounts)
    return {
        "title": pick.choice(TITLES),
        "company_name": pick.choice(COMPANIES),
        "locations": [
            {
                "text": city or country,
                "city": city,
                "region": "",
                "country": country,
                "lat": None,
                "lon": None,
            }
            for city, country in places
        ],
        "location_text": " · ".join(sorted({part for place in places for part in place if part})),
        "countries": sorted({country for _, country in places}),
        "skills": pick.sample(SKILLS, pick.randrange(4)),
        "remote": pick.choice(("", "onsite", "hybrid", "remote")),
        "seniority": pick.choice(("", "senior", "lead")),
        "employment_type": pick.choice(("", "full_time", "contract")),
        "source": pick.choice(("greenhouse", "lever", "own")),
        "salary_currency": currency if low is not None or high is not None else "",
        "salary_year_min": low,
        "salary_year_max": high,
    }


def fill(person: Person, stranger: Person, rows: int, seed: int) -> None:
    """Rows of the catalogue, some closed, some hidden by one of the two; own ones of both."""
    pick = random.Random(seed)
    for number in range(rows):
        vacancy = make_vacancy(**columns_of(pick))
        if number % 9 == 0:
            with as_system():
                Vacancy.objects.filter(pk=vacancy.pk).update(status="closed", closed_at=vacancy.posted_at)
        if number % 7 == 0:
            owner = person if number % 2 else stranger
            with acting(owner.caller):
                VacancyMark.objects.create(
                    workspace_id=owner.caller.workspace_id, vacancy=vacancy, hidden_at=vacancy.posted_at
                )
        if number % 5 == 0:
            owner = person if number % 3 else stranger
            with acting(owner.caller):
                OwnVacancy.objects.create(
                    id=uuid7(),
                    workspace_id=owner.caller.workspace_id,
                    source_id=str(number),
                    **columns_of(pick),
                )


def sides_of(person: Person, filters: Mapping[str, Any]) -> Sides:
    own = OwnVacancy.objects.filter(workspace_id=person.caller.workspace_id)
    return (
        VacancyFilterSet(data=dict(filters), queryset=Vacancy.objects.all()).qs,
        VacancyFilterSet(data=dict(filters), queryset=own).qs,
    )
