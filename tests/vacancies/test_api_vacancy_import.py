"""importVacancyFromUrl: a board that is known, a page with JSON-LD, a page of text; and what must not be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from apps.core.db import acting, as_system
from apps.jobs import runner
from apps.vacancies.models import OwnVacancy, Source
from tests.core.misbehaving import Server, bomb, serving
from tests.factories.accounts import Person
from tests.vacancies.test_ingest import ingest, job, write
from tests.vacancies.test_pages import JOB, page

PATH = "/api/v1/vacancies/import-url/"
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site(settings: Settings) -> Iterator[Server]:
    with serving() as server:
        settings.OUTBOUND_ALLOW = (server.endpoint,)
        yield server


def ask(person: Person, url: str) -> dict[str, Any]:
    answer = person.client.post(PATH, {"url": url}, content_type="application/json")
    assert answer.status_code == 202, answer.content
    assert answer.headers["Location"] == f"/api/v1/tasks/{answer.json()['id']}/"
    task: dict[str, Any] = answer.json()
    return task


def imported(person: Person, url: str) -> dict[str, Any]:
    """The task when it is over."""
    task = ask(person, url)
    runner.run(UUID(task["id"]), is_global=False)
    done: dict[str, Any] = person.client.get(f"/api/v1/tasks/{task['id']}/").json()
    return done


def test_a_page_with_json_ld(member: Person, stranger: Person, site: Server) -> None:
    site.answers["/jobs/42"] = [(200, HTML, page(json.dumps(JOB)))]
    task = imported(member, site.url("/jobs/42"))
    assert task["status"] == "succeeded", task["problem"]
    result = task["result"]
    assert {key: value for key, value in result.items() if key != "vacancy_id"} == {
        "origin": "own", "is_new": True, "read_by": "json_ld", "confidence": 0.95, "doubts": [],
    }  # fmt: skip
    vacancy = member.client.get(f"/api/v1/vacancies/{result['vacancy_id']}/").json()
    assert (vacancy["title"], vacancy["company"]["name"], vacancy["origin"]) == (
        "Lighthouse Keeper", "Skerry Lights", "own",
    )  # fmt: skip
    assert (vacancy["salary_max"], vacancy["employment_type"], vacancy["source"]) == (
        34000,
        "full_time",
        "page",
    )
    assert stranger.client.get(f"/api/v1/vacancies/{result['vacancy_id']}/").status_code == 404


def test_a_second_time_gives_the_one_that_is_there(member: Person, site: Server) -> None:
    site.answers["/jobs/42"] = [(200, HTML, page(json.dumps(JOB)))]
    first = imported(member, site.url("/jobs/42"))["result"]
    again = imported(member, site.url("/jobs/42?utm_source=mail"))["result"]
    assert (again["vacancy_id"], again["is_new"], again["read_by"]) == (first["vacancy_id"], False, "known")
    assert len(site.seen("/jobs/42")) <= 2


def test_ten_at_once_make_one(member: Person, site: Server) -> None:
    site.answers["/jobs/42"] = [(200, HTML, page(json.dumps(JOB)))]
    tasks = [UUID(ask(member, site.url("/jobs/42"))["id"]) for _ in range(10)]

    def work(task: UUID) -> None:
        try:
            runner.run(task, is_global=False)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as crowd:
        list(crowd.map(work, tasks))
    with acting(member.caller):
        assert OwnVacancy.objects.count() == 1


def test_a_known_board_is_asked_itself(member: Person, site: Server) -> None:
    """The board answers for one posting; the page is never opened."""
    with as_system():
        Source.objects.create(
            kind="greenhouse", board="kestrel", base_url=site.url(""), company_name="Kestrel"
        )
    one = job(7, company_name="")
    site.answers["/v1/boards/kestrel/jobs/1007"] = [
        (200, {"Content-Type": "application/json"}, json.dumps(one).encode())
    ]
    result = imported(member, "https://boards.greenhouse.io/kestrel/jobs/1007?gh_src=abc")["result"]
    assert (result["read_by"], result["confidence"], result["is_new"]) == ("board", 1.0, True)
    vacancy = member.client.get(f"/api/v1/vacancies/{result['vacancy_id']}/").json()
    assert (vacancy["title"], vacancy["source"], vacancy["source_id"]) == (
        "Harbour Pilot 7",
        "greenhouse",
        "1007",
    )
    assert vacancy["company"]["name"] == "Kestrel"


def test_a_board_that_lists_only_is_searched_for_it(member: Person, site: Server) -> None:
    with as_system():
        Source.objects.create(kind="ashby", board="kestrel", base_url=site.url(""), company_name="Kestrel")
    key = "0f0e0d0c-1111-4222-8333-444455556666"
    jobs = [
        {"id": key[:-1] + str(n), "title": f"Rigger {n}", "isListed": True, "descriptionHtml": "<p>Ropes.</p>",
         "jobUrl": f"https://jobs.ashbyhq.com/kestrel/{key[:-1]}{n}"}
        for n in range(9)
    ]  # fmt: skip
    site.answers["/posting-api/job-board/kestrel"] = [
        (200, {"Content-Type": "application/json"}, json.dumps({"jobs": jobs}).encode())
    ]
    result = imported(member, f"https://jobs.ashbyhq.com/kestrel/{key}/application")["result"]
    assert result["read_by"] == "board"
    assert member.client.get(f"/api/v1/vacancies/{result['vacancy_id']}/").json()["title"] == "Rigger 6"


def test_an_employers_page_with_a_board_in_it(member: Person, site: Server) -> None:
    """`?gh_jid=` names the job, a script of the page the board."""
    with as_system():
        Source.objects.create(kind="greenhouse", board="kestrel", base_url=site.url(""))
    site.answers["/careers"] = [
        (
            200,
            HTML,
            page(body='<script src="https://boards.greenhouse.io/embed/job_board/js?for=kestrel"></script>'),
        )
    ]
    site.answers["/v1/boards/kestrel/jobs/1007"] = [(200, {}, json.dumps(job(7)).encode())]
    result = imported(member, site.url("/careers?gh_jid=1007"))["result"]
    assert result["read_by"] == "board"


def test_what_the_catalogue_has_is_not_read_again(member: Person, tmp_path: Any) -> None:
    ingest(write(tmp_path / "feed.json", [job(1)]))
    result = imported(member, "https://job-boards.greenhouse.io/kestrel/jobs/1001")["result"]
    assert (result["origin"], result["read_by"], result["is_new"]) == ("catalogue", "known", False)
    assert member.client.get(f"/api/v1/vacancies/{result['vacancy_id']}/").json()["origin"] == "catalogue"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((404, HTML, b"gone"), "upstream_error"),
        ((500, HTML, b"oops"), "upstream_error"),
        ((200, {"Content-Type": "application/pdf"}, b"%PDF"), "upstream_error"),
        ((200, HTML, page(body="<h1>Hello</h1>")), "parse_error"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, bomb()), "upstream_error"),
        ((302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b""), "validation_error"),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "validation_error"),
    ],
    ids=["gone", "broken", "a file", "no vacancy", "bomb", "metadata", "loopback"],
)
def test_what_cannot_be_read_says_why_and_leaves_nothing(
    member: Person, site: Server, answer: tuple[int, dict[str, str], bytes], code: str
) -> None:
    site.answers["/jobs/42"] = [answer]
    task = imported(member, site.url("/jobs/42"))
    assert (task["status"], task["problem"]["code"]) == ("failed", code)
    with acting(member.caller):
        assert not OwnVacancy.objects.exists()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:6379/",
        "http://10.0.0.8/",
        "http://localhost/job",
        "http://2130706433/",
    ],
)
def test_private_addresses(member: Person, database: None, url: str) -> None:
    task = imported(member, url)
    assert (task["status"], task["problem"]["code"]) == ("failed", "validation_error")


def test_robots_are_kept(member: Person, site: Server) -> None:
    site.answers["/robots.txt"] = [(200, {}, b"User-agent: *\nDisallow: /jobs/")]
    task = imported(member, site.url("/jobs/42"))
    assert task["problem"]["errors"][0]["code"] == "robots_disallowed"
    assert site.seen("/jobs/42") == []


@pytest.mark.parametrize(
    "url", ["", "ftp://example.com/job", "javascript:alert(1)", "no address", "https://[::1]/job", 7]
)
def test_what_is_no_address_is_refused_at_once(member: Person, url: object) -> None:
    answer = member.client.post(PATH, {"url": url}, content_type="application/json")
    assert answer.status_code == 400, answer.content
    assert answer.json()["errors"][0]["attr"] == "url"
