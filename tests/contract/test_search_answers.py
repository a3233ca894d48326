"""A search's answer is read by compiled SQL and written without serializers: with the bytes that its serializer gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.core.api.renderers import to_json
from apps.core.db import acting
from apps.core.reading.questions import question_of
from apps.matching import search
from apps.matching.api.search_serializers import SearchAnswerSerializer, written
from apps.matching.search import Answer, by_text, listed
from apps.matching.search.scope import Scope
from apps.matching.vocabulary import FACETS
from apps.vacancies import querysets
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.selectors import AnyVacancy, marks_of
from tests.contract.read_path_rows import vacancies
from tests.contract.test_read_paths import values_of
from tests.factories.accounts import Person
from tests.matching.test_api_resume_matches import make_resume

pytestmark = pytest.mark.usefixtures("database")
EXAMPLES = 60
WORDS = (
    "",
    "welder",
    "night_shift welder",
    '"python crane"',
    "python or baker",
    "welder -crane",
    "yes",
    "weldr",
)
FILTERS = VacancyFilterSet.base_filters
HELD = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@pytest.fixture(autouse=True)
def nothing_learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """A host without vectors, where few are ranked: what follows goes by date."""
    settings.SEMANTIC_ROOT = tmp_path / "semantic"
    monkeypatch.setattr(by_text, "MOST", 4)
    monkeypatch.setattr(by_text, "MOST_BY_DATE", 4)


def filters() -> st.SearchStrategy[dict[str, str]]:
    """Valid ones, mostly one or two at a time."""
    return (
        st.lists(st.sampled_from(sorted(FILTERS)), max_size=2, unique=True)
        .flatmap(
            lambda names: st.fixed_dictionaries({name: values_of(FILTERS[name].field) for name in names})
        )
        .filter(lambda given: question_of(VacancyFilterSet, given) is not None)
    )


def as_its_serializer_writes(person: Person, answer: Answer) -> bytes:
    """With instances in the place of rows, the ordinary way."""
    pks = [hit.pk for hit in answer.results]
    rows: dict[Any, AnyVacancy] = {row.pk: row for row in querysets.catalogue().filter(pk__in=pks)}
    rows |= {row.pk: row for row in querysets.own(person.caller.workspace_id).filter(pk__in=pks)}
    whole: list[Any] = [replace(hit, vacancy=rows[hit.pk]) for hit in answer.results]  # type: ignore[arg-type]  # on purpose
    context = {"marks": marks_of(list(rows.values()), person.caller)}
    return to_json(SearchAnswerSerializer(replace(answer, results=whole), context=context).data)


@pytest.mark.parametrize("has_resume", [False, True], ids=["without-resume", "with-resume"])
def test_both_ways_give_the_same_bytes(member: Person, stranger: Person, has_resume: bool) -> None:
    vacancies(member, stranger)
    resume_id = make_resume(member).pk if has_resume else None
    seen: set[str] = set()

    @HELD
    @given(query=st.sampled_from(WORDS), filters=filters(), facets=st.lists(st.sampled_from(FACETS), unique=True, max_size=2),
           page_size=st.sampled_from([1, 5, 20]))  # fmt: skip
    def hold(query: str, filters: dict[str, str], facets: list[str], page_size: int) -> None:
        cursor = ""
        for _ in range(3):
            answer = search.answer(
                caller=member.caller, query=query, filters=filters, facets=facets, page_size=page_size,
                resume_id=resume_id, cursor=cursor,
            )  # fmt: skip
            assert to_json(written(answer)) == as_its_serializer_writes(member, answer)
            for hit in answer.results:
                seen.update([str(hit.vacancy["origin"]), "marked" if hit.highlights else "plain"])
                seen.update(["ranked" if hit.score else "by date", "fit" if hit.fit else "no fit"])
            if not answer.next:
                break
            cursor = answer.next

    with acting(member.caller):
        hold()
    kinds = {"catalogue", "own", "marked", "plain", "ranked", "by date", "fit" if has_resume else "no fit"}
    assert kinds <= seen


def test_filters_let_the_same_rows_through(member: Person, stranger: Person) -> None:
    """Those that are looked up, and those that follow by date, are the filters' own; whatever the filters."""
    vacancies(member, stranger)

    @HELD
    @given(filters=filters())
    def hold(filters: dict[str, str]) -> None:
        scope = Scope(member.caller, filters)
        expected = [*scope.catalogue, *scope.own]
        expected.sort(key=lambda row: (row.listed_at, row.pk), reverse=True)
        pks = [row.pk for row in expected]
        assert set(listed.among(scope, everything)) == set(pks)
        assert [row.pk for row in listed.newest(scope, "", [], None, 1000)] == pks
        if len(expected) > 2:
            first, then = expected[0], expected[1:]
            behind = listed.newest(scope, "", pks[2:3], (first.listed_at, first.pk), 1000)
            assert [row.pk for row in behind] == [row.pk for row in then if row.pk != pks[2]]

    with acting(member.caller):
        everything = [
            row.pk
            for rows in (querysets.catalogue(), querysets.own(member.caller.workspace_id))
            for row in rows
        ]
        assert len(everything) > 40
        hold()


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_every_filter_is_compiled(member: Person, name: str) -> None:
    """None is left that a search would have to refuse."""
    values = {"remote": "remote", "employment_type": "full_time", "seniority": "senior", "status": "open", "country": "DE",
              "job_function": "engineering", "remote_from": "PT", "currency": "USD", "source": "ashby"}  # fmt: skip
    field = type(FILTERS[name].field).__name__
    value = values.get(
        name, {"FlagField": "true", "IsoDateTimeField": "2026-09-01T00:00:00Z"}.get(field, "10")
    )
    with acting(member.caller):
        assert listed.among(Scope(member.caller, {name: value}), []) == {}
