"""Facets: every number is what `listVacancies` finds when the value is chosen."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import acting, as_system
from apps.core.models import uuid7
from apps.core.sampling import is_surely_more
from apps.matching import pay_bands
from apps.matching.search import facet_query, facets
from apps.matching.search.facets import Facets, FacetValue, Sides
from apps.vacancies.models import OwnVacancy, Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.random_rows import PLACES, SKILLS, fill, sides_of

pytestmark = pytest.mark.usefixtures("database")


def _counted(person: Person, filters: Mapping[str, Any], **said: Any) -> Facets:
    def matches(under: Mapping[str, Any]) -> Sides:
        return sides_of(person, under)

    with acting(person.caller):
        known = said.pop("known", None)
        tally_of = facets.in_database(matches, filters, known)
        return facets.count(tally_of, filters=filters, **said)


def _listed(person: Person, filters: Mapping[str, Any]) -> int:
    response = person.client.get("/api/v1/vacancies/", {**filters, "page_size": "1"})
    assert response.status_code == 200, response.content
    body = response.json()
    assert body["count_exact"]
    return int(body["count"])


def _value(found: Facets, facet: str, value: str) -> FacetValue:
    (one,) = [each for each in found.values[facet] if each.value == value]
    return one


FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"q": "baker"},
    {"q": "baker -driver", "remote": "remote"},
    {"skills": "python", "seniority": "senior"},
    {"company": "nimbus", "country": "DE"},
    {"location": "bern"},
    {"currency": "eur"},
    {"currency": "JPY", "salary_min": "5000000"},
    {"salary_min": "50000", "salary_max": "150000", "employment_type": "contract"},
    {"source": "own", "skills_any": "sql,python"},
    {"status": "closed"},
    {"q": "nobodyhasthisword"},
)


@pytest.mark.parametrize("seed", [0, 1])
def test_every_number_is_what_the_list_finds_with_the_choice(
    member: Person, stranger: Person, seed: int
) -> None:
    fill(member, stranger, 60, seed)
    seen = 0
    for filters in FILTERS[seed::2]:
        found = _counted(member, filters)
        assert (found.count_exact, found.estimated) == (True, [])
        assert found.count == _listed(member, filters)
        for name, values in found.values.items():
            for each in values:
                others = {key: value for key, value in filters.items() if key not in facets.OWN_FILTERS[name]}
                chosen = {**others, **each.filters}
                assert each.count == _listed(member, chosen), (filters, name, each)
                assert each.count > 0
                seen += 1
    assert seen > 100


def test_every_value_that_there_is_has_its_number(member: Person, stranger: Person) -> None:
    """What has no number finds nothing."""
    fill(member, stranger, 40, 3)
    found = _counted(member, {"q": "baker"})
    for name, values in {
        "remote": ("onsite", "hybrid", "remote"),
        "skills": SKILLS,
        "country": {country for _, country in PLACES},
    }.items():
        counted = {each.value: each.count for each in found.values[name]}
        for value in values:
            assert counted.get(value, 0) == _listed(member, {"q": "baker", name: value}), (name, value)


def test_labels_are_for_people(member: Person) -> None:
    vacancy = make_vacancy(skills=["patient-care"], employment_type="full_time", company_name="Plume & Sons")
    found = _counted(member, {})
    assert _value(found, "skills", "patient-care").label == "Patient care"
    assert _value(found, "country", "DE").label == "Germany"
    assert _value(found, "employment_type", "full_time").label == "Full Time"
    assert _value(found, "company", "Plume & Sons").id == str(vacancy.company_id)


def test_own_filter_does_not_count_for_itself_but_skills_add_up(member: Person) -> None:
    make_vacancy(remote="remote", skills=["python", "sql"])
    make_vacancy(remote="hybrid", skills=["python"])
    found = _counted(member, {"remote": "remote", "skills": "python"})
    assert {each.value: each.count for each in found.values["remote"]} == {"remote": 1, "hybrid": 1}
    assert {each.value: each.filters["skills"] for each in found.values["skills"]} == {
        "python": "python,python",
        "sql": "python,sql",
    }


def test_pay_is_of_the_currency_asked_for_else_of_the_commonest(member: Person) -> None:
    for currency, times in (("USD", 3), ("EUR", 2), ("JPY", 4), ("ISK", 1)):
        for _ in range(times):
            amount = Decimal(60_000 * pay_bands.SCALES.get(currency, 1))
            make_vacancy(salary_currency=currency, salary_year_min=amount, salary_year_max=amount)
    shown = [(each.value, each.count) for each in _counted(member, {}).values["pay"]]
    assert shown == [("JPY:5000000-7500000", 4), ("USD:50000-75000", 3), ("EUR:50000-75000", 2)]
    asked = _counted(member, {"currency": "isk"}).values["pay"]
    assert [(each.value, each.count) for each in asked] == [("ISK:50000-75000", 1)]


def test_only_what_is_asked_for_and_no_more_than_asked_for(member: Person) -> None:
    for number in range(5):
        make_vacancy(skills=[f"skill-{number}", "python"], company_name=f"Firm {number}")
    found = _counted(member, {}, names=["company", "skills"], most=2)
    assert list(found.values) == ["company", "skills"]
    assert [each.value for each in found.values["skills"]] == ["python", "skill-0"]
    assert len(found.values["company"]) == 2


def test_count_of_queries_does_not_grow_with_rows_or_facets(member: Person, stranger: Person) -> None:
    def queries(filters: Mapping[str, Any]) -> int:
        with acting(member.caller), CaptureQueriesContext(connections["default"]) as caught:
            facets.count(facets.in_database(lambda under: sides_of(member, under), filters), filters=filters)
        return len(caught)

    made = 0
    for rows in (1, 5, 20):
        fill(member, stranger, rows - made, rows)
        made = rows
        # The planner's word and the rows; a facet whose own filter is set asks for itself.
        assert (queries({}), queries({"remote": "remote"})) == (2, 4)


def test_more_matches_than_are_counted_are_estimated_from_a_fixed_sample(
    member: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick = random.Random(4)
    template = make_vacancy(title="Baker")
    with as_system():
        Vacancy.objects.bulk_create(
            Vacancy(
                title="Baker",
                company=template.company,
                company_name="Nimbus",
                remote=pick.choice(("remote", "remote", "remote", "onsite")),
                source="lever",
                source_id=f"copy-{number}",
            )
            for number in range(6000)
        )
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_vacancy")
    with acting(member.caller):
        OwnVacancy.objects.create(
            id=uuid7(), workspace_id=member.caller.workspace_id, title="Baker", remote="hybrid"
        )
    for module in (facet_query, facets):
        monkeypatch.setattr(module, "MOST", 1000)
        monkeypatch.setattr(module, "SAMPLE", 500)
    found = _counted(member, {"q": "baker"}, names=["remote", "company", "source"])
    assert not found.count_exact
    assert found.estimated == ["remote", "company", "source"]
    assert abs(found.count - 6002) < 5 * 6002 / 500**0.5
    remote = {each.value: each.count for each in found.values["remote"]}
    assert remote["hybrid"] == 1, "own rows are always counted"
    assert abs(remote["remote"] - 4500) < 5 * 4500 / 375**0.5
    assert _counted(member, {"q": "baker"}, names=["remote", "company", "source"]) == found, "the same sample"
    exact = _counted(member, {"q": "baker", "remote": "hybrid"}, names=["remote", "source"])
    assert (exact.count, exact.count_exact, exact.estimated) == (1, True, ["remote"])


def test_planner_that_expects_far_too_few_spoils_no_estimate(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sample it leads to would be cut off in the middle."""
    template = make_vacancy(title="Baker")
    with as_system():
        Vacancy.objects.bulk_create(
            Vacancy(title="Baker", company=template.company, remote="remote", source_id=str(number))
            for number in range(3000)
        )
    for module in (facet_query, facets):
        monkeypatch.setattr(module, "MOST", 200)
        monkeypatch.setattr(module, "SAMPLE", 150)
    monkeypatch.setattr(facets, "planner_estimate", lambda rows: 201)
    found = _counted(member, {}, names=["remote"])
    assert not found.count_exact
    assert abs(found.count - 3001) < 5 * 3001 / 100**0.5


