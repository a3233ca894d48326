"""What browsers are told: policies by path, and headers on every answer."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
STRICTEST = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def policy(client: Client, path: str) -> str:
    header: str = client.get(path).headers["Content-Security-Policy"]
    return header


@pytest.mark.parametrize(
    "path", ["/api/v1/vacancies/", "/api/v1/schema/", "/health/", "/files/no-such-token/", "/no-such-page/"]
)
def test_what_is_no_page_may_load_and_run_nothing(member: Person, path: str) -> None:
    assert set(policy(member.client, path).split("; ")) == set(STRICTEST.split("; "))


@pytest.mark.parametrize("path", ["/admin/login/", "/api/docs/", "/api/redoc/", "/problems/conflict/", "/"])
def test_pages_run_only_what_we_serve(anonymous: Client, path: str) -> None:
    directives = dict(part.split(" ", 1) for part in policy(anonymous, path).split("; "))
    assert directives["default-src"] == directives["frame-ancestors"] == "'none'"
    assert directives.get("script-src", "'none'") in ("'self'", "'none'")
    assert "http" not in " ".join(directives.values())


@pytest.mark.parametrize("path", ["/admin/login/", "/api/docs/", "/api/redoc/", "/problems/conflict/", "/"])
def test_no_page_holds_a_script_of_its_own(anonymous: Client, path: str) -> None:
    page = anonymous.get(path).content.decode()
    for part in page.split("<script")[1:]:
        opening, _, rest = part.partition(">")
        assert "src=" in opening, part[:80]
        assert rest.startswith("</script>"), part[:80]


@pytest.mark.parametrize("path", ["/api/v1/vacancies/", "/admin/login/", "/api/docs/", "/", "/no-such-page/"])
def test_headers_that_hold_everywhere(anonymous: Client, path: str) -> None:
    headers = anonymous.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in headers["Permissions-Policy"]
