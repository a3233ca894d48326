"""The bundled postings: `manage.py demo` reads all of them, and there is something of everything to see."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command

from apps.accounts.models import User
from apps.core.db import as_system
from apps.vacancies.models import RawPosting, SourceRun, Vacancy
from apps.vacancies.models.posting import EmploymentType, Remote

pytestmark = pytest.mark.usefixtures("database")


def demo() -> str:
    out = io.StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


def test_the_bundle_is_read_whole_and_once() -> None:
    said = demo()
    assert said.count("password:") == 2
    with as_system():
        postings, vacancies = RawPosting.objects.count(), Vacancy.objects.count()
        assert not SourceRun.objects.exclude(outcome="complete", refused=0).exists()
        assert User.objects.filter(is_staff=True).count() == 1
    assert 190 <= postings <= 230
    assert postings - vacancies == 3, "three postings are copies on another board"
    again = demo()
    assert "password:" not in again
    with as_system():
        assert (RawPosting.objects.count(), Vacancy.objects.count()) == (postings, vacancies)


def test_there_is_something_of_everything() -> None:
    demo()
    with as_system():
        rows = list(Vacancy.objects.defer("search"))
    share = len(rows) / 100
    assert {row.remote for row in rows} >= set(Remote.values)
    assert {row.employment_type for row in rows} >= {
        EmploymentType.FULL_TIME, EmploymentType.PART_TIME, EmploymentType.CONTRACT, EmploymentType.INTERNSHIP,
    }  # fmt: skip
    assert len({row.seniority for row in rows} - {""}) >= 6
    assert len({country for row in rows for country in row.countries}) >= 10
    assert {row.language for row in rows} >= {"en", "de", "fr", "es"}
    assert sum(row.salary_year_max is not None or row.salary_max is not None for row in rows) >= 50 * share
    assert sum(len(row.skills) >= 2 for row in rows) >= 85 * share
    assert all(row.description_text and row.snippet and row.url for row in rows)
