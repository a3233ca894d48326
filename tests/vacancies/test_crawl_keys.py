"""A source with a key: one clear fault without it, and no trace of it anywhere with it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connections

from apps.core.db import as_system
from apps.core.models import uuid7
from apps.vacancies.models import SourceRun
from tests.vacancies.crawling import (
    Answer,
    Asked,
    Host,
    Killed,
    as_json,
    forget_the_hosts,
    hosting,
    hurry,
    read_board,
)

pytestmark = pytest.mark.usefixtures("database")
SECRET = "zebra-4711-quartz"


@pytest.fixture
def host(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    hurry(monkeypatch, "adzuna")
    forget_the_hosts()
    with hosting() as host:
        settings.OUTBOUND_ALLOW = (host.endpoint,)
        settings.SOURCE_CREDENTIALS = {"adzuna": {"app_id": "me", "app_key": SECRET}}
        yield host


def result(number: int) -> dict[str, Any]:
    return {
        "id": str(9000 + number),
        "title": f"Deck Hand {number}",
        "description": "You tie knots " + " ".join(f"word{number}x{i}" for i in range(40)),
        "redirect_url": f"https://www.adzuna.co.uk/jobs/land/ad/{9000 + number}",
        "company": {"display_name": "Kestrel Pilots"},
        "location": {"display_name": "Leith, Edinburgh"},
        "created": "2026-08-01T10:00:00Z",
    }


def pages(asked: Asked) -> Answer:
    number = int(asked.path.rpartition("/")[2])
    count = 50 if number < 3 else 20
    return as_json({"count": 120, "results": [result(number * 100 + one) for one in range(count)]})


def everything_stored() -> str:
    """Every row of the tables that a crawl writes, as text."""
    with as_system(), connections["system"].cursor() as cursor:
        found = []
        for table in ("vacancies_source", "vacancies_sourcerun", "vacancies_rawposting", "vacancies_vacancy",
                      "events_event", "jobs_globaltask"):  # fmt: skip
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t")
            found += [text for (text,) in cursor.fetchall()]
    return "\n".join(found)


def test_without_a_key_nothing_is_asked(host: Host, settings: LazySettings) -> None:
    settings.SOURCE_CREDENTIALS = {"adzuna": {"app_id": "me", "app_key": ""}}
    host.answer = pages
    run = read_board(host, "adzuna", "gb")
    assert (run.outcome, run.fault, run.requests) == ("failed", "adzuna needs app_key", 0)
    assert host.asked == []


def test_the_key_is_sent_with_every_page_and_kept_nowhere(
    host: Host, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    host.answer = pages
    task = uuid7()
    with pytest.raises(Killed):
        read_board(host, "adzuna", "gb", task_id=task, killed_at=1)
    with as_system():
        assert SourceRun.objects.get().checkpoint["number"] == 1
    run = read_board(host, "adzuna", "gb", task_id=task)
    assert (run.outcome, run.seen) == ("complete", 120)
    assert [asked.query["app_key"] for asked in host.asked] == [SECRET] * 3
    assert [path.rpartition("/")[2] for path in host.paths()] == ["1", "2", "3"], (
        "taken up with a request made anew"
    )
    assert "Deck Hand" in everything_stored()
    assert SECRET not in everything_stored()
    assert SECRET not in caplog.text


@pytest.mark.parametrize("status", [401, 403, 429, 500])
def test_a_fault_does_not_name_the_key(host: Host, status: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    host.answer = lambda asked: Answer(asked.query["app_key"].encode(), status=status)
    run = read_board(host, "adzuna", "gb")
    assert run.outcome == "failed"
    assert SECRET not in everything_stored() + caplog.text
