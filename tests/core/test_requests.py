"""What surrounds every request: what the API goes past, and that nothing of a request is left behind."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from tests.factories.accounts import Person


def test_the_api_has_neither_session_nor_cookie(member: Person) -> None:
    answer = member.client.get("/api/v1/vacancies/", headers={"cookie": "sessionid=somebody-elses"})
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    assert not hasattr(answer.wsgi_request, "session")
    assert not hasattr(answer.wsgi_request, "_messages")


def test_pages_have_a_session_and_the_form_is_checked(database: None) -> None:
    browser = Client(enforce_csrf_checks=True)
    page = browser.get("/admin/login/")
    assert hasattr(page.wsgi_request, "session")
    assert page.status_code == 200
    assert "csrftoken" in page.cookies
    assert browser.post("/admin/login/", {"username": "a", "password": "b"}).status_code == 403


def ask(application: Any, person: Person) -> None:
    """As a server asks: Django's own client would keep request and answer."""
    environ: dict[str, Any] = {"HTTP_AUTHORIZATION": f"Bearer {person.tokens.access_token}"}
    setup_testing_defaults(environ)
    environ["PATH_INFO"] = "/api/v1/vacancies/"
    said: list[str] = []
    response = application(environ, lambda status, headers: said.append(status))
    assert json.loads(b"".join(response))["results"] == []
    response.close()
    assert said == ["200 OK"]


def test_nothing_of_a_request_waits_for_the_collector(member: Person) -> None:
    application = WSGIHandler()
    ask(application, member)
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        ask(application, member)
        gc.collect()
        left = {type(found).__name__ for found in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert left.isdisjoint({"VacancyViewSet", "Request", "WSGIRequest", "Response"})


def test_a_server_spares_what_it_has_loaded() -> None:
    code = (
        "import gc, django; django.setup(); from project.garbage import THRESHOLDS, spare_the_program; "
        "spare_the_program(); assert gc.get_freeze_count() > 50_000; assert gc.get_threshold() == THRESHOLDS"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
