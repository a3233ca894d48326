"""The two ways of reading a list give the same answer, byte for byte, whatever is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from django import forms
from django.urls import URLPattern, URLResolver, get_resolver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.core.api.filters import FlagField, FootholdFilterSet
from apps.core.api.ordering import choices
from apps.core.api.viewsets import FootholdViewSet
from apps.core.reading import compiled, listings
from apps.core.reading.questions import Shape
from tests.contract.read_path_rows import MAKERS, MOMENT, SKILLS, WORDS
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
# Filters that look at what they are given, and why that is right; a question with one is read the ordinary way.
LOOKS = {
    ("applications", "q"): "each word of it is looked for by itself",
    ("companies", "q"): "the catalogue is looked through by the folded name, clients by the name as it is",
}
EXAMPLES = 80
WORD_VALUES = (
    *WORDS,
    *SKILLS,
    "DE",
    "pt",
    "usd",
    "greenhouse",
    "Kestrel",
    "100%",
    "_",
    "\\",
    "x" * 201,
    "ü,python",
)


def lists() -> dict[str, type[FootholdViewSet]]:
    """Every list of the API that says it is compiled, by its path."""
    found: dict[str, type[FootholdViewSet]] = {}

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> None:
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, path)
                continue
            view: Any = getattr(pattern.callback, "cls", None)
            actions = getattr(pattern.callback, "actions", None) or {}
            if getattr(view, "compiled", False) and actions.get("get") == "list":
                found[path.removeprefix("api/v1/").strip("/")] = view

    walk(get_resolver().url_patterns, "")
    return found


def values_of(field: forms.Field) -> st.SearchStrategy[str]:
    """What may be asked of one filter; now and then something that is wrong."""
    wrong = st.sampled_from(["", "nonsense"])
    usual: st.SearchStrategy[str] = st.sampled_from(WORD_VALUES) | st.text(max_size=8)
    if isinstance(field, forms.ChoiceField):
        pairs: Any = field.choices
        usual = st.sampled_from([str(value) for value, _ in pairs if value])
    elif isinstance(field, FlagField):
        usual = st.sampled_from(["true", "false"])
    elif isinstance(field, forms.IntegerField | forms.DecimalField):
        usual = st.sampled_from(["0", "50", "500", "17.5", "40000", "99999999.99", "-1"])
    elif isinstance(field, forms.UUIDField):
        usual = st.uuids().map(str)
    elif isinstance(field, forms.DateTimeField) or "DateTime" in type(field).__name__:
        usual = st.integers(-2, 8).map(lambda minute: MOMENT.replace(minute=max(minute, 0)).isoformat())
    return st.one_of(usual, usual, usual, usual, wrong)


def questions(view: type[FootholdViewSet]) -> st.SearchStrategy[dict[str, str]]:
    filterset: type[FootholdFilterSet] | None = getattr(view, "filterset_class", None)
    by_name: dict[str, st.SearchStrategy[str]] = {}
    for name, one in (filterset.base_filters if filterset else {}).items():
        by_name[name] = values_of(one.field)
    if view.ordering_fields:
        by_name["ordering"] = st.sampled_from([*choices(view.ordering_fields), "nonsense"])
    by_name |= {
        "page": st.sampled_from(["1", "2", "3", "0", "900"]),
        "page_size": st.sampled_from(["1", "3", "20", "100", "101"]),
        "cursor": st.sampled_from(["", "made-up"]),
    }
    return st.lists(st.sampled_from(sorted(by_name)), max_size=4, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: by_name[name] for name in names})
    )


@contextmanager
def ordinary(view: type[FootholdViewSet]) -> Iterator[None]:
    view.compiled = False
    try:
        yield
    finally:
        view.compiled = True


def both(person: Person, view: type[FootholdViewSet], path: str) -> Any:
    """The answer, which is the same both ways."""
    fast = person.client.get(path)
    with ordinary(view):
        slow = person.client.get(path)
    assert (fast.status_code, fast.headers["Content-Type"]) == (
        slow.status_code,
        slow.headers["Content-Type"],
    )
    if fast.status_code == 200:
        assert fast.content == slow.content, path
    else:
        left_out = {"instance", "request_id"}
        told = [{k: v for k, v in answer.json().items() if k not in left_out} for answer in (fast, slow)]
        assert told[0] == told[1], path
    return fast


# Where 5 are many, words are read by the index of the order; where 1,000 are not, by the index of words.
@pytest.mark.parametrize(("path", "few"), [*((path, 1000) for path in sorted(MAKERS)), ("vacancies", 5)])
def test_both_ways_give_the_same_bytes(
    path: str, few: int, member: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listings, "DEEPEST", few)
    view = lists()[path]
    MAKERS[path](member, stranger)
    answered = 0

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(questions(view))
    def hold(question: dict[str, str]) -> None:
        nonlocal answered
        asked = f"/api/v1/{path}/?{urlencode(question)}"
        for _ in range(3):
            answer = both(member, view, asked)
            if answer.status_code != 200:
                break
            answered += bool(answer.json()["results"])
            if not answer.json()["next"]:
                break
            following = urlsplit(answer.json()["next"])
            asked = f"{following.path}?{following.query}"

    hold()
    assert answered >= EXAMPLES // 5, "the questions found next to nothing"


def test_cursors_reach_every_row_of_both_ways(member: Person, stranger: Person) -> None:
    MAKERS["vacancies"](member, stranger)
    view = lists()["vacancies"]
    for ordering in choices(view.ordering_fields):
        path, seen = f"/api/v1/vacancies/?cursor=&page_size=7&ordering={ordering}", []
        while path:
            body = both(member, view, path).json()
            seen += [row["id"] for row in body["results"]]
            path = body["next"] or ""
        assert len(seen) == len(set(seen)) == member.client.get("/api/v1/vacancies/").json()["count"]


def test_every_compiled_list_has_rows_here() -> None:
    assert set(lists()) == set(MAKERS)


@pytest.mark.parametrize("path", sorted(MAKERS))
def test_every_filter_is_compiled(path: str, member: Person) -> None:
    """By itself, as a placed value; flags and what is named in `by_value` by their values."""
    from apps.core.db import acting

    view = lists()[path]
    with acting(member.caller):
        for ordering in [None, *choices(view.ordering_fields)]:
            assert compiled.compiled_list(view, "list", Shape(), ordering), (path, ordering)
        for name, one in view.filterset_class.base_filters.items():  # type: ignore[attr-defined]
            shapes = [Shape(placed=(name,))]
            if isinstance(one.field, FlagField):
                shapes = [Shape(fixed=((name, flag),)) for flag in (True, False)]
            elif name in view.filterset_class.by_value:  # type: ignore[attr-defined]
                shapes = [Shape(fixed=((name, value),)) for value, _ in one.field.choices if value]
            for shape in shapes:
                made = compiled.compiled_list(view, "list", shape, None)
                assert (made is None) == ((path, name) in LOOKS), (path, shape)
