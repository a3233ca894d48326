"""`vacancies/{id}/history/`"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import as_system
from apps.vacancies.models import VacancyChange
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.merging import crawl, greenhouse, postings

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"


def history(person: Person, vacancy_id: Any, query: str = "") -> Any:
    return person.client.get(f"/api/v1/vacancies/{vacancy_id}/history/{query}")


def test_it_tells_each_change_with_what_stood_before(member: Person) -> None:
    crawl("greenhouse", [greenhouse(1)])
    crawl("greenhouse", [greenhouse(1, title="Harbour Master", content="&lt;p&gt;Less.&lt;/p&gt;")])
    found = history(member, postings()["greenhouse 1001"].vacancy_id).json()
    assert found["count"] == 1
    (entry,) = found["results"]
    with as_system():
        kept = VacancyChange.objects.get()
    assert entry == {
        "id": str(kept.pk),
        "kind": "changed",
        "at": kept.at.isoformat().replace("+00:00", "Z"),
        "reason": "",
        "changes": [
            {"field": "description_text", "before": None, "after": None},
            {"field": "title", "before": ["Harbour Pilot Birch"], "after": ["Harbour Master"]},
        ],
    }


def test_own_vacancies_have_one_too_which_nobody_else_sees(member: Person, stranger: Person) -> None:
    own = member.client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type=JSON).json()["id"]
    member.client.patch(
        f"/api/v1/vacancies/{own}/", {"salary_min": 50000, "salary_currency": "EUR"}, content_type=JSON
    )
    member.client.patch(f"/api/v1/vacancies/{own}/", {"salary_min": 50000}, content_type=JSON)
    (entry,) = history(member, own).json()["results"]
    shown = {each["field"]: (each["before"], each["after"]) for each in entry["changes"]}
    assert shown["salary_min"] == ([], ["50000.00"])
    assert history(stranger, own).status_code == 404


def test_it_is_ordered_paged_and_refuses_what_it_does_not_know(member: Person) -> None:
    vacancy = make_vacancy()
    with as_system():
        for kind in ("closed", "reopened", "changed"):
            VacancyChange.objects.create(vacancy=vacancy, kind=kind)

    def kinds(query: str) -> list[str]:
        return [one["kind"] for one in history(member, vacancy.pk, query).json()["results"]]

    assert kinds("") == ["changed", "reopened", "closed"]
    assert kinds("?ordering=at") == ["closed", "reopened", "changed"]
    assert kinds("?page_size=1&page=2") == ["reopened"]
    assert history(member, vacancy.pk, "?kind=closed").status_code == 400
    assert history(member, vacancy.pk, "?ordering=kind").status_code == 400


def test_as_many_queries_for_a_long_history(member: Person) -> None:
    vacancy = make_vacancy()
    counts = []
    for more in (1, 4, 15):
        with as_system():
            VacancyChange.objects.bulk_create(
                VacancyChange(vacancy=vacancy, kind="closed") for _ in range(more)
            )
        with CaptureQueriesContext(connections["default"]) as seen:
            assert history(member, vacancy.pk).status_code == 200
        counts.append(len(seen))
    assert len(set(counts)) == 1, counts
