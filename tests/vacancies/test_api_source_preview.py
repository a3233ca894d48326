"""`sources/preview/`: what a board would bring, before it is added."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from apps.core.db import as_system
from apps.events.models import Event
from apps.vacancies.models import OwnSource, OwnVacancy
from tests.core.misbehaving import Server, serving
from tests.factories.accounts import Person, make_person
from tests.vacancies.board_server import JSON, allowed, job, show, spec_of

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running, allowed(running):
        yield running


def preview(person: Person, **body: Any) -> Any:
    return person.client.post("/api/v1/sources/preview/", body, content_type=JSON)


def test_the_first_page_is_shown_and_nothing_is_kept(member: Person, server: Server) -> None:
    show(server, [*(job(n) for n in range(7)), job(8, name=""), {"name": "No id"}])
    answer = preview(member, kind="generic", spec=spec_of(server))
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert (body["items"], len(body["postings"]), body["broken"], body["has_more"]) == (9, 5, "", False)
    assert body["faults"] == [
        {"source_id": "8", "reason": "title is missing"},
        {"source_id": "", "reason": "id is missing"},
    ]
    assert body["postings"][0] == {
        "source_id": "0", "title": "Harbour Pilot 0", "company_name": "Kestrel Pilots", "url": server.url("/jobs/0"),
        "locations": ["Rotterdam, Netherlands"], "remote": None, "employment_type": None, "seniority": None,
        "salary_min": None, "salary_max": None, "salary_currency": "", "salary_period": None, "posted_at": None,
        "snippet": "You steer ships of class 0.",
    }  # fmt: skip
    with as_system():
        assert (OwnSource.objects.count(), OwnVacancy.objects.count()) == (0, 0)
        assert not Event.objects.filter(type__contains="source").exists()


def test_whether_there_is_more(member: Person, server: Server) -> None:
    show(server, [job(1), job(2)])
    spec = spec_of(server, paging={"kind": "page", "start": 1, "size": 2})
    spec["url"] += "?page={page}"
    assert preview(member, kind="generic", spec=spec).json()["has_more"] is True
    page = json.dumps({"jobs": [job(1)], "next": "b"}).encode()
    server.answers["/jobs.json"] = [(200, {}, page)]
    spec = spec_of(server, paging={"kind": "cursor", "cursor_path": "next"})
    spec["url"] += "?after={cursor}"
    assert preview(member, kind="generic", spec=spec).json()["has_more"] is True


def test_a_cut_answer_shows_what_came(member: Person, server: Server) -> None:
    whole = json.dumps({"jobs": [job(n) for n in range(4)]}).encode()
    server.answers["/jobs.json"] = [(200, {}, whole[: len(whole) * 2 // 3])]
    body = preview(member, kind="generic", spec=spec_of(server)).json()
    assert body["items"] == len(body["postings"]) == 2 and body["broken"]


@pytest.mark.parametrize(
    ("status", "answer", "expected"), [(404, b"", 502), (200, b"<html>", 400), (200, b'{"jobs": 1}', 400)]
)
def test_what_is_no_board_is_one_clear_problem(
    member: Person, server: Server, status: int, answer: bytes, expected: int
) -> None:
    server.answers["/jobs.json"] = [(status, {}, answer)]
    found = preview(member, kind="generic", spec=spec_of(server))
    assert found.status_code == expected
    assert found.json()["detail"]


def test_private_addresses_are_refused(member: Person) -> None:
    for url in (
        "http://127.0.0.1/jobs.json",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://10.0.0.1/",
    ):
        spec = {"url": url, "fields": {"title": "t", "url": "u"}}
        assert preview(member, kind="generic", spec=spec).status_code == 400


def test_viewers_do_not_ask_boards(member: Person) -> None:
    viewer = make_person(workspace_of=member, role="viewer")
    assert preview(viewer, kind="lever", board="x").status_code == 403
    assert preview(member).status_code == 400
