"""Health at the root, problem pages, and the pages for people."""

from __future__ import annotations

import html

import pytest
from django.test import Client

from apps.core.errors import AppError, all_errors

pytestmark = pytest.mark.usefixtures("database")


def test_health_names_every_part(anonymous: Client) -> None:
    answer = anonymous.get("/health/")
    body = answer.json()
    assert set(body) == {"status", "version", "checks"}
    assert set(body["checks"]) == {"database", "cache", "broker", "workers", "storage"}
    assert all(check["latency_ms"] >= 0 for check in body["checks"].values())
    for part in ("database", "cache", "broker", "storage"):
        assert body["checks"][part]["status"] == "ok", part


def test_live_and_ready(anonymous: Client) -> None:
    assert anonymous.get("/health/live/").json() == {"status": "ok"}
    assert anonymous.get("/health/ready/").json() == {"status": "ok"}


@pytest.mark.parametrize("error", all_errors(), ids=lambda error: error.code)
def test_every_code_has_its_page(anonymous: Client, error: type[AppError]) -> None:
    answer = anonymous.get(f"/problems/{error.code.replace('_', '-')}/")
    assert answer.status_code == 200
    assert error.title in html.unescape(answer.content.decode())


@pytest.mark.parametrize("path", ["/", "/api/docs/", "/api/redoc/", "/api/v1/schema/", "/admin/login/"])
def test_pages_for_people_open_without_the_internet(anonymous: Client, path: str) -> None:
    answer = anonymous.get(path)
    assert answer.status_code == 200
    for elsewhere in (b"cdn.jsdelivr", b"fonts.googleapis", b"unpkg.com"):
        assert elsewhere not in answer.content
