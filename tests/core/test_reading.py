"""The parts of the compiled read path by themselves; that its answers are right is held in tests/contract."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from rest_framework import serializers

from apps.core.api.listing import QuerySetListing
from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.reading import NotCompilable, from_columns, from_page
from apps.core.reading.compiled import compiled_list
from apps.core.reading.kinds import convert_of, mapping_of
from apps.core.reading.placeholders import PlacedCaller, PlacedRequest, Placeholder, Slot
from apps.core.reading.plan import plan_of
from apps.core.reading.questions import Shape, question_of
from apps.core.reading.statements import Statement, Writer, spelt_out
from apps.jobs.api.filters import TaskFilterSet
from apps.jobs.api.views import TaskViewSet
from apps.jobs.models import Task
from apps.vacancies.api.filters import VacancyFilterSet
from tests.factories.accounts import Person


def test_a_value_in_two_places_has_one_number() -> None:
    writer = Writer()
    one = writer.written("a = %s AND b LIKE '%%x' AND c = %s", [Slot("n"), "it's"])
    two = writer.written("d = %s OR e = %s", [Slot("m"), Slot("n")])
    assert (one, two) == ("a = $1 AND b LIKE '%x' AND c = 'it''s'", "d = $2 OR e = $1")
    assert writer.statement(one) == Statement(one, ("n", "m"))
    assert spelt_out(writer.statement(two), [1, "x"]) == "d = 'x' OR e = 1"


@pytest.mark.parametrize("nothing", [None, "", "null", [], (), {}])
def test_a_placeholder_is_not_nothing(nothing: object) -> None:
    assert Placeholder("q") != nothing


def test_who_looks_at_a_placeholder_is_told() -> None:
    with pytest.raises(NotCompilable):
        assert Placeholder("kind") == "client"
    with pytest.raises(NotCompilable):
        str(Placeholder("q"))
    with pytest.raises(NotCompilable):
        _ = PlacedCaller().role
    request = PlacedRequest({}, "-created_at")
    assert request.query_params.get("ordering") == "-created_at"
    for look in (lambda: request.query_params.get("page"), lambda: request.headers):
        with pytest.raises(NotCompilable):
            look()


@pytest.mark.parametrize(
    ("query", "shape", "values"),
    [
        ("", Shape(), {}),
        ("q=a&page=3&cursor=", Shape(("q",)), {"q": "a"}),
        ("saved=true&country=de", Shape(("country",), (("saved", True),)), {"country": ["DE"]}),
        ("company=50%25_", Shape(("company",)), {"company": r"%50\%\_%"}),
        ("salary_min=10", Shape(("salary_min",)), {"salary_min": Decimal(10)}),
        ("q=%20%20", Shape(), {}),
    ],
)
def test_a_question_is_its_shape_and_its_values(query: str, shape: Shape, values: dict[str, Any]) -> None:
    question = question_of(VacancyFilterSet, QueryDict(query))
    assert question is not None
    assert (question.shape, question.values) == (shape, values)


@pytest.mark.parametrize(
    "query",
    [
        "remote=nowhere",
        "q=",
        "salary_min=-1",
        "posted_after=2026-02-01T00:00:00Z&posted_before=2026-01-01T00:00:00Z",
    ],
)
def test_a_wrong_question_is_left_to_the_ordinary_way(query: str) -> None:
    assert question_of(VacancyFilterSet, QueryDict(query)) is None


class _Inner(serializers.Serializer[Any]):
    n = serializers.IntegerField()
    word = serializers.CharField(required=False, default="none")


def _both(done: int, total: int | None) -> str:
    return f"{done}/{total}"


class _Outer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    both = serializers.SerializerMethodField()
    progress = serializers.SerializerMethodField()

    get_both = from_columns("done", "total")(_both)

    @from_columns("done", make=lambda done: {"done": done})
    def get_progress(self, row: Task) -> dict[str, int]:
        return {"done": row.done}


def test_a_plan_reads_each_column_once_and_builds_what_the_serializer_writes() -> None:
    plan = plan_of(_Outer(), [QuerySetListing(Task.objects.all(), "-created_at")])
    assert plan.columns == ["kind", "done", "total"]
    task = Task(kind="test.one", done=1, total=None)
    assert plan.builder()(("test.one", 1, None)) == _Outer(task).data


def test_what_is_of_a_page_is_asked_for_once() -> None:
    pages: list[list[tuple[Any, ...]]] = []

    def shares(rows: list[tuple[Any, ...]]) -> list[float]:
        pages.append(rows)
        return [done / sum(each for _, each in rows) for _, done in rows]

    class Shared(serializers.Serializer[Any]):
        share = serializers.SerializerMethodField()
        kind = serializers.CharField()

        @from_page("kind", "done", make=shares)
        def get_share(self, row: Task) -> float:
            raise AssertionError("a list asks for all of them")

    class Within(serializers.Serializer[Any]):
        inner = Shared(source="*")

    sides = [QuerySetListing(Task.objects.all(), "-created_at")]
    plan = plan_of(Shared(), sides)
    shown = plan.shower()([("one", 1), ("two", 3)])
    assert shown == [{"share": 0.25, "kind": "one"}, {"share": 0.75, "kind": "two"}]
    assert list(shown[0]) == ["share", "kind"] and pages == [[("one", 1), ("two", 3)]]
    assert plan.shower()([]) == []
    with pytest.raises(NotCompilable, match="share"):
        plan_of(Within(), sides)


def test_what_has_no_column_is_not_compiled() -> None:
    class Lost(serializers.Serializer[Any]):
        is_over = serializers.BooleanField()

    class Own(_Inner):
        def to_representation(self, instance: Any) -> Any:
            return instance

    with pytest.raises(NotCompilable, match="is_over"):
        plan_of(Lost(), [QuerySetListing(Task.objects.all(), "-created_at")])
    with pytest.raises(NotCompilable, match="Own"):
        mapping_of(Own())
    with pytest.raises(NotCompilable, match="DurationField"):
        convert_of(serializers.DurationField())


def test_a_stored_mapping_gets_its_defaults() -> None:
    assert mapping_of(_Inner())({"n": 1, "other": 2}) == {"n": 1, "word": "none"}
    with pytest.raises(KeyError):
        mapping_of(_Inner())({})


@pytest.mark.usefixtures("database")
def test_a_list_that_asks_who_asks_is_not_compiled(member: Person) -> None:
    class OfARole(TaskViewSet):
        def listing(self) -> Any:
            rows = self.filter_queryset(self.get_queryset())
            return rows if self.caller.role == "owner" else rows.none()

    class OfAPath(TaskViewSet):
        def listing(self) -> Any:
            return self.get_queryset().filter(kind=self.request.query_params["kind"])

    with acting(member.caller):
        assert compiled_list(TaskViewSet, "list", Shape(("status",)), None) is not None
        assert compiled_list(OfARole, "list", Shape(), None) is None
        assert compiled_list(OfAPath, "list", Shape(), None) is None
        assert compiled_list(TaskViewSet, "list", Shape(("no_such",)), None) is None


@pytest.mark.usefixtures("database")
def test_one_compiled_list_serves_every_workspace(member: Person, stranger: Person) -> None:
    for person in (member, stranger):
        with acting(person.caller):
            Task.objects.create(
                workspace_id=person.caller.workspace_id,
                user_id=person.caller.user_id,
                role="owner",
                kind="test.one",
            )
    shown = [person.client.get("/api/v1/tasks/").json()["results"] for person in (member, stranger)]
    assert [len(rows) for rows in shown] == [1, 1]
    assert shown[0][0]["id"] != shown[1][0]["id"]


def test_a_filterset_cleans_without_a_form_as_with_one(member: Person) -> None:
    asked = QueryDict("status=queued&kind=test.one")
    question = question_of(TaskFilterSet, asked)
    filterset = TaskFilterSet(data=asked, queryset=Task.objects.none())
    assert filterset.is_valid() and question is not None
    assert question.values == {name: filterset.form.cleaned_data[name] for name in asked}
    assert isinstance(member.caller, Caller)
