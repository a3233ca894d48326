"""Applications for tests, made by the product's services."""

from __future__ import annotations

from typing import Any

from apps.applications import services
from apps.applications.models import Application
from apps.core.db import acting
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy


def make_application(person: Person, **fields: Any) -> Application:
    """For a new vacancy of the catalogue unless `vacancy_id` says otherwise."""
    if "vacancy_id" not in fields:
        fields["vacancy_id"] = make_vacancy().pk
    with acting(person.caller):
        return services.create_application(caller=person.caller, **fields)
