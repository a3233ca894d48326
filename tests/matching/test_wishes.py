"""What a person said once in their preferences counts in every score."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from apps.accounts.models import Preferences
from apps.core.db import acting
from apps.matching.scoring import Wishes
from apps.matching.scoring.match import NO_WISHES
from apps.matching.scoring.places import Location
from apps.matching.wishes import wishes_of
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def prefer(person: Person, **preferences: Any) -> None:
    with acting(person.caller):
        Preferences.objects.create(user_id=person.caller.user_id, **preferences)


def wishes(person: Person, *, countries: tuple[str, ...] = (), remote: str = "") -> Wishes:
    with acting(person.caller):
        return wishes_of(person.caller, countries=countries, remote=remote)


def test_who_says_nothing_wishes_nothing(member: Person) -> None:
    assert wishes(member) == NO_WISHES


def test_all_that_is_said(member: Person) -> None:
    prefer(
        member,
        locations=["Vienna, Austria", "Germany"],
        remote=["remote"],
        employment_types=["full_time", "contract"],
        salary_min=Decimal("20.00"),
        salary_currency="EUR",
        salary_period="hour",
        work_permits=["DE", "AT"],
    )
    assert wishes(member) == Wishes(
        countries=("AT", "DE"),
        places=(Location("vienna", "AT"),),
        remote="remote",
        salary_floor=41_600,
        currency="EUR",
        permits=("AT", "DE"),
        employment_types=("contract", "full_time"),
    )


def test_what_is_asked_now_goes_before(member: Person) -> None:
    prefer(member, locations=["Vienna"], remote=["remote"])
    said = wishes(member, countries=("FR",), remote="hybrid")
    assert (said.countries, said.places, said.remote) == (("FR",), (), "any")


@pytest.mark.parametrize(
    ("remote", "wished"), [([], None), (["remote"], "remote"), (["hybrid", "remote"], "any")]
)
def test_only_who_wants_nothing_else_wants_remote(
    member: Person, remote: list[str], wished: str | None
) -> None:
    prefer(member, remote=remote)
    assert wishes(member).remote == wished
