"""What holds for every operation, made from the router and the schema: nothing to remember."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from drf_spectacular.generators import SchemaGenerator

from apps.core.api.viewsets import FootholdViewSet
from tests.factories.accounts import Person

JSON = "application/json"
METHODS = ("get", "post", "put", "patch", "delete")


def views() -> list[tuple[str, Any]]:
    """Every path under the API with its view."""

    def walk(patterns: list[Any], prefix: str = "") -> list[tuple[str, Any]]:
        found: list[tuple[str, Any]] = []
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                found += walk(pattern.url_patterns, path)
            elif isinstance(pattern, URLPattern):
                found.append((path, pattern.callback))
        return found

    return [(path, view) for path, view in walk(get_resolver().url_patterns) if path.startswith("api/v1/")]


def schema() -> dict[str, Any]:
    document: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]  # the library has no types
    return document


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, found)
        for path, methods in schema()["paths"].items()
        for method, found in methods.items()
        if method in METHODS
    ]


def test_every_view_is_guarded_and_every_action_declares_itself() -> None:
    for path, view in views():
        if path.startswith("api/v1/schema"):
            continue
        assert issubclass(view.cls, FootholdViewSet), path
        for action in view.actions.values():
            assert getattr(getattr(view.cls, action), "declared", None) is not None, (path, action)


def test_operation_ids_are_camel_case_and_unique() -> None:
    ids = [found["operationId"] for _, _, found in operations()]
    assert len(ids) == len(set(ids))
    assert all(name[0].islower() and name.isalnum() for name in ids), ids
    assert len(ids) > 30


def test_every_operation_has_a_tag_a_description_and_problems() -> None:
    for path, _, found in operations():
        assert found["tags"] and found["description"], path
        assert {"400", "500", "503"} <= set(found["responses"]), path
        assert any(code.startswith("2") for code in found["responses"]), path
        assert not any("X" in code for code in found["responses"]), path


def test_every_response_property_is_required() -> None:
    for name, component in schema()["components"]["schemas"].items():
        if "properties" in component and not name.endswith("Request"):
            assert set(component["required"]) == set(component["properties"]), name


@pytest.mark.usefixtures("database")
def test_anonymous_gets_401_from_all_that_is_not_public(anonymous: Client) -> None:
    tried = 0
    for path, method, found in operations():
        if found.get("security") == []:
            continue
        url = path.replace("{id}", "00000000-0000-7000-8000-000000000000").replace(
            "{kind}", "tailored-resume"
        )
        url = (
            url.replace("{number}", "1")
            .replace("{n}", "1")
            .replace("{slug}", "x")
            .replace("{name}", "classic")
        )
        assert "{" not in url, url
        answer = getattr(anonymous, method)(url, {} if method == "get" else "{}", content_type=JSON)
        assert (url, method, answer.status_code) == (url, method, 401)
        assert answer.json()["code"] == "not_authenticated"
        tried += 1
    assert tried > 25


@pytest.mark.usefixtures("database")
def test_a_row_that_is_not_there_is_404_for_every_operation_with_an_id(member: Person) -> None:
    for path, method, found in operations():
        if "{id}" not in path or found.get("security") == [] or method in ("post", "put", "patch"):
            continue
        url = (
            path.replace("{id}", "00000000-0000-7000-8000-000000000000")
            .replace("{number}", "1")
            .replace("{n}", "1")
        )
        query = "".join(
            f"{'&' if i else '?'}{parameter['name']}=1"
            for i, parameter in enumerate(
                p for p in found.get("parameters", []) if p.get("required") and p["in"] == "query"
            )
        )
        answer = getattr(member.client, method)(url + query)
        assert (url, method, answer.status_code) == (url, method, 404)


@pytest.mark.usefixtures("database")
def test_unknown_query_parameters_are_refused_by_every_get(member: Person) -> None:
    for path, method, found in operations():
        if method != "get" or found.get("security") == []:
            continue
        url = (
            path.replace("{id}", "00000000-0000-7000-8000-000000000000")
            .replace("{number}", "1")
            .replace("{n}", "1")
        )
        url = url.replace("{slug}", "classic").replace("{name}", "classic")
        answer = member.client.get(f"{url}?no_such_parameter=1")
        assert (url, answer.status_code) in ((url, 400), (url, 404)), answer.content


@pytest.mark.usefixtures("database")
def test_twenty_parallel_requests_with_one_key_have_one_effect(member: Person) -> None:
    answers: list[int] = []
    start = threading.Barrier(20)

    def post() -> None:
        client = Client(headers={"authorization": f"Bearer {member.tokens.access_token}"})
        start.wait()
        answer = client.post(
            "/api/v1/vacancies/", {"title": "Baker"}, content_type=JSON, headers={"idempotency-key": "one"}
        )
        answers.append(answer.status_code)
        connections.close_all()

    threads = [threading.Thread(target=post) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(answers) <= {201, 409}
    assert 201 in answers
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 1


def test_heavy_libraries_are_absent_after_setup() -> None:
    """They are loaded at first use: every process would pay for them at its start."""
    heavy = ("kreuzberg", "typst", "pypdfium2", "numpy", "openai", "boto3", "pandas", "rensa", "lxml", "docx")
    code = f"import django, sys; django.setup(); print(sorted(set({heavy!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
