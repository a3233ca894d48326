"""What surrounds every request: what the API goes past, and that nothing of a request is left behind."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from apps.core.api.middleware import API
from tests.factories.accounts import Person


def views(patterns: list[Any], prefix: str = "/") -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern.callback


def test_no_view_of_the_api_counts_on_what_it_goes_past() -> None:
    """The form's check is for views that do not say that they are exempt; the API has none, so nothing is let in."""
    found = [(path, view) for path, view in views(get_resolver().url_patterns) if f"{path}/".startswith(API)]
    assert len(found) > 50
    assert [path for path, view in found if not getattr(view, "csrf_exempt", False)] == []


def test_pages_have_a_session_and_the_form_is_checked(database: None) -> None:
    browser = Client(enforce_csrf_checks=True)
    page = browser.get("/admin/login/")
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
