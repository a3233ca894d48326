"""Applications for tests, made by the product's services; catalogue vacancies as ingest would leave them."""

from __future__ import annotations

import itertools
from typing import Any

from apps.applications import services
from apps.applications.models import Application
from apps.core.db import acting, as_system
from apps.vacancies.models import Company, Vacancy
from tests.factories.accounts import Person

_numbers = itertools.count(1)


def make_vacancy(**fields: Any) -> Vacancy:
    """An open vacancy of the catalogue, with a company of its own."""
    number = next(_numbers)
    name = fields.pop("company_name", f"Company {number} Ltd")
    with as_system():
        company = Company.objects.create(name=name, key=f"company {number}")
        said = {"title": f"Cooper {number}", "source": "greenhouse", "source_id": str(number), **fields}
        return Vacancy.objects.create(company=company, company_name=name, **said)


def make_application(person: Person, **fields: Any) -> Application:
    """For a new vacancy of the catalogue unless `vacancy_id` or `typed_in` says otherwise."""
    if "vacancy_id" not in fields and "typed_in" not in fields:
        fields["vacancy_id"] = make_vacancy().pk
    with acting(person.caller):
        return services.create_application(caller=person.caller, **fields)