def test_sample_is_read_by_its_index(member: Person) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'vacancy_sample'")
        ((definition,),) = cursor.fetchall()
    with acting(member.caller), CaptureQueriesContext(connections["default"]) as caught:
        facet_query.tallied(Vacancy.objects.all(), OwnVacancy.objects.all(), ["remote"], parts=7)
    said = caught[-1]["sql"].replace('"vacancies_vacancy".', "").replace('"', "")
    assert "((uuid_hash(id) & 1023))" in definition
    assert "(uuid_hash(id) & 1023) < 7" in said


def test_doubt_is_resolved_by_counting() -> None:
    assert is_surely_more(16_000, 0.2, 10_000)
    assert not is_surely_more(10_500, 0.2, 10_000)
    assert not is_surely_more(0, 0.001, 10_000)


def test_kept_numbers_are_as_they_were_counted_and_end_with_a_change(member: Person) -> None:
    from apps.core import cached

    make_vacancy(skills=["python"])
    names = ["skills", "company"]
    workspace = member.caller.workspace_id
    first = facets.kept(["q"], lambda: _counted(member, {}, names=names), workspace_id=workspace)
    assert first == _counted(member, {}, names=names)
    make_vacancy(skills=["sql"])
    again = facets.kept(["q"], lambda: _counted(member, {}, names=names), workspace_id=workspace)
    assert again == first
    cached.outdate(cached.CATALOGUE)
    third = facets.kept(["q"], lambda: _counted(member, {}, names=names), workspace_id=workspace)
    assert third == _counted(member, {}, names=names) != first
