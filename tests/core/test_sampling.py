"""A sample that leaves no doubt stands for the count; one that does leaves it to the count."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from apps.core import sampling
from apps.core.api.listing import MergedListing, QuerySetListing
from apps.core.cached import CATALOGUE, of_workspace, outdate
from apps.core.cached.recent import Recent
from apps.core.db import acting, as_system
from apps.core.reading import listings
from apps.core.reading.compiled import compiled_list
from apps.core.sampling import PARTS, Sample, is_surely_more
from apps.vacancies.models import OwnVacancy, Vacancy, VacancyMark
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.marketplace import make_own

PATH = "/api/v1/vacancies/?page_size=2"
# Of half of the rows so many have to match, that there are more than `MANY` in all.
HALF, MANY = Sample(PARTS // 2), 5


@given(parts=st.integers(1, PARTS), than=st.integers(0, 20_000))
def test_needed_is_the_first_that_leaves_no_doubt(parts: int, than: int) -> None:
    sample = Sample(parts)
    needed = sample.needed(than)
    assert is_surely_more(needed / sample.share, sample.share, than)
    assert not is_surely_more((needed - 1) / sample.share, sample.share, than)


def test_the_whole_as_a_sample_is_the_count() -> None:
    assert Sample(PARTS).needed(1000) == 1001


def test_doubt_is_five_deviations() -> None:
    """So many of a sample are five deviations above what the sample of exactly `than` would have."""
    sample = Sample(64)
    estimate = sample.needed(1000) / sample.share
    assert estimate - 5 * math.sqrt(estimate * (1 - sample.share) / sample.share) > 1000


@pytest.fixture
def half(database: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lists that count to five, with half of the catalogue as the sample."""
    monkeypatch.setattr(Vacancy, "sample", HALF)
    monkeypatch.setattr(sampling, "size_of", lambda table: 1e6)
    monkeypatch.setattr(listings, "DEEPEST", MANY)
    monkeypatch.setattr("apps.core.api.pagination.DEEPEST", MANY)
    compiled_list.cache_clear()
    yield
    compiled_list.cache_clear()


def many_vacancies(count: int) -> None:
    one = make_vacancy()
    names = [field.name for field in Vacancy._meta.concrete_fields if field.name not in ("id", "search")]
    with as_system():
        Vacancy.objects.bulk_create(
            Vacancy(**{name: getattr(one, name) for name in names}) for _ in range(count - 1)
        )


def counted(person: Person, query: str = "") -> tuple[bool, int]:
    """Whether it was counted exactly, and how many statements counted."""
    outdate(CATALOGUE)
    outdate(of_workspace(person.caller.workspace_id))
    with CaptureQueriesContext(connections["default"]) as asked:
        answer = person.client.get(f"{PATH}{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()["count_exact"], sum("count(*)" in query["sql"] for query in asked)


@pytest.mark.usefixtures("half")
def test_many_are_told_by_the_sample_alone(member: Person) -> None:
    many_vacancies(120)
    assert counted(member) == (False, 1)
    assert counted(member, "&q=welder") == (False, 1)
    assert counted(member, "&country=DE") == (False, 1)


@pytest.mark.usefixtures("half")
def test_a_small_table_is_not_sampled(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "size_of", lambda table: 300.0)
    many_vacancies(MANY + 2)
    assert counted(member) == (False, 1)


@pytest.mark.usefixtures("database")
def test_the_size_of_a_table_is_what_was_last_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "_sizes", Recent(8))
    many_vacancies(12)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_vacancy")
    with as_system(), CaptureQueriesContext(connections["system"]) as asked:
        assert sampling.size_of("vacancies_vacancy") == 12
    assert len(asked) == 0


@pytest.mark.usefixtures("half")
def test_few_are_counted(member: Person) -> None:
    many_vacancies(MANY)
    assert counted(member) == (True, 2)


@pytest.mark.usefixtures("half")
def test_some_are_counted_where_the_sample_leaves_doubt(member: Person) -> None:
    many_vacancies(MANY + 3)
    assert counted(member) == (False, 2)


@pytest.mark.usefixtures("half")
def test_what_is_hidden_is_not_in_the_sample(member: Person) -> None:
    many_vacancies(120)
    with acting(member.caller):
        left_out = list(Vacancy.objects.values_list("pk", flat=True)[MANY:])
        VacancyMark.objects.bulk_create(
            VacancyMark(workspace_id=member.caller.workspace_id, vacancy_id=pk, hidden_at=timezone.now())
            for pk in left_out
        )
    assert counted(member) == (True, 2)


@pytest.mark.usefixtures("half")
def test_own_ones_are_no_part_of_the_sample_but_of_the_count(member: Person) -> None:
    many_vacancies(3)
    for _ in range(3):
        make_own(member, title="Crane driver")
    assert counted(member) == (False, 2)


@pytest.mark.usefixtures("half")
def test_by_cursor_the_sample_is_asked_once_a_minute(member: Person) -> None:
    """It decides how a page is read; a cursor's page shows no count."""
    many_vacancies(120)
    first = member.client.get("/api/v1/vacancies/?q=welder&page_size=2&cursor=").json()
    following = first["next"].removeprefix("http://testserver")
    with CaptureQueriesContext(connections["default"]) as asked:
        pages = [member.client.get(following).json()["results"] for _ in range(2)]
    assert pages[0] == pages[1] and len(pages[0]) == 2
    assert sum("count(*)" in query["sql"] for query in asked) == 1


@pytest.mark.usefixtures("half")
def test_the_ordinary_way_counts_alike(member: Person) -> None:
    many_vacancies(120)
    with acting(member.caller):
        both = MergedListing((Vacancy.objects.all(), OwnVacancy.objects.all()), "-listed_at")
        with CaptureQueriesContext(connections["default"]) as asked:
            assert both.count_up_to(MANY + 1) == MANY + 1
        assert len(asked) == 1
        assert both.count_up_to(1000) == 120
        assert QuerySetListing(OwnVacancy.objects.all(), "-listed_at").count_up_to(9) == 0


@pytest.mark.usefixtures("database")
def test_a_sample_is_the_same_rows_at_each_question() -> None:
    many_vacancies(200)
    with as_system():
        found = [set(HALF.of(Vacancy.objects.all()).values_list("pk", flat=True)) for _ in range(2)]
        quarter = set(Sample(PARTS // 4).of(Vacancy.objects.all()).values_list("pk", flat=True))
    assert found[0] == found[1]
    assert quarter < found[0]
    assert 60 < len(found[0]) < 140
